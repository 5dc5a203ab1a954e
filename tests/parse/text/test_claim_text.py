"""The wording of published figures in both languages."""

from __future__ import annotations

import unicodedata
from fractions import Fraction
from typing import get_args

import pytest

from partykpi.core.model import Base, Itself, Nearness, Sense, Status
from partykpi.core.status import DONE_LATE, called
from partykpi.parse.text.claim_text import WordedClaim, read_claim
from partykpi.parse.text.number import NumberStyle


def apart(number: str, unit: str, nearness: Nearness = "exactly", *, literal: bool = False) -> WordedClaim:
    """Return the claim of a difference from the goal."""
    return worded(number, "difference", nearness)._replace(unit=unit, literal=literal)


def itself(number: str, unit: str = "", goal: str = "", nearness: Nearness = "exactly") -> WordedClaim:
    """Return the claim of a figure itself, and of the goal that is printed behind it."""
    return worded(number, "level", nearness)._replace(unit=unit, goal=goal)


def yearly(number: str, unit: str = "%", nearness: Nearness = "exactly") -> WordedClaim:
    """Return the claim of growth in a mean year."""
    return worded(number, "mean", nearness)._replace(unit=unit)


def early(number: str, unit: str = "year", nearness: Nearness = "exactly") -> WordedClaim:
    """Return the claim of that much time before the date of a goal."""
    return worded(number, "early", nearness)._replace(unit=unit)


def worded(number: str, sense: Sense = "reaches", nearness: Nearness = "exactly", change: bool = False) -> WordedClaim:
    """Return the claim of that number, its decimals those that are written."""
    return WordedClaim(sense, Fraction(number), len(number.partition(".")[2]), nearness, change)


def since(number: str, sense: Sense = "exceeds", nearness: Nearness = "exactly", base: Base = "unsaid") -> WordedClaim:
    """Return the claim of a change since something that the words may leave open."""
    return worded(number, sense, nearness, change=True)._replace(base=base)


