"""Targets of every kind as files have them, each with one reading changed, for the tests of the workbook."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import strategies as st

YEARS = tuple(range(2020, 2026))
HALVES = ("2020-H2", "2021-H1", "2021-H2", "2022-H1", "2022-Q3", "2022-Q4", "2023-H1", "2023-H2", "2024-H1")
AS_OF = ("mid-term", "2021-03-03", "2022-12-31", "2023-05-17", "2024-12-31", "2025-06-30", "2026-01-31")

# The greatest figure of a unit, how many decimals it has, and what is written behind it.
UNITS = {"member": (60, 0, ""), "%": (100, 2, ""), "ha": (60, 1, ""), "VND": (60, 0, "_000_000"), "rank": (9, 0, "")}
OPERATORS = {"higher": ("", ">= ", "> ", "= "), "lower": ("", "<= ", "< ", "= ")}
AMENDED = ("2021-06-30", "2023-01-01", "2024-07-15")
WAYS = {
    "total": ("term", "year", "average"),
    "level": ("term", "year", "average"),
    "rate": ("average", "year"),
    "annual": ("term", "year"),
}


class Sample(NamedTuple):
    """The lines of a target, the periods and figures of its readings, and one of them as it is changed to."""

    lines: tuple[str, ...]
    periods: tuple[str, ...]
    figures: tuple[str, ...]
    changed: int
    figure: str

    def text(self, id: str, *, changed: bool = False) -> str:
        """Return the target as it stands in a file, after the change or before it."""
        figures = list(self.figures)
        if changed and figures:
            figures[self.changed] = self.figure
        if not figures:
            told = []
        elif self.periods:
            told = [f"readings: {{{', '.join(f'{p}: {f}' for p, f in zip(self.periods, figures, strict=True))}}}"]
        else:
            told = [f"actual: {figures[0]}" if len(figures) == 1 else f"actual: [{', '.join(figures)}]"]
        return f"  {id}:\n" + "".join(f"    {line}\n" for line in (*self.lines, *told))


@st.composite
def samples(draw: st.DrawFn) -> Sample:
    """Return a target of any kind but a milestone, with any goal and readings of any shape."""
    kind = draw(st.sampled_from(("total", "total", "level", "level", "annual", "rate", "rank")))
    better = draw(st.sampled_from(("higher", "lower")))
    units = {"rank": ("rank",), "rate": ("%", "ha")}.get(kind, ("member", "%", "ha", "VND"))
    unit = draw(st.sampled_from(units))
    least = 2 if unit == "rank" else 1
    mean = ", mean: compound" if (kind, unit) == ("rate", "%") and draw(st.booleans()) else ""
    name = f"{{name: Target, kind: {kind}, unit: '{unit}', better: {better}{mean}}}"
    goals = _goals(kind, unit, better, least)
    lines = [f"indicator: {name}", f"target: {draw(goals)}"]
    if draw(st.integers(0, 3)) == 0:
        lines.append(f"amended: [{{on: {draw(st.sampled_from(AMENDED))}, target: {_in_flow(draw(goals))}}}]")
    if draw(st.integers(0, 4)) == 0:
        lines.append("period: 2021-2025")
    if kind in WAYS and "/year" not in lines[-1] and draw(st.integers(0, 3)) == 0:
        lines.append(f"every: {draw(st.sampled_from(WAYS[kind]))}")
    if kind in ("level", "annual") and draw(st.booleans()):
        lines.append(f"baseline: {draw(_figures(unit, 0))}")
    shapes = {"rank": ("years", "list"), "rate": ("years", "list", "one")}.get(kind, ("years", "halves", "one"))
    shape = draw(st.sampled_from(shapes))
    periods: tuple[str, ...] = ()
    if shape == "halves":
        periods = tuple(sorted(draw(st.sets(st.sampled_from(HALVES))), key=HALVES.index))
    elif shape == "years":
        parts = {2020: "2020-H2", 2025: "2025-H1"} if kind == "total" else {}
        periods = tuple(parts.get(year, str(year)) for year in sorted(draw(st.sets(st.sampled_from(YEARS)))))
    count = {"one": 1, "list": draw(st.integers(1, 5))}.get(shape, len(periods))
    first = 1 if unit == "rank" else 0
    figures = tuple(draw(_figures(unit, first)) for _ in range(count))
    changed = draw(st.integers(0, count - 1)) if count else 0
    return Sample(tuple(lines), periods, figures, changed, draw(_figures(unit, first)))


def _in_flow(goal: str) -> str:
    """Return a goal as it can be the value of a key in braces: without a key of its own behind it."""
    return goal.partition("\n")[0]


def _figures(unit: str, least: int) -> st.SearchStrategy[str]:
    most, decimals, behind = UNITS[unit]
    whole = st.integers(least * 10**decimals, most * 10**decimals)
    return whole.map(lambda number: f"{number / 10**decimals:.{decimals}f}{behind}")


@st.composite
def _goals(draw: st.DrawFn, kind: str, unit: str, better: str, least: int) -> str:
    per_year = "/year" if kind == "total" and draw(st.booleans()) else ""
    shape = draw(st.sampled_from(("plain", "plain", "plain", "range", "path")))
    operator = draw(st.sampled_from(OPERATORS[better]))
    if shape == "path":
        steps = sorted(draw(st.sets(st.sampled_from(YEARS), min_size=1)))
        return "{" + ", ".join(f'{year}: "{operator}{draw(_figures(unit, least))}"' for year in steps) + "}"
    if shape == "range":
        most, _, behind = UNITS[unit]
        low = draw(st.integers(least, most // 2))
        high = draw(st.integers(most // 2 + 1, most))
        against = draw(st.sampled_from(("", "\n    measured_against: low", "\n    measured_against: high")))
        return f'"{low}{behind}..{high}{behind}{per_year}"{against}'
    return f'"{operator}{draw(_figures(unit, least))}{per_year}"'


def file(targets: str, as_of: str = "2024-12-31", on_track: int = 95) -> bytes:
    """Return a resolution with these targets."""
    head = f"resolution: R\ncommittee: C\nterm: 2020-2025\nas_of: {as_of}\nthresholds: {{on-track: {on_track}%}}\n"
    return f"{head}targets:\n{targets}".encode()
