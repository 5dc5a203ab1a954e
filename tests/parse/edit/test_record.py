"""Readings put into a file: what is refused, what is there already, and what a finding points at."""

from __future__ import annotations

from datetime import date

import pytest

from partykpi.parse import load_content
from partykpi.parse.catalogue import shipped
from partykpi.parse.edit.insert import NewReading, read_layout
from partykpi.parse.edit.record import Recorded, inserted, may_fix, record
from partykpi.parse.text.period import read_period
from partykpi.problem import Place, Source

HEAD = "resolution: R\ncommittee: C\nterm: 2020-2025\ntargets:\n"
ADMITTED = "  t:\n    indicator: party/members-admitted\n    target: 700 members\n"
MEMBERS = "  t:\n    indicator: party/members\n    target: 260 members\n"
REVIEW = "  t:\n    indicator: work/review-done\n    target: by 2023-06-30\n"
PLACE = Place(Source("command line", "the value"), 1, 1, 10)
KEY_PLACE = Place(Source("command line", "the period"), 1, 1, 11)


def recorded(text: str, *written: str) -> tuple[str, Recorded]:
    """Return the new text of a file, and what recording the readings (`2023: 9`, or a day alone) in it comes to."""
    given: list[NewReading] = []
    for one in written:
        key, value = one.split(": ", 1) if ": " in one else ("", one)
        place, key_place = (part._replace(line=len(given) + 1) for part in (PLACE, KEY_PLACE))
        given.append(NewReading("t", value, place, read_period(key) if key else None, key, key_place))
    data = text.encode()
    content, layout = load_content("f.yaml", data), read_layout("f.yaml", data)
    assert layout is not None
    assert all(map(may_fix, content.findings))
    done = record(content, layout, shipped(), given, date(2026, 11, 22))
    return inserted(text, done.insertions), done


@pytest.mark.parametrize(
    ("target", "written", "code", "source"),
    [
        (ADMITTED, "2023: many", "unparsable-figure", "the value"),
        (ADMITTED, "2023: 9.5", "fractional-count", "the value"),
        (ADMITTED, "2023: -9", "negative-count", "the value"),
        (ADMITTED, "2023: 9 jobs", "unit-mismatch", "the value"),
        (ADMITTED, "2023: 9 membres", "unknown-unit", "the value"),
        (ADMITTED, "2023: 1,5,6", "number-style", "the value"),
        (ADMITTED, "2023: 15.000", "fractional-count", "the value"),
        (ADMITTED, "2023: 15.000 members", "fractional-count", "the value"),
        (ADMITTED, "2023: ", "empty-value", "the value"),
        (ADMITTED, "2023: {9", "unparsable-figure", "the value"),
        (ADMITTED, "2023: &x 9", "unparsable-figure", "the value"),
        (ADMITTED, "2018: 9", "reading-outside-term", "the period"),
        (ADMITTED + "    readings: {2022: 8}\n", "2022-Q1: 9", "overlapping-periods", "the period"),
        (ADMITTED + "    readings: {2022-Q1: 8}\n", "2022: 9", "overlapping-periods", "the period"),
        (ADMITTED + "    readings: {2022: 8}\n", "2022: 9", "reading-differs", "the value"),
        (ADMITTED + "    readings: {2022: 8}\n", "2022: nine", "unparsable-figure", "the value"),
        (
            ADMITTED + "    readings:\n      2022: [{figure: 8, known: 2022-12-31}]\n",
            "2022: 9",
            "reading-differs",
            "the value",
        ),
        (ADMITTED + "    actual: 547 members\n", "2022: 9", "cumulative-figure", "the value"),
        (ADMITTED + "    actual: 547 members\n", "2022: 547", "cumulative-figure", "the value"),
        (MEMBERS + "    readings: {2022-12-31: 240}\n", "2022: 241", "reading-differs", "the value"),
        (REVIEW + "    actual: 2023-05-04\n", "2023-05-05", "cumulative-figure", "the value"),
        (REVIEW + "    actual: 60 %\n", "2023: 70 %", "cumulative-figure", "the value"),
        (REVIEW, "2023: 170 %", "unparsable-share", "the value"),
    ],
)
@pytest.mark.parametrize("flow", [False, True], ids=["block", "flow"])
def test_what_is_refused(target: str, written: str, code: str, source: str, flow: bool) -> None:
    """One finding, at what was given, however the target is laid out."""
    if flow and target in (ADMITTED, MEMBERS, REVIEW):
        head, _, rest = target.partition(":\n")
        target = f"{head}: {{{', '.join(line.strip() for line in rest.splitlines())}}}\n"
    _, done = recorded(HEAD + target, written)
    assert [(one.code, one.place.source.text) for one in done.findings] == [(code, source)]
    assert done.refusal == "given"


