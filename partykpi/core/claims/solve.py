"""Of actual, target and published figure, find the one that is missing; or judge all three."""

from collections.abc import Sequence
from fractions import Fraction
from functools import partial
from typing import Literal, NamedTuple, get_args

from partykpi.core.claims.base_name import base_name
from partykpi.core.claims.infer import (
    THE_TARGET,
    Inference,
    Unknown,
    by_rounding,
    how_many,
    infer,
    read_as,
    senses_inferred,
    unknown_actual,
    unknown_target,
)
from partykpi.core.claims.inputs import ClaimInputs, figure_of, number_of
from partykpi.core.claims.judge import Before, judge, senses_tried
from partykpi.core.claims.model import Verdict
from partykpi.core.claims.wording import amount, missing_input, no_percentages, no_years, statement
from partykpi.core.figure import Interval, divide, exactly, inside, whole_numbers
from partykpi.core.model import Claim, Sense, Unit
from partykpi.core.rounding import Rounding, allowed, rounded
from partykpi.problem import Message, message

Missing = Literal["target", "base", "actual", "reported"]

ROUNDINGS: tuple[Rounding, ...] = get_args(Rounding)


class Fit(NamedTuple):
    """One way to read the published figure.

    `interval` holds the values of the unknown by it (of the published figure, where nothing is unknown), or
    None where there is none; `whole` the whole numbers in it, None where they are not asked for or have no
    end. `fits` says whether the published figure can be read so, None where the figures are too wide to
    decide.
    """

    sense: Sense
    rounding: Rounding
    interval: Interval | None
    whole: range | None
    fits: bool | None


class Neighbour(NamedTuple):
    """A whole number next to where the unknown would have to lie, and the figure that it would give.

    `figure` is in the unit of the claim, rounded half up at its decimals.
    """

    value: int
    figure: Fraction


class Solution(NamedTuple):
    """What two of actual, target and published figure say of the third, or what all three say of each other.

    `interval` holds the values of the `unknown`: of a figure that is not published, in percent; where
    nothing is unknown, of what should have been published, in the unit of the claim. `sense` and `rounding`
    say how the published figure is read, None where no way fits. `whole` are the whole numbers in the
    interval, None where they are not asked for or have no end. `fits` are all ways to read the published
    figure. `nearest` are the whole numbers below and above, where none fits. `unit` is that of actual and target, where
    it is known. `name` is what the published figure is measured against, where that is not the target of the term: what
    is unknown is then that (`base`), or the plan of a year.
    """

    unknown: Missing | None
    verdict: Verdict
    detail: Message
    sense: Sense | None = None
    rounding: Rounding | None = None
    interval: Interval | None = None
    whole: range | None = None
    fits: tuple[Fit, ...] = ()
    nearest: tuple[Neighbour, ...] = ()
    unit: Unit | None = None
    name: Message | None = None


class _Search(NamedTuple):
    """What is searched for: the `missing` one of actual and target, where the other one and a claim are known.

    In place of the target may be another base, of that `name`.
    `percent` says that the two are percentages, `whole` that the missing one is a whole number.
    """

    missing: Literal["target", "base", "actual"]
    known: Interval
    claim: Claim
    percent: bool
    whole: bool
    unit: Unit | None = None
    name: Message | None = None

    def infer(self) -> Inference | None:
        """Return what the claim says of the missing figure."""
        return infer(self.claim, self.unknown, self.percent)

    @property
    def unknown(self) -> Unknown:
        """The missing figure as a function of what a claim says."""
        if self.missing == "actual":
            return unknown_actual(self.known, whole=self.whole, unit=self.unit)
        found = unknown_target(self.known, whole=self.whole, unit=self.unit)
        return found if self.name is None else found._replace(name=self.name)

    def inputs(self, value: int) -> ClaimInputs:
        """Return what the claim is judged by with that value in place of the missing figure."""
        found = exactly(value)
        actual, base = (found, self.known) if self.missing == "actual" else (self.known, found)
        return _inputs(self.claim, actual, base, self.percent)


def _inputs(claim: Claim, actual: Interval, target: Interval, percent: bool) -> ClaimInputs:
    """Return what a claim is judged by: the attainment is the actual divided by the target."""
    return ClaimInputs(
        divide(actual, target), actual, target, percent, unit=claim.unit, scale=claim.scale, change=claim.change
    )


