"""Readings put into a resolution file: its new text, or why there is none. What `check` refuses is not recorded."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Literal, NamedTuple
from unicodedata import normalize

from partykpi import findings
from partykpi.core import kinds
from partykpi.core.model import Claim, Reading, Resolution, SummaryClaim, Target
from partykpi.core.report import check_claims
from partykpi.core.time import Period
from partykpi.parse import Content, load_content
from partykpi.parse.catalogue import Catalogue
from partykpi.parse.edit.insert import (
    FileLayout,
    InsertedPart,
    Insertion,
    NewReading,
    insertions,
)
from partykpi.parse.keys import KEYS, in_keys_of_file
from partykpi.parse.text.reading_style import ReadingStyle, is_bare, reading_style
from partykpi.parse.values.periods import PeriodIndex
from partykpi.parse.values.readings import is_same_period
from partykpi.parse.yaml.scalar import scalar
from partykpi.parse.yaml.source import Mapping, Node, Scalar, end_of, line_of, start_of
from partykpi.parse.yaml.source import Sequence as Items
from partykpi.problem import LINE_BREAK, Definition, Finding, Place, Source, Value, find
from partykpi.text import Text

Refusal = Literal["", "given", "file", "claims", "layout"]


class Recorded(NamedTuple):
    """What the recording of readings comes to.

    `insertions` are all that is new in the file, in their order, and `added` the readings that they bring; `same` are
    those that the file had already. `refusal` says what forbids it: what was given, the file as it was, a published
    figure that would no longer be true, or a layout that cannot be added to. `findings` are the reasons for a refusal,
    and the warnings where there is none.
    """

    insertions: tuple[Insertion, ...] = ()
    added: tuple[NewReading, ...] = ()
    same: tuple[NewReading, ...] = ()
    findings: tuple[Finding, ...] = ()
    refusal: Refusal = ""


class _Repeated(NamedTuple):
    """A reading given for a period that has one, with the one that the file has, and the node of its figure."""

    new: NewReading
    old: Reading
    node: Scalar


class _Sorted(NamedTuple):
    """The readings that are given: new ones by target, those that the file has, those given twice, and faults.

    `repeated` are by the nodes of their figures.
    """

    new: dict[str, list[NewReading]]
    repeated: dict[int, _Repeated]
    findings: list[Finding]
    same: list[NewReading]


_Known = tuple[Scalar, Node, Period]


class _OfTarget(NamedTuple):
    """What a reading of a target is held against: the usual style, and the periods of the file and of those given."""

    style: ReadingStyle
    known: PeriodIndex[_Known]
    given: PeriodIndex[NewReading]
    latest: dict[Period, Reading]


def may_fix(finding: Finding) -> bool:
    """Say whether a finding may be gone once a reading is recorded, or is no error at all."""
    if finding.definition.code == findings.EMPTY_VALUE.code:
        return finding.values["key"] in ("readings", KEYS["readings"][0])
    return finding.severity != "error" or finding.code == findings.CLAIM_PERIOD.code


def record(
    content: Content, layout: FileLayout, catalogue: Catalogue, readings: Sequence[NewReading], today: date
) -> Recorded:
    """Return what puts the readings into the file that was read as `content` and `layout`, or what forbids it.

    The new text was read again: it says what it said before, and the readings, and nothing is wrong with it that was
    not before.
    """
    assert content.resolution is not None
    targets = {target.id: target for target in content.resolution.targets}
    given = _sorted(layout, targets, readings)
    repeated = list(given.repeated.values())
    differing, equal = _compared(layout, catalogue, repeated) if repeated else ([], [])
    new = [insertion for id, group in given.new.items() for insertion in insertions(layout, layout.targets[id], group)]
    new.sort(key=lambda insertion: insertion.at)
    text = inserted(layout.text, new)
    after = load_content(layout.reader.source.name, text.encode(), catalogue)
    positions = _position_map(layout.reader.source, text, new)
    changed = _new_findings(content.findings, after.findings, positions)
    added = tuple(reading for group in given.new.values() for reading in group)
    result = Recorded(tuple(new), added, (*given.same, *equal), tuple(changed.warnings))
    wrong = [*given.findings, *differing, *changed.of_readings]
    if wrong or changed.of_file:
        in_order = _in_order_of(readings, wrong)
        return result._replace(findings=(*changed.of_file, *in_order), refusal="given" if wrong else "file")
    complete = all(finding.severity != "error" for finding in content.findings)
    if after.resolution is None or not _says_the_same(content.resolution, after.resolution, given.new, complete):
        return result._replace(refusal="layout")
    untrue = _new_disagreements(content.resolution, after.resolution, complete, today)
    if untrue:
        return result._replace(
            findings=tuple(in_keys_of_file(positions.as_before(one)) for one in untrue), refusal="claims"
        )
    return result


def inserted(text: str, new: Sequence[Insertion]) -> str:
    """Return the text with the insertions, which are in their order, in it."""
    ends = [0, *(insertion.at for insertion in new), len(text)]
    parts = [text[start:end] for start, end in pairwise(ends)]
    return "".join(part + insertion.text for part, insertion in zip(parts, new, strict=False)) + parts[-1]


def _in_order_of(readings: Sequence[NewReading], wrong: Iterable[Finding]) -> list[Finding]:
    """Return what is wrong with readings in the order in which those were given."""
    order = {place: number for number, one in enumerate(readings) for place in (one.place, one.key_place)}
    return sorted(wrong, key=lambda finding: order.get(finding.place, -1))


def _sorted(layout: FileLayout, targets: dict[str, Target], readings: Sequence[NewReading]) -> _Sorted:
    result = _Sorted({}, {}, [], [])
    of_targets: dict[str, _OfTarget] = {}
    for reading in readings:
        target = targets[reading.target]
        if target.id not in of_targets:
            of_targets[target.id] = _of_target(target, layout)
        beside = of_targets[target.id]
        fault = _bare(reading, beside.style) or _sort(reading, target, layout, (beside, result))
        if fault is not None:
            result.findings.append(in_keys_of_file(fault))
    return result


def _of_target(target: Target, layout: FileLayout) -> _OfTarget:
    disjoint = kinds.find(target.indicator.kind).disjoint
    known = PeriodIndex(disjoint, ((entry[2], entry) for entry in layout.readings[target.id]))
    return _OfTarget(reading_style(target), known, PeriodIndex(disjoint), _latest_of_periods(target.readings))


def _bare(reading: NewReading, usual: ReadingStyle) -> Finding | None:
    """Return the finding where a number is without a unit and the target's other figures are in another one."""
    if usual.size == 1 or not is_bare(reading.text):
        return None
    return find(findings.BARE_FIGURE, reading.place, text=reading.text, unit=usual.words)


