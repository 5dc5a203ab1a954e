"""Letterhead, title and signature of a report: who issues it, its number, place and date, its name; who signs it."""

from __future__ import annotations

import re

from partykpi.core.model import Letterhead, Resolution, Signatory
from partykpi.core.report import Report
from partykpi.problem import message
from partykpi.render.report.document import Document
from partykpi.render.report.docx import letters, markup
from partykpi.render.report.docx.markup import UPRIGHT_WIDTH, paragraph
from partykpi.render.report.docx.rules import GAP, LayoutRules
from partykpi.render.text import locale, words
from partykpi.render.text.wrap import one_line
from partykpi.text import GivenText, Language, Text

REPORT = Text("Report", "Báo cáo")
_OF_TARGETS = Text("Report on the targets", "Báo cáo kết quả thực hiện chỉ tiêu")
_BLANK_DATE = Text("…………", "ngày … tháng … năm ……")
_BLANK = "…………"
_BLANK_NAME = "………………………………"
# Below the subject, and above who signs, in twentieths of a point.
_BELOW = 160
_ABOVE = 240
_RECIPIENTS = Text("Recipients:", "Nơi nhận:")

# What a number may begin with in a file; the rules say what it begins with in print.
_BEGINS = re.compile(r"\s*(?:số|no\.|no|number)(?:\s*:\s*|\s+|(?=\d))", re.IGNORECASE)


def subject(report: Report, language: Language) -> str:
    """Return what the report is about, for the line below the name of the kind of document."""
    about = message(
        "Results: {resolution}",
        "kết quả thực hiện {resolution}",
        resolution=report.resolution.name,
    )
    return locale.write(about, language)


def as_of(report: Report, language: Language) -> str:
    """Return the as-of date, for the line below the subject."""
    return locale.write(message("(as of {day})", "(tính đến {day})", day=report.moment.as_of), language)


def number(document: Letterhead, rules: LayoutRules, language: Language) -> str:
    """Return number and symbol with what they begin with, or the gap to fill them in."""
    return rules.number_begins[language] + (_symbol(document) or f"{GAP}{rules.symbol}")


def _symbol(document: Letterhead) -> str | None:
    """Return number and symbol as the file gives them, without the word that they begin with."""
    return None if document.number is None else _BEGINS.sub("", one_line(document.number), count=1)


def attached_to(resolution: Resolution, rules: LayoutRules, language: Language) -> str:
    """Return the line of an appendix that names the document it belongs to."""
    document = resolution.letterhead
    attached = message(
        "(Attached to Report No. {number}, {day}, {committee})",
        "(Kèm theo Báo cáo số {number} {day} của {committee})",
        number=_symbol(document) or f"……{rules.symbol}",
        day=document.issued or _BLANK_DATE,
        committee=issuer(resolution),
    )
    return locale.write(attached, language)


def issuer(resolution: Resolution) -> GivenText:
    """Return who issues the report."""
    return resolution.letterhead.issuer or resolution.committee


def title(one: Document, rules: LayoutRules, language: Language) -> str:
    """Return the letterhead and the title."""
    return _official(one.report, rules, language) if rules.official else _plain(one, rules, language)


def _plain(one: Document, rules: LayoutRules, language: Language) -> str:
    report = one.report
    document = report.resolution.letterhead
    parts = []
    if document.superior is not None:
        parts.append(paragraph("Superior", _capitals(document.superior, language)))
    parts.append(paragraph("Issuer", _capitals(issuer(report.resolution), language)))
    if document.number is not None:
        parts.append(paragraph("Number", number(document, rules, language)))
    if document.place is not None or document.issued is not None:
        parts.append(paragraph("PlaceDate", _place_and_date(document, language)))
    parts.append(paragraph("Title", _OF_TARGETS[language].upper()))
    parts.append(paragraph("Subtitle", one_line(report.resolution.name[language])))
    parts += [paragraph("Term", line) for line in (one.heading.term, one.heading.as_of)]
    return "".join(parts)


