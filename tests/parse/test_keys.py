"""Keys, fixed values and periods of a file in Vietnamese."""

from __future__ import annotations

from datetime import date
from unicodedata import normalize

import pytest

from partykpi.core import kinds
from partykpi.parse import catalogue, decode, document, load_content
from partykpi.parse.keys import KEYS, VALUES, comparable, in_vietnamese, key_meant, value_meant
from partykpi.parse.text.period import read_period
from partykpi.parse.text.period_words import read_period_in_words
from partykpi.parse.values import claims
from partykpi.problem import Finding
from partykpi.render.text.locale import fill
from partykpi.text import LANGUAGES, Language

# Every mapping of a file whose keys are fixed, and every value that is one of a few.
MAPPINGS: dict[str, tuple[str, ...]] = {
    "a resolution": decode.RESOLUTION_KEYS,
    "a unit": ("en", "vi", "is", "counted"),
    "a term": ("from", "to"),
    "a period": ("from", "to"),
    "a source": ("title", "published", "url"),
    "thresholds": decode.THRESHOLD_KEYS,
    "a document": document.DOCUMENT_KEYS,
    "a signatory": document.SIGNATORY_KEYS,
    "a target": decode.TARGET_KEYS,
    "a reading": ("figure", "known"),
    "an amendment": ("on", "target", "reason"),
    "a claim": claims.CLAIM_KEYS,
    "a claim about the whole": claims.SUMMARY_KEYS,
    "an indicator": (*catalogue.INDICATOR_KEYS, "field", "also"),
    "a field": ("field", "indicators"),
}
CHOICES: dict[str, tuple[str, ...]] = {
    "language": ("en", "vi"),
    "as_of": ("mid-term", "end"),
    "cumulative": ("yes", "no"),
    "mean": ("compound", "arithmetic"),
    "target": ("unknown",),
    "measured_against": ("low", "high"),
    "profile": ("party", "state", "plain"),
    "every": ("term", "year", "average"),
    "kind": kinds.names(),
    "better": ("higher", "lower"),
    "rollup": ("sum", "share", "mean", "none"),
    "frequency": ("month", "quarter", "half-year", "year", "term"),
    "sense": ("reaches", "exceeds", "points", "times", "share", "difference", "early", "level", "mean", "change"),
    "counting": ("inside", "apart"),
}

FILE = """\
nghị quyết: Nghị quyết đại hội
đảng bộ: Đảng bộ Sở
nhiệm kỳ: 2020-2025
cách viết số: vi
chỉ tiêu:
  ket-nap:
    chỉ số: party/members-admitted
    chỉ tiêu: 700 đảng viên
    kết quả: 547 đảng viên
    công bố: đạt 78,14%
"""


def found(text: str) -> list[Finding]:
    """Return what is found in a file."""
    return load_content("tệp.yaml", text.encode(), any_content=True).findings


def sentences_of(text: str, language: Language) -> list[str]:
    """Return message and remedy of everything found in a file."""
    return [
        f"{finding.code}: {fill(part, finding.values, language)}"
        for finding in found(text)
        for part in (finding.definition.message, finding.definition.remedy)
    ]


@pytest.mark.parametrize("known", MAPPINGS.values(), ids=list(MAPPINGS))
def test_every_key_has_a_name_of_its_own(known: tuple[str, ...]) -> None:
    """In each mapping every key can be written in Vietnamese, and no name means two of its keys."""
    own = [key for key in known if key not in LANGUAGES]
    names = [comparable(name) for key in own for name in KEYS[key]]
    assert len(names) == len(set(names))
    for key in own:
        assert {key_meant(name, known) for name in KEYS[key]} == {key}
        assert not set(KEYS[key]) & set(known)


@pytest.mark.parametrize("known", CHOICES.values(), ids=list(CHOICES))
def test_every_fixed_value_has_a_name_of_its_own(known: tuple[str, ...]) -> None:
    """Wherever one of a few values is written, each can be written in Vietnamese and none is taken for another."""
    names = [comparable(name) for value in known for name in VALUES[value]]
    assert len(names) == len(set(names))
    for value in known:
        assert {value_meant(name, known) for name in VALUES[value]} == {value}


def test_the_table_holds_nothing_else() -> None:
    """Every key has a name, and no key and no value is named that there is not; the codes of the languages stay."""
    assert set(KEYS) == {key for known in MAPPINGS.values() for key in known} - set(LANGUAGES)
    assert set(VALUES) == {value for known in CHOICES.values() for value in known}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("cấp ủy", "Cấp Uỷ"),
        ("nhiệm kỳ", normalize("NFD", "NHIỆM KÌ")),
        ("lý do", "lí do"),
        ("tỷ giá", "tỉ giá"),
        ("hằng quý", "hằng quí"),
        ("mức đầu kỳ", "mức  đầu_kỳ "),
    ],
)
def test_spellings_of_one_word_are_alike(one: str, other: str) -> None:
    """Capitals, the form of the accents, the place of the tone, i and y, and spaces make no difference."""
    assert comparable(one) == comparable(other)


