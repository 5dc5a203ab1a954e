"""Nodes to plain values: texts, choices, mappings with known keys. What does not fit becomes a finding."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from typing import TypeVar, cast

from partykpi import findings
from partykpi.core.time import CALENDAR, Period
from partykpi.parse.text.number import NumberStyle
from partykpi.parse.text.period import as_own_year, only_day, read_period
from partykpi.parse.yaml.source import Alias, Mapping, Node, Scalar, Sequence, end_of, is_empty, line_of, place
from partykpi.problem import Definition, Finding, Place, Source, Value, find
from partykpi.text import LANGUAGES, GivenText, Language, Text

A_TEXT = Text("a text", "một dòng chữ")
A_TEXT_OR_BOTH = Text("a text or {en:, vi:}", "một dòng chữ hoặc {en:, vi:}")
A_LIST = Text("a list", "một danh sách")
A_MAPPING = Text("a mapping of keys", "một nhóm các mục")


_MOST_LISTED = 16

# A near word is looked for in a file so often, and not of longer words: it takes longer than all else that is done.
_MOST_SOUGHT, _LONGEST_SOUGHT = 300, 100
_sought = [0]

Choice = TypeVar("Choice", bound=str)


class Reader:
    """One file being read: its source, the findings so far, its language, how it writes numbers, when its years begin.

    `own_language` is the one that it names, or that its keys are in; None where its keys are English and it names none.

    Its methods that read the value of a key take None where the key is not there, and then return None.
    """

    __slots__ = ("findings", "language", "own_language", "source", "style", "year_starts")

    def __init__(self, source: Source, findings: list[Finding]) -> None:
        self.source = source
        self.findings = findings
        self.style: NumberStyle = "en"
        self.language: Language = "en"
        self.own_language: Language | None = None
        self.year_starts = CALENDAR
        _sought[0] = 0

    def place(self, node: Node) -> Place:
        """Return where the node is."""
        return place(self.source, node)

    def report(self, definition: Definition, node: Node | Place, **values: Value) -> None:
        """Add a finding at the node, or at a place; it names keys in the language of the file's keys."""
        finding = find(definition, node if isinstance(node, Place) else self.place(node), **values)
        if self.source.keys == "vi":
            from partykpi.parse.keys import in_keys_of_file

            finding = in_keys_of_file(finding)
        self.findings.append(finding)

    @property
    def vietnamese(self) -> bool:
        """Whether the file is written the Vietnamese way: its keys, its numbers or its language."""
        return self.source.keys == "vi" or self.style == "vi" or self.language == "vi"

    def period(self, text: str) -> Period | None:
        """Return the period that the text names, in figures or in words, or None; 6/7/2024 in a Vietnamese file only.

        A year is the one of the file, which begins in the calendar year of that name.
        """
        period = read_period(text) or self._period_in_words(text)
        return period if self.year_starts == CALENDAR else as_own_year(period, self.year_starts)

    def _period_in_words(self, text: str) -> Period | None:
        from partykpi.parse.text.period_words import ended_by, read_period_in_words

        period = read_period_in_words(text, day_first=self.vietnamese)
        if period is None and (ended := self.period(rest) if (rest := ended_by(text)) else None) is not None:
            return Period(ended.last, ended.last, ended.last.isoformat())
        return period

    def day(self, text: str) -> date | None:
        """Return the date that the text names, or None."""
        return only_day(self.period(text))

    def mapping(self, key: str | Text, node: Node) -> Mapping | None:
        """Return the node as a mapping, or report that it is none."""
        if type(node) is Mapping:
            return node
        self.wrong_type(key, node, A_MAPPING)
        return None

    def items(self, key: str, node: Node) -> list[Node]:
        """Return the items of a list; one that is empty or no list at all is reported."""
        if type(node) is Sequence:
            return node.items
        self.wrong_type(key, node, A_LIST)
        return []

    def mappings(self, key: str, node: Node) -> list[Mapping]:
        """Return the items of a list that are mappings; an item that is none is reported."""
        found = [self.mapping(key, item) for item in self.items(key, node)]
        return [mapping for mapping in found if mapping is not None]

    def wrong_type(self, key: str | Text, node: Node, expected: Text) -> None:
        """Report that the value of a key is something else than expected, once."""
        if type(node) is Alias:
            return
        if is_empty(node):
            self.report(findings.EMPTY_VALUE, node, key=key)
            return
        if type(node) is Scalar and expected is A_MAPPING and not node.style and ":" in node.value:
            from partykpi.parse.yaml.mistakes import mistakes_near

            first, last = line_of(node), end_of(node).line + 1
            usual = [one for one in mistakes_near(self.source, first, last) if first <= one.place.line <= last]
            self.findings += usual
            if usual:
                return
        found = A_TEXT if type(node) is Scalar else A_LIST if type(node) is Sequence else A_MAPPING
        self.report(findings.WRONG_TYPE, node, key=key, expected=expected, found=found)

    def fields(self, node: Mapping, known: Collection[str], required: Collection[str], owner: Text) -> dict[str, Node]:
        """Return the values by their keys; unknown keys are reported with the nearest known one, missing ones too."""
        values = {key.value: value for key, value in node.entries if key.value in known}
        if len(values) < len(node.entries):
            values = self._translated(node, known, owner)
        for name in required:
            if name not in values:
                self.report(findings.MISSING_KEY, node, key=name, owner=owner)
        return values

    def _translated(self, node: Mapping, known: Collection[str], owner: Text) -> dict[str, Node]:
        """Return the values of a mapping in which not all keys are known ones in English."""
        from partykpi.parse.keys import key_meant

        values: dict[str, Node] = {}
        first: dict[str, Scalar] = {}
        meant = [
            (key, key.value if key.value in known else key_meant(key.value, known), value)
            for key, value in node.entries
        ]
        if any(name not in (None, key.value) for key, name, _ in meant):
            self.source = self.source._replace(keys="vi")
        for key, name, value in meant:
            if name in first:
                both = f"{key.value}` = `{first[name].value}"
                self.report(findings.DUPLICATE_KEY, key, key=Text(both, both), line=line_of(first[name]))
            elif name is not None:
                values[name], first[name] = value, key
            elif not self.has_no_space(key, value) and (key.value != "<<" or type(value) is not Alias):
                near = self.suggest_key(key.value, known)
                self.report(findings.UNKNOWN_KEY, key, key=Text(key.value, key.value), owner=owner, suggestion=near)
        return values

    def has_no_space(self, key: Scalar, value: Node) -> bool:
        """Say whether a key is one with its value, since the colon has no space behind it; one that is, is reported."""
        if ":" not in key.value or not is_empty(value):
            return False
        from partykpi.parse.yaml.mistakes import missing_space

        pair = missing_space(key.value)
        if pair is not None:
            self.report(findings.MISSING_SPACE, key, key=pair[0], line=f"{pair[0]}: {pair[1]}")
        return pair is not None

    def has_cut_numbers(self, node: Sequence) -> bool:
        """Say whether commas of numbers made items of a list; those that did are reported, at the list."""
        from partykpi.parse.yaml.comma import as_finding, numbers_cut_in_list

        cuts = numbers_cut_in_list(self.source, node, decimal_comma=self.style == "vi")
        if cuts:
            definition, values = as_finding(self.source, node, cuts)
            self.report(definition, node, **values)
        return bool(cuts)

    def word(self, key: str) -> str:
        """Return a key or a fixed value in the language of the file's keys."""
        if self.source.keys == "en":
            return key
        from partykpi.parse.keys import in_vietnamese

        return in_vietnamese(key)

    def suggest_key(self, word: str, known: Collection[str]) -> Text:
        """Return the sentence that offers the nearest of the known keys, in the language of the file's keys."""
        if self.source.keys == "en" and word.isascii():
            return did_you_mean(word, known)
        from partykpi.parse.keys import in_vietnamese

        return did_you_mean(word, [in_vietnamese(name) for name in known])

    def scalar(self, key: str, node: Node | None, expected: Text = A_TEXT) -> str | None:
        """Return the text of a scalar that is not blank, or report what is there instead."""
        if type(node) is Scalar:
            if node.value.strip():
                return node.value
            self.report(findings.EMPTY_VALUE, node, key=key)
        elif node is not None:
            self.wrong_type(key, node, expected)
        return None

    def date(self, key: str, node: Node | None) -> date | None:
        """Return the date that is the value of a key, or report that there is none."""
        text = self.scalar(key, node)
        if text is None or node is None:
            return None
        day = self.day(text)
        if day is None:
            self.report(findings.UNPARSABLE_DATE, node, text=text, others="")
        return day

    def words(self, key: str, node: Node | None) -> GivenText | None:
        """Return a text that is given in one language or, as `{en:, vi:}`, in both."""
        if node is None:
            return None
        if type(node) is not Mapping:
            text = self.scalar(key, node, A_TEXT_OR_BOTH)
            if text is None:
                return None
            return GivenText(vi=text) if self.language == "vi" else GivenText(en=text)
        values = self.fields(node, LANGUAGES, (), Text(f"`{key}`", f"`{key}`"))
        texts = {language: self.scalar(language, value) for language, value in values.items()}
        if not any(texts.values()):
            if not texts:
                self.report(findings.EMPTY_VALUE, node, key=key)
            return None
        return GivenText(texts.get("en"), texts.get("vi"))

    def texts(self, values: dict[str, Node], *keys: str) -> dict[str, GivenText]:
        """Return the texts of those keys that are there, by their keys."""
        texts = {}
        for key in keys:
            if key in values and (text := self.words(key, values[key])) is not None:
                texts[key] = text
        return texts

    def choice(
        self,
        key: str,
        node: Node | None,
        choices: Collection[Choice],
        meaning: Callable[[Choice], Text] | None = None,
    ) -> Choice | None:
        """Return the one of the choices that is written, in English or Vietnamese, or report it with all of them.

        `meaning` says what a choice means, where its word alone does not.
        """
        text = None if node is None else self.scalar(key, node)
        if text is None or node is None:
            return None
        if text in choices:
            return cast(Choice, text)
        from partykpi.parse.keys import value_meant

        meant = value_meant(text, choices)
        if meant is not None:
            return meant
        listed = words_of_choices(choices, meaning, self.word)
        near = _nearest(text, [self.word(choice) for choice in choices])
        suggestion = Text(f"known here: {listed.en}", f"ở đây dùng được: {listed.vi}")
        if near is not None:
            suggestion = Text(
                f"did you mean `{near}`? Known here: {listed.en}",
                f"có phải là `{near}`? Ở đây dùng được: {listed.vi}",
            )
        self.report(findings.UNKNOWN_CHOICE, node, value=text, key=key, suggestion=suggestion)
        return None


