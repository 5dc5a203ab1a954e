"""A text in both languages.

There are exactly two languages, English and Vietnamese, by decision: both forms of a text stand side by side where it
is said, so that neither can be missing or fall behind. A third language would be another way of holding texts, not
another entry; every `match` on a language therefore ends in `assert_never`.
"""

from typing import Literal, NamedTuple, assert_never, get_args

# Exactly two, as the module says.
Language = Literal["en", "vi"]

LANGUAGES: tuple[Language, ...] = get_args(Language)


class Text(NamedTuple):
    """A text of partykpi's own, in English and in Vietnamese; neither can be missing."""

    en: str
    vi: str

    def __getitem__(self, language: Language) -> str:  # type: ignore[override]
        match language:
            case "en":
                return self.en
            case "vi":
                return self.vi
            case _:
                assert_never(language)


class GivenText:
    """A text from a file, in one language or in both; where one is missing, the other is shown."""

    __slots__ = ("en", "vi")

    def __init__(self, en: str | None = None, vi: str | None = None) -> None:
        self.en = en
        self.vi = vi

    def given(self, language: Language) -> str | None:
        """Return the text as it is given in that language, None where it is not."""
        match language:
            case "en":
                return self.en
            case "vi":
                return self.vi
            case _:
                assert_never(language)

    def __getitem__(self, language: Language) -> str:
        text = self.given(language)
        if text is None:
            text = self.vi if self.en is None else self.en
        return text or ""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, GivenText) and (self.en, self.vi) == (other.en, other.vi)

    def __hash__(self) -> int:
        return hash((self.en, self.vi))

    def __repr__(self) -> str:
        return f"GivenText(en={self.en!r}, vi={self.vi!r})"
