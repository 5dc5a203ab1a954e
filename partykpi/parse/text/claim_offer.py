"""How a published figure that could not be read can be written: only as what its words can mean."""

import re
from collections.abc import Iterator

from partykpi.parse.text.claim_words import A_YEAR, all_of, by_words
from partykpi.parse.text.fold import folded
from partykpi.text import Text

NO_OFFER = Text("", "")

_PERCENTAGE = re.compile(r"(?<![0-9][-–])(?<![0-9.,])[0-9][0-9.,_]*(?= ?%| per ?cent| phần trăm)")
_YEAR = re.compile(r"(?:\bnăm |\bin )([12][0-9]{3})\b")
_UNSURE = (
    "không", "chưa", "ít nhất", "tối thiểu", "tối đa", "nhiều nhất", "không quá", "hoặc", "not", "no", "at least",
    "at most", "or", "unless", "between",
)  # fmt: skip
_TO = ("lên", "lên đến", "tới", "xuống", "còn", "to")
_SINCE = ("cùng kỳ", "năm trước", "năm ngoái", "đầu nhiệm kỳ", "đầu kỳ", "last year", "the same period", "year on year")


def offers(text: str, percent: bool) -> Text:
    """Return the ways to write the one percentage of a text with a sense that its words can have; nothing where none.

    `percent` says that the figures of the target are percentages, so that the text may be of the figure itself.
    """
    found = _PERCENTAGE.findall(text)
    words = f" {folded(text.lower())} "
    if len(found) != 1 or len(re.findall(r"[0-9][0-9.,_]*", _YEAR.sub("", text))) > 1 or _has(words, _UNSURE):
        return NO_OFFER
    shown = [f'`{{figure: "{found[0]}%", {sense}}}`' for sense in _senses(words, text, percent)]
    if not shown:
        return NO_OFFER
    return Text(
        f", or the number with its sense: {' or '.join(shown)}", f", hoặc ghi số kèm cách hiểu: {' hoặc '.join(shown)}"
    )


def _senses(words: str, text: str, percent: bool) -> Iterator[str]:
    verbs = by_words().verbs
    said = {sense if not change else "change" for verb, (sense, _, change) in verbs.items() if f" {verb} " in words}
    if "change" in said or _has(words, _SINCE):
        if percent and _has(words, _TO):
            yield "sense: level"
        if any(year in words for year in all_of(A_YEAR)):
            yield "sense: mean"
        else:
            yield "sense: change, against: 2021"
    elif "share" in said:
        yield "sense: share"
    elif "exceeds" in said:
        yield "sense: exceeds"
    elif "reaches" in said:
        year = _YEAR.search(text.lower())
        yield "sense: reaches" + (f", for: {year[1]}" if year else "")
        if percent:
            yield "sense: level"


def _has(words: str, some: tuple[str, ...]) -> bool:
    return any(f" {one} " in words for one in all_of(some))
