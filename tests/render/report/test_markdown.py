from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from samples.reports import MEMBER, assessed, bloc, goal, judged, members_admitted, replaced, reported, rows

from partykpi.core.figure import at_least, exactly
from partykpi.core.measure import Measure
from partykpi.core.model import Cited
from partykpi.core.report import Report, assess
from partykpi.parse import load
from partykpi.render import report as formats
from partykpi.render.report import Layout, _markdown, columns, order, overview, table_styles
from partykpi.render.report.document import document
from partykpi.render.text import sentences, words
from partykpi.render.text.wrap import one_line
from partykpi.text import LANGUAGES, GivenText, Language, Text

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*.yaml"))

READER = MarkdownIt("commonmark").enable("table")

# Signs that mean something in Markdown, among letters and spaces; and any text at all, as a file gives it.
SIGNS = st.text(st.sampled_from("|\\*_`<>[]()#+-.!~&;:=$\"'/ \t\n019ađx"), max_size=24)
ANY = (SIGNS | st.text(max_size=24)).map(str.strip)


def _written(reports: Sequence[Report], language: Language = "en", layout: Layout | None = None) -> str:
    return formats.in_text("md", reports, language, layout or Layout())


def _text(inline: Token) -> str:
    """Return what an inline token shows; nothing in it may be more than plain or bold text."""
    assert {child.type for child in inline.children or []} <= {"text", "strong_open", "strong_close"}
    return "".join(child.content for child in inline.children or [])


def _shown(text: str) -> list[str]:
    """Return a document as its reader sees it: each heading, paragraph, item and cell after a word for its kind."""
    blocks = []
    kinds: list[str] = []
    for token in READER.parse(text):
        assert token.type not in ("html_block", "code_block", "hr", "blockquote_open", "ordered_list_open")
        if token.nesting == 1:
            kinds.append(token.tag)
        elif token.nesting == -1:
            kinds.pop()
        elif token.type == "inline":
            kind = "li" if "li" in kinds else kinds[-1]
            blocks.append(f"{kind}: {_text(token)}")
    return blocks


def _cells(text: str) -> Iterator[list[list[str]]]:
    """Yield the cells of each table, its head first."""
    table: list[list[str]] = []
    for token in READER.parse(text):
        if token.type == "table_open":
            table = []
        elif token.type == "tr_open":
            table.append([])
        elif token.type == "inline" and table and token.level > 2:
            table[-1].append(_text(token))
        elif token.type == "table_close":
            yield table
            table = []