CLAIMS: list[tuple[NumberStyle, str, WordedClaim]] = [
    ("en", "117%", worded("117")),
    ("en", "117 %", worded("117")),
    ("en", "78.14%", worded("78.14")),
    ("en", "78.10%", worded("78.10")),
    ("en", "1,250.5%", worded("1250.5")),
    ("en", "78,14%", worded("78.14")),
    ("en", "Reaches 117%", worded("117")),
    ("en", "reaches 117% of the plan", worded("117")),
    ("en", "78.14 percent", worded("78.14")),
    ("en", "exceeds 25.8%", worded("25.8", "exceeds")),
    ("en", "exceeds by 25.8%", worded("25.8", "exceeds")),
    ("en", "falls short by 5%", worded("-5", "exceeds")),
    ("en", "+1.2 points", worded("1.2", "points", change=True)),
    ("en", "1.2 points", worded("1.2", "points")),
    ("en", "-0.47 percentage points", worded("-0.47", "points", change=True)),
    ("en", "exceeds by 1.2 points", worded("1.2", "points")),
    ("en", "2.46 times", worded("2.46", "times")),
    ("en", "2.46x", worded("2.46", "times")),
    ("en", "over 51%", worded("51", nearness="over")),
    ("en", ">51%", worded("51", nearness="over")),
    ("en", "nearly 80%", worded("80", nearness="nearly")),
    ("en", "about 80%", worded("80", nearness="about")),
    ("en", "approximately 80%", worded("80", nearness="about")),
    ("en", "~80%", worded("80", nearness="about")),
    ("en", "under 4%", worded("4", nearness="under")),
    ("en", "below 4%", worded("4", nearness="under")),
    ("en", "exceeds over 20%", worded("20", "exceeds", "over")),
    ("en", "-5%", worded("-5", "exceeds", change=True)),
    ("en", "−5%", worded("-5", "exceeds", change=True)),
    ("en", "+12%", worded("12", "exceeds", change=True)),
    ("en", "up 12%", since("12")),
    ("en", "fell by 5% compared with the previous year", since("-5", base="last year")),
    ("en", "vượt 25,8%", worded("25.8", "exceeds")),
    ("vi", "117%", worded("117")),
    ("vi", "78,14%", worded("78.14")),
    ("vi", "1.250,5%", worded("1250.5")),
    ("vi", "1\u00a0250,5%", worded("1250.5")),
    ("vi", "đạt 117%", worded("117")),
    ("vi", "ĐẠT  117 %", worded("117")),
    ("vi", "đạt\u00a0117%", worded("117")),
    ("vi", "ước đạt 98%", worded("98")),
    ("vi", "bằng 117%", worded("117")),
    ("vi", "bằng 117% so với chỉ tiêu nghị quyết", worded("117")),
    ("vi", "hoàn thành 98% kế hoạch", worded("98")),
    ("vi", "vượt 25,8%", worded("25.8", "exceeds")),
    ("vi", "vượt 186,6% kế hoạch", worded("186.6", "exceeds")),
    ("vi", "vượt 25,8% so với nghị quyết", worded("25.8", "exceeds")),
    ("vi", "tăng 1,2 điểm %", since("1.2", "points")),
    ("vi", "vượt 1,2 điểm phần trăm", worded("1.2", "points")),
    ("vi", "giảm 0,47 điểm %", since("-0.47", "points")),
    ("vi", "tăng 12%", since("12")),
    ("vi", "tăng 12% so với kế hoạch", worded("12", "exceeds")),
    ("vi", "bằng 112% so với cùng kỳ", since("112", "reaches", base="year before")),
    ("vi", "giảm 5%", since("-5")),
    ("vi", "gấp 2,46 lần", worded("2.46", "times")),
    ("vi", "tăng gấp 2,46 lần", since("2.46", "times")),
    ("vi", "trên 51%", worded("51", nearness="over")),
    ("vi", "đạt trên 51%", worded("51", nearness="over")),
    ("vi", "gần 80%", worded("80", nearness="nearly")),
    ("vi", "gần đạt 80%", worded("80", nearness="nearly")),
    ("vi", "khoảng 80%", worded("80", nearness="about")),
    ("vi", "xấp xỉ 80%", worded("80", nearness="about")),
    ("vi", "tăng khoảng 12%", since("12", nearness="about")),
    ("vi", "dưới 4%", worded("4", nearness="under")),
    # a difference in units
    ("en", "6 more than the goal", apart("6", "", literal=True)),
    ("en", "6 members more than the goal", apart("6", "members", literal=True)),
    ("en", "over 6 members more than the target", apart("6", "members", "over", literal=True)),
    ("en", "1,250 jobs fewer than the plan", apart("-1250", "jobs", literal=True)),
    ("en", "5 members short of the goal", apart("-5", "members", literal=True)),
    ("en", "exceeds by 6 members", apart("6", "members")),
    ("en", "exceeds the goal by 6 members", apart("6", "members")),
    ("en", "exceeds by nearly 6 members", apart("6", "members", "nearly")),
    ("en", "falls short by 6 members", apart("-6", "members")),
    ("en", "up 6 members over last year", since("6", "difference", base="last year")._replace(unit="members")),
    ("en", "+6 members", apart("6", "members")._replace(change=True)),
    ("en", "12% more than the plan", worded("12", "exceeds")._replace(literal=True)),
    ("en", "1.2 points more than the plan", worded("1.2", "points")._replace(literal=True)),
    ("vi", "vượt 6 đảng viên", apart("6", "đảng viên")),
    ("vi", "vượt chỉ tiêu 6 đảng viên", apart("6", "đảng viên")),
    ("vi", "vượt hơn 6 đảng viên so với nghị quyết", apart("6", "đảng viên", "over")),
    ("vi", "thiếu 6 đảng viên so với chỉ tiêu", apart("-6", "đảng viên")),
    ("vi", "ít hơn 6 đảng viên", apart("-6", "đảng viên", literal=True)),
    ("vi", "cao hơn 6 đảng viên so với kế hoạch", apart("6", "đảng viên", literal=True)),
    ("vi", "tăng 6 đảng viên", since("6", "difference")._replace(unit="đảng viên")),
    ("vi", "vượt 1,2 nghìn tấn", apart("1.2", "nghìn tấn")),
    ("vi", "vượt 5 km2", apart("5", "km2")),
    ("vi", "vượt chỉ tiêu 3,5%", worded("3.5", "exceeds")),
    ("vi", "cao hơn 3,5 điểm %", worded("3.5", "points")._replace(literal=True)),
    ("vi", "còn thiếu 9 đảng viên", apart("-9", "đảng viên")),
    # the figure itself, and it with the goal
    ("vi", "đạt 547 đảng viên", itself("547", "đảng viên")),
    ("vi", "ước đạt trên 1,2 nghìn tấn", itself("1.2", "nghìn tấn", nearness="over")),
    ("en", "reaches 547 members", itself("547", "members")),
    ("vi", "51/60", itself("51", goal="60")),
    ("vi", "đạt 51/60 đảng viên", itself("51", "đảng viên", "60")),
    ("en", "51 of 60 members", itself("51", "members", "60")),
    ("vi", "66,6/65 triệu đồng", itself("66.6", "triệu đồng", "65")),
    ("vi", "giảm còn 1,5%", itself("1.5", "%")),
    ("vi", "giảm xuống còn 14 hộ", itself("14", "hộ")),
    ("vi", "chỉ còn 1,5%", itself("1.5", "%")),
    ("en", "down to 1.5%", itself("1.5", "%")),
    # growth of a mean year
    ("vi", "tăng bình quân 10,3%/năm", yearly("10.3")),
    ("vi", "tăng trưởng bình quân đạt 10,3%/năm", yearly("10.3")),
    ("vi", "bình quân mỗi năm giảm 0,78%", yearly("-0.78")),
    ("vi", "giảm bình quân 0,78 điểm % mỗi năm", yearly("-0.78", "points")),
    ("vi", "tăng bình quân khoảng 10%/năm", yearly("10", nearness="about")),
    ("en", "up 10.3% a year on average", yearly("10.3")),
    ("en", "grew by an average of 10.3% per year", yearly("10.3")),
    # the part before the verb
    ("vi", "nữ chiếm 35%", worded("35", "share")._replace(base="part")),
    ("vi", "đảng viên nữ chiếm trên 35%", worded("35", "share", "over")._replace(base="part")),
    # a difference in time
    ("en", "two years early", early("2")),
    ("en", "2 years early", early("2")),
    ("en", "one year early", early("1")),
    ("en", "met 6 months ahead of schedule", early("6", "month")),
    ("en", "completed over 2 years before the deadline", early("2", nearness="over")),
    ("en", "3 months late", early("-3", "month")),
    ("en", "10 days after its date", early("-10", "day")),
    ("vi", "về đích trước 2 năm", early("2")),
    ("vi", "về đích trước hai năm", early("2")),
    ("vi", "về đích sớm hơn 2 năm", early("2")),
    ("vi", "hoàn thành trước hơn 2 năm", early("2", nearness="over")),
    ("vi", "hoàn thành chỉ tiêu trước thời hạn 6 tháng", early("6", "month")),
    ("vi", "sớm 1,5 năm so với kế hoạch", early("1.5")),
    ("vi", "2 năm trước thời hạn", early("2")),
    ("vi", "vượt tiến độ 2 quý", early("2", "quarter")),
    ("vi", "chậm 2 tháng", early("-2", "month")),
]


