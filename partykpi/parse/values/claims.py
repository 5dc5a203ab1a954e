"""What was published: claims about one target, and about the whole resolution."""

from __future__ import annotations

import re
from collections.abc import Sequence as Items
from fractions import Fraction
from typing import Literal, get_args

from partykpi import findings
from partykpi.core.claims.wording import OF_UNIT
from partykpi.core.figure import Interval, exactly, multiply
from partykpi.core.model import Acknowledgement, Claim, Convention, Pair, Reading, Sense, SummaryClaim, SummarySubject
from partykpi.core.shown import scaled
from partykpi.core.time import Period
from partykpi.parse.text.amount import Amount, AmountFault, bounded, decode_amount, read_amount
from partykpi.parse.text.claim_offer import NO_OFFER, offers
from partykpi.parse.text.claim_text import WordedClaim, read_claim
from partykpi.parse.text.claim_unit import ClaimUnit, unit_of_claim
from partykpi.parse.text.fold import folded
from partykpi.parse.text.number import NumberStyle
from partykpi.parse.text.period import as_own_year
from partykpi.parse.text.quantity import Written, read_written
from partykpi.parse.text.units import PERCENT
from partykpi.parse.values.context import TargetContext
from partykpi.parse.values.reading import values_of
from partykpi.parse.values.shown_unit import unit_of_bare
from partykpi.parse.yaml.reader import A_TEXT, Reader
from partykpi.parse.yaml.source import Mapping, Node, Scalar, Sequence
from partykpi.problem import Place
from partykpi.text import Text

_WORDS_OR_MAPPING = Text("a claim or a mapping", "số liệu công bố hoặc nhóm các mục")
_A_CLAIM = Text("a claim", "số liệu công bố")
_LONGEST = 300  # no wording is longer; looking for one in a whole book takes minutes
CLAIM_KEYS = ("figure", "status", "sense", "of", "for", "against", "acknowledged")
_GivenSense = Sense | Literal["change"]
_SENSES: tuple[_GivenSense, ...] = (*get_args(Sense), "change")
_CONVENTIONS: tuple[Convention, ...] = get_args(Convention)
_SUBJECTS: tuple[SummarySubject, ...] = get_args(SummarySubject)
SUMMARY_KEYS = (*_SUBJECTS, "counting", "acknowledged")
_COUNT = (
    r"([0-9]{1,9})(?:\s*(?:of|out of|/|trên|trong|trong số|trên tổng số)\s*([0-9]{1,9}))?(?:\s+(?:targets|chỉ tiêu))?\Z"
)


def decode_target_claims(context: TargetContext, node: Node, readings: Items[Reading]) -> tuple[Claim, ...]:
    """Return the claims at a target's `reported`: one, or a list of them."""
    if type(node) is Sequence and context.reader.has_cut_numbers(node):
        return ()
    nodes = node.items if type(node) is Sequence else [node]
    claims = [_claim(context, item, readings) for item in nodes]
    return tuple(claim for claim in claims if claim is not None)


def _claim(context: TargetContext, node: Node, readings: Items[Reading]) -> Claim | None:
    reader = context.reader
    if type(node) is not Mapping:
        return _worded_claim(context, "reported", node, None, readings)
    values = reader.fields(node, CLAIM_KEYS, (), _A_CLAIM)
    published = values.get("figure", values.get("status"))
    if published is None:
        reader.report(findings.MISSING_KEY, node, key="figure", owner=_A_CLAIM)
        return None
    sense = reader.choice("sense", values.get("sense"), _SENSES)
    claim = _worded_claim(context, "figure", published, sense, readings)
    of = _base(context, values["of"], readings) if "of" in values else None
    periods = [reading.period for reading in readings if reading.period is not None]
    period = _period(reader, "for", values.get("for"), periods)
    against = _period(reader, "against", values.get("against"), periods)
    if claim is None:
        return None
    return claim._replace(
        of=of or claim.of,
        pair=None if of else claim.pair,
        period=period,
        against=against or claim.against,
        acknowledged=_acknowledgement(reader, values.get("acknowledged")),
    )


