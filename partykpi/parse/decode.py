"""Nodes to a resolution: every key of the file understood, everything wrong with it found, all at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from typing import Literal, get_args

from partykpi import findings
from partykpi.core import kinds
from partykpi.core.kinds import Kind
from partykpi.core.model import (
    Amendment,
    Cited,
    Claim,
    Indicator,
    Letterhead,
    Reading,
    Resolution,
    SummaryClaim,
    Target,
    Thresholds,
)
from partykpi.core.time import Term
from partykpi.parse.catalogue import Catalogue, decode_indicator
from partykpi.parse.text.amount import read_amount, settle_styles
from partykpi.parse.text.custom_units import measures_of
from partykpi.parse.text.number import Style
from partykpi.parse.text.period import read_period, read_period_in_vietnamese, read_years
from partykpi.parse.text.units import STANDARD, UNITS, Measures
from partykpi.parse.values.goal import goal as read_goal
from partykpi.parse.values.goal import reading as read_reading
from partykpi.parse.values.readings import actual, by_period, without_indicator
from partykpi.parse.yaml.reader import Reader
from partykpi.parse.yaml.source import Mapping, Node, Scalar
from partykpi.text import GivenText, Language, Text

_A_RESOLUTION = Text("a resolution", "nghị quyết")
_A_TARGET = Text("a target", "chỉ tiêu")
_KEYS = (
    "resolution",
    "committee",
    "term",
    "as_of",
    "source",
    "language",
    "numbers",
    "thresholds",
    "units",
    "rates",
    "document",
    "targets",
    "reported",
)
REQUIRED = ("resolution", "committee", "term", "targets")
_TARGET_KEYS = (
    "indicator",
    "name",
    "target",
    "baseline",
    "actual",
    "readings",
    "reported",
    "measured_against",
    "every",
    "amended",
    "owner",
    "note",
)
_THRESHOLDS = ("on-track", "behind", "nearly")

MID_TERM: Literal["mid-term"] = "mid-term"


def decode_resolution(reader: Reader, root: Mapping, catalogue: Catalogue) -> Resolution | None:
    """Turn a resolution file into its model, or None where it lacks what a report stands on."""
    values = reader.fields(root, _KEYS, REQUIRED, _A_RESOLUTION)
    if reader.source.keys == "vi":
        reader.language = "vi"
    language: Language | None = None
    if "language" in values and (chosen := reader.choice("language", values["language"], get_args(Language))):
        language = "vi" if chosen == "vi" else "en"
        reader.language = language
    if "numbers" in values and (chosen := reader.choice("numbers", values["numbers"], get_args(Style))):
        reader.style = "vi" if chosen == "vi" else "en"
    texts = {key: reader.words(key, values[key]) for key in ("resolution", "committee") if key in values}
    term = _term(reader, values["term"]) if "term" in values else None
    as_of = _as_of(reader, values["as_of"], term) if "as_of" in values else None
    source = _cited(reader, values["source"]) if "source" in values else None
    thresholds = _thresholds(reader, values["thresholds"]) if "thresholds" in values else Thresholds()
    letterhead = Letterhead()
    if "document" in values:
        from partykpi.parse.document import decode_document

        letterhead = decode_document(reader, values["document"])
    measures = STANDARD
    if "units" in values or "rates" in values:
        measures = measures_of(reader, values.get("units"), values.get("rates"))
    last = as_of if isinstance(as_of, date) else term.last if term is not None else None
    targets: list[Target] = []
    entries = reader.mapping("targets", values["targets"]) if "targets" in values else None
    for key, node in entries.entries if entries is not None else ():
        target = _target(reader, key, node, term, last, catalogue, measures)
        if target is not None:
            targets.append(target)
    claims: tuple[SummaryClaim, ...] = ()
    if "reported" in values:
        from partykpi.parse.values.claims import summary_claims

        claims = summary_claims(reader, values["reported"])
    if any(finding.code == findings.NUMBER_STYLE.code for finding in reader.findings):
        settle_styles(reader, _figures(targets))
    if term is None:
        return None
    if _has_errors(reader, 0):
        claims = ()
    return Resolution(
        file=reader.source.name,
        name=texts.get("resolution") or GivenText(),
        committee=texts.get("committee") or GivenText(),
        term=term,
        targets=tuple(targets),
        as_of=as_of,
        source=source,
        language=language,
        thresholds=thresholds,
        claims=claims,
        letterhead=letterhead,
    )


def _figures(targets: Iterable[Target]) -> Iterator[str]:
    """Return every figure of the targets as it is written."""
    for target in targets:
        yield from (goal.text for goal in (target.goal, *(amendment.goal for amendment in target.amendments)))
        yield from (reading.text for reading in (target.baseline, *target.readings) if reading is not None)


def _has_errors(reader: Reader, since: int) -> bool:
    return len(reader.findings) > since and any(f.severity == "error" for f in reader.findings[since:])


def _term(reader: Reader, node: Node) -> Term | None:
    ends: tuple[date | None, date | None]
    if type(node) is Mapping:
        values = reader.fields(node, ("from", "to"), ("from", "to"), Text("a term", "nhiệm kỳ"))
        ends = tuple(reader.date(key, values[key]) if key in values else None for key in ("from", "to"))  # type: ignore[assignment]
    else:
        text = reader.scalar("term", node)
        if text is None:
            return None
        years = read_years(text)
        if years is None:
            reader.report(findings.UNPARSABLE_TERM, node, text=text)
            return None
        ends = years
    first, last = ends
    if first is None or last is None:
        return None
    if last < first:
        reader.report(findings.REVERSED_TERM, node)
        return None
    return Term(first, last)


def read_as_of(text: str, term: Term, vietnamese: bool = False) -> date | Literal["mid-term"] | None:
    """Return the day that `mid-term`, `end`, a date, a month or a year (their last day) means, or None.

    Where what is written is `vietnamese`, also what `giữa nhiệm kỳ`, `quý 3/2024` or 30/9/2024 means.
    """
    if text == MID_TERM:
        return MID_TERM
    if text == "end":
        return term.last
    period = read_period(text)
    if period is None and vietnamese:
        from partykpi.parse.keys import value_meant

        meant = value_meant(text, (MID_TERM, "end"))
        if meant is not None:
            return MID_TERM if meant == MID_TERM else term.last
        period = read_period_in_vietnamese(text)
    return None if period is None else period.last


def _as_of(reader: Reader, node: Node, term: Term | None) -> date | Literal["mid-term"] | None:
    text = reader.scalar("as_of", node)
    if text is None or term is None:
        return None
    as_of = read_as_of(text, term, reader.vietnamese)
    if as_of is None:
        others = Text(", a month, a year, `mid-term` or `end`", ", một tháng, một năm, `mid-term` hoặc `end`")
        reader.report(findings.UNPARSABLE_DATE, node, text=text, others=others)
    elif as_of != MID_TERM and as_of < term.first:
        reader.report(findings.AS_OF_BEFORE_TERM, node, date=as_of, first=term.first)
        return None
    return as_of


def _cited(reader: Reader, node: Node) -> Cited | None:
    if type(node) is not Mapping or any(key.value in ("en", "vi") for key, _ in node.entries):
        title = reader.words("source", node)
        return None if title is None else Cited(title)
    values = reader.fields(node, ("title", "published", "url"), ("title",), Text("a source", "nguồn số liệu"))
    title = reader.words("title", values["title"]) if "title" in values else None
    published = reader.scalar("published", values["published"]) if "published" in values else None
    url = reader.scalar("url", values["url"]) if "url" in values else None
    return None if title is None else Cited(title, published and (reader.day(published) or published), url)


def _thresholds(reader: Reader, node: Node) -> Thresholds:
    standard = Thresholds()
    mapping = reader.mapping("thresholds", node)
    if mapping is None:
        return standard
    shares = {"on-track": standard.on_track, "behind": standard.behind, "nearly": standard.nearly}
    for key, value in reader.fields(mapping, _THRESHOLDS, (), Text("the thresholds", "ngưỡng đánh giá")).items():
        text = reader.scalar(key, value)
        if text is None:
            continue
        written = read_amount(text, reader.style, UNITS["%"])
        share = getattr(getattr(written, "figure", None), "exact", None)
        if not isinstance(share, Fraction) or not 0 <= share <= 100:
            reader.report(findings.UNPARSABLE_SHARE, value, text=text)
            continue
        shares[key] = share / 100
    if shares["behind"] > shares["on-track"]:
        reader.report(findings.THRESHOLD_ORDER, node, behind=100 * shares["behind"], on_track=100 * shares["on-track"])
        return standard
    return Thresholds(shares["on-track"], shares["behind"], shares["nearly"])


def _target(
    reader: Reader,
    key: Scalar,
    node: Node,
    term: Term | None,
    last: date | None,
    catalogue: Catalogue,
    measures: Measures,
) -> Target | None:
    """Return one target; `last` is the day that a figure without a period is taken to be of."""
    mapping = node if type(node) is Mapping else reader.mapping(Text(key.value, key.value), node)
    if mapping is None:
        return None
    before = len(reader.findings)
    values = reader.fields(mapping, _TARGET_KEYS, ("indicator", "target"), _A_TARGET)
    owner = reader.words("owner", values["owner"]) if "owner" in values else None
    note = reader.words("note", values["note"]) if "note" in values else None
    name = reader.words("name", values["name"]) if "name" in values else None
    indicator = _indicator(reader, values["indicator"], catalogue, measures) if "indicator" in values else None
    if indicator is None:
        without_indicator(reader, values, term, measures)
        return None
    kind = kinds.find(indicator.kind)
    first = None if term is None else term.first
    goal = None
    if "target" in values:
        goal = read_goal(
            reader,
            values["target"],
            indicator,
            kind,
            values.get("measured_against"),
            values.get("every"),
            measures,
            first,
        )
    amendments = (
        _amendments(reader, values["amended"], indicator, kind, values, measures) if "amended" in values else ()
    )
    baseline = None
    if "baseline" in values:
        baseline = read_reading(reader, "baseline", values["baseline"], indicator, kind, None, measures, first)
    if "actual" in values and "readings" in values:
        reader.report(findings.ACTUAL_AND_READINGS, values["readings"])
    readings: list[Reading] = []
    if "actual" in values:
        readings = actual(reader, values["actual"], indicator, kind, measures, last)
    elif "readings" in values:
        readings = by_period(reader, values["readings"], indicator, kind, term, measures)
    claims: tuple[Claim, ...] = ()
    if "reported" in values:
        from partykpi.parse.values.claims import target_claims

        periods = [reading.period for reading in readings if reading.period is not None]
        claims = target_claims(reader, values["reported"], indicator, periods, measures)
    if goal is None:
        return None
    if _has_errors(reader, before):
        claims = ()  # judged by incomplete figures, a right claim would look wrong
    return Target(
        key.value, reader.place(key), indicator, goal, baseline, tuple(readings), claims, owner, note, name, amendments
    )


def _indicator(reader: Reader, node: Node, catalogue: Catalogue, measures: Measures) -> Indicator | None:
    if type(node) is Mapping:
        return decode_indicator(reader, node, None, measures)
    id = reader.scalar("indicator", node)
    if id is None:
        return None
    indicator = catalogue.find(id)
    if indicator is None:
        reader.report(findings.UNKNOWN_INDICATOR, node, indicator=id, suggestion=catalogue.suggest(id))
    return indicator


def _amendments(
    reader: Reader, node: Node, indicator: Indicator, kind: Kind, target: dict[str, Node], measures: Measures
) -> tuple[Amendment, ...]:
    """Return what the goal was changed to, in the order of the days."""
    amendments = []
    for item in reader.items("amended", node):
        mapping = reader.mapping("amended", item)
        if mapping is None:
            continue
        keys = ("on", "target", "reason")
        values = reader.fields(mapping, keys, ("on", "target"), Text("an amendment", "lần điều chỉnh"))
        on = reader.date("on", values["on"]) if "on" in values else None
        reason = reader.words("reason", values["reason"]) if "reason" in values else None
        if "target" not in values:
            continue
        goal = read_goal(
            reader,
            values["target"],
            indicator,
            kind,
            target.get("measured_against"),
            target.get("every"),
            measures,
            on,
        )
        if on is not None and goal is not None:
            amendments.append(Amendment(on, goal, reason))
    return tuple(sorted(amendments, key=lambda amendment: amendment.on))
