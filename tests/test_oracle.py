"""The oracle by cases worked by hand and by laws, and the program against the oracle on thousands of targets."""

from __future__ import annotations

import ast
import calendar
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple, cast

import oracle
import pytest
from oracle import Figure, Goal, Interval, Reading, Target, Verdict, judge
from samples.oracle_cases import KINDS, Generated, generated

from partykpi.core import figure
from partykpi.core.progress.coverage import coverage
from partykpi.core.report import assess
from partykpi.parse import load_content

TERM = (date(2020, 7, 1), date(2025, 6, 30))  # 2020-2025: 60 months, mid-term 2022-12-31
MID, END = date(2022, 12, 31), date(2025, 6, 30)
JUNE, CLOSE = date(2023, 6, 30), date(2024, 12, 31)
FIVE = (date(2021, 1, 1), date(2025, 12, 31))  # five calendar years


def num(text: str | int | Fraction) -> Fraction:
    """An exact number: 4, "4.5", "1/3" or "97.66 %" as a share."""
    written = str(text)
    if written.endswith("%"):
        return Fraction(written[:-1].strip()) / 100
    return Fraction(written)


def fig(low: str | int | None, high: str | int | None = None, closed: tuple[bool, bool] = (True, True)) -> Figure:
    """A figure: one value, or a low and a high end."""
    if low is not None and high is None and closed == (True, True):
        high = low
    ends = None if low is None else num(low), None if high is None else num(high)
    return {"low": ends[0], "high": ends[1], "low_closed": closed[0], "high_closed": closed[1]}


def goal(way: str, low: str | int, high: str | int | None = None, every: str = "term") -> Goal:
    """A goal by its sign and its ends."""
    value = num(low)
    ends: dict[str, tuple[Fraction | None, Fraction | None, bool, bool]] = {
        ">=": (value, None, True, False),
        ">": (value, None, False, False),
        "<=": (None, value, False, True),
        "<": (None, value, False, False),
        "=": (value, value, True, True),
    }
    if high is not None:
        ends[way] = (value, num(high), True, True)
    found = ends[way]
    return {
        "low": found[0], "high": found[1], "low_closed": found[2], "high_closed": found[3], "way": way, "every": every,
    }  # fmt: skip


def days(text: str, year_starts: tuple[int, int] = (1, 1)) -> tuple[date | None, date]:
    """The first and last day of `2021`, `2022-H1`, `2022-Q3`, `2022-10`; a day alone has no first."""
    year = int(text[:4])
    if re.fullmatch(r"\d{4}", text):
        first, last = oracle.year_of(date(year, *year_starts), year_starts)
        return first, last
    part = text[5:]
    if part[0] in "HQ":
        size = 6 if part[0] == "H" else 3
        month = size * int(part[1]) - size + 1
        return date(year, month, 1), date(year, month + size - 1, calendar.monthrange(year, month + size - 1)[1])
    if len(part) == 2:
        return date(year, int(part), 1), date(year, int(part), calendar.monthrange(year, int(part))[1])
    return None, date.fromisoformat(text)


def read(readings: dict[str, str | int], year_starts: tuple[int, int] = (1, 1)) -> list[Reading]:
    """Readings by period, as the file writes them."""
    found: list[Reading] = []
    for text, value in readings.items():
        first, last = days(text, year_starts)
        found.append(cast(Reading, {**fig(value), "from": first, "to": last}))
    return found


def undated(*values: str | int) -> list[Reading]:
    """One undated figure, or an undated list."""
    return [cast(Reading, {**fig(value), "from": None, "to": None}) for value in values]


def path(figures: dict[str, str | int], way: str, every: str, year_starts: tuple[int, int] = (1, 1)) -> Goal:
    """A goal by years."""
    found = goal(way, 0, every=every)
    entries: dict[tuple[date, date], Figure] = {}
    for text, value in figures.items():
        first, last = days(text, year_starts)
        assert first is not None
        one = goal(way, value)
        entries[(first, last)] = {
            "low": one["low"],
            "high": one["high"],
            "low_closed": one["low_closed"],
            "high_closed": one["high_closed"],
        }
    found["path"] = entries
    return found


def target(kind: str, direction: str, asked: Goal | None, readings: list[Reading], **more: object) -> Target:
    """A target over the term 2020-2025, unless `period` says otherwise."""
    found = {"kind": kind, "direction": direction, "period": TERM, "goal": asked, "readings": readings, **more}
    return cast(Target, found)


@dataclass
class Case:
    """One case worked by hand: what it is called, the target, the day, and what it must come to."""

    name: str
    target: Target
    as_of: date
    status: str
    values: dict[str, str | int | None] = field(default_factory=dict)


PERCENT = {"whole": Fraction(100)}


def statcan(name: str, years: tuple[int, int, int], way: str, bound: str, start: str, now: str, status: str) -> Case:
    """A published example: a level with a baseline, from the first year to the last, read at the end of a year."""
    reading = read({f"{years[1]}-12-31": now})
    first, last = date(years[0], 1, 1), date(years[2], 12, 31)
    made = target("level", "higher" if way == ">=" else "lower", goal(way, bound), reading, baseline=fig(start))
    made["period"] = (first, last)
    return Case(name, made, date(years[1], 12, 31), status)


