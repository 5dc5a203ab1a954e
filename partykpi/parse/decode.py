"""Nodes to a resolution: every key of the file understood, everything wrong with it found, all at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal, NamedTuple

from partykpi import findings
from partykpi.core import kinds
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
from partykpi.parse.text.amount import Amount, read_amount, revise_style_remedies
from partykpi.parse.text.custom_units import decode_custom_units
from partykpi.parse.text.number import NUMBER_STYLES
from partykpi.parse.text.period import read_period, read_period_in_vietnamese, read_years
from partykpi.parse.text.units import NO_CUSTOM_UNITS, PERCENT, CustomUnits
from partykpi.parse.values.context import TargetContext
from partykpi.parse.values.goal import GoalNodes, decode_goal
from partykpi.parse.values.reading import decode_reading
from partykpi.parse.values.readings import check_without_indicator, decode_actual, decode_readings
from partykpi.parse.yaml.reader import Reader, is_in_languages
from partykpi.parse.yaml.source import Mapping, Node, Scalar
from partykpi.text import LANGUAGES, GivenText, Language, Text

_A_RESOLUTION = Text("a resolution", "nghị quyết")
_A_TARGET = Text("a target", "chỉ tiêu")
RESOLUTION_KEYS = (
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
TARGET_KEYS = (
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
THRESHOLD_KEYS = ("on-track", "behind", "nearly")

MID_TERM: Literal["mid-term"] = "mid-term"


class _FileContext(NamedTuple):
    """What the targets of a file are read with; `latest` is the as-of date, else the end of the term."""

    reader: Reader
    catalogue: Catalogue
    custom_units: CustomUnits
    term: Term | None
    latest: date | None


def decode_resolution(reader: Reader, root: Mapping, catalogue: Catalogue) -> Resolution | None:
    """Turn a resolution file into its model, or None where it has no term that can be used."""
    values, language = decode_head(reader, root)
    texts = reader.texts(values, "resolution", "committee")
    term = _term(reader, values["term"]) if "term" in values else None
    as_of = _as_of(reader, values["as_of"], term) if "as_of" in values else None
    source = _cited(reader, values["source"]) if "source" in values else None
    thresholds = _thresholds(reader, values["thresholds"]) if "thresholds" in values else Thresholds()
    letterhead = _letterhead(reader, values.get("document"))
    custom_units = NO_CUSTOM_UNITS
    if "units" in values or "rates" in values:
        custom_units = decode_custom_units(reader, values.get("units"), values.get("rates"))
    latest = as_of if isinstance(as_of, date) else term.last if term is not None else None
    targets = _targets(_FileContext(reader, catalogue, custom_units, term, latest), values.get("targets"))
    claims = _summary_claims(reader, values.get("reported"))
    if any(finding.code == findings.NUMBER_STYLE.code for finding in reader.findings):
        revise_style_remedies(reader, _figures(targets))
    if term is None:
        return None
    return Resolution(
        file=reader.source.name,
        name=texts.get("resolution") or GivenText(),
        committee=texts.get("committee") or GivenText(),
        term=term,
        targets=targets,
        as_of=as_of,
        source=source,
        language=language,
        thresholds=thresholds,
        claims=() if _has_errors(reader, 0) else claims,
        letterhead=letterhead,
    )


def decode_head(reader: Reader, root: Mapping) -> tuple[dict[str, Node], Language | None]:
    """Return the values of a resolution by their keys, and the language that it names, if any.

    The reader then knows how the file is written: the language of its keys and texts, and its style of numbers.
    """
    values = reader.fields(root, RESOLUTION_KEYS, REQUIRED, _A_RESOLUTION)
    if reader.source.keys == "vi":
        reader.language = "vi"
    language = reader.choice("language", values.get("language"), LANGUAGES)
    reader.language = language or reader.language
    style = reader.choice("numbers", values.get("numbers"), NUMBER_STYLES)
    reader.style = style or reader.style
    return values, language


def _letterhead(reader: Reader, node: Node | None) -> Letterhead:
    if node is None:
        return Letterhead()
    from partykpi.parse.document import decode_document

    return decode_document(reader, node)


def _targets(file: _FileContext, node: Node | None) -> tuple[Target, ...]:
    mapping = None if node is None else file.reader.mapping("targets", node)
    targets = []
    for key, value in mapping.entries if mapping is not None else ():
        target = _target(file, key, value)
        if target is not None:
            targets.append(target)
    return tuple(targets)


def _summary_claims(reader: Reader, node: Node | None) -> tuple[SummaryClaim, ...]:
    if node is None:
        return ()
    from partykpi.parse.values.claims import decode_summary_claims

    return decode_summary_claims(reader, node)


def _figures(targets: Iterable[Target]) -> Iterator[str]:
    """Return every figure of the targets as it is written."""
    for target in targets:
        yield from (goal.text for goal in (target.goal, *(amendment.goal for amendment in target.amendments)))
        yield from (reading.text for reading in (target.baseline, *target.readings) if reading is not None)


def _has_errors(reader: Reader, since: int) -> bool:
    return len(reader.findings) > since and any(f.severity == "error" for f in reader.findings[since:])


def _term(reader: Reader, node: Node) -> Term | None:
    first: date | None
    last: date | None
    if type(node) is Mapping:
        values = reader.fields(node, ("from", "to"), ("from", "to"), Text("a term", "nhiệm kỳ"))
        first, last = reader.date("from", values.get("from")), reader.date("to", values.get("to"))
        if first is None or last is None:
            return None
    else:
        text = reader.scalar("term", node)
        if text is None:
            return None
        years = read_years(text)
        if years is None:
            reader.report(findings.UNPARSABLE_TERM, node, text=text)
            return None
        first, last = years
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
    if type(node) is not Mapping or is_in_languages(node):
        title = reader.words("source", node)
        return None if title is None else Cited(title)
    values = reader.fields(node, ("title", "published", "url"), ("title",), Text("a source", "nguồn số liệu"))
    title = reader.words("title", values.get("title"))
    published = reader.scalar("published", values.get("published"))
    url = reader.scalar("url", values.get("url"))
    return None if title is None else Cited(title, published and (reader.day(published) or published), url)


def _thresholds(reader: Reader, node: Node) -> Thresholds:
    standard = Thresholds()
    mapping = reader.mapping("thresholds", node)
    if mapping is None:
        return standard
    shares = {"on-track": standard.on_track, "behind": standard.behind, "nearly": standard.nearly}
    for key, value in reader.fields(mapping, THRESHOLD_KEYS, (), Text("the thresholds", "ngưỡng đánh giá")).items():
        text = reader.scalar(key, value)
        if text is None:
            continue
        written = read_amount(text, reader.style, PERCENT)
        share = written.figure.exact if type(written) is Amount else None
        if share is None or not 0 <= share <= 100:
            reader.report(findings.UNPARSABLE_SHARE, value, text=text)
            continue
        shares[key] = share / 100
    if shares["behind"] > shares["on-track"]:
        reader.report(findings.THRESHOLD_ORDER, node, behind=100 * shares["behind"], on_track=100 * shares["on-track"])
        return standard
    return Thresholds(shares["on-track"], shares["behind"], shares["nearly"])


def _target(file: _FileContext, key: Scalar, node: Node) -> Target | None:
    reader = file.reader
    mapping = node if type(node) is Mapping else reader.mapping(Text(key.value, key.value), node)
    if mapping is None:
        return None
    before = len(reader.findings)
    values = reader.fields(mapping, TARGET_KEYS, ("indicator", "target"), _A_TARGET)
    owner = reader.words("owner", values["owner"]) if "owner" in values else None
    note = reader.words("note", values["note"]) if "note" in values else None
    name = reader.words("name", values["name"]) if "name" in values else None
    indicator = _indicator(file, values["indicator"]) if "indicator" in values else None
    if indicator is None:
        check_without_indicator(reader, values, file.term, file.custom_units)
        return None
    kind = kinds.find(indicator.kind)
    context = TargetContext(reader, indicator, kind, file.custom_units, file.term, file.latest)
    first = None if file.term is None else file.term.first
    goal_nodes = GoalNodes(values.get("target"), values.get("measured_against"), values.get("every"))
    goal = decode_goal(context, goal_nodes, first)
    amendments = _amendments(context, goal_nodes, values["amended"]) if "amended" in values else ()
    baseline = decode_reading(context, "baseline", values["baseline"], None, first) if "baseline" in values else None
    readings = _readings(context, values)
    claims = _target_claims(context, values["reported"], readings) if "reported" in values else ()
    if goal is None:
        return None
    if _has_errors(reader, before):
        claims = ()  # judged by incomplete figures, a right claim would look wrong
    return Target(
        key.value, reader.place(key), indicator, goal, baseline, tuple(readings), claims, owner, note, name, amendments
    )


def _indicator(file: _FileContext, node: Node) -> Indicator | None:
    if type(node) is Mapping:
        return decode_indicator(file.reader, node, None, file.custom_units)
    id = file.reader.scalar("indicator", node)
    if id is None:
        return None
    indicator = file.catalogue.find(id)
    if indicator is None:
        suggestion = file.catalogue.suggest(id)
        file.reader.report(findings.UNKNOWN_INDICATOR, node, indicator=id, suggestion=suggestion)
    return indicator


def _amendments(context: TargetContext, nodes: GoalNodes, node: Node) -> tuple[Amendment, ...]:
    """Return what the goal of those nodes was changed to, in the order of the days."""
    reader = context.reader
    amendments = []
    for item in reader.mappings("amended", node):
        keys = ("on", "target", "reason")
        values = reader.fields(item, keys, ("on", "target"), Text("an amendment", "lần điều chỉnh"))
        on = reader.date("on", values.get("on"))
        reason = reader.words("reason", values.get("reason"))
        goal = decode_goal(context, nodes._replace(target=values.get("target")), on)
        if on is not None and goal is not None:
            amendments.append(Amendment(on, goal, reason))
    return tuple(sorted(amendments, key=lambda amendment: amendment.on))


def _readings(context: TargetContext, values: dict[str, Node]) -> list[Reading]:
    """Return the readings of a target, from the one of the two keys that it has."""
    if "actual" in values:
        if "readings" in values:
            context.reader.report(findings.ACTUAL_AND_READINGS, values["readings"])
        return decode_actual(context, values["actual"])
    return decode_readings(context, values["readings"]) if "readings" in values else []


def _target_claims(context: TargetContext, node: Node, readings: Iterable[Reading]) -> tuple[Claim, ...]:
    from partykpi.parse.values.claims import decode_target_claims

    periods = [reading.period for reading in readings if reading.period is not None]
    return decode_target_claims(context, node, periods)
