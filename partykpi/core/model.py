"""What a resolution file says: an indicator, a target with its goal, readings and claims, a resolution."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Literal, NamedTuple

from partykpi.core.figure import Interval, exactly
from partykpi.core.time import Period, Term
from partykpi.problem import Place
from partykpi.text import GivenText, Language, Text

Per = Literal["year", "quarter", "month"]
Better = Literal["higher", "lower"]
Rollup = Literal["sum", "share", "mean", "none"]
Mean = Literal["arithmetic", "compound"]
Frequency = Literal["month", "quarter", "half-year", "year", "term"]
End = Literal["low", "high"]
Direction = Literal["higher", "lower", "exactly"]
Every = Literal["term", "year", "average"]
Sense = Literal["reaches", "exceeds", "points", "times", "share", "difference", "early", "level", "mean"]
Base = Literal["", "unsaid", "estimate", "year", "year before", "last year", "year end", "start", "part", "other"]
Itself = Literal["", "level", "mean"]
Nearness = Literal["exactly", "over", "nearly", "about", "under"]
Status = Literal[
    "exceeded",
    "achieved",
    "on-track",
    "behind",
    "at-risk",
    "worsened",
    "pending",
    "nearly",
    "missed",
    "undetermined",
    "no-data",
]

AttainmentOf = Literal["goal", "way", "limit", "years"]

IN_PERCENT: frozenset[Sense] = frozenset(("reaches", "exceeds", "share"))
"""The senses whose number is a percentage of what the actual is measured against."""

MET: frozenset[Status] = frozenset(("exceeded", "achieved"))
"""The goal is met."""

BY_PACE: frozenset[Status] = frozenset(("on-track", "behind", "at-risk"))
"""The goal is not met yet, and the pace says which of these it is."""

UNDECIDED: frozenset[Status] = frozenset(("undetermined", "no-data"))
"""The figures do not say whether the goal is met."""

CURRENCIES = ("VND", "USD")
"""The ids of the units that are money."""

PER_MILLE = "‰"
"""The id of the unit whose figures are thousandths of a whole."""


class Unit(NamedTuple):
    """What a figure counts or measures. `id` is stable; the names are for people.

    `counted` things are whole: there is no half of a member. `of` says how many of which other unit (by its id) it
    is, where it is nothing else than so many of them. `grades` are names from the best to the worst, of which a figure
    is the place of one. `over` says to how many of which units (by their ids) a figure is set: beds to 10,000 people,
    tonnes to a hectare; `of` then speaks of what is set to them. `per` is the time that a figure is of by its nature,
    as yearly income is.
    """

    id: str
    one: Text
    many: Text
    counted: bool = False
    of: tuple[Fraction, str] | None = None
    grades: tuple[GivenText, ...] = ()
    over: tuple[tuple[Fraction, str], ...] = ()
    per: Per | None = None

    @property
    def percent(self) -> bool:
        """Whether figures are hundredths of a whole."""
        return self.id == "%"

    @property
    def ordinal(self) -> bool:
        """Whether figures are places in a ranking or grades: whole, from 1 on, and the less the better."""
        return self.id == "rank" or bool(self.grades)

    @property
    def money(self) -> bool:
        """Whether figures are amounts of a currency, and not of thousands or millions of it."""
        return self.id in CURRENCIES

    @property
    def sign(self) -> str:
        """The sign that stands behind a figure in place of a name: 78%, 12‰."""
        return self.id if self.id in ("%", PER_MILLE) else ""

    @property
    def names_itself(self) -> bool:
        """Whether a figure says what it is without the name of the unit: 78%, 1st."""
        return bool(self.sign) or self.ordinal

    @property
    def additive(self) -> bool:
        """Whether sums and multiples of figures have a meaning."""
        return not self.sign and not self.ordinal

    def __hash__(self) -> int:
        return hash(self.id)  # enough for the key of a cache, where hashing the names as well would cost more


BETTER_WORDS: Mapping[Better, Text] = {
    "higher": Text("higher is better", "càng cao càng tốt"),
    "lower": Text("lower is better", "càng thấp càng tốt"),
}


class Indicator(NamedTuple):
    """What is measured, and how its readings become one figure (`kind`).

    `mean` says how years are averaged: growth compounds, points do not. `also` are other names that it is found by,
    and `field` is the field of one that a resolution defines in place.
    """

    id: str | None
    name: GivenText
    kind: str
    unit: Unit
    better: Better
    definition: GivenText | None = None
    rollup: Rollup = "none"
    frequency: Frequency | None = None
    source: GivenText | None = None
    mean: Mean = "arithmetic"
    also: tuple[str, ...] = ()
    field: GivenText | None = None


class Goal(NamedTuple):
    """The set of acceptable values, in the unit of the indicator.

    `interval` is the set as it was written; None where the goal is a date (`by`) or not known. `direction` says
    on which side of it a value is better than was asked: `higher` or `lower`; or `exactly`, where neither is.
    `measured_against` is the end that attainment is measured against. `every` says what has to meet the goal: the
    term as a whole, each year by itself, or the average of the years. `path` holds the goals of single years, where
    they differ; `interval` is then what they amount to over the term.
    `implied` holds the values that the bound can have where it is not printed and is inferred from claims. `words` are
    those of the text that no figure holds, as they are written: what a percentage is of, the same in another unit.
    `figure` is the part of the text that is the figure, where that is not all of it.
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
    words: str = ""
    figure: str = ""

    @property
    def known(self) -> bool:
        """Whether there is anything to measure against, printed or implied."""
        return self.interval is not None or self.by is not None or self.implied is not None

    @property
    def every_year(self) -> bool:
        """Whether each year has to meet the goal by itself."""
        return self.every == "year"

    @property
    def bound(self) -> Interval | None:
        """The end of the goal that attainment is measured against: one value unless it is implied by a claim."""
        if self.implied is not None or self.interval is None:
            return self.implied
        end = self.interval.end(self.measured_against)
        return None if end is None else exactly(end)