@pytest.mark.parametrize(
    ("target", "written"),
    [
        (ADMITTED + "    readings: {2022: 8}\n", "2022: 8"),
        (ADMITTED + "    readings: {2022: 8}\n", "2022: 8 members"),
        (ADMITTED + "    readings:\n      2022: 1_200 members\n", "2022: 1200"),
        (
            ADMITTED + "    readings:\n      2022: [{figure: 8, known: 2022-12-31}, {figure: 9, known: 2023-02-15}]\n",
            "2022: 9",
        ),
        (MEMBERS + "    readings: {2022-12-31: 240}\n", "2022: 240"),
        (REVIEW + "    actual: 2023-05-04\n", "2023-05-04"),
        (REVIEW + "    readings: {2022: 60 %, 2023-05-04: 2023-05-04}\n", "2023-05-04"),
        (REVIEW + "    actual: [60 %, 2023-05-04]\n", "2023-05-04"),
    ],
)
def test_what_is_there_already(target: str, written: str) -> None:
    """The same figure, in whatever way it is written, is nothing to record and nothing wrong."""
    text, done = recorded(HEAD + target, written)
    assert (done.findings, done.refusal, done.added, len(done.same)) == ((), "", (), 1)
    assert text == HEAD + target


@pytest.mark.parametrize(
    ("target", "written", "line"),
    [
        (REVIEW, "2023-05-04", "    actual: 2023-05-04"),
        (REVIEW + "    actual: 60 %\n", "2023-05-04", "    actual: [60 %, 2023-05-04]"),
        (REVIEW + "    actual: 60 %\n", "done in May 2023", "    actual: [60 %, done in May 2023]"),
        (REVIEW + "    readings: {2022: 60 %}\n", "2023: done", "    readings: {2022: 60 %, 2023: done}"),
        (REVIEW + "    readings: {2022: 60 %}\n", "2023: May 2023", "    readings: {2022: 60 %, 2023: May 2023}"),
        (REVIEW + "    readings: {2022: 60 %}\n", "2023-05-04", "    readings: {2022: 60 %, 2023-05-04: 2023-05-04}"),
        (REVIEW + "    readings: {2022: 60 %}\n", "2023: 70 %", "    readings: {2022: 60 %, 2023: 70 %}"),
        (REVIEW + "    readings: {2022: 60 %}\n", "2023: 2023-05-04", "    readings: {2022: 60 %, 2023: 2023-05-04}"),
    ],
)
def test_tasks(target: str, written: str, line: str) -> None:
    """The day of a task is written alone, or behind the share done; after shares by period, as its own period."""
    text, done = recorded(HEAD + target, written)
    assert (done.findings, done.refusal) == ((), "")
    assert line in text.splitlines()


def test_all_findings_at_once() -> None:
    """Everything that is wrong is reported in one run, in the order in which it was given."""
    readings = ["2021: many", "2018: 9", "2022: 8", "2022: 9", "2022-Q1: 3", "2023: 9.5", "2024: 7"]
    _, done = recorded(HEAD + ADMITTED, *readings)
    assert [(one.code, one.place.line) for one in done.findings] == [
        ("unparsable-figure", 1),
        ("reading-outside-term", 2),
        ("duplicate-period", 4),
        ("overlapping-periods", 5),
        ("fractional-count", 6),
    ]
    assert done.refusal == "given"