def _sort(reading: NewReading, target: Target, layout: FileLayout, into: tuple[_OfTarget, _Sorted]) -> Finding | None:
    """Put a reading where it belongs, or return what is wrong with its period."""
    beside, result = into
    nodes = layout.targets[reading.target]
    if "actual" in nodes.entries:
        key, actual = nodes.entries["actual"]
        if _is_done_at_last(reading, target, actual):
            return _add_new(reading, beside, result)
        if reading.period is None and reading.text in (known.text for known in target.readings[1:]):
            result.same.append(reading)
            return None
        if reading.period is None and type(actual) is Scalar and target.readings:
            return _add_repeated(_Repeated(reading, target.readings[0], actual), result)
        before = ", ".join(known.text for known in target.readings)
        line = _line_of_file(line_of(key))
        return find(findings.CUMULATIVE_FIGURE, reading.place, before=before, line=line)
    if reading.period is None and layout.readings[target.id]:
        reading = reading._replace(period=layout.reader.period(reading.text), key=reading.text)
    clash = None if reading.period is None else beside.known.clash(reading.period)
    if reading.period is None or clash is None:
        return _add_new(reading, beside, result)
    known_key, node, period = clash
    if is_same_period(reading.period, period, beside.known.disjoint):
        old = beside.latest.get(period)
        return None if old is None else _add_repeated(_Repeated(reading, old, _figure(node, old)), result)
    return _overlapping(reading, known_key.value, _line_of_file(line_of(known_key)))