class Reading(NamedTuple):
    """One actual figure in the unit of the indicator, for a period or, without one, for all the time so far.

    A share of a whole (1188 of 1200 households) keeps both. A milestone done on a date has that date (`done`)
    and no figure. `known` is the day that it was reported or corrected, where the file gives it. `step` is what one
    more in the last place that was printed is worth, where a figure is printed with decimals or a scale word: the
    figure is then rounded to it.
    """

    text: str
    place: Place
    figure: Interval | None = None
    period: Period | None = None
    share: tuple[Fraction, Fraction] | None = None
    done: date | None = None
    known: date | None = None
    step: Fraction | None = None

    @property
    def last_day(self) -> date:
        """The last day that it speaks of; one without a period speaks of all the time so far."""
        return date.max if self.period is None else self.period.last

    @property
    def day(self) -> date | None:
        """The first day that the reading counts; None where the file gives no day at all."""
        last = self.done or (None if self.period is None else self.period.last)
        if self.known is None:
            return last
        return self.known if last is None else max(last, self.known)


class Acknowledgement(NamedTuple):
    """The reason that the file gives for a known disagreement."""

    reason: GivenText
    place: Place


class Pair(NamedTuple):
    """The two figures that stand beside a published one, as 84 of 120 do: `part` and `whole`, in one unit.

    The steps say what one more in the last place of each is worth, where it is rounded.
    """

    part: Interval
    whole: Interval
    part_step: Fraction | None = None
    whole_step: Fraction | None = None


class Claim(NamedTuple):
    """A published figure about one target.

    `number` is what was printed, with `decimals` digits after the decimal sign, in percent (or points, or times, or
    the `unit` of a difference or of time); None where the claim is a status word. `nearness` is the wording around it
    ("over", "nearly"). `change` is a wording of growth ("+", "tăng"), against what was there before. `of` is a base
    other than the target; `period` the one period that the claim is about; `against` the one that it is compared with.
    `scale` says how many of the indicator's unit one of the claim's is. `literal` words say more or less than the goal
    ("cao hơn"), and not better or worse ("vượt").

    `base` is what the words compare with: the goal, or of a change what was there before (""); the goal of a year
    (`year`) or the budget of one (`estimate`), of the year that is `year` where they name one; the same time of that
    year or of the `year before`; the whole of `last year` or the same time of it, or its end (`year end`); the `start`
    of the period; something that no file holds (`other`), or a `part` that is not what the target counts. Words of
    growth that name nothing leave it `unsaid`. `plan` are the words of a plan that they call somebody's, which may be
    another than the goal. `perhaps_of` is a figure beside the words that may be what they compare with. `whole` says
    that the words name the goal of the whole period. `pair` are the two figures beside them that it is made of; `of` is
    the second then, unless it counts other things than the target does. Of a number of times that may be by how many a
    figure grew as well as to how many, `grown` says so. `goal` is the goal as it is printed behind a figure: 51/60.
    `done_late` is `nearly` of a task that is done.
    Words that say a percentage is the figure `itself` need not mean its share of the goal: the `level`, or of a rate
    its `mean`.
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
    unit: Unit | None = None
    scale: Fraction = Fraction(1)
    literal: bool = False
    base: Base = ""
    year: int | None = None
    plan: str = ""
    perhaps_of: Interval | None = None
    pair: Pair | None = None
    whole: bool = False
    grown: bool = False
    goal: Interval | None = None
    done_late: bool = False
    itself: Itself = ""

    @property
    def about_whole_target(self) -> bool:
        """Whether it is about the target over the term: no growth, no other base and no single period."""
        return self.about_a_plan and not self.base

    @property
    def about_a_plan(self) -> bool:
        """Whether it is about the target, or about the plan of one year, which is the target where that is for one."""
        elsewhere = self.change or self.itself or self.sense == "share" or self.base not in ("", "year", "estimate")
        return not elsewhere and self.of is None and self.pair is None and self.period is None and self.against is None


SummarySubject = Literal["achieved", "exceeded", "rest", "all"]
Convention = Literal["inside", "apart"]


class SummaryClaim(NamedTuple):
    """A published sentence about the whole resolution.

    `achieved` and `exceeded` say how many (`number`) of how many (`of`, where it is stated); `rest` and `all` say in
    which interval (of percent) the attainment of each lies. `convention` says whether the exceeded targets are
    counted inside the achieved ones or apart from them; None where the file does not say.
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
    """A goal that replaced the one before it on a day, and why."""

    on: date
    goal: Goal
    reason: GivenText | None = None


