"""What a resolution file says: an indicator, a target with its goal, readings and claims, a term, a resolution."""

from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from typing import Literal, NamedTuple

from partykpi.core.figure import Interval, exactly
from partykpi.problem import Place
from partykpi.text import GivenText, Language, Text

Better = Literal["higher", "lower"]
Rollup = Literal["sum", "share", "mean", "none"]
Frequency = Literal["month", "quarter", "half-year", "year", "term"]
End = Literal["low", "high"]
Direction = Literal["higher", "lower", "exactly"]
Every = Literal["term", "year", "average"]
Sense = Literal["reaches", "exceeds", "points", "times"]
Nearness = Literal["exactly", "over", "nearly", "about", "under"]
Status = Literal[
    "exceeded",
    "achieved",
    "on-track",
    "behind",
    "at-risk",
    "pending",
    "nearly",
    "missed",
    "undetermined",
    "no-data",
]


class Unit(NamedTuple):
    """What a figure counts or measures. `id` is stable; the names are for people.

    `counted` things are whole: there is no half of a member. `of` says how many of which other unit (by its id) it
    is, where it is nothing else than so many of them.
    """

    id: str
    one: Text
    many: Text
    counted: bool = False
    of: tuple[Fraction, str] | None = None

    @property
    def percent(self) -> bool:
        """Whether figures are hundredths of a whole."""
        return self.id == "%"

    @property
    def ordinal(self) -> bool:
        """Whether figures are places in an order, of which 1 is the best."""
        return self.id == "rank"

    def __hash__(self) -> int:
        return hash(self.id)  # figures are remembered by their unit: to hash its names as well costs more than to read


BETTER_WORDS: Mapping[Better, Text] = {
    "higher": Text("higher is better", "càng cao càng tốt"),
    "lower": Text("lower is better", "càng thấp càng tốt"),
}


class Indicator(NamedTuple):
    """What is measured, and how its readings become one figure (`kind`)."""

    id: str | None
    name: GivenText
    kind: str
    unit: Unit
    better: Better
    definition: GivenText | None = None
    rollup: Rollup = "none"
    frequency: Frequency | None = None
    source: GivenText | None = None


class Period(NamedTuple):
    """The days from `first` to `last`, both counted, and how the file names them."""

    first: date
    last: date
    text: str

    @property
    def days(self) -> int:
        """The number of days."""
        return (self.last - self.first).days + 1

    @property
    def year(self) -> int:
        """The calendar year that the period ends in."""
        return self.last.year

    @property
    def name(self) -> Text:
        """What a file calls it: 2022-H1, 6 tháng đầu năm 2022."""
        return Text(self.text, self._in_vietnamese())

    @property
    def told(self) -> Text | date:
        """What a sentence calls it: a single day by its date, any other by its name."""
        return self.first if self.first == self.last else self.name

    def _in_vietnamese(self) -> str:
        first, last = self.first, self.last
        if first == last:
            return f"{last.day:02d}/{last.month:02d}/{last.year}"
        match first.month, last.month:
            case 1, 12:
                return f"năm {last.year}"
            case 7, 12:
                return f"6 tháng cuối năm {last.year}"
            case begin, end if begin == end:
                return f"tháng {end}/{last.year}"
            case begin, end if begin == end - 2 and end % 3 == 0:
                return f"quý {end // 3}/{last.year}"
            case _, end:
                return f"{end} tháng đầu năm {last.year}"


class Term(NamedTuple):
    """The days of the resolution, both ends counted."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """The number of days of the term."""
        return (self.last - self.first).days + 1

    @property
    def years(self) -> Fraction:
        """The length in years: the whole years, and the days left over as a share of the year they begin."""
        return _years(self.first, self.last)

    def elapsed(self, on: date) -> Fraction:
        """Return the share of the term's days gone by the end of that day, from 0 to 1."""
        gone = (on - self.first).days + 1
        return min(max(Fraction(gone, self.days), Fraction(0)), Fraction(1))


@lru_cache(maxsize=64)
def _years(first: date, last: date) -> Fraction:
    after = last + timedelta(days=1)
    whole = after.year - first.year
    if _anniversary(first, whole) > after:
        whole -= 1
    start = _anniversary(first, whole)
    return whole + Fraction((after - start).days, (_anniversary(first, whole + 1) - start).days)


