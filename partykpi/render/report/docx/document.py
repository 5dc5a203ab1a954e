"""The whole document: the only module that knows the library of Word files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from partykpi.core.model import Profile
from partykpi.core.report import Report
from partykpi.render.report import Layout, archive
from partykpi.render.report.document import Table, overview
from partykpi.render.report.document import document as document_of
from partykpi.render.report.docx import body, markup, styles, table, title, widths
from partykpi.render.report.docx.markup import LANDSCAPE_WIDTH, NAMESPACES
from partykpi.render.report.docx.rules import RULES, LayoutRules
from partykpi.render.text.wrap import one_line, without_steering
from partykpi.text import Language

# Parts of the library's own empty document that say nothing about a report, or something wrong.
_LEFT_OVERS = (
    "stylesWithEffects",
    "customXml",
    "fontTable",
    "theme",
    "webSettings",
    "thumbnail",
    "extended-properties",
)

_LONGEST_PROPERTY = 255


def write(reports: Sequence[Report], language: Language, layout: Layout) -> bytes:
    """Return reports as a Word file: the same at any time."""
    rules = RULES[_profile(reports, layout)]
    document = docx.Document()
    headers = _headers(document)
    points, content = _content(reports, rules, language, layout, headers)
    _replace(document.element.body, f"<w:body {NAMESPACES}>{content}</w:body>")
    _replace(document.styles.element, styles.styles(rules, points, language))
    _replace(document.part.numbering_part.element, styles.numbering(rules, len(reports)))
    _replace(document.settings.element, styles.settings(language))
    _describe(document, reports, language)
    for relations in (document.part.rels, document.part.package.rels):
        for id, relation in list(relations.items()):
            if relation.reltype.rpartition("/")[2] in _LEFT_OVERS:
                del relations[id]
    written = BytesIO()
    document.save(written)
    return archive.of_day(written.getvalue(), max(report.moment.as_of for report in reports))


def _profile(reports: Sequence[Report], layout: Layout) -> Profile:
    """Return the rules asked for, else those that the files name; none where they do not agree."""
    named = {report.resolution.letterhead.profile or "plain" for report in reports}
    return layout.profile or (named.pop() if len(named) == 1 else "plain")


def _content(
    reports: Sequence[Report], rules: LayoutRules, language: Language, layout: Layout, headers: str
) -> tuple[int, str]:
    """Return the size of the letters in tables, and the whole content of the document."""
    documents = [document_of(report, language, layout) for report in reports]
    first = overview(reports, language)
    tables: list[Table[Any]] = [one.table for one in documents]
    tables += [] if first is None else [first]
    extents = [table.extents(one, language) for one in tables]
    points = min(widths.size(columns, LANDSCAPE_WIDTH) for columns in extents)
    plans = [widths.plan(columns, LANDSCAPE_WIDTH, points) for columns in extents]
    drawn = [table.markup_of(one, plan, language) for one, plan in zip(tables, plans, strict=True)]
    parts: list[tuple[str, bool]] = []  # the content of each section, and whether it lies on its side
    if first is not None:
        heading = markup.paragraph("Title", first.title.upper(), '<w:spacing w:before="0" w:after="240"/>')
        parts.append((heading + drawn[-1], True))
    by_number = layout._replace(sort=(), group_by=None)
    for place, (one, appended) in enumerate(zip(documents, drawn, strict=False)):
        # the text speaks of the targets in the order of their numbers, however the table is sorted
        in_order = one if layout == by_number else document_of(one.report, language, by_number)
        text = (
            title.title(in_order, rules, language)
            + body.body(in_order, rules, styles.FURTHER + place - 1 if place else 0, language)
            + title.signature(one.report.resolution.letterhead, rules, language)
        )
        parts += [(text, False), (body.appendix(one, rules, language) + appended + body.legend(one), True)]
    return points, "".join(_sections(parts, rules, headers))


def _sections(parts: Sequence[tuple[str, bool]], rules: LayoutRules, headers: str) -> Iterator[str]:
    for place, (content, landscape) in enumerate(parts):
        section = markup.section(headers, landscape=landscape, from_one=rules.official or not place)
        last = place == len(parts) - 1
        yield content + (markup.styled("Rule", "") + section if last else markup.styled("Rule", "", section))


def _headers(document: WordDocument) -> str:
    """Make the headers, one with the page number and an empty one for first pages; return what refers to them."""
    number = '<w:fldSimple w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    references = []
    for kind, content in (("default", number), ("first", "")):
        part, id = document.part.add_header_part()  # type: ignore[no-untyped-call]
        _replace(part.element, f"<w:hdr {NAMESPACES}>{markup.styled('Header', content)}</w:hdr>")
        references.append(f'<w:headerReference w:type="{kind}" r:id="{id}"/>')
    return "".join(references)


def _replace(element: BaseOxmlElement, xml: str) -> None:
    """Put what is in the XML in place of what is in the element."""
    for child in list(element):
        element.remove(child)
    for child in parse_xml(xml):
        element.append(child)


def _describe(document: WordDocument, reports: Sequence[Report], language: Language) -> None:
    """Say in the properties of the file what it is, whose, and in which language."""
    committees = dict.fromkeys(one_line(report.resolution.committee[language]) for report in reports)
    about = [title.subject(report, language) for report in reports]
    properties = document.core_properties
    for name, text in (
        ("title", "; ".join(f"{title.REPORT[language]} {one}" for one in about)),
        ("author", "; ".join(committees)),
        ("last_modified_by", "; ".join(committees)),
        ("language", styles.TAGS[language]),
        ("comments", ""),
    ):
        setattr(properties, name, without_steering(text)[:_LONGEST_PROPERTY])
