"""Random but meaningful targets, each in the shape that the oracle takes and as the text of a resolution file.

`generated(kind, seed)` is deterministic. `open` names what the design page leaves open that the answer may hang on.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from random import Random
from typing import NamedTuple, cast

from oracle import Figure, Goal, Reading, Stretch, Target, adds_up, judge, months, year_of

DAY = timedelta(days=1)
KINDS = ("total", "level", "annual", "rate", "rank", "grade", "milestone")
GRADES = ["excellent", "good", "done", "not done"]
PERIODS = (
    ((date(2020, 7, 1), date(2025, 6, 30)), (1, 1)),
    ((date(2020, 7, 1), date(2025, 6, 30)), (1, 1)),
    ((date(2021, 1, 1), date(2025, 12, 31)), (1, 1)),
    ((date(2021, 1, 1), date(2025, 12, 31)), (1, 1)),
    ((date(2024, 1, 1), date(2024, 12, 31)), (1, 1)),
    ((date(2021, 4, 1), date(2026, 3, 31)), (4, 1)),
    ((date(2020, 6, 13), date(2025, 6, 12)), (1, 1)),
    ((date(2020, 10, 1), date(2023, 3, 31)), (1, 1)),
)

# What the page leaves open.
RANGES = "how far what hangs on a range of readings reaches"
TWO_SIDED = "what is due of a goal with two ends, and the pace against it"
DAYS = "how much of a year a rate of a day speaks of"
ACROSS = "which year a reading across two years is of"
NO_DATES = "which years figures without a date are of"
BEYOND = "what exceeds a goal of each year"
NO_YEAR = "what is said before any year is whole"


class Generated(NamedTuple):
    """A target for the oracle, the day, the same as YAML, and what is open about it."""

    target: Target
    as_of: date
    text: str
    open: frozenset[str]


class Frame(NamedTuple):
    """The period of a target, the day on which years begin, and the day looked at."""

    period: Stretch
    year_starts: tuple[int, int]
    now: date


@dataclass
class Draft:
    """A target as it comes about: what it is drawn from, what is decided of it, and the lines of the file so far."""

    random: Random
    frame: Frame
    kind: str
    direction: str
    unit: str | None
    counted: bool
    whole: Fraction | None
    adds: bool
    mean: str = "arithmetic"
    every: str = "term"
    bound: Fraction = Fraction(0)
    monthly: Fraction = Fraction(0)
    baseline: Fraction | None = None
    lines: list[str] = field(default_factory=list)
    open: set[str] = field(default_factory=set)

    @property
    def binds(self) -> str:
        """What the goal binds: the term, the average or each year."""
        return {"path": "term", "path-year": "year"}.get(self.every, self.every)

    @property
    def sign(self) -> str:
        """The sign that the indicator implies."""
        return {"higher": ">=", "lower": "<="}[self.direction]


Told = list[tuple[str, date | None, date]]
"""Periods by name, with their first day where they are not a single one, and their last."""


def indicator_text(draft: Draft) -> str:
    """The inline definition of an indicator."""
    parts = ["name: A measure", f"kind: {draft.kind}", f"better: {draft.direction}", "rollup: none"]
    if draft.unit is not None:
        parts.append(f'unit: "{draft.unit}"')
    if draft.mean != "arithmetic":
        parts.append(f"mean: {draft.mean}")
    return "{" + ", ".join(parts) + "}"


def decimal(value: Fraction) -> str:
    """A number with at most three decimals as the file writes it."""
    thousandths = value * 1000
    assert thousandths.denominator == 1, value
    sign, whole = ("-" if thousandths < 0 else ""), abs(int(thousandths))
    tail = f"{whole % 1000:03d}".rstrip("0")
    return f"{sign}{whole // 1000}" + (f".{tail}" if tail else "")


def exactly(value: Fraction) -> Figure:
    """A figure known exactly."""
    return {"low": value, "high": value, "low_closed": True, "high_closed": True}


def amount(random: Random, low: float, high: float, counted: bool) -> Fraction:
    """A number between two, whole for counted things, else with at most one decimal."""
    if counted:
        return Fraction(random.randint(round(low), max(round(low), round(high))))
    return Fraction(random.randint(round(low * 10), max(round(low * 10), round(high * 10))), 10)


def month_end(day: date) -> date:
    """The last day of the month of a day."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def frame_of(random: Random) -> Frame:
    """A period and a day: the start, the middle, the end or anywhere."""
    period, year_starts = random.choice(PERIODS)
    length = (period[1] - period[0]).days
    where = random.choice(["start", "middle", "end", "end", "years", "anywhere", "anywhere"])
    if where == "start":
        now = month_end(period[0] + timedelta(days=random.randint(0, 100)))
    elif where == "middle":
        now = month_end(period[0] + timedelta(days=length // 2 - 20))
    elif where == "end":
        now = period[1]
    elif where == "years":
        now = year_of(period[0] + timedelta(days=random.randint(0, length)), year_starts)[1]
    else:
        now = period[0] + timedelta(days=random.randint(0, length))
        now = month_end(now) if random.random() < 0.7 else now
    return Frame(period, year_starts, min(now, period[1]))


def named_from(day: date, now: date, year_starts: tuple[int, int], largest: str) -> tuple[str, date] | None:
    """The largest usual period that begins on a day and is over by now, with its name and last day."""
    order = ["year", "half", "quarter", "month"]
    for size in order[order.index(largest) :]:
        if size == "year" and (day.month, day.day) == year_starts:
            name, last = str(day.year), year_of(day, year_starts)[1]
        elif size == "half" and day.day == 1 and day.month in (1, 7):
            name, last = f"{day.year}-H{1 if day.month == 1 else 2}", month_end(day.replace(month=day.month + 5))
        elif size == "quarter" and day.day == 1 and day.month in (1, 4, 7, 10):
            name, last = f"{day.year}-Q{(day.month + 2) // 3}", month_end(day.replace(month=day.month + 2))
        elif size == "month" and day.day == 1:
            name, last = f"{day.year}-{day.month:02d}", month_end(day)
        else:
            continue
        if last <= now:
            return name, last
    return None


def cut(random: Random, frame: Frame) -> Told:
    """The time so far cut into usual periods or marked by days, with gaps now and then."""
    found: Told = []
    day = frame.period[0]
    if day.day != 1:
        day = month_end(day) + DAY
    if random.random() < 0.2:
        while day <= frame.now:
            last = month_end(day + timedelta(days=random.randint(0, 500)))
            if last > frame.now:
                break
            found.append((last.isoformat(), None, last))
            day = last + DAY
        return found
    largest = random.choice(["year", "year", "half", "quarter", "month", "mixed"])
    gap = random.choice([0.0, 0.0, 0.0, 0.3])
    while day <= frame.now:
        size = random.choice(["year", "half", "quarter"]) if largest == "mixed" else largest
        named = named_from(day, frame.now, frame.year_starts, size)
        if named is None:
            break
        if random.random() >= gap:
            found.append((named[0], day, named[1]))
        day = named[1] + DAY
    return found


def goal_of(way: str, low: Fraction, high: Fraction | None, every: str) -> Goal:
    """A goal by its sign."""
    ends: tuple[Fraction | None, Fraction | None]
    if way in (">=", ">"):
        ends = (low, None)
    elif way in ("<=", "<"):
        ends = (None, low)
    elif way == "=":
        ends = (low, low)
    else:
        ends = (low, high)
    return {
        "low": ends[0],
        "high": ends[1],
        "low_closed": ends[0] is not None and way != ">",
        "high_closed": ends[1] is not None and way != "<",
        "way": way,
        "every": every,
    }


def goal_text(goal: Goal, draft: Draft) -> str:
    """The goal as the file writes it, now and then without the sign that its indicator implies."""
    way, low, high = goal["way"], goal["low"], goal["high"]
    if way in ("within", "range"):
        assert low is not None
        assert high is not None
        written = ("within " if way == "within" else "") + f"{decimal(low)}..{decimal(high)}"
    else:
        value = low if low is not None else high
        assert value is not None
        bare = way == draft.sign and draft.random.random() < 0.5
        written = decimal(value) if bare else f"{way} {decimal(value)}"
    if draft.kind == "total" and draft.every in ("average", "year"):
        assert draft.unit is not None
        return f"{written} {draft.unit}s/year" if draft.counted else f"{written} {draft.unit}/year"
    return written


def quoted(text: str) -> str:
    """Text in double quotes, so that YAML leaves it alone."""
    return f'"{text}"'


def figures_of(draft: Draft, told: Told) -> list[Fraction]:
    """Figures that are likely near what is due, some ahead of it and some behind."""
    found: list[Fraction] = []
    random, before = draft.random, draft.frame.period[0] - DAY
    pull = random.choice([0.4, 0.7, 0.93, 1.0, 1.0, 1.05, 1.5])
    for _, first, last in told:
        size = months(before + DAY if first is None else first, last)
        before = last
        if draft.kind == "total":
            found.append(part_of_total(draft, size, pull))
        elif draft.kind in ("level", "annual"):
            start = float(draft.bound) * random.choice([0.8, 1.1]) if draft.baseline is None else float(draft.baseline)
            share = float(months(draft.frame.period[0], last) / months(*draft.frame.period))
            middle = start + (float(draft.bound) - start) * share * pull
            value = amount(random, max(middle - 3, 0), middle + 3, draft.counted)
            found.append(draft.bound if random.random() < 0.1 else value)
        elif draft.kind == "rate":
            found.append(amount(random, float(draft.bound) - 3, float(draft.bound) + 3, False))
        else:
            found.append(Fraction(random.randint(1, 7)))
    if draft.whole is not None and draft.kind != "rate":
        return [min(value, draft.whole) for value in found]
    return found


def part_of_total(draft: Draft, size: Fraction, pull: float) -> Fraction:
    """What may have come in so many months: exactly what is asked of them, or somewhere near it."""
    exact = draft.monthly * size
    whole = exact.denominator == 1 or (not draft.counted and (exact * 10).denominator == 1)
    if pull == 1.0 and whole and draft.random.random() < 0.6:
        return exact
    middle = float(exact) * pull
    return amount(draft.random, middle * 0.7, middle * 1.3, draft.counted)


def generated(kind: str, seed: int) -> Generated:
    """A random target of a kind in both shapes."""
    random = Random(f"{kind} {seed}")
    frame = frame_of(random)
    if kind == "milestone":
        return milestone(random, frame)
    if kind == "grade":
        return graded(random, frame)
    draft = drafted(random, frame, kind)
    goal, against = goal_and_baseline(draft)
    amended = amendments(draft, goal)
    if draft.every in ("year", "average", "path-year") and kind != "rank":
        draft.lines.append(f"every: {draft.binds}")
    readings, cumulative = readings_of(draft)
    if draft.baseline is not None:
        draft.lines.append(f"baseline: {decimal(draft.baseline)}")
    if against is not None:
        draft.lines.append(f"measured_against: {against}")
    thresholds: dict[str, Fraction] = {}
    if random.random() < 0.1:
        thresholds = {"on-track": Fraction(9, 10), "behind": Fraction(1, 2), "nearly": Fraction(7, 10)}
        draft.lines.append("thresholds: {on-track: 90%, behind: 50%, nearly: 70%}")
    target: Target = {
        "kind": kind,
        "direction": draft.direction,
        "period": frame.period,
        "year_starts": frame.year_starts,
        "goal": goal,
        "amended": amended,
        "baseline": None if draft.baseline is None else exactly(draft.baseline),
        "cumulative": cumulative,
        "readings": readings,
        "mean": draft.mean,
        "grades": [],
        "whole": draft.whole,
        "counted": draft.counted,
        "adds": draft.adds,
        "measured_against": against,
        "thresholds": thresholds,
    }
    draft.lines.insert(0, f"indicator: {indicator_text(draft)}")
    draft.open |= found_by_judging(target, frame.now)
    return Generated(target, frame.now, resolution(frame, draft.lines), frozenset(draft.open))


def drafted(random: Random, frame: Frame, kind: str) -> Draft:
    """What is measured: the unit, which way is better, how years are averaged, and what the goal binds."""
    choices: dict[str, list[tuple[str | None, bool, Fraction | None, bool]]] = {
        "total": [("member", True, None, True), ("VND", False, None, True)],
        "level": [("%", False, Fraction(100), False), ("score", False, None, False)],
        "annual": [("VND", False, None, True), ("%", False, Fraction(100), False)],
        "rate": [("%/year", False, Fraction(100), False)],
        "rank": [(None, False, None, False)],
    }
    binds = {
        "total": ["term", "term", "average", "year", "path", "path-year"],
        "level": ["term", "term", "term", "year"],
        "annual": ["term", "term", "year"],
        "rate": ["term", "year"],
        "rank": ["year"],
    }
    unit, counted, whole, adds = random.choice(choices[kind])
    direction = "lower" if kind == "rank" else random.choice(["higher", "lower"])
    draft = Draft(random, frame, kind, direction, unit, counted, whole, adds)
    draft.mean = "compound" if kind == "rate" and random.random() < 0.4 else "arithmetic"
    draft.every = random.choice(binds[kind])
    draft.bound = {
        "total": Fraction(random.choice([10, 20, 25, 60, 100, 120, 600, 700])) * (1 if draft.every != "term" else 2),
        "level": Fraction(random.choice([10, 50, 60, 90, 95])),
        "annual": Fraction(random.choice([40, 60, 90, 95])),
        "rate": Fraction(random.choice([2, 5, 8])) + Fraction(random.choice([0, 0, 5]), 10),
        "rank": Fraction(random.choice([1, 3, 5])),
    }[kind]
    return draft


def goal_and_baseline(draft: Draft) -> tuple[Goal, str | None]:
    """The goal, the end of a range that is measured against where the file says it, and the baseline in the draft."""
    random, kind, bound = draft.random, draft.kind, draft.bound
    way = random.choice([draft.sign] * 8 + [{"higher": ">", "lower": "<"}[draft.direction], "range"])
    if kind in ("level", "annual", "rate") and random.random() < 0.1:
        way = random.choice(["within", "="])
    if kind == "total" and random.random() < 0.03:
        way = random.choice(["within", "="])
        draft.open.add(TWO_SIDED)
    if draft.every.startswith("path"):
        way = draft.sign
    goal = goal_of(way, bound, bound + random.choice([2, 5]), draft.binds)
    against = random.choice(["low", "high"]) if way == "range" and random.random() < 0.3 else None
    if kind in ("level", "annual", "rate") and random.random() < 0.65:
        shifted = bound + random.choice([-30, -20, -8, -5, 0, 5, 8, 20])
        baseline = max(shifted, Fraction(0)) if kind != "rate" else bound + random.choice([-2, -1, 1])
        draft.baseline = baseline if draft.whole is None else min(baseline, draft.whole)
    if way in ("within", "=") and kind == "rate":
        draft.open.add(TWO_SIDED)
    if draft.every.startswith("path"):
        set_path(draft, goal)
    else:
        yearly = kind == "total" and draft.every in ("average", "year")
        draft.monthly = bound / 12 if yearly else bound / months(*draft.frame.period)
        draft.lines.append(f"target: {quoted(goal_text(goal, draft))}")
    return goal, against


def set_path(draft: Draft, goal: Goal) -> None:
    """Give a goal a figure for each year."""
    entries: dict[Stretch, Figure] = {}
    texts: list[str] = []
    day, total = draft.frame.period[0], Fraction(0)
    while day <= draft.frame.period[1]:
        first, last = year_of(day, draft.frame.year_starts)
        value = Fraction(draft.random.choice([10, 12, 20, 24]))
        one = goal_of(goal["way"], value, None, draft.binds)
        entries[(first, last)] = {
            "low": one["low"],
            "high": one["high"],
            "low_closed": one["low_closed"],
            "high_closed": one["high_closed"],
        }
        texts.append(f"{first.year}: {decimal(value)}")
        total += value
        day = last + DAY
    goal["path"] = entries
    draft.monthly = total / months(*draft.frame.period)
    draft.lines.append(f"target: {{{', '.join(texts)}}}")


def amendments(draft: Draft, goal: Goal) -> list[tuple[date, Goal]]:
    """Now and then another goal from a day on."""
    random = draft.random
    plain = goal["way"] == draft.sign and not draft.every.startswith("path")
    if months(*draft.frame.period) <= 24 or random.random() >= 0.25 or not plain:
        return []
    begins = random.choice([date(2022, 1, 1), date(2023, 1, 1), date(2023, 1, 1), date(2022, 7, 1)])
    step = 1 if draft.kind in ("rate", "rank") else 5
    new = goal_of(draft.sign, max(draft.bound + random.choice([-1, 1]) * step, Fraction(1)), None, draft.binds)
    draft.lines.append(f"amended: [{{on: {begins.isoformat()}, target: {quoted(goal_text(new, draft))}}}]")
    return [(begins, new)]


def readings_of(draft: Draft) -> tuple[list[Reading], bool]:
    """The readings, and whether they are running totals."""
    if draft.random.choice(["cut"] * 8 + ["undated", "list"]) != "cut":
        return undated_readings(draft), False
    told = cut(draft.random, draft.frame)
    values = figures_of(draft, told)
    cumulative = False
    if draft.kind == "total" and told and all(first is None for _, first, _ in told):
        cumulative = draft.random.random() < 0.5
        if cumulative:
            values = [sum(values[: number + 1], Fraction(0)) for number in range(len(values))]
        draft.lines.append(f"cumulative: {'yes' if cumulative else 'no'}")
    readings: list[Reading] = []
    texts: list[str] = []
    for (name, begun, last), value in zip(told, values, strict=True):
        exact = cumulative or (draft.whole is not None and value > draft.whole - 3)
        figure, written = (exactly(value), decimal(value)) if exact else spread(draft, value)
        readings.append(cast(Reading, {**figure, "from": begun, "to": last}))
        texts.append(f"{name}: {quoted(written) if '..' in written else written}")
        if draft.kind == "rate" and begun is None:
            draft.open.add(DAYS)
        starts = draft.frame.year_starts
        if begun is not None and year_of(begun, starts) != year_of(last, starts):
            draft.open.add(ACROSS)
    if texts:
        draft.lines.append(f"readings: {{{', '.join(texts)}}}")
    return readings, cumulative


def undated_readings(draft: Draft) -> list[Reading]:
    """One figure without a date, or a list of them where the years are not known."""
    frame = draft.frame
    listed = draft.kind in ("rate", "rank") and draft.random.random() < 0.5
    count = max(2, min(5, int(months(frame.period[0], frame.now) / 12))) if listed else 1
    if count > 1 or draft.kind in ("rank", "annual", "rate") or draft.binds == "year":
        draft.open.add(NO_DATES)
    values = figures_of(draft, [("", frame.period[0], frame.now)] * count)
    shown = [decimal(value) for value in values]
    draft.lines.append(f"actual: {shown[0]}" if count == 1 else f"actual: [{', '.join(shown)}]")
    return [cast(Reading, {**exactly(value), "from": None, "to": None}) for value in values]


def spread(draft: Draft, value: Fraction) -> tuple[Figure, str]:
    """A reading that is known exactly, or now and then only to lie between two values."""
    random = draft.random
    if draft.kind == "rank" or random.random() < 0.92:
        return exactly(value), decimal(value)
    more = value + (Fraction(random.randint(1, 4)) if draft.counted else Fraction(random.randint(1, 20), 10))
    draft.open.add(RANGES)
    return {"low": value, "high": more, "low_closed": True, "high_closed": True}, f"{decimal(value)}..{decimal(more)}"


def milestone(random: Random, frame: Frame) -> Generated:
    """Something to be done by a date: done, done in part, or not told of."""
    length = (frame.period[1] - frame.period[0]).days
    by = min(month_end(frame.period[0] + timedelta(days=random.randint(length // 3, length))), frame.period[1])
    lines = [
        "indicator: {name: A measure, kind: milestone, better: higher, rollup: none}",
        f"target: by {by.isoformat()}",
    ]
    readings: list[Reading] = []
    how = random.choice(["done", "share", "share", "none"])
    if how == "done":
        done = frame.period[0] + timedelta(days=random.randint(0, (frame.now - frame.period[0]).days))
        readings = [cast(Reading, {"done": done})]
        lines.append(f"actual: {done.isoformat()}")
    elif how == "share":
        share = random.randint(0, 99)
        readings = [cast(Reading, {**exactly(Fraction(share, 100)), "from": None, "to": None})]
        lines.append(f"actual: {share} %")
    target: Target = {
        "kind": "milestone",
        "direction": "higher",
        "period": frame.period,
        "year_starts": frame.year_starts,
        "goal": {"by": by},
        "readings": readings,
    }
    return Generated(target, frame.now, resolution(frame, lines), frozenset())


def graded(random: Random, frame: Frame) -> Generated:
    """A grade that is asked every year."""
    asked = random.choice(GRADES[:3])
    readings: list[Reading] = []
    texts: list[str] = []
    for name, first, last in cut(random, frame):
        if first is None:
            continue
        grade = random.choice([asked, asked, *GRADES[:3]])
        shown = grade.upper() if random.random() < 0.2 else grade
        readings.append(cast(Reading, {"grade": shown, "from": first, "to": last}))
        texts.append(f"{name}: {shown}")
    grades = f"grades: [{', '.join(GRADES)}]"
    lines = [
        f"indicator: {{name: A measure, kind: grade, better: higher, rollup: none, {grades}}}",
        f"target: {asked}",
    ]
    if texts:
        lines.append(f"readings: {{{', '.join(texts)}}}")
    target: Target = {
        "kind": "grade",
        "direction": "lower",
        "period": frame.period,
        "year_starts": frame.year_starts,
        "goal": cast(Goal, {"grade": asked}),
        "readings": readings,
        "grades": GRADES,
    }
    return Generated(target, frame.now, resolution(frame, lines), frozenset(found_by_judging(target, frame.now)))


def found_by_judging(target: Target, as_of: date) -> set[str]:
    """What only the verdict shows to be open."""
    verdict = judge(target, as_of)
    found: set[str] = set()
    reported = verdict["periods"]["reported"]
    if (
        reported is not None
        and target["kind"] not in ("rank", "grade")
        and verdict["status"] in ("exceeded", "achieved")
    ):
        found.add(BEYOND)
    by_parts = reported and adds_up(target)  # of what adds up, what a part of a year came to can decide
    if target["readings"] and (reported == 0 or (verdict["achieved"] is None and not by_parts)):
        found.add(NO_YEAR)
    return found


def resolution(frame: Frame, lines: list[str]) -> str:
    """The whole file: one target, `x`."""
    first, last = frame.period
    head = [
        "resolution: A generated case",
        "committee: A committee",
        f"term: {{from: {first.isoformat()}, to: {last.isoformat()}}}",
        f"as_of: {frame.now.isoformat()}",
        "numbers: en",
        "language: en",
    ]
    if frame.year_starts != (1, 1):
        head.append(f"year_starts: {frame.year_starts[0]:02d}-{frame.year_starts[1]:02d}")
    return "\n".join([*head, "targets:", "  x:", *[f"    {line}" for line in lines]]) + "\n"