def _displayed(report: Report, chosen: Sequence[str], language: Language) -> list[list[str]]:
    shown = columns.choose(chosen, [report.resolution.term])
    head = [column.heading[language] for column in shown]
    return [head, *([column.text(row, language).strip() for column in shown] for row in rows(report))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_document(language: Language) -> None:
    """Title, resolution, term, date, table, legend, notes, published figures, summary, source: all that plain says."""
    report = bloc()
    shown = _shown(_written([report], language))
    outside = [block for block in shown if not block.startswith(("th: ", "td: "))]
    title, *lines = sentences.heading(report, language).lines
    summary = {"en": "Summary", "vi": "Kết quả chung"}[language]
    signs = {
        "en": "Published: ✓ consistent; ! cut off, not rounded; ✗ inconsistent; ? unverifiable.",
        "vi": "Công bố: ✓ khớp; ! cắt bỏ phần lẻ, chưa làm tròn; ✗ không khớp; ? chưa kiểm chứng được.",
    }[language]
    one = document(report, language, Layout())
    claims = one.claims.items
    assert len(claims) == 4
    assert outside == [
        f"h1: {title}",
        *(f"p: {line}" for line in lines),
        f"p: {words.IMPLIED_LEGEND[language]}",
        f"p: {signs}",
        f"h2: {words.NOTES[language]}",
        *(f"li: {note.line}" for note in one.notes.items),
        f"h2: {words.CLAIMS[language]}",
        *(f"li: {' '.join(filter(None, (claim.sign, claim.mark, claim.sentence)))}" for claim in claims),
        f"h2: {summary}",
        f"p: {sentences.summary(report.summary, language)}",
        f"p: {sentences.counts(report.summary, language)}",
        f"p: {sentences.convention(report.summary, language)}",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("chosen", [columns.DEFAULT, columns.WIDE, columns.names()], ids=["usual", "wide", "all"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_has_the_displayed_cells(path: Path, chosen: tuple[str, ...], language: Language) -> None:
    """A reader of Markdown finds in each cell what every other format shows there."""
    resolution = load(path).resolution
    assert resolution is not None
    report = assess(resolution, None, date(2026, 1, 1))
    (table,) = _cells(_written([report], language, Layout(columns=chosen)))
    assert table == _displayed(report, chosen, language)


def test_figures_stand_at_the_right() -> None:
    """The usual style aligns figures to the right and words to the left."""
    lines = _written([bloc()]).splitlines()
    (rule,) = (line for line in lines if line.startswith("|-") and set(line) <= set("|-:"))
    sides = ["right" if cell.endswith(":") else "left" for cell in rule.strip("|").split("|")]
    assert sides == ["right", "left", "left", "right", "right", "right", "left", "left"]


@settings(max_examples=150, deadline=None)
@given(ANY, ANY, ANY, ANY, ANY)
def test_a_text_of_the_file_stays_a_text(name: str, unit: str, claim: str, committee: str, note: str) -> None:
    """Whatever names, units, claims, committees and notes hold, it is shown as it is and changes nothing around it."""
    thing = MEMBER._replace(one=Text(unit, unit), many=Text(unit, unit))
    target = assessed(
        GivenText(name),
        goal(at_least(700)),
        Measure(exactly(547), attainment=exactly(Fraction(547, 700))),
        "on-track",
        thing,
        judgements=(judged(claim, "inconsistent", acknowledged=note),),
    )
    own = replaced(target, target=target.target._replace(note=GivenText(note), owner=GivenText(committee)))
    report = reported(own, members_admitted(), name=note)
    resolution = report.resolution._replace(committee=GivenText(committee), source=Cited(GivenText(note), claim, name))
    report = report._replace(resolution=resolution)
    chosen = ("number", "target", "unit", "published", "owner", "note")
    text = _written([report], "en", Layout(columns=chosen))
    assert list(_cells(text)) == [_displayed(report, chosen, "en")]
    title, *lines = sentences.heading(report, "en").lines
    (told,) = document(report, "en", Layout()).claims.items
    source = sentences.source(report, "en")
    assert [block for block in _shown(text) if not block.startswith(("th: ", "td: "))] == [
        f"h1: {title}",
        *(f"p: {line}" for line in lines),
        "p: Published: ✓ consistent; ✗ inconsistent.",
        "h2: Published figures",
        f"li: ✗ 1. {told.sentence}".rstrip(),
        "h2: Summary",
        f"p: {sentences.summary(report.summary, 'en')}",
        f"p: {sentences.counts(report.summary, 'en')}",
        f"p: {sentences.convention(report.summary, 'en')}",
        *([f"p: Source: {source}".rstrip()] if source else []),
    ]


@settings(max_examples=300, deadline=None)
@given(ANY)
def test_a_text_stays_a_text_wherever_it_stands(text: str) -> None:
    """One line of any text is shown as it is, as a heading, as a paragraph and in a list."""
    line = one_line(text)
    for written, kind in (
        (_markdown.heading(2, line), "h2"),
        (_markdown.paragraph(line), "p"),
        (f"- {_markdown.inline('✗ ' + line)}", "li"),
    ):
        expected = f"✗ {line}".rstrip() if kind == "li" else line
        assert _shown(f"before\n\n{written}\n\nafter") == (
            ["p: before", *([f"{kind}: {expected}"] if expected or kind != "p" else []), "p: after"]
        )


@pytest.mark.parametrize(
    "text",
    [
        "1.5–2% bình quân",
        "≥ 16.000/năm",
        "78.14% ✓; exceeds 10.87% ✓",
        "Nghị quyết đại hội, nhiệm kỳ 2020-2025",
        "(mọi số liệu đều là giả định)",
        "-5,1%",
        "+1.2 points",
        "< 4%",
        "<= 5",
        "R&D & more",
        "ab_cd",
        "2021. gada",
        "C#",
        "Vì sao?! – “không”…",
    ],
)
def test_nothing_is_escaped_needlessly(text: str) -> None:
    """Names and figures that mean nothing in Markdown stay readable as they are."""
    assert _markdown.inline(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a|b", r"a\|b"),
        ("a\\|b", r"a\\\|b"),
        ("*a* _b_ `c` ~d~ $e$", r"\*a\* \_b\_ \`c\` \~d\~ \$e\$"),
        ("[a](b) ![c](d) <b> <!-- &lt; &#60;", r"\[a](b) !\[c](d) \<b> \<!-- \&lt; \&#60;"),
        ("# a", r"\# a"),
        (" # a ", r"\# a"),
        ("#1", "#1"),
        ("> 20 members", r"\> 20 members"),
        ("- a", r"\- a"),
        ("-5", "-5"),
        ("---", r"\---"),
        ("+ a", r"\+ a"),
        ("1. a", r"1\. a"),
        ("12) a", r"12\) a"),
        ("1.5 a", "1.5 a"),
        ("2020-2025", "2020-2025"),
    ],
)
def test_what_means_something_is_escaped(text: str, written: str) -> None:
    """At the beginning of a paragraph signs of lists, headings and quotations are escaped; others anywhere."""
    assert _markdown.paragraph(text) == written


@pytest.mark.parametrize("language", LANGUAGES)
def test_groups_have_headings_and_tables_of_their_own(language: Language) -> None:
    """Each group is a heading, its subtotal and a table; numbers and cells are those of the whole table."""
    report = bloc()
    text = _written([report], language, Layout(group_by="status"))
    groups = order.group(rows(report), "status", {})
    headings = [block for block in _shown(text) if block.startswith("h2: ")]
    assert headings[: len(groups)] == [f"h2: {order.title(group, language)}" for group in groups]
    for group in groups:
        assert f"p: {order.subtotal(group, language)}" in _shown(text)
    whole = {line[0]: line for line in _displayed(report, columns.DEFAULT, language)}
    tables = list(_cells(text))
    assert [[line[0] for line in table[1:]] for table in tables] == [
        [str(row.number) for row in group.rows] for group in groups
    ]
    assert all(line == whole[line[0]] for table in tables for line in table)


def test_a_report_without_rows_has_a_head_and_a_summary() -> None:
    """Where no target has the status asked for the table is empty, and the rest stands."""
    text = _written([bloc()], "en", Layout(only=("achieved",)))
    assert [len(table) for table in _cells(text)] == [1]
    assert "p: 2 of 7 targets achieved or exceeded (2 exceeded); the lowest of the rest stands at 60%." in _shown(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_several_reports_are_one_document(language: Language) -> None:
    """One title, the overview below it, then a section each, one level lower than alone."""
    text = _written([bloc(), bloc()], language)
    shown = _shown(text)
    assert [block for block in shown if block.startswith("h1: ")] == [f"h1: {words.OVERVIEW[language]}"]
    assert shown[0].startswith("h1: ")
    committee = bloc().resolution.committee[language]
    assert [block for block in shown if block.startswith("h2: ")] == [f"h2: {committee}"] * 2
    first, *others = _cells(text)
    assert first[0] == [column.heading[language] for column in overview.COLUMNS]
    assert first[1:] == [[column.text(bloc(), language) for column in overview.COLUMNS]] * 2
    assert others == [_displayed(bloc(), columns.DEFAULT, language)] * 2


@pytest.mark.parametrize("style", table_styles())
def test_every_style_of_tabulate(style: str) -> None:
    """Markdown's own styles and HTML are drawn, every other is shown as it is written; no name ends its table."""
    name = "a | b `` c ``` <i>d</i> & \\ *e*"
    report = reported(replaced(members_admitted(), target=members_admitted().target._replace(own_name=GivenText(name))))
    text = _written([report, report], "en", Layout(table_style=style))
    tokens = READER.parse(text)
    tables, fences, blocks = (
        [token.content for token in tokens if token.type == kind] for kind in ("table_open", "fence", "html_block")
    )
    assert len(tables or fences or blocks) == 3
    if style in ("pipe", "github"):
        assert [table[1][1] for table in list(_cells(text))[1:]] == [name, name]
    elif "html" in style:
        assert all(block.count("<td") % 8 == 0 or "Committee" in block for block in blocks)
        assert "a | b `` c ``` &lt;i&gt;d&lt;/i&gt; &amp; \\ *e*" in blocks[1]
    else:
        assert len(fences) == 3
        assert "78.14%" in fences[1].replace("\\", "")
    assert [token.tag for token in tokens if token.type == "heading_open"] == ["h1", "h2", "h3", "h2", "h3"]


def test_a_style_that_takes_text_for_markup_is_not_let_do_so() -> None:
    """`unsafehtml` and `latex_raw` give what `html` and `latex` give."""
    for name in ("md", "plain"):
        for style, safe in (("unsafehtml", "html"), ("latex_raw", "latex")):
            name_of = members_admitted().target._replace(own_name=GivenText("<script>x</script> \\input{y}"))
            report = reported(replaced(members_admitted(), target=name_of))
            texts = [formats.in_text(name, [report], "en", Layout(table_style=one)) for one in (style, safe)]
            assert texts[0] == texts[1]
            assert "<script>" not in texts[0] or "latex" in style


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("https://e.vil/<img src=x>", r"https\://e.vil/\<img src=x>"),
        ("see HTTP://e.vil/*a*", r"see HTTP\://e.vil/\*a\*"),
        ("www.e.vil/<b>", r"www\.e.vil/\<b>"),
        ("ftp://e.vil/[a](b) and https://example.org/a_b", r"ftp\://e.vil/\[a](b) and https://example.org/a_b"),
        ("https://example.org/a_b?c=d", "https://example.org/a_b?c=d"),
    ],
)
def test_an_address_takes_no_escape_into_itself(text: str, written: str) -> None:
    """What is linked without being marked ends at a tag: with a sign that means something in it, it is no link."""
    assert _markdown.inline(text) == written
