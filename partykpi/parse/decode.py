"""Nodes to a resolution: every key of the file understood, everything wrong with it found, all at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from partykpi import findings
from partykpi.core import kinds
from partykpi.core.model import (
    Amendment,
    Cited,
    Claim,
    Goal,
    Indicator,
    Letterhead,
    Reading,
    Resolution,
    SummaryClaim,
    Target,
    Thresholds,
)
from partykpi.core.time import CALENDAR, YEAR, Term
from partykpi.parse.catalogue import Catalogue, decode_indicator, with_kind
from partykpi.parse.text.amount import Amount, read_amount
from partykpi.parse.text.custom_units import decode_custom_units
from partykpi.parse.text.number import NUMBER_STYLES
from partykpi.parse.text.period import (
    read_calendar_years,
    read_period,
    read_year_start,
    read_years,
    year_named,
)
from partykpi.parse.text.units import NO_CUSTOM_UNITS, PERCENT, CustomUnits
from partykpi.parse.values.checks import check_against_goal, check_bare_readings, check_digits, check_running_totals
from partykpi.parse.values.context import TargetContext
from partykpi.parse.values.goal import GoalNodes, decode_goal
from partykpi.parse.values.reading import decode_reading
from partykpi.parse.values.readings import check_without_indicator, decode_readings
from partykpi.parse.values.shown_unit import shown_unit
from partykpi.parse.yaml.reader import Reader, is_in_languages
from partykpi.parse.yaml.source import Mapping, Node, Scalar, end_of, line_of, start_of
from partykpi.text import LANGUAGES, GivenText, Text

_A_RESOLUTION = Text("a resolution", "nghị quyết")
_A_TARGET = Text("a target", "chỉ tiêu")
RESOLUTION_KEYS = (
    "resolution",
    "committee",
    "term",
    "period",
    "year_starts",
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
    "kind",
    "period",
    "target",
    "baseline",
    "actual",
    "readings",
    "cumulative",
    "reported",
    "measured_against",
    "every",
    "amended",
    "thresholds",
    "owner",
    "note",
)
THRESHOLD_KEYS = ("on-track", "behind", "nearly")

MID_TERM: Literal["mid-term"] = "mid-term"
END: Literal["end"] = "end"
AsOf = date | Literal["mid-term", "end"]

_A_TERM, _THE_TERM = Text("a term", "nhiệm kỳ"), Text("the term", "nhiệm kỳ")
_A_PERIOD, _THE_PERIOD = Text("a period of years", "giai đoạn"), Text("the period", "giai đoạn")


class _FileContext(NamedTuple):
    """What the targets of a file are read with; `period` is what their goals speak of, the term or another one."""

    reader: Reader
    catalogue: Catalogue
    custom_units: CustomUnits
    term: Term | None
    period: Term | None
    as_of: AsOf | None
    thresholds: Thresholds


def decode_resolution(reader: Reader, root: Mapping, catalogue: Catalogue) -> Resolution | None:
    """Turn a resolution file into its model, or None where it has no term that can be used."""
    values = decode_head(reader, root)
    texts = reader.texts(values, "resolution", "committee")
    term = _term(reader, values["term"]) if "term" in values else None
    period = _period(reader, values["period"], term) if "period" in values else None
    as_of = _as_of(reader, values["as_of"], term) if "as_of" in values else None
    source = _cited(reader, values["source"]) if "source" in values else None
    thresholds = Thresholds()
    if "thresholds" in values:
        thresholds = _thresholds(reader, values["thresholds"], thresholds)
    letterhead = _letterhead(reader, values.get("document"))
    custom_units = NO_CUSTOM_UNITS
    if "units" in values or "rates" in values:
        custom_units = decode_custom_units(reader, values.get("units"), values.get("rates"))
    file = _FileContext(reader, catalogue, custom_units, term, period or term, as_of, thresholds)
    targets = _targets(file, values.get("targets"))
    claims = _summary_claims(reader, values.get("reported"))
    if any(finding.code == findings.NUMBER_STYLE.code for finding in reader.findings):
        from partykpi.parse.text.number_remedy import revise_style_remedies

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
        language=reader.own_language,
        thresholds=thresholds,
        claims=() if _has_errors(reader, 0) else claims,
        letterhead=letterhead,
        period=period,
    )


def decode_head(reader: Reader, root: Mapping) -> dict[str, Node]:
    """Return the values of a resolution by their keys.

    The reader then knows how the file is written: the language of its keys and texts, its style of numbers, and the
    day on which its years begin.
    """
    values = reader.fields(root, RESOLUTION_KEYS, REQUIRED, _A_RESOLUTION)
    named = reader.choice("language", values.get("language"), LANGUAGES)
    reader.own_language = named or ("vi" if reader.source.keys == "vi" else None)
    reader.language = reader.own_language or reader.language
    style = reader.choice("numbers", values.get("numbers"), NUMBER_STYLES)
    reader.style = style or reader.style
    reader.year_starts = _year_starts(reader, values["year_starts"]) if "year_starts" in values else CALENDAR
    return values


def _year_starts(reader: Reader, node: Node) -> tuple[int, int]:
    """Return the month and day on which a year of the file begins."""
    text = reader.scalar("year_starts", node)
    starts = None if text is None else read_year_start(text, vietnamese=reader.vietnamese)
    if text is not None and starts is None:
        reader.report(findings.UNPARSABLE_YEAR_START, node, text=text)
    return starts or CALENDAR


def _letterhead(reader: Reader, node: Node | None) -> Letterhead:
    if node is None:
        return Letterhead()
    from partykpi.parse.document import decode_document

    return decode_document(reader, node)


def _targets(file: _FileContext, node: Node | None) -> tuple[Target, ...]:
    mapping = None if node is None else file.reader.mapping("targets", node)
    if mapping is not None and file.reader.findings:
        _name_duplicate_ids(file.reader, mapping)
    targets = []
    for key, value in mapping.entries if mapping is not None else ():
        target = _target(file, key, value)
        if target is not None:
            targets.append(target)
    return tuple(targets)


def _name_duplicate_ids(reader: Reader, mapping: Mapping) -> None:
    """Say of targets with one id that one needs another, where it was only seen that a key stands twice."""
    first, last, column = line_of(mapping), end_of(mapping).line + 1, start_of(mapping).column + 1
    for index, finding in enumerate(reader.findings):
        place = finding.place
        if finding.code == findings.DUPLICATE_KEY.code and first <= place.line <= last and place.column == column:
            reader.findings[index] = finding._replace(definition=findings.DUPLICATE_ID)


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
    read = None if type(node) is Mapping else read_years(reader.scalar("term", node) or "", reader.year_starts)
    return _days(reader, "term", node, read)


def _period(reader: Reader, node: Node, term: Term | None) -> Term | None:
    """Return the days that goals speak of: whole calendar years, where they are named by years."""
    read = (
        None if type(node) is Mapping else read_calendar_years(reader.scalar("period", node) or "", reader.year_starts)
    )
    period = _days(reader, "period", node, read)
    if period is not None and read is not None and term is not None and _names_the_term(period, term):
        first, last = period.first.year, period.last.year
        months, usual = str(period.months), str(term.months)
        years = f"{first + 1}-{last}"
        reader.report(findings.PERIOD_BESIDE_TERM, node, text=f"{first}-{last}", months=months, term=usual, years=years)
    return period


def _names_the_term(period: Term, term: Term) -> bool:
    """Say whether calendar years are called as a term that begins and ends within them, and has one year less."""
    return period.months == term.months + YEAR and period.first < term.first and term.last < period.last


def _days(reader: Reader, key: Literal["term", "period"], node: Node, named: tuple[date, date] | None) -> Term | None:
    """Return the days from one end to the other, those of `{from:, to:}` or those that years name."""
    first: date | None
    last: date | None
    what = _A_TERM if key == "term" else _A_PERIOD
    if type(node) is Mapping:
        values = reader.fields(node, ("from", "to"), ("from", "to"), what)
        first, last = reader.date("from", values.get("from")), reader.date("to", values.get("to"))
        if first is None or last is None:
            return None
    elif named is None:
        if type(node) is Scalar and node.value.strip():
            example = "2020-2025" if key == "term" else "2021-2025"
            reader.report(findings.UNPARSABLE_TERM, node, text=node.value, what=what, example=example)
        return None
    else:
        first, last = named
    if last < first:
        reader.report(findings.REVERSED_TERM, node, what=_THE_TERM if key == "term" else _THE_PERIOD)
        return None
    return Term(first, last, reader.year_starts)


def read_as_of(text: str, term: Term, vietnamese: bool = False) -> AsOf | None:
    """Return `mid-term`, `end` or the day that a date, a month or a year (their last day) means, or None.

    A year is one of the term's own. Where what is written is `vietnamese`, also what `giữa nhiệm kỳ` or 6/7/2024 means.
    """
    if text in (MID_TERM, END):
        return MID_TERM if text == MID_TERM else END
    period = read_period(text)
    if period is None and vietnamese:
        from partykpi.parse.keys import value_meant

        meant = value_meant(text, (MID_TERM, END))
        if meant is not None:
            return meant
    if period is None:
        from partykpi.parse.text.period_words import ended_by, read_period_in_words

        period = read_period_in_words(text, day_first=vietnamese)
        if period is None and (ended := ended_by(text)):
            return read_as_of(ended, term, vietnamese)
    year = year_named(period)
    return None if period is None else period.last if year is None else term.year(year).last


def _as_of(reader: Reader, node: Node, term: Term | None) -> AsOf | None:
    text = reader.scalar("as_of", node)
    if text is None or term is None:
        return None
    as_of = read_as_of(text, term, reader.vietnamese)
    if as_of is None:
        others = Text(", a month, a year, `mid-term` or `end`", ", một tháng, một năm, `mid-term` hoặc `end`")
        reader.report(findings.UNPARSABLE_DATE, node, text=text, others=others)
    elif isinstance(as_of, date) and as_of < term.first:
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


def _thresholds(reader: Reader, node: Node, standard: Thresholds) -> Thresholds:
    """Return the thresholds at a node; those that it does not name are the `standard` ones."""
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
    own_period = _period(reader, values["period"], file.term) if "period" in values else None
    period = own_period or file.period
    if indicator is None:
        check_without_indicator(reader, values, period, file.custom_units)
        return None
    if "kind" in values:
        indicator = with_kind(reader, values["kind"], indicator)
    kind = kinds.find(indicator.kind)
    context = TargetContext(reader, indicator, kind, file.custom_units, period, _day_of(file, period), file.term)
    first = None if period is None else period.first
    goal_nodes = GoalNodes(values.get("target"), values.get("measured_against"), values.get("every"))
    goal = _goal(file, context, goal_nodes, first)
    context = context._replace(goal=goal)
    amendments = _amendments(context, goal_nodes, values["amended"]) if "amended" in values else ()
    baseline = decode_reading(context, "baseline", values["baseline"], None, first) if "baseline" in values else None
    thresholds = _thresholds(reader, values["thresholds"], file.thresholds) if "thresholds" in values else None
    cumulative = _cumulative(context, values["cumulative"]) if "cumulative" in values else None
    readings = _readings(context, values)
    if cumulative is None:
        check_running_totals(context, readings)
    known = readings if baseline is None else [*readings, baseline]
    context = context._replace(shown_in=shown_unit(context, known, values.get("target")))
    claims = _target_claims(context, values["reported"], readings) if "reported" in values else ()
    if goal is None:
        return None
    target = Target(
        id=key.value,
        place=reader.place(key),
        indicator=indicator,
        goal=goal,
        baseline=baseline,
        readings=tuple(readings),
        claims=claims,
        owner=owner,
        note=note,
        own_name=name,
        amendments=amendments,
        period=own_period,
        cumulative=bool(cumulative),
        thresholds=thresholds,
        shown_in=context.shown_in,
    )
    check_digits(context, target)
    if _has_errors(reader, before):
        return target._replace(claims=())  # judged by incomplete figures, a right claim would look wrong
    check_against_goal(context, target)
    if context.shown_in is not None:
        check_bare_readings(context, target, context.shown_in)
    return target


def _goal(file: _FileContext, context: TargetContext, nodes: GoalNodes, first: date | None) -> Goal | None:
    """Return the goal of a target; of a change that is not measured the catalogue is asked what measures it."""
    before = len(context.reader.findings)
    goal = decode_goal(context, nodes, first)
    if goal is None and len(context.reader.findings) > before:
        from partykpi.parse.values.goal_change import name_what_measures

        name_what_measures(context, before, file.catalogue.indicators(), first)
    return goal


def _cumulative(context: TargetContext, node: Node) -> bool | None:
    """Return whether each reading is all that there is since the period began; None where neither can be said."""
    answer = context.reader.choice("cumulative", node, _YES_OR_NO)
    if answer is not None and not context.kind.adds_up:
        context.reader.report(findings.CUMULATIVE_KIND, node, kind=context.kind.label)
    return None if answer is None else answer == "yes"


_YES_OR_NO: tuple[Literal["yes", "no"], ...] = ("yes", "no")


def _day_of(file: _FileContext, period: Term | None) -> date | None:
    """Return the day that the file is looked at, None where it does not say."""
    if file.as_of == MID_TERM:
        return None if file.term is None else file.term.middle
    if file.as_of == END:
        return None if period is None else period.last
    return file.as_of


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
        return decode_readings(context, "actual", values["actual"])
    return decode_readings(context, "readings", values["readings"]) if "readings" in values else []


def _target_claims(context: TargetContext, node: Node, readings: Sequence[Reading]) -> tuple[Claim, ...]:
    from partykpi.parse.values.claims import decode_target_claims

    return decode_target_claims(context, node, readings)
