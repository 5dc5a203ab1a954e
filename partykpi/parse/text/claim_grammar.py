"""The grammar of a published figure: a verb, how near, a number, its unit, and what it is compared with."""

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

from partykpi.core.model import Base, Nearness, Sense
from partykpi.parse.text.claim_base import Compared, names_base, read_compared, read_part, read_plan
from partykpi.parse.text.claim_parts import (
    ENDS,
    Parts,
    cut,
    may_be_date,
    normalised,
    number_of,
    spelled_out,
    splits,
    unit_after,
    without_aside,
)
from partykpi.parse.text.claim_text import IN_UNITS, WordedClaim
from partykpi.parse.text.claim_words import (
    A_YEAR,
    ARRIVES,
    DATES,
    DONE_LATE,
    GROWTH_OF,
    JOINTS,
    LEVEL_VERBS,
    LITERAL_VERBS,
    MEANS,
    RATES,
    SAY_NOTHING,
    ClaimUnit,
    Verb,
    all_of,
    by_words,
)
from partykpi.parse.text.fold import folded
from partykpi.parse.text.number import Number, NumberStyle


class _Before(NamedTuple):
    """What the words before a number say: a verb, how near the number is, and what it is compared with."""

    verb: Verb | None = None
    literal: bool = False
    nearness: Nearness = "exactly"
    compared: Compared | None = None


def read_words(text: str, style: NumberStyle, sense: Sense | None) -> WordedClaim | None:
    """Return what the words of a claim say, None where they are no claim; see `read_claim`."""
    words = normalised(text)
    status = _status(folded(words.replace("-", " ")))
    if status is not None:
        return status
    words, beside = without_aside(words)
    words, is_multiple = spelled_out(words, style)
    parts = cut(words)
    if parts is None:
        return None
    found = _mean_claim(parts, style) or _early_claim(parts, style) or _level_claim(parts, style)
    found = found or _figure_claim(parts, style) or _difference_claim(parts, style)
    if sense is not None and sense in IN_UNITS and (found is None or found.sense != sense):
        found = _bare_claim(parts, style, sense)
    if found is not None and is_multiple and found.sense == "times" and found.nearness == "exactly":
        found = found._replace(nearness="about")  # gấp đôi is near to 2, and not all that is rounded to it
    if beside is None or found is None:
        return found
    if beside.level and found.sense == "reaches" and not found.change:
        return found._replace(sense="share")
    about_goal = not found.change and found.base not in ("part", "other") and found.sense not in ("share", "early")
    return found._replace(of=beside.of, perhaps_of=beside.perhaps, part=beside.part) if about_goal else None


def _status(words: str) -> WordedClaim | None:
    """Return the claim that is a status word, with the plan that it may name."""
    statuses, done_late = by_words().statuses, all_of(DONE_LATE)
    for name, rest in splits(words):
        late = name in done_late
        status = "nearly" if late else statuses.get(name)
        if status is not None and not rest[:1].isdigit():
            compared = read_compared(rest) if rest else Compared()
            if compared is not None and not compared.before and not compared.share:
                return WordedClaim(
                    status=status, done_late=late, base=compared.base, year=compared.year, plan=compared.plan
                )
    return None


def _early_claim(parts: Parts, style: NumberStyle) -> WordedClaim | None:
    """Return what a claim says of the time before or after the day that the goal was for; None where it says none."""
    tables = by_words()
    time, _, after = parts.after.partition(" ")
    number = number_of(parts.number, style)
    if time not in tables.times or number is None or parts.sign:
        return None
    before, nearness = _without_nearness(parts.before)
    for arrives in ("", *all_of(ARRIVES)):
        if not before.startswith(arrives):
            continue
        words = _without_plan(before[len(arrives) :].strip()) if arrives else before
        direction = tables.early_after.get(after) if not words else None
        if words in tables.early_before and (not after or after in all_of(DATES) or _is_goal(after)):
            direction = tables.early_before[words]
        if direction is not None:
            value = number.value * direction
            return WordedClaim("early", value, number.decimals, nearness, unit=tables.times[time])
    return None


def _mean_claim(parts: Parts, style: NumberStyle) -> WordedClaim | None:
    """Return what a claim says of the growth of a mean year; None where it says nothing of that."""
    number, unit = number_of(parts.number, style), unit_after(parts.after)
    if number is None or unit is None or unit[0] == "times" or parts.sign:
        return None
    words, nearness = _without_nearness(_without_fillers(parts.before))
    verb, is_mean = _without_mean(words)
    said = _verb(verb.removesuffix(" đạt").removesuffix(" dat"))
    if said is None or said[0] != "exceeds" or not said[2] or unit[1] not in ("", *all_of(A_YEAR)):
        return None
    if not (is_mean or unit[1]):
        return None
    return WordedClaim("mean", number.value * said[1], number.decimals, nearness, unit=unit[0])