@pytest.mark.parametrize(("style", "text", "expected"), CLAIMS)
def test_read_claim(style: NumberStyle, text: str, expected: WordedClaim) -> None:
    """Each wording has its sense, its number and how near it is, however its letters are composed."""
    assert read_claim(text, style) == expected
    assert read_claim(unicodedata.normalize("NFD", f"  {text}. "), style) == expected


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("exceeded", "exceeded"),
        ("Vượt", "exceeded"),
        ("vượt chỉ tiêu", "exceeded"),
        ("hoàn thành vượt mức kế hoạch", "exceeded"),
        ("achieved", "achieved"),
        ("met", "achieved"),
        ("met the target", "achieved"),
        ("đạt", "achieved"),
        ("đạt chỉ tiêu nghị quyết", "achieved"),
        ("nearly achieved", "nearly"),
        ("basically achieved", "nearly"),
        ("basically", "nearly"),
        ("cơ bản đạt", "nearly"),
        ("cơ  bản hoàn thành", "nearly"),
        ("missed", "missed"),
        ("không đạt", "missed"),
        ("on-track", "on-track"),
        ("on track", "on-track"),
        ("đúng tiến độ", "on-track"),
        ("behind", "behind"),
        ("chậm tiến độ", "behind"),
        ("at-risk", "at-risk"),
        ("khó đạt", "at-risk"),
        ("pending", "pending"),
        ("chưa đạt", "pending"),
    ],
)
def test_status_words(text: str, status: Status) -> None:
    """Status words of both languages are claims without a number, in either style of numbers."""
    assert read_claim(text, "en") == WordedClaim(status=status)
    assert read_claim(unicodedata.normalize("NFD", text), "vi") == WordedClaim(status=status)


@pytest.mark.parametrize("status", get_args(Status))
def test_all_that_a_report_calls_a_status_is_a_claim(status: Status) -> None:
    """What stands in the report can be written as published, and only what is done late is told from what is nearly."""
    for words in called(status):
        for text in words:
            assert read_claim(text, "vi") == WordedClaim(status=status, done_late=words == DONE_LATE)


