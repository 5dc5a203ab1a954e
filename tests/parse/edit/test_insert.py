"""Where a reading goes in the text of a file: every layout that YAML allows, and nothing else touched."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partykpi.parse import load_content
from partykpi.parse.catalogue import shipped
from partykpi.parse.edit.insert import NewReading, read_layout
from partykpi.parse.edit.record import Recorded, inserted, record
from partykpi.parse.text.period_words import read_any_period
from partykpi.problem import Place, Source
from partykpi.text import LANGUAGES

HEAD = "resolution: R\ncommittee: C\nterm: 2020-2025\nnumbers: vi\ntargets:\n"
TARGET = "  t:\n    indicator: party/members-admitted\n    target: 700 members\n"
NOWHERE = Place(Source("command line", ""), 1, 1, 1)
TODAY = date(2026, 11, 22)


def reading(written: str, target: str = "t") -> NewReading:
    """Return a reading as it is given: `2023: 150 members`."""
    key, _, value = written.partition(": ")
    period = read_any_period(key)
    assert period is not None
    return NewReading(target, value, NOWHERE, period, key, NOWHERE)


def recorded(text: str, *new: NewReading) -> Recorded:
    """Return what recording the readings in a file comes to."""
    data = text.encode()
    content, layout = load_content("f.yaml", data), read_layout("f.yaml", data)
    assert layout is not None
    assert layout.text == text
    return record(content, layout, shipped(), new, TODAY)


def with_readings(text: str, *written: str) -> str:
    """Return the text of a file with readings recorded in it, without a finding."""
    done = recorded(text, *map(reading, written))
    assert (done.findings, done.refusal) == ((), "")
    return inserted(text, done.insertions)


@pytest.mark.parametrize(
    ("before", "written", "after"),
    [
        # in braces
        ("    readings: {2021: 5, 2022: 8}\n", "2023: 9", "    readings: {2021: 5, 2022: 8, 2023: 9}\n"),
        ("    readings: {2021: 5, 2023: 8}\n", "2022: 9", "    readings: {2021: 5, 2022: 9, 2023: 8}\n"),
        ("    readings: { 2022: 5 }  # c\n", "2021: 9", "    readings: { 2021: 9, 2022: 5 }  # c\n"),
        ("    readings: {2023: 5, 2021: 8}\n", "2022: 9", "    readings: {2023: 5, 2022: 9, 2021: 8}\n"),
        (
            "    readings: {2022: 5, 2023: 8, 2021: 7}\n",
            "2024: 9",
            "    readings: {2022: 5, 2023: 8, 2021: 7, 2024: 9}\n",
        ),
        ("    readings: {2021: 5,}\n", "2022: 9", "    readings: {2021: 5, 2022: 9,}\n"),
        ("    readings: {}\n", "2022: 9", "    readings: {2022: 9}\n"),
        ("    readings: {2021: '5'}\n", "2022: 9", "    readings: {2021: '5', 2022: 9}\n"),
        ('    readings: {"2021":5}\n', "2022: 9", '    readings: {"2021":5, 2022: 9}\n'),
        (
            "    readings: {2021: [{figure: 5, known: 2022-01-31}]}\n",
            "2022: 9",
            "    readings: {2021: [{figure: 5, known: 2022-01-31}], 2022: 9}\n",
        ),
        # in braces over several lines
        (
            "    readings: {2021: 5,\n               2022: 8}\n",
            "2023: 9",
            "    readings: {2021: 5,\n               2022: 8, 2023: 9}\n",
        ),
        (
            "    readings: {\n      2021: 5,   # a\n      2023: 8    # b\n    }\n",
            "2022: 9",
            "    readings: {\n      2021: 5,   # a\n      2022: 9,\n      2023: 8    # b\n    }\n",
        ),
        (
            "    readings: {\n      2021: 5,   # a\n      2022: 8    # b\n    }\n",
            "2023: 9",
            "    readings: {\n      2021: 5,   # a\n      2022: 8,    # b\n      2023: 9\n    }\n",
        ),
        (
            "    readings: {\n      2021: 5,   # a\n      2022: 8,   # b\n    }\n",
            "2023: 9",
            "    readings: {\n      2021: 5,   # a\n      2022: 8,   # b\n      2023: 9,\n    }\n",
        ),
        (
            "    readings: {\n      2021: 5\n      , 2023: 8\n    }\n",
            "2022: 9",
            "    readings: {\n      2021: 5, 2022: 9\n      , 2023: 8\n    }\n",
        ),
        (
            "    readings: {\n      # first\n      2022: 5\n    }\n",
            "2021: 9",
            "    readings: {\n      # first\n      2021: 9,\n      2022: 5\n    }\n",
        ),
        # a line each
        (
            "    readings:\n      2021: 5\n      2022: 8\n",
            "2023: 9",
            "    readings:\n      2021: 5\n      2022: 8\n      2023: 9\n",
        ),
        (
            "    readings:\n      2021: 5   # a\n      # of 2023\n      2023: 8\n",
            "2022: 9",
            "    readings:\n      2021: 5   # a\n      2022: 9\n      # of 2023\n      2023: 8\n",
        ),
        (
            "    readings:   # all\n      # of 2022\n      2022: 5\n",
            "2021: 9",
            "    readings:   # all\n      2021: 9\n      # of 2022\n      2022: 5\n",
        ),
        (
            "    readings:\n        2021: 5\n\n        2023: 8\n    note: n\n",
            "2022: 9",
            "    readings:\n        2021: 5\n        2022: 9\n\n        2023: 8\n    note: n\n",
        ),
        (
            "    readings:\n      2023: 5\n      2021: 8\n",
            "2022: 9",
            "    readings:\n      2023: 5\n      2022: 9\n      2021: 8\n",
        ),
        ("    readings:\n      2021:\n        5\n      2022: 8\n", "2021-12: 9", None),
        (
            "    readings:\n      2020-H2:\n        5\n      2022: 8\n",
            "2021: 9",
            "    readings:\n      2020-H2:\n        5\n      2021: 9\n      2022: 8\n",
        ),
        (
            "    readings:\n      2021:\n      - {figure: 5, known: 2022-01-31}\n"
            "      - {figure: 6, known: 2022-03-31}\n    note: n\n",
            "2022: 9",
            "    readings:\n      2021:\n      - {figure: 5, known: 2022-01-31}\n"
            "      - {figure: 6, known: 2022-03-31}\n      2022: 9\n    note: n\n",
        ),
        (
            "    readings:\n      2021: |\n        5\n\n    note: n\n",
            "2022: 9",
            "    readings:\n      2021: |\n        5\n      2022: 9\n\n    note: n\n",
        ),
        (
            "    readings:\n      ? 2021\n      : 5\n",
            "2022: 9",
            "    readings:\n      ? 2021\n      : 5\n      2022: 9\n",
        ),
        # by the other name of the key, and in lists of mappings
        ("    actual: {2021: 5}\n", "2022: 9", "    actual: {2021: 5, 2022: 9}\n"),
        ("    actual:\n      2022: 5\n", "2021: 9", "    actual:\n      2021: 9\n      2022: 5\n"),
        (
            "    readings:\n      - 2021: 5  # c\n    note: n\n",
            "2022: 9",
            "    readings:\n      - 2021: 5  # c\n      - 2022: 9\n    note: n\n",
        ),
        (
            "    actual:\n    - 2021: 5\n    - 2022: 8\n",
            "2023: 9",
            "    actual:\n    - 2021: 5\n    - 2022: 8\n    - 2023: 9\n",
        ),
        ("    actual:\n      - {2021: 5}\n", "2023: 9", "    actual:\n      - {2021: 5}\n      - 2023: 9\n"),
        ("    readings: [{2021: 5}, {2022: 8}]\n", "2023: 9", "    readings: [{2021: 5}, {2022: 8}, {2023: 9}]\n"),
        ("    readings: [2021: 5]  # c\n", "2023: 9", "    readings: [2021: 5, {2023: 9}]  # c\n"),
        # where there are none yet
        ("", "2023: 9", "    readings:\n      2023: 9\n"),
        ("    note: n\n", "2023: 9", "    readings:\n      2023: 9\n    note: n\n"),
        (
            "    baseline: 3   # before\n    # soon\n    note: >-\n      n\n      m\n",
            "2023: 9",
            "    baseline: 3   # before\n    readings:\n      2023: 9\n    # soon\n    note: >-\n      n\n      m\n",
        ),
        # the key without a value, which is an error of the file until there is one
        ("    readings:\n    note: n\n", "2023: 9", "    readings:\n      2023: 9\n    note: n\n"),
        ("    readings:   # to come\n", "2023: 9", "    readings:   # to come\n      2023: 9\n"),
        ("    readings :\n", "2023: 9", "    readings :\n      2023: 9\n"),
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("last", [True, False], ids=["last-line-ended", "last-line-open"])
def test_a_reading_goes_where_a_person_would_write_it(
    before: str, written: str, after: str | None, ending: str, last: bool
) -> None:
    """In the order of time, laid out as the others, with comments where they were and lines ended as they are."""
    if after is None:
        assert recorded(HEAD + TARGET + before, reading(written)).refusal == "given"
        return
    old, new = (HEAD + TARGET + text for text in (before, after))
    if not last:
        old, new = old.removesuffix("\n"), new.removesuffix("\n")
    assert with_readings(old.replace("\n", ending), written) == new.replace("\n", ending)


@pytest.mark.parametrize(
    ("target", "written", "after"),
    [
        (
            "  t: {indicator: party/members-admitted, target: 700 members, note: n}\n",
            "2023: 9",
            "  t: {indicator: party/members-admitted, target: 700 members, readings: {2023: 9}, note: n}\n",
        ),
        (
            "  t: {indicator: party/members-admitted, target: 700 members, readings: }\n",
            "2023: 9",
            "  t: {indicator: party/members-admitted, target: 700 members, readings: {2023: 9} }\n",
        ),
        (
            "  t: {indicator: party/members-admitted, readings, target: 700 members}\n",
            "2023: 9",
            "  t: {indicator: party/members-admitted, readings: {2023: 9}, target: 700 members}\n",
        ),
        (
            "  t: {\n    indicator: party/members-admitted,\n    target: 700 members  # goal\n  }\n",
            "2023: 9",
            "  t: {\n    indicator: party/members-admitted,\n    target: 700 members,  # goal\n"
            "    readings: {2023: 9}\n  }\n",
        ),
        (
            "    t:\n     target: 700 members\n     indicator: {name: n, kind: total, unit: member,\n"
            "       better: higher}\n     note: n\n",
            "2023: 9",
            "    t:\n     target: 700 members\n     indicator: {name: n, kind: total, unit: member,\n"
            "       better: higher}\n     readings:\n      2023: 9\n     note: n\n",
        ),
        (
            "  t:\n    chỉ số: party/members-admitted\n    chỉ tiêu: 700 đảng viên\n    ghi chú: n\n",
            "quý 3/2023: 9",
            "  t:\n    chỉ số: party/members-admitted\n    chỉ tiêu: 700 đảng viên\n    số liệu:\n"
            "      quý 3/2023: 9\n    ghi chú: n\n",
        ),
        (
            "  t:\n    indicator: party/members-admitted\n    target: 700 members\n...\n# the end\n",
            "2023: 9",
            "  t:\n    indicator: party/members-admitted\n    target: 700 members\n    readings:\n"
            "      2023: 9\n...\n# the end\n",
        ),
        (
            "  s: {indicator: party/members, target: unknown, readings: {2021: 3}}\n  t:\n"
            "    indicator: party/members-admitted\n    target: 700 members\n",
            "2023: 9",
            "  s: {indicator: party/members, target: unknown, readings: {2021: 3}}\n  t:\n"
            "    indicator: party/members-admitted\n    target: 700 members\n    readings: {2023: 9}\n",
        ),
    ],
)
def test_readings_begin_as_the_file_is_laid_out(target: str, written: str, after: str) -> None:
    """A target in braces gets its readings in braces, one in Vietnamese in Vietnamese, others as the rest has it."""
    assert with_readings(HEAD + target, written) == HEAD + after


# Layouts at random


SPACE = st.sampled_from(["", " ", "  "])
COMMENT = st.sampled_from(["", "", "  # c", "  # {2023: 5}, 'x", "   # đảng viên 😀"])
YEARS = ("2020-H2", "2021", "2022", "2023", "2024", "2025-H1")


@st.composite
def files(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Draw a file whose targets are laid out in any way, and the ids of its targets."""
    step = draw(st.sampled_from([1, 2, 3, 4]))
    lines = [HEAD.removesuffix("\n")]
    ids = [f"t{number}" for number in range(draw(st.integers(1, 4)))]
    for id in ids:
        years = [year for year in YEARS if draw(st.booleans())]
        if draw(st.booleans()):
            years.reverse()
        pad, deep = " " * step, " " * 2 * step
        lines += draw(st.lists(st.sampled_from(["", "  # above", "# at the margin"]), max_size=2))
        flow = draw(st.booleans())
        pairs = [f"{year}: {number + 1}" for number, year in enumerate(years)]
        if draw(st.integers(0, 3)) == 0:
            own = f", readings: {{{', '.join(pairs)}}}" if pairs else ""
            lines.append(f"{pad}{id}: {{indicator: party/members-admitted, target: 9 members{own}}}{draw(COMMENT)}")
            continue
        lines.append(f"{pad}{id}:{draw(COMMENT)}")
        keys = [f"{deep}indicator: party/members-admitted{draw(COMMENT)}", f"{deep}target: 9 members{draw(COMMENT)}"]
        if draw(st.booleans()):
            keys.append(f"{deep}note: |\n{deep} đảng {draw(SPACE)}\n\n{deep} viên")
        if pairs and flow:
            between = draw(st.sampled_from([", ", ",", f",\n{deep}     ", f"  # c\n{deep}  , "]))
            keys.append(f"{deep}readings: {{{draw(SPACE)}{between.join(pairs)}{draw(SPACE)}}}{draw(COMMENT)}")
        elif pairs:
            inner = " " * draw(st.integers(1, 3)) + deep
            below = st.sampled_from(["", f"\n{inner}# of it"])
            rows = [f"{inner}{pair}{draw(COMMENT)}{draw(below)}" for pair in pairs]
            keys.append("\n".join([f"{deep}readings:{draw(COMMENT)}", *rows]))
        lines += draw(st.permutations(keys))
    text = "\n".join(lines) + draw(st.sampled_from(["\n", "", "\n\n# end\n", "\n...\n"]))
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"]))), ids


