"""The web page, by its structure and as Chromium sees it: what it says, that it is sound, and that it stands alone."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples.reports import assessed, bloc, goal, members_admitted, replaced, reported, rows

from partykpi import assess
from partykpi.core import kinds
from partykpi.core.figure import Interval, at_least, exactly
from partykpi.core.measure import Measure
from partykpi.core.model import Cited
from partykpi.core.report import Report
from partykpi.parse import load
from partykpi.render import report as formats
from partykpi.render.commands.explain import explain
from partykpi.render.report import Layout, columns
from partykpi.render.report.document import document
from partykpi.render.report.html import palette
from partykpi.render.text import sentences
from partykpi.render.text.wrap import one_line
from partykpi.text import LANGUAGES, GivenText, Language

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "partykpi" / "render" / "report" / "html"
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))

VOID = {"meta", "link", "br", "hr", "img", "input"}


@dataclass
class Element:
    """An element of a page, with what is in it."""

    tag: str
    attributes: dict[str, str]
    children: list[Element | str] = field(default_factory=list)

    def find(self, tag: str, **attributes: str) -> list[Element]:
        """Return all elements of that tag (or `*`) and those attributes, in their order; `class_` is one of several."""
        named = attributes.pop("class_", None)
        return [
            one
            for one in self.all()
            if tag in ("*", one.tag)
            and (named is None or named in one.attributes.get("class", "").split())
            and all(one.attributes.get(name) == value for name, value in attributes.items())
        ]

    def all(self) -> Iterator[Element]:
        """Go through the element and all that are in it."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.all()

    def text(self, *without: str) -> str:
        """Return the text that is in it, white space as single spaces; not that of elements of a class in `without`."""
        return " ".join("".join(self._texts(without)).split())

    def _texts(self, without: Sequence[str]) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif not set(child.attributes.get("class", "").split()) & set(without):
                yield from child._texts(without)


