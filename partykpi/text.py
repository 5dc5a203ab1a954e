"""A text in both languages.

There are exactly two languages, English and Vietnamese, by decision: both forms of a text stand side by side where it
is said, so that neither can be missing or fall behind. A third language would be another way of holding texts, not
another entry; every `match` on a language therefore ends in `assert_never`.
"""

from typing import Literal, NamedTuple, assert_never, get_args

# Exactly two, as the module says.
Language = Literal["en", "vi"]

LANGUAGES: tuple[Language, ...] = get_args(Language)

STEERING = (
    "[\x00-\x1f\x7f-\x9f"  # control characters: they move the cursor, colour, name the window, end the line
    "\u2028\u2029\ud800-\udfff"  # other ends of lines, and surrogates that no encoder takes
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks that turn the direction of writing
    "\xad\u180e\u200b-\u200d\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb"  # what is not seen at all
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "\ufdd0-\ufdef\ufffe\uffff\U0001fffe\U0001ffff"  # no characters: XML and workbooks cannot hold them
    "]"
)
"""What a text can hold that is no part of what it says, and does something where it is shown."""


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
