"""The sentences of a report for a person: its heading, its summary, what a claim is worth, its source."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from partykpi.core.claims.model import Judgement, SummaryJudgement
from partykpi.core.model import Claim, Status, SummarySubject, Unit
from partykpi.core.report import Assessment, Report, Summary
from partykpi.core.status import STATUS_WORDS
from partykpi.core.time import Moment
from partykpi.problem import Message, message
from partykpi.render.text import locale, words
from partykpi.render.text.figures import attainment_text, years_met
from partykpi.render.text.wrap import one_line
from partykpi.text import Language, Text

_CONVENTION = Text(
    "Exceeded targets are counted among the achieved ones.",
    "Số chỉ tiêu đạt đã bao gồm chỉ tiêu vượt.",
)


class Heading(NamedTuple):
    """The committee and the resolution, as far as they have `names`, a line of the term, and one of the as-of date."""

    names: tuple[str, ...]
    term: str
    as_of: str

    @property
    def lines(self) -> tuple[str, ...]:
        """The whole heading, line by line."""
        return (*self.names, self.term, self.as_of)


def heading(report: Report, language: Language) -> Heading:
    """Return the committee, the resolution, its term, and the as-of date with the share of the term gone by then."""
    resolution, moment = report.resolution, report.moment
    term = message(
        "Term {first} to {last}",
        "Nhiệm kỳ từ {first} đến {last}",
        first=resolution.term.first,
        last=resolution.term.last,
    )
    when = message("As of {as_of} · {gone}", "Tính đến {as_of} · {gone}", as_of=moment.as_of, gone=gone(moment))
    names = (one_line(resolution.committee[language]), one_line(resolution.name[language]))
    return Heading(tuple(filter(None, names)), locale.write(term, language), locale.write(when, language))


def gone(moment: Moment) -> Message:
    """Say how much of the term is gone, or that it is over."""
    if moment.elapsed == 1:
        return message("the whole term elapsed", "hết nhiệm kỳ")
    return message("{share} elapsed", "đã qua {share} thời gian", share=share(moment.elapsed))


def share(of_one: Fraction) -> Text:
    """Return a share of 1 in percent."""
    return Text(locale.percent(of_one, "en"), locale.percent(of_one, "vi"))


def claim_sentence(judgement: Judgement | SummaryJudgement, language: Language) -> str:
    """Say of a claim what the arithmetic says, and the reason of a disagreement that is acknowledged."""
    verdict = words.look_of(judgement).word[language]
    detail = words.ended(words.capital(locale.write(judgement.detail, language)))
    sentence = f"{_claim_text(judgement, language)} – {verdict}. {detail}"
    known = judgement.claim.acknowledged
    if known is None:
        return sentence
    reason = words.ended(one_line(known.reason[language]))
    return f"{sentence} {words.capital(words.ACKNOWLEDGED[language])}: {reason}"


_SUBJECTS: Mapping[SummarySubject, Text] = {
    "achieved": Text("achieved", "đạt"),
    "exceeded": Text("exceeded", "vượt"),
    "rest": Text("rest", "còn lại"),
    "all": Text("all", "tất cả"),
}
_COUNT = Text("{number} of {of}", "{number}/{of}")
_PERCENT = Unit("%", Text("%", "%"), Text("%", "%"))


def _claim_text(judgement: Judgement | SummaryJudgement, language: Language) -> str:
    """Write a claim as it is published; a count of all targets, which no source prints like that, in the language."""
    claim = judgement.claim
    if isinstance(claim, Claim):
        return one_line(claim.text)
    if claim.interval is not None:
        said = locale.amount(claim.interval, _PERCENT, language)
    elif claim.of is None:
        said = str(claim.number)
    else:
        said = _COUNT[language].format(number=claim.number, of=claim.of)
    return f"{_SUBJECTS[claim.subject][language]}: {said}"


_ONE_MET = Text("{met} of {all} target achieved or exceeded", "Có {met}/{all} chỉ tiêu đạt và vượt")
_SOME_MET = Text("{met} of {all} targets achieved or exceeded", "Có {met}/{all} chỉ tiêu đạt và vượt")
_NONE_MET = Text("{met} of {all} targets achieved or exceeded", "Chưa có chỉ tiêu nào đạt ({met}/{all})")
_LOWEST = Text("; the lowest of the rest stands at {lowest}", "; trong các chỉ tiêu chưa đạt, thấp nhất đạt {lowest}")
_FEWEST_YEARS = Text(
    "; the lowest of the rest was met in {lowest}", "; trong các chỉ tiêu chưa đạt, thấp nhất là {lowest} đạt"
)
_FURTHEST = Text(
    "; the furthest of the rest stands at {lowest}", "; trong các chỉ tiêu chưa đạt, kém nhất ở mức {lowest}"
)


def summary(outcome: Summary, language: Language) -> str:
    """Say in one sentence how many targets are met, as a secretary would write it."""
    met = outcome.achieved_or_exceeded
    words_for_met = _ONE_MET if outcome.targets == 1 else _SOME_MET if met or not outcome.targets else _NONE_MET
    text = locale.fill(words_for_met, {"met": met, "all": outcome.targets}, language)
    if outcome.exceeded:
        each = [(outcome.exceeded, STATUS_WORDS["exceeded"]), (met - outcome.exceeded, STATUS_WORDS["achieved"])]
        shown = [f"{locale.counted(count)[language]} {word[language]}" for count, word in each if count]
        text += f" ({', '.join(shown)})"
    if outcome.lowest_rest is not None:
        text += _lowest(outcome.lowest_rest, outcome.lowest, language)
    return f"{text}."


def _lowest(score: Fraction, lowest: Assessment | None, language: Language) -> str:
    """Name the lowest of the rest by the figure that the table shows of it: its score, or what that is made of."""
    attained = None if lowest is None else lowest.measure.attainment
    if lowest is None or attained is None:
        return locale.fill(_LOWEST, {"lowest": share(score)}, language)
    if attained.low == score:
        shown = share(score)[language] if attained.exact is None else attainment_text(lowest, language)
        return locale.fill(_LOWEST, {"lowest": shown}, language)
    if lowest.measure.periods is not None and lowest.measure.periods.reported:
        return locale.fill(_FEWEST_YEARS, {"lowest": years_met(lowest, language)}, language)
    return locale.fill(_FURTHEST, {"lowest": attainment_text(lowest, language)}, language)


def convention(outcome: Summary, language: Language) -> str:
    """Say that exceeded targets are counted among the achieved; nothing where the summary gives either number."""
    each_given = 0 < outcome.exceeded < outcome.achieved_or_exceeded
    return "" if each_given else _CONVENTION[language]


_COUNTED = Text("{count} {status}", "{count} chỉ tiêu {status}")
_BY_STATUS = Text("By status: {each}", "Trong đó: {each}")


def counts(outcome: Summary, language: Language) -> str:
    """Say how many targets have each status that occurs, from the best to the unknown."""
    each = ", ".join(text for _, text in counts_in_sentence(outcome, language))
    return locale.fill(_BY_STATUS, {"each": each or words.NOTHING}, language)


def counts_in_sentence(outcome: Summary, language: Language) -> Iterator[tuple[Status, str]]:
    """Return each status that occurs, with its number of targets as a sentence has it: 3 exceeded."""
    for status, word, count in outcome.by_words():
        yield status, locale.fill(_COUNTED, {"count": locale.counted(count), "status": word}, language)


def each_count(outcome: Summary, language: Language) -> Iterator[tuple[Status, str]]:
    """Return each status that occurs, with its word and its number of targets as a cell has them: exceeded 3."""
    for status, word, count in outcome.by_words():
        yield status, f"{word[language]} {locale.number(count, language)}"


def source(report: Report, language: Language) -> str:
    """Say where the figures of the file come from; nothing where the file does not say it."""
    cited = report.resolution.source
    if cited is None:
        return ""
    parts = [one_line(cited.title[language])]
    if cited.published:
        parts.append(locale.write(message("published {day}", "công bố {day}", day=cited.published), language))
    if cited.url:
        parts.append(one_line(cited.url))
    return " · ".join(parts)