class Parser(HTMLParser):
    """Reads a page strictly: every element is closed by its own end, and no attribute is given twice."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.open = [self.root]
        self.declared: list[str] = []

    def handle_decl(self, decl: str) -> None:
        """Keep a declaration, which stands before all else."""
        assert len(self.open) == 1
        self.declared.append(decl)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), names
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an element that is closed at once, as only those of a picture are."""
        assert any(element.tag == "svg" for element in self.open) or tag == "svg"
        self.open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last."""
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        """Keep a text."""
        self.open[-1].children.append(data)


def parsed(text: str) -> Element:
    """Return the page as a tree."""
    parser = Parser()
    parser.feed(text)
    parser.close()
    assert parser.open == [parser.root]
    assert parser.declared == ["DOCTYPE html"]
    (html,) = (child for child in parser.root.children if isinstance(child, Element))
    return html


def rendered(*reports: Report, language: Language = "en", layout: Layout | None = None) -> str:
    """Return the page of some reports."""
    return formats.in_text("html", reports, language, layout or Layout())


def page(*reports: Report, language: Language = "en", layout: Layout | None = None) -> Element:
    """Return the page of some reports as a tree."""
    return parsed(rendered(*reports, language=language, layout=layout))


@cache
def example(path: Path) -> Report:
    """Return the report of an example."""
    resolution = load(path).resolution
    assert resolution is not None
    return assess(resolution)


@cache
def examples() -> tuple[Report, ...]:
    """Return the reports of all examples."""
    return tuple(example(path) for path in EXAMPLES)


ILLUSTRATIVE = ROOT / "examples" / "illustrative-2020-2025.yaml"

LAYOUTS = [
    Layout(),
    Layout(columns=columns.WIDE, group_by="status"),
    Layout(columns=("status", "years"), sort=("-attainment",)),
    Layout(only=("missed",)),
    Layout(only=("nearly",), group_by="owner"),
]


# Sound for every reader


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_page_is_sound(language: Language, layout: Layout) -> None:
    """Tags balance, ids are unique, what is referred to exists, headings skip no level, pictures have words."""
    for reports in ((bloc(),), examples()):
        text = rendered(*reports, language=language, layout=layout)
        assert text.endswith("</html>\n")
        html = parsed(text)
        assert html.attributes == {"lang": language}
        assert [title.text() for title in html.find("head")[0].find("title")] != [""]
        ids = [element.attributes["id"] for element in html.all() if "id" in element.attributes]
        assert len(ids) == len(set(ids))
        for element in html.all():
            for attribute in ("aria-labelledby", "aria-describedby"):
                if attribute in element.attributes:
                    assert element.attributes[attribute] in ids
            if element.attributes.get("href", "").startswith("#"):
                assert element.attributes["href"][1:] in ids
            if element.attributes.get("role") in ("img", "region"):
                assert "aria-labelledby" in element.attributes
        levels = [int(element.tag[1]) for element in html.all() if re.fullmatch(r"h\d", element.tag)]
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))
        for svg in html.find("svg"):
            assert svg.attributes.get("aria-hidden") == "true" or svg.find("title")[0].text()
        assert html.find("main")
        assert all(element.text() for element in html.find("caption") + html.find("summary") + html.find("th"))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_tables_have_headers(layout: Layout) -> None:
    """Each table has a caption, each heading says what it heads, and each row has one heading and all its cells."""
    html = page(bloc(), members_report(), layout=layout)
    for table in html.find("table"):
        assert len(table.find("caption")) == 1
        headings = table.find("thead")[0].find("th")
        assert {heading.attributes["scope"] for heading in headings} == {"col"}
        for row in [row for body in table.find("tbody") for row in body.find("tr")]:
            cells = row.find("td")
            (head,) = row.find("th")
            if head.attributes["scope"] == "rowgroup":
                assert head.attributes["colspan"] == str(len(headings))
                assert cells == []
                continue
            assert head.attributes["scope"] == "row"
            assert len(cells) + 1 == len(headings)
            assert {cell.attributes["data-label"] for cell in cells} < {heading.text() for heading in headings}


def members_report() -> Report:
    """Return a report of one target."""
    return reported(members_admitted())


def _luminance(color: str) -> float:
    parts = [int(color[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    """Return the ratio of the Web Content Accessibility Guidelines, from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_ratio_is_that_of_the_guidelines() -> None:
    """Black on white is 21 to 1; grey 767676 on white is the lightest that passes."""
    assert round(_contrast("000000", "ffffff"), 2) == 21
    assert _contrast("767676", "ffffff") >= 4.5 > _contrast("777777", "ffffff")


GROUNDS = [palette.PAGE, palette.CARD]
WRITTEN = [(color, ground) for color in (palette.INK, palette.FAINT, palette.LINK) for ground in GROUNDS] + [
    (tone.ink, ground) for tone in palette.TONES.values() for ground in (tone.tint, palette.CARD, palette.PAGE)
]
DRAWN = (
    [(tone.fill, ground) for tone in palette.TONES.values() for ground in (palette.TRACK, palette.CARD)]
    + [(color, palette.CARD) for color in palette.SERIES.values()]
    + [(palette.ACCENT, palette.PAGE)]
)


@pytest.mark.parametrize("side", ["light", "dark"])
def test_words_and_drawings_stand_out(side: str) -> None:
    """Words have a contrast of 4.5 and drawings of 3 at least, by day and by night."""
    for pairs, least in ((WRITTEN, 4.5), (DRAWN, 3)):
        for color, ground in pairs:
            one, other = getattr(color, side), getattr(ground, side)
            assert _contrast(one, other) >= least, f"{one} on {other}"


