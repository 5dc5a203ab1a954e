"""What a file says of the printed document: who issues it, when and where, who signs, which rules it follows."""

from __future__ import annotations

from datetime import date

import pytest

from partykpi.core.model import Letterhead, Signatory
from partykpi.parse import load_content
from partykpi.parse.document import DOCUMENT_KEYS, SIGNATORY_KEYS
from partykpi.parse.keys import KEYS
from partykpi.text import GivenText

FILE = "resolution: R\ncommittee: C\nterm: 2020-2025\ntargets: {}\n"
VIETNAMESE = "nghị quyết: R\nđảng bộ: C\nnhiệm kỳ: 2020-2025\nngôn ngữ: vi\nchỉ tiêu: {}\n"

EVERY_KEY = """\
document:
  profile: state
  issuer: Department of Home Affairs
  superior: {en: Province, vi: Ủy ban nhân dân tỉnh}
  number: 12/BC-SNV
  place: Hà Nội
  date: 2023-04-03
  signatory:
    authority: {en: For the director, vi: KT. Giám đốc}
    role: {en: Deputy director, vi: Phó Giám đốc}
    name: Trần Thị B
  recipients:
    - {en: The department, vi: Các phòng}
    - Archives
"""

IN_VIETNAMESE = """\
văn bản:
  thể thức: văn bản của Đảng
  cơ quan ban hành: Đảng ủy C
  cấp trên: Tỉnh ủy
  số và ký hiệu: 07-BC/ĐU
  nơi ban hành: An Bình
  ngày ban hành: 03/4/2023
  người ký:
    thay mặt: T/M Ban Chấp hành
    chức vụ: Bí thư
    tên: Nguyễn Văn A
  nơi nhận: [Tỉnh ủy, Các chi bộ]
"""


def loaded(text: str, file: str = FILE) -> tuple[Letterhead, list[str]]:
    """Return the document of a file, and each finding's code with the line that it is at, counted in the block."""
    content = load_content("f.yaml", (file + text).encode())
    assert content.resolution is not None
    above = len(file.splitlines())
    return content.resolution.letterhead, [f"{one.code}:{one.place.line - above}" for one in content.findings]


def test_every_key() -> None:
    """Each key is read, a text in one language or in both."""
    document, findings = loaded(EVERY_KEY)
    assert findings == []
    assert document == Letterhead(
        issuer=GivenText(en="Department of Home Affairs"),
        superior=GivenText("Province", "Ủy ban nhân dân tỉnh"),
        number="12/BC-SNV",
        place=GivenText(en="Hà Nội"),
        issued=date(2023, 4, 3),
        signatory=Signatory(
            name=GivenText(en="Trần Thị B"),
            role=GivenText("Deputy director", "Phó Giám đốc"),
            authority=GivenText("For the director", "KT. Giám đốc"),
        ),
        recipients=(GivenText("The department", "Các phòng"), GivenText(en="Archives")),
        profile="state",
    )


def test_every_key_in_vietnamese() -> None:
    """Keys, rules and dates may be in Vietnamese, and a text in one language is Vietnamese then."""
    document, findings = loaded(IN_VIETNAMESE, VIETNAMESE)
    assert findings == []
    assert document == Letterhead(
        issuer=GivenText(vi="Đảng ủy C"),
        superior=GivenText(vi="Tỉnh ủy"),
        number="07-BC/ĐU",
        place=GivenText(vi="An Bình"),
        issued=date(2023, 4, 3),
        signatory=Signatory(
            name=GivenText(vi="Nguyễn Văn A"), role=GivenText(vi="Bí thư"), authority=GivenText(vi="T/M Ban Chấp hành")
        ),
        recipients=(GivenText(vi="Tỉnh ủy"), GivenText(vi="Các chi bộ")),
        profile="party",
    )


def test_the_examples_hold_every_key() -> None:
    """The two blocks above name each key there is, so that none goes untested."""
    for key in (*DOCUMENT_KEYS, *SIGNATORY_KEYS):
        assert f" {key}:" in EVERY_KEY
        assert any(f" {name}:" in IN_VIETNAMESE for name in KEYS[key]), key


