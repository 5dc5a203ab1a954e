"""A resolution file to its model, with everything that is wrong with it."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from partykpi.core.figure import Interval
from partykpi.core.model import Resolution, Thresholds
from partykpi.parse import load, load_content

HEAD = "resolution: R\ncommittee: C\nterm: 2020-2025\n"
TARGETS = HEAD + "targets:\n  members-admitted:\n    indicator: party/members-admitted\n"
TOTAL = TARGETS + "    target: 700 members\n"  # what follows begins on line 8
LEVEL = TARGETS.replace("members-admitted", "members") + "    target: 260 members\n"


def found(text: str) -> list[tuple[str, int, int]]:
    """Return the codes of what is found in a file, each with its line and column."""
    content = load_content("f.yaml", text.encode())
    return [(finding.code, finding.place.line, finding.place.column) for finding in content.findings]


def resolution(text: str) -> Resolution:
    """Return the resolution of a file that nothing is wrong with."""
    content = load_content("f.yaml", text.encode())
    assert content.findings == []
    assert content.resolution is not None
    return content.resolution


# The promises of the format: each mistake is one finding, at its own line and column.
MISTAKES: dict[str, tuple[str, tuple[str, int, int]]] = {
    "a duplicate key": (TOTAL + "    actual: 1\n    actual: 2\n", ("duplicate-key", 9, 5)),
    "a target twice": (TOTAL + "  members-admitted:\n    target: x\n", ("duplicate-key", 8, 3)),
    "an unknown key": (TOTAL + "    actuall: 1\n", ("unknown-key", 8, 5)),
    "an unknown key of the file": (TOTAL + "comittee: C\n", ("unknown-key", 8, 1)),
    "an unknown indicator": (
        HEAD + "targets:\n  t:\n    indicator: party/member\n    target: 1\n",
        ("unknown-indicator", 6, 16),
    ),
    "an alias": (TOTAL + "    note: *a\n", ("alias", 8, 11)),
    "an alias for a mapping": (HEAD + "targets: *a\n", ("alias", 4, 10)),
    "an alias for a target": (TOTAL + "  t: *a\n", ("alias", 8, 6)),
    "a merge key": (TOTAL + "    <<: *a\n", ("alias", 8, 9)),
    "an anchor": (TOTAL + "    note: &a text\n", ("alias", 8, 11)),
    "a tab": (TOTAL + "\tactual: 1\n", ("tab", 8, 1)),
    "a tab after a value": (TOTAL + "    actual: 1\t# so far\n", ("tab", 8, 14)),
    "a second document": (TOTAL + "---\n" + TOTAL, ("second-document", 8, 1)),
    "a list for a text": (TOTAL + "    note: [a]\n", ("wrong-type", 8, 11)),
    "a list for a mapping": (HEAD + "targets: [a]\n", ("wrong-type", 4, 10)),
    "a list for readings": (TOTAL + "    readings: [1, 2]\n", ("wrong-type", 8, 15)),
    "a list for the file": ("- resolution\n", ("wrong-type", 1, 1)),
    "a text for the file": ("resolution\n", ("wrong-type", 1, 1)),
    "a text for a target": (TOTAL + "  t: 5\n", ("wrong-type", 8, 6)),
    "a mapping by what is no period": (TOTAL + "    actual: {a: b}\n", ("unparsable-period", 8, 14)),
    "an empty file": ("", ("empty-file", 1, 1)),
    "82.913 people": (TOTAL + "    actual: 82.913 members\n", ("fractional-count", 8, 13)),
    "an unparsable figure": (TOTAL + "    actual: several\n", ("unparsable-figure", 8, 13)),
    "a unit of another dimension": (TOTAL + "    actual: 5 jobs\n", ("unit-mismatch", 8, 13)),
    "a reading before the term": (TOTAL + "    readings: {2019: 5}\n", ("reading-outside-term", 8, 16)),
    "a reading after the term": (TOTAL + "    readings: {2025-07: 5}\n", ("reading-outside-term", 8, 16)),
    "two readings for one period": (
        TOTAL + "    readings:\n      2021-H1: 5\n      2021-h1: 6\n",
        ("duplicate-period", 10, 7),
    ),
    "two levels of one day": (LEVEL + "    readings: {2021: 5, 2021-12: 6}\n", ("duplicate-period", 8, 25)),
    "a year and its quarter": (
        TOTAL + "    readings:\n      2021: 5\n      2021-Q1: 6\n",
        ("overlapping-periods", 10, 7),
    ),
    "a half and its month": (TOTAL + "    readings: {2021-03: 5, 2021-H1: 6}\n", ("overlapping-periods", 8, 28)),
    "a negative count": (TOTAL + "    actual: -5\n", ("negative-count", 8, 13)),
    "a share over its whole": (
        TARGETS.replace("party/members-admitted", "social/merit-households") + "    target: 1301/1200 households\n",
        ("share-over-whole", 7, 13),
    ),
    "a goal that holds nothing": (TARGETS + "    target: 5..2\n", ("empty-goal", 7, 13)),
    "an as-of date before the term": (TOTAL + "as_of: 2020-06-30\n", ("as-of-before-term", 8, 8)),
    "NaN": (TOTAL + "    actual: NaN\n", ("not-finite", 8, 13)),
    "1e400": (TOTAL + "    actual: 1e400\n", ("exponent", 8, 13)),
    "a term that ends before it starts": (TOTAL.replace("2020-2025", "2025-2020"), ("reversed-term", 3, 7)),
    "a term of a day too few": (
        TOTAL.replace("2020-2025", "{from: 2020-07-01, to: 2020-06-30}"),
        ("reversed-term", 3, 7),
    ),
    "no term": (TOTAL.replace("2020-2025", "soon"), ("unparsable-term", 3, 7)),
    "half a term": (TOTAL.replace("2020-2025", "{from: 2020-07-01}"), ("missing-key", 3, 7)),
    "no date in a term": (TOTAL.replace("2020-2025", "{from: 2020, to: 2025-06-30}"), ("unparsable-date", 3, 14)),
    "no as-of date": (TOTAL + "as_of: today\n", ("unparsable-date", 8, 8)),
    "no period": (TOTAL + "    readings: {2021-Q5: 5}\n", ("unparsable-period", 8, 16)),
    "no language": (TOTAL + "language: fr\n", ("unknown-choice", 8, 11)),
    "no way to write numbers": (TOTAL + "numbers: de\n", ("unknown-choice", 8, 10)),
    "a threshold over 100%": (TOTAL + "thresholds: {nearly: 101%}\n", ("unparsable-share", 8, 22)),
    "a range for a threshold": (TOTAL + "thresholds: {nearly: 70..80%}\n", ("unparsable-share", 8, 22)),
    "thresholds out of order": (TOTAL + "thresholds: {on-track: 50%}\n", ("threshold-order", 8, 13)),
    "an unknown threshold": (TOTAL + "thresholds: {on_track: 95%}\n", ("unknown-key", 8, 14)),
    "no target": (TARGETS + "    actual: 5\n", ("missing-key", 6, 5)),
    "no indicator": (HEAD + "targets:\n  t:\n    target: 5\n", ("missing-key", 6, 5)),
    "an actual and readings": (
        TOTAL + "    actual: 5\n    readings: {2021: 5}\n",
        ("actual-and-readings", 9, 15),
    ),
    "an empty value": (TOTAL + "    note:\n", ("empty-value", 8, 10)),
    "an empty text": (TOTAL + "    note: ''\n", ("empty-value", 8, 11)),
    "a blank text": (TOTAL + "    owner: '  '\n", ("empty-value", 8, 12)),
    "a text in no language": (TOTAL + "    note: {}\n", ("empty-value", 8, 11)),
    "a third language": (TOTAL + "    note: {en: a, fr: b}\n", ("unknown-key", 8, 19)),
    "no title of a source": (TOTAL + "source: {url: x}\n", ("missing-key", 8, 9)),
    "a claim that says nothing": (TOTAL + "    reported: very good\n", ("unparsable-claim", 8, 15)),
    "a claim as long as a chapter": (TOTAL + f"    reported: {'over ' * 3_000}\n", ("unparsable-claim", 8, 15)),
    "one claim of two that says nothing": (TOTAL + "    reported: [50%, good]\n", ("unparsable-claim", 8, 21)),
    "a claim without a figure": (TOTAL + "    reported: {sense: reaches}\n", ("missing-key", 8, 15)),
    "an unknown sense": (TOTAL + "    reported: {figure: 5%, sense: beats}\n", ("unknown-choice", 8, 35)),
    "a base in another unit": (TOTAL + "    reported: {figure: 5%, of: 80 jobs}\n", ("unit-mismatch", 8, 32)),
    "a claim of a period without a reading": (
        TOTAL + "    readings: {2021: 5}\n    reported: {figure: 5%, for: 2022}\n",
        ("claim-period", 9, 33),
    ),
    "a summary that is no list": (TOTAL + "reported: 6 of 10\n", ("wrong-type", 8, 11)),
    "a summary of nothing": (TOTAL + "reported:\n  - counting: inside\n", ("missing-key", 9, 5)),
    "a summary that is no count": (TOTAL + "reported:\n  - achieved: most\n", ("unparsable-claim", 9, 15)),
    "a summary that is no share": (TOTAL + "reported:\n  - rest: high\n", ("unparsable-claim", 9, 11)),
    "an unknown convention": (
        TOTAL + "reported:\n  - {achieved: 6 of 10, counting: both}\n",
        ("unknown-choice", 9, 35),
    ),
    "something else": ("shopping:\n  - rice\n", ("not-a-resolution", 1, 1)),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_one_finding_where_it_stands(mistake: str) -> None:
    """Each mistake is reported once, by its own code, at its own line and column, with a remedy in both languages."""
    text, expected = MISTAKES[mistake]
    assert found(text) == [expected]
    (finding,) = load_content("f.yaml", text.encode()).findings
    assert finding.definition.remedy.en
    assert finding.definition.remedy.vi


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (TOTAL + "    actuall: 1\n", "actual"),
        (TOTAL + "    mesured_against: low\n", "measured_against"),
        (TOTAL + "    Owner: Office\n", "owner"),
        (TOTAL + "comittee: C\n", "committee"),
        (TOTAL + "lang: en\n", "language"),
        (TOTAL + "thresholds: {ontrack: 95%}\n", "on-track"),
        (TOTAL + "    reported: {figure: 5%, acknowleged: x}\n", "acknowledged"),
        (TOTAL.replace("party/members-admitted", "party/member-admitted"), "party/members-admitted"),
        (TOTAL + "    actual: 5 membrs\n", "members"),
        (TOTAL + "    actual: 5 đảng viện\n", "đảng viên"),
    ],
)
def test_a_slip_is_answered_with_what_was_meant(text: str, meant: str) -> None:
    """The remedy names the nearest key, indicator or unit."""
    (finding,) = load_content("f.yaml", text.encode()).findings
    suggestion = finding.values["suggestion"]
    assert getattr(suggestion, "en", "").startswith(f"did you mean `{meant}`")
    assert getattr(suggestion, "vi", "").startswith(f"có phải là `{meant}`")


TEN = """\
resolution: Resolution
committee: {en: Committee, vi: }
term: 2020-2025
as_of: 2019
languge: en
thresholds: {nearly: 800%}
targets:
  members-admitted:
    indicator: party/members-admitted
    target: 5..2 members
    actual: 12 jobs
  jobs:
    indicator: labour/jobs-create
    target: 16 thousand jobs/year
  poverty:
    indicator: social/poverty-rate
    target: "<= 1 %"
    readings: {2018: 9.9, 2021: 5.02 %, 2021-12: 4.9}
    reported: splendid