def test_all_colours_come_from_the_palette() -> None:
    """The style sheet and the templates name no colour of their own, and none that there is not."""
    css = (PAGE / "page.css").read_text(encoding="utf-8")
    named = set(palette.named()) | {"tone-ink", "tone-tint", "tone-fill", "draw"}
    assert set(re.findall(r"var\(--([\w-]+)\)", css)) <= named
    for path in (PAGE / "page.css", *PAGE.glob("*.jinja")):
        text = re.sub(r'href="#|id="#|\{#', "", path.read_text(encoding="utf-8"))
        assert re.findall(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsl", text) == [], path


# It stands alone


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_loaded(language: Language) -> None:
    """There is no script, no style but the page's own, and nothing that a browser would fetch; and none is allowed."""
    html = page(*examples(), language=language)
    tags = {element.tag for element in html.all()}
    assert (
        tags & {"script", "img", "iframe", "object", "embed", "base", "form", "image", "use", "video", "audio"} == set()
    )
    for element in html.all():
        assert not {"src", "srcset", "style", "background", "action", "xlink:href"} & set(element.attributes)
        assert not any(name.startswith("on") for name in element.attributes)
    (link,) = html.find("link")
    assert link.attributes == {"rel": "icon", "href": "data:,"}
    css = "".join(style.text() for style in html.find("style"))
    assert "@import" not in css
    assert "url(" not in css
    (policy,) = html.find("meta", **{"http-equiv": "Content-Security-Policy"})
    rules = [rule.strip() for rule in policy.attributes["content"].split(";")]
    assert rules[0] == "default-src 'none'"
    assert not any("script-src" in rule or "http" in rule for rule in rules)


HOSTILE = "</td></table><script>alert(1)</script>\" onclick='x' <b>&amp; {{ 7 * 7 }} {% raw %} =cmd \x1b[31m\u202e"


@pytest.mark.parametrize("layout", [Layout(), Layout(columns=columns.WIDE, group_by="owner")])
def test_text_of_a_file_is_never_markup(layout: Layout) -> None:
    """Tags, quotes, braces and what steers a terminal are shown, or made harmless, wherever a file can write them."""
    text = GivenText(en=HOSTILE)
    one = members_admitted()
    target = one.target._replace(owner=text, note=text, own_name=text)
    report = reported(replaced(one, target=target), name=HOSTILE)
    resolution = report.resolution._replace(committee=text, source=Cited(text, HOSTILE, HOSTILE))
    html = page(report._replace(resolution=resolution), layout=layout)
    assert html.find("script") == []
    assert html.find("b") == []
    assert html.find("h1")[0].text() == " ".join(one_line(HOSTILE).split())
    (head,) = (head for head in html.find("th") if head.attributes["scope"] == "row")
    assert head.text().startswith(" ".join(one_line(HOSTILE).split()))
    assert "\x1b" not in html.text()
    assert "\u202e" not in html.text()
    assert not any("onclick" in element.attributes for element in html.all())


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=60), st.sampled_from(LANGUAGES))
def test_any_name_is_shown(name: str, language: Language) -> None:
    """Whatever a name holds, the page stays whole and its table shows that name."""
    report = reported(assessed(GivenText(vi=name), goal(at_least(3)), Measure(), "no-data"))
    html = page(report, language=language, layout=Layout(columns=("target",)))
    (head,) = html.find("tbody")[0].find("th")
    assert head.text() == " ".join(one_line(name).split())


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://example.org/a?b=1&c=2", True),
        ("HTTP://example.org", True),
        ("javascript:alert(1)", False),
        (" javascript:alert('https://example.org')", False),
        ("data:text/html,x", False),
        ("https:///", False),
        ("tập tin trong máy", False),
        ('https://example.org/" onmouseover="x', True),
    ],
)
def test_only_the_web_is_linked(url: str, linked: bool) -> None:
    """The address of a source leads somewhere only where that is the web; else it is shown as it stands."""
    report = members_report()
    cited = Cited(GivenText(en="The review"), "2023-01-05", url)
    html = page(report._replace(resolution=report.resolution._replace(source=cited)))
    (footer,) = html.find("footer")
    assert footer.text() == f"Source: {' '.join(sentences.source(_with(report, cited), 'en').split())}"
    addresses = [(link.attributes["href"], link.attributes["rel"]) for link in footer.find("a")]
    assert addresses == ([(one_line(url), "noopener noreferrer")] if linked else [])


