"""A text in both languages."""

from typing import Literal, NamedTuple, get_args

Language = Literal["en", "vi"]

LANGUAGES: tuple[Language, ...] = get_args(Language)


class Text(NamedTuple):
    """A text of partykpi's own, in English and in Vietnamese; neither can be missing."""

    en: str
    vi: str

    def __getitem__(self, language: Language) -> str:  # type: ignore[override]
        return self.vi if language == "vi" else self.en


class GivenText:
    """A text from a file, in one language or in both; the one that is there is used for the other."""

    __slots__ = ("en", "vi")

    def __init__(self, en: str | None = None, vi: str | None = None) -> None:
        self.en = en
        self.vi = vi

    def __getitem__(self, language: Language) -> str:
        first, second = (self.vi, self.en) if language == "vi" else (self.en, self.vi)
        return first if first is not None else second or ""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, GivenText) and (self.en, self.vi) == (other.en, other.vi)

    def __hash__(self) -> int:
        return hash((self.en, self.vi))

    def __repr__(self) -> str:
        return f"GivenText(en={self.en!r}, vi={self.vi!r})"
