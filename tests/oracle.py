"""An independent oracle for the arithmetic of committee targets: the design page's arithmetic written once more.

It is simple and slow on purpose, and imports nothing of the program. `judge(target, as_of)` is the only entry. Where
the page leaves something open, a comment says so and says what is done.

INPUT, a `Target` (a dictionary; keys marked * must be there)

  kind*            "total", "level", "annual", "rate", "rank", "grade", "milestone"
  direction*       "higher" or "lower": which way is better (rank and grade: "lower", the first is the best)
  period*          (first day, last day) of the period of the target
  year_starts      (month, day) on which a year of this body begins; (1, 1) by default
  goal*            a `Goal`, or None where the source does not print it
  amended          [(first day on which it is in force, Goal), ...]
  baseline         a `Figure` or None
  cumulative       True: readings of a total at days are running totals
  readings*        a list of `Reading`
  mean             "arithmetic" (default) or "compound", of a rate
  grades           the names of a grade from the best to the worst
  whole            the whole of a share (100 for percent, 1 for a fraction), or None: also the unit of a compound rate
  counted          True where the unit is whole things
  adds             True where the readings of an annual add up within a year (money and counts); absent: `whole is None`
  measured_against "low" or "high", for a range; None is the default end
  thresholds       {"on-track": Fraction, "behind": Fraction, "nearly": Fraction}

  Figure   {"low", "high", "low_closed", "high_closed"}: Fraction or None (without end), and whether the end counts
  Goal     a Figure as the file writes it (">= 5" is low 5, high None; "15..20" is 15 and 20), with
             "way"    ">=", ">", "<=", "<", "=", "within" or "range"
             "every"  "term", "average" or "year" (rank and grade always bind each year)
             "path"   {(first day, last day): Figure} or absent; the goal's own ends are then not looked at
             "by"     the date of a milestone
             "grade"  the name of the grade that is asked
           A goal of a total with "average" or "year" and no path is so much a whole year.
  Reading  a Figure with "from" and "to": a period; only "to": a single day; neither: undated, one for all the time so
           far, or several, of as many years. A grade has "grade" in place of the figure. A milestone has "done" (the
           date on which it was done), or a share done, as a Figure between 0 and 1.

OUTPUT, a `Verdict`: every figure is an `Interval` (low, high, low_closed, high_closed) of exact fractions, or None

  achieved, attainment, due, pace, forecast, needed (a year), score    (1 is 100 %)
  status       one of the words of the page
  holds        "yes", "no" or "maybe": whether the achieved figure lies inside the goal today (years: all kept)
  coverage     {"months": reported, "asked": those up to the as-of date, "period": all, "missing": [(first, last)]}
  elapsed      the share of the period that is gone
  asked        what the goal asks for over the whole period (totals), or the goal itself
  years        [{"first", "last", "asked", "figure", "state"}]; state: kept, lost, maybe, open (not whole yet), none
  periods      {"met", "reported"}: years kept and years judged
  short        the years below a goal that is judged on average
  best_pace    the best change in a year, and `reach_until`, the last day from which it is enough (None: not to be told)
"""

from __future__ import annotations

import calendar
import math
import unicodedata
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple, TypedDict

Stretch = tuple[date, date]
DAY = timedelta(days=1)
NARROW = Fraction(1, 10**40)


class Interval(NamedTuple):
    """The possible values of a figure; an end that is None goes on without limit."""

    low: Fraction | None
    high: Fraction | None
    low_closed: bool
    high_closed: bool


class Figure(TypedDict, total=False):
    """An interval as the input writes it."""

    low: Fraction | None
    high: Fraction | None
    low_closed: bool
    high_closed: bool


class Goal(Figure, total=False):
    """The acceptable values, how they are written, and what they bind."""

    way: str
    every: str
    path: dict[Stretch, Figure] | None
    by: date | None
    grade: str


Reading = TypedDict(
    "Reading",
    {
        "from": date | None,
        "to": date | None,
        "low": Fraction | None,
        "high": Fraction | None,
        "low_closed": bool,
        "high_closed": bool,
        "grade": str,
        "done": date,
    },
    total=False,
)


class Target(TypedDict, total=False):
    """One target, as the head of this file says."""

    kind: str
    direction: str
    period: Stretch
    year_starts: tuple[int, int]
    goal: Goal | None
    amended: list[tuple[date, Goal]]
    baseline: Figure | None
    cumulative: bool
    readings: list[Reading]
    mean: str
    grades: list[str]
    whole: Fraction | None
    counted: bool
    adds: bool
    measured_against: str | None
    thresholds: dict[str, Fraction]


class Coverage(TypedDict):
    """The months that the readings speak of."""

    months: Fraction
    asked: Fraction
    period: Fraction
    missing: list[Stretch]


class Year(TypedDict):
    """One year of a body inside the period, and how it stands."""

    first: date
    last: date
    asked: Interval | None
    figure: Interval | None
    state: str
    beyond: bool


class Verdict(TypedDict):
    """All that the oracle says of a target."""

    achieved: Interval | None
    attainment: Interval | None
    status: str
    holds: str
    due: Interval | None
    pace: Interval | None
    forecast: Interval | None
    needed: Interval | None
    score: Interval | None
    coverage: Coverage
    elapsed: Fraction
    asked: Interval | None
    years: list[Year]
    periods: dict[str, int | None]
    short: list[Stretch]
    best_pace: Fraction | None
    reach_until: date | None


# ---------------------------------------------------------------- figures: an interval of possible values


def point(value: Fraction) -> Interval:
    """The figure that is known exactly."""
    return Interval(value, value, True, True)


def interval_of(figure: Figure | Reading | Goal) -> Interval:
    """The interval that an input dictionary writes."""
    low, high = figure.get("low"), figure.get("high")
    return Interval(low, high, low is not None and figure.get("low_closed", True),
                    high is not None and figure.get("high_closed", True))  # fmt: skip


def plus(first: Interval, second: Interval) -> Interval:
    """The sum of two figures that do not depend on each other."""
    low = None if first.low is None or second.low is None else first.low + second.low
    high = None if first.high is None or second.high is None else first.high + second.high
    return Interval(low, high, first.low_closed and second.low_closed, first.high_closed and second.high_closed)


def shift(figure: Interval, by: Fraction) -> Interval:
    """The figure with an exact number added."""
    return plus(figure, point(by))


def scale(figure: Interval, by: Fraction) -> Interval:
    """The figure times an exact number."""
    if by == 0:
        return point(Fraction(0))
    low = None if figure.low is None else figure.low * by
    high = None if figure.high is None else figure.high * by
    if by > 0:
        return Interval(low, high, figure.low_closed, figure.high_closed)
    return Interval(high, low, figure.high_closed, figure.low_closed)


def quotient(over: Fraction, figure: Interval) -> Interval | None:
    """An exact number of at least 0 over a figure; None where nothing of the figure is above 0."""
    if figure.high is not None and figure.high <= 0:
        return None
    if over == 0:
        return point(Fraction(0))
    low = Fraction(0) if figure.high is None else over / figure.high
    if figure.low is None or figure.low <= 0:
        return Interval(low, None, figure.high_closed, False)
    return Interval(low, over / figure.low, figure.high_closed, figure.low_closed)


def hull(first: Interval, second: Interval) -> Interval:
    """The smallest interval that holds both."""
    low, low_closed = first.low, first.low_closed
    if low is not None and (second.low is None or second.low < low):
        low, low_closed = second.low, second.low_closed
    elif low is not None and second.low == low:
        low_closed = low_closed or second.low_closed
    high, high_closed = first.high, first.high_closed
    if high is not None and (second.high is None or second.high > high):
        high, high_closed = second.high, second.high_closed
    elif high is not None and second.high == high:
        high_closed = high_closed or second.high_closed
    return Interval(low, high, low_closed, high_closed)


def at_least(figure: Interval, floor: Fraction) -> Interval:
    """The figure, with what lies below the floor put on it."""
    low, high = figure.low, figure.high
    if high is not None and high <= floor:
        return point(floor)
    if low is None or low < floor:
        return Interval(floor, high, True, figure.high_closed)
    return figure


def at_most(figure: Interval, ceiling: Fraction) -> Interval:
    """The figure, with what lies above the ceiling put on it."""
    turned = at_least(scale(figure, Fraction(-1)), -ceiling)
    return scale(turned, Fraction(-1))


def all_above(figure: Interval, value: Fraction) -> bool:
    """Every possible value is above the value."""
    return figure.low is not None and (figure.low > value or (figure.low == value and not figure.low_closed))


