"""The sentences of a report for a person: its heading, its summary, what a claim is worth, its source."""

from collections.abc import Iterator
from typing import NamedTuple

from partykpi.core.claims.model import Judgement, SummaryJudgement
from partykpi.core.model import Status
from partykpi.core.report import Report, Summary
from partykpi.core.status import STATUS_WORDS
from partykpi.problem import message
from partykpi.render.text import locale, words
from partykpi.render.text.wrap import one_line
from partykpi.text import Language, Text

CONVENTION = Text(
    "Exceeded targets are counted among the achieved ones.",
    "Chỉ tiêu vượt được tính trong số chỉ tiêu đạt.",
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
    when = message(
        "As of {as_of} · {elapsed} elapsed",
        "Tính đến {as_of} · đã qua {elapsed} thời gian",
        as_of=moment.as_of,
        elapsed=locale.percent(moment.elapsed, language),
    )
    names = (one_line(resolution.committee[language]), one_line(resolution.name[language]))
    return Heading(tuple(filter(None, names)), locale.write(term, language), locale.write(when, language))


def claim_sentence(judgement: Judgement | SummaryJudgement, language: Language) -> str:
    """Say of a claim what the arithmetic says, and the reason of a disagreement that is acknowledged."""
    verdict = words.look_of(judgement).word[language]
    detail = words.ended(words.capital(locale.write(judgement.detail, language)))
    sentence = f"{one_line(judgement.claim.text)} – {verdict}. {detail}"
    known = judgement.claim.acknowledged
    if known is None:
        return sentence
    reason = words.ended(one_line(known.reason[language]))
    return f"{sentence} {words.capital(words.ACKNOWLEDGED[language])}: {reason}"


def summary(outcome: Summary, language: Language) -> str:
    """Say in one sentence how many targets are met, as a secretary would write it."""
    parts = [
        message(
            "{met} of {all} targets achieved or exceeded"
            if outcome.targets != 1
            else "{met} of {all} target achieved or exceeded",
            "{met}/{all} chỉ tiêu đạt và vượt",
            met=outcome.achieved_or_exceeded,
            all=outcome.targets,
        )
    ]
    if outcome.exceeded:
        parts.append(
            message(
                ", {exceeded} of them exceeded",
                ", trong đó {exceeded} chỉ tiêu vượt",
                exceeded=outcome.exceeded,
            )
        )
    if outcome.lowest_rest is not None:
        parts.append(
            message(
                "; the lowest of the rest stands at {lowest}",
                "; chỉ tiêu thấp nhất trong số còn lại đạt {lowest}",
                lowest=locale.percent(outcome.lowest_rest, language),
            )
        )
    return "".join(locale.write(part, language) for part in parts) + "."


def counts(outcome: Summary, language: Language) -> str:
    """Say how many targets have each status that occurs, from the best to the unknown."""
    each = " · ".join(text for _, text in each_count(outcome, language))
    return f"{words.STATUS[language]}: {each or words.NOTHING}"


def each_count(outcome: Summary, language: Language) -> Iterator[tuple[Status, str]]:
    """Return each status that occurs with its word and its number of targets."""
    for status, word in STATUS_WORDS.items():
        count = outcome.statuses.get(status, 0)
        if count:
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