def _with(report: Report, cited: Cited) -> Report:
    return report._replace(resolution=report.resolution._replace(source=cited))


# What it says


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("layout", [Layout(), Layout(columns=columns.WIDE)])
def test_cells_say_what_the_columns_say(language: Language, layout: Layout) -> None:
    """Each cell has the text that its column has in every format; a claim has the word of its verdict for the ear."""
    for report in (bloc(), example(ILLUSTRATIVE)):
        shown = columns.choose(layout.columns or columns.DEFAULT, [report.resolution.term])
        (body,) = page(report, language=language, layout=layout).find("tbody")
        for row, line in zip(rows(report), body.find("tr"), strict=True):
            cells = [cell for cell in line.all() if cell.tag in ("th", "td")]
            for column, cell in zip(shown, cells, strict=True):
                expected = column.text(row, language)
                if column.name == "published":
                    expected = expected.replace("; ", " ")
                title = "".join(title.text() for title in cell.find("title"))
                assert cell.text("unseen").removesuffix(title).strip() == expected
                assert ("figure" in cell.attributes["class"].split()) is column.figure


def test_the_verdict_of_a_claim_is_told_aloud() -> None:
    """Its sign is for the eye, a word beside it for the ear."""
    html = page(bloc(), language="vi")
    signs = [sign for claim in html.find("tbody")[0].find("span", class_="claim") for sign in claim.find("span")]
    assert [sign.attributes.get("aria-hidden") for sign in signs[1:3]] == ["true", None]
    assert [sign.text() for sign in signs[1:3]] == ["✓", "khớp"]


def test_the_sentences_stand_on_the_page() -> None:
    """Heading, summary, counts, convention, legends, notes and verdicts are those of every format."""
    for language in LANGUAGES:
        report = bloc()
        html = page(report, language=language)
        text = html.find("main")[0].text()
        one = document(report, language, Layout())
        told = [
            *sentences.heading(report, language).lines,
            sentences.summary(report.summary, language),
            sentences.convention(report.summary, language),
            *(count for _, count in sentences.counts_in_sentence(report.summary, language)),
            *one.legends,
            *(note.line for note in one.notes.items),
            *(claim.sentence for claim in one.claims.items),
        ]
        assert [sentence for sentence in told if sentence not in text] == []
    assert "† implied by the published figure" in page(bloc()).text()
    assert "†" not in page(members_report()).find("main")[0].text()


def test_a_verdict_leads_to_its_target() -> None:
    """A sentence about one target has a link to it, one about the whole resolution has none."""
    html = page(bloc())
    (claims,) = html.find("section", **{"aria-labelledby": "r1-claims"})
    links = [[link.attributes["href"] for link in item.find("a")] for item in claims.find("li")]
    assert links == [["#r1-t3"], ["#r1-t5"], ["#r1-t7"], []]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_figure_is_explained(language: Language) -> None:
    """Behind each target lies, word for word, what `partykpi explain` says, places in the file included."""
    report = example(ILLUSTRATIVE)
    html = page(report, language=language)
    for assessment, details in zip(report.assessments, html.find("details"), strict=True):
        told = kinds.find(assessment.target.indicator.kind).steps(assessment.case, assessment.measure)
        expected = explain(report, assessment, told, language).split("\n\n", 1)[1]
        assert "open" not in details.attributes
        assert details.find("div")[0].text().split() == expected.split()


def test_what_is_told_of_a_target() -> None:
    """Beside its picture stand all figures that there are, and what is lacking only where it always matters."""
    html = page(members_report())
    (facts,) = html.find("dl", class_="facts")
    told = {div.find("dt")[0].text(): div.find("dd")[0].text("unseen") for div in facts.find("div")}
    assert told == {
        "Goal": "≥ 700",
        "Achieved": "547",
        "Months reported": "24/30 months",
        "Attainment": "78.14%",
        "Published": "78.14% ✓",
        "Due": "350",
        "Pace": "156.29%",
        "Forecast": "1,094",
        "Needed a year": "62",
        "Within reach until": "2025-02-11",  # 153 of 397 a year: 4.62 months before the end of June
    }
    bare = page(reported(assessed(GivenText(en="A"), goal(), Measure(), "no-data")))
    assert [div.text() for div in bare.find("dl", class_="facts")[0].find("div")] == [
        "Goal–",
        "Achieved–",
        "Attainment–",
    ]


