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
    readings_by_period,
)
from partykpi.parse.keys import KEYS, in_keys_of_file
from partykpi.parse.text.reading_style import is_bare, reading_style
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
    """The readings that are given: new ones by target, those that the file has, those given twice, and faults."""

    new: dict[str, list[NewReading]]
    repeated: list[_Repeated]
    findings: list[Finding]
    same: list[NewReading]


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
    differing, equal = _compared(layout, catalogue, given.repeated) if given.repeated else ([], [])
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
    result = _Sorted({}, [], [], [])
    for reading in readings:
        target = targets[reading.target]
        fault = _bare(reading, target) or _sort(reading, target, layout, result)
        if fault is not None:
            result.findings.append(in_keys_of_file(fault))
    return result


def _bare(reading: NewReading, target: Target) -> Finding | None:
    """Return the finding where a number is without a unit and the target's other figures are in another one."""
    usual = reading_style(target)
    if usual.size == 1 or not is_bare(reading.text):
        return None
    return find(findings.BARE_FIGURE, reading.place, text=reading.text, unit=usual.words)


def _sort(reading: NewReading, target: Target, layout: FileLayout, result: _Sorted) -> Finding | None:
    """Put a reading where it belongs, or return what is wrong with its period."""
    nodes = layout.targets[reading.target]
    if "actual" in nodes.entries:
        key, actual = nodes.entries["actual"]
        if _is_done_at_last(reading, target, actual):
            return _add_new(reading, False, result)
        if reading.period is None and reading.text in (known.text for known in target.readings[1:]):
            result.same.append(reading)
            return None
        if reading.period is None and type(actual) is Scalar and target.readings:
            return _add_repeated(_Repeated(reading, target.readings[0], actual), result)
        before = ", ".join(known.text for known in target.readings)
        line = _line_of_file(line_of(key))
        return find(findings.CUMULATIVE_FIGURE, reading.place, before=before, line=line)
    known = readings_by_period(nodes, layout.reader)
    if reading.period is None and known:
        reading = reading._replace(period=layout.reader.period(reading.text), key=reading.text)
    disjoint = kinds.find(target.indicator.kind).disjoint
    for known_key, node, period in known:
        if _is_same(reading.period, period, disjoint):
            old = _latest(target.readings, period)
            return None if old is None else _add_repeated(_Repeated(reading, old, _figure(node, old)), result)
        if disjoint and _overlap(reading.period, period):
            return _overlapping(reading, known_key.value, _line_of_file(line_of(known_key)))
    return _add_new(reading, disjoint, result)


def _is_done_at_last(reading: NewReading, target: Target, actual: Node) -> bool:
    """Say whether a reading is when a task was done of which shares alone were told so far."""
    dated = kinds.find(target.indicator.kind).dated and reading.period is None
    shares = bool(target.readings) and all(one.period is None and one.done is None for one in target.readings)
    return dated and shares and type(actual) is Scalar and reading.text != target.readings[0].text


def _add_new(reading: NewReading, disjoint: bool, result: _Sorted) -> Finding | None:
    """Put a reading of a new period among those of its target, or return what is wrong with it there."""
    group = result.new.setdefault(reading.target, [])
    for other in group:
        if _is_same(reading.period, other.period, disjoint):
            return _given_twice(reading, other, result)
        if disjoint and _overlap(reading.period, other.period):
            return _overlapping(reading, other.key, (other.key_place or other.place).line)
    group.append(reading)
    return None


def _add_repeated(repeated: _Repeated, result: _Sorted) -> Finding | None:
    for other in result.repeated:
        if other.node is repeated.node:
            return _given_twice(repeated.new, other.new, result)
    result.repeated.append(repeated)
    return None


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


def _is_same(one: Period | None, other: Period | None, disjoint: bool) -> bool:
    """Say whether two readings, each with its period or without, are of the same one."""
    return one is other if one is None or other is None else is_same_period(one, other, disjoint)


def _overlap(one: Period | None, other: Period | None) -> bool:
    return one is not None and other is not None and one.overlaps(other)


def _latest(readings: Iterable[Reading], period: Period) -> Reading | None:
    """Return the reading of a period; of several, what was known last."""
    own = [reading for reading in readings if reading.period == period]
    return max(own, key=lambda reading: reading.known or date.min, default=None)


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
    read = {target.id: target.readings for target in content.resolution.targets} if content.resolution else {}
    same = []
    for new, old, _ in repeated:
        if new.place in refused or (new.key_place or new.place) in refused:
            continue
        now = [one for one in read[new.target] if (one.period, one.known) == (old.period, old.known)]
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
        rest = list(after.readings)
        for one in added.get(before.id, ()):
            own = [reading for reading in rest if reading.known is None and _is_of(reading, one)]
            if len(own) != 1:
                return False
            rest.remove(own[0])
        kept.append(after._replace(readings=tuple(rest), claims=after.claims if complete else before.claims))
    claims = new.claims if complete else old.claims
    return _without_places(old) == _without_places(new._replace(targets=tuple(kept), claims=claims))


def _is_of(reading: Reading, new: NewReading) -> bool:
    at, asked = reading.period, new.period
    is_of_period = asked is None if at is None else asked is None or at.within(asked)  # a task is done within it
    return is_of_period and reading.text == normalize("NFC", new.text)


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
