"""What was published: claims about one target, and about the whole resolution."""

from __future__ import annotations

import re
from collections.abc import Sequence as Items
from typing import get_args

from partykpi import findings
from partykpi.core.figure import Interval
from partykpi.core.model import (
    Acknowledgement,
    Claim,
    Convention,
    Indicator,
    Sense,
    Status,
    SummaryClaim,
    SummarySubject,
)
from partykpi.core.time import Period
from partykpi.parse.text.amount import amount, read_amount
from partykpi.parse.text.claim_text import WordedClaim, read_claim
from partykpi.parse.text.units import STANDARD, UNITS, Measures
from partykpi.parse.yaml.reader import Reader
from partykpi.parse.yaml.source import Mapping, Node, Scalar, Sequence
from partykpi.text import Text

_A_CLAIM = Text("a claim", "số liệu công bố")
_LONGEST = 300  # no wording is longer; looking for one in a whole book takes minutes
_CLAIM_KEYS = ("figure", "status", "sense", "of", "for", "against", "acknowledged")
_SUBJECTS: tuple[SummarySubject, ...] = get_args(SummarySubject)
_SUMMARY_KEYS = (*_SUBJECTS, "counting", "acknowledged")
_COUNT = (
    r"([0-9]{1,9})(?:\s*(?:of|out of|/|trên|trong|trong số|trên tổng số)\s*([0-9]{1,9}))?(?:\s+(?:targets|chỉ tiêu))?\Z"
)


def target_claims(
    reader: Reader, node: Node, indicator: Indicator, periods: Items[Period], measures: Measures = STANDARD
) -> tuple[Claim, ...]:
    """Return the claims that stand at a target's `reported`: one, or a list of them."""
    nodes = node.items if type(node) is Sequence else [node]
    claims = [_claim(reader, item, indicator, periods, measures) for item in nodes]
    return tuple(claim for claim in claims if claim is not None)


def _claim(
    reader: Reader, node: Node, indicator: Indicator, periods: Items[Period], measures: Measures
) -> Claim | None:
    if type(node) is not Mapping:
        text = reader.scalar("reported", node, Text("a claim or a mapping", "số liệu công bố hoặc nhóm các mục"))
        worded = None if text is None else _worded(reader, node, text)
        return None if worded is None or text is None else _from_words(reader, node, text, worded)
    values = reader.fields(node, _CLAIM_KEYS, (), _A_CLAIM)
    said = values.get("figure", values.get("status"))
    if said is None:
        reader.report(findings.MISSING_KEY, node, key="figure", owner=_A_CLAIM)
        return None
    text = reader.scalar("figure", said)
    worded = None if text is None else _worded(reader, said, text)
    sense = reader.choice("sense", values["sense"], get_args(Sense)) if "sense" in values else None
    of = _base(reader, values["of"], indicator, measures) if "of" in values else None
    period = _period(reader, "for", values["for"], periods) if "for" in values else None
    against = _period(reader, "against", values["against"], periods) if "against" in values else None
    if worded is None or text is None:
        return None
    return _from_words(
        reader, said, text, worded, sense, of, period, against, _acknowledgement(reader, values.get("acknowledged"))
    )


def _worded(reader: Reader, node: Node, text: str) -> WordedClaim | None:
    worded = read_claim(text, reader.style) if len(text) <= _LONGEST else None
    if worded is None:
        reader.report(findings.UNPARSABLE_CLAIM, node, text=text)
    return worded


def _from_words(
    reader: Reader,
    node: Node,
    text: str,
    worded: WordedClaim,
    sense: str | None = None,
    of: Interval | None = None,
    period: Period | None = None,
    against: Period | None = None,
    acknowledged: Acknowledgement | None = None,
) -> Claim:
    chosen: Sense = sense or worded.sense  # type: ignore[assignment]
    status: Status | None = worded.status
    return Claim(
        text,
        reader.place(node),
        chosen,
        worded.number,
        worded.decimals,
        worded.nearness,
        worded.change,
        status,
        of,
        period,
        against,
        acknowledged,
    )


def _base(reader: Reader, node: Node, indicator: Indicator, measures: Measures) -> Interval | None:
    if reader.scalar("of", node) is None or type(node) is not Scalar:
        return None
    written = amount(reader, node, indicator.unit, measures)
    return written.figure if written is not None else None


def _period(reader: Reader, key: str, node: Node, periods: Items[Period]) -> Period | None:
    text = reader.scalar(key, node)
    if text is None:
        return None
    period = reader.period(text)
    if period is None:
        reader.report(findings.UNPARSABLE_PERIOD, node, text=text)
    elif not any(period.first <= known.first and known.last <= period.last for known in periods):
        reader.report(findings.CLAIM_PERIOD, node, period=text)
    return period


def _acknowledgement(reader: Reader, node: Node | None) -> Acknowledgement | None:
    if node is None:
        return None
    reason = reader.words("acknowledged", node)
    return None if reason is None else Acknowledgement(reason, reader.place(node))


def summary_claims(reader: Reader, node: Node) -> tuple[SummaryClaim, ...]:
    """Return the claims that stand at the file's own `reported`."""
    claims: list[SummaryClaim] = []
    for item in reader.items("reported", node):
        mapping = reader.mapping("reported", item)
        if mapping is None:
            continue
        values = reader.fields(mapping, _SUMMARY_KEYS, (), _A_CLAIM)
        convention = (
            reader.choice("counting", values["counting"], get_args(Convention)) if "counting" in values else None
        )
        acknowledged = _acknowledgement(reader, values.get("acknowledged"))
        subjects = [subject for subject in _SUBJECTS if subject in values]
        if not subjects:
            reader.report(findings.MISSING_KEY, item, key="achieved", owner=_A_CLAIM)
        for subject in subjects:
            said = values[subject]
            text = reader.scalar(subject, said)
            if text is None:
                continue
            written = f"{reader.word(subject)}: {text}"
            if subject in ("rest", "all"):
                share = _share(reader, said, text)
                if share is not None:
                    claims.append(
                        SummaryClaim(
                            written,
                            reader.place(said),
                            subject,
                            interval=share,
                            convention=convention,  # type: ignore[arg-type]
                            acknowledged=acknowledged,
                        )
                    )
                continue
            match = re.match(_COUNT, text.strip())
            if match is None:
                reader.report(findings.UNPARSABLE_CLAIM, said, text=written)
                continue
            claims.append(
                SummaryClaim(
                    written,
                    reader.place(said),
                    subject,
                    number=int(match[1]),
                    of=int(match[2]) if match[2] else None,
                    convention=convention,  # type: ignore[arg-type]
                    acknowledged=acknowledged,
                )
            )
    return tuple(claims)


def _share(reader: Reader, node: Node, text: str) -> Interval | None:
    """Return the percentages that "80% or more" or "70..80%" speaks of; a bare one is the least."""
    written = read_amount(text, reader.style, UNITS["%"])
    figure = getattr(written, "figure", None)
    if not isinstance(figure, Interval):
        reader.report(findings.UNPARSABLE_CLAIM, node, text=text)
        return None
    operator = getattr(written, "operator", "")
    if operator in ("<=", "<"):
        return Interval(None, figure.high, high_closed=operator == "<=")
    if operator in (">=", ">") or figure.low == figure.high:
        return Interval(figure.low, None, operator != ">")
    return figure