def test_a_text_in_the_other_language_is_marked() -> None:
    """A name that is there in Vietnamese alone is read out as Vietnamese on an English page."""
    report = reported(assessed(GivenText(vi="Số hóa"), goal(at_least(1)), Measure(), "no-data"))
    marked = [(element.tag, element.text()) for element in page(report).find("*", lang="vi")]
    assert marked == [("a", "Số hóa"), ("bdi", "Số hóa")]
    assert page(report, language="vi").find("body")[0].find("*", lang="vi") == []


# Order, groups, several files


def test_only_sort_and_groups_are_honoured() -> None:
    """Rows and targets come in the order asked for, under the titles of their groups with their counts."""
    layout = Layout(sort=("-number",), group_by="status", only=("exceeded", "missed"))
    html = page(bloc(), layout=layout)
    bodies = html.find("tbody")
    assert [body.find("tr")[0].text() for body in bodies] == ["Exceeded: 2 targets", "Missed: 1 target"]
    assert [row.find("td")[0].text() for body in bodies for row in body.find("tr")[1:]] == ["5", "2", "3"]
    assert [target.attributes["id"] for target in html.find("article", class_="target")] == ["r1-t5", "r1-t2", "r1-t3"]
    assert "2 of 7 targets achieved or exceeded" in html.text()


def test_a_page_without_rows_says_so() -> None:
    """Where no target has the status asked for there is no table, but heading and summary stand."""
    html = page(bloc(), layout=Layout(only=("achieved",)), language="vi")
    assert html.find("table") == []
    assert "Không có chỉ tiêu nào thuộc mức đánh giá được chọn." in html.text()
    assert "2/7 chỉ tiêu" in html.text()


def test_several_reports_have_an_overview() -> None:
    """A row for each resolution leads to it; one alone has no overview."""
    html = page(bloc(), members_report())
    (table,) = html.find("section", id="overview")[0].find("table")
    links = [link.attributes["href"] for link in table.find("a")]
    assert links == [f"#{part.attributes['id']}" for part in html.find("article", class_="part")] == ["#r1", "#r2"]
    assert [cell.text() for cell in table.find("tr")[2].find("td")] == [
        "Resolution of the congress for 2020-2025",
        "2020-07-01 – 2025-06-30",
        "2022-12-31",
        "50%",
        "1",
        "0",
        "78.14%",
        "1 on track",
    ]
    assert html.find("h1")[0].text() == "Overview"
    assert page(bloc()).find("section", id="overview") == []


# Bars and pictures


@pytest.mark.parametrize(
    ("measure", "sure", "possible", "beyond", "due", "told"),
    [
        # 547 of 700 is 78.14 %; by mid-term half is due
        (Measure(exactly(547), attainment=exactly(Fraction(547, 700)), due=exactly(350)), 781, None, False, 500,
         "attainment 78.14%; due by now 50%"),
        (Measure(exactly(900), attainment=exactly(Fraction(9, 7)), due=exactly(350)), 1000, None, True, 500,
         "attainment 128.57%; due by now 50%"),
        # from 93.33 % for certain to what may be more than all
        (Measure(exactly(1), attainment=Interval(Fraction(14, 15), Fraction(4, 3))), 933, 67, False, None,
         "attainment 93.33–133.34%"),
        (Measure(exactly(1), attainment=at_least(Fraction(1, 4))), 250, 750, False, None, "attainment ≥ 25%"),
        (Measure(exactly(1), attainment=exactly(Fraction(-1, 4))), 0, None, False, None, "attainment -25%"),
        # all of it is due: no mark
        (Measure(exactly(700), attainment=exactly(1), due=exactly(700)), 1000, None, False, None, "attainment 100%"),
    ],
)  # fmt: skip
def test_bars(measure: Measure, sure: int, possible: int | None, beyond: bool, due: int | None, told: str) -> None:
    """The bar is as long as what is certain, paler up to what may be, goes on past 100%, and is marked where due."""
    html = page(reported(assessed(GivenText(en="A"), goal(at_least(700)), measure, "behind")))
    (bar,) = html.find("svg", class_="bar")
    assert bar.find("title")[0].text() == told
    assert [rect.attributes["width"] for rect in bar.find("rect", class_="sure")] == [str(sure)]
    pale = [rect.attributes["width"] for rect in bar.find("rect", class_="possible")]
    assert pale == ([] if possible is None else [str(possible)])
    assert len(bar.find("path", class_="sure")) == beyond
    marks = [path.attributes["d"].split()[0] for path in bar.find("path", class_="due-mark")]
    assert marks == ([] if due is None else [f"M{due}"])