def _without_mean(words: str) -> tuple[str, bool]:
    """Return the words before a number without those that it is what a year comes to in the mean."""
    said = next((mean for mean in all_of(MEANS) if f" {mean} " in f" {words} "), None)
    if said is not None:
        words = " ".join(f" {words} ".replace(f" {said} ", " ", 1).split())
    for of in all_of(GROWTH_OF):
        words = words.removeprefix(f"{of} ")
    return words, said is not None


_GOAL_BEHIND = re.compile(r"(?:/|of|out of|trên|tren|trên tổng số) ?(?P<goal>[0-9][0-9.,_]*)(?: (?P<unit>[^,]+))?\Z")


def _level_claim(parts: Parts, style: NumberStyle) -> WordedClaim | None:
    """Return what a claim says of the figure itself, of it and the goal (51/60), or of what it fell to."""
    number = number_of(parts.number, style)
    words, nearness = _without_nearness(_without_fillers(parts.before))
    if number is None or parts.sign:
        return None
    fell = words in all_of(LEVEL_VERBS)
    verb = _verb(words)
    found = WordedClaim("level", number.value, number.decimals, nearness)
    behind = _GOAL_BEHIND.match(parts.plain_after)
    if behind is not None and may_be_date(f"{parts.number}/{behind['goal']}"):
        return None
    if behind is not None:
        reached = (not words or (verb is not None and verb[0] == "reaches")) and nearness == "exactly"
        return found._replace(goal=behind["goal"], unit=behind["unit"] or "") if reached else None
    unit = unit_after(parts.after)
    if fell and unit is not None:
        return found._replace(unit="%") if unit == ("%", "") else None
    named = unit is None and _is_name(parts.plain_after) and not _says_more(parts.plain_after)
    reached = verb is not None and verb[0] == "reaches" and parts.after not in by_words().times
    return found._replace(unit=parts.plain_after) if named and (fell or reached) else None


def _says_more(words: str) -> bool:
    """Say whether more stands behind a number than the name of a unit."""
    return "," in words or any(one.isdigit() for one in words) or " so với " in f"{words} "


def _without_nearness(words: str) -> tuple[str, Nearness]:
    """Return the words without the one at either end that says how near a number is, and what it says."""
    tables = by_words()
    if words.endswith(tuple(tables.early_before)):
        return words, "exactly"  # "hơn" is a part of "sớm hơn 2 năm"
    for word, nearness in tables.nearness.items():
        if words == word or words.endswith(f" {word}"):
            return words[: -len(word)].strip(), nearness
    for word, nearness in tables.nearness.items():
        if words.startswith(f"{word} "):
            return words[len(word) :].strip(), nearness
    return words, "exactly"


def _without_plan(words: str) -> str:
    """Return the words without the plan that they begin with: what is met early may be named."""
    return next((words[len(plan) :].strip() for plan, _ in splits(words) if read_plan(plan) is not None), words)


def _is_goal(words: str) -> bool:
    """Say whether the words name the goal, and no plan of a year or of somebody else."""
    compared = read_compared(words)
    return compared is not None and compared._replace(whole=False) == Compared()


def _difference_claim(parts: Parts, style: NumberStyle) -> WordedClaim | None:
    """Return what a claim says of more or fewer things than the goal; None where it says nothing of that."""
    number, rest = number_of(parts.number, style), parts.after
    if number is None or unit_after(rest) is not None:
        return None
    for unit, words in (("", rest), *splits(rest)):
        more = _more_than(words)
        if more is not None and (not unit or _is_name(unit)):
            return _more_claim(number, parts, more, parts.plain_after[: len(unit)])
    said = _before_number(parts.before)
    if said is None:
        return None
    meaning = _meaning(said.verb, parts.sign, "%")
    if meaning is None or meaning[0] != "exceeds":
        return None
    for unit, words in reversed(list(splits(rest))):
        compared = said.compared if not words else _both(said.compared, read_compared(words))
        if words and (compared is None or compared.share):
            continue
        if not _is_name(unit):
            return None
        found_claim = _claim("difference", number, said, meaning, compared)
        return None if found_claim is None else found_claim._replace(unit=parts.plain_after[: len(unit)])
    return None


def _both(one: Compared | None, other: Compared | None) -> Compared | None:
    """Return what is compared with, of what the words before and after a number say: one of them may."""
    return other if one is None else None


def _is_name(unit: str) -> bool:
    return unit[:1].isalpha() or unit[:1] == "₫"