def test_without_a_block_nothing_is_known() -> None:
    """A file that leaves the block out has an empty document."""
    assert loaded("") == (Letterhead(), [])


@pytest.mark.parametrize("profile", ["party", "state", "plain"])
def test_profiles(profile: str) -> None:
    """Each of the three rules can be named."""
    document, findings = loaded(f"document: {{profile: {profile}}}\n")
    assert (document.profile, findings) == (profile, [])


@pytest.mark.parametrize(
    ("text", "signatory"),
    [
        ("signatory: Trần Thị B", Signatory(GivenText(en="Trần Thị B"))),
        ("signatory: {en: Tran Thi B, vi: Trần Thị B}", Signatory(GivenText("Tran Thi B", "Trần Thị B"))),
        ("signatory: {vi: Trần Thị B}", Signatory(GivenText(vi="Trần Thị B"))),
        ("signatory: {role: Director}", Signatory(role=GivenText(en="Director"))),
    ],
)
def test_who_signs(text: str, signatory: Signatory) -> None:
    """A name alone will do, in one language or in both; so will any part of the whole."""
    document, findings = loaded(f"document:\n  {text}\n")
    assert (document.signatory, findings) == (signatory, [])


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("recipients: The cells", (GivenText(en="The cells"),)),
        ("recipients: {en: The cells, vi: Các chi bộ}", (GivenText("The cells", "Các chi bộ"),)),
        ("recipients: [The cells, The archives]", (GivenText(en="The cells"), GivenText(en="The archives"))),
    ],
)
def test_recipients(text: str, recipients: tuple[GivenText, ...]) -> None:
    """They are one or a list."""
    document, findings = loaded(f"document:\n  {text}\n")
    assert (document.recipients, findings) == (recipients, [])


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("document: a report\n", "wrong-type:1"),
        ("document: [a report]\n", "wrong-type:1"),
        ("document:\n", "empty-value:1"),
        ("document:\n  profile: letter\n", "unknown-choice:2"),
        ("document:\n  profile: [party]\n", "wrong-type:2"),
        ("document:\n  date: soon\n", "unparsable-date:2"),
        ("document:\n  date: 2023-02-30\n", "unparsable-date:2"),
        ("document:\n  date: 2023-04\n", "unparsable-date:2"),
        ("document:\n  date: {from: 2023-04-03}\n", "wrong-type:2"),
        ("document:\n  number: [12, 13]\n", "wrong-type:2"),
        ("document:\n  number:\n", "empty-value:2"),
        ("document:\n  superior: [Province]\n", "wrong-type:2"),
        ("document:\n  place: {en: Hanoi, fr: Hanoï}\n", "unknown-key:2"),
        ("document:\n  signatory: [A, B]\n", "wrong-type:2"),
        ("document:\n  signatory: {rank: Director}\n", "unknown-key:2"),
        ("document:\n  signatory:\n    name: [A]\n", "wrong-type:3"),
        ("document:\n  recipients:\n    - [A]\n", "wrong-type:3"),
        ("document:\n  recipients: [A, '']\n", "empty-value:2"),
        ("document:\n  issued: 2023-04-03\n", "unknown-key:2"),
    ],
)
def test_what_is_wrong_is_reported_at_its_place(text: str, finding: str) -> None:
    """A wrong type, an empty value, an unknown key, rule or day is one finding, and nothing is made of the value."""
    document, findings = loaded(text)
    assert findings == [finding]
    assert document._replace(place=None, recipients=()) == Letterhead()


def test_what_is_right_stays_beside_what_is_wrong() -> None:
    """One bad value leaves the others as they are."""
    document, findings = loaded(EVERY_KEY.replace("2023-04-03", "3.4.23").replace("    - Archives", "    - [Archives]"))
    assert findings == ["unparsable-date:7", "wrong-type:14"]
    assert (document.issued, document.number) == (None, "12/BC-SNV")
    assert document.recipients == (GivenText("The department", "Các phòng"),)