def test_the_picture_by_hand() -> None:
    """150 and 397 members in two years of five: 150 and 547 on the axis from 0 to 1,200 that holds the forecast."""
    html = page(members_report())
    (picture,) = html.find("svg", class_="picture")
    assert picture.find("title")[0].text() == "Readings over the period: Members admitted to the Party"
    assert picture.find("desc")[0].text() == "2021-12-31: 150; 2022-12-31: 547."
    labels = [text.text() for text in picture.find("text")]
    assert labels[:7] == ["0", "200", "400", "600", "800", "1,000", "1,200"]
    assert labels[7:] == ["2020", "2021", "2022", "2023", "2024", "2025", "2020-07-01", "2025-06-30"]

    # 340 units for 1826 days from the left at 48, 170 units for 1,200 members from the bottom at 180
    def x(days: int) -> float:
        return 48 + 340 * days / 1826

    def y(members: float) -> float:
        return 180 - 170 * members / 1200

    lines = {line.attributes["class"]: line.attributes["points"] for line in picture.find("polyline")}
    assert set(lines) == {"line goal", "line due", "line forecast", "line readings"}
    assert _near(lines["line goal"], [(x(0), y(700)), (x(1826), y(700))])
    assert _near(lines["line readings"], [(x(184), y(0)), (x(549), y(150)), (x(914), y(547))])
    assert _near(lines["line forecast"], [(x(914), y(547)), (x(1826), y(1094))])
    due = lines["line due"].split()
    assert _near(f"{due[0]} {due[-1]}", [(x(0), y(0)), (x(1826), y(700))])
    marked = [(dot.attributes["cx"], dot.attributes["cy"]) for dot in picture.find("circle", class_="readings")]
    assert _near(" ".join(map(",".join, marked)), [(x(549), y(150)), (x(914), y(547))])
    (as_of,) = picture.find("path", class_="as-of")
    assert abs(float(as_of.attributes["d"].split()[0][1:]) - x(914)) < 0.1
    legend = [item.text() for item in html.find("ul", class_="legend")[0].find("li")]
    assert legend == [
        "readings added up: 547",
        "goal: ≥ 700",
        "due by 31 December 2022: 350",
        "forecast: 1,094",
        "as of 31 December 2022",
    ]


def _near(points: str, expected: Sequence[tuple[float, float]]) -> bool:
    found = [tuple(map(float, point.split(","))) for point in points.split()]
    return len(found) == len(expected) and all(
        abs(one[0] - other[0]) < 0.06 and abs(one[1] - other[1]) < 0.06
        for one, other in zip(found, expected, strict=True)
    )