def _is_done_at_last(reading: NewReading, target: Target, actual: Node) -> bool:
    """Say whether a reading is when a task was done of which shares alone were told so far."""
    dated = kinds.find(target.indicator.kind).dated and reading.period is None
    shares = bool(target.readings) and all(one.period is None and one.done is None for one in target.readings)
    return dated and shares and type(actual) is Scalar and reading.text != target.readings[0].text


def _add_new(reading: NewReading, beside: _OfTarget, result: _Sorted) -> Finding | None:
    """Put a reading of a new period among those of its target, or return what is wrong with it there."""
    group = result.new.setdefault(reading.target, [])
    if reading.period is None:
        undated = next((one for one in group if one.period is None), None)
        if undated is not None:
            return _given_twice(reading, undated, result)
        group.append(reading)
        return None
    other = beside.given.clash(reading.period)
    if other is None:
        beside.given.add(reading.period, reading)
        group.append(reading)
        return None
    assert other.period is not None
    if is_same_period(reading.period, other.period, beside.given.disjoint):
        return _given_twice(reading, other, result)
    return _overlapping(reading, other.key, (other.key_place or other.place).line)


def _add_repeated(repeated: _Repeated, result: _Sorted) -> Finding | None:
    other = result.repeated.setdefault(id(repeated.node), repeated)
    return None if other is repeated else _given_twice(repeated.new, other.new, result)


def _given_twice(reading: NewReading, other: NewReading, result: _Sorted) -> Finding | None:
    """Return the finding where a reading is given twice and not alike."""
    if reading.text == other.text:
        result.same.append(reading)
        return None
    period = reading.key or reading.text
    return find(findings.DUPLICATE_PERIOD, reading.place, period=period, line=other.place.line)


def _overlapping(reading: NewReading, other: str, line: int | Text) -> Finding:
    at = reading.key_place or reading.place
    return find(findings.OVERLAPPING_PERIODS, at, period=reading.key, other=other, line=line)


def _line_of_file(line: int) -> Text:
    """Return a line as the one of the resolution file, where a finding lies in another."""
    return Text(f"{line} of the resolution file", f"{line} của tệp nghị quyết")


def _latest_of_periods(readings: Iterable[Reading]) -> dict[Period, Reading]:
    """Return the reading of each period; of several, what was known last."""
    found: dict[Period, Reading] = {}
    for reading in readings:
        if reading.period is not None:
            before = found.setdefault(reading.period, reading)
            if (before.known or date.min) < (reading.known or date.min):
                found[reading.period] = reading
    return found


def _figure(node: Node, reading: Reading) -> Scalar:
    """Return the figure of a reading in the value of its period."""
    scalars = list(_scalars(node))
    at = (reading.place.line, reading.place.column)
    return next((one for one in scalars if (line_of(one), start_of(one).column + 1) == at), scalars[-1])


def _scalars(node: Node) -> Iterator[Scalar]:
    if type(node) is Scalar:
        yield node
    elif type(node) is Mapping:
        for _, value in node.entries:
            yield from _scalars(value)
    elif type(node) is Items:
        for item in node.items:
            yield from _scalars(item)