def _anniversary(day: date, years: int) -> date:
    """Return the same day `years` later; 29 February becomes 1 March where the year has none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


class Moment(NamedTuple):
    """The day looked at, within a term: `elapsed` is the share of the term gone by then."""

    term: Term
    as_of: date
    elapsed: Fraction

    @property
    def ended(self) -> bool:
        """Whether the term is over."""
        return self.as_of >= self.term.last

    @property
    def years_gone(self) -> Fraction:
        """The years of the term gone by the as-of date."""
        return self.elapsed * self.term.years

    @property
    def years_left(self) -> Fraction:
        """The years of the term still to come."""
        return (1 - self.elapsed) * self.term.years


class Goal(NamedTuple):
    """The set of acceptable values, in the unit of the indicator.

    `interval` is the set as it was written; None where the goal is a date (`by`) or not known. `direction` says
    on which side of it a value is better than was asked: `higher` or `lower`; or `exactly`, where neither is.
    `measured_against` is the end that attainment is measured against. `every` says what has to keep the goal: the
    term as a whole, each year by itself, or the average of the years. `path` holds the goals of single years, where
    they differ; `interval` is then what they come to over the term.
    `implied` holds the values that the bound can have where it is not printed and a claim has to supply it.
    """

    text: str
    place: Place
    interval: Interval | None = None
    by: date | None = None
    direction: Direction = "higher"
    measured_against: End = "low"
    every: Every = "term"
    path: tuple[tuple[int, Interval], ...] = ()
    implied: Interval | None = None

    @property
    def known(self) -> bool:
        """Whether there is anything to measure against, printed or implied."""
        return self.interval is not None or self.by is not None or self.implied is not None

    @property
    def every_year(self) -> bool:
        """Whether each year has to keep the goal by itself."""
        return self.every == "year"

    @property
    def bound(self) -> Interval | None:
        """The end of the goal that attainment is measured against: one value unless it is implied by a claim."""
        if self.implied is not None or self.interval is None:
            return self.implied
        end = self.interval.low if self.measured_against == "low" else self.interval.high
        return None if end is None else exactly(end)


class Reading(NamedTuple):
    """One actual figure in the unit of the indicator, for a period or, where none is told, for all the time so far.

    A share of a whole (1188 of 1200 households) keeps both. A milestone done on a date has that date (`done`)
    and no figure. `known` is the day that it was reported or corrected, where that is told.
    """

    text: str
    place: Place
    figure: Interval | None = None
    period: Period | None = None
    share: tuple[Fraction, Fraction] | None = None
    done: date | None = None
    known: date | None = None

    @property
    def day(self) -> date | None:
        """The first day that the reading can be reckoned with; None where no day is told at all."""
        days = [self.done or (self.period.last if self.period is not None else None), self.known]
        return max((day for day in days if day is not None), default=None)


class Acknowledgement(NamedTuple):
    """Why a known disagreement stands."""

    reason: GivenText
    place: Place


class Claim(NamedTuple):
    """A published figure about one target.

    `number` is what was printed, with `decimals` digits after the decimal sign, in percent (or points, or
    times); None where the claim is a status word. `nearness` is the wording around it ("over", "nearly").
    `change` is a wording of growth ("+", "tăng"), against what was there before. `of` is a base other than the
    target; `period` the one period that is spoken of; `against` the one that it is compared with.
    """

    text: str
    place: Place
    sense: Sense = "reaches"
    number: Fraction | None = None
    decimals: int = 0
    nearness: Nearness = "exactly"
    change: bool = False
    status: Status | None = None
    of: Interval | None = None
    period: Period | None = None
    against: Period | None = None
    acknowledged: Acknowledgement | None = None


SummarySubject = Literal["achieved", "exceeded", "rest", "all"]
Convention = Literal["inside", "apart"]


class SummaryClaim(NamedTuple):
    """A published sentence about the whole resolution.

    `achieved` and `exceeded` say how many (`number`) of how many (`of`, where it is told); `rest` and `all` say in
    which interval (of percent) the attainment of each lies. `convention` says whether the exceeded targets are
    counted inside the achieved ones or apart from them; None where the file does not tell.
    """

    text: str
    place: Place
    subject: SummarySubject
    number: int | None = None
    of: int | None = None
    interval: Interval | None = None
    convention: Convention | None = None
    acknowledged: Acknowledgement | None = None


class Amendment(NamedTuple):
    """A goal that took the place of the one before it on a day, and why."""

    on: date
    goal: Goal
    reason: GivenText | None = None


class Target(NamedTuple):
    """One indicator with its goal in one resolution, what was reached, and what was published about it.

    `goal` is the one that was adopted first; `amendments` follow in the order of their days.
    """

    id: str
    place: Place
    indicator: Indicator
    goal: Goal
    baseline: Reading | None = None
    readings: tuple[Reading, ...] = ()
    claims: tuple[Claim, ...] = ()
    owner: GivenText | None = None
    note: GivenText | None = None
    own_name: GivenText | None = None
    amendments: tuple[Amendment, ...] = ()

    @property
    def name(self) -> GivenText:
        """What the target is called: by its own name, else by that of its indicator."""
        return self.own_name or self.indicator.name


class Thresholds(NamedTuple):
    """Shares of 1: the least pace on track, the least that is only behind, the least attainment that is nearly."""

    on_track: Fraction = Fraction(95, 100)
    behind: Fraction = Fraction(60, 100)
    nearly: Fraction = Fraction(80, 100)


class Cited(NamedTuple):
    """Where the figures of a file come from; `published` on a day, or as the file says it."""

    title: GivenText
    published: date | str | None = None
    url: str | None = None


Profile = Literal["party", "state", "plain"]


class Signatory(NamedTuple):
    """Who signs: in whose name (`authority`), as what (`role`), and the person's name."""

    name: GivenText | None = None
    role: GivenText | None = None
    authority: GivenText | None = None


class Document(NamedTuple):
    """What stands around a report when it is printed as an official document; None where the file leaves it out.

    `superior` is the body above the committee, `place` and `issued` are where and when it is issued, `recipients` whom
    it is sent to, and `profile` the rules of layout that it follows.
    """

    superior: GivenText | None = None
    number: str | None = None
    place: GivenText | None = None
    issued: date | None = None
    signatory: Signatory = Signatory()
    recipients: tuple[GivenText, ...] = ()
    profile: Profile | None = None


class Resolution(NamedTuple):
    """The resolution: a committee, a term, targets. `as_of` is None where the file leaves it to the readings."""

    file: str
    name: GivenText
    committee: GivenText
    term: Term
    targets: tuple[Target, ...]
    as_of: date | Literal["mid-term"] | None = None
    source: Cited | None = None
    language: Language | None = None
    thresholds: Thresholds = Thresholds()
    claims: tuple[SummaryClaim, ...] = ()
    document: Document = Document()