def solve(  # noqa: PLR0913 - three of them are called by name
    actual: Interval | None,
    target: Interval | None,
    claim: Claim | None,
    *,
    whole: bool,
    percent: bool = False,
    before: Interval | None = None,
    unit: Unit | None = None,
) -> Solution:
    """Find what is missing of the three, or judge them all.

    `actual` and `target` are in one `unit`, which `percent` says is the percent; of `whole` things the
    unknown is a whole number. `before` are the values that the actual can have been rounded from, None where it was not
    rounded. The attainment is the actual divided by the target. ValueError where two are missing, or where the claim
    has no number.
    """
    if claim is None:
        if actual is None or target is None:
            raise ValueError("two of actual, target and reported are needed")
        return _reported(actual, target)
    if claim.number is None:
        raise ValueError("the published figure has no number")
    if claim.base == "part" or claim.sense == "mean" or (target is not None and _compares_with_another(claim)):
        unknown: Missing = "actual" if actual is None else "base"
        return Solution(None if actual is not None and target is not None else unknown, "unverifiable", _not_by(claim))
    if actual is not None and target is not None:
        unrounded = None if before is None else partial(_inputs, claim, before, target, percent)
        return _judged(claim, _inputs(claim, actual, target, percent), unrounded)
    if actual is not None:
        missing: Literal["target", "base"] = "target" if claim.about_a_plan else "base"
        search = _Search(missing, actual, claim, percent, whole, unit, base_name(claim))
        return _inferred(search, None if before is None else search._replace(known=before))
    if target is not None:
        return _inferred(_Search("actual", target, claim, percent, whole, unit), None)
    raise ValueError("two of actual, target and reported are needed")


def _compares_with_another(claim: Claim) -> bool:
    """Say whether the words of a claim compare with what is no target; a bare sign (+1.2 points) may mean one."""
    return not claim.about_a_plan and (claim.base != "" or claim.sense == "share" or claim.against is not None)


def _not_by(claim: Claim) -> Message:
    """Say why a claim does not tell of an actual figure and a target."""
    if claim.sense == "mean":
        return no_years()
    if claim.base == "part":
        return message(
            "“{published}” is about a part, of which neither figure is sure to be the one",
            "“{published}” nói về một bộ phận, chưa rõ số nào là số của bộ phận đó",
            published=claim.text,
        )
    return message(
        "“{published}” compares with {name}, and not with the target; the actual figure without a target gives it",
        "“{published}” so với {name}, không so với chỉ tiêu; bỏ chỉ tiêu, chỉ ghi kết quả thì tính được số đó",
        published=claim.text,
        name=base_name(claim) or THE_TARGET,
    )


def _reported(actual: Interval, target: Interval) -> Solution:
    computed = figure_of("reaches", ClaimInputs(divide(actual, target)))
    if computed is None:
        detail = message("there is no percentage of a target of zero", "không tính được tỷ lệ so với chỉ tiêu bằng 0")
        return Solution("reported", "unverifiable", detail)
    verdict: Verdict = "ambiguous" if computed.exact is None else "implied"
    made, base = actual.exact, target.exact
    if computed.exact is not None and made is not None and base is not None:
        detail = message(
            "{actual}/{target} is {percent}%",
            "{actual}/{target} bằng {percent}%",
            actual=made,
            target=base,
            percent=computed.exact,
        )
    elif computed.low is not None and computed.high is not None:
        detail = message("it is {low}% to {high}%", "tỷ lệ là {low}% đến {high}%", low=computed.low, high=computed.high)
    elif computed.low is not None:
        detail = message("it is {low}% or more", "tỷ lệ là từ {low}% trở lên", low=computed.low)
    elif computed.high is not None:
        detail = message("it is {high}% or less", "tỷ lệ là từ {high}% trở xuống", high=computed.high)
    else:
        detail = message("it can be any percentage", "tỷ lệ có thể là số bất kỳ")
    return Solution("reported", verdict, detail, "reaches", interval=computed)


def _judged(claim: Claim, inputs: ClaimInputs, before: Before | None) -> Solution:
    judgement = judge(claim, inputs, before)
    return Solution(
        None,
        judgement.verdict,
        judgement.detail,
        sense=judgement.sense if judgement.rounding is not None or judgement.verdict == "possible" else None,
        rounding=judgement.rounding,
        interval=judgement.computed,
        fits=tuple(
            _judged_fit(claim, sense, rounding, inputs)
            for sense, rounding in _ways(claim, senses_tried(claim, inputs.percent))
        ),
    )


