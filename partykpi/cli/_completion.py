"""Words of a file that a shell is offered: quoted where the shell would read more than a word in them, or kept back."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from partykpi.render.text.wrap import one_line

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class _Shell(NamedTuple):
    """What click's script for a shell cannot pass on, and whether the shell takes a word as it stands on the line."""

    lost: str
    as_written: bool = False


# In each a backslash is lost; the script for bash matches signs such as * with names of files, that for fish parts a
# word at its commas. The shells other than bash quote what they are offered by themselves.
_SHELLS = {"bash": _Shell(r"[\\*?[]", as_written=True), "fish": _Shell(r"[\\,]"), "zsh": _Shell(r"\\")}


def offered(words: Iterable[tuple[str, str]]) -> list[CompletionItem]:
    """Return the words, each with what it means, as the shell that asks is offered them."""
    from click.shell_completion import CompletionItem

    shell = os.environ.get("_PARTYKPI_COMPLETE", "").partition("_")[0]
    return [CompletionItem(word, help=one_line(meaning)) for word, meaning in _for_shell(words, shell)]


def _for_shell(words: Iterable[tuple[str, str]], shell: str) -> Iterator[tuple[str, str]]:
    lost, as_written = _SHELLS.get(shell, _SHELLS["bash"])
    for word, meaning in words:
        # one that is not shown as it is would be another on the line, and one with a dash would be an option
        if word != one_line(word) or word.startswith("-") or re.search(lost, word):
            continue
        yield _quoted(word) if as_written else word, meaning


def _quoted(word: str) -> str:
    """Return a word as bash reads it; one of letters and digits of any language stays as it is."""
    return word if re.fullmatch(r"[\w./:@%+-]+", word) else shlex.quote(word)