STATCAN = [
    # gained 4.3 of 7.25 x 8/15 = 3.867: 111 %.
    statcan("cif-1-1-1", (2016, 2023, 2030), "<=", "7.25", "14.5", "10.2", "on-track"),
    statcan("cif-11-1-1", (2017, 2024, 2028), "<=", "13433", "26866", "36058", "worsened"),
    # 11 of 22 x 15/25 = 13.2: 83 %.
    statcan("cif-11-3-1", (2006, 2020, 2030), ">=", "85", "63", "74", "behind"),
    statcan("cif-11-5-1", (2017, 2021, 2030), ">=", "22", "19.3", "13.9", "worsened"),
    # 15.6 of 209 x 8/16 = 104.5: 15 %.
    statcan("cif-11-6-1", (2015, 2022, 2030), "<=", "490", "699", "683.4", "at-risk"),
    # 14.26 of 59.63 x 9/15 = 35.778: 40 %.
    statcan("cif-12-1-1", (2016, 2024, 2030), ">=", "60", "0.37", "14.63", "at-risk"),
    # 13.8 of 29.1 x 8/15 = 15.52: 89 %.
    statcan("cif-14-1-1", (2016, 2023, 2030), ">=", "30", "0.9", "14.7", "behind"),
    statcan("cif-15-2-1", (2020, 2024, 2026), ">=", "60", "42", "40", "worsened"),
    # 3.6 of 19.9 x 8/15 = 10.613: 34 %.
    statcan("cif-15-4-1", (2016, 2023, 2030), ">=", "30", "10.1", "13.7", "at-risk"),
    # 70 lay under the limit of 100 already; 68 is better still.
    statcan("cif-15-5-1", (2016, 2021, 2030), "<=", "100", "70", "68", "exceeded"),
    statcan("cif-14-2-1", (2016, 2023, 2026), ">=", "55", "68.5534591194968", "46.7336683417085", "worsened"),
]