def _worded_claim(
    context: TargetContext, key: str, node: Node, given: _GivenSense | None, readings: Items[Reading]
) -> Claim | None:
    """Return what the words of a claim say, in that sense where it is given; a text that is none is reported."""
    reader = context.reader
    text = reader.scalar(key, node, A_TEXT if key == "figure" else _WORDS_OR_MAPPING)
    if text is None:
        return None
    sense = None if given == "change" else given
    worded = None
    if len(text) <= _LONGEST:
        worded = read_claim(text, reader.style, sense) or _named_level(context, text)
    if worded is None or (sense is not None and worded.sense in OF_UNIT and worded.sense != sense):
        reader.report(findings.UNPARSABLE_CLAIM, node, text=text, offers=offers(text, context.indicator.unit.percent))
        return None
    claim_unit = unit_of_claim(text, worded, reader.style, context.indicator.unit, context.custom_units)
    of = _base_in_brackets(context, worded.of, readings)
    pair = _pair(context, worded, readings)
    goal = _goal_behind(context, worded)
    for fault in (claim_unit, of, pair, goal):
        if isinstance(fault, AmountFault):
            reader.report(fault.definition, node, **fault.values)
            return None
    assert isinstance(claim_unit, ClaimUnit)
    assert not isinstance(of, AmountFault)
    assert not isinstance(pair, AmountFault)
    assert not isinstance(goal, AmountFault)
    if not context.indicator.unit.percent:
        worded = worded._replace(itself="")
    claim = claim_of(text, reader.place(node), worded, claim_unit)._replace(pair=pair)
    claim = claim._replace(against=as_own_year(claim.against, reader.year_starts), goal=goal)
    claim = claim._replace(perhaps_of=of) if worded.perhaps_of else claim._replace(of=of)
    if worded.of and of is None and worded.sense == "reaches":
        claim = claim._replace(sense="share")  # so many of so many: a level in percent itself
    return _in_sense(claim, given)


def _named_level(context: TargetContext, text: str) -> WordedClaim | None:
    """Return what is said of the indicator by its name: BHYT đạt 93,2%; None where the words before are no name of it.

    A part of the name is enough.
    """
    indicator, words = context.indicator, text.split()
    names = [name for name in (indicator.name.en, indicator.name.vi, *indicator.also) if name]
    for end in range(len(words) - 1, 0, -1):
        said = folded(" ".join(words[:end]).lower())
        if any(f" {said} " in f" {folded(' '.join(name.lower().split()))} " for name in names):
            found = read_claim(" ".join(words[end:]), context.reader.style)
            if found is not None and found.sense == "reaches" and found.number is not None:
                ends = words[-1].rstrip(".").endswith("%")
                return found._replace(itself="level") if ends and not found.itself else found
    return None


def _in_sense(claim: Claim, given: _GivenSense | None) -> Claim:
    """Return the claim in the sense that the file gives it."""
    if given is None or given in OF_UNIT or claim.number is None:
        return claim
    base = "" if claim.base in ("part", "other") and claim.sense == "share" else claim.base
    if given == "change":
        if claim.change:
            return claim
        sense: Sense = "exceeds" if claim.sense in ("reaches", "share") else claim.sense
        return claim._replace(sense=sense, change=True, base=base or "unsaid")
    return claim._replace(sense=given, base=base)


def _pair(context: TargetContext, worded: WordedClaim, readings: Items[Reading]) -> Pair | AmountFault | None:
    """Return the two figures beside a claim: of a percentage they may be any two counts."""
    if not worded.part:
        return None
    unit = context.indicator.unit
    if unit.percent and not worded.of.endswith("%"):
        counts = [read_written(text, context.reader.style) for text in (worded.part, worded.of)]
        part, whole = (exactly(one.low.value) if isinstance(one, Written) else None for one in counts)
        return None if part is None or whole is None else Pair(part, whole)
    found: list[tuple[Interval, Fraction | None]] = []
    for text in (worded.part, worded.of):
        amount = read_amount(text, context.reader.style, unit, context.custom_units)
        if isinstance(amount, AmountFault):
            return amount
        multiple = _multiple_of(context, text, readings)
        step = amount.step if amount.step is not None or multiple == 1 else Fraction(1)
        values = values_of(amount, unit)
        found.append((multiply(values, exactly(multiple)), None if step is None else step * multiple))
    (part_values, part_step), (whole_values, whole_step) = found
    return Pair(part_values, whole_values, part_step, whole_step)


def _base_in_brackets(context: TargetContext, text: str, readings: Items[Reading]) -> Interval | AmountFault | None:
    """Return the base that stands in brackets behind a claim; None where two counts make up a percentage."""
    unit = context.indicator.unit
    if not text or (unit.percent and not text.endswith("%")):
        return None
    written = read_amount(text, context.reader.style, unit, context.custom_units)
    return written if isinstance(written, AmountFault) else _in_its_unit(context, text, written, readings)


def _in_its_unit(context: TargetContext, text: str, amount: Amount, readings: Items[Reading]) -> Interval | None:
    """Return a base as the values that it is; one without a unit is in that in which the target has its figures."""
    return scaled(values_of(amount, context.indicator.unit), _multiple_of(context, text, readings))