def test_a_reading_that_is_not_exact_is_drawn_from_end_to_end() -> None:
    """From 140 to 160 members there is a line upright, through the point in its middle."""
    one = members_admitted()
    readings = (one.readings[0]._replace(figure=Interval(Fraction(140), Fraction(160))), one.readings[1])
    html = page(reported(replaced(one, readings=readings)))
    (picture,) = html.find("svg", class_="picture")
    _, upright, later = (line.attributes["points"] for line in picture.find("polyline", class_="readings"))
    x = 48 + 340 * 549 / 1826
    assert _near(upright, [(x, 180 - 170 * 140 / 1200), (x, 180 - 170 * 160 / 1200)])
    assert later.count(" ") == 1  # what comes after adds up to no more than the same interval
    assert picture.find("desc")[0].text() == "2021-12-31: 140–160; 2022-12-31: 537–557."


def test_the_picture_speaks_vietnamese() -> None:
    """Numbers and dates in the picture are written the Vietnamese way."""
    (picture,) = page(members_report(), language="vi").find("svg", class_="picture")
    assert picture.find("desc")[0].text() == "31/12/2021: 150; 31/12/2022: 547."
    assert {"1.200", "01/07/2020", "30/06/2025"} < {text.text() for text in picture.find("text")}


def test_no_label_of_a_picture_is_cut() -> None:
    """However long the numbers are, all that is drawn lies inside the picture."""
    one = members_admitted()
    huge = 10**40
    readings = tuple(reading._replace(figure=exactly(huge)) for reading in one.readings)
    target = one.target._replace(readings=readings)
    html = page(reported(replaced(one, target=target, readings=readings)))
    (picture,) = html.find("svg", class_="picture")
    longest = max(len(text.text()) for text in picture.find("text"))
    width = float(picture.attributes["viewbox"].split()[2])
    places = [float(text.attributes["x"]) for text in picture.find("text", class_="row")]
    assert min(places[:-1]) >= 7 * longest
    assert width > max(places)


def test_a_lone_figure_is_not_drawn() -> None:
    """A single reading with no pace beside it makes no picture."""
    one = members_admitted()
    bare = replaced(one, readings=one.readings[:1], goal=goal(), measure=Measure(exactly(150)), status="no-data")
    assert page(reported(bare)).find("svg", class_="picture") == []


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    """The page depends on the report alone: not on the process that makes it, nor on where it goes."""
    path = tmp_path / "page.html"
    command = [sys.executable, "-m", "partykpi", "report", str(ILLUSTRATIVE), "--lang", "vi"]
    first, second = (
        subprocess.run(
            [*command, *where],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        )
        for seed, where in (("1", ["--format", "html"]), ("2", ["--output", str(path)]))
    )
    assert first.stdout == path.read_bytes()
    assert second.stdout == b""


# As a browser sees it

QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # nothing leaves this machine
    "--enable-logging=stderr",
    "--v=0",
)


