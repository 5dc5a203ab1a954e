"""What a report says in sentences, as paragraphs, and its table as an appendix."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from partykpi.core.report import Report
from partykpi.problem import message
from partykpi.render.report.columns import Column
from partykpi.render.report.docx.markup import paragraph
from partykpi.render.report.docx.rules import Rules
from partykpi.render.report.docx.title import attached_to
from partykpi.render.report.rows import Row, has_implied
from partykpi.render.text import locale, sentences, words
from partykpi.render.text.wrap import keep_figures, one_line
from partykpi.text import Language, Text

_RESULTS = Text("Overall results", "Kết quả chung")
_SEE_APPENDIX = Text(
    "The result of each target is given in the Appendix.",
    "Kết quả của từng chỉ tiêu được nêu tại Phụ lục kèm theo.",
)
_WHOLE = Text("Whole resolution", "Toàn nghị quyết")
_APPENDIX = Text("Appendix", "Phụ lục")
_APPENDIX_TITLE = Text("Results by target", "Kết quả thực hiện các chỉ tiêu")
_TARGETS = Text("Targets", "Chỉ tiêu")


def body(
    report: Report, rows: Sequence[Row], columns: Sequence[Column], rules: Rules, headings: int, language: Language
) -> str:
    """Return the text of a report, whose `headings` belong to the list of that number (0: the first).

    It speaks of the targets in the order of their numbers, however the rows are sorted.
    """
    rows = sorted(rows, key=lambda row: row.number)
    in_list = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{headings}"/></w:numPr>' if headings else ""
    parts: list[tuple[str, str]] = [("BodyText", _opening(report, language))] if rules.official else []
    parts.append(("Heading1", _RESULTS[language]))
    parts += [("BodyText", text) for text in _results(report, language)]
    forecast = any(column.name == "forecast" for column in columns)
    notes: dict[str, list[str]] = {}
    for note in sentences.noted(rows, language, refusals=forecast):
        notes.setdefault(note.mark, []).append(note.sentence)
    if notes:
        parts.append(("Heading1", words.NOTES[language]))
        parts += [("ListBullet", f"{_about(mark, rows, language)}: {' '.join(told)}") for mark, told in notes.items()]
    claims = sentences.verdicts(report, rows, language)
    if claims:
        parts.append(("Heading1", words.CLAIMS[language]))
        parts += [("ListBullet", f"{_about(claim.mark, rows, language)}: {claim.sentence}") for claim in claims]
    *above, (last_style, last) = parts
    return "".join(
        [
            *(paragraph(style, keep_figures(text), in_list if style == "Heading1" else "") for style, text in above),
            paragraph(last_style, keep_figures(last), "<w:keepNext/>"),  # who signs does not stand on a page alone
        ]
    )


def _opening(report: Report, language: Language) -> str:
    resolution, moment = report.resolution, report.moment
    opening = message(
        "{committee} reports its results under “{resolution}” (term {first} to {last}) as of {as_of}, when {elapsed} "
        "of the term had elapsed, as follows:",
        "Thực hiện {resolution} (nhiệm kỳ từ {first} đến {last}), {committee} báo cáo kết quả tính đến {as_of} "
        "(đã qua {elapsed} thời gian của nhiệm kỳ) như sau:",
        committee=resolution.committee,
        resolution=resolution.name,
        first=resolution.term.first,
        last=resolution.term.last,
        as_of=moment.as_of,
        elapsed=locale.percent(moment.elapsed, language),
    )
    return locale.write(opening, language)


def _results(report: Report, language: Language) -> Iterator[str]:
    yield sentences.summary(report.summary, language)
    counts = "; ".join(count for _, count in sentences.each_count(report.summary, language))
    yield words.ended(f"{words.STATUS[language]}: {counts or words.NOTHING}")
    yield sentences.CONVENTION[language]
    yield _SEE_APPENDIX[language]


def _about(mark: str, rows: Sequence[Row], language: Language) -> str:
    """Return which targets a sentence is about, by their numbers, and one by its name as well."""
    numbers = mark.rstrip(".")
    if not numbers:
        return _WHOLE[language]
    names = [one_line(row.assessment.target.name[language]) for row in rows if str(row.number) == numbers]
    if names:
        return f"{words.TARGET[language]} {numbers} ({names[0]})"
    return f"{_TARGETS[language]} {numbers}"


def appendix(report: Report, rules: Rules, language: Language) -> str:
    """Return what stands above the table of an appendix."""
    about = sentences.heading(report, language)[-1]
    if rules.official:
        about = attached_to(report.resolution, rules, language)
    return "".join(
        (
            paragraph("Appendix", _APPENDIX[language]),
            paragraph("AppendixTitle", _APPENDIX_TITLE[language].upper()),
            paragraph("AppendixOf", about),
        )
    )


def legend(report: Report, rows: Sequence[Row], columns: Sequence[Column], language: Language) -> str:
    """Return what stands below the table: what its marks mean, and where its figures come from."""
    lines = [words.IMPLIED_LEGEND[language]] if has_implied(rows) else []
    if any(column.name == "published" for column in columns):
        lines += _signs(rows, language)
    source = sentences.source(report, language)
    if source:
        lines.append(f"{words.SOURCE[language]}: {source}")
    return "".join(paragraph("Legend", line) for line in lines)


def _signs(rows: Sequence[Row], language: Language) -> list[str]:
    """Return what each sign behind a published figure means, in one line, where there is any."""
    verdicts = {judgement.verdict for row in rows for judgement in row.assessment.judgements}
    signs: dict[str, list[str]] = {}
    for verdict, word in words.VERDICT_WORDS.items():
        if verdict in verdicts:
            signs.setdefault(words.VERDICT_SIGNS[verdict], []).append(word[language])
    told = "; ".join(f"{sign} {', '.join(meanings)}" for sign, meanings in signs.items())
    return [f"{words.PUBLISHED[language]}: {told}."] if told else []
