"""A text in both languages."""

from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

Language = Literal["en", "vi"]

LANGUAGES: tuple[Language, ...] = get_args(Language)


class Text(NamedTuple):
    """A text of partykpi's own, in English and in Vietnamese; neither can be missing."""

    en: str
    vi: str

    def __getitem__(self, language: Language) -> str:  # type: ignore[override]
        return self.vi if language == "vi" else self.en


@dataclass(frozen=True, slots=True)
class GivenText:
    """A text from a file, in one language or in both; the one that is there stands in for the other."""

    en: str | None = None
    vi: str | None = None

    def __getitem__(self, language: Language) -> str:
        first, second = (self.vi, self.en) if language == "vi" else (self.en, self.vi)
        return first if first is not None else second or ""
