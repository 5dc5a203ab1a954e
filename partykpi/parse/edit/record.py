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
from partykpi.parse.edit.insert import Given, Insertion, Layout, Part, insertions, scalar, told
from partykpi.parse.keys import KEYS, in_words_of_file
from partykpi.parse.text.number_style import habit, is_bare
from partykpi.parse.yaml.source import Mapping, Node, Scalar, end_of, line_of, start_of
from partykpi.parse.yaml.source import Sequence as Items
from partykpi.problem import LINE_BREAK, Definition, Finding, Place, Source, Value, find
from partykpi.text import Text

Refusal = Literal["", "given", "file", "claims", "layout"]


class Recorded(NamedTuple):
    """What the recording of readings comes to.

    `insertions` are all that is new in the file, in their order, and `added` the readings that they bring; `same` are
    those that stood there already. `refusal` says what stands against it: what was given, the file as it was, a
    published figure that would no longer be true, or a layout that cannot be added to; `findings` tell each, and hold
    the warnings where nothing stands against it.
    """

    insertions: tuple[Insertion, ...] = ()
    added: tuple[Given, ...] = ()
    same: tuple[Given, ...] = ()
    findings: tuple[Finding, ...] = ()
    refusal: Refusal = ""


class _Held(NamedTuple):
    """A reading given for a period that has one: the one that stands there, and its figure in the file."""

    given: Given
    reading: Reading
    node: Scalar


class _Sorted(NamedTuple):
    """The readings that are given: new ones by target, ones that stand there with some figure, and what is wrong."""

    new: dict[str, list[Given]]
    held: list[_Held]
    findings: list[Finding]
    same: list[Given]


def mends(finding: Finding) -> bool:
    """Say whether a reading that is recorded may be what mends a finding, or it is no error at all."""
    if finding.definition.code == findings.EMPTY_VALUE.code:
        return finding.values["key"] in ("readings", KEYS["readings"][0])
    return finding.severity != "error" or finding.code == findings.CLAIM_PERIOD.code


def record(
    name: str, data: bytes, catalogue: Catalogue, content: Content, laid: Layout, given: Sequence[Given], today: date
) -> Recorded:
    """Return what puts the readings into a file of those bytes, or what stands against it.

    `content` and `laid` are what was read of the file. The new text was read again: it says what it said before, and
    the readings, and nothing is wrong with it that was not before.
    """
    assert content.resolution is not None
    targets = {target.id: target for target in content.resolution.targets}
    ones = _sorted(laid, targets, given)
    found, same = [*ones.findings], [*ones.same]
    if ones.held:
        wrong, equal = _compared(name, catalogue, laid, ones.held)
        found += wrong
        same += equal
    new = [insertion for id, group in ones.new.items() for insertion in insertions(laid, laid.targets[id], group)]
    new.sort(key=lambda insertion: insertion.at)
    text = inserted(laid.text, new)
    after = load_content(name, text.encode(), catalogue)
    there = _Pointing(Source(name, laid.text, laid.reader.source.keys), text, new)
    before = [(finding.code, finding.place.line, finding.place.column) for finding in content.findings]
    own, warnings = [], []
    for finding in after.findings:
        moved = there.given(finding)
        old = (moved.code, moved.place.line, moved.place.column)
        if moved.severity != "error":
            warnings += [moved] if old not in before else []
        elif old in before and moved.place.source.text == laid.text:
            own.append(moved)
        else:
            found.append(moved)
    added = tuple(one for group in ones.new.values() for one in group)
    result = Recorded(tuple(new), added, tuple(same), tuple(warnings))
    if found or own:
        order = {place: number for number, one in enumerate(given) for place in (one.place, one.key_place)}
        found.sort(key=lambda finding: order.get(finding.place, -1))
        return result._replace(findings=(*own, *found), refusal="given" if found else "file")
    complete = all(finding.severity != "error" for finding in content.findings)
    if after.resolution is None or not _says_the_same(content.resolution, after.resolution, ones.new, complete):
        return result._replace(refusal="layout")
    wrong = _new_disagreements(content.resolution, after.resolution, complete, today)
    if wrong:
        return result._replace(findings=tuple(map(there.as_before, wrong)), refusal="claims")
    return result


