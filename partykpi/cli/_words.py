"""Options whose values are words: each has its code, and its words in either language, from the table of its fact."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias
from unicodedata import normalize

import click

from partykpi.cli._language import help_language, say
from partykpi.text import LANGUAGES, Text

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Names: TypeAlias = Mapping[str, Sequence[Text]]
"""What each code may be called, first what it is called in messages."""


class OneOf(click.ParamType[str]):
    """One of several words; the value is its code. `names` returns them, and is asked where a code is not enough."""

    name = "word"

    def __init__(self, codes: Iterable[str], names: Callable[[], Names]) -> None:
        self._codes, self._names = tuple(codes), names

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the code that is meant; a usage error that lists the words where none is, or several are."""
        meant = value if value in self._codes else find(value, self._all_names())
        if meant is None:
            listed = ", ".join(f"'{word}'" for word in self.words())
            self.fail(
                say(f"{value!r} is not one of {listed}.", f"{value!r} không thuộc các giá trị {listed}."), param, ctx
            )
        return meant

    def words(self) -> list[str]:
        """Return the words to choose from, in the language that is spoken."""
        return list(self._codes) if help_language() == "en" else list(spoken(self._all_names()).values())

    def word(self, code: str) -> str:
        """Return what a code is called in the language that is spoken."""
        return self.words()[self._codes.index(code)]

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """Show the words to choose from."""
        return f"[{'|'.join(self.words())}]"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Return the words that begin so."""
        return completions(self.words(), incomplete)

    def _all_names(self) -> Names:
        names = self._names()
        return {code: names.get(code, ()) for code in self._codes}


def find(text: str, names: Names) -> str | None:
    """Return the code that is called so in either language, None where none is or several are.

    Capitals do not matter, nor whether a hyphen joins words, nor accents where they leave no doubt.
    """
    called = {code: {code, *(word for name in names[code] for word in name)} for code in names}
    for compared in (_joined, _without_accents):
        wanted = compared(text)
        found = {code for code, words in called.items() if wanted in map(compared, words)}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def spoken(names: Names) -> dict[str, str]:
    """Return what each code is called in the language that is spoken; by itself where it has no words."""
    if help_language() == "en":
        return {code: code for code in names}
    return {code: _small(of_code[0].vi) if of_code else code for code, of_code in names.items()}


def completions(words: Iterable[str], incomplete: str, before: str = "") -> list[CompletionItem]:
    """Return the words that begin so, as a shell can take them in, with what stands `before` them."""
    from click.shell_completion import CompletionItem

    begun = _without_accents(incomplete.replace("\\", ""))
    # Bash alone does not quote what it is offered.
    space = "\\ " if os.environ.get("_PARTYKPI_COMPLETE", "").startswith("bash") else " "
    return [
        CompletionItem((before + word).replace(" ", space))
        for word in words
        if _without_accents(word).startswith(begun)
    ]


def languages() -> Names:
    """Return what the languages are called; in messages by their codes, which need no quotes."""
    return {code: (Text(code, code), *words) for code, words in in_files(LANGUAGES).items()}


def in_files(codes: Iterable[str]) -> Names:
    """Return what keys and fixed values of files are called there in Vietnamese."""
    from partykpi.parse.keys import KEYS, VALUES

    return {code: [Text(code, word) for word in (*VALUES.get(code, ()), *KEYS.get(code, ()))] for code in codes}


def _joined(text: str) -> str:
    return " ".join(normalize("NFC", text).casefold().replace("-", " ").replace("_", " ").split())


def _without_accents(text: str) -> str:
    from partykpi.parse.search import fold

    return _joined(fold(text))


def _small(word: str) -> str:
    """Return a heading as a word within a sentence: Chỉ tiêu is chỉ tiêu, TT stays."""
    return word if word.isupper() else word[:1].lower() + word[1:]