MONTHLY: dict[str, str | int] = {"2020-H2": 6, "2021": 12, "2022": 12, "2023": 12, "2024": 12, "2025-H1": 6}
IN_TIME = [
    # start: July 2020 is 1 of 60 months; nothing is due before it; at the end all 60.
    Case(
        "total, start",
        target("total", "higher", goal(">=", 60), read({"2020-07": 1})),
        date(2020, 7, 31),
        "on-track",
        {"due": 1, "pace": 1, "forecast": 60, "elapsed": "1/60", "needed": "12"},
    ),
    Case(
        "total, before",
        target("total", "higher", goal(">=", 60), read({"2020-07": 1})),
        date(2020, 6, 30),
        "no-data",
        {"elapsed": 0, "achieved": None},
    ),
    Case(
        "total, half a month",
        target("total", "higher", goal(">=", 620), undated(5)),
        date(2020, 7, 15),
        "on-track",
        {"due": "5", "elapsed": "15/1860"},
    ),  # 15/31 of a month of 60; 620 x 15/31/60 = 5
    Case(
        "total, middle",
        target("total", "higher", goal(">=", 60), read(MONTHLY)),
        MID,
        "on-track",
        {"achieved": 30, "due": 30, "pace": 1, "score": "50%"},
    ),
    Case(
        "total, end",
        target("total", "higher", goal(">=", 60), read(MONTHLY)),
        END,
        "achieved",
        {"achieved": 60, "due": 60, "pace": 1, "forecast": 60, "needed": None},
    ),
    Case(
        "total, behind", target("total", "higher", goal(">=", 100), read(MONTHLY)), MID, "behind", {"pace": "60%"}
    ),  # 30 of 50: exactly 60 % is behind, not at risk
    Case("total, missed", target("total", "higher", goal(">=", 100), read(MONTHLY)), END, "missed", {"score": "60%"}),
    Case(
        "total, nearly", target("total", "higher", goal(">=", 75), read(MONTHLY)), END, "nearly", {"score": "80%"}
    ),  # 60 of 75: exactly 80 %
    # limits: kept at mid-term is not met yet: due 30, 30 used: pace 1; at the end met.
    Case(
        "limit, middle",
        target("total", "lower", goal("<=", 60), read(MONTHLY)),
        MID,
        "on-track",
        {"pace": 1, "attainment": "50%"},
    ),
    Case("limit, end", target("total", "lower", goal("<=", 60), read(MONTHLY)), END, "achieved", {"attainment": 1}),
    Case(
        "limit, kept but months missing",
        target("total", "lower", goal("<=", 60), read({"2020-H2": 6, "2021": 12})),
        END,
        "undetermined",
    ),
    Case(
        "limit, broken and months missing",
        target("total", "lower", goal("<=", 16), read({"2020-H2": 6, "2021": 12})),
        END,
        "nearly",
        {"score": "16/18"},
    ),  # 18 of 16: 88.9 %
    Case(
        "limit, double",
        target("total", "lower", goal("<=", 500), undated(1000)),
        END,
        "missed",
        {"attainment": 2, "score": "50%"},
    ),
    Case(
        "limit of nothing, broken",
        target("total", "lower", goal("<=", 0), undated(2)),
        END,
        "missed",
        {"attainment": None, "score": 0},
    ),
    Case("limit of nothing, kept", target("total", "lower", goal("<=", 0), undated(0)), MID, "on-track", {"score": 1}),
    # 80 -> 90 over 60 months; 31 July 2020: 1/60: 80 + 10/60.
    Case(
        "level, start",
        target("level", "higher", goal(">=", 90), read({"2020-07": "80.5"}), baseline=fig(80)),
        date(2020, 7, 31),
        "on-track",
        {"due": "481/6", "pace": 3, "forecast": 110},
    ),
    Case(
        "level, end",
        target("level", "higher", goal(">=", 90), read({"2025-06-30": 90}), baseline=fig(80)),
        END,
        "achieved",
        {"due": 90, "pace": 1, "forecast": 90},
    ),
    Case(
        "level, end unmet",
        target("level", "higher", goal(">=", 90), read({"2025-06-30": 88}), baseline=fig(80)),
        END,
        "nearly",
        {"due": 90, "pace": "80%", "attainment": "88/90"},
    ),
    Case(
        "level, lower, end unmet",
        target("level", "lower", goal("<=", 2), read({"2025-06-30": 4}), baseline=fig(8)),
        END,
        "missed",
        {"attainment": "4/6", "score": "4/6"},
    ),
    # a baseline under the limit: as without one: 12 of 10; worsened while open, by score 10/12 at the end.
    Case(
        "holding a limit, open",
        target("level", "lower", goal("<=", 10), read({"2022-12-31": 12}), baseline=fig(8)),
        MID,
        "worsened",
        {"attainment": "120%", "due": 10, "score": "10/12"},
    ),
    Case(
        "holding a limit, end",
        target("level", "lower", goal("<=", 10), read({"2025-06-30": 12}), baseline=fig(8)),
        END,
        "nearly",
        {"attainment": "120%", "score": "10/12"},
    ),
    Case(
        "level without baseline",
        target("level", "higher", goal(">=", 90), read({"2022-12-31": 85})),
        MID,
        "pending",
        {"due": None, "pace": None, "attainment": "85/90"},
    ),
    # annual: exports 100 -> 150 by 2025, baseline of 2020; n = 5; 2022 is k = 2: due 120; 20/20.
    Case(
        "annual, middle",
        target(
            "annual",
            "higher",
            goal(">=", 150),
            read({"2021": 110, "2022": 120, "2023-H1": 70}),
            baseline=fig(100),
            period=FIVE,
            adds=True,
        ),
        JUNE,
        "on-track",
        {"achieved": 120, "due": 120, "pace": 1, "forecast": 150, "attainment": "80%"},
    ),
    # within a year money adds up: 60 + 55 = 115 in 2022: 15/20 behind.
    Case(
        "annual, halves",
        target(
            "annual",
            "higher",
            goal(">=", 150),
            read({"2021": 110, "2022-H1": 60, "2022-H2": 55}),
            baseline=fig(100),
            period=FIVE,
            adds=True,
        ),
        MID,
        "behind",
        {"achieved": 115, "pace": "75%"},
    ),
    # the term 2020-2025 counts from 2020 (the day before is 30 June 2020) to 2025: 2022 is 2 of 5.
    Case(
        "annual, term",
        target("annual", "higher", goal(">=", 150), read({"2022": 120}), baseline=fig(100), adds=True),
        MID,
        "on-track",
        {"due": 120, "pace": 1},
    ),
    Case(
        "annual, start",
        target("annual", "higher", goal(">=", 150), read({"2021-H1": 60}), baseline=fig(100), period=FIVE, adds=True),
        date(2021, 6, 30),
        "pending",
        {"achieved": None},
    ),
    Case(
        "annual, end",
        target(
            "annual",
            "higher",
            goal(">=", 150),
            read({"2024": 130, "2025": 160}),
            baseline=fig(100),
            period=FIVE,
            adds=True,
        ),
        date(2025, 12, 31),
        "exceeded",
        {"achieved": 160, "due": 150},
    ),
    # rate: 6 and 8 make 7 of 8: 87.5 % of the bound, behind; at the end nearly.
    Case(
        "rate, middle",
        target("rate", "higher", goal(">=", 8), read({"2021": 6, "2022": 8}), period=FIVE),
        MID,
        "behind",
        {"achieved": 7, "due": 8, "pace": "87.5%", "forecast": 7, "needed": "26/3"},
    ),  # (40 - 14) / 3
    Case(
        "rate, end",
        target(
            "rate", "higher", goal(">=", 8), read({"2021": 6, "2022": 8, "2023": 7, "2024": 7, "2025": 7}), period=FIVE
        ),
        date(2025, 12, 31),
        "nearly",
        {"achieved": 7, "score": "87.5%"},
    ),
    # grades: good or better is asked; excellent and good are kept; accents and case do not count.
    Case(
        "grade, on track",
        target(
            "grade",
            "lower",
            cast(Goal, {"grade": "Hoàn thành tốt"}),
            [
                cast(Reading, {"grade": "hoan thanh TOT", "from": date(2021, 1, 1), "to": date(2021, 12, 31)}),
                cast(Reading, {"grade": "Xuất sắc", "from": date(2022, 1, 1), "to": date(2022, 12, 31)}),
            ],
            grades=["xuất sắc", "hoàn thành tốt", "hoàn thành", "không hoàn thành"],
        ),
        MID,
        "on-track",
        {"met": 2, "reported": 2},
    ),
    Case(
        "grade, lost",
        target(
            "grade",
            "lower",
            cast(Goal, {"grade": "good"}),
            [cast(Reading, {"grade": "done", "from": date(2021, 1, 1), "to": date(2021, 12, 31)})],
            grades=["excellent", "good", "done", "not done"],
        ),
        MID,
        "missed",
        {"met": 0, "reported": 1, "score": 0},
    ),
    # milestone by the end of 2024: 54 months; at mid-term 30/54 due.
    Case(
        "milestone, share",
        target(
            "milestone", "higher", cast(Goal, {"by": CLOSE}), [cast(Reading, {**fig("50%"), "from": None, "to": None})]
        ),
        MID,
        "behind",
        {"due": "30/54", "pace": "90%", "attainment": "50%"},
    ),
    Case(
        "milestone, in time",
        target("milestone", "higher", cast(Goal, {"by": CLOSE}), [cast(Reading, {"done": CLOSE})]),
        END,
        "achieved",
        {"attainment": 1},
    ),
    Case(
        "milestone, late",
        target("milestone", "higher", cast(Goal, {"by": CLOSE}), [cast(Reading, {"done": date(2025, 1, 1)})]),
        END,
        "nearly",
        {"attainment": 1},
    ),
    Case(
        "milestone, passed",
        target(
            "milestone", "higher", cast(Goal, {"by": CLOSE}), [cast(Reading, {**fig("50%"), "from": None, "to": None})]
        ),
        date(2025, 1, 1),
        "missed",
    ),
    # a lost year of every year: 7 of 10 in 2021: at once for good, 0 of 1.
    Case(
        "every year, lost",
        target("total", "higher", goal(">=", 10, every="year"), read({"2021": 7}), period=FIVE),
        MID,
        "missed",
        {"met": 0, "reported": 1},
    ),
    Case(
        "every year, running",
        target("total", "higher", goal(">=", 10, every="year"), read({"2021-H1": 7}), period=FIVE),
        date(2021, 6, 30),
        "pending",
        {"met": 0, "reported": 0},
    ),
    Case(
        "every year, kept early",
        target("total", "higher", goal(">=", 10, every="year"), read({"2021-H1": 10}), period=FIVE),
        date(2021, 6, 30),
        "on-track",
        {"met": 1, "reported": 1},
    ),
    # of counted things half of 5 is 2.5, and 2 are asked: kept.
    Case(
        "every year, rounded down",
        target("total", "higher", goal(">=", 5, every="year"), read({"2020-H2": 2}), counted=True),
        date(2020, 12, 31),
        "on-track",
        {"met": 1, "reported": 1, "attainment": "2/25"},
    ),
    # amended whole-period goal: 60 until the end of 2022, then 90: the old line gives 30 at 30 months, then
    # 30 + (90 - 30) x 12/30 = 54 at the end of 2023.
    Case(
        "amended total",
        target(
            "total",
            "higher",
            goal(">=", 60),
            read({"2020-H2": 6, "2021": 12, "2022": 12, "2023": 24}),
            amended=[(date(2023, 1, 1), goal(">=", 90))],
        ),
        date(2023, 12, 31),
        "on-track",
        {"asked": 90, "due": 54, "pace": 1, "attainment": "60%"},
    ),
    # a level from 80 to 90, from 2023 to 100: 85 at mid-term, then 85 + 15 x 12/30 = 91.
    Case(
        "amended level",
        target(
            "level",
            "higher",
            goal(">=", 90),
            read({"2023": 91}),
            baseline=fig(80),
            amended=[(date(2023, 1, 1), goal(">=", 100))],
        ),
        date(2023, 12, 31),
        "on-track",
        {"due": 91, "pace": 1},
    ),
    # an interval on the edge: 95 to 105 of 100 at the end.
    Case(
        "straddles",
        target("total", "higher", goal(">=", 100), [cast(Reading, {**fig(95, 105), "from": None, "to": None})]),
        END,
        "undetermined",
    ),
    Case(
        "two-sided level above",
        target("level", "higher", goal("within", 103, 107), undated(110)),
        END,
        "nearly",
        {"attainment": "110/107", "score": "107/110"},
    ),
    # down from 112 to 107: 3.6 of 5 gone at the end; past 103 it is 101 of 103, and no progress
    Case(
        "two-sided level from above",
        target("level", "lower", goal("within", 103, 107), undated("108.4"), baseline=fig(112)),
        END,
        "nearly",
        {"attainment": "72%", "due": 107, "pace": "72%", "score": "1070/1084"},
    ),
    Case(
        "two-sided level, overshot",
        target("level", "lower", goal("within", 103, 107), undated(101), baseline=fig(112)),
        MID,
        "pending",
        {"attainment": "101/103", "due": "109.5", "pace": None},
    ),
    Case(
        "milestone, undone and late",
        target("milestone", "higher", {"by": date(2023, 12, 31)}, undated("0.85")),
        MID.replace(year=2024),
        "missed",
        {"score": "85%"},
    ),
    Case("equal", target("level", "higher", goal("=", 3), undated(3)), END, "achieved", {"attainment": 1, "score": 1}),
    Case("equal, short", target("level", "higher", goal("=", 3), undated(2)), END, "missed", {"score": "2/3"}),
]

