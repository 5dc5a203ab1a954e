"""English and Vietnamese: both everywhere, neither in the other's place, and the same figures in both."""

from __future__ import annotations

import ast
import html
import importlib
import json
import os
import pkgutil
import re
import string
import subprocess
import sys
from calendar import month_name
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import click
import pytest
from samples.examples import EXAMPLES, rendered, report_of

import partykpi
from partykpi.cli import COMMANDS
from partykpi.cli._click import VIETNAMESE
from partykpi.core.report import check_claims
from partykpi.findings import DEFINITIONS
from partykpi.parse import load_content
from partykpi.parse.catalogue import INLINE_KEYS
from partykpi.parse.decode import RESOLUTION_KEYS, TARGET_KEYS, THRESHOLD_KEYS
from partykpi.parse.document import DOCUMENT_KEYS, SIGNATORY_KEYS
from partykpi.parse.keys import KEYS, VALUES, in_keys_of_file, in_vietnamese, key_meant, value_meant
from partykpi.parse.text.period import read_period
from partykpi.parse.text.units import SCALES, find_unit
from partykpi.parse.values.claims import CLAIM_KEYS, SUMMARY_KEYS
from partykpi.parse.yaml.source import Mapping, Node, Scalar, Sequence, read
from partykpi.problem import Definition
from partykpi.render import report as formats
from partykpi.render.text import locale
from partykpi.text import LANGUAGES, Language

ROOT = Path(__file__).parent.parent
ENGLISH = sorted((ROOT / "tests" / "data").glob("*.en.yaml"))
ERRORS = sorted((ROOT / "tests" / "errors").glob("*.yaml"))

Run = Callable[..., Any]


# Every message of our own


class Pair(NamedTuple):
    """A message as the code gives it in both languages, and its place; every form of it where it has several."""

    place: str
    en: tuple[str, ...]
    vi: tuple[str, ...]