def _more_claim(number: Number, parts: Parts, more: tuple[Literal[1, -1], Compared], unit: str) -> WordedClaim | None:
    """Return what "6 members fewer than the goal" says."""
    direction, compared = more
    said = _before_number(parts.before)
    if said is None or said.verb is not None or said.compared is not None or parts.sign:
        return None
    meaning: Verb = ("exceeds", direction, False)
    found = _claim("difference", number, said._replace(literal=True), meaning, compared)
    return None if found is None else found._replace(unit=unit)


def _more_than(words: str) -> tuple[Literal[1, -1], Compared] | None:
    """Return the direction and the base of words such as "more than the goal", None where they are none."""
    for name, direction in by_words().more.items():
        if words.startswith(f"{name} "):
            base = words[len(name) + 1 :]
            compared = read_plan(base) or read_compared(f"than {base}")
            if compared is not None and not compared.share:
                return direction, compared
    return None


def _bare_claim(parts: Parts, style: NumberStyle, sense: Sense) -> WordedClaim | None:
    """Return a difference or a time before its date of which no more is written than the figure."""
    number, said = number_of(parts.number, style), _before_number(parts.before)
    if number is None or said is None or said.verb is not None or said.compared is not None:
        return None
    unit = parts.plain_after
    if sense == "mean":
        found = unit_after(parts.after)
        if found is None or found[0] == "times" or found[1] not in ("", *all_of(A_YEAR)):
            return None
        unit = found[0]
    if sense == "early":
        times = by_words().times
        if parts.after not in ("", *times):
            return None
        unit = times.get(parts.after, "year")
    value = -number.value if parts.sign == "-" else number.value
    return WordedClaim(sense, value, number.decimals, said.nearness, unit=unit)


def _figure_claim(parts: Parts, style: NumberStyle) -> WordedClaim | None:
    """Return what a claim of a percentage, of points or of times says."""
    said, unit = _before_number(parts.before), unit_after(parts.after)
    number = number_of(parts.number, style)
    if said is None or unit is None or number is None:
        return None
    unit_name, rest = unit
    more = _more_than(rest)
    if more is not None:
        if said.verb is not None or said.compared is not None or parts.sign or unit_name == "times":
            return None
        sense: Sense = "points" if unit_name == "points" else "exceeds"
        return _claim(sense, number, said._replace(literal=True), (sense, more[0], False), more[1])
    if rest in all_of(A_YEAR) and unit_name == "%" and not parts.sign and said.compared is None:
        reached = said.verb is None or said.verb[0] == "reaches"
        return WordedClaim("reaches", number.value, number.decimals, said.nearness, itself="mean") if reached else None
    noun, _, after_noun = rest.partition(" ")
    growth = by_words().growth_after.get(noun)
    if growth is not None:
        return _growth_claim(number, said, growth, unit_name, after_noun) if not parts.sign else None
    meaning = _meaning(said.verb, parts.sign, unit_name)
    if meaning is None:
        return None
    compared = said.compared
    if rest:
        compared = _both(said.compared, read_compared(rest, open_whole=meaning[0] == "share"))
        if compared is None:
            return None
    found = _claim(meaning[0], number, said, meaning, compared)
    if found is None:
        return None
    if unit_name == "times" and said.verb is not None and said.verb[0] == "exceeds":
        return _grown(found)
    of_level = compared is None and meaning[0] == "reaches" and not meaning[2] and _says_level(parts.before)
    return found._replace(itself="level") if of_level else found


def _grown(claim: WordedClaim) -> WordedClaim:
    """Return what "tăng 0,5 lần" says: by so many times, or to so many where it is no less than once."""
    assert claim.number is not None
    return claim._replace(number=claim.number + 1) if claim.number < 1 else claim._replace(grown=True)


def _says_level(words: str) -> bool:
    """Say whether the words before a percentage say that it is a rate: đạt tỷ lệ."""
    return any(f" {rate} " in f" {words} " for rate in all_of(RATES))


def _growth_claim(
    number: Number, said: _Before, direction: Literal[1, -1], unit: ClaimUnit, rest: str
) -> WordedClaim | None:
    """Return what "a 5% increase over last year" says."""
    verb: Verb = ("exceeds", direction, True)
    meaning = _meaning(verb, "", unit)
    compared = _both(said.compared, read_compared(rest)) if rest else said.compared
    if said.verb is not None or meaning is None or unit == "times" or (rest and compared is None):
        return None
    return _claim(meaning[0], number, said._replace(verb=verb), meaning, compared)