"""


def test_ten_mistakes_are_ten_findings() -> None:
    """Nothing hides behind the first mistake, and no mistake makes two findings; all are in the order of the file."""
    assert found(TEN) == [
        ("empty-value", 2, 32),
        ("as-of-before-term", 4, 8),
        ("unknown-key", 5, 1),
        ("unparsable-share", 6, 22),
        ("empty-goal", 10, 13),
        ("unit-mismatch", 11, 13),
        ("unknown-indicator", 13, 16),
        ("reading-outside-term", 18, 16),
        ("duplicate-period", 18, 41),
        ("unparsable-claim", 19, 15),
    ]


def test_a_whole_resolution_is_understood() -> None:
    """Every key of the file ends in the model."""
    whole = resolution(
        """\
resolution: {en: Resolution, vi: Nghị quyết}
committee: Committee
term: {from: 2020-06-13, to: 2025-06-12}
as_of: 2023-06
source: {title: {en: Review, vi: Sơ kết}, published: 2023-07-01, url: "https://example.org/x"}
language: vi
numbers: vi
thresholds: {on-track: 90%, behind: "50,5%", nearly: 75%}
targets:
  "1":
    name: Một
    indicator: party/members-admitted
    target: 1.000 đảng viên
    readings: {2020-H2: 100, 2021: 1_50}
    owner: {vi: Ban Tổ chức}
    note: Ghi chú
  b:
    indicator: social/poverty-rate
    target: "<= 1 %"
    baseline: 8,2 %
    actual: 4,10 %