class Thresholds(NamedTuple):
    """Shares of 1: the least pace on track, the least that is only behind, the least score that is nearly."""

    on_track: Fraction = Fraction(95, 100)
    behind: Fraction = Fraction(60, 100)
    nearly: Fraction = Fraction(80, 100)


class Multiple(NamedTuple):
    """A unit of which one is `size` of another."""

    unit: Unit
    size: Fraction


class Target(NamedTuple):
    """One indicator with its goal in one resolution, what was reached, and what was published about it.

    `goal` is the one that was adopted first; `amendments` follow in the order of their days. `period` is what the goal
    speaks of, and `thresholds` what its status is judged by, where they are not those of the resolution. Of
    `cumulative` readings each is all that there is since the period began.

    `shown_in` is the unit that the goal is written in, where that is another than the indicator's. A report has all
    figures in it: `indicator` then is, `own_unit` is what it was in, and `size` says how many of that one of it is.
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
    period: Term | None = None
    cumulative: bool = False
    thresholds: Thresholds | None = None
    shown_in: Multiple | None = None
    own_unit: Unit | None = None
    size: Fraction = Fraction(1)

    @property
    def unit(self) -> Unit:
        """The unit of the indicator itself, which a figure without one is in."""
        return self.own_unit or self.indicator.unit

    @property
    def name(self) -> GivenText:
        """What the target is called: by its own name, else by that of its indicator."""
        return self.own_name or self.indicator.name


class Cited(NamedTuple):
    """Where the figures of a file come from; `published` is a day, or as the file writes it."""

    title: GivenText
    published: date | str | None = None
    url: str | None = None


Profile = Literal["party", "state", "plain"]


class Signatory(NamedTuple):
    """Who signs: in whose name (`authority`), as what (`role`), and the person's name."""

    name: GivenText | None = None
    role: GivenText | None = None
    authority: GivenText | None = None


class Letterhead(NamedTuple):
    """What a report needs besides its text to be printed as an official document; None where the file leaves it out.

    `issuer` is who issues it, where that is not the committee as the resolution calls it, `superior` is the body above
    that, `place` and `issued` are where and when it is issued, `recipients` whom
    it is sent to, and `profile` the rules of layout that it follows.
    """

    superior: GivenText | None = None
    number: str | None = None
    place: GivenText | None = None
    issued: date | None = None
    signatory: Signatory = Signatory()
    recipients: tuple[GivenText, ...] = ()
    profile: Profile | None = None
    issuer: GivenText | None = None


class Resolution(NamedTuple):
    """The resolution: a committee, a term, targets. `as_of` is None where the file leaves it to the readings.

    `period` is what the goals speak of, where that is not the term.
    """

    file: str
    name: GivenText
    committee: GivenText
    term: Term
    targets: tuple[Target, ...]
    as_of: date | Literal["mid-term", "end"] | None = None
    source: Cited | None = None
    language: Language | None = None
    thresholds: Thresholds = Thresholds()
    claims: tuple[SummaryClaim, ...] = ()
    letterhead: Letterhead = Letterhead()
    period: Term | None = None

    def period_of(self, target: Target) -> Term:
        """Return the days that the goal of a target speaks of."""
        return target.period or self.period or self.term