def all_at_or_above(figure: Interval, value: Fraction) -> bool:
    """Every possible value is the value or above it."""
    return figure.low is not None and figure.low >= value


def all_below(figure: Interval, value: Fraction) -> bool:
    """Every possible value is below the value."""
    return figure.high is not None and (figure.high < value or (figure.high == value and not figure.high_closed))


def all_at_or_below(figure: Interval, value: Fraction) -> bool:
    """Every possible value is the value or below it."""
    return figure.high is not None and figure.high <= value


def inside(figure: Interval, accepted: Interval) -> str:
    """Idea 2: "yes" when the figure lies inside the accepted values, "no" outside, "maybe" on the edge."""
    above_low = below_high = True
    if accepted.low is not None:
        if accepted.low_closed:
            above_low = all_at_or_above(figure, accepted.low)
            outside = all_below(figure, accepted.low)
        else:
            above_low = all_above(figure, accepted.low)
            outside = all_at_or_below(figure, accepted.low)
        if outside:
            return "no"
    if accepted.high is not None:
        if accepted.high_closed:
            below_high = all_at_or_below(figure, accepted.high)
            outside = all_above(figure, accepted.high)
        else:
            below_high = all_below(figure, accepted.high)
            outside = all_at_or_above(figure, accepted.high)
        if outside:
            return "no"
    return "yes" if above_low and below_high else "maybe"


# ---------------------------------------------------------------- time, counted in months


def months(first: date, last: date) -> Fraction:
    """Time is counted in months: a whole month is 1, a part of one its days over its length; both days count."""
    count = Fraction(0)
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month) and first <= last:
        length = calendar.monthrange(year, month)[1]
        begin = max(first, date(year, month, 1))
        end = min(last, date(year, month, length))
        count += Fraction((end - begin).days + 1, length)
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return count


def clip(stretch: Stretch, within: Stretch) -> Stretch | None:
    """The days of a stretch that lie within another, or None."""
    first, last = max(stretch[0], within[0]), min(stretch[1], within[1])
    return (first, last) if first <= last else None


def year_of(day: date, year_starts: tuple[int, int]) -> Stretch:
    """The year of the body that a day lies in; `2024` is the year that begins in 2024."""
    begins = date(day.year, *year_starts)
    if day < begins:
        begins = date(day.year - 1, *year_starts)
    return begins, date(begins.year + 1, *year_starts) - DAY


def years_of(period: Stretch, year_starts: tuple[int, int]) -> list[Stretch]:
    """The years of the period; those at either end may be part of a year."""
    found: list[Stretch] = []
    day = period[0]
    while day <= period[1]:
        piece = clip(year_of(day, year_starts), period)
        assert piece is not None
        found.append(piece)
        day = piece[1] + DAY
    return found


def twelve_months_on(first: date, count: int) -> date:
    """The day `count` years after a day, the last of February standing for the 29th."""
    day = min(first.day, calendar.monthrange(first.year + count, first.month)[1])
    return date(first.year + count, first.month, day)


def day_after_months(first: date, count: Fraction) -> date:
    """The last day by which no more than so many months have passed since the first day began."""
    day, passed = first - DAY, Fraction(0)
    while passed > count and day.year > 1:
        passed -= months(day, day)
        day -= DAY
    while passed + months(day + DAY, day + DAY) <= count:
        day += DAY
        passed += months(day, day)
    return day


# ---------------------------------------------------------------- goals


def higher(goal: Goal, target: Target) -> bool:
    """Whether more is better for this goal: as its sign says, else as the indicator says.

    The page leaves open a sign that goes against the indicator: the sign decides.
    """
    way = goal.get("way", "")
    if way in (">=", ">"):
        return True
    if way in ("<=", "<"):
        return False
    return target["direction"] == "higher"


def two_sided(goal: Goal) -> bool:
    """Outside on either side is unmet."""
    return goal.get("way") in ("=", "within")


def accepted(goal: Goal, ends: Interval, target: Target) -> Interval:
    """The set of acceptable values; a range is open towards the better side, for beyond its far end it is exceeded."""
    if goal.get("way") == "range":
        if higher(goal, target):
            return Interval(ends.low, None, ends.low_closed, False)
        return Interval(None, ends.high, False, ends.high_closed)
    return ends


def bound_of(goal: Goal, ends: Interval, target: Target, achieved: Interval | None) -> Fraction:
    """The end of the goal that attainment is measured against.

    A limit is the high end; a range has its low end, of a limit its high end, unless the file says which;
    two-sided goals the end that was crossed, or the nearer one. The page leaves open the middle of both: the low end.
    """
    low, high = ends.low, ends.high
    if low is None or high is None:
        end = high if low is None else low
        assert end is not None, "a goal has at least one end"
        return end
    if goal.get("way") == "range":
        against = target.get("measured_against") or ("low" if higher(goal, target) else "high")
        return low if against == "low" else high
    if achieved is None:
        return low if higher(goal, target) else high
    if achieved.low is None or achieved.high is None:
        return low if achieved.low is None else high
    middle = (achieved.low + achieved.high) / 2
    return low if middle - low <= high - middle else high


def beyond(goal: Goal, ends: Interval, target: Target, achieved: Interval) -> bool:
    """Exceeded: beyond the bound; of a range its far end; of a strict goal of whole things the nearest met."""
    if two_sided(goal):
        return False
    counted = target.get("counted", False)
    if higher(goal, target):
        edge = ends.high if goal.get("way") == "range" else ends.low
        if edge is None:
            return False
        if counted and goal.get("way") == ">":
            edge = Fraction(math.floor(edge) + 1)
        return all_above(achieved, edge)
    edge = ends.low if goal.get("way") == "range" else ends.high
    if edge is None:
        return False
    if counted and goal.get("way") == "<":
        edge = Fraction(math.ceil(edge) - 1)
    return all_below(achieved, edge)


def fold(text: str) -> str:
    """A name read case- and accent-blind."""
    plain = text.casefold().replace("đ", "d")
    return "".join(sign for sign in unicodedata.normalize("NFD", plain) if not unicodedata.combining(sign)).strip()


def grade_place(name: str, target: Target) -> Fraction:
    """The place of a grade in the indicator's list: 1 is the best."""
    return Fraction([fold(grade) for grade in target["grades"]].index(fold(name)) + 1)


def with_grades(target: Target) -> Target:
    """A target of grades as one of places: "good or better" is "at most the place of good"."""
    if target["kind"] != "grade":
        return target
    changed = target.copy()
    changed["direction"] = "lower"

    def goal_by_place(goal: Goal) -> Goal:
        place = grade_place(goal["grade"], target)
        return {**goal, "low": None, "high": place, "low_closed": False, "high_closed": True, "way": "<="}

    goal = target["goal"]
    changed["goal"] = None if goal is None else goal_by_place(goal)
    changed["amended"] = [(day, goal_by_place(new)) for day, new in target.get("amended", [])]
    readings: list[Reading] = []
    for reading in target["readings"]:
        place = grade_place(reading["grade"], target)
        readings.append({**reading, "low": place, "high": place, "low_closed": True, "high_closed": True})
    changed["readings"] = readings
    return changed


def goal_on(day: date, target: Target) -> Goal:
    """The goal in force on a day; an amendment is in force from its date on."""
    goal = target["goal"]
    assert goal is not None
    for begins, new in sorted(target.get("amended", []), key=lambda item: item[0]):
        if begins <= day:
            goal = new
    return goal


def goals_in_time(target: Target) -> list[tuple[Stretch, Goal]]:
    """The goals one after another, each with the days of the period on which it is in force."""
    period, goal = target["period"], target["goal"]
    assert goal is not None
    changes = sorted(target.get("amended", []), key=lambda item: item[0])
    found: list[tuple[Stretch, Goal]] = []
    begins = period[0]
    for day, new in changes:
        if day > period[1]:
            break
        if day > begins:
            found.append(((begins, day - DAY), goal))
            begins = day
        goal = new
    found.append(((begins, period[1]), goal))
    return found


def straight(start: Fraction, bounds: list[tuple[Fraction, Fraction]], end: Fraction, at: Fraction) -> Fraction:
    """Due follows the old line to the amendment and then runs straight to the new bound.

    `bounds` are (time from which, bound), the first from 0; `end` is the end of the period; times in any one measure.
    """
    value, since = start, Fraction(0)
    for number, (_, bound) in enumerate(bounds):
        until = bounds[number + 1][0] if number + 1 < len(bounds) else end
        if at <= until or number + 1 == len(bounds):
            return value + (bound - value) * (at - since) / (end - since)
        value += (bound - value) * (until - since) / (end - since)
        since = until
    raise AssertionError("there is always a bound")