def _claim(sense: Sense, number: Number, said: _Before, meaning: Verb, compared: Compared | None) -> WordedClaim | None:
    """Return the claim that is put together, None where its parts do not go together."""
    _, direction, change = meaning
    base: Base = ""
    if compared is None:
        compared = Compared()
        base = "unsaid" if change and said.verb is not None else ""
    else:
        change, base = compared.before, compared.base
        if compared.share:
            if sense not in ("reaches", "share"):
                return None
            sense = "share"
        elif sense == "share":
            if compared.before:
                return None
            sense = "reaches"
        says_which_way = said.verb is not None or said.literal or meaning[2] or sense == "times"
        if compared.before and not compared.of_it and not says_which_way:
            return None  # so much more, or so much of it
        if compared.excess and sense == "reaches":
            return None
    return WordedClaim(
        sense,
        number.value * direction,
        number.decimals,
        said.nearness,
        change,
        literal=said.literal,
        base=base,
        year=compared.year,
        plan=compared.plan,
        against=compared.against,
        whole=compared.whole,
    )


def _before_number(words: str) -> _Before | None:
    """Return what the words before a number say; None where there is more than a verb, nearness and a base."""
    words = _without_fillers(words)
    found = _verb_and_nearness(words) or _part_before(words)
    if found is not None:
        return found
    if names_base(words):
        for base, rest in splits(words):
            compared = read_compared(base.strip(ENDS)) if rest else None
            said = None if compared is None or compared.share else _verb_and_nearness(_without_fillers(rest))
            if said is not None and said.verb is not None:
                return said._replace(compared=compared)
        return None
    for first, rest in splits(words):
        said = _verb_and_nearness(first) if rest else None
        if said is not None and said.verb is not None and said.verb[0] == "exceeds":
            found = _verb_and_base(said, rest)
            if found is not None:
                return found
    return None


def _part_before(words: str) -> _Before | None:
    """Return what is said by a verb of a share behind the part that it is of: nữ chiếm."""
    for part, rest in splits(words):
        said = _verb_and_nearness(rest) if rest else None
        compared = read_part(part)
        if compared is not None and said is not None and said.verb is not None and said.verb[0] == "share":
            return said._replace(compared=compared)
    return None


def _verb_and_base(said: _Before, words: str) -> _Before | None:
    """Return what is said by a verb with its base behind it: exceeds the goal by, thấp hơn cùng kỳ."""
    words, nearness = _without_nearness(words)
    if nearness != "exactly" and said.nearness != "exactly":
        return None
    for joint in all_of(JOINTS):
        words = words.removesuffix(f" {joint}")
    compared = read_compared(words)
    if compared is None and said.literal:
        compared = read_compared(f"so với {words}")
    if compared is None or compared.share or (said.verb is not None and said.verb[2] and not names_base(words)):
        return None
    return said._replace(compared=compared, nearness=said.nearness if nearness == "exactly" else nearness)


def _without_fillers(words: str) -> str:
    """Return the words without those before them that change nothing."""
    while filler := next((one for one in all_of(SAY_NOTHING) if words.startswith(f"{one} ") or words == one), ""):
        words = words[len(filler) :].strip(ENDS)
    return words


def _verb_and_nearness(words: str) -> _Before | None:
    """Return the verb and the nearness before a number, in either order; None where there is more."""
    if not words:
        return _Before()
    nearness = by_words().nearness
    for first, second in ((words[:end].strip(), words[end:].strip()) for end in range(len(words), -1, -1)):
        if (not first or _verb(first) is not None) and (not second or second in nearness):
            return _said(first, nearness.get(second, "exactly"))
        if first in nearness and _verb(second) is not None:
            return _said(second, nearness[first])
    return None


def _said(verb: str, nearness: Nearness) -> _Before:
    return _Before(_verb(verb), verb in all_of(tuple(LITERAL_VERBS)), nearness)


def _verb(words: str) -> Verb | None:
    verbs: Mapping[str, Verb] = by_words().verbs
    found = verbs.get(words)
    if found is None and words.endswith(" by"):
        found = verbs.get(words.removesuffix(" by"))
        return found if found is not None and found[0] == "exceeds" else None
    return found


def _meaning(verb: Verb | None, sign: str, unit: ClaimUnit) -> Verb | None:
    """Return what the verb, the sign and the unit say together, or None where they do not go together."""
    minus = sign == "-"
    if verb is None:
        sense: Sense = "reaches" if not sign else "exceeds"
        direction: Literal[1, -1] = -1 if minus else 1
        change = bool(sign)
    else:
        sense, direction, change = verb
        if minus:
            if direction < 0:
                return None
            direction = -1
    if unit == "points":
        # "đạt 65 điểm" is a score, not a difference.
        return None if sense in ("times", "share") or (verb and sense == "reaches") else ("points", direction, change)
    if unit == "times":
        return None if direction < 0 or sense == "share" else ("times", direction, change)
    return None if sense == "times" else (sense, direction, change)
