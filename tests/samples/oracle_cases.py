"""Random but meaningful targets: each in the oracle's input shape and as the text of a resolution file.

`generated(seed)` is deterministic. `touches` names the questions (QUESTIONS.md) on which the answer to this target may
hang: compare those without any first. What the program calls the parts of an inline indicator stands in
`indicator_text`, the rest of the file in `resolution`.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from fractions import Fraction
from random import Random
from typing import NamedTuple, cast

from oracle import Figure, Goal, Reading, Stretch, Target, judge, months, year_of

DAY = timedelta(days=1)
KINDS = ("total", "total", "total", "level", "level", "annual", "rate", "rank", "grade", "milestone")
GRADES = ["excellent", "good", "done", "not done"]


class Generated(NamedTuple):
    """A target for the oracle, the day, the same as YAML, and the questions that it touches."""

    target: Target
    as_of: date
    text: str
    touches: frozenset[str]


class Frame(NamedTuple):
    """The period of a target, the year of its body and the day looked at."""

    period: Stretch
    year_starts: tuple[int, int]
    now: date


def indicator_text(kind: str, direction: str, unit: str | None, mean: str, grades: list[str] | None) -> str:
    """The inline definition of an indicator: the one place to correct where the program names its parts otherwise."""
    parts = ["name: A measure", f"kind: {kind}", f"better: {direction}", "rollup: none"]
    if unit is not None:
        parts.append(f'unit: "{unit}"')
    if mean != "arithmetic":
        parts.append(f"mean: {mean}")
    if grades is not None:
        parts.append(f"grades: [{', '.join(grades)}]")
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
    period, year_starts = random.choice([
        ((date(2020, 7, 1), date(2025, 6, 30)), (1, 1)),
        ((date(2020, 7, 1), date(2025, 6, 30)), (1, 1)),
        ((date(2021, 1, 1), date(2025, 12, 31)), (1, 1)),
        ((date(2021, 1, 1), date(2025, 12, 31)), (1, 1)),
        ((date(2024, 1, 1), date(2024, 12, 31)), (1, 1)),
        ((date(2021, 4, 1), date(2026, 3, 31)), (4, 1)),
        ((date(2020, 6, 13), date(2025, 6, 12)), (1, 1)),
        ((date(2020, 10, 1), date(2023, 3, 31)), (1, 1)),
    ])  # fmt: skip
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
            name = f"{day.year}-H{1 if day.month == 1 else 2}"
            last = date(day.year, day.month + 5, calendar.monthrange(day.year, day.month + 5)[1])
        elif size == "quarter" and day.day == 1 and day.month in (1, 4, 7, 10):
            name = f"{day.year}-Q{(day.month + 2) // 3}"
            last = date(day.year, day.month + 2, calendar.monthrange(day.year, day.month + 2)[1])
        elif size == "month" and day.day == 1:
            name, last = f"{day.year}-{day.month:02d}", month_end(day)
        else:
            continue
        if last <= now:
            return name, last
    return None


def cut(random: Random, frame: Frame, touches: set[str]) -> list[tuple[str, date | None, date]]:
    """The time so far cut into usual periods or marked by days, with gaps now and then."""
    found: list[tuple[str, date | None, date]] = []
    day = frame.period[0]
    if day.day != 1:
        day = month_end(day) + DAY
        touches.add("Q6")
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
    if not found or months(found[-1][2] + DAY, frame.now) < 1:
        touches.update({"Q6"} if found and found[-1][2] < frame.now else set())
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
        "low": ends[0], "high": ends[1], "low_closed": ends[0] is not None and way != ">",
        "high_closed": ends[1] is not None and way != "<", "way": way, "every": every,
    }  # fmt: skip


def goal_text(goal: Goal, direction: str, random: Random) -> str:
    """The goal as the file writes it, now and then without the sign that its indicator implies."""
    way, low, high = goal["way"], goal["low"], goal["high"]
    if way in ("within", "range"):
        assert low is not None and high is not None
        return ("within " if way == "within" else "") + f"{decimal(low)}..{decimal(high)}"
    value = low if low is not None else high
    assert value is not None
    implied = way == (">=" if direction == "higher" else "<=")
    return decimal(value) if implied and random.random() < 0.5 else f"{way} {decimal(value)}"


def per_year(text: str, unit: str) -> str:
    """A goal of so much a year."""
    return f"{text} {unit}s/year" if unit == "member" else f"{text} {unit}/year"


def quoted(text: str) -> str:
    """Text in double quotes, so that YAML leaves it alone."""
    return f'"{text}"'


def numbers(random: Random, kind: str, frame: Frame, direction: str, counted: bool,
            stretches: list[tuple[str, date | None, date]], baseline: Fraction | None, bound: Fraction,
            monthly: Fraction) -> list[Fraction]:  # fmt: skip
    """Figures that are likely near what is due, some ahead of it and some behind."""
    found: list[Fraction] = []
    before = frame.period[0] - DAY
    pull = random.choice([0.4, 0.7, 0.93, 1.0, 1.0, 1.05, 1.5])
    for _, first, last in stretches:
        begins = before + DAY if first is None else first
        size = months(begins, last)
        before = last
        if kind == "total":
            middle = float(monthly * size) * pull
            exact = monthly * size
            whole = exact.denominator == 1 or (not counted and (exact * 10).denominator == 1)
            if pull == 1.0 and whole and random.random() < 0.6:
                found.append(exact)
            else:
                found.append(amount(random, middle * 0.7, middle * 1.3, counted))
        elif kind in ("level", "annual"):
            start = float(baseline) if baseline is not None else float(bound) * random.choice([0.8, 1.1])
            share = float(months(frame.period[0], last) / months(*frame.period))
            middle = start + (float(bound) - start) * share * pull
            value = amount(random, max(middle - 3, 0), middle + 3, counted)
            found.append(bound if random.random() < 0.1 else value)
        elif kind == "rate":
            found.append(amount(random, float(bound) - 3, float(bound) + 3, False))
        else:
            found.append(Fraction(random.randint(1, 7)))
    return found


def generated(seed: int) -> Generated:
    """A random target in both shapes."""
    random = Random(seed)
    kind = random.choice(KINDS)
    frame = frame_of(random)
    if kind == "milestone":
        return milestone(random, frame)
    if kind == "grade":
        return graded(random, frame)
    touches: set[str] = set()
    direction = "lower" if kind == "rank" else random.choice(["higher", "lower"])
    unit: str | None
    unit, counted, whole, adds = {
        "total": random.choice([("member", True, None, True), ("VND", False, None, True)]),
        "level": random.choice([("%", False, Fraction(100), False), ("score", False, None, False)]),
        "annual": random.choice([("VND", False, None, True), ("%", False, Fraction(100), False)]),
        "rate": ("%/year", False, Fraction(100), False),
        "rank": (None, False, None, False),
    }[kind]  # fmt: skip
    mean = "compound" if kind == "rate" and random.random() < 0.4 else "arithmetic"
    every = "year" if kind == "rank" else random.choice({
        "total": ["term", "term", "average", "year", "path", "path-year"], "level": ["term", "term", "term", "year"],
        "annual": ["term", "term", "year"], "rate": ["term", "year"],
    }[kind])  # fmt: skip
    sign = {"higher": ">=", "lower": "<="}[direction]
    way = random.choice([sign] * 8 + [{"higher": ">", "lower": "<"}[direction], "range"])
    if kind in ("level", "rate") and random.random() < 0.1:
        way = random.choice(["within", "="])
    if kind == "total" and random.random() < 0.03:
        way = random.choice(["within", "="])
        touches.add("Q2")
    if every.startswith("path"):
        way = sign
    in_years = months(*frame.period) / 12
    bound = {
        "total": Fraction(random.choice([10, 20, 25, 60, 100, 120, 600, 700])) * (1 if every != "term" else 2),
        "level": Fraction(random.choice([10, 50, 60, 90, 95])), "annual": Fraction(random.choice([40, 60, 90, 95])),
        "rate": Fraction(random.choice([2, 5, 8])) + Fraction(random.choice([0, 0, 5]), 10),
        "rank": Fraction(random.choice([1, 3, 5])),
    }[kind]  # fmt: skip
    width = Fraction(random.choice([2, 5]))
    binds = {"path": "term", "path-year": "year"}.get(every, every)
    goal = goal_of(way, bound, bound + width, binds)
    against = random.choice(["low", "high"]) if way == "range" and random.random() < 0.3 else None
    if against is not None:
        touches.add("Q2")
    if way in ("within", "="):
        touches.add("Q11")
    baseline: Fraction | None = None
    if kind in ("level", "annual", "rate") and random.random() < 0.65:
        shifted = bound + Fraction(random.choice([-30, -20, -8, -5, 0, 5, 8, 20]))
        baseline = max(shifted, Fraction(0)) if kind != "rate" else bound + Fraction(random.choice([-2, -1, 1]))
        if kind == "rate":
            touches.add("Q14")
        if whole is not None:
            baseline = min(baseline, whole)

    # the goal as written, its amendments and its path
    lines: list[str] = []
    yearly = kind == "total" and every in ("average", "year")
    written = goal_text(goal, direction, random)
    if yearly:
        assert unit is not None
        written = per_year(written, unit)
    monthly = bound / 12 if yearly else bound / months(*frame.period)
    if every.startswith("path"):
        entries: dict[Stretch, Figure] = {}
        texts: list[str] = []
        day, total = frame.period[0], Fraction(0)
        while day <= frame.period[1]:
            first, last = year_of(day, frame.year_starts)
            value = Fraction(random.choice([10, 12, 20, 24]))
            one = goal_of(way, value, None, binds)
            figure: Figure = {"low": one["low"], "high": one["high"], "low_closed": one["low_closed"],
                              "high_closed": one["high_closed"]}  # fmt: skip
            entries[(first, last)] = figure
            texts.append(f"{first.year}: {decimal(value)}")
            total += value
            day = last + DAY
        goal["path"] = entries
        monthly = total / months(*frame.period)
        lines.append(f"target: {{{', '.join(texts)}}}")
    else:
        lines.append(f"target: {quoted(written)}")
    amended: list[tuple[date, Goal]] = []
    if in_years > 2 and random.random() < 0.25 and not every.startswith("path") and way == sign:
        begins = random.choice([date(2022, 1, 1), date(2023, 1, 1), date(2023, 1, 1), date(2022, 7, 1)])
        step = Fraction(1) if kind in ("rate", "rank") else Fraction(5)
        new = goal_of(way, bound + random.choice([-1, 1]) * step, None, binds)
        if kind == "rank" and new["high"] is not None and new["high"] < 1:
            new = goal_of(way, Fraction(2), None, binds)
        amended.append((begins, new))
        text = goal_text(new, direction, random)
        text = per_year(text, str(unit)) if yearly else text
        lines.append(f"amended: [{{on: {begins.isoformat()}, target: {quoted(text)}}}]")
        if begins > frame.now:
            touches.add("Q12")
        if kind == "rate" and every == "term":
            touches.add("Q13")
        if begins.month != frame.year_starts[0]:
            touches.add("Q19")
    if every in ("year", "average", "path-year") and kind != "rank":
        lines.append(f"every: {binds}")

    # the readings
    way_read = random.choice(["cut"] * 8 + ["undated", "list"])
    cumulative = False
    readings: list[Reading] = []
    if way_read == "cut":
        stretches = cut(random, frame, touches)
        values = numbers(random, kind, frame, direction, counted, stretches, baseline, bound, monthly)
        if whole is not None and kind != "rate":
            values = [min(value, whole) for value in values]
        all_days = bool(stretches) and all(first is None for _, first, _ in stretches)
        if kind == "total" and all_days:
            cumulative = random.random() < 0.5
            if cumulative:
                values = [sum(values[: number + 1], Fraction(0)) for number in range(len(values))]
            lines.append(f"cumulative: {'yes' if cumulative else 'no'}")
        texts = []
        for (name, begun, last), value in zip(stretches, values, strict=True):
            exact = cumulative or (whole is not None and value > whole - 3)
            figure, written = spread(random, value, kind, counted, exact, touches)
            readings.append(cast(Reading, {**figure, "from": begun, "to": last}))
            texts.append(f"{name}: {quoted(written) if '..' in written else written}")
            if kind in ("rate", "rank") and begun is not None and months(begun, last) != 12:
                touches.add("Q8")
        if texts:
            lines.append(f"readings: {{{', '.join(texts)}}}")
    elif frame.now >= frame.period[0]:
        count = 1 if way_read == "undated" else max(2, min(5, int(months(frame.period[0], frame.now) / 12)))
        if count > 1 or kind in ("rank", "annual", "rate") or binds == "year":
            touches.add("Q7")
        pretend: list[tuple[str, date | None, date]] = [("", frame.period[0], frame.now)] * count
        values = numbers(random, kind, frame, direction, counted, pretend, baseline, bound, monthly)
        if whole is not None and kind != "rate":
            values = [min(value, whole) for value in values]
        readings = [cast(Reading, {**exactly(value), "from": None, "to": None}) for value in values]
        shown = [decimal(value) for value in values]
        lines.append(f"actual: {shown[0]}" if count == 1 else f"actual: [{', '.join(shown)}]")
    if binds == "year" and has_part_years(frame):
        touches.add("Q16")
    if baseline is not None:
        lines.append(f"baseline: {decimal(baseline)}")
    if against is not None:
        lines.append(f"measured_against: {against}")
    thresholds: dict[str, Fraction] = {}
    if random.random() < 0.1:
        thresholds = {"on-track": Fraction(9, 10), "behind": Fraction(1, 2), "nearly": Fraction(7, 10)}
        lines.append("thresholds: {on-track: 90%, behind: 50%, nearly: 70%}")
    target: Target = {
        "kind": kind, "direction": direction, "period": frame.period, "year_starts": frame.year_starts, "goal": goal,
        "amended": amended, "baseline": None if baseline is None else exactly(baseline), "cumulative": cumulative,
        "readings": readings, "mean": mean, "grades": [], "whole": whole, "counted": counted, "adds": adds,
        "measured_against": against, "thresholds": thresholds,
    }  # fmt: skip
    lines.insert(0, f"indicator: {indicator_text(kind, direction, unit, mean, None)}")
    touches |= found_by_judging(target, frame.now)
    return Generated(target, frame.now, resolution(frame, lines), frozenset(touches))


def spread(random: Random, value: Fraction, kind: str, counted: bool, cumulative: bool,
           touches: set[str]) -> tuple[Figure, str]:  # fmt: skip
    """A reading that is known exactly, or now and then only to lie between two values."""
    if kind == "rank" or cumulative or random.random() < 0.92:
        return exactly(value), decimal(value)
    more = value + (Fraction(random.randint(1, 4)) if counted else Fraction(random.randint(1, 20), 10))
    touches.add("Q10")
    return {"low": value, "high": more, "low_closed": True, "high_closed": True}, f"{decimal(value)}..{decimal(more)}"


def milestone(random: Random, frame: Frame) -> Generated:
    """Something to be done by a date: done, done in part, or not told of."""
    length = (frame.period[1] - frame.period[0]).days
    by = month_end(frame.period[0] + timedelta(days=random.randint(length // 3, length)))
    by = min(by, frame.period[1])
    lines = [
        f"indicator: {indicator_text('milestone', 'higher', None, 'arithmetic', None)}",
        f"target: by {by.isoformat()}",
    ]
    readings: list[Reading] = []
    touches: set[str] = {"Q18"} if frame.now == by else set()
    how = random.choice(["done", "share", "share", "none"])
    if how == "done":
        done = frame.period[0] + timedelta(days=random.randint(0, (frame.now - frame.period[0]).days))
        readings = [cast(Reading, {"done": done})]
        lines.append(f"actual: {done.isoformat()}")
        touches.add("Q18")
    elif how == "share":
        share = random.randint(0, 99)
        readings = [cast(Reading, {**exactly(Fraction(share, 100)), "from": None, "to": None})]
        lines.append(f"actual: {share} %")
    target: Target = {
        "kind": "milestone", "direction": "higher", "period": frame.period, "year_starts": frame.year_starts,
        "goal": {"by": by}, "readings": readings,
    }  # fmt: skip
    return Generated(target, frame.now, resolution(frame, lines), frozenset(touches))


def graded(random: Random, frame: Frame) -> Generated:
    """A grade that is asked every year."""
    touches: set[str] = {"Q16"} if has_part_years(frame) else set()
    asked = random.choice(GRADES[:3])
    stretches = [item for item in cut(random, frame, touches) if item[1] is not None]
    readings: list[Reading] = []
    texts: list[str] = []
    for name, first, last in stretches:
        grade = random.choice([asked, asked, *GRADES[:3]])
        shown = grade.upper() if random.random() < 0.2 else grade
        readings.append(cast(Reading, {"grade": shown, "from": first, "to": last}))
        texts.append(f"{name}: {shown}")
        if first is not None and months(first, last) != 12:
            touches.add("Q8")
    lines = [f"indicator: {indicator_text('grade', 'higher', None, 'arithmetic', GRADES)}", f"target: {asked}"]
    if texts:
        lines.append(f"readings: {{{', '.join(texts)}}}")
    target: Target = {
        "kind": "grade", "direction": "lower", "period": frame.period, "year_starts": frame.year_starts,
        "goal": cast(Goal, {"grade": asked}), "readings": readings, "grades": GRADES,
    }  # fmt: skip
    return Generated(target, frame.now, resolution(frame, lines), frozenset(touches))


def has_part_years(frame: Frame) -> bool:
    """Whether the period is over and has a part of a year at either end."""
    first, last = (year_of(day, frame.year_starts) for day in frame.period)
    return frame.now == frame.period[1] and (first[0] != frame.period[0] or last[1] != frame.period[1])


def found_by_judging(target: Target, as_of: date) -> set[str]:
    """The questions that only the verdict shows: broken limits, limits of nothing, years beyond, stale annuals."""
    verdict, goal = judge(target, as_of), target["goal"]
    found: set[str] = set()
    assert goal is not None
    is_open, kind = as_of < target["period"][1], target["kind"]
    limit = target["direction"] == "lower" and goal.get("way") not in ("within", "=")
    binds_years = bool(verdict["periods"]["reported"] is not None)
    if kind == "total" and limit and is_open and not binds_years:
        found.add("Q20" if verdict["holds"] == "no" else "Q22")
    if binds_years and verdict["status"] in ("exceeded", "achieved"):
        found.add("Q23")
    if any(year["state"] == "open" for year in verdict["years"]) and limit and kind in ("total", "annual"):
        found.add("Q9")
    if binds_years and not verdict["periods"]["reported"]:
        found.add("Q38")
    if verdict["achieved"] is None and target["readings"]:
        found.add("Q17")
    if kind == "annual" and not is_open and verdict["status"] == "undetermined":
        found.add("Q30")
    if kind == "rate" and not is_open and verdict["coverage"]["missing"]:
        found.add("Q33")
    if goal.get("way") in (">", "<") and not target.get("counted", False) and verdict["status"] == "exceeded":
        found.add("Q31")
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