def _official(report: Report, rules: LayoutRules, language: Language) -> str:
    document = report.resolution.letterhead
    left = markup.millimetres(rules.left)
    widths = (left, UPRIGHT_WIDTH - left)
    head = markup.table(
        widths,
        (
            markup.row(
                (
                    markup.cell(left, _issuer(report.resolution, rules, language, left)),
                    markup.cell(widths[1], _national(rules, language, widths[1])),
                )
            ),
            markup.row(
                (
                    markup.cell(left, paragraph("Number", number(document, rules, language))),
                    markup.cell(widths[1], paragraph("PlaceDate", _place_and_date(document, language))),
                )
            ),
        ),
        "TableNormal",
    )
    about = subject(report, language)
    if rules.capital:
        about = words.capital(about)
    lines = (about, as_of(report, language))
    length = min(letters.width(lines[1], bold=True) * rules.body // 50, UPRIGHT_WIDTH)
    return "".join(
        (
            head,
            paragraph("Title", REPORT[language].upper()),
            *(paragraph("Subtitle", line) for line in lines),
            paragraph("Subtitle", rules.dash, f'<w:spacing w:after="{_BELOW}"/>')
            if rules.dash
            else markup.rule(length * 2 // 5, UPRIGHT_WIDTH, _BELOW),
        )
    )


def _issuer(resolution: Resolution, rules: LayoutRules, language: Language, available: int) -> str:
    document = resolution.letterhead
    name = _capitals(issuer(resolution), language)
    parts = [paragraph("Issuer", name)]
    if document.superior is not None:
        parts.insert(0, paragraph("Superior", _capitals(document.superior, language)))
    if rules.mark:
        parts.append(paragraph("Superior", rules.mark))
    else:
        length = min(letters.width(name, bold=True) * rules.issuer // 50, available)
        parts.append(markup.rule(length * 2 // 5, available, 40))
    return "".join(parts)


def _national(rules: LayoutRules, language: Language, available: int) -> str:
    """Return the national lines; below the last one a rule as long as its text."""
    lines = [paragraph(f"National{place}", line.text[language]) for place, line in enumerate(rules.national, 1)]
    last = rules.national[-1]
    return "".join(lines) + markup.rule(letters.width(last.text[language], bold=True) * last.size // 50, available)


def _place_and_date(document: Letterhead, language: Language) -> str:
    place = _BLANK if document.place is None else one_line(document.place[language])
    day = _BLANK_DATE[language] if document.issued is None else locale.date_text(document.issued, language)
    return f"{place}, {day}"


def _capitals(text: GivenText, language: Language) -> str:
    return one_line(text[language]).upper()


def signature(document: Letterhead, rules: LayoutRules, language: Language) -> str:
    """Return the recipients at the left and who signs at the right; nothing where neither is given nor due."""
    signatory, recipients = document.signatory, document.recipients
    if not rules.official and signatory == Signatory() and not recipients:
        return ""
    half = UPRIGHT_WIDTH // 2
    left = _recipients(document, rules, language) if rules.official or recipients else paragraph("Recipients", "")
    right = _signatory(signatory, rules, language) if rules.official or signatory != Signatory() else ""
    cells = (markup.cell(half, left), markup.cell(UPRIGHT_WIDTH - half, right or paragraph("Role", "")))
    return markup.table((half, UPRIGHT_WIDTH - half), (markup.row(cells),), "TableNormal", (0, _ABOVE))


def _recipients(document: Letterhead, rules: LayoutRules, language: Language) -> str:
    names = [one_line(name[language]).rstrip(".,; ") for name in document.recipients] or [_BLANK]
    ends = [*([rules.separator] * (len(names) - 1)), "."]
    listed = (paragraph("Recipients", f"- {name}{end}") for name, end in zip(names, ends, strict=True))
    return paragraph("RecipientsLabel", _RECIPIENTS[language]) + "".join(listed)


def _signatory(signatory: Signatory, rules: LayoutRules, language: Language) -> str:
    parts = []
    if signatory == Signatory():
        parts.append(paragraph("Authority", rules.authority_blank[language]))
    if signatory.authority is not None:
        parts.append(paragraph("Authority", _capitals(signatory.authority, language)))
    if signatory.role is not None:
        parts.append(paragraph("Role", _capitals(signatory.role, language)))
    name = _BLANK_NAME if signatory.name is None else one_line(signatory.name[language])
    return "".join([*parts, paragraph("Signer", name)])