def pairs() -> Iterator[Pair]:
    """Go through the messages that the code gives in both languages."""
    for path in sorted((ROOT / "partykpi").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            if (
                isinstance(node, ast.Call)
                and isinstance(called, ast.Name)
                and called.id in ("Text", "message", "say")
                and len(node.args) >= 2
            ):
                en, vi = (tuple(forms(argument)) for argument in node.args[:2])
                if en and vi:
                    yield Pair(f"{path.relative_to(ROOT)}:{node.lineno}", en, vi)


def forms(node: ast.expr) -> Iterator[str]:
    """Return the forms that a message has in the code, with empty braces for what only a run puts in."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=parts):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in parts)
        case ast.IfExp(body=one, orelse=other):
            yield from (*forms(one), *forms(other))
        case ast.BinOp(left=left, right=right):
            yield from (first + second for first in forms(left) for second in forms(right))


PAIRS = list(pairs())
BOTH = [(pair.place, pair.en[0], pair.vi[0]) for pair in PAIRS if len(pair.en) == len(pair.vi) == 1]


def test_no_text_is_missing() -> None:
    """Where one language says something, so does the other."""
    assert len(BOTH) > 800
    one_sided = [place for place, en, vi in BOTH if bool(en.strip()) != bool(vi.strip())]
    assert all(place.startswith("partykpi/render/text/locale.py") for place in one_sided), one_sided  # 1st, hạng 1


def test_the_same_values_stand_in_both() -> None:
    """A template names the same values in both languages; only libyaml's own words are English alone."""

    def fields(template: str) -> set[str | None]:
        return {field for _, field, _, _ in string.Formatter().parse(template) if field is not None}

    uneven = [
        place
        for place, en, vi in BOTH
        if "{" in en + vi and not re.search(r"\{\w+: ?", en) and fields(en) != fields(vi)
    ]
    assert [place for place in uneven if not place.startswith("partykpi/findings.py")] == []
    codes = [
        code
        for code, one in DEFINITIONS.items()
        for text in (one.message, one.remedy)
        if fields(text.en) != fields(text.vi)
    ]
    assert codes == ["syntax"]


# English words in Vietnamese


def words(text: str) -> set[str]:
    """Return the words of a text that could be English: of two letters or more, none with an accent."""
    return {word.lower() for word in re.findall(r"[^\W\d_]{2,}", re.sub(r"\{[^{}]*\}", " ", text)) if word.isascii()}


# Names and terms that have no other form in Vietnamese, and the Vietnamese words that look like English ones.
SHARED = words(
    "partykpi Eurostat Open SDG YAML UTF JSON XML GitHub JUnit SARIF Bash byte MB vi en USD ha Word Excel Markdown "
    "tabulate xls do so nam"
) | set(formats.endings())

ENGLISH_WORDS = {word for pair in PAIRS for text in pair.en for word in words(text)} | {
    word for text in VIETNAMESE for word in words(text)
}


def prose(text: str) -> str:
    """Return a text without what is the same in any language: codes, ids, options, files, and what is quoted."""
    text = re.sub(r"^ *\d+ \|.*$|^ +\|.*$", " ", text, flags=re.MULTILINE)  # the lines of the file itself
    text = re.sub(r"\x1b\[[0-9;]*m", "", text)
    text = re.sub(r"\S+\.yaml(?::\d+)*|partykpi [a-z]+", " ", text)
    text = re.sub(rf"\b(?:{'|'.join(sorted(DEFINITIONS, key=len, reverse=True))})\b", " ", text)
    text = re.sub(r"`[^`]*`|“[^”]*”|'[^']*'|\"[^\"]*\"", " ", text)
    text = re.sub(r"\S*[A-Za-z]+[/.][a-z]\S*|\b[a-z]+(?:-[a-z]+)+\b", " ", text)
    text = re.sub(r"(?:[a-z]+,\s+){3,}[a-z]+", " ", text)
    return re.sub(r"\[[a-z|\s-]+\]|\[mặc định:\s+\w+\]|\{[a-z:, ]+\}|--?[a-z][a-z-]*|<stdin>", " ", text)


def english_in(text: str) -> set[str]:
    """Return the words of a text that the English messages use and Vietnamese does not have."""
    return words(prose(text)) & ENGLISH_WORDS - SHARED


def test_english_is_known_when_seen() -> None:
    """Every English sentence is caught, and a Vietnamese one passes."""
    sentences = [(pair.place, text) for pair in PAIRS for text in pair.en if len(re.findall("[a-z]{2,}", text)) > 3]
    assert [place for place, text in sentences if not english_in(text)] == []
    assert english_in("Tính mức đạt từng chỉ tiêu của nghị quyết nhiệm kỳ, chính xác và có căn cứ") == set()


def test_no_message_in_vietnamese_is_english() -> None:
    """No word of the English messages is in a Vietnamese one, but for those that both languages have."""
    to_type = ("Ví dụ:", "Bắt đầu bằng:", "\b\nVí dụ:")
    messages = [(pair.place, text) for pair in PAIRS for text in pair.vi if not text.startswith(to_type)]
    messages += [(f"click: {en}", vi) for en, vi in VIETNAMESE.items()]
    assert {place: found for place, text in messages if (found := english_in(text))} == {}


def test_no_word_is_shared_in_vain() -> None:
    """Each word that both languages may have is in an English message, or ends a file."""
    assert SHARED - ENGLISH_WORDS - set(formats.endings()) == set()


# What a person reads


def own_texts(path: Path) -> list[str]:
    """Return what the file itself says, the longest first: that is not ours to translate."""

    def scalars(node: Node | None) -> Iterator[str]:
        if type(node) is Scalar:
            yield " ".join(node.value.split())
        elif type(node) is Sequence:
            for item in node.items:
                yield from scalars(item)
        elif type(node) is Mapping:
            for key, value in node.entries:
                yield " ".join(key.value.split())
                yield from scalars(value)

    said = set(scalars(read(path.name, path.read_bytes()).root))
    return sorted((text for text in said if re.search("[A-Za-z]{2}", text)), key=len, reverse=True)


def without(text: str, own: list[str]) -> str:
    """Return the text in one line, without what the file says, nor the words that a long line was cut to."""
    text = " ".join(re.sub(r"\S+\.yaml(?::\d+)*", " ", text).split())
    for said in own:
        text = re.sub(rf"(?<!\w){re.escape(said)}(?!\w)", " ", text)
    return text


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_report_in_vietnamese_is_all_vietnamese(run: Run, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The report of every example, and the explanation of its every target, holds no English but the file's own."""
    own = own_texts(path)
    monkeypatch.setenv("COLUMNS", "1000")
    shown = [rendered(path, "vi", "plain").decode(), run("report", path, "--lang", "vi", "--format", "table").out]
    ids = [one.target.id for one in report_of(path).assessments]
    explained = [run("explain", path, id, "--lang", "vi").out for id in ids]
    for text in shown + explained:
        assert english_in(without(text, own)) == set()
        assert "ngày ngày" not in text.lower()
    in_file = set(_IN_FIGURES.findall(path.read_text(encoding="utf-8")))
    for text in explained:
        assert set(_IN_FIGURES.findall(re.sub(r"^ *= .*$", " ", text, flags=re.MULTILINE))) <= in_file


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_format_and_command_in_vietnamese_is_all_vietnamese(run: Run, tmp_path: Path, path: Path) -> None:
    """Nor do the other formats of a report, pictures, comparisons, sheets and what is said of them."""
    own = own_texts(path)
    page = re.sub(r"<(style|script)\b.*?</\1>|<[^>]*>", " ", rendered(path, "vi", "html").decode(), flags=re.DOTALL)
    sheet = tmp_path / "bảng.xlsx"
    said = [html.unescape(page), rendered(path, "vi", "md").decode(), rendered(path, "vi", "csv").decode()]
    for ran in (
        run("chart", path, "--lang", "vi"),
        run("compare", path, "--from", "giữa nhiệm kỳ", "--to", "cuối nhiệm kỳ", "--lang", "vi"),
        run("template", path, "-o", sheet, "--lang", "vi"),
    ):
        assert ran.status == 0
        said.append(ran.out.replace(str(sheet), " "))
    for text in said:
        assert english_in(without(text, own)) == set()


@pytest.mark.parametrize("path", ERRORS, ids=lambda path: path.stem)
def test_findings_name_the_keys_of_a_file_in_vietnamese(path: Path) -> None:
    """Of a file with Vietnamese keys no message and no remedy names an English key or fixed value."""
    example, text = DEFINITIONS[path.stem].bad, path.read_text(encoding="utf-8")
    style = "cách viết số: vi\n" if "targets:" in text and "numbers:" not in text else ""
    content = load_content("tệp.yaml", f"{style}{text.replace(example.en, example.vi)}".encode(), any_content=True)
    claims = () if content.resolution is None else check_claims(content.resolution, date(2026, 1, 1))
    for finding in (*content.findings, *map(in_keys_of_file, claims)):
        if finding.place.source.keys == "vi" and finding.code not in _OF_BOTH:
            for sentence in (finding.definition.message, finding.definition.remedy):
                said = re.sub("partykpi [a-z]+", "", locale.fill(sentence, finding.values, "vi"))
                quoted = re.findall("`([^`]*)`", said)
                assert {
                    word for one in quoted for word in re.findall(r"[a-z_-]{3,}(?![/a-z_-])", one)
                } & _ENGLISH_KEYS == set()


_ENGLISH_KEYS = {*KEYS, *VALUES} - {"en", "vi"}

# Findings that name keys of both languages: those that a resolution has, and one key by two names.
_OF_BOTH = ("not-a-resolution", "duplicate-key")


@pytest.mark.parametrize("path", ERRORS, ids=lambda path: path.stem)
def test_findings_in_vietnamese_are_all_vietnamese(run: Run, path: Path) -> None:
    """What `check` says of every reproducer holds no English but the file's own."""
    ran = run("check", path, "--lang", "vi")
    assert ran.status in (0, 1)
    plain = re.sub(r"^ *\d+ \|.*$|^ +\|.*$", " ", ran.out, flags=re.MULTILINE)
    assert english_in(without(plain, own_texts(path) if path.stem not in ("syntax", "tab") else [])) == set()


@pytest.mark.parametrize(
    "arguments",
    [
        ("findings",),
        ("indicators", "kết", "nạp"),
        ("indicators", "zzzz"),
        ("solve", "--actual", "48", "--reported", "117%"),
        ("solve", "--actual", "28", "--reported", "vượt 186,6%"),
        ("solve", "--actual", "48", "--target", "41", "--reported", "117%"),
        ("solve", "--actual", "1..2", "--target", "3"),
        ("solve", "--target", "700", "--reported", "78,14%"),
        *(("findings", code) for code in DEFINITIONS),
    ],
    ids=" ".join,
)
def test_other_commands_in_vietnamese_are_all_vietnamese(run: Run, arguments: tuple[str, ...]) -> None:
    """Nor does what the other commands say."""
    ran = run(*arguments, "--lang", "vi")
    text = ran.out + ran.err
    if arguments[0] == "findings" and len(arguments) > 1:
        text = text[: text.index("\nsai:")]  # what follows are the lines of a file
    assert text
    assert english_in(text) == set()


@cache
def spoken(*arguments: str) -> str:
    """Return what the program says in a Vietnamese environment, in a process of its own."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("LC_")}
    ended = subprocess.run(
        [sys.executable, "-m", "partykpi", *arguments],
        env={**environment, "LANG": "vi_VN.UTF-8", "PYTHONUTF8": "1"},
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
    )
    return ended.stdout + ended.stderr


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_in_vietnamese(command: str) -> None:
    """The environment's language is that of the help, click's own words included."""
    said = spoken(*command.split(), "--help")
    assert said.startswith("Cách dùng: partykpi")
    assert "Tùy chọn:" in said
    said = said.partition("Các lệnh:")[0] if not command else said
    assert english_in(re.sub(r"Ví dụ: .*|Bắt đầu bằng: .*", "", said, flags=re.DOTALL)) == set()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("report",), "Lỗi: Thiếu tham số 'TỆP...'."),
        (("bogus",), "Lỗi: Không có lệnh 'bogus'."),
        (("report", "--bogus", "x"), "Lỗi: Không có tùy chọn '--bogus'."),
        (("report", "x", "--format", "bogus"), "Giá trị của '--format' không hợp lệ: 'bogus' không thuộc các giá trị "),
        (("report", "x", "--as-of"), "Lỗi: Tùy chọn '--as-of' cần một giá trị."),
        (("explain", "a", "b", "c"), "Lỗi: Thừa tham số (c)"),
        (("indicators", "--catalogue", "no-such"), "Lỗi: Giá trị của '--catalogue' không hợp lệ: không có 'no-such'."),
        (("solve",), "cần ít nhất hai trong ba số"),
        (("report", "examples/hai-duong-2024.yaml", "--as-of", "sớm"), "ghi ngày như 30/9/2024"),
        (
            ("report", "examples/hai-duong-2024.yaml", "--as-of", "30/9/2023"),
            "--as-of 30/9/2023 sớm hơn ngày bắt đầu nhiệm kỳ của examples/hai-duong-2024.yaml "
            "(ngày 01 tháng 01 năm 2024)",
        ),
        (("check", "no-such.yaml"), "không đọc được tệp: không có tệp này"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_wrong_usage_is_said_in_vietnamese(arguments: tuple[str, ...], words: str) -> None:
    """Complaints about the command line are Vietnamese throughout."""
    said = spoken(*arguments)
    assert words in " ".join(said.split())
    rest = re.sub(r"no-such[\w.]*|bogus|hai-duong|examples", "", said)
    assert english_in(rest) == set()


def test_lang_overrides_the_environment() -> None:
    """`--lang en` in a Vietnamese environment speaks English, help and complaints included."""
    assert spoken("report", "--lang", "en", "--help").startswith("Usage: partykpi report [OPTIONS] FILE...")
    assert "Error: Missing argument 'FILE...'." in spoken("report", "--lang=en")


def test_dates_of_the_command_line_in_vietnamese() -> None:
    """A day can be given as it is written in Vietnamese."""
    for as_of in ("31/12/2022", "năm 2022", "quý 4/2022", "2022-12-31"):
        said = spoken("report", "examples/illustrative-2020-2025.yaml", "--as-of", as_of, "--format", "plain")
        assert "As of 31 December 2022 ·" in said or "Tính đến ngày 31 tháng 12 năm 2022 ·" in said


def test_all_that_click_says_is_translated() -> None:
    """Every sentence that click can say to the user of a program has its Vietnamese."""
    modules = [module.name for module in pkgutil.iter_modules(click.__path__)]
    said: set[str] = set()
    for name in modules:
        if name in ("_winconsole", "_termui_impl", "testing", "utils", "decorators"):
            continue
        source = (Path(click.__path__[0]) / f"{name}.py").read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext"):
                said |= {one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)}
    to_programmers = re.compile(
        r"DeprecationWarning|[Dd]eclar|iterable|defined twice|Boolean option|Choice\(|UUID|format|^\?$|start character|"
        r"color|len_type|environment"
    )
    assert {text for text in said if not to_programmers.search(text)} - set(VIETNAMESE) == set()


# Dates


DATES = [
    path
    for folder in ("snapshots", "errors")
    for path in sorted((ROOT / "tests" / folder).glob("*.txt"))
    if folder == "snapshots" or path.name.startswith(("as-of-before-term", "reading-outside-term"))
]
_IN_FULL = re.compile(rf"ngày \d\d tháng (?:0[12]|[3-9]|1[012]) năm \d{{4}}|\d+ (?:{'|'.join(month_name[1:])}) \d{{4}}")
_IN_FIGURES = re.compile(r"\d+/\d+/\d{4}|\d{4}-\d\d-\d\d")
_ABOVE_SENTENCES = ("Notes", "Ghi chú", "Published figures", "Số liệu đã công bố")


def sentences(path: Path) -> str:
    """Return what an expected output says beside tables, formulas, axes and the lines of files."""
    text = path.read_text(encoding="utf-8")
    if path.name.startswith(("report", "compare")):
        first, *others, last = text.split("\n\n")
        return "\n".join([first, *(other for other in others if other.startswith(_ABOVE_SENTENCES)), last])
    formula, axis, of_file, remedy = r" *= ", r" +\S+ +\S+$", r" +\d+ \|", " +(?:remedy|cách sửa): "
    left_out = re.compile("|".join((formula, axis, of_file, remedy)))
    text = "\n".join(line for line in text.splitlines() if not left_out.match(line))
    return re.sub(r"(?<=: )by \d{4}-\d\d-\d\d", "", text)  # a goal as its file has it


@pytest.mark.parametrize("path", DATES, ids=lambda path: path.stem)
def test_dates_of_sentences_are_written_in_full(path: Path) -> None:
    """Dates in figures are in tables only, and no word for a day comes before a date that brings its own."""
    text = sentences(path)
    assert _IN_FULL.search(text)
    assert _IN_FIGURES.findall(text) == []
    assert "ngày ngày" not in " ".join(path.read_text(encoding="utf-8").lower().split())


@pytest.mark.parametrize("definition", DEFINITIONS.values(), ids=list(DEFINITIONS))
def test_a_date_fits_every_finding(definition: Definition) -> None:
    """Whatever value of a finding is a date, its sentence has the date in full, and the word for a day once."""
    for template in (definition.message, definition.remedy):
        names = {name for _, name, _, _ in string.Formatter().parse(template.vi) if name}
        text = locale.fill(template, dict.fromkeys(names, date(2023, 4, 3)), "vi")
        assert text.count("ngày 03 tháng 4 năm 2023") == len(re.findall(r"(?<!\{)(?:\{\{)*\{\w+\}", template.vi))
        assert "ngày ngày" not in text


def test_no_text_brings_the_word_for_a_day() -> None:
    """No template says “ngày” before a value: a date brings the word, and nothing else needs it."""
    assert [place for place, _, vi in BOTH if re.search(r"\bngày \{\w", vi, re.IGNORECASE)] == []


# The same content in both languages


_MAPPINGS = (
    (re.compile(r""), RESOLUTION_KEYS),
    (re.compile(r"/term|(?:/targets/[^/]+)?/period"), ("from", "to")),
    (re.compile(r"/source"), ("title", "published", "url")),
    (re.compile(r"(?:/targets/[^/]+)?/thresholds"), THRESHOLD_KEYS),
    (re.compile(r"/document"), DOCUMENT_KEYS),
    (re.compile(r"/document/signatory"), SIGNATORY_KEYS),
    (re.compile(r"/reported/\d+"), SUMMARY_KEYS),
    (re.compile(r"/targets/[^/]+"), TARGET_KEYS),
    (re.compile(r"/targets/[^/]+/indicator"), INLINE_KEYS),
    (re.compile(r"/targets/[^/]+/reported(/\d+)?"), CLAIM_KEYS),
    (re.compile(r"/targets/[^/]+/amended/\d+"), ("on", "target", "reason")),
    (re.compile(r"/targets/[^/]+/readings/[^/]+/\d+"), ("figure", "known")),
)
_FIXED = (
    "profile",
    "measured_against",
    "every",
    "kind",
    "mean",
    "cumulative",
    "better",
    "rollup",
    "frequency",
    "sense",
    "counting",
)
_WORDS_TO_VI = {
    "exceeds": "vượt",
    "exceeded": "vượt",
    "achieved": "đạt",
    "nearly": "cơ bản đạt",
    "over": "trên",
    "points": "điểm %",
    "times": "lần",
    "of": "trên",
    "year": "năm",
    "thousand": "nghìn",
    "million": "triệu",
    "billion": "tỷ",
}
_TO_VI = str.maketrans(",._", ".,.")


def written_in_vietnamese(path: Path) -> str:
    """Return the file with its keys, fixed values, periods, numbers and units in Vietnamese."""
    root = read(path.name, path.read_bytes()).root
    assert type(root) is Mapping
    assert not any(key.value == "cách viết số" for key, _ in root.entries)
    lines = "".join(_mapping(root, "", 0))
    return lines if '"cách viết số":' in lines else f"cách viết số: vi\n{lines}"


def _node(node: Node, where: str, key: str, depth: int) -> str:
    if type(node) is Mapping:
        return "\n" + "".join(_mapping(node, where, depth + 1))
    if type(node) is Sequence:
        items = (_node(item, f"{where}/{n}", key, depth + 1) for n, item in enumerate(node.items))
        return "\n" + "".join(f"{'  ' * depth}-{item if item[0] == chr(10) else f' {item}'}" for item in items)
    assert type(node) is Scalar
    return f" {json.dumps(_scalar(node.value, where, key), ensure_ascii=False)}\n"


def _mapping(node: Mapping, where: str, depth: int) -> Iterator[str]:
    known = next((keys for pattern, keys in _MAPPINGS if pattern.fullmatch(where)), None)
    for key, value in node.entries:
        name = key.value
        if known is not None:
            name = KEYS[key.value][0]
            assert key_meant(name, known) == key.value
        elif (period := read_period(key.value)) is not None:
            name = period.name.vi
        yield f"{'  ' * depth}{json.dumps(name, ensure_ascii=False)}:"
        inner = key.value if known is not None else where.rpartition("/")[2]
        yield _node(value, f"{where}/{key.value}", inner, depth)


def _scalar(text: str, where: str, key: str) -> str:
    if key in (
        "en",
        "vi",
        "indicator",
        "language",
        "term",
        "source",
        "title",
        "resolution",
        "committee",
        "url",
        "published",
    ):
        return text
    if key in ("owner", "note", "name", "definition", "reason", "acknowledged"):
        return text
    if where.startswith("/document/") and key not in ("profile", "date"):
        return text
    if key == "numbers":
        return "vi"
    if key in _FIXED:
        assert value_meant(VALUES[text][0], VALUES) is not None
        return VALUES[text][0]
    if key == "unit":
        unit = find_unit(text)
        assert unit is not None
        return unit.many.vi
    if in_vietnamese(text) != text and not re.fullmatch("[0-9]{4}|achieved|exceeded|nearly", text):
        return in_vietnamese(text)
    if read_period(text) is not None:
        return text
    text = re.sub(r"[0-9]+(?:[_,.][0-9]+)*", lambda found: found[0].translate(_TO_VI), text)
    return re.sub(r"[A-Za-z]+(?: [A-Za-z]+)*", _word, text)


def _word(found: re.Match[str]) -> str:
    words = found[0].split()
    scales = [_WORDS_TO_VI[word] for word in words if word in SCALES]
    rest = " ".join(word for word in words if word not in SCALES)
    unit = find_unit(rest) if rest and rest not in _WORDS_TO_VI else None
    name = unit.many.vi if unit is not None else _WORDS_TO_VI[rest] if rest else ""
    return " ".join([*scales, *([name] if name else [])])


def comparable(report: str) -> Any:
    """Return a JSON report without what is copied from its file as it was written."""
    (tree,) = json.loads(report)["reports"]
    del tree["file"]
    claims = [*tree["summary"]["reported"], *(claim for target in tree["targets"] for claim in target["reported"])]
    for claim in claims:
        claim["detail"] = claim["detail"].replace(f"“{claim['text']}”", "“…”", 1)
    readings = [reading for target in tree["targets"] for reading in (*target["readings"], target["baseline"])]
    periods = [reading["period"] for reading in readings if reading is not None]
    known = [claim["acknowledged"] for claim in claims]
    for written in (*claims, *readings, *periods, *known):
        for key in ("text", "file", "line", "column"):
            (written or {}).pop(key, None)
    return tree


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "path",
    [*ENGLISH, *(path for path in EXAMPLES if "targets:" in path.read_text(encoding="utf-8"))],
    ids=lambda p: p.stem,
)
def test_the_same_content_in_vietnamese_gives_the_same_report(
    tmp_path: Path, run: Run, path: Path, language: Language
) -> None:
    """Keys, fixed values, periods, numbers and units translated by the tables: the JSON does not change."""
    translated = tmp_path / "tệp.yaml"
    translated.write_text(written_in_vietnamese(path), encoding="utf-8")
    ran = run("report", translated, "--format", "json", "--lang", language)
    assert ran.err == ""
    assert comparable(ran.out) == comparable(run("report", path, "--format", "json", "--lang", language).out)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ENGLISH, ids=lambda path: path.stem)
def test_a_vietnamese_example_says_what_its_english_twin_says(run: Run, path: Path, language: Language) -> None:
    """The examples that are in Vietnamese give the same JSON as the same content in English."""
    example = ROOT / "examples" / path.name.replace(".en.yaml", ".yaml")
    assert "chỉ tiêu:" in example.read_text(encoding="utf-8")
    english, vietnamese = (run("report", file, "--format", "json", "--lang", language).out for file in (path, example))
    assert comparable(vietnamese) == comparable(english)


def test_there_are_examples_in_vietnamese() -> None:
    """Two examples are Vietnamese through and through."""
    assert len(ENGLISH) == 2


# The same figures in both languages


def figures(text: str, language: Language) -> Counter[str]:
    """Return the numbers of a text, months among them, as they would be in English."""
    if language == "en":
        text = re.sub("|".join(month_name[1:]), lambda found: str(list(month_name).index(found[0])), text)
    if language == "vi":
        text = re.sub(r"6 tháng (đầu|cuối) năm (\d{4})", lambda of: f"{of[2]}-H{1 + (of[1] == 'cuối')}", text)
        text = re.sub(r"(?<=ngày |háng )0|\b0(?=\d (?:chỉ tiêu|vượt|đạt))", "", text)
        text = re.sub(r"(?<=\d)[.,](?=\d)", lambda found: {".": ",", ",": "."}[found[0]], text)
    text = re.sub(r"at (one|two) decimals?", lambda found: f"at {('one', 'two').index(found[1]) + 1}", text)
    text = re.sub(r"half up|half to even|một chữ số|hai chữ số", "", text)
    return Counter(re.findall(r"\d{4}-\d\d-\d\d|\d+(?:,\d{3})*(?:\.\d+)?", text))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_both_languages_carry_the_same_figures(path: Path) -> None:
    """The JSON report is one but for its sentences, and those hold the same numbers."""

    def compare(en: Any, vi: Any) -> None:
        if isinstance(en, dict):
            assert en.keys() == vi.keys()
            claimed = en.get("text")  # quoted as it was written, whatever the language of the report
            for key in en:
                compare(*(tree[key].replace(f"“{claimed}”", "") if key == "detail" else tree[key] for tree in (en, vi)))
        elif isinstance(en, list):
            for one, other in zip(en, vi, strict=True):
                compare(one, other)
        elif en != vi:
            assert figures(en, "en") == figures(vi, "vi")

    compare(*(json.loads(rendered(path, language, "json")) for language in LANGUAGES))


def test_every_module_is_looked_at() -> None:
    """What is scanned are all modules of the package."""
    names = [module.name for module in pkgutil.walk_packages(partykpi.__path__, "partykpi.")]
    for name in names:
        if name != "partykpi.__main__":
            assert importlib.import_module(name).__doc__
