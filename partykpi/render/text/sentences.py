"""What a report says above and below its rows, in sentences for a person."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from partykpi.core.claims.model import Judgement, SummaryJudgement, Verdict
from partykpi.core.model import Status
from partykpi.core.report import Report, Summary
from partykpi.core.status import STATUS_WORDS
from partykpi.problem import message
from partykpi.render.report.rows import Row
from partykpi.render.text import locale, words
from partykpi.render.text.wrap import one_line
from partykpi.text import Language, Text

CONVENTION = Text(
    "Exceeded targets are counted among the achieved ones.",
    "Chỉ tiêu vượt được tính trong số chỉ tiêu đạt.",
)


class Noted(NamedTuple):
    """A note and, as its `mark`, the numbers of the rows that it is about."""

    mark: str
    sentence: str


class Verdicted(NamedTuple):
    """The sentence about one claim; `mark` says which target it is about, by number, if any."""

    sign: str
    mark: str
    sentence: str
    verdict: Verdict

    @property
    def begin(self) -> str:
        """What stands before the sentence, where the mark has no place of its own."""
        return " ".join(part for part in (self.sign, self.mark) if part)


def heading(report: Report, language: Language) -> list[str]:
    """Return the committee, the resolution, a line of its term, and one of the as-of date and the share gone."""
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
    return [*(name for name in names if name), locale.write(term, language), locale.write(when, language)]


def noted(chosen: Sequence[Row], language: Language, refusals: bool = False) -> list[Noted]:
    """Return what the reader must know of the rows' figures.

    With `refusals` also why rows have no forecast; the same reason is told once.
    """
    told = [
        Noted(f"{row.number}.", words.ended(words.capital(locale.write(note, language))))
        for row in chosen
        for note in row.assessment.measure.notes
    ]
    if not refusals:
        return told
    refused: dict[str, list[str]] = {}
    for row in chosen:
        refusal = row.assessment.measure.refusal
        if refusal is not None:
            refused.setdefault(locale.write(refusal, language), []).append(str(row.number))
    told += [Noted(f"{', '.join(numbers)}.", words.ended(words.capital(reason))) for reason, numbers in refused.items()]
    return told


def notes(chosen: Sequence[Row], language: Language, refusals: bool = False) -> list[str]:
    """Return what `noted` does, each with the numbers of its rows before it."""
    return [f"{note.mark} {note.sentence}" for note in noted(chosen, language, refusals)]


def verdicts(report: Report, chosen: Sequence[Row], language: Language) -> list[Verdicted]:
    """Return a sentence for each claim that is not simply right, those about the whole resolution last."""
    return [
        *(
            _verdict(judgement, f"{row.number}.", language)
            for row in chosen
            for judgement in row.assessment.judgements
            if judgement.verdict != "consistent"
        ),
        *(
            _verdict(judgement, "", language)
            for judgement in report.summary.judgements
            if judgement.verdict != "consistent"
        ),
    ]


def claim_sentence(judgement: Judgement | SummaryJudgement, language: Language) -> str:
    """Say of a claim what the arithmetic says, and why a disagreement stands where that is told."""
    sentence = f"{one_line(judgement.claim.text)} – {words.VERDICT_WORDS[judgement.verdict][language]}. " + words.ended(
        words.capital(locale.write(judgement.detail, language))
    )
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
    """Say where the figures of the file come from; nothing where the file does not tell."""
    cited = report.resolution.source
    if cited is None:
        return ""
    parts = [one_line(cited.title[language])]
    if cited.published:
        parts.append(locale.write(message("published {day}", "công bố {day}", day=cited.published), language))
    if cited.url:
        parts.append(one_line(cited.url))
    return " · ".join(parts)


def _verdict(judgement: Judgement | SummaryJudgement, mark: str, language: Language) -> Verdicted:
    sign = words.VERDICT_SIGNS[judgement.verdict]
    return Verdicted(sign, mark, claim_sentence(judgement, language), judgement.verdict)