def _compared(
    layout: FileLayout, catalogue: Catalogue, repeated: Sequence[_Repeated]
) -> tuple[list[Finding], list[NewReading]]:
    """Return what is wrong with readings of periods that have one, and those that are the same.

    Each is read in the place of the one that the file has.
    """
    text, parts = _in_place(layout.text, repeated)
    line_starts = _starts(text)
    content = load_content(layout.reader.source.name, text.encode(), catalogue)
    errors = [finding for finding in content.findings if finding.severity == "error"]
    found = [at for finding in errors if (at := _at_reading(finding, line_starts, parts)) is not None]
    refused = {finding.place for finding in found}
    targets = content.resolution.targets if content.resolution else ()
    read: dict[tuple[str, Period | None, date | None], list[Reading]] = {}
    for target in targets:
        for reading in target.readings:
            read.setdefault((target.id, reading.period, reading.known), []).append(reading)
    same = []
    for new, old, _ in repeated:
        if new.place in refused or (new.key_place or new.place) in refused:
            continue
        now = read.get((new.target, old.period, old.known), [])
        if [(one.figure, one.done) for one in now] == [(old.figure, old.done)]:
            same.append(new)
        else:
            found.append(_differing(new, old))
    return found, same


def _in_place(text: str, repeated: Sequence[_Repeated]) -> tuple[str, list[InsertedPart]]:
    """Return a text with the new figures in place of the old ones, and where they are in it."""
    result, end = "", 0
    parts = []
    for new, _, node in sorted(repeated, key=lambda one: start_of(one.node).index):
        result += text[end : start_of(node).index]
        written = scalar(new.text, flow=True)
        parts.append(InsertedPart(len(result), len(result) + len(written), new, False))
        result += written
        end = end_of(node).index
    return result + text[end:], parts


def _differing(new: NewReading, old: Reading) -> Finding:
    values: dict[str, Value] = {"before": old.text, "line": _line_of_file(old.place.line)}
    definition: Definition = findings.CUMULATIVE_FIGURE
    if old.period is not None:
        definition, values["period"] = findings.READING_DIFFERS, new.key
    return in_keys_of_file(find(definition, new.place, **values))


class _PositionMap(NamedTuple):
    """From the new text of a file back to what was given, or to the text as it was.

    The starts of lines are those of both texts; `parts` lie in the new one. `shifts` are the lengths of what was
    inserted, with where in the new text.
    """

    source: Source
    old_starts: list[int]
    new_starts: list[int]
    parts: list[InsertedPart]
    shifts: list[tuple[int, int]]

    def as_given(self, finding: Finding) -> Finding:
        """Return the finding at what was given, else where it would be in the text as it was."""
        return _at_reading(finding, self.new_starts, self.parts) or self.as_before(finding)

    def as_before(self, finding: Finding) -> Finding:
        """Return the finding where it would be in the text as it was."""
        place = finding.place
        at = _offset(place, self.new_starts)
        at -= sum(min(length, at - start) for start, length in self.shifts if start < at)
        line = bisect_right(self.old_starts, at)
        column = at - self.old_starts[line - 1] + 1
        return finding._replace(place=Place(self.source, line, column, column + place.end_column - place.column))


def _position_map(source: Source, text: str, new: Sequence[Insertion]) -> _PositionMap:
    """Return the way back from a text to the one of the source, into which those insertions were put."""
    result = _PositionMap(source, _starts(source.text), _starts(text), [], [])
    length = 0
    for insertion in new:
        at = insertion.at + length
        result.parts.extend(part._replace(start=at + part.start, end=at + part.end) for part in insertion.parts)
        result.shifts.append((at, len(insertion.text)))
        length += len(insertion.text)
    return result


def _at_reading(finding: Finding, line_starts: Sequence[int], parts: Iterable[InsertedPart]) -> Finding | None:
    """Return the finding at what was given, or None where it is about something else."""
    at = _offset(finding.place, line_starts)
    for start, end, reading, is_key in parts:
        if start <= at < max(end, start + 1):
            return finding._replace(place=(is_key and reading.key_place) or reading.place)
    return None


def _starts(text: str) -> list[int]:
    """Return where each line begins."""
    return [0, *(found.end() for found in re.finditer(LINE_BREAK, text))]


def _offset(place: Place, line_starts: Sequence[int]) -> int:
    """Return the number of the character at a place."""
    return line_starts[min(place.line, len(line_starts)) - 1] + place.column - 1