def is_in_languages(node: Mapping) -> bool:
    """Say whether a mapping is a text in one language or in both, as `{en:, vi:}`."""
    return any(key.value in LANGUAGES for key, _ in node.entries)


def words_of_choices(
    choices: Collection[Choice],
    meaning: Callable[[Choice], Text] | None = None,
    written: Callable[[str], str] = str,
) -> Text:
    """Return the words that a key can have, each with what it means where that is known and says more."""
    en, vi = [], []
    for choice in choices:
        word = written(choice)
        own = Text("", "") if meaning is None else meaning(choice)
        en.append(f"`{word}` ({own.en})" if own.en and own.en != word else f"`{word}`")
        vi.append(f"`{word}` ({own.vi})" if own.vi and own.vi != word else f"`{word}`")
    return Text(", ".join(en), ", ".join(vi))


def did_you_mean(word: str, known: Collection[str]) -> Text:
    """Return the sentence that offers the nearest of the known words, or names them all where none is near."""
    near = _nearest(word, known)
    if near is not None:
        return Text(f"did you mean `{near}`?", f"có phải là `{near}`?")
    listed = ", ".join(f"`{name}`" for name in list(known)[:_MOST_LISTED])
    return Text(f"known here: {listed}", f"ở đây dùng được: {listed}")


def _nearest(word: str, known: Collection[str]) -> str | None:
    """Return the one of the known words that is most like a word, with or without accents, or None."""
    from difflib import get_close_matches

    from partykpi.parse.search import fold

    _sought[0] += 1
    if _sought[0] > _MOST_SOUGHT or len(word) > _LONGEST_SOUGHT:
        return None
    near = get_close_matches(word.casefold(), list(known), n=1, cutoff=0.6)
    if not near and not "".join(known).isascii():
        folded = {fold(name): name for name in known}
        near = [folded[name] for name in get_close_matches(fold(word), list(folded), n=1, cutoff=0.6)]
    return near[0] if near else None
