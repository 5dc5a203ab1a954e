"""The text of a report in paragraphs, and the title and the legend of its appendix."""

from __future__ import annotations

from collections.abc import Iterator

from partykpi.core.report import Report
from partykpi.problem import message
from partykpi.render.report.document import Document, Remark, SummaryText
from partykpi.render.report.docx.markup import paragraph
from partykpi.render.report.docx.rules import LayoutRules
from partykpi.render.report.docx.title import attached_to, issuer
from partykpi.render.text import locale, words
from partykpi.render.text.sentences import gone
from partykpi.render.text.wrap import keep_figures, one_line
from partykpi.text import Language, Text

_SEE_APPENDIX = Text(
    "The result of each target is given in the Appendix.",
    "Kết quả của từng chỉ tiêu được nêu tại Phụ lục kèm theo.",
)
_NOTES = Text("Notes", "Một số vấn đề cần lưu ý")
_CLAIMS = Text("Published figures", "Đối chiếu số liệu đã công bố")
_WHOLE = Text("Whole resolution", "Toàn nghị quyết")
_APPENDIX = Text("Appendix", "Phụ lục")
_APPENDIX_TITLE = Text("Results by target", "Kết quả thực hiện các chỉ tiêu")
_TARGETS = Text("Targets", "Chỉ tiêu")


def body(one: Document, rules: LayoutRules, headings: int, language: Language) -> str:
    """Return the text of a report, whose `headings` belong to the list of that number (0: the first)."""
    in_list = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{headings}"/></w:numPr>' if headings else ""
    parts: list[tuple[str, str]] = [("BodyText", _opening(one.report, language))] if rules.official else []
    parts.append(("Heading1", one.summary.title))
    parts += [("BodyText", text) for text in _results(one.summary, language)]
    notes: dict[tuple[int, ...], list[str]] = {}
    for note in one.notes.items:
        notes.setdefault(note.numbers, []).append(note.sentence)
    joined = [Remark(numbers, " ".join(several)) for numbers, several in notes.items()]
    for title, remarks in ((_NOTES, joined), (_CLAIMS, one.claims.items)):
        if remarks:
            parts.append(("Heading1", title[language]))
        parts += [("ListBullet", f"{_about(remark, one, language)}: {remark.sentence}") for remark in remarks]
    *above, (last_style, last) = parts
    return "".join(
        [
            *(paragraph(style, keep_figures(text), in_list if style == "Heading1" else "") for style, text in above),
            paragraph(last_style, keep_figures(last), "<w:keepNext/>"),  # never leaves the signature alone on a page
        ]
    )


def _opening(report: Report, language: Language) -> str:
    resolution, moment = report.resolution, report.moment
    opening = message(
        "{committee} reports its results under “{resolution}” (term {first} to {last}) as of {as_of} "
        "({gone}), as follows:",
        "Thực hiện {resolution} (nhiệm kỳ từ {first} đến {last}), {committee} báo cáo kết quả tính đến {as_of} "
        "({gone}) như sau:",
        committee=issuer(resolution),
        resolution=resolution.name,
        first=resolution.term.first,
        last=resolution.term.last,
        as_of=moment.as_of,
        gone=gone(moment),
    )
    return locale.write(opening, language)


def _results(summary: SummaryText, language: Language) -> Iterator[str]:
    yield summary.sentence
    yield words.ended(summary.statuses)
    if summary.convention:
        yield summary.convention
    yield _SEE_APPENDIX[language]


def _about(remark: Remark, one: Document, language: Language) -> str:
    """Return the targets that a sentence is about, by their numbers, and one by its name as well."""
    if not remark.numbers:
        return _WHOLE[language]
    if len(remark.numbers) > 1:
        return f"{_TARGETS[language]} {remark.mark.removesuffix('.')}"
    (number,) = remark.numbers
    name = one.report.assessments[number - 1].target.name
    return f"{words.TARGET[language]} {number} ({one_line(name[language])})"


def appendix(one: Document, rules: LayoutRules, language: Language) -> str:
    """Return the title of an appendix."""
    about = attached_to(one.report.resolution, rules, language) if rules.official else one.heading.as_of
    return "".join(
        (
            paragraph("Appendix", _APPENDIX[language]),
            paragraph("AppendixTitle", _APPENDIX_TITLE[language].upper()),
            paragraph("AppendixOf", about),
        )
    )


def legend(one: Document) -> str:
    """Return the lines below the table: what its marks mean, and where its figures come from."""
    return "".join(paragraph("Legend", line) for line in (*one.legends, one.source) if line)