def test_the_same_reading_twice() -> None:
    """What is given twice alike is recorded once."""
    text, done = recorded(HEAD + ADMITTED, "2022: 8", "2022: 8")
    assert (done.findings, len(done.added), len(done.same)) == ((), 1, 1)
    assert text.count("2022: 8") == 1


CLAIM = "    reported: 50%\n"  # 350 of 700


def test_a_published_figure_that_would_be_wrong() -> None:
    """A reading that makes a right claim wrong is refused, and the finding is where the claim is now."""
    text = HEAD + ADMITTED + "    readings: {2021: 350}\n" + CLAIM
    _, done = recorded(text, "2022: 9")
    assert done.refusal == "claims"
    assert [(one.code, one.place.line, one.place.column) for one in done.findings] == [("claim-inconsistent", 9, 15)]
    block = HEAD + ADMITTED + CLAIM + "    readings:\n      2021: 350\n"
    assert recorded(block, "2022: 9")[1].findings[0].place.line == 8
    above = HEAD + ADMITTED + "    readings:\n      2021: 350\n" + CLAIM
    (found,) = recorded(above, "2022: 9")[1].findings
    assert (found.place.line, found.place.excerpt) == (10, "    reported: 50%")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        # it was wrong before, and the reading fixes it
        (ADMITTED + "    readings: {2021: 341}\n" + CLAIM, "2022: 9"),
        # it was wrong before, and still is
        (ADMITTED + "    readings: {2021: 300}\n" + CLAIM, "2022: 9"),
        # it is not of the as-of date
        (ADMITTED + "    readings: {2021: 350}\n    reported: {figure: 50%, for: 2021}\n", "2022: 9"),
        # it is of a period that had no reading, which is an error until there is one
        (ADMITTED + "    readings: {2021: 300}\n    reported: {figure: 50%, for: 2022}\n", "2022: 350"),
        # it is known to be wrong
        (ADMITTED + "    readings: {2021: 300}\n    reported: {figure: 50%, acknowledged: known}\n", "2022: 9"),
    ],
)
def test_published_figures_that_are_no_obstacle(text: str, written: str) -> None:
    """Only what becomes wrong by the reading forbids it."""
    after, done = recorded(HEAD + text, written)
    assert ([one.code for one in done.findings], done.refusal) == ([], "")
    assert written in after


def test_an_acknowledgement_that_would_be_stale() -> None:
    """What `check` would call an error afterwards is refused."""
    text = HEAD + ADMITTED + "    readings: {2021: 341}\n    reported: {figure: 50%, acknowledged: known}\n"
    _, done = recorded(text, "2022: 9")
    assert ([one.code for one in done.findings], done.refusal) == (["stale-acknowledgement"], "claims")


def test_a_claim_about_the_whole_resolution() -> None:
    """It is held against the readings as well."""
    text = HEAD + MEMBERS + "    readings: {2021: 260}\nreported:\n  - achieved: 1 of 1\n"
    _, done = recorded(text, "2022: 250")
    assert ([one.code for one in done.findings], done.refusal) == (["claim-inconsistent"], "claims")


def test_other_errors_of_the_file() -> None:
    """An error that the reading does not fix is reported where it is in the file, and nothing is recorded."""
    text = HEAD + ADMITTED + "    readings:\n      2021: 9\n    reported: {figure: 50%, for: 2024}\n"
    _, done = recorded(text, "2022: 9")
    assert [(one.code, one.place.line) for one in done.findings] == [("claim-period", 10)]
    assert done.refusal == "file"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ADMITTED + "    readings:\n", True),
        (ADMITTED + "    số liệu:\n", True),
        (ADMITTED + "    owner:\n", False),
        (ADMITTED + "    reported: {figure: 50%, for: 2024}\n", True),
        (ADMITTED + "    readings: many\n", False),
        (ADMITTED.replace("700", "seven"), False),
        (ADMITTED.replace("700 members", "'<= 700 members'"), True),
    ],
)
def test_what_a_reading_may_mend(text: str, expected: bool) -> None:
    """A key that waits for readings, and a claim about a period that has none; a warning needs no fixing."""
    found = load_content("f.yaml", (HEAD + text).encode()).findings
    assert found
    assert all(map(may_fix, found)) is expected