def test_accents_make_a_difference() -> None:
    """A name without its accents is not guessed at."""
    assert key_meant("chi tieu", decode.RESOLUTION_KEYS) is None


@pytest.mark.parametrize("change", [str, str.upper, lambda text: normalize("NFD", text)])
def test_a_file_in_vietnamese(change: object) -> None:
    """It is read as one in English is, in capitals and in either form of the accents."""
    assert callable(change)
    lines = [line.partition(":") for line in FILE.splitlines()]
    text = "".join(
        f"{change(key) if not key.endswith('ket-nap') else key}{colon}{rest}\n" for key, colon, rest in lines
    )
    content = load_content("tệp.yaml", text.encode())
    assert content.findings == []
    assert content.resolution is not None
    assert content.resolution.name.vi == "Nghị quyết đại hội"
    assert content.resolution.committee.en is None
    (target,) = content.resolution.targets
    assert target.readings[0].text == "547 đảng viên"
    assert content.resolution.language == "vi"


@pytest.mark.parametrize(
    "twin", ["    actual: 3 đảng viên\n", "    thực hiện: 3 đảng viên\n", "    KẾT QUẢ: 3 đảng viên\n"]
)
def test_a_key_and_its_twin_are_one_key_twice(twin: str) -> None:
    """English and Vietnamese, or two names in Vietnamese, do not go together; the first counts."""
    (finding,) = found(FILE + twin)
    assert finding.code == "duplicate-key"
    assert finding.place.line == len(FILE.splitlines()) + 1
    assert finding.values["line"] == 9
    assert "` = `kết quả` đã có ở dòng 9" in fill(finding.definition.message, finding.values, "vi")
    content = load_content("tệp.yaml", (FILE + twin).encode())
    assert content.resolution is not None
    assert content.resolution.targets[0].readings[0].text == "547 đảng viên"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("kết quả:", "kêt quả:", "`kết quả`"),
        ("kết quả:", "ket qua:", "`kết quả`"),
        ("đảng bộ: Đảng bộ Sở\n", "", "`đảng bộ`"),
        ("đảng bộ: Đảng bộ Sở", "đảng bộ:", "`đảng bộ`"),
        ("    kết quả:", "    số liệu: {2021: 3}\n    kết quả:", "`kết quả`"),
        ("cách viết số: vi", "cách viết số: pháp", "cách viết số"),
        ("700 đảng viên", "82,913 đảng viên", "`cách viết số: en`"),
        ("nhiệm kỳ: 2020-2025", "nhiệm kỳ: năm năm", "`{từ: 13/06/2020, đến: 12/06/2025}`"),
        ("nhiệm kỳ: 2020-2025", "nhiệm kỳ: 2020-2025\nngày đánh giá: giữa kỳ", "`giữa nhiệm kỳ`"),
        ("kết quả: 547", "số liệu: {quý 5/2022: 547}\n    ghi chú: 547", "`quý 3/2022`"),
        ("chỉ số: party/members-admitted", "chỉ số: {loại: tổng sô}", "`tổng số`"),
        ("chỉ số: party/members-admitted", "chỉ số: work/review-done", "`chậm nhất`"),
        (
            "    chỉ số: party/members-admitted",
            "    so sánh với: mức cao\n    chỉ số: party/members-admitted",
            "`mức cao`",
        ),
    ],
)
def test_findings_use_the_words_of_the_file(old: str, new: str, words: str, language: Language) -> None:
    """Keys and values that a message names are those that the file is written with, whatever its language."""
    assert FILE.count(old) == 1
    sentences = sentences_of(FILE.replace(old, new), language)
    assert any(words in sentence for sentence in sentences), sentences


def test_an_english_file_hears_english_words() -> None:
    """Where no key is Vietnamese, findings name the keys in English, whatever the language of the report."""
    text = "resolution: R\ncommittee: C\nterm: 2020-2025\ntargets: {}\nonwer: X\n"
    listed = ", ".join(f"`{key}`" for key in decode.RESOLUTION_KEYS)
    assert sentences_of(text, "vi")[1] == f"unknown-key: ở đây dùng được: {listed}"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("năm 2022", "2022"),
        ("Năm 2022", "2022"),
        ("6 tháng đầu năm 2022", "2022-H1"),
        ("6 tháng cuối năm 2022", "2022-H2"),
        ("12 tháng đầu năm 2022", "2022"),
        ("quý 3/2022", "2022-Q3"),
        ("quý III/2022", "2022-Q3"),
        ("quí IV năm 2022", "2022-Q4"),
        ("tháng 10/2022", "2022-10"),
        ("10/2022", "2022-10"),
        ("tháng 02 năm 2024", "2024-02"),
        ("30/11/2022", "2022-11-30"),
        ("ngày 3/4/2023", "2023-04-03"),
        ("ngày 03 tháng 4 năm 2023", "2023-04-03"),
        ("31/02/2022", None),
        ("13/2022", None),
        ("quý 5/2022", None),
        ("13 tháng đầu năm 2022", None),
        ("30/11/22", None),
        ("2022", None),
        ("tháng mười 2022", None),
    ],
)
def test_periods_in_vietnamese(text: str, period: str | None) -> None:
    """They are the same as in figures, and nothing that no calendar knows is one."""
    assert read_period_in_words(text) == (None if period is None else read_period(period))
    assert read_period(text) is None or text == "2022"