def _browse(program: str, folder: Path, page: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [program, *QUIET, f"--user-data-dir={folder / 'profile'}", *options, page.as_uri()]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a page of all examples, in Vietnamese."""
    path = tmp_path_factory.mktemp("page") / "page.html"
    path.write_text(rendered(*examples(), language="vi"), encoding="utf-8")
    return path


def _skeleton(html: Element) -> list[str]:
    return [element.tag for element in html.all()]


def test_a_browser_finds_nothing_amiss(chromium: str, written: Path, tmp_path: Path) -> None:
    """It says nothing on its console, asks for nothing but the file, and sees the elements as they were written."""
    log = tmp_path / "net.json"
    seen = _browse(chromium, tmp_path, written, "--dump-dom", f"--log-net-log={log}")
    assert "CONSOLE" not in seen.stderr
    assert _skeleton(parsed(seen.stdout)) == _skeleton(parsed(written.read_text(encoding="utf-8")))
    assert _asked(log) == set()


def test_what_a_page_asks_for_would_be_seen(chromium: str, tmp_path: Path) -> None:
    """The log that holds nothing of our page holds the picture that another one loads."""
    other, log = tmp_path / "other.html", tmp_path / "net.json"
    other.write_text('<!DOCTYPE html><title>other</title><img src="http://example.org/x.png">', encoding="utf-8")
    _browse(chromium, tmp_path, other, "--dump-dom", f"--log-net-log={log}")
    assert _asked(log) == {"http://example.org/x.png"}


def _asked(log: Path) -> set[str]:
    """Return the addresses that a page asked for; what the browser asks for itself has no origin."""
    events = [event.get("params", {}) for event in json.loads(log.read_text(encoding="utf-8"))["events"]]
    own = "not an origin"
    return {event["url"] for event in events if "url" in event and event.get("initiator", own) != own}


MEASURING = """<!DOCTYPE html><title>measuring</title>
{frames}
<script>
onload = () => {{
  const found = [...document.querySelectorAll("iframe")].map(frame => {{
    const page = frame.contentDocument;
    const width = name => page.querySelector(name).getBoundingClientRect().width;
    return [frame.width, page.documentElement.scrollWidth, width("tbody tr")];
  }});
  document.body.textContent = JSON.stringify(found);
}};
</script>
"""


def test_no_window_is_too_narrow(chromium: str, written: Path, tmp_path: Path) -> None:
    """From the narrowest phone on, nothing has to be pushed sideways to be read."""
    hostile = tmp_path / "hostile.html"
    long = GivenText(en="Q" * 300)
    one = members_admitted()
    target = one.target._replace(own_name=long, owner=long, note=long)
    report = reported(replaced(one, target=target), name="W" * 300)
    wide = Layout(columns=(*columns.WIDE, "note"), group_by="owner")
    hostile.write_text(rendered(report, bloc(), layout=wide), encoding="utf-8")
    frames = "".join(
        f'<iframe width="{width}" height="600" src="{path.as_uri()}"></iframe>'
        for path in (written, hostile)
        for width in (320, 360, 600, 800, 1000, 1280, 1600)
    )
    measuring = tmp_path / "measuring.html"
    measuring.write_text(MEASURING.format(frames=frames), encoding="utf-8")
    seen = _browse(chromium, tmp_path, measuring, "--dump-dom", "--allow-file-access-from-files")
    found = json.loads(parsed(seen.stdout).find("body")[0].text())
    assert len(found) == 14
    assert [line for line in found if line[1] > int(line[0])] == []
    assert [line for line in found if int(line[0]) <= 800 and line[2] > int(line[0])] == []


def _printed(program: str, folder: Path, layout: Layout, opened: int = 0) -> tuple[Element, str, bytes]:
    """Return the illustrative page with some calculations opened, what can be read of it on paper, and the paper."""
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("pdftotext is not installed, so what is printed cannot be read")
    page, paper = folder / "page.html", folder / "page.pdf"
    text = rendered(example(ILLUSTRATIVE), language="vi", layout=layout)
    page.write_text(text.replace("<details>", "<details open>", opened), encoding="utf-8")
    _browse(program, folder, page, "--no-pdf-header-footer", f"--print-to-pdf={paper}")
    text = subprocess.run([reader, paper, "-"], capture_output=True, text=True, check=True).stdout
    return parsed(page.read_text(encoding="utf-8")), text, paper.read_bytes()


def test_on_paper_is_what_was_opened(chromium: str, tmp_path: Path) -> None:
    """A page lies across, each sheet of the table has its headings, and the calculations that were opened are there."""
    _, text, paper = _printed(chromium, tmp_path, Layout(), opened=2)
    assert text.count("Số liệu đầu vào") == 2
    assert "Xem cách tính" not in text
    assert text.count("ĐVT") > 1
    size = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", paper)
    assert size is not None
    assert (round(float(size[1])), round(float(size[2]))) == (842, 595)


def test_on_paper_no_column_is_cut(chromium: str, tmp_path: Path) -> None:
    """Where there are more columns than a sheet is wide, the last of them is there for each target all the same."""
    names = [name for name in columns.names() if name != "periods"]
    html, text, _ = _printed(chromium, tmp_path, Layout(columns=(*names, "periods")))
    told = sum(term.text() == "Số năm đạt" for term in html.find("dt"))
    assert text.count("Số năm đạt") == told + len(example(ILLUSTRATIVE).assessments)
