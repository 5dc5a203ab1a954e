"""The rules of layout as data: of party documents, of state documents, and of none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from partykpi.core.model import Profile
from partykpi.text import Text

GAP = "\u00a0" * 7
"""What is left for a pen to write the number in."""


class National(NamedTuple):
    """A line at the top right of the first page: what it says, and its size."""

    text: Text
    size: int


class LayoutRules(NamedTuple):
    """One profile. Sizes are in points, `left` is the width of the left half of the title in millimetres.

    With `national` lines the document is an official one: each part has its own page numbers, and what the file does
    not say is left open to be filled in; the `symbol` follows the gap for the number. Below the issuing body is the
    `mark`, or a short rule where there is none; below the subject the `dash`, or likewise. `separator` ends the lines
    of the recipients.
    """

    national: tuple[National, ...]
    left: int
    body: int  # and page number, subject, who signs
    indent: int  # of the first line, in millimetres
    issuer: int  # and the body above it
    mark: str
    number: int
    number_begins: Text
    symbol: str
    place: int
    kind: int
    dash: str
    capital: bool  # whether the subject begins with one
    headings: str  # how they are numbered
    roman: bool
    caps: bool  # whether headings are in capitals
    authority_blank: Text
    role_bold: bool
    recipients_label: int
    recipients: int
    recipients_underlined: bool
    separator: str

    @property
    def official(self) -> bool:
        """Whether the document follows official rules."""
        return bool(self.national)


# Hướng dẫn 36-HD/VPTW of 3 April 2018, appendix 3.
_PARTY = LayoutRules(
    national=(National(Text("COMMUNIST PARTY OF VIETNAM", "ĐẢNG CỘNG SẢN VIỆT NAM"), 15),),
    left=75,
    body=14,
    indent=10,
    issuer=14,
    mark="*",
    number=14,
    number_begins=Text("No. ", "Số "),
    symbol="-BC/…",
    place=14,
    kind=16,
    dash="-----",
    capital=False,
    headings="%1-",
    roman=True,
    caps=True,
    authority_blank=Text("ON BEHALF OF …………………", "T/M …………………………"),
    role_bold=False,
    recipients_label=14,
    recipients=12,
    recipients_underlined=True,
    separator=",",
)

# Nghị định 30/2020/NĐ-CP, Phụ lục I; of its ranges the sizes of its own examples.
_STATE = LayoutRules(
    national=(
        National(Text("SOCIALIST REPUBLIC OF VIET NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), 12),
        National(Text("Independence - Freedom - Happiness", "Độc lập - Tự do - Hạnh phúc"), 13),
    ),
    left=65,
    body=14,
    indent=10,
    issuer=12,
    mark="",
    number=13,
    number_begins=Text("No. ", "Số: "),
    symbol="/BC-…",
    place=13,
    kind=14,
    dash="",
    capital=True,
    headings="%1.",
    roman=True,
    caps=True,
    authority_blank=Text("ON BEHALF OF …………………", "TM. …………………………"),
    role_bold=True,
    recipients_label=12,
    recipients=11,
    recipients_underlined=False,
    separator=";",
)

_PLAIN = _STATE._replace(
    national=(),
    body=13,
    issuer=13,
    kind=16,
    number_begins=Text("No. ", "Số "),
    headings="%1.",
    roman=False,
    caps=False,
)

RULES: Mapping[Profile, LayoutRules] = {"party": _PARTY, "state": _STATE, "plain": _PLAIN}
