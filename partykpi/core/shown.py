"""The figures of a target in another unit than that of its indicator, such as the one that its goal is written in."""

from fractions import Fraction

from partykpi.core.figure import Interval, exactly, multiply
from partykpi.core.model import Claim, Goal, Pair, Reading, Target


def as_shown(target: Target) -> Target:
    """Return the target with its figures in the unit that they are to be shown in."""
    if target.shown_in is None:
        return target
    unit, size = target.shown_in
    times = 1 / size

    def goal(one: Goal) -> Goal:
        return one._replace(
            interval=scaled(one.interval, times),
            implied=scaled(one.implied, times),
            path=tuple((year, multiply(interval, exactly(times))) for year, interval in one.path),
        )

    def reading(one: Reading) -> Reading:
        return one._replace(figure=scaled(one.figure, times), step=None if one.step is None else one.step * times)

    def claim(one: Claim) -> Claim:
        return one._replace(
            of=scaled(one.of, times),
            perhaps_of=scaled(one.perhaps_of, times),
            goal=scaled(one.goal, times),
            pair=None if one.pair is None else pair(one.pair),
            scale=one.scale * times,
        )

    def pair(one: Pair) -> Pair:
        part, whole = (multiply(figure, exactly(times)) for figure in (one.part, one.whole))
        return Pair(part, whole, *(None if step is None else step * times for step in (one.part_step, one.whole_step)))

    return target._replace(
        indicator=target.indicator._replace(unit=unit),
        goal=goal(target.goal),
        amendments=tuple(one._replace(goal=goal(one.goal)) for one in target.amendments),
        baseline=None if target.baseline is None else reading(target.baseline),
        readings=tuple(map(reading, target.readings)),
        claims=tuple(map(claim, target.claims)),
        shown_in=None,
        own_unit=target.indicator.unit,
        size=size,
    )


def own(figure: Interval | None, target: Target) -> Interval | None:
    """Return a figure of the target in the unit of its indicator."""
    return scaled(figure, target.size)


def scaled(figure: Interval | None, times: Fraction) -> Interval | None:
    """Return so many times a figure; None of none."""
    return figure if figure is None or times == 1 else multiply(figure, exactly(times))