def one_end(figure: Interval, end: str) -> Fraction | None:
    """The low or the high end."""
    return figure.low if end == "low" else figure.high


def asked_of(stretch: Stretch, target: Target, end: str) -> Fraction | None:
    """What the goal of a total asks of the days of a stretch, for one end of the goal; None where it has no such end.

    A goal of the whole period asks evenly, along the amended line; a goal per year asks a twelfth a month, a figure of
    a path evenly over its part of the period; each month by the goal then in force.
    """
    period = target["period"]
    part = clip(stretch, period)
    if part is None:
        return Fraction(0)
    goals = goals_in_time(target)
    if all(goal.get("every", "term") == "term" and not goal.get("path") for _, goal in goals):
        bounds: list[tuple[Fraction, Fraction]] = []
        for (begins, _), goal in goals:
            bound = one_end(interval_of(goal), end)
            if bound is None:
                return None
            bounds.append((months(period[0], begins - DAY), bound))
        whole = months(*period)
        after = straight(Fraction(0), bounds, whole, months(period[0], part[1]))
        return after - straight(Fraction(0), bounds, whole, months(period[0], part[0] - DAY))
    asked = Fraction(0)
    for in_force, goal in goals:
        days = clip(part, in_force)
        if days is None:
            continue
        path = goal.get("path")
        if path:
            for entry, figure in path.items():
                own = clip(entry, period)
                now = None if own is None else clip(own, days)
                if own is None or now is None:
                    continue
                value = one_end(interval_of(figure), end)
                if value is None:
                    return None
                asked += value * months(*now) / months(*own)
        else:
            assert goal.get("every") in ("average", "year"), "a goal of the whole period amended into a yearly one"
            value = one_end(interval_of(goal), end)
            if value is None:
                return None
            asked += value * months(*days) / 12
    return asked


def asked_interval(stretch: Stretch, target: Target, goal: Goal) -> Interval:
    """Both ends of what a total asks of a stretch."""
    shape = goal
    if goal.get("path"):
        figures = list((goal.get("path") or {}).values())
        shape = {**goal, **figures[0]}
    ends = interval_of(shape)
    low, high = asked_of(stretch, target, "low"), asked_of(stretch, target, "high")
    return Interval(low, high, ends.low_closed, ends.high_closed)


# ---------------------------------------------------------------- readings and coverage


class Told(NamedTuple):
    """A reading that counts at the as-of date, with the days that it speaks of, inside the period."""

    figure: Interval
    days: Stretch
    own: Stretch
    dated: bool
    at_day: bool = False


def last_day(reading: Reading) -> date:
    """The last day of a dated reading."""
    day = reading.get("to")
    assert day is not None
    return day


def told(target: Target, as_of: date) -> list[Told]:
    """The readings that count, in time.

    A reading of a period speaks of its months; one at a day, of the time since the one before it or since the period
    began; one undated figure, of all the time so far; an undated list, of as many years. A reading that ends after the
    as-of date is not known yet; one wholly outside the period does not count. The page leaves open one that is partly
    outside: it counts whole, and speaks of the months inside.
    """
    period = target["period"]
    now = min(as_of, period[1])
    readings = target["readings"]
    undated = [reading for reading in readings if reading.get("to") is None]
    if undated:
        if now < period[0]:
            return []
        if len(undated) == 1:
            days = (period[0], now)
            return [Told(interval_of(undated[0]), days, days, False)]
        found: list[Told] = []
        for number, reading in enumerate(undated):
            first = twelve_months_on(period[0], number)
            last = min(twelve_months_on(period[0], number + 1) - DAY, now)
            if first <= last:
                found.append(Told(interval_of(reading), (first, last), (first, last), False))
        return found
    found = []
    before = period[0] - DAY
    for reading in sorted(readings, key=last_day):
        last = last_day(reading)
        if last > as_of or last < period[0]:
            continue
        given = reading.get("from")
        first = before + DAY if given is None else given
        if given is None and last > period[1]:
            continue
        spoken = clip((min(first, last), last), period)
        if spoken is None:
            continue
        found.append(Told(interval_of(reading), spoken, (min(first, last), last), True, given is None))
        before = max(before, spoken[1])
    return found


def gaps(asked: Stretch, spoken: list[Stretch]) -> list[Stretch]:
    """The days of a stretch that no reading speaks of."""
    missing: list[Stretch] = []
    day = asked[0]
    for first, last in sorted(spoken):
        if first > day:
            part = clip((day, first - DAY), asked)
            if part is not None:
                missing.append(part)
        day = max(day, last + DAY)
    if day <= asked[1]:
        missing.append((day, asked[1]))
    return missing


def lacking(asked: Stretch, spoken: list[Stretch]) -> Fraction:
    """The months of a stretch that no reading speaks of."""
    return sum((months(*gap) for gap in gaps(asked, spoken)), Fraction(0))


def gaps_of_a_month(asked: Stretch, spoken: list[Stretch]) -> list[Stretch]:
    """The stretches of a month or more that no reading speaks of."""
    return [gap for gap in gaps(asked, spoken) if months(*gap) >= 1]


def covered(target: Target, as_of: date, known: list[Told]) -> Coverage:
    """The months of the period, up to the as-of date, that the readings speak of."""
    period = target["period"]
    now = min(as_of, period[1])
    if now < period[0]:
        return {"months": Fraction(0), "asked": Fraction(0), "period": months(*period), "missing": []}
    so_far = (period[0], now)
    spoken = [reading.days for reading in known]
    asked = months(*so_far)
    return {
        "months": asked - lacking(so_far, spoken),
        "asked": asked,
        "period": months(*period),
        "missing": gaps_of_a_month(so_far, spoken),
    }


def stretches_told(target: Target, as_of: date, known: list[Told]) -> list[Stretch]:
    """The stretches that the readings speak of, joined where they touch, up to the as-of date."""
    period = target["period"]
    now = min(as_of, period[1])
    if now < period[0]:
        return []
    found: list[Stretch] = []
    day = period[0]
    for first, last in gaps((period[0], now), [reading.days for reading in known]):
        if first > day:
            found.append((day, first - DAY))
        day = last + DAY
    if day <= now:
        found.append((day, now))
    return found


# ---------------------------------------------------------------- means


def whole_root(number: int, degree: int) -> int:
    """The largest whole number whose power of that degree is at most the number."""
    low, high = 0, 1
    while high**degree <= number:
        high *= 2
    while high - low > 1:
        middle = (low + high) // 2
        if middle**degree <= number:
            low = middle
        else:
            high = middle
    return low