ALL = STATCAN + IN_TIME


def value_of(case: Case, name: str) -> object:
    """A named value of the verdict; an interval that is one point as that number."""
    verdict = judge(case.target, case.as_of)
    if name == "months":
        return verdict["coverage"]["months"]
    if name in ("met", "reported"):
        return verdict["periods"][name]
    found = cast(dict[str, object], verdict)[name]
    if isinstance(found, Interval):
        if name == "asked":
            return found.high if found.low is None else found.low
        return found.low if found.low == found.high else found
    return found


@pytest.mark.parametrize("case", ALL, ids=[case.name for case in ALL])
def test_status(case: Case) -> None:
    """Each case worked by hand has the status that the page gives it."""
    assert judge(case.target, case.as_of)["status"] == case.status


@pytest.mark.parametrize(("case", "name"), [(case, name) for case in ALL for name in case.values],
                         ids=[f"{case.name}: {name}" for case in ALL for name in case.values])  # fmt: skip
def test_value(case: Case, name: str) -> None:
    """Each value worked by hand is the value of the verdict, exactly."""
    wanted = case.values[name]
    assert value_of(case, name) == (None if wanted is None else num(wanted))


@pytest.mark.parametrize(("first", "last", "wanted"), [
    (date(2020, 7, 1), date(2025, 6, 30), 60),
    (date(2020, 7, 1), date(2022, 12, 31), 30),
    (date(2020, 1, 1), date(2020, 6, 30), 6),
    (date(2020, 6, 13), date(2025, 6, 12), 60),  # 18/30 + 59 + 12/30
    (date(2017, 1, 1), date(2017, 2, 21), "1.75"),
    (date(2020, 2, 1), date(2020, 2, 14), "14/29"),
    (date(2020, 3, 31), date(2020, 4, 1), "61/930"),  # 1/31 + 1/30
])  # fmt: skip
def test_months(first: date, last: date, wanted: str | int) -> None:
    """A whole month counts 1 and a part of one its days over its length."""
    assert oracle.months(first, last) == num(wanted)