class _NewFindings(NamedTuple):
    """What was found with the readings put in: errors that the file had before, those of the readings, new warnings."""

    of_file: list[Finding]
    of_readings: list[Finding]
    warnings: list[Finding]


def _new_findings(before: Iterable[Finding], after: Iterable[Finding], positions: _PositionMap) -> _NewFindings:
    result = _NewFindings([], [], [])
    known = {(finding.code, finding.place.line, finding.place.column) for finding in before}
    for finding in after:
        moved = positions.as_given(finding)
        is_known = (moved.code, moved.place.line, moved.place.column) in known
        if moved.severity != "error":
            result.warnings.extend([] if is_known else [moved])
        elif is_known and moved.place.source.text == positions.source.text:
            result.of_file.append(moved)
        else:
            result.of_readings.append(moved)
    return result


def _says_the_same(old: Resolution, new: Resolution, added: dict[str, list[NewReading]], complete: bool) -> bool:
    """Say whether a resolution says what it said before and the readings that were added, once each.

    Of one that was not `complete` the claims were not read.
    """
    if len(old.targets) != len(new.targets):
        return False
    kept = []
    for before, after in zip(old.targets, new.targets, strict=True):
        own: dict[_ByText, list[int]] = {}
        for number, reading in enumerate(after.readings):
            if reading.known is None:
                own.setdefault(_by_text(reading.period, reading.text), []).append(number)
        new_ones = [
            own.pop(_by_text(one.period, normalize("NFC", one.text)), []) or _days_within(after.readings, one)
            for one in added.get(before.id, ())
        ]
        if any(len(numbers) != 1 for numbers in new_ones):
            return False
        gone = {number for numbers in new_ones for number in numbers}
        rest = tuple(reading for number, reading in enumerate(after.readings) if number not in gone)
        kept.append(after._replace(readings=rest, claims=after.claims if complete else before.claims))
    claims = new.claims if complete else old.claims
    return _without_places(old) == _without_places(new._replace(targets=tuple(kept), claims=claims))


_ByText = tuple[tuple[date, date] | None, str]


def _by_text(period: Period | None, text: str) -> _ByText:
    """Return what a reading is known by: the days that it speaks of, and its figure as it is written."""
    return None if period is None else (period.first, period.last), text


def _days_within(readings: Sequence[Reading], new: NewReading) -> list[int]:
    """Return the numbers of the readings at which a task was done within the period that is said."""
    text, asked = normalize("NFC", new.text), new.period
    return [
        number
        for number, one in enumerate(readings)
        if one.text == text
        and one.known is None
        and one.period is not None
        and (asked is None or one.period.within(asked))
    ]


def _without_places(value: object) -> object:
    """Return a value of the model without the places in the file that it came from."""
    if isinstance(value, Place):
        return None
    if isinstance(value, Target):
        value = tuple(value._replace(shown_in=None))  # what is added may be written in another unit
    return tuple(map(_without_places, value)) if isinstance(value, tuple) else value


def _new_disagreements(old: Resolution, new: Resolution, complete: bool, today: date) -> list[Finding]:
    """Return the errors that the claims have now and had not before."""
    before = set(_disagreements(old, today)) if complete else set()
    return [finding for key, finding in _disagreements(new, today).items() if key not in before]


def _disagreements(resolution: Resolution, today: date) -> dict[tuple[str, int], Finding]:
    """Return the errors that the claims have, each by its code and the number of its claim."""
    claims: list[Claim | SummaryClaim] = [claim for target in resolution.targets for claim in target.claims]
    numbers: dict[Place, int] = {}
    for number, claim in enumerate([*claims, *resolution.claims]):
        numbers[claim.place] = number
        if claim.acknowledged is not None:
            numbers[claim.acknowledged.place] = number
    errors = [finding for finding in check_claims(resolution, today) if finding.severity == "error"]
    return {(finding.code, numbers[finding.place]): finding for finding in errors}