@pytest.mark.parametrize(
    "text", ["2022", "2022-H1", "2022-H2", "2022-Q1", "2022-Q4", "2022-03", "2022-12", "2022-11-30"]
)
def test_a_period_is_read_as_it_is_called(text: str) -> None:
    """Its name in Vietnamese is read back as the same period."""
    period = read_period(text)
    assert period is not None
    assert read_period_in_words(period.name.vi) == period


def test_nine_months() -> None:
    """What reports call the first nine months has no sign in figures, but is a period."""
    period = read_period_in_words("9 tháng đầu năm 2022")
    assert period is not None
    assert (period.first, period.last) == (date(2022, 1, 1), date(2022, 9, 30))
    assert period.name.vi == "9 tháng đầu năm 2022"


def test_days_come_first_only_where_the_file_is_vietnamese() -> None:
    """In an English file 09/10/2024 may be September; there it is a finding."""
    text = "resolution: R\ncommittee: C\nterm: 2020-2025\nas_of: 09/10/2024\ntargets: {}\n"
    (finding,) = found(text)
    assert finding.code == "unparsable-date"
    content = load_content("f", f"language: vi\n{text}".encode())
    assert content.findings == []
    assert content.resolution is not None
    assert content.resolution.as_of == date(2024, 10, 9)


def test_a_month_is_no_share() -> None:
    """A task done in 9/2024 is not done for 9 parts of 2024."""
    text = FILE.replace("party/members-admitted", "work/review-done").replace("700 đảng viên", "chậm nhất 31/12/2024")
    text = text.replace("547 đảng viên", "9/2024").replace("    công bố: đạt 78,14%\n", "")
    (finding,) = found(text)
    assert finding.code == "unparsable-date"
    assert found(text.replace("9/2024", "30/9/2024")) == []


@pytest.mark.parametrize(
    ("word", "vietnamese"),
    [
        ("targets", "chỉ tiêu"),
        ("unknown", "chưa rõ"),
        ("rollup: share", "tổng hợp: theo tỷ lệ"),
        ("numbers: {other}", "cách viết số: {other}"),
        ("by 2024-12-31", "chậm nhất 31/12/2024"),
        ("2022-H1", "6 tháng đầu năm 2022"),
        ("partykpi new", "partykpi new"),
    ],
)
def test_words_are_named(word: str, vietnamese: str) -> None:
    """Keys, values, both together, dates and periods have a name; anything else stays."""
    assert in_vietnamese(word) == vietnamese


def test_a_catalogue_in_vietnamese() -> None:
    """A field of the catalogue can be written in Vietnamese too."""
    text = """\
lĩnh vực: Việc làm
chỉ số:
  jobs:
    tên: Việc làm mới
    định nghĩa: Số việc làm mới.
    loại: tổng số
    đơn vị tính: việc làm
    chiều tốt: càng cao càng tốt
    tổng hợp: cộng lại
    kỳ báo cáo: hằng quý
"""
    content = load_content("labour.yaml", text.encode(), any_content=True)
    assert content.findings == []
    assert content.field is not None
    (jobs,) = content.field.indicators.values()
    assert (jobs.kind, jobs.unit.id, jobs.better, jobs.rollup, jobs.frequency) == (
        "total", "job", "higher", "sum", "quarter",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("# nháp\nnghị quyết: X\nchỉ tiêu: {a: [}\n", "vi"),
        ("nhiệm kỳ: 2020-2025\nchỉ tiêu: {a: %}\n", "vi"),
        ("resolution: X\ntargets: {a: [}\n", None),
        ("resolution: X\nghi chú: {a: [}\nnghị quyết: Y\n", None),
        ("{a: [}\n", None),
    ],
)
def test_the_language_of_a_text_that_is_no_yaml(text: str, language: str | None) -> None:
    """It is that of the first key of a resolution that begins a line."""
    content = load_content("f.yaml", text.encode())
    assert (content.resolution, content.language) == (None, language)