@pytest.mark.parametrize(
    ("bound", "rates", "mean", "share"),
    [
        # 1.02 × 1.13 × 1.06 × 1.12 × 1.09 = 1.491520…; fifth root 1.083243: 8.32 %, 99.1 % of 8.4
        ("8.4", ["2", "13", "6", "12", "9"], "8.32", "99.1"),
        # 0.7 × 1.6 × 1.05 × 1.1 × 1.08 = 1.397088; fifth root 1.06916: 6.92 %, 86.5 % of 8
        ("8", ["-30", "60", "5", "10", "8"], "6.92", "86.5"),
    ],
)
def test_growth(bound: str, rates: list[str], mean: str, share: str) -> None:
    """Growth is averaged by compounding, and both goals are nearly met."""
    readings = read({str(2021 + number): rate for number, rate in enumerate(rates)})
    made = target("rate", "higher", goal(">=", bound), readings, mean="compound", period=FIVE, **PERCENT)
    verdict = judge(made, date(2025, 12, 31))
    achieved, attainment = verdict["achieved"], verdict["attainment"]
    assert achieved is not None
    assert achieved.low is not None
    assert achieved.high is not None
    assert attainment is not None
    assert attainment.low is not None
    assert achieved.high - achieved.low < Fraction(1, 10**30)
    assert round(achieved.low, 2) == num(mean)
    assert round(attainment.low * 100, 1) == num(share)
    assert verdict["status"] == "nearly"


def test_compound_mean_of_equal_rates_is_exact() -> None:
    """Five equal rates have that rate as their compound mean, exactly, and meet a goal of it."""
    readings = read({str(year): "6.5" for year in range(2021, 2026)})
    made = target("rate", "higher", goal(">=", "6.5"), readings, mean="compound", period=FIVE, **PERCENT)
    verdict = judge(made, date(2025, 12, 31))
    assert (verdict["achieved"], verdict["status"]) == (oracle.point(Fraction(13, 2)), "achieved")