@settings(deadline=None)
@given(files(), st.data())
def test_nothing_but_the_reading_is_new(drawn: tuple[str, list[str]], data: st.DataObject) -> None:
    """In any layout: the readings are there, in any number; take the insertions out, and the file is as it was."""
    text, ids = drawn
    content = load_content("f.yaml", text.encode())
    assert content.resolution is not None
    assert [found for found in content.findings if found.severity == "error"] == []
    targets = content.resolution.targets
    held = {target.id: {one.period.text for one in target.readings if one.period} for target in targets}
    free = [(id, year) for id in ids for year in YEARS if year not in held[id]]
    chosen = data.draw(st.lists(st.sampled_from(free), unique=True)) if free else []
    values = ["7", "1.234 members", "1,5 thousand members"]
    new = [reading(f"{year}: {data.draw(st.sampled_from(values))}", id) for id, year in chosen]
    done = recorded(text, *new)
    assert done.refusal == ""
    assert [found.code for found in done.findings if found.severity == "error"] == []
    after = inserted(text, done.insertions)
    rest = after
    for one in done.insertions:
        assert rest[one.at :].startswith(one.text)
        rest = rest[: one.at] + rest[one.at + len(one.text) :]
    assert rest == text
    resolution = load_content("f.yaml", after.encode()).resolution
    assert resolution is not None
    there = {
        (target.id, one.period.text, one.text)
        for target in resolution.targets
        for one in target.readings
        if one.period is not None
    }
    assert {(one.target, one.key, one.text) for one in new} <= there
    assert len(there) == len(new) + sum(map(len, held.values()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_starter_file_takes_readings(language: str) -> None:
    """The file that `partykpi new` writes takes a reading below the goal, above its comments."""
    from partykpi.parse.edit.starter import Starter, starter

    indicator = shipped().find("party/members-admitted")
    assert indicator is not None
    text = starter(Starter("C", "R", "2025-2030", [indicator]), "vi" if language == "vi" else "en")
    key, goal = ("số liệu", "chỉ tiêu: chưa rõ") if language == "vi" else ("readings", "target: unknown")
    after = inserted(text, recorded(text, reading("2026: 9", "members-admitted")).insertions)
    (line,) = [line for line in text.splitlines() if goal in line]
    assert after == text.replace(line, f"{line}\n    {key}:\n      2026: 9")
