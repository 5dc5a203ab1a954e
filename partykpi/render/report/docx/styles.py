"""The styles of a document by its rules, its lists and its settings, as XML. Nothing of Word's own looks remains."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from partykpi.render.report.docx.markup import NAMESPACES, millimetres
from partykpi.render.report.docx.rules import LayoutRules
from partykpi.text import Language, Text

FONT = "Times New Roman"
TAGS: dict[Language, str] = {"en": "en-GB", "vi": "vi-VN"}

_Side = Literal["left", "center", "right", "both"]

_LINE = 360  # the height of a line of the text, at least

# The lists: bullets, and headings; those of a further report begin again from this number on.
BULLETS, HEADINGS, FURTHER = 1, 2, 3


class _Style(NamedTuple):
    """A style of paragraphs: the name that Word shows, what it looks like, lengths in twentieths of a point.

    `line` is the least height of a line, or its height where it is negative; 0 is single. `then` is the style of the
    paragraph that is written after it, its own where it is none.
    """

    id: str
    name: Text
    size: int
    bold: bool = False
    italic: bool = False
    caps: bool = False
    underlined: bool = False
    side: _Side = "left"
    before: int = 0
    after: int = 0
    line: int = 0
    indent: int = 0
    keep_next: bool = False
    level: int | None = None  # in the outline
    list_number: int = 0
    then: str = ""


def _same(name: str) -> Text:
    """Return the name of a style that Word knows, and translates itself."""
    return Text(name, name)


def _styles(rules: LayoutRules, table_size: int) -> Iterator[_Style]:
    body, indent = rules.body, millimetres(rules.indent)
    yield _Style("Title", _same("Title"), rules.kind, bold=True, side="center", before=360, keep_next=True, level=0)
    yield _Style("Subtitle", _same("Subtitle"), body, bold=True, side="center", keep_next=True)
    yield _Style(
        "Heading1",
        _same("heading 1"),
        body,
        bold=True,
        caps=rules.caps,
        before=200,
        after=60,
        indent=indent,
        keep_next=True,
        level=0,
        list_number=HEADINGS,
        then="BodyText",
    )
    flowing = _Style("BodyText", _same("Body Text"), body, side="both", before=60, after=60, line=_LINE, indent=indent)
    yield flowing
    yield flowing._replace(id="ListBullet", name=_same("List Bullet"), list_number=BULLETS)
    yield _Style("Header", _same("header"), body, side="center")
    for place, line in enumerate(rules.national):
        name = (Text("National Line", "Quốc hiệu"), Text("National Motto", "Tiêu ngữ"))[place]
        yield _Style(f"National{place + 1}", name, line.size, bold=True, side="center")
    yield _Style("Superior", Text("Superior Body", "Cơ quan cấp trên"), rules.issuer, side="center")
    yield _Style("Issuer", Text("Issuing Body", "Cơ quan ban hành"), rules.issuer, bold=True, side="center")
    yield _Style("Number", Text("Document Number", "Số và ký hiệu"), rules.number, side="center")
    yield _Style("PlaceDate", Text("Place and Date", "Địa danh, ngày tháng"), rules.place, italic=True, side="center")
    yield _Style("Term", Text("Term", "Nhiệm kỳ"), body, italic=True, side="center")
    yield _Style("Rule", Text("Short Rule", "Đường kẻ"), 1, side="center", line=-40)
    yield _Style("Authority", Text("Authority", "Quyền hạn"), body, bold=True, side="center")
    yield _Style("Role", Text("Role", "Chức vụ"), body, bold=rules.role_bold, side="center")
    yield _Style("Signer", Text("Signatory", "Họ tên người ký"), body, bold=True, side="center", before=1500)
    yield _Style(
        "RecipientsLabel",
        Text("Recipients Label", "Nơi nhận"),
        rules.recipients_label,
        bold=not rules.recipients_underlined,
        italic=not rules.recipients_underlined,
        underlined=rules.recipients_underlined,
    )
    yield _Style("Recipients", Text("Recipients", "Tên nơi nhận"), rules.recipients)
    yield _Style("Appendix", Text("Appendix", "Phụ lục"), 14, bold=True, side="center", keep_next=True, level=0)
    yield _Style("AppendixTitle", Text("Appendix Title", "Tên phụ lục"), 14, bold=True, side="center", keep_next=True)
    yield _Style("AppendixOf", Text("Appendix Of", "Phụ lục kèm theo"), 14, italic=True, side="center", after=160)
    yield _Style("TableHead", Text("Table Head", "Đầu bảng"), table_size, bold=True, side="center", keep_next=True)
    yield _Style("TableText", Text("Table Text", "Chữ trong bảng"), table_size)
    yield _Style("TableFigure", Text("Table Figure", "Số trong bảng"), table_size, side="right")
    yield _Style("TableGroup", Text("Table Group", "Nhóm trong bảng"), table_size, bold=True, keep_next=True)
    yield _Style("Legend", Text("Table Legend", "Chú thích bảng"), table_size, before=60)


def styles(rules: LayoutRules, table_size: int, language: Language) -> str:
    """Return all styles of a document, with its font and its language."""
    tag = TAGS[language]
    fonts = "".join(f' w:{script}="{FONT}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    return (
        f"<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{fonts}/>{_size(rules.body)}"
        f'<w:lang w:val="{tag}" w:eastAsia="{tag}" w:bidi="{tag}"/></w:rPr></w:rPrDefault><w:pPrDefault/>'
        '</w:docDefaults><w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" '
        'w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:semiHidden/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
        '</w:tblPr></w:style><w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:semiHidden/></w:style><w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{_borders()}</w:tblBorders></w:tblPr></w:style>'
        f"{''.join(_style(one, language) for one in _styles(rules, table_size))}</w:styles>"
    )


def _borders() -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    return "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in sides)


def _size(points: int) -> str:
    return f'<w:sz w:val="{2 * points}"/><w:szCs w:val="{2 * points}"/>'


def _style(style: _Style, language: Language) -> str:
    own = "" if style.name.en == style.name.vi else ' w:customStyle="1"'
    height = "exact" if style.line < 0 else "atLeast" if style.line else "auto"
    level = "" if style.level is None else f'<w:outlineLvl w:val="{style.level}"/>'
    paragraph = (
        f"{'<w:keepNext/>' if style.keep_next else ''}{_in_list(style.list_number)}"
        f'<w:spacing w:before="{style.before}" w:after="{style.after}" w:line="{abs(style.line) or 240}" '
        f'w:lineRule="{height}"/><w:ind w:left="0" w:firstLine="{style.indent}"/><w:jc w:val="{style.side}"/>{level}'
    )
    marks = (
        "<w:b/><w:bCs/>" if style.bold else "",
        "<w:i/><w:iCs/>" if style.italic else "",
        "<w:caps/>" if style.caps else "",
        _size(style.size),
        '<w:u w:val="single"/>' if style.underlined else "",
    )
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{style.id}"><w:name w:val="{style.name[language]}"/>'
        f'<w:basedOn w:val="Normal"/><w:next w:val="{style.then or style.id}"/><w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{''.join(marks)}</w:rPr></w:style>"
    )


def _in_list(number: int) -> str:
    return f'<w:numPr><w:numId w:val="{number}"/></w:numPr>' if number else ""


def numbering(rules: LayoutRules, reports: int) -> str:
    """Return the lists of a document: the bullets, and the headings of each report."""
    indent = millimetres(rules.indent)
    bullet = _list(0, "bullet", "-", "ListBullet", indent)
    heading = _list(1, "upperRoman" if rules.roman else "decimal", rules.headings, "Heading1", indent)
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbers = [f'<w:num w:numId="{BULLETS}"><w:abstractNumId w:val="0"/></w:num>']
    numbers += [f'<w:num w:numId="{HEADINGS}"><w:abstractNumId w:val="1"/></w:num>']
    numbers += [
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="1"/>{again}</w:num>'
        for number in range(FURTHER, FURTHER + reports - 1)
    ]
    return f"<w:numbering {NAMESPACES}>{bullet}{heading}{''.join(numbers)}</w:numbering>"


def _list(number: int, form: str, text: str, style: str, indent: int) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="{form}"/><w:pStyle w:val="{style}"/><w:suff w:val="space"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="0" w:firstLine="{indent}"/></w:pPr></w:lvl></w:abstractNum>'
    )


def settings(language: Language) -> str:
    """Return the settings of a document: its language, and that it is no older than Word 2013."""
    tag = TAGS[language]
    point, comma = (",", ";") if language == "vi" else (".", ",")
    uri = "http://schemas.microsoft.com/office/word"
    return (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        f'<w:compatSetting w:name="compatibilityMode" w:uri="{uri}" w:val="15"/>'
        f'<w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" w:uri="{uri}" w:val="1"/></w:compat>'
        f'<w:themeFontLang w:val="{tag}" w:eastAsia="{tag}" w:bidi="{tag}"/>'
        f'<w:decimalSymbol w:val="{point}"/><w:listSeparator w:val="{comma}"/></w:settings>'
    )