@pytest.mark.parametrize(("name", "ratio"), [
    ("cif-1-1-1", "0.9526"), ("cif-11-1-1", "-0.6676"), ("cif-11-3-1", "0.8949"), ("cif-11-5-1", "-6.7615"),
    ("cif-11-6-1", "0.1283"), ("cif-12-1-1", "1.2496"), ("cif-14-1-1", "1.5867"), ("cif-15-2-1", "-0.1858"),
    ("cif-15-4-1", "0.5160"),
])  # fmt: skip
def test_compound_ratio(name: str, ratio: str) -> None:
    """The compound ratio is the one that Statistics Canada publishes."""
    case = next(case for case in STATCAN if case.name == name)
    period, baseline, asked, reading = (case.target["period"], case.target["baseline"], case.target["goal"],
                                        case.target["readings"][0])  # fmt: skip
    assert baseline is not None
    assert asked is not None
    start, now, bound = baseline["low"], reading["low"], asked["low"] if asked["low"] is not None else asked["high"]
    assert start is not None
    assert now is not None
    assert bound is not None
    gone, whole = oracle.months(period[0], case.as_of), oracle.months(*period)
    found = oracle.compound_ratio(start, now, bound, gone, whole)
    assert found is not None
    assert found.low is not None
    assert round(found.low, 4) == num(ratio)


def test_range_as_a_result() -> None:
    """Poverty cut by 1.5 to 2 points a year is a range, and without a goal there is nothing to judge by."""
    made = target("rate", "higher", None, [cast(Reading, {**fig("1.5", "2"), "from": None, "to": None})])
    verdict = judge(made, END)
    assert verdict["achieved"] == Interval(Fraction(3, 2), Fraction(2), True, True)
    assert (verdict["status"], verdict["attainment"]) == ("no-data", None)


def test_an_open_end_stays_open() -> None:
    """Over 51 % of at least 51 % is met, and of at least 60 % not decided."""
    over = [cast(Reading, {**fig(51, None, (False, False)), "from": None, "to": None})]
    assert judge(target("level", "higher", goal(">=", 51), over), END)["status"] == "exceeded"
    assert judge(target("level", "higher", goal(">=", 60), over), END)["status"] == "undetermined"


@pytest.mark.parametrize("case", ALL, ids=[case.name for case in ALL])
def test_no_float(case: Case) -> None:
    """No float ever holds a figure."""
    for found in judge(case.target, case.as_of).values():
        assert not isinstance(found, float)
        if isinstance(found, Interval):
            assert all(end is None or isinstance(end, Fraction) for end in found[:2])


@pytest.mark.parametrize("case", ALL, ids=[case.name for case in ALL])
def test_later_readings_are_not_known_yet(case: Case) -> None:
    """A reading after the as-of date changes nothing."""
    if any(reading.get("to") is None for reading in case.target["readings"]) or case.target["kind"] in ("grade",):
        return
    later = case.target.copy()
    later["readings"] = [*case.target["readings"], *read({str(case.as_of.year + 1): 77})]
    assert judge(later, case.as_of) == judge(case.target, case.as_of)


@pytest.mark.parametrize("case", ALL, ids=[case.name for case in ALL])
def test_at_the_end_nothing_is_open(case: Case) -> None:
    """From the last day of the period on, no status speaks of a course."""
    end = max(case.target["period"][1], case.as_of)
    assert judge(case.target, end)["status"] in ("exceeded", "achieved", "nearly", "missed", "undetermined", "no-data")