def inserted(text: str, new: Sequence[Insertion]) -> str:
    """Return the text with the insertions, which are in their order, in it."""
    ends = [0, *(insertion.at for insertion in new), len(text)]
    parts = [text[start:end] for start, end in pairwise(ends)]
    return "".join(part + insertion.text for part, insertion in zip(parts, new, strict=False)) + parts[-1]


def _sorted(laid: Layout, targets: dict[str, Target], given: Sequence[Given]) -> _Sorted:
    result = _Sorted({}, [], [], [])
    for one in given:
        target = targets[one.target]
        fault = _bare(one, target) or _sort(one, target, laid, result)
        if fault is not None:
            result.findings.append(in_words_of_file(fault))
    return result


def _bare(one: Given, target: Target) -> Finding | None:
    """Return the finding where a number stands alone and the target's other figures are told in another unit."""
    usual = habit(target)
    if usual.size == 1 or not is_bare(one.text):
        return None
    return find(findings.BARE_FIGURE, one.place, text=one.text, unit=usual.words)


def _sort(one: Given, target: Target, laid: Layout, result: _Sorted) -> Finding | None:
    """Put a reading where it belongs, or return what is wrong with its period."""
    standing = laid.targets[one.target]
    kind = kinds.find(target.indicator.kind)
    key, actual = standing.entries.get("actual", (None, None))
    if key is not None and one.period is None and type(actual) is Scalar and target.readings:
        return _hold(_Held(one, target.readings[0], actual), result)
    if key is not None:
        before = ", ".join(reading.text for reading in target.readings)
        return find(findings.CUMULATIVE_FIGURE, one.place, before=before, line=_line_of_file(line_of(key)))
    known = told(standing, laid.reader)
    if one.period is None and known:
        one = one._replace(period=laid.reader.period(one.text), key=one.text)
    at = one.key_place or one.place
    for known_key, node, period in known:
        if _is_same(one.period, period, kind.disjoint):
            reading = _latest(target.readings, period)
            return None if reading is None else _hold(_Held(one, reading, _figure(node, reading)), result)
        if kind.disjoint and _overlap(one.period, period):
            return _overlapping(at, one.key, known_key.value, _line_of_file(line_of(known_key)))
    group = result.new.setdefault(one.target, [])
    for other in group:
        if _is_same(one.period, other.period, kind.disjoint):
            return _twice(one, other, result)
        if kind.disjoint and _overlap(one.period, other.period):
            return _overlapping(at, one.key, other.key, (other.key_place or other.place).line)
    group.append(one)
    return None


def _hold(held: _Held, result: _Sorted) -> Finding | None:
    for other in result.held:
        if other.node is held.node:
            return _twice(held.given, other.given, result)
    result.held.append(held)
    return None


def _twice(one: Given, other: Given, result: _Sorted) -> Finding | None:
    """Return the finding where a reading is given twice and not alike."""
    if one.text == other.text:
        result.same.append(one)
        return None
    return find(findings.DUPLICATE_PERIOD, one.place, period=one.key or one.text, line=other.place.line)


def _overlapping(at: Place, period: str, other: str, line: int | Text) -> Finding:
    return find(findings.OVERLAPPING_PERIODS, at, period=period, other=other, line=line)


def _line_of_file(line: int) -> Text:
    """Return a line as the one of the resolution file, where a finding lies in another."""
    return Text(f"{line} of the resolution file", f"{line} của tệp nghị quyết")


def _is_same(one: Period | None, other: Period | None, disjoint: bool) -> bool:
    """Say whether two periods can have one reading only; of a level or a task, where they end on one day."""
    if one is None or other is None:
        return one is other
    return one.last == other.last and (one.first == other.first or not disjoint)


def _overlap(one: Period | None, other: Period | None) -> bool:
    return one is not None and other is not None and one.first <= other.last and other.first <= one.last


def _latest(readings: Iterable[Reading], period: Period) -> Reading | None:
    """Return the reading of a period; of several, what was known last."""
    own = [reading for reading in readings if reading.period == period]
    return max(own, key=lambda reading: reading.known or date.min, default=None)