reported:
  - {achieved: 1 of 2, counting: inside}
  - exceeded: 0
  - rest: 80% trở lên
    acknowledged: {vi: lý do}
  - all: 10..20%
""".replace("1_50", "150")
    )
    assert (whole.name["en"], whole.name["vi"], whole.committee["en"]) == ("Resolution", "Nghị quyết", "Committee")
    assert (whole.term.first, whole.term.last) == (date(2020, 6, 13), date(2025, 6, 12))
    assert whole.as_of == date(2023, 6, 30)
    assert whole.source is not None
    assert (whole.source.title["vi"], whole.source.published, whole.source.url) == (
        "Sơ kết",
        date(2023, 7, 1),
        "https://example.org/x",
    )
    assert whole.language == "vi"
    assert whole.thresholds == Thresholds(Fraction(9, 10), Fraction(505, 1000), Fraction(3, 4))
    first, second = whole.targets
    assert (first.id, first.place.line, first.place.column) == ("1", 10, 3)
    assert (first.name["vi"], first.owner and first.owner["vi"], first.note and first.note["vi"]) == (
        "Một",
        "Ban Tổ chức",
        "Ghi chú",
    )
    assert first.goal.interval is not None
    assert first.goal.interval.low == 1000
    assert [reading.period and reading.period.text for reading in first.readings] == ["2020-H2", "2021"]
    assert second.baseline is not None
    assert second.baseline.figure is not None
    assert second.baseline.figure.exact == Fraction(82, 10)
    achieved, exceeded, rest, every = whole.claims
    assert (achieved.subject, achieved.number, achieved.of, achieved.convention) == ("achieved", 1, 2, "inside")
    assert (exceeded.subject, exceeded.number, exceeded.of) == ("exceeded", 0, None)
    assert rest.interval == Interval(Fraction(80), None)
    assert rest.acknowledged is not None
    assert rest.acknowledged.reason["en"] == "lý do"
    assert every.interval == Interval(Fraction(10), Fraction(20))


@pytest.mark.parametrize(
    ("text", "published", "title"),
    [
        ("source: Review\n", None, "Review"),
        ("source: {en: Review, vi: Sơ kết}\n", None, "Review"),
        ("source: {title: Review, published: 2024}\n", "2024", "Review"),
        ("source: {title: Review, published: 2024-10-03}\n", date(2024, 10, 3), "Review"),
    ],
)
def test_a_source_is_a_text_or_a_mapping(text: str, published: date | str | None, title: str) -> None:
    """A source is given in one text, or with when it was published (on a day, or in other words) and an address."""
    source = resolution(TOTAL + text).source
    assert source is not None
    assert (source.title["en"], source.published) == (title, published)


@pytest.mark.parametrize(
    "readings",
    [
        "{2021: 5, 2022-H1: 5, 2022-Q3: 5, 2022-10: 5, 2022-11-30: 5}",
        "{2020: 5}",  # a year that the term only begins in
        "{2025-H1: 5}",
        "{2020-H2: 5, 2021: 5, 2022: 5, 2023: 5, 2024: 5, 2025-H1: 5}",
        "{2020: 5, 2021: 5, 2022: 5, 2023: 5, 2024: 5}",  # five calendar years for a term of five
        "{}",
    ],
)
def test_periods_beside_one_another_are_fine(readings: str) -> None:
    """A year, a half, a quarter, a month and a day may go together where no day is in two of them."""
    assert found(TOTAL.replace("700", "70") + f"    readings: {readings}\n") == []


def test_levels_may_nest() -> None:
    """A level of the quarter and one of the year do not add up, so that they may go together."""
    assert found(LEVEL + "    readings: {2021-Q1: 5, 2021: 6, 2022-01: 7}\n") == []


def test_a_wrong_figure_silences_the_claims_of_its_target() -> None:
    """A right claim is not called wrong because a figure beside it could not be read."""
    content = load_content("f.yaml", (TOTAL + "    actual: 5 jobs\n    reported: 50%\n").encode())
    assert content.resolution is not None
    assert content.resolution.targets[0].claims == ()


def test_a_resolution_without_a_term_is_none() -> None:
    """Nothing can be reported where the term is not known; the other findings are there all the same."""
    content = load_content("f.yaml", TOTAL.replace("2020-2025", "soon").replace("700", "x").encode())
    assert content.resolution is None
    assert [finding.code for finding in content.findings] == ["unparsable-term", "unparsable-figure"]


@pytest.mark.parametrize("name", ["no-such-file.yaml", "."])
def test_what_cannot_be_opened_is_a_finding(name: str) -> None:
    """A file that is not there, or a folder, is a finding and no exception."""
    loaded = load(name)
    assert loaded.resolution is None
    assert [(finding.code, finding.place.source.name) for finding in loaded.findings] == [("unreadable-file", name)]


def test_an_unknown_indicator_hides_no_mistake_in_the_figures() -> None:
    """Where the indicator is unknown, what is wrong with the figures whatever it is shows in the same run."""
    text = (
        "resolution: R\ncommittee: C\nterm: 2020-2025\ntargets:\n"
        "  jobs:\n    indicator: labour/no-such-thing\n    target: 1e400\n"
        "    readings: {2018: 5 people, 2021: 82.913 people, soon: 3 people, 2022: 1.5..2 %}\n"
    )
    found = load_content("test.yaml", text.encode()).findings
    assert [(finding.code, finding.place.line) for finding in found] == [
        ("unknown-indicator", 6),
        ("exponent", 7),
        ("reading-outside-term", 8),
        ("fractional-count", 8),
        ("unparsable-period", 8),
    ]


@pytest.mark.parametrize(
    ("added", "remedy"),
    [
        ("  members-admitted:\n    target: x\n", "give one of the two another id"),
        ("    note: a\n    note: b\n", "keep one of the two"),
        ("note: a\nnote: b\n", "keep one of the two"),
    ],
)
def test_of_two_targets_with_one_id_both_stay(added: str, remedy: str) -> None:
    """One of them needs another id, where of other keys one is too much."""
    content = load_content("f.yaml", (TOTAL + added).encode())
    (finding,) = (finding for finding in content.findings if finding.code == "duplicate-key")
    assert finding.definition.remedy.en == remedy