def test_warnings_are_reported_and_do_not_stop() -> None:
    """Readings that cover more than the term earn a warning where they are in the file, others where they are given."""
    text = HEAD + ADMITTED + "    readings: {2020: 1, 2021: 1, 2022: 1, 2023: 1, 2024: 1}\n"
    after, done = recorded(text, "2025-H1: 9")
    assert [(one.code, one.severity, one.place.line) for one in done.findings] == [
        ("readings-exceed-term", "warning", 8)
    ]
    assert done.refusal == ""
    assert "2025-H1: 9}" in after
    _, done = recorded(text, "2025: 9")
    assert [(one.code, one.severity, one.place) for one in done.findings] == [
        ("reading-beyond-period", "warning", done.added[0].key_place)
    ]


def test_a_size_that_can_hardly_be_meant_is_told_where_it_comes_in() -> None:
    """A missing "thousand" earns a warning at what was given, and none when it is given again."""
    text = HEAD + ADMITTED.replace("700", "70_000")
    after, done = recorded(text, "2023: 99")
    assert [(one.code, one.severity, one.place) for one in done.findings] == [("unlikely-size", "warning", PLACE)]
    assert (done.refusal, "2023: 99" in after) == ("", True)
    _, done = recorded(after, "2023: 99")
    assert (done.findings, done.refusal, len(done.same)) == ((), "", 1)


def test_running_totals_are_asked_about_where_they_come_in() -> None:
    """A second reading at a single day that does not fall is refused until the file says what it is."""
    text = HEAD + ADMITTED + "    readings: {2021-12-31: 20}\n"
    _, done = recorded(text, "2022-12-31: 35")
    assert ([one.code for one in done.findings], done.refusal) == (["running-totals"], "given")
    _, done = recorded(text + "    cumulative: yes\n", "2022-12-31: 35")
    assert ([one.code for one in done.findings], done.refusal) == ([], "")


def test_a_warning_that_was_there_is_not_reported() -> None:
    """What was in the file before is no news."""
    text = HEAD + "  t:\n    indicator: party/members-admitted\n    target: '<= 700 members'\n"
    _, done = recorded(text, "2022: 9")
    assert (done.findings, done.refusal) == ((), "")


@pytest.mark.parametrize(
    "written", ["2022: 9 # c", "2022: x: y", "2022: 9}, 2023: {8", "2022: 9\n      2023: 8", "2022: *a", "2022: | 9"]
)
def test_no_value_writes_more_than_itself(written: str) -> None:
    """A value that is YAML of its own stays one value, and is refused as the figure that it is not."""
    for layout_ in ("", "    readings: {2021: 5}\n", "    readings:\n      2021: 5\n"):
        _, done = recorded(HEAD + ADMITTED + layout_, written)
        assert [one.code for one in done.findings] == ["unparsable-figure"]


def test_a_layout_that_cannot_be_added_to() -> None:
    """Where a line between would change what is there, nothing is recorded: here the empty lines of a name."""
    for kept in ("|+", ">+"):
        _, done = recorded(HEAD + ADMITTED + f"    name: {kept}\n      n\n\n\n", "2022: 9")
        assert (done.findings, done.refusal) == ((), "layout")


def test_five_thousand_readings_take_a_while() -> None:
    """A thousand targets get five readings each in seconds."""
    targets = "".join(ADMITTED.replace("  t:", f"  t{number}:") for number in range(1000))
    data = (HEAD + targets).encode()
    content, layout = load_content("f.yaml", data), read_layout("f.yaml", data)
    assert layout is not None
    given = [
        NewReading(f"t{number}", "9", PLACE, read_period(year), year, KEY_PLACE)
        for number in range(1000)
        for year in ("2020-H2", "2021", "2022", "2023", "2024")
    ]
    done = record(content, layout, shipped(), given, date(2026, 11, 22))
    assert (done.refusal, len(done.added)) == ("", 5000)