def _multiple_of(context: TargetContext, text: str, readings: Items[Reading]) -> Fraction:
    """Return how many of the indicator's unit one of a figure is whose text may have no unit."""
    written = read_written(text, context.reader.style)
    bare = isinstance(written, Written) and not written.unit and written.scale == 1
    multiple = unit_of_bare(context, readings) if bare else None
    return Fraction(1) if multiple is None else multiple.size


def _goal_behind(context: TargetContext, worded: WordedClaim) -> Interval | AmountFault | None:
    """Return the goal that is printed behind a figure, in the unit of both."""
    if not worded.goal or context.indicator.unit.percent:
        return None
    text = f"{worded.goal} {worded.unit}".strip()
    written = read_amount(text, context.reader.style, context.indicator.unit, context.custom_units)
    return written if isinstance(written, AmountFault) else written.figure


def claim_of(text: str, place: Place, worded: WordedClaim, claim_unit: ClaimUnit) -> Claim:
    """Return a claim of what its words say, and their unit; a difference of percentages is in points."""
    is_of_percentages = worded.sense == "difference" and claim_unit.unit is not None and claim_unit.unit.percent
    return Claim(
        text,
        place,
        "points" if is_of_percentages else worded.sense,
        worded.number,
        worded.decimals,
        worded.nearness,
        worded.change,
        worded.status,
        unit=claim_unit.unit,
        scale=claim_unit.scale,
        literal=worded.literal,
        base=worded.base,
        year=worded.year,
        plan=worded.plan,
        against=worded.against,
        whole=worded.whole,
        grown=worded.grown,
        done_late=worded.done_late,
        itself=worded.itself,
    )


def _base(context: TargetContext, node: Node, readings: Items[Reading]) -> Interval | None:
    if context.reader.scalar("of", node) is None or type(node) is not Scalar:
        return None
    written = decode_amount(context.reader, node, context.indicator.unit, context.custom_units)
    return None if written is None else _in_its_unit(context, node.value, written, readings)


def _period(reader: Reader, key: str, node: Node | None, periods: Items[Period]) -> Period | None:
    text = reader.scalar(key, node)
    if text is None or node is None:
        return None
    period = reader.period(text)
    if period is None:
        reader.report(findings.UNPARSABLE_PERIOD, node, text=text)
    elif not any(period.first <= known.first and known.last <= period.last for known in periods):
        reader.report(findings.CLAIM_PERIOD, node, period=text)
    return period


def _acknowledgement(reader: Reader, node: Node | None) -> Acknowledgement | None:
    reason = reader.words("acknowledged", node)
    return None if reason is None or node is None else Acknowledgement(reason, reader.place(node))


def decode_summary_claims(reader: Reader, node: Node) -> tuple[SummaryClaim, ...]:
    """Return the claims at the file's own `reported`."""
    claims: list[SummaryClaim] = []
    for item in reader.mappings("reported", node):
        values = reader.fields(item, SUMMARY_KEYS, (), _A_CLAIM)
        convention = reader.choice("counting", values.get("counting"), _CONVENTIONS)
        acknowledged = _acknowledgement(reader, values.get("acknowledged"))
        subjects = [subject for subject in _SUBJECTS if subject in values]
        if not subjects:
            reader.report(findings.MISSING_KEY, item, key="achieved", owner=_A_CLAIM)
        for subject in subjects:
            claim = _summary_claim(reader, subject, values[subject])
            if claim is not None:
                claims.append(claim._replace(convention=convention, acknowledged=acknowledged))
    return tuple(claims)


def _summary_claim(reader: Reader, subject: SummarySubject, node: Node) -> SummaryClaim | None:
    """Return what is said of one subject: a count, or in which percentages each lies."""
    text = reader.scalar(subject, node)
    if text is None:
        return None
    claim = SummaryClaim(f"{reader.word(subject)}: {text}", reader.place(node), subject)
    if subject in ("rest", "all"):
        interval = _percentages(text, reader.style)
        if interval is None:
            reader.report(findings.UNPARSABLE_CLAIM, node, text=text, offers=NO_OFFER)
            return None
        return claim._replace(interval=interval)
    match = re.match(_COUNT, text.strip())
    if match is None:
        reader.report(findings.UNPARSABLE_CLAIM, node, text=claim.text, offers=NO_OFFER)
        return None
    return claim._replace(number=int(match[1]), of=int(match[2]) if match[2] else None)


def _percentages(text: str, style: NumberStyle) -> Interval | None:
    """Return the percentages that "80% or more" or "70..80%" means, or None; a bare one is the least."""
    written = read_amount(text, style, PERCENT)
    if type(written) is not Amount:
        return None
    is_one = written.operator in ("", "=") and written.figure.exact is not None
    return bounded(written.figure, ">=" if is_one else written.operator, PERCENT)