@pytest.mark.parametrize("case", ALL, ids=[case.name for case in ALL])
def test_an_amendment_to_the_same_goal_changes_nothing(case: Case) -> None:
    """A goal amended to itself asks for what it asked for."""
    asked = case.target["goal"]
    if asked is None or case.target.get("amended"):
        return
    again = case.target.copy()
    first, last = case.target["period"]
    again["amended"] = [(first.replace(year=first.year + (last.year - first.year) // 2), asked)]
    if case.target["kind"] == "total" and asked.get("every") == "year" and first.month != 1:
        return  # the page leaves open a year that is amended within: it is rounded down as a part of one is
    assert judge(again, case.as_of) == judge(case.target, case.as_of)


@pytest.mark.parametrize("case", ALL, ids=[case.name for case in ALL])
def test_an_amendment_on_the_first_day_takes_the_whole_place(case: Case) -> None:
    """A goal amended on the first day of the period is as if it had always been so."""
    asked = case.target["goal"]
    low = None if asked is None else asked.get("low")
    if asked is None or low is None or case.target.get("amended"):
        return
    other = {**asked, "low": low - 1} if asked.get("way") in (">=", ">") else asked
    changed = case.target.copy()
    changed["goal"] = other
    changed["amended"] = [(case.target["period"][0], asked)]
    if case.as_of >= case.target["period"][0]:
        assert judge(changed, case.as_of) == judge(case.target, case.as_of)


@pytest.mark.parametrize("case", [c for c in ALL if c.target["kind"] in ("total", "level", "annual")],
                         ids=lambda case: case.name)  # fmt: skip
def test_the_unit_does_not_matter(case: Case) -> None:
    """Every figure a thousand times as large leaves attainment, pace, score and status as they are."""

    def larger(one: Figure) -> Figure:
        ends = [None if end is None else end * 1000 for end in (one.get("low"), one.get("high"))]
        return cast(Figure, {**one, "low": ends[0], "high": ends[1]})

    big = case.target.copy()
    big["readings"] = [cast(Reading, larger(cast(Figure, reading))) for reading in case.target["readings"]]
    asked, baseline = case.target["goal"], case.target.get("baseline")
    if asked is not None:
        bigger = cast(Goal, larger(asked))
        bigger["path"] = {key: larger(one) for key, one in (asked.get("path") or {}).items()}
        big["goal"] = bigger
    big["amended"] = [(day, cast(Goal, larger(one))) for day, one in case.target.get("amended", [])]
    big["baseline"] = None if baseline is None else larger(baseline)
    big["whole"] = None if case.target.get("whole") is None else cast(Fraction, case.target["whole"]) * 1000
    big["adds"] = case.target.get("adds", case.target.get("whole") is None)
    big["counted"] = False
    plain = case.target.copy()
    plain["counted"] = False
    before, after = judge(plain, case.as_of), judge(big, case.as_of)
    for name in ("attainment", "pace", "score", "status", "periods"):
        assert cast(dict[str, object], before)[name] == cast(dict[str, object], after)[name]


@pytest.mark.parametrize("every", ["average", "year"])
def test_a_yearly_goal_asks_for_its_years(every: str) -> None:
    """25 a year over five years asks for 125, and half of it by mid-term."""
    made = target("total", "higher", goal(">=", 25, every=every), read({"2020-H2": 12, "2021": 25, "2022": 25}))
    verdict = judge(made, MID)
    assert verdict["asked"] == Interval(Fraction(125), None, True, False)
    assert verdict["due"] == oracle.point(Fraction(125, 2))


@pytest.mark.parametrize("later", [0, 5, 10, 100])
def test_a_lost_year_is_final(later: int) -> None:
    """Nothing read later wins a lost year back."""
    made = target("total", "higher", goal(">=", 10, every="year"), read({"2021": 9, "2022": later}), period=FIVE)
    assert judge(made, MID)["status"] == "missed"


@pytest.mark.parametrize("parts", [["2021"], ["2021-H1", "2021-H2"], ["2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4"]])
def test_a_total_does_not_care_how_it_is_cut(parts: list[str]) -> None:
    """The sum, the coverage and the pace of a year are the same by halves and by quarters."""
    made = target("total", "higher", goal(">=", 60), read({part: str(Fraction(12, len(parts))) for part in parts}))
    verdict = judge(made, MID)
    assert verdict["achieved"] == oracle.point(Fraction(12))
    assert verdict["coverage"]["months"] == 12
    assert verdict["pace"] == oracle.point(Fraction(1))


@pytest.mark.parametrize("spread", ["0", "0.5", "5", "50"])
@pytest.mark.parametrize("kind", ["total", "level", "rate"])
@pytest.mark.parametrize("as_of", [MID, END])
def test_a_wider_reading_never_decides_more(spread: str, kind: str, as_of: date) -> None:
    """What is possible of a figure stays possible when its interval grows: the status is the same or undetermined."""
    exact = target(kind, "higher", goal(">=", 100), undated(97), baseline=fig(50))
    reading = cast(Reading, {**fig(str(97 - num(spread)), str(97 + num(spread))), "from": None, "to": None})
    wide = target(kind, "higher", goal(">=", 100), [reading], baseline=fig(50))
    assert judge(wide, as_of)["status"] in (judge(exact, as_of)["status"], "undetermined")


@pytest.mark.parametrize("used", [1, 19, 20, 21, 40])
def test_the_score_of_a_limit_is_its_attainment_turned_over(used: int) -> None:
    """An unmet limit scores limit / achieved, a met one 1."""
    verdict = judge(target("total", "lower", goal("<=", 20), undated(used)), END)
    assert verdict["attainment"] == oracle.point(Fraction(used, 20))
    assert verdict["score"] == oracle.point(min(Fraction(20, used), Fraction(1)))


SEEDS = range(120)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_verdicts_agree_with_themselves(kind: str) -> None:
    """A status has its pace or its score where the thresholds say; at the end nothing is open; coverage is a part."""
    for seed in SEEDS:
        made = generated(kind, seed)
        verdict = judge(made.target, made.as_of)
        holds_together(made, verdict)
        assert verdict == judge(made.target, made.as_of)
        at_the_end = judge(made.target, made.target["period"][1])["status"]
        assert at_the_end in ("exceeded", "achieved", "nearly", "missed", "undetermined", "no-data")
        covered = verdict["coverage"]
        assert 0 <= covered["months"] <= covered["asked"] <= covered["period"]


def holds_together(made: Generated, verdict: Verdict) -> None:
    """Hold a status against the pace and the score beside it."""
    pace, score = verdict["pace"] or oracle.point(Fraction(0)), verdict["score"] or oracle.point(Fraction(0))
    edges = {**oracle.DEFAULT_THRESHOLDS, **made.target.get("thresholds", {})}
    match verdict["status"]:
        case "on-track":
            assert oracle.all_at_or_above(pace, edges["on-track"])
        case "behind":
            assert oracle.all_at_or_above(pace, edges["behind"])
            assert oracle.all_below(pace, edges["on-track"])
        case "at-risk":
            assert oracle.all_below(pace, edges["behind"])
        case "achieved" | "exceeded":
            assert score == oracle.point(Fraction(1))
        case "nearly":
            assert oracle.all_at_or_above(score, edges["nearly"])
        case "missed" if made.target["kind"] != "milestone":  # what is not done by its date is missed
            assert oracle.all_below(score, edges["nearly"])


def test_at_least_a_negative_number() -> None:
    """Growth of -6 against at least -5 is unmet, with no attainment and a score of 0."""
    verdict = judge(target("rate", "higher", goal(">=", -5), undated(-6)), END)
    assert (verdict["status"], verdict["attainment"], verdict["score"]) == ("missed", None, oracle.point(Fraction(0)))


# --- The program against the oracle


def test_the_oracle_knows_nothing_of_the_program() -> None:
    """It imports nothing but what comes with Python."""
    imported: set[str] = set()
    for node in ast.walk(ast.parse(Path(oracle.__file__).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            imported |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            imported.add(str(node.module).partition(".")[0])
    assert imported <= sys.stdlib_module_names


FIELDS = ("achieved", "attainment", "due", "pace", "forecast", "needed", "score")
SEVERAL = {"total": 1300, "level": 1100, "annual": 900, "rate": 900, "rank": 400, "grade": 300, "milestone": 300}
CLOSE_ENOUGH = Fraction(1, 10**20)
"""Roots are irrational: the oracle encloses them, the program has so many digits of them."""


class Difference(NamedTuple):
    """A field on which the program and the oracle differ, what each says, and the target."""

    name: str
    program: object
    oracle: object
    seed: int
    text: str


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_program_agrees_with_the_oracle(kind: str) -> None:
    """Of thousands of targets status, figures and coverage are the same wherever the page decides."""
    compared = 0
    different: list[Difference] = []
    for seed in range(SEVERAL[kind]):
        made = generated(kind, seed)
        if made.open:
            continue
        compared += 1
        different += differences(made, seed)
    assert compared >= SEVERAL[kind] // 4
    counted = Counter(difference.name for difference in different)
    assert not different, f"{dict(counted)} of {compared}, first {different[0]}\n{different[0].text}"


def differences(made: Generated, seed: int) -> Iterator[Difference]:
    """Return where the program says something else than the oracle, of what the page decides."""
    verdict = judge(made.target, made.as_of)
    content = load_content("case.yaml", made.text.encode())
    assert content.resolution is not None
    assert [found.code for found in content.findings if found.severity == "error"] == [], made.text
    assessment = assess(content.resolution, made.as_of, made.as_of).assessments[0]
    if assessment.status != verdict["status"]:
        yield Difference("status", assessment.status, verdict["status"], seed, made.text)
    for name in FIELDS:
        if is_open(name, made.target):
            continue
        ours, theirs = getattr(assessment.measure, name), cast(dict[str, Interval | None], verdict)[name]
        if made.target["kind"] == "milestone" and name in ("achieved", "due") and theirs is not None:
            theirs = oracle.scale(theirs, Fraction(100))  # shares done are percentages in a file
        if not same(ours, theirs, near=made.target.get("mean") == "compound"):
            yield Difference(name, ours, theirs, seed, made.text)
    if made.target["kind"] != "milestone":  # what a share done says of months, nobody asks
        covered = coverage(assessment.case)
        if (covered.months, covered.asked) != (verdict["coverage"]["months"], verdict["coverage"]["asked"]):
            yield Difference("coverage", covered, verdict["coverage"], seed, made.text)


def is_open(name: str, target: Target) -> bool:
    """Say whether the page leaves a field open."""
    if target["kind"] in ("rank", "grade"):
        return name == "achieved"  # the page leaves open whether that is the years kept or the latest place
    goal = target["goal"]
    if goal is not None and goal.get("every") == "year":
        return name in ("due", "forecast", "needed")  # the page asks for years kept; what else is due it leaves open
    return False


def same(ours: figure.Interval | None, theirs: Interval | None, *, near: bool) -> bool:
    """Say whether two figures are the same."""
    if ours is None or theirs is None:
        return ours is None and theirs is None
    if not near:
        return tuple(ours) == tuple(theirs)
    ends = ((ours.low, theirs.low), (ours.high, theirs.high))
    return all(one == other if one is None or other is None else abs(one - other) < CLOSE_ENOUGH for one, other in ends)