def root(value: Fraction, degree: int) -> Interval:
    """The root of a fraction of at least 0: exactly where it is rational, else an enclosure narrower than 10^-40."""
    above, below = whole_root(value.numerator, degree), whole_root(value.denominator, degree)
    if above**degree == value.numerator and below**degree == value.denominator:
        return point(Fraction(above, below))
    size = 10**45
    floor = whole_root(value.numerator * size**degree // value.denominator, degree)
    return Interval(Fraction(floor, size), Fraction(floor + 1, size), False, False)


def arithmetic_mean(figures: list[Interval], weights: list[Fraction] | None = None) -> Interval:
    """The mean, weighted where weights are given."""
    by = weights or [Fraction(1)] * len(figures)
    total = point(Fraction(0))
    for figure, weight in zip(figures, by, strict=True):
        total = plus(total, scale(figure, weight))
    return scale(total, 1 / sum(by, Fraction(0)))


def compound_mean(figures: list[Interval], whole: Fraction) -> Interval | None:
    """The rate that, the same every year, comes to the same: the root of the product of 1 + r, less 1."""
    ends: list[Interval] = []
    closed: list[bool] = []
    for end in ("low", "high"):
        product = Fraction(1)
        for figure in figures:
            value = one_end(figure, end)
            if value is None or 1 + value / whole < 0:
                return None
            product *= 1 + value / whole
        ends.append(root(product, len(figures)))
        closed.append(all(figure.low_closed if end == "low" else figure.high_closed for figure in figures))
    low, high = ends[0].low, ends[1].high
    assert low is not None
    assert high is not None
    return Interval((low - 1) * whole, (high - 1) * whole, closed[0] and ends[0].low_closed,
                    closed[1] and ends[1].high_closed)  # fmt: skip


def mean_of(figures: list[Interval], target: Target) -> Interval | None:
    """The mean of the years: compound where the indicator says so, arithmetic for points."""
    if target.get("mean") == "compound":
        return compound_mean(figures, target.get("whole") or Fraction(1))
    return arithmetic_mean(figures)


def compound_ratio(start: Fraction, now: Fraction, bound: Fraction, gone: Fraction, whole: Fraction) -> Interval | None:
    """The second opinion of Eurostat and Open SDG: the rate a year so far over the rate a year that the goal needs."""
    if start <= 0 or now <= 0 or bound <= 0 or gone <= 0 or bound == start:
        return None

    def yearly(value: Fraction, in_months: Fraction) -> Fraction:
        powers = 12 * in_months.denominator
        found = root((value / start) ** powers, in_months.numerator)
        assert found.low is not None
        assert found.high is not None
        return (found.low + found.high) / 2 - 1

    ratio = yearly(now, gone) / yearly(bound, whole)
    return Interval(ratio - NARROW, ratio + NARROW, False, False)


# ---------------------------------------------------------------- the years, one by one


def piece_of_list(target: Target, as_of: date) -> list[Stretch]:
    """The years of an undated list: twelve months each.

    The page leaves open which years they are: they begin with the first day of the period.
    """
    period = target["period"]
    found: list[Stretch] = []
    number = 0
    while twelve_months_on(period[0], number) <= period[1]:
        first = twelve_months_on(period[0], number)
        found.append((first, min(twelve_months_on(period[0], number + 1) - DAY, period[1])))
        number += 1
    return found


def adds_up(target: Target) -> bool:
    """Whether the readings within one year add up: totals; annuals of money and counts."""
    if target["kind"] == "total":
        return True
    return target["kind"] == "annual" and target.get("adds", target.get("whole") is None)


def steps_of_running_totals(known: list[Told]) -> list[Told]:
    """Running totals as what was added since the one before."""
    found: list[Told] = []
    before = point(Fraction(0))
    for reading in known:
        found.append(reading._replace(figure=plus(reading.figure, scale(before, Fraction(-1)))))
        before = reading.figure
    return found


def figure_of_year(piece: Stretch, target: Target, known: list[Told]) -> Interval | None:
    """What the readings of one year come to: sums add up, of the rest the latest counts.

    The page leaves open several rates of one year: their mean by the months of each.
    """
    if adds_up(target):
        inside_it = [reading for reading in known if clip(reading.days, piece) == reading.days]
        if not inside_it or any(across_years(reading, piece, target) for reading in known):
            return None
        total = point(Fraction(0))
        for reading in inside_it:
            total = plus(total, reading.figure)
        return total
    ending = [reading for reading in known if piece[0] <= reading.days[1] <= piece[1]]
    if not ending:
        return None
    if target["kind"] == "rate":
        parts = [clip(reading.days, piece) for reading in ending]
        weights = [months(*part) for part in parts if part is not None]
        return arithmetic_mean([reading.figure for reading in ending], weights)
    return ending[-1].figure


def across_years(reading: Told, piece: Stretch, target: Target) -> bool:
    """Whether a reading speaks of days in this year of the body and in another one.

    The page leaves open what such a reading says of either year: then neither is judged.
    """
    starts = target.get("year_starts", (1, 1))
    return clip(reading.own, piece) is not None and year_of(reading.own[0], starts) != year_of(reading.own[1], starts)


def days_told_of_a_year(reading: Told, target: Target) -> Stretch:
    """The days that a reading speaks of where years are looked at one by one.

    The page leaves open what a level, a rank or a rate at a day says of its year: it is that of the year.
    """
    if target["kind"] in ("total", "annual") or not reading.at_day:
        return reading.days
    return year_of(reading.days[1], target.get("year_starts", (1, 1)))


def is_whole(piece: Stretch, target: Target, known: list[Told], as_of: date) -> bool:
    """A year is whole when it is over and the readings speak of all of it, but for less than a month.

    Under a month missing in all is no gap. Of a level the latest figure speaks for the year, so that only what comes
    after it can be missing. The page leaves open what a rate or a rank across two years says: it is of the year that it
    ends in.
    """
    if as_of < piece[1]:
        return False
    if adds_up(target):
        spoken = [reading.days for reading in known if clip(reading.days, piece) == reading.days]
    else:
        own = [reading for reading in known if piece[0] <= reading.days[1] <= piece[1] or target["kind"] == "annual"]
        spoken = [days_told_of_a_year(reading, target) for reading in own]
    if target["kind"] == "level":
        return all(gap[1] != piece[1] for gap in gaps_of_a_month(piece, spoken))
    return lacking(piece, spoken) < 1


def asked_of_year(piece: Stretch, target: Target, known: list[Told]) -> Interval:
    """What a goal of each year asks of one of them.

    A part of a year answers for its months, of counted things rounded down; a figure of a path as written; a level, a
    share, a rank, a grade or a rate is asked as it stands on the last day of the year.
    """
    goal = goal_on(piece[1], target)
    if target["kind"] == "total":
        asked = asked_interval(piece, target, goal)
        amended_within = any(piece[0] < day <= piece[1] for day, _ in target.get("amended", []))
        part = months(*piece) != 12 and not goal.get("path")
        return rounded_down(asked) if target.get("counted", False) and (part or amended_within) else asked
    path = goal.get("path")
    if path:
        ending = [figure for (first, last), figure in sorted(path.items()) if first <= piece[1] and last >= piece[0]]
        assert ending, "a path has a figure for every year"
        return interval_of(ending[-1])
    asked = interval_of(goal)
    if target["kind"] == "annual" and adds_up(target) and months(*piece) != 12:
        whole_year = year_of(piece[0], target.get("year_starts", (1, 1)))
        if any(gap == whole_year for gap in [reading.own for reading in known]):
            return asked
        ends = [None if end is None else end * months(*piece) / 12 for end in (asked.low, asked.high)]
        asked = Interval(ends[0], ends[1], asked.low_closed, asked.high_closed)
        return rounded_down(asked) if target.get("counted", False) else asked
    return asked


def rounded_down(asked: Interval) -> Interval:
    """Of counted things the share asked is rounded down."""
    low = None if asked.low is None else Fraction(math.floor(asked.low))
    high = None if asked.high is None else Fraction(math.floor(asked.high))
    return Interval(low, high, asked.low_closed, asked.high_closed)


def years_judged(target: Target, known: list[Told], as_of: date) -> list[Year]:
    """Each year by itself. A year that is not whole yet can be kept but not lost.

    Where what was used only grows (a limit of a sum), a year that is not whole is lost once the limit is broken, and is
    not kept before its end. The page leaves open a rank or a grade of a running year: it may still be lost.
    """
    undated = len(known) > 1 and not known[0].dated
    pieces = piece_of_list(target, as_of) if undated else years_of(target["period"], target.get("year_starts", (1, 1)))
    if target["kind"] == "total" and target.get("cumulative", False):
        known = steps_of_running_totals(known)
    found: list[Year] = []
    for piece in pieces:
        goal = goal_on(piece[1], target)
        asked = asked_of_year(piece, target, known)
        figure = figure_of_year(piece, target, known)
        state, past = "none", False
        if figure is not None:
            ends = accepted(goal, asked, target)
            answer = inside(figure, ends)
            past = answer == "yes" and beyond(goal, asked, target, figure)
            broken = ends.high is not None and adds_up(target)
            if is_whole(piece, target, known, as_of):
                state = {"yes": "kept", "no": "lost", "maybe": "maybe"}[answer]
            elif broken:
                over = inside(figure, Interval(None, ends.high, False, ends.high_closed))
                state = "lost" if over == "no" else "open"
            elif target["kind"] in ("rank", "grade"):
                state = "open"
            else:
                state = "kept" if answer == "yes" else "open"
        found.append(
            {"first": piece[0], "last": piece[1], "asked": asked, "figure": figure, "state": state, "beyond": past}
        )
    return found


# ---------------------------------------------------------------- statuses


DEFAULT_THRESHOLDS = {"on-track": Fraction(95, 100), "behind": Fraction(60, 100), "nearly": Fraction(80, 100)}


def threshold(target: Target, name: str) -> Fraction:
    """A threshold of the target, or the usual one."""
    return target.get("thresholds", {}).get(name, DEFAULT_THRESHOLDS[name])


def by_pace(pace: Interval | None, target: Target) -> str:
    """Unmet, period open: on track, behind or at risk; pending without a pace; undetermined on an edge."""
    if pace is None:
        return "pending"
    on_track, behind = threshold(target, "on-track"), threshold(target, "behind")
    if all_at_or_above(pace, on_track):
        return "on-track"
    if all_below(pace, on_track) and all_at_or_above(pace, behind):
        return "behind"
    if all_below(pace, behind):
        return "at-risk"
    return "undetermined"


def for_good(score: Interval | None, target: Target) -> str:
    """Unmet for good: nearly where the score is high enough, else missed."""
    if score is None:
        return "undetermined"
    edge = threshold(target, "nearly")
    if all_at_or_above(score, edge):
        return "nearly"
    return "missed" if all_below(score, edge) else "undetermined"


def worse_than(achieved: Interval, baseline: Interval, goal: Goal, ends: Interval, target: Target) -> str:
    """Whether the figure is worse than the baseline: yes, no or maybe.

    The page leaves open what is worse of a two-sided goal: what is farther from it.
    """
    if two_sided(goal):
        assert ends.low is not None
        assert ends.high is not None
        low, high = ends.low, ends.high
        if achieved.low != achieved.high or baseline.low != baseline.high:
            return "maybe"
        assert achieved.low is not None
        assert baseline.low is not None

        def away(value: Fraction) -> Fraction:
            return max(low - value, value - high, Fraction(0))

        return "yes" if away(achieved.low) > away(baseline.low) else "no"
    first, second = achieved, baseline
    if not higher(goal, target):
        first, second = scale(achieved, Fraction(-1)), scale(baseline, Fraction(-1))
    if first.high is not None and second.low is not None:
        apart = first.high < second.low or (first.high == second.low and not (first.high_closed and second.low_closed))
        if apart:
            return "yes"
    if first.low is not None and second.high is not None and first.low >= second.high:
        return "no"
    return "maybe"


def gained(achieved: Interval, baseline: Interval, due_at: list[Fraction]) -> Interval | None:
    """Pace with a baseline: (achieved - baseline) / (due - baseline); `due_at` is due from either end of it."""
    if baseline.low is None or baseline.high is None:
        return None
    spans = [due_at[0] - baseline.low, due_at[1] - baseline.high]
    if spans[0] == 0 or spans[1] == 0 or (spans[0] > 0) != (spans[1] > 0):
        return None
    if baseline.low == baseline.high:
        return scale(shift(achieved, -baseline.low), 1 / spans[0])
    if achieved.low is None or achieved.high is None:
        return None
    corners: list[tuple[Fraction, bool]] = []
    for start, start_closed, span in ((baseline.low, baseline.low_closed, spans[0]),
                                      (baseline.high, baseline.high_closed, spans[1])):  # fmt: skip
        corners.append(((achieved.low - start) / span, achieved.low_closed and start_closed))
        corners.append(((achieved.high - start) / span, achieved.high_closed and start_closed))
    least, most = min(value for value, _ in corners), max(value for value, _ in corners)
    return Interval(least, most, any(c for v, c in corners if v == least), any(c for v, c in corners if v == most))


def within_whole(forecast: Interval, target: Target) -> Interval:
    """A share is never forecast below 0 or above its whole."""
    whole = target.get("whole")
    return forecast if whole is None else at_most(at_least(forecast, Fraction(0)), whole)


# ---------------------------------------------------------------- best yearly pace


def best_yearly_pace(
    target: Target, known: list[Told], bound: Fraction, goal: Goal
) -> tuple[Fraction | None, date | None]:
    """The largest change per year over spans of a year or more; within reach until the end less lacking / that pace."""
    period = target["period"]
    points: list[tuple[date, Fraction]] = []
    baseline = target.get("baseline")
    if target["kind"] == "total":
        running = Fraction(0)
        points.append((period[0] - DAY, running))
        if gaps_of_a_month((period[0], known[-1].days[1]), [reading.days for reading in known]):
            return None, None
        for reading in known:
            if reading.figure.low is None or reading.figure.low != reading.figure.high:
                return None, None
            running = reading.figure.low if target.get("cumulative", False) else running + reading.figure.low
            points.append((reading.days[1], running))
    elif target["kind"] == "level":
        if baseline is not None and interval_of(baseline).low is not None:
            start = interval_of(baseline)
            if start.low != start.high or start.low is None:
                return None, None
            points.append((period[0] - DAY, start.low))
        for reading in known:
            if reading.figure.low is None or reading.figure.low != reading.figure.high:
                return None, None
            points.append((reading.days[1], reading.figure.low))
    else:
        return None, None
    sign = 1 if higher(goal, target) else -1
    best: Fraction | None = None
    for number, (first, before) in enumerate(points):
        for last, after in points[number + 1 :]:
            span = months(first + DAY, last)
            if span >= 12:
                change = sign * (after - before) * 12 / span
                best = change if best is None else max(best, change)
    if best is None or best <= 0:
        return best, None
    lacking = sign * (bound - points[-1][1])
    if lacking <= 0:
        return best, None
    return best, day_after_months(period[0], months(*period) - lacking * 12 / best)


# ---------------------------------------------------------------- the verdict


def judge(target: Target, as_of: date) -> Verdict:
    """How a target stands at the as-of date."""
    target = with_grades(target)
    known_target = target.copy()
    # the page leaves open an amendment after the as-of date: it is not known yet
    known_target["amended"] = [item for item in target.get("amended", []) if item[0] <= as_of]
    target = known_target
    if target["kind"] == "milestone":
        return judge_milestone(target, as_of)
    period = target["period"]
    known = told(target, as_of)
    coverage = covered(target, as_of, known)
    verdict: Verdict = {
        "achieved": None, "attainment": None, "status": "no-data", "holds": "maybe", "due": None, "pace": None,
        "forecast": None, "needed": None, "score": None, "coverage": coverage,
        "elapsed": coverage["asked"] / coverage["period"], "asked": None, "years": [],
        "periods": {"met": None, "reported": None}, "short": [], "best_pace": None, "reach_until": None,
    }  # fmt: skip
    if not known:
        return verdict
    every = "term"
    if target["goal"] is not None:
        goal = goal_on(min(max(as_of, period[0]), period[1]), target)
        every = "year" if target["kind"] in ("rank", "grade") else goal.get("every", "term")
    verdict["achieved"] = achieved_figure(target, known, as_of, every)
    if target["goal"] is None:
        return verdict
    if every != "term" or goal.get("path"):
        verdict["years"] = years_judged(target, known, as_of)
    if target["kind"] not in ("rank", "grade"):
        measure(target, goal, every, known, as_of, verdict)
    if every == "year":
        settle_years(target, goal, as_of, verdict)
    else:
        settle_whole(target, goal, every, known, as_of, verdict)
        verdict["short"] = [(year["first"], year["last"]) for year in verdict["years"] if year["state"] == "lost"]
    return verdict


def whole_years(target: Target, known: list[Told], as_of: date, full: bool) -> list[tuple[Stretch, Interval]]:
    """The years that are whole, each with its figure; `full` asks for all twelve months, in or out of the period."""
    year_starts = target.get("year_starts", (1, 1))
    if len(known) > 1 and not known[0].dated:
        pieces = piece_of_list(target, as_of)
    elif full:
        first = min(reading.own[0] for reading in known)
        pieces = years_of((year_of(first, year_starts)[0], as_of), year_starts)
    else:
        pieces = years_of(target["period"], year_starts)
    found: list[tuple[Stretch, Interval]] = []
    readings = [reading._replace(days=reading.own) for reading in known] if full else known
    for piece in pieces:
        figure = figure_of_year(piece, target, readings)
        twelve = months(*piece) == 12 or not full
        if figure is not None and twelve and is_whole(piece, target, readings, as_of):
            found.append((piece, figure))
    return found


def achieved_figure(target: Target, known: list[Told], as_of: date, every: str) -> Interval | None:
    """The figure that the readings amount to at the as-of date."""
    kind = target["kind"]
    if kind == "total":
        if target.get("cumulative", False):
            return known[-1].figure
        total = point(Fraction(0))
        for reading in known:
            total = plus(total, reading.figure)
        return total
    one_undated = len(known) == 1 and not known[0].dated
    if one_undated:
        return known[0].figure
    if kind == "annual":
        years = whole_years(target, known, as_of, full=True)
        if not years:
            return None
        return arithmetic_mean([figure for _, figure in years]) if every == "average" else years[-1][1]
    if kind == "rate":
        years = whole_years(target, known, as_of, full=False)
        return mean_of([figure for _, figure in years], target) if years else None
    if kind == "level" and every == "average":
        years = whole_years(target, known, as_of, full=False)
        return arithmetic_mean([figure for _, figure in years]) if years else None
    return known[-1].figure


def ends_asked(target: Target, goal: Goal, every: str) -> Interval:
    """The two ends of the goal over the whole period."""
    period = target["period"]
    kind = target["kind"]
    if kind == "total":
        if every == "term" and not goal.get("path"):
            return interval_of(goal)
        return asked_interval(period, target, goal)
    if kind == "rate" and target.get("amended"):
        pieces = years_of(period, target.get("year_starts", (1, 1)))
        figures = [interval_of(goal_on(piece[1], target)) for piece in pieces]
        # the page leaves open the bound of a mean under two goals: the mean of the years' goals, by their months
        return arithmetic_mean(figures)
    path = goal.get("path")
    if path:
        return interval_of(path[max(path)])
    return interval_of(goal)


class Asked(NamedTuple):
    """One target with what it is judged by: the goal, what it binds, the readings, the day, its ends and the bound."""

    target: Target
    goal: Goal
    every: str
    known: list[Told]
    as_of: date
    ends: Interval
    bound: Fraction
    baseline: Interval | None
    holding: str

    @property
    def is_limit(self) -> bool:
        """Whether less is better and one end alone binds."""
        return not higher(self.goal, self.target) and not two_sided(self.goal)

    @property
    def comes_from_above(self) -> bool:
        """Whether the baseline lies above a two-sided goal, so that its upper end is the one to come to."""
        return two_sided(self.goal) and self.baseline is not None and self.is_above(self.baseline)

    @property
    def approached(self) -> Fraction:
        """The end that the way from the baseline leads to: of a two-sided goal the one on the baseline's side.

        The page leaves this open: it says only against which end attainment is measured.
        """
        if self.holding != "no" or not two_sided(self.goal):
            return self.bound
        end = self.ends.high if self.comes_from_above else self.ends.low
        assert end is not None
        return end

    def overshot(self, achieved: Interval) -> bool:
        """Whether a figure has crossed the far end of a two-sided goal, as seen from its baseline."""
        if self.holding != "no" or not two_sided(self.goal):
            return False
        assert self.ends.low is not None
        return all_below(achieved, self.ends.low) if self.comes_from_above else self.is_above(achieved)

    def is_above(self, achieved: Interval) -> bool:
        """Whether a two-sided goal is left on its upper side."""
        return two_sided(self.goal) and self.ends.high is not None and all_above(achieved, self.ends.high)


def measure(target: Target, goal: Goal, every: str, known: list[Told], as_of: date, verdict: Verdict) -> None:
    """Attainment, due, pace, forecast, needed and score of all kinds but ranks, grades and milestones."""
    kind, achieved = target["kind"], verdict["achieved"]
    ends = ends_asked(target, goal, every)
    verdict["asked"] = ends
    bound = bound_of(goal, ends, target, achieved)
    given = target.get("baseline")
    baseline = None if given is None or kind == "total" else interval_of(given)
    holding = "no" if baseline is None else inside(baseline, accepted(goal, ends, target))
    asked = Asked(target, goal, every, known, as_of, ends, bound, baseline, holding)
    if achieved is not None:
        verdict["holds"] = inside(achieved, accepted(goal, ends, target))
        verdict["attainment"] = attainment_of(asked, achieved, verdict["holds"])
        verdict["score"] = score_of(target, goal, ends, achieved, baseline, holding, verdict)
    if kind == "total":
        measure_total(asked, verdict)
    elif kind == "rate" or every == "average":
        measure_mean(asked, verdict)
    elif achieved is not None:
        measure_level(asked, achieved, verdict)


def measure_total(asked: Asked, verdict: Verdict) -> None:
    """Due, pace, forecast and needed of what adds up, by the months reported."""
    target, achieved, coverage = asked.target, verdict["achieved"], verdict["coverage"]
    assert achieved is not None
    due = Fraction(0)
    for stretch in stretches_told(target, asked.as_of, asked.known):
        part = asked_of(stretch, target, "low" if asked.bound == asked.ends.low else "high")
        assert part is not None
        due += part
    verdict["due"] = point(due)
    if asked.is_limit or asked.is_above(achieved):
        verdict["pace"] = limit_pace(due, achieved)
    else:
        verdict["pace"] = None if due <= 0 else scale(achieved, 1 / due)
    share = coverage["months"] / coverage["period"]
    if asked.every != "year" and share > 0:
        verdict["forecast"] = scale(achieved, 1 / share)
    verdict["best_pace"], verdict["reach_until"] = best_yearly_pace(target, asked.known, asked.bound, asked.goal)
    if asked.as_of < target["period"][1] and asked.every != "year" and not asked.is_limit:
        left = (coverage["period"] - coverage["asked"]) / 12
        verdict["needed"] = needed_a_year(achieved, asked.bound, left, up=True)


def measure_mean(asked: Asked, verdict: Verdict) -> None:
    """Due, pace, forecast and needed of a mean of years: every year is due the bound.

    The page leaves open what is due of an amended rate (the mean of the goals of the years so far), and the pace of a
    rate with a baseline (no way leads from it).
    """
    target, achieved = asked.target, verdict["achieved"]
    due = asked.bound
    if target["kind"] == "rate" and target.get("amended"):
        pieces = [piece for piece in years_of(target["period"], starts_of(target)) if piece[0] <= asked.as_of]
        so_far = arithmetic_mean([interval_of(goal_on(piece[1], target)) for piece in pieces])
        due = bound_of(asked.goal, so_far, target, achieved)
    verdict["due"] = point(due)
    if achieved is None:
        return
    if asked.is_limit or asked.is_above(achieved):
        verdict["pace"] = limit_pace(due, achieved)
    elif due > 0:
        verdict["pace"] = scale(achieved, 1 / due)
    if asked.every == "year":
        return
    verdict["forecast"] = achieved
    if asked.as_of < target["period"][1] and asked.known[0].dated:
        years = [figure for _, figure in whole_years(target, asked.known, asked.as_of, target["kind"] == "annual")]
        in_all = math.ceil(months(*target["period"]) / 12)
        verdict["needed"] = needed_for_mean(years, asked.bound, in_all, target)


def starts_of(target: Target) -> tuple[int, int]:
    """The day on which a year of the body begins."""
    return target.get("year_starts", (1, 1))


def needed_a_year(achieved: Interval, bound: Fraction, left: Fraction, *, up: bool) -> Interval:
    """What each year left must add to come to the bound; once it is reached, nothing."""
    lacking = scale(shift(scale(achieved, Fraction(-1)), bound), 1 / left)
    return at_least(lacking, Fraction(0)) if up else at_most(lacking, Fraction(0))


def needed_for_mean(years: list[Interval], bound: Fraction, in_all: int, target: Target) -> Interval | None:
    """What each year to come must bring for the mean of all years to be the bound.

    The page leaves open how many years a period has that is not so many whole ones: the next whole number.
    """
    left = in_all - len(years)
    if not years or left <= 0:
        return None
    if target.get("mean") != "compound":
        total = point(Fraction(0))
        for figure in years:
            total = plus(total, figure)
        return scale(shift(scale(total, Fraction(-1)), bound * in_all), Fraction(1, left))
    whole = target.get("whole") or Fraction(1)
    wanted, grown = (1 + bound / whole) ** in_all, Fraction(1)
    for figure in years:
        if figure.low is None or figure.low != figure.high or 1 + figure.low / whole <= 0:
            return None
        grown *= 1 + figure.low / whole
    times = root(wanted / grown, left)
    return scale(shift(times, Fraction(-1)), whole)


def through_the_figures(target: Target, known: list[Told], as_of: date) -> Interval | None:
    """The straight line from the first dated figure through the latest to the end; one figure is none.

    Of an annual through its whole years to the year of the last day. The page leaves open the line of a level without a
    baseline.
    """
    period, year_starts = target["period"], target.get("year_starts", (1, 1))
    if target["kind"] == "annual":
        years = whole_years(target, known, as_of, full=True)
        points = [(Fraction(year_of(days[1], year_starts)[0].year), figure) for days, figure in years]
        end = Fraction(year_of(period[1], year_starts)[0].year)
    else:
        points = [(months(period[0], reading.days[1]), reading.figure) for reading in known if reading.dated]
        end = months(*period)
    if not points or points[0][0] == points[-1][0]:
        return None
    (first, start), (last, latest) = points[0], points[-1]
    times = (end - first) / (last - first)
    return within_whole(plus(scale(latest, times), scale(start, 1 - times)), target)


def measure_level(asked: Asked, achieved: Interval, verdict: Verdict) -> None:
    """Due, pace, forecast and needed of a level or an annual: the line from the baseline to the bound."""
    target, goal, baseline, period = asked.target, asked.goal, asked.baseline, asked.target["period"]
    begins, end, at = times_of(asked)
    if asked.every != "year":
        left = (end - months(period[0], asked.as_of)) / 12
        if target["kind"] == "annual":  # the years that are not over yet, and are not told already
            year_starts = target.get("year_starts", (1, 1))
            first = year_of(period[0] - DAY, year_starts)[0].year
            left = end - max(at, Fraction(year_of(asked.as_of + DAY, year_starts)[0].year - 1 - first))
        if asked.as_of < period[1] and left > 0:
            inside_both = two_sided(goal) and verdict["holds"] == "yes"
            verdict["needed"] = (
                point(Fraction(0))
                if inside_both
                else needed_a_year(achieved, asked.bound, left, up=is_upward(asked, achieved, verdict["holds"]))
            )
        if baseline is None:
            verdict["forecast"] = through_the_figures(target, asked.known, asked.as_of)
        if target["kind"] == "level":
            found = best_yearly_pace(target, asked.known, asked.bound, goal)
            verdict["best_pace"], verdict["reach_until"] = found
    if baseline is None or baseline.low is None or baseline.high is None:
        return
    if asked.every != "year" and at > 0:
        # the straight line from the baseline: baseline + (achieved - baseline) * end / at
        line = plus(scale(achieved, end / at), scale(baseline, 1 - end / at))
        verdict["forecast"] = within_whole(line, target)
    if asked.holding == "yes":
        # the page leaves open the pace of a goal that is held: what is achieved against what is due
        verdict["due"] = point(asked.bound)
        if asked.is_limit:
            verdict["pace"] = limit_pace(asked.bound, achieved)
        elif asked.bound > 0:
            verdict["pace"] = scale(achieved, 1 / asked.bound)
    elif asked.every != "year" and asked.holding == "no":
        bounds: list[tuple[Fraction, Fraction]] = []
        for start, (_, in_force) in zip(begins, goals_in_time(target), strict=True):
            own = ends_asked({**target, "amended": []}, in_force, asked.every)
            bounds.append((start, asked.approached if two_sided(goal) else bound_of(in_force, own, target, achieved)))
        path = goal.get("path")
        if path and len(bounds) == 1:
            due_at = [along_path(start, path, at, target) for start in (baseline.low, baseline.high)]
        else:
            due_at = [straight(start, bounds, end, at) for start in (baseline.low, baseline.high)]
        verdict["due"] = Interval(min(due_at), max(due_at), baseline.low_closed, baseline.high_closed)
        # the page leaves open the pace of what has overshot: that is no progress, and has none
        verdict["pace"] = None if asked.overshot(achieved) else gained(achieved, baseline, due_at)


def is_upward(asked: Asked, achieved: Interval, holds: str) -> bool:
    """Whether more is needed: of a two-sided goal unless it is left on its upper side."""
    if two_sided(asked.goal):
        return holds == "yes" or not asked.is_above(achieved)
    return higher(asked.goal, asked.target)


def times_of(asked: Asked) -> tuple[list[Fraction], Fraction, Fraction]:
    """When each goal begins, when the period ends and when the latest figure is: in months, of an annual in years."""
    target, period = asked.target, asked.target["period"]
    if target["kind"] == "annual":
        return annual_times(target, asked.known, asked.as_of)
    begins = [months(period[0], stretch[0] - DAY) for stretch, _ in goals_in_time(target)]
    return begins, months(*period), months(period[0], asked.known[-1].days[1])


def along_path(start: Fraction, path: dict[Stretch, Figure], at: Fraction, target: Target) -> Fraction:
    """A level by a path.

    The page leaves open how its goals are due: straight from the baseline to the figure at the end of each part.
    """
    period, kind = target["period"], target["kind"]
    value, since = start, Fraction(0)
    year_starts = target.get("year_starts", (1, 1))
    first_year = year_of(period[0] - DAY, year_starts)[0].year
    for entry in sorted(path):
        own = clip(entry, period)
        if own is None:
            continue
        figure = interval_of(path[entry])
        bound = figure.low if figure.low is not None else figure.high
        assert bound is not None
        until = months(period[0], own[1]) if kind == "level" else Fraction(entry[0].year - first_year)
        if at <= until and until > since:
            return value + (bound - value) * (at - since) / (until - since)
        value, since = bound, until
    return value


def annual_times(target: Target, known: list[Told], as_of: date) -> tuple[list[Fraction], Fraction, Fraction]:
    """Years from that of the day before the period to that of its last day: of the goals, of the end, of now."""
    period, year_starts = target["period"], target.get("year_starts", (1, 1))
    first = year_of(period[0] - DAY, year_starts)[0].year
    end = year_of(period[1], year_starts)[0].year - first
    begins = [Fraction(year_of(stretch[0] - DAY, year_starts)[0].year - first) for stretch, _ in goals_in_time(target)]
    years = whole_years(target, known, as_of, full=True)
    if len(known) == 1 and not known[0].dated:
        running = year_of(min(as_of, period[1]) + DAY, year_starts)[0].year
        latest = running - 1
    else:
        latest = year_of(years[-1][0][1], year_starts)[0].year if years else first
    return begins, Fraction(end), Fraction(latest - first)


def attainment_of(asked: Asked, achieved: Interval, holds: str) -> Interval | None:
    """Achieved against the bound.

    Higher is better, totals and rates: achieved / bound. Lower, with a baseline: (baseline - achieved) / (baseline -
    bound); where the baseline already lies under the limit, and without one: the share of the limit used.
    """
    bound, baseline, to = asked.bound, asked.baseline, asked.approached
    falls = not higher(asked.goal, asked.target) or asked.comes_from_above
    on_way = asked.target["kind"] in ("level", "annual") and falls and not asked.overshot(achieved)
    if on_way and baseline is not None and has_way(baseline, asked.holding, to):
        return None if asked.holding == "maybe" else gained(achieved, baseline, [to, to])
    if not two_sided(asked.goal) and bound <= 0 and holds != "yes":
        return None  # the page leaves open a goal of at least 0 or less: as of a limit, there is no share of it
    return None if bound == 0 else scale(achieved, 1 / bound)


def has_way(baseline: Interval | None, holding: str, bound: Fraction) -> bool:
    """Whether there is a way from the baseline down to the bound; none from a baseline on the bound itself."""
    return baseline is not None and holding != "yes" and baseline != point(bound)


def score_of(target: Target, goal: Goal, ends: Interval, achieved: Interval, baseline: Interval | None, holding: str,
             verdict: Verdict) -> Interval | None:  # fmt: skip
    """The score, always better higher: 1 when met, else by the goal's way, at least 0."""
    holds, one = verdict["holds"], point(Fraction(1))
    if holds == "yes":
        return one
    if two_sided(goal):
        raw = two_sided_score(ends, achieved)
    elif not higher(goal, target) and (
        target["kind"] in ("total", "rate") or not has_way(baseline, holding, bound_of(goal, ends, target, achieved))
    ):
        bound = bound_of(goal, ends, target, achieved)
        raw = point(Fraction(0)) if bound <= 0 else quotient(bound, achieved)
    else:
        raw = verdict["attainment"]
        if raw is None and bound_of(goal, ends, target, achieved) <= 0 and higher(goal, target):
            raw = point(Fraction(0))
    if raw is None:
        return None
    raw = at_least(raw, Fraction(0))
    return raw if holds == "no" else at_most(hull(raw, one), Fraction(1))


def two_sided_score(ends: Interval, achieved: Interval) -> Interval | None:
    """`=` and `within`: achieved / low from below, high / achieved from above."""
    assert ends.low is not None
    assert ends.high is not None
    parts: list[Interval] = []
    if not all_at_or_above(achieved, ends.low) and ends.low > 0:
        parts.append(at_most(scale(achieved, 1 / ends.low), Fraction(1)))
    if not all_at_or_below(achieved, ends.high) and ends.high >= 0:
        found = quotient(ends.high, achieved)
        if found is not None:
            parts.append(at_most(found, Fraction(1)))
    if not parts:
        return point(Fraction(0))
    return parts[0] if len(parts) == 1 else hull(parts[0], parts[1])


def limit_pace(due: Fraction, achieved: Interval) -> Interval | None:
    """The pace of a limit is due / achieved; nothing used, or less than nothing, is on track whatever is due."""
    if all_at_or_below(achieved, Fraction(0)):
        return Interval(Fraction(1), None, True, False)
    if due < 0:
        if achieved.low is not None and achieved.low > 0 and achieved.high is not None:
            return Interval(due / achieved.low, due / achieved.high, achieved.low_closed, achieved.high_closed)
        return None
    return quotient(due, achieved)


def settle_years(target: Target, goal: Goal, as_of: date, verdict: Verdict) -> None:
    """A goal of each year: the kept years alone decide; a lost year is final; met only at the end of the period."""
    years = verdict["years"]
    kept = sum(year["state"] == "kept" for year in years)
    lost = sum(year["state"] == "lost" for year in years)
    maybe = sum(year["state"] == "maybe" for year in years)
    judged = kept + lost + maybe
    verdict["periods"] = {"met": kept, "reported": judged}
    verdict["forecast"] = verdict["needed"] = None
    share = None
    if judged:
        share = Interval(Fraction(kept, judged), Fraction(kept + maybe, judged), True, True)
    verdict["pace"] = verdict["score"] = share
    verdict["holds"] = "no" if lost else ("maybe" if maybe or not judged else "yes")
    if target["kind"] in ("rank", "grade"):
        verdict["attainment"] = share
        verdict["due"] = point(Fraction(judged))
        verdict["asked"] = interval_of(goal)
    if lost:
        verdict["status"] = for_good(share, target)
    elif maybe:
        verdict["status"] = "undetermined"
    elif as_of < target["period"][1]:
        verdict["status"] = "on-track" if judged else "pending"
    elif not judged or any(year["state"] in ("none", "open") and must_report(year, target) for year in years):
        verdict["status"] = "undetermined"
    else:
        past = all(year["beyond"] for year in years if year["state"] == "kept")
        verdict["status"] = "exceeded" if past else "achieved"


def must_report(year: Year, target: Target) -> bool:
    """Whether a year has to be reported for all to be met.

    A part of a year at either end answers for its months where readings add up. The page leaves open whether it has to
    of other kinds: they speak of whole years.
    """
    return adds_up(target) or months(year["first"], year["last"]) == 12


def settle_whole(target: Target, goal: Goal, every: str, known: list[Told], as_of: date, verdict: Verdict) -> None:
    """The status of a goal of the whole period or of the yearly average."""
    kind, period = target["kind"], target["period"]
    achieved, ends = verdict["achieved"], verdict["asked"]
    is_open = as_of < period[1]
    if achieved is None or ends is None:
        verdict["status"] = "pending" if is_open else "undetermined"  # readings, and none of a whole year
        return
    holds = verdict["holds"]
    grows = kind == "total" and (two_sided(goal) or not higher(goal, target))
    broken = grows and ends.high is not None and inside(achieved, Interval(None, ends.high, False, ends.high_closed))
    if broken == "no":
        # the page leaves open whether a limit of a total that is broken early is unmet for good: no more can undo it
        verdict["status"] = for_good(verdict["score"], target)
        return
    if is_open and grows and holds != "no":
        verdict["status"] = by_pace(verdict["pace"], target)
        return
    if not is_open:
        old = kind in ("level", "annual") and every == "term" and stale(target, known, as_of)
        if old:
            verdict["status"] = "undetermined"
            return
        if lacks_years(target, every, known, as_of):
            verdict["status"] = "undetermined"
            return
        coverage = verdict["coverage"]
        gap = kind == "total" and coverage["asked"] - coverage["months"] >= 1
        if gap and (holds == "yes") == grows:
            verdict["status"] = "undetermined"
            return
    if holds == "yes":
        verdict["status"] = "exceeded" if beyond(goal, ends, target, achieved) else "achieved"
    elif holds == "maybe":
        verdict["status"] = "undetermined"
    elif not is_open:
        over = two_sided(goal) and ends.high is not None and all_above(achieved, ends.high)
        if gap and two_sided(goal) and not over:
            verdict["status"] = "undetermined"
        else:
            verdict["status"] = for_good(verdict["score"], target)
    else:
        verdict["status"] = open_status(target, goal, ends, achieved, verdict["pace"])


def open_status(target: Target, goal: Goal, ends: Interval, achieved: Interval, pace: Interval | None) -> str:
    """Unmet, period open: worsened where the baseline met the goal or was better, else by the pace."""
    given = target.get("baseline")
    if given is None or target["kind"] == "total":
        return by_pace(pace, target)
    baseline = interval_of(given)
    holding = inside(baseline, accepted(goal, ends, target))
    worse = worse_than(achieved, baseline, goal, ends, target)
    if holding == "yes" or worse == "yes":
        return "worsened"
    if holding == "maybe" or worse == "maybe":
        return "undetermined"
    return by_pace(pace, target)


def lacks_years(target: Target, every: str, known: list[Told], as_of: date) -> bool:
    """Whether a whole year of the period is missing in the mean of the years, which it could still decide.

    One undated figure is the mean itself; the page leaves open an undated list of fewer figures than years: the others
    are missing.
    """
    if target["kind"] != "rate" and (target["kind"] == "total" or every != "average"):
        return False
    period = target["period"]
    if not known[0].dated:
        return 1 < len(known) < math.ceil(months(*period) / 12)
    told_of = [piece for piece, _ in whole_years(target, known, as_of, full=False)]
    pieces = years_of(period, target.get("year_starts", (1, 1)))
    return any(months(*piece) == 12 and piece[1] <= as_of and piece not in told_of for piece in pieces)


def stale(target: Target, known: list[Told], as_of: date) -> bool:
    """Whether the reading that a level stands on is over a year older than the as-of date.

    Of what starts anew each year a year that is over without a figure is the one that the end of the period asks for.
    """
    last = known[-1].days[1]
    if target["kind"] == "annual" and known[-1].dated:
        years = whole_years(target, known, as_of, full=True)
        last = years[-1][0][1] if years else last
        return months(last + DAY, min(as_of, target["period"][1])) >= 12
    return months(last + DAY, min(as_of, target["period"][1])) > 12


def judge_milestone(target: Target, as_of: date) -> Verdict:
    """Done on a date, or a share done; late is never shown as in time."""
    period = target["period"]
    now = min(as_of, period[1])
    whole = months(*period)
    asked = months(period[0], now) if now >= period[0] else Fraction(0)
    verdict: Verdict = {
        "achieved": None, "attainment": None, "status": "no-data", "holds": "maybe", "due": None, "pace": None,
        "forecast": None, "needed": None, "score": None,
        "coverage": {"months": asked, "asked": asked, "period": whole, "missing": []}, "elapsed": asked / whole,
        "asked": None, "years": [], "periods": {"met": None, "reported": None}, "short": [], "best_pace": None,
        "reach_until": None,
    }  # fmt: skip
    done = [reading["done"] for reading in target["readings"] if "done" in reading and reading["done"] <= as_of]
    shares: list[Reading] = []
    for reading in target["readings"]:
        day = reading.get("to")
        if "done" not in reading and (day is None or day <= as_of):
            shares.append(reading)
    if not done and not shares:
        verdict["coverage"]["months"] = Fraction(0)
        return verdict
    share = point(Fraction(1)) if done else interval_of(max(shares, key=lambda reading: reading.get("to") or as_of))
    verdict["achieved"] = verdict["attainment"] = share
    if target["goal"] is None:
        return verdict
    goal = goal_on(min(max(as_of, period[0]), period[1]), target)
    by = goal.get("by")
    assert by is not None
    due = Fraction(1) if as_of >= by else months(period[0], as_of) / months(period[0], by)
    verdict["due"] = point(due)
    verdict["pace"] = None if due == 0 else scale(share, 1 / due)
    if done:
        in_time = min(done) <= by
        verdict["holds"] = "yes" if in_time else "no"
        verdict["score"] = point(Fraction(1))
        verdict["status"] = "achieved" if in_time else "nearly"
        return verdict
    complete = inside(share, Interval(Fraction(1), None, True, False))
    closed = as_of > by or as_of >= period[1]
    verdict["score"] = at_most(at_least(share, Fraction(0)), Fraction(1))
    verdict["holds"] = complete
    if complete == "yes":
        verdict["status"] = "achieved"
    elif complete == "maybe":
        verdict["status"] = "undetermined"
    elif closed:
        verdict["status"] = "missed"  # nearly is what was done late
    else:
        verdict["status"] = by_pace(verdict["pace"], target)
    return verdict