def _figure(node: Node, reading: Reading) -> Scalar:
    """Return the figure of a reading in what stands at its period."""
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
    name: str, catalogue: Catalogue, laid: Layout, held: Sequence[_Held]
) -> tuple[list[Finding], list[Given]]:
    """Return what is wrong with readings of periods that have one, and those that are the same.

    Each is read in the place of the one that stands there.
    """
    text, end, cuts = "", 0, []
    for one in sorted(held, key=lambda one: start_of(one.node).index):
        text += laid.text[end : start_of(one.node).index]
        written = scalar(one.given.text, flow=True)
        cuts.append(Insertion(len(text), written, (Part(0, len(written), one.given, False),)))
        text += written
        end = end_of(one.node).index
    text += laid.text[end:]
    # what is cut out here makes no difference: only what lies in the parts is looked at
    there = _Pointing(Source(name, laid.text, laid.reader.source.keys), text, cuts, placed=True)
    content = load_content(name, text.encode(), catalogue)
    found = [moved for finding in content.findings if (moved := there.within(finding)) is not None]
    refused = {finding.place for finding in found}
    read = {target.id: target.readings for target in content.resolution.targets} if content.resolution else {}
    same = []
    for given, before, _ in held:
        if given.place in refused or (given.key_place or given.place) in refused:
            continue
        now = [one for one in read[given.target] if (one.period, one.known) == (before.period, before.known)]
        if [(one.figure, one.done) for one in now] == [(before.figure, before.done)]:
            same.append(given)
        else:
            values: dict[str, Value] = {"before": before.text, "line": _line_of_file(before.place.line)}
            definition: Definition = findings.CUMULATIVE_FIGURE
            if before.period is not None:
                definition, values["period"] = findings.READING_DIFFERS, given.key
            found.append(in_words_of_file(Finding(definition, given.place, values, definition.severity)))
    return found, same


class _Pointing:
    """From the new text of a file back to what was given, or to the text as it was."""

    def __init__(self, source: Source, text: str, new: Sequence[Insertion], *, placed: bool = False) -> None:
        """Take what is inserted; its places are those in the old text, or (`placed`) in the new one."""
        self.source = source
        self.new_lines, self.old_lines = _starts(text), _starts(source.text)
        self.parts: list[tuple[int, int, Part]] = []
        self.shifts: list[tuple[int, int]] = []
        gone = 0
        for one in new:
            at = one.at + (0 if placed else gone)
            self.parts += [(at + part.start, at + part.end, part) for part in one.parts]
            self.shifts.append((at, len(one.text)))
            gone += len(one.text)

    def within(self, finding: Finding) -> Finding | None:
        """Return the finding at what was given, or None where it is about something else."""
        at = self.new_lines[min(finding.place.line, len(self.new_lines)) - 1] + finding.place.column - 1
        for start, end, part in self.parts:
            if start <= at < max(end, start + 1):
                given = part.given
                return finding._replace(place=(part.is_key and given.key_place) or given.place)
        return None

    def given(self, finding: Finding) -> Finding:
        """Return the finding at what was given, else where it would stand in the text as it was."""
        return self.within(finding) or self.as_before(finding)

    def as_before(self, finding: Finding) -> Finding:
        """Return the finding where it would stand in the text as it was."""
        place = finding.place
        at = self.new_lines[min(place.line, len(self.new_lines)) - 1] + place.column - 1
        at -= sum(min(length, at - start) for start, length in self.shifts if start < at)
        line = bisect_right(self.old_lines, at)
        column = at - self.old_lines[line - 1] + 1
        return finding._replace(place=Place(self.source, line, column, column + place.end_column - place.column))


def _starts(text: str) -> list[int]:
    """Return where each line begins."""
    return [0, *(found.end() for found in re.finditer(LINE_BREAK, text))]


def _says_the_same(old: Resolution, new: Resolution, added: dict[str, list[Given]], complete: bool) -> bool:
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


def _is_of(reading: Reading, given: Given) -> bool:
    at, asked = reading.period, given.period
    ends = None if at is None else (at.first, at.last)
    return ends == (None if asked is None else (asked.first, asked.last)) and reading.text == normalize(
        "NFC", given.text
    )


def _without_places(value: object) -> object:
    """Return a value of the model with nothing in it that tells where it stood."""
    if isinstance(value, Place):
        return None
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