def _judged_fit(claim: Claim, sense: Sense, rounding: Rounding, inputs: ClaimInputs) -> Fit:
    computed = figure_of(sense, inputs)
    printed = allowed(number_of(claim), claim.decimals, claim.nearness, rounding)
    return Fit(sense, rounding, computed, None, None if computed is None else inside(computed, printed))


def _inferred(search: _Search, before: _Search | None) -> Solution:
    """Return what is missing; `before` searches by what the known figure can have been rounded from."""
    claim, unknown = search.claim, search.unknown
    inference = search.infer()
    if inference is None:
        detail = no_percentages() if claim.sense == "points" else missing_input(claim, ClaimInputs())
        if claim.sense == "level":
            detail = message("a figure itself gives no other", "số liệu kết quả không cho biết số nào khác")
        return Solution(search.missing, "unverifiable", detail, name=search.name)
    if before is not None:
        inference = by_rounding(inference, before.infer())
    nearest: tuple[Neighbour, ...] = ()
    if inference.possible:
        detail = _with_ratio(inference, search)
    else:
        if unknown.whole and inference.interval is not None:
            nearest = _neighbours(search, inference.interval)
        detail = _with_nearest(inference.detail, nearest, claim)
    return Solution(
        search.missing,
        inference.verdict,
        detail,
        sense=inference.sense if inference.possible else None,
        rounding=inference.rounding,
        interval=inference.interval,
        whole=inference.whole,
        fits=tuple(
            _inferred_fit(claim, sense, rounding, unknown)
            for sense, rounding in _ways(claim, senses_inferred(claim, search.percent))
        ),
        nearest=nearest,
        unit=search.unit,
        name=search.name,
    )


def _inferred_fit(claim: Claim, sense: Sense, rounding: Rounding, unknown: Unknown) -> Fit:
    interval = read_as(claim, sense, rounding, unknown)
    numbers = None if interval is None or not unknown.whole else whole_numbers(interval)
    return Fit(sense, rounding, interval, numbers, interval is not None and (how_many(numbers) != 0))


def _ways(claim: Claim, senses: Sequence[Sense]) -> list[tuple[Sense, Rounding]]:
    """Return every way to read the claim in the senses; no rounding but one where a word of nearness widens it."""
    roundings = ROUNDINGS if claim.nearness == "exactly" else ROUNDINGS[:1]
    return [(sense, rounding) for sense in senses for rounding in roundings]


def _neighbours(search: _Search, interval: Interval) -> tuple[Neighbour, ...]:
    """Return the whole numbers just below and just above an interval that holds none."""
    if interval.low is None:
        return ()
    claim = search.claim
    below = interval.low.numerator // interval.low.denominator
    least = 0 if search.unknown.may_be_zero else 1
    found: list[Neighbour] = []
    for value in (below, below + 1):
        figure = figure_of(claim.sense, search.inputs(value)) if value >= least else None
        if figure is not None and figure.exact is not None:
            found.append(Neighbour(value, rounded(figure.exact, claim.decimals)))
    return tuple(found)


def _with_ratio(inference: Inference, search: _Search) -> Message:
    """Return what fits, and for a single whole number the ratio that it makes."""
    if inference.whole is None or how_many(inference.whole) != 1:
        return inference.detail
    inputs = search.inputs(inference.whole.start)
    computed = figure_of("reaches", inputs)
    if computed is None:
        return inference.detail
    ratio = statement("reaches", inputs, computed, max(2, search.claim.decimals))
    return message("{fits}: {ratio}", "{fits}: {ratio}", fits=inference.detail, ratio=ratio)


def _with_nearest(nothing_fits: Message, nearest: tuple[Neighbour, ...], claim: Claim) -> Message:
    """Return that nothing fits, and what the nearest whole numbers give."""
    numbers = [
        message(
            "{value} gives {figure}",
            "{value} cho {figure}",
            value=neighbour.value,
            figure=amount(claim.sense, exactly(neighbour.figure), claim.decimals, claim.unit),
        )
        for neighbour in nearest
    ]
    match numbers:
        case [below, above]:
            return message(
                "{none}; {below} and {above}", "{none}; {below} và {above}", none=nothing_fits, below=below, above=above
            )
        case [only]:
            return message("{none}; {only}", "{none}; {only}", none=nothing_fits, only=only)
        case _:
            return nothing_fits