@pytest.mark.parametrize(
    ("text", "itself"),
    [
        ("đạt tỷ lệ 78%", "level"),
        ("tỷ lệ 78%", "level"),
        ("at a rate of 78%", "level"),
        ("đạt tỷ lệ 78% so với kế hoạch", ""),
        ("đạt 78%", ""),
        ("78%/năm", "mean"),
        ("đạt 78%/năm", "mean"),
        ("78% a year", "mean"),
    ],
)
def test_a_percentage_itself(text: str, itself: Itself) -> None:
    """A rate is the figure itself, and so is what a year comes to, unless the words compare it with a plan."""
    assert read_claim(text, "en") == WordedClaim("reaches", Fraction(78), itself=itself)


@pytest.mark.parametrize("text", ["done late", "completed late", "hoàn thành chậm", "Hoàn thành chậm kế hoạch"])
def test_what_is_done_late(text: str) -> None:
    """A task done late is nearly met, unless the words say how late: then the time is the claim."""
    assert read_claim(text, "en") == WordedClaim(status="nearly", done_late=True)
    assert read_claim("hoàn thành chậm 2 tháng", "en") == early("-2", "month")


@pytest.mark.parametrize(
    ("style", "text"),
    [
        ("en", ""),
        ("en", "117"),  # of what?
        ("en", "%"),
        ("en", "117%%"),
        ("en", "12% over the plan"),  # that is an excess, which no verb says
        ("en", "1.5-2%"),
        ("en", "about nearly 80%"),
        ("en", "78,14,5%"),
        ("en", "a good result"),
        ("en", "117% of everything"),
        ("en", "at least 80%"),
        ("vi", "78.14%"),
        ("vi", "đạt 65 điểm"),  # a score
        ("vi", "giảm -5%"),
        ("vi", "giảm 2 lần"),
        ("vi", "gấp 2,46%"),
        ("vi", "gần đạt khoảng 80%"),
        ("vi", "vượt so với cùng kỳ"),
        ("vi", "vượt 6"),  # of what?
        ("en", "6 more"),
        ("en", "547 members"),
        ("vi", "547 đảng viên"),
        ("vi", "đạt 547"),  # of what?
        ("vi", "tăng lên 85%"),  # to 85%, or by it
        ("vi", "tăng từ 80% lên 85%"),
        ("vi", "đạt 547 đảng viên so với kế hoạch"),
        ("vi", "giảm còn 1,5% so với kế hoạch"),
        ("vi", "vượt bình quân 5%/năm"),
        ("vi", "51/60/70"),
        ("vi", "31/12"),  # a day
        ("vi", "đạt 12/2023"),  # a month
        ("vi", "đạt 51/60 đảng viên, chi bộ"),
        ("vi", "gần 2 năm"),
        ("en", "2 years"),
        ("vi", "đạt chỉ tiêu 95%"),  # 95% of the goal, or the goal of 95%
        ("vi", "vượt %6 đảng viên"),
        ("en", "2 times more than the plan"),
    ],
)
def test_no_claim(style: NumberStyle, text: str) -> None:
    """What cannot be read without a guess is no claim."""
    assert read_claim(text, style) is None


@pytest.mark.parametrize(
    ("text", "sense", "expected"),
    [
        ("6", "difference", apart("6", "")),
        ("-6", "difference", apart("-6", "")),
        ("6 members", "difference", apart("6", "members")),
        ("about 6 members", "difference", apart("6", "members", "about")),
        ("vượt 6 đảng viên", "difference", apart("6", "đảng viên")),
        ("6%", "difference", apart("6", "%")),
        ("2", "early", early("2")),
        ("2 tháng", "early", early("2", "month")),
        ("two years", "early", early("2")),
        ("two years early", "early", early("2")),
        ("-2 months", "early", early("-2", "month")),
        ("2 members", "early", None),
        ("reaches 6", "difference", None),
        ("25.8%", "exceeds", worded("25.8")),
        ("51 members", "level", itself("51", "members")),
        ("1.5%", "level", itself("1.5", "%")),
        ("10.3%", "mean", yearly("10.3")),
        ("-0.8 points", "mean", yearly("-0.8", "points")),
        ("10 members", "mean", None),
    ],
)
def test_a_sense_said_beside_needs_no_words(text: str, sense: Sense, expected: WordedClaim | None) -> None:
    """Where the sense is said beside the text, the figure alone is a difference or a time."""
    assert read_claim(text, "en", sense) == expected


def test_comma_of_thousands() -> None:
    """Under English style a comma before three digits groups thousands."""
    assert read_claim("1,250%", "en") == worded("1250")
