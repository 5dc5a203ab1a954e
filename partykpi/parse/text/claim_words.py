"""The words of published figures, in English and Vietnamese: one table for each part of a claim.

To read another wording, put its words into the table of what they mean. Case, the place of a tone (ủy, uỷ), i and y
(tỷ, tỉ) and missing accents make no difference, and no word may stand for two things in one table.
"""

from collections.abc import Mapping
from functools import cache
from typing import Literal, NamedTuple, TypeVar

from partykpi.core.model import Base, Nearness, Sense, Status
from partykpi.parse.text.fold import folded, without_accents
from partykpi.parse.text.quantity import NEARNESS

# What a verb before the number says: the sense of a percentage, which way, and whether it means a change.
Verb = tuple[Sense, Literal[1, -1], bool]

ClaimUnit = Literal["%", "points", "times"]

VERBS: dict[Verb, tuple[str, ...]] = {
    ("reaches", 1, False): (
        "reaches", "reached", "reach", "reaching", "is", "equals", "equal to", "equaling", "equalling", "achieves",
        "achieved", "achieving", "meets", "met", "meeting", "completes", "completed", "completing", "fulfills",
        "fulfils", "fulfilled", "fulfilling", "hits", "hit", "hitting", "attains", "attained", "attaining",
        "equivalent to", "at", "represents", "represented", "representing", "corresponding to", "or",
        "rate of", "at a rate of", "reaches a rate of", "reached a rate of",
        "đạt", "đạt được", "đạt mức", "đạt tới", "đạt tỷ lệ", "bằng", "hoàn thành", "hoàn thành đạt", "thực hiện",
        "thực hiện được", "thực hiện đạt", "lũy kế đạt", "giải ngân đạt", "giải ngân", "tương đương",
        "tương đương với", "tương ứng", "tương ứng với", "đạt tương đương", "đạt bằng", "tỷ lệ giải ngân đạt",
        "tỷ lệ hoàn thành đạt", "tỷ lệ", "tỷ lệ đạt",
    ),
    ("share", 1, False): (
        "accounts for", "accounted for", "accounting for", "makes up", "made up", "making up", "share of",
        "comprises", "comprising", "chiếm", "chiếm tỷ lệ", "chiếm tỷ trọng", "chiếm khoảng tỷ lệ", "bao phủ",
        "đạt tỷ lệ bao phủ", "tỷ lệ bao phủ đạt", "đạt độ bao phủ", "đạt tỷ trọng",
    ),
    ("exceeds", 1, False): (
        "exceeds", "exceeded", "exceed", "exceeding", "surpasses", "surpassed", "surpassing", "vượt", "vượt mức",
        "đạt và vượt", "đạt vượt", "hoàn thành vượt", "hoàn thành vượt mức", "thực hiện vượt", "cao hơn", "nhiều hơn",
    ),
    ("exceeds", -1, False): (
        "falls short", "fell short", "falling short", "short", "thấp hơn", "ít hơn", "thiếu", "hụt", "hụt thu",
        "còn thiếu", "còn hụt", "vẫn còn thiếu", "còn thấp hơn",
    ),
    ("exceeds", 1, True): (
        "up", "rises", "rise of", "rose", "rising", "grew", "grows", "growing", "growth of", "increases", "increased",
        "increasing", "increase of", "climbed", "climbing", "jumped", "jumping", "surged", "surging", "gained",
        "tăng", "tăng thêm", "tăng trưởng", "tăng nhẹ", "tăng mạnh", "tăng cao", "tăng bình quân",
    ),
    ("exceeds", -1, True): (
        "down", "falls", "fell", "falling", "fall of", "decreases", "decreased", "decreasing", "decrease of", "drops",
        "dropped", "dropping", "drop of", "declines", "declined", "declining", "decline of", "reduced", "reducing",
        "reduction of",
        "giảm", "giảm nhẹ", "giảm mạnh", "giảm sâu", "giảm thêm", "giảm bình quân",
    ),
    ("times", 1, False): ("gấp", "bằng gấp", "đạt gấp", "cao gấp", "vượt gấp"),
    ("times", 1, True): ("tăng gấp",),
}  # fmt: skip
"""What stands before a number."""

LITERAL_VERBS = frozenset(("cao hơn", "nhiều hơn", "thấp hơn", "ít hơn"))
"""Verbs that say more or less than the goal, whichever is the better."""

LEVEL_VERBS = (
    "down to", "is down to", "fell to", "falls to", "falling to", "dropped to", "drops to", "reduced to", "declined to",
    "decreased to", "lowered to", "còn", "chỉ còn", "giảm còn", "giảm xuống", "giảm xuống còn", "đã giảm còn",
    "hạ còn", "hạ xuống", "hạ xuống còn",
)  # fmt: skip
"""Verbs before the figure itself. What rises "to" (tăng lên) is left out: tăng lên 85% is said of growth as well."""

MEANS = (
    "by an average of", "an average of", "on average", "average", "bình quân hằng năm", "bình quân hàng năm",
    "bình quân mỗi năm", "bình quân một năm", "bình quân năm", "bình quân", "trung bình hằng năm",
    "trung bình hàng năm", "trung bình mỗi năm", "trung bình một năm", "trung bình năm", "trung bình", "mỗi năm",
    "hằng năm", "hàng năm", "yearly", "annual", "annually",
)  # fmt: skip
"""What stands before a number or its verb where it is what a year comes to in the mean."""

A_YEAR = (
    "/năm", "/ năm", "mỗi năm", "một năm", "hằng năm", "hàng năm", "bình quân năm", "bình quân mỗi năm", "/year",
    "/ year", "/yr", "a year", "per year", "each year", "every year", "yearly", "annually", "per annum",
    "a year on average", "per year on average", "on average",
)  # fmt: skip
"""What stands behind one."""

GROWTH_OF = ("tốc độ", "mức", "rate of")
"""What may stand before the word that it grew, and adds nothing to it."""

RATES = ("tỷ lệ", "tỷ trọng", "rate of")
"""Words before a percentage that it is a rate, which may be the figure itself and no share of a goal."""

JOINTS = ("by", "là")
"""What joins a verb and its base to the number."""

GROWTH_AFTER: dict[Literal[1, -1], tuple[str, ...]] = {
    1: ("increase", "rise", "growth", "gain"),
    -1: ("decrease", "fall", "drop", "decline", "reduction"),
}
"""Words behind a percentage or points that it is a change: a 5% increase."""

MORE_THAN: dict[Literal[1, -1], tuple[str, ...]] = {
    1: ("more than", "higher than", "above", "up on", "nhiều hơn", "cao hơn"),
    -1: ("fewer than", "less than", "lower than", "below", "down on", "short of", "ít hơn", "thấp hơn"),
}
"""Words behind a number that say the same."""

NEAR: dict[Nearness, tuple[str, ...]] = {
    "over": (
        *NEARNESS["over"],
        "just over",
        "slightly over",
        "well over",
        "well above",
        "just above",
        "slightly more than",
    ),
    "under": (*NEARNESS["under"], "just under", "just below", "slightly less than"),
    "nearly": NEARNESS["nearly"],
    "about": (*NEARNESS["about"], "some"),
}
"""What is written before a claim that its number is not exactly that."""

SAY_NOTHING = (
    "a", "an", "the", "already", "only", "just", "or just", "and", "of which", "of whom", "including", "đã", "ước",
    "mới", "chỉ",
    "có", "và", "trong đó", "trong đó có", "hiện", "cũng",
)  # fmt: skip
"""Words before all others that change nothing."""

CLAIM_UNITS: dict[ClaimUnit, tuple[str, ...]] = {
    "%": ("%", "percent", "per cent", "phần trăm"),
    "points": (
        "points", "point", "percentage points", "percentage point", "percent points", "% points", "%-points", "pp",
        "điểm %", "điểm phần trăm", "điểm",
    ),
    "times": ("times", "x", "×", "-fold", "fold", "lần"),
}  # fmt: skip

MANIFOLD: dict[str, str] = {
    "gấp đôi": "gấp 2{point}0 lần", "gấp rưỡi": "gấp 1{point}5 lần", "gấp ba": "gấp 3{point}0 lần",
    "gấp bốn": "gấp 4{point}0 lần", "gấp năm": "gấp 5{point}0 lần", "gấp mười": "gấp 10{point}0 lần",
    "double": "2{point}0 times", "doubling": "2{point}0 times", "twice": "2{point}0 times",
    "triple": "3{point}0 times", "tripling": "3{point}0 times", "three times": "3{point}0 times",
    "four times": "4{point}0 times", "five times": "5{point}0 times", "one and a half times": "1{point}5 times",
}  # fmt: skip
"""How many times, where no digit says so: it is about so many, and no number that was rounded to a whole one."""

# What a word says of the plan that a claim is measured against: that it is one (`plan`), the budget of a year
# (`estimate`), for a year (`year`), a part of one (`part`) or the whole period (`term`), whose it is (`giver`); what
# tells of no other (`same`).
PlanWord = Literal["plan", "estimate", "year", "part", "term", "giver", "same"]

PLAN_WORDS: dict[PlanWord, tuple[str, ...]] = {
    "plan": (
        "plan", "plans", "planned", "target", "targets", "goal", "goals", "resolution", "kế hoạch", "kh",
        "chỉ tiêu", "mục tiêu",
        "nghị quyết", "nq", "đề ra",
    ),
    "estimate": ("estimate", "estimates", "budget estimate", "budget", "dự toán", "dt"),
    "year": (
        "yearly", "annual", "fy", "whole year's", "full year's", "full-year", "full year", "whole-year",
        "whole year", "this year's", "the year's", "year's",
        "for the year", "for this year", "of the year", "for the whole year", "for the full year",
        "năm", "cả năm", "trong năm", "năm nay", "của năm", "hằng năm", "hàng năm",
    ),
    "part": (
        "quarterly", "monthly", "half-year", "quarter's", "month's", "for the quarter", "for the month", "quý",
        "quý i", "quý ii", "quý iii", "quý iv", "vụ", "vụ đông xuân", "vụ hè thu", "vụ mùa", "của quý", "tháng",
        "của tháng", "6 tháng", "9 tháng",
    ),
    "term": (
        "term", "whole-term", "term's", "for the term", "for the whole term", "of the term", "five-year", "nhiệm kỳ",
        "cả nhiệm kỳ", "toàn nhiệm kỳ", "5 năm", "giai đoạn",
    ),
    "giver": (
        "provincial", "province's", "district", "district's", "city's", "municipal", "government's", "national",
        "state",
        "national assembly's", "prime minister's", "ministry's", "by the national assembly", "by the government",
        "by the prime minister", "by the province", "by the provincial people's council",
        "by the provincial people's committee", "by the district", "by the city", "by the ministry of finance",
        "tỉnh", "huyện", "xã", "thành phố", "thị xã", "quận", "phường", "trung ương", "tw", "chính phủ",
        "thủ tướng chính phủ", "thủ tướng", "quốc hội", "bộ", "bộ tài chính", "sở", "cấp trên", "hđnd", "ubnd",
        "hội đồng nhân dân", "ủy ban nhân dân", "tỉnh ủy", "huyện ủy", "thành ủy", "thị ủy", "quận ủy", "đảng ủy",
        "pháp lệnh", "điều chỉnh", "đăng ký", "phấn đấu", "vốn", "đầu năm", "địa phương", "trung hạn",
        "medium-term", "adjusted", "revised", "original",
        "ban đầu",
    ),
    "same": (
        "the", "this", "its", "their", "our", "set", "set by", "assigned", "approved", "adopted", "set out",
        "of the", "of", "congress", "congress's", "resolution's", "by the congress", "by the resolution", "set for",
        "for",
        "giao", "được", "được giao", "tổng", "đã giao", "đặt ra", "đã đề ra", "được duyệt", "phê duyệt",
        "được phê duyệt", "của",
        "đại hội", "đại hội đảng bộ", "đại hội đảng bộ tỉnh",
        "đại hội đảng bộ huyện", "đại hội đảng bộ xã", "đại hội đảng bộ thành phố", "đại hội đảng bộ khối",
        "đảng bộ", "chi bộ", "đại hội chi bộ", "theo",
    ),
}  # fmt: skip
"""The words of a plan: read one after the other, at least one that says it is a plan."""

ABBREVIATIONS: dict[str, str] = {
    "khn": "kế hoạch năm", "nqđh": "nghị quyết đại hội", "ctnq": "chỉ tiêu nghị quyết", "dtn": "dự toán năm",
}  # fmt: skip
"""Several words of a plan in one."""

TO_PLAN = ("of", "against", "compared with", "compared to", "relative to", "versus", "so với", "so", "của")
"""What joins a figure to the plan that it is measured against."""

TO_BEFORE = (
    "from", "over", "on", "against", "compared with", "compared to", "relative to", "versus", "than", "since",
    "in comparison with", "so với", "so", "của", "of",
)  # fmt: skip
"""What joins a figure to what was there before."""

TO_EXCEED = ("from", "over", "on", "than", "since")
"""Those of them that say how much more a figure is, and never how much of it."""

OF_IT = ("of", "của")
"""Those that say how much of it a figure is."""

BEFORE: dict[Base, tuple[str, ...]] = {
    "last year": (
        "last year", "the previous year", "the year before", "last year's figure", "năm trước", "năm ngoái",
        "năm liền trước", "năm trước liền kề", "năm liền kề trước đó",
    ),
    "year before": (
        "the same period", "the same period last year", "the same period of last year", "same period last year",
        "the same period of the previous year", "the same period the previous year", "the same period a year earlier",
        "the same period a year ago", "the corresponding period last year", "the corresponding period of last year",
        "the same time last year", "last year's same period", "a year earlier", "a year ago",
        "a year before",
        "cùng kỳ", "cùng kỳ năm trước", "cùng kỳ năm ngoái", "cùng kỳ năm qua", "cùng thời điểm năm trước",
        "cùng thời điểm năm ngoái", "cùng thời gian năm trước",
    ),
    "year end": (
        "the end of last year", "the end of the previous year", "cuối năm trước", "cuối năm ngoái", "đầu năm",
        "thời điểm đầu năm", "the beginning of the year", "the start of the year",
    ),
    "start": (
        "the baseline", "the beginning of the term", "the start of the term", "the previous term", "the last term",
        "đầu nhiệm kỳ", "thời điểm đầu nhiệm kỳ", "nhiệm kỳ trước", "đầu kỳ", "mức đầu kỳ", "đầu giai đoạn",
        "giai đoạn trước",
    ),
    "other": (
        "the previous month", "the month before", "last month", "a month earlier", "the previous quarter",
        "last quarter", "the quarter before", "a quarter earlier", "the national average", "the average",
        "the provincial average", "kỳ trước", "vụ trước", "tháng trước", "quý trước", "tháng liền trước",
        "quý liền trước",
        "kỳ liền trước",
        "bình quân cả nước", "bình quân chung", "bình quân chung của tỉnh", "bình quân chung cả nước",
        "bình quân toàn quốc",
        "bình quân của tỉnh", "mức bình quân chung", "mức bình quân cả nước", "trung bình cả nước",
    ),
}  # fmt: skip
"""What was there before, by name; a year or a day may be named besides."""

BEFORE_ALONE: dict[Base, tuple[str, ...]] = {
    "year before": ("year on year", "year-on-year", "yoy", "y-o-y", "y/y", "on year", "cùng kỳ", "cùng kỳ năm trước"),
    "other": ("month on month", "month-on-month", "quarter on quarter", "quarter-on-quarter"),
}
"""The same without a word before it."""

FIGURE_OF = (
    "the figure of", "the figure in", "the figure for", "the level of", "the level in", "that of", "that in", "mức của",
    "mức", "con số của",
)  # fmt: skip
"""What may stand before the name of a time, and adds nothing to it."""

IN_YEAR = (
    "same period in", "same period of", "same period", "corresponding period of", "cùng kỳ năm", "cùng kỳ",
    "cùng thời điểm năm",
)  # fmt: skip
"""What names a part of an earlier year, before the year."""

TO_WHOLE = (*TO_PLAN, "trong", "trên")
"""What joins a share to its whole."""

WHOLES = (
    "tổng số", "tổng", "số", "dân số", "lực lượng lao động", "hộ", "hộ dân", "hộ gia đình", "diện tích",
    "khối lượng", "công suất", "trẻ em",
    "người dân", "đảng viên", "tổ chức", "cơ sở", "chi bộ", "đảng bộ", "cơ quan", "đơn vị", "cán bộ", "xã", "thôn",
    "trường", "học sinh", "doanh nghiệp", "lao động",
)  # fmt: skip
"""How the name of a whole begins of which a figure is a share."""

JOINED_WHOLES = ("the", "all", "total", "eligible")
"""The same, where a word joins it to the figure."""

PARTS = (
    "là", "ở", "có", "thuộc", "nữ", "dân tộc", "trình độ", "đoàn viên", "thanh niên", "đạt loại", "đạt tiêu chuẩn",
    "trong", "trong tổng số", "xếp loại", "hoàn thành", "không hoàn thành", "chưa hoàn thành",
    "đạt chuẩn",
    "are", "is", "was", "were", "may", "might", "can", "could", "will", "have", "has", "had", "show", "shows", "showed",
    "remain", "remained", "live", "lives", "belong", "belongs",
)  # fmt: skip
"""How the name of a part begins of which a figure says how much of the whole it is."""

PARTS_ALONE = ("hoàn thành", "không hoàn thành", "chưa hoàn thành", "đạt chuẩn", "nữ", "may", "may be")
"""Names of parts that need no more words."""

PARTS_NAMED = (
    "dân tộc thiểu số", "thanh niên", "đoàn viên", "trí thức", "cán bộ", "công nhân", "học sinh", "sinh viên", "women",
    "female", "young people",
)  # fmt: skip
"""Names of parts that may stand before the verb: nữ chiếm 35%."""

SAID_OF = frozenset(("are", "is", "was", "were", "may", "might", "can", "could", "will", "have", "has", "had"))
"""Words after which a part is said of a whole, be it of plans: of the targets may be met."""

STATUSES: dict[Status, tuple[str, ...]] = {
    "exceeded": (
        "exceeded", "exceeds", "surpassed", "better than the limit", "vượt", "vượt mức", "hoàn thành vượt",
        "hoàn thành vượt mức", "tốt hơn mức giới hạn",
    ),
    "achieved": (
        "achieved", "met", "fully met", "fully achieved", "completed", "reached", "đạt", "đã đạt", "hoàn thành",
        "đã hoàn thành",
    ),
    "on-track": (
        "on track", "on schedule", "đúng tiến độ", "bảo đảm tiến độ", "đảm bảo tiến độ",
    ),
    "behind": ("behind", "behind schedule", "delayed", "chậm tiến độ", "chậm"),
    "at-risk": ("at risk", "khó đạt", "khó hoàn thành"),
    "worsened": ("worsened", "giảm so với đầu kỳ", "kém hơn đầu kỳ"),
    "pending": (
        "pending", "unmet", "not met yet", "not achieved yet", "chưa đạt được", "not yet achieved", "not yet met",
        "chưa đạt", "chưa hoàn thành",
    ),
    "nearly": (
        "nearly", "basically", "nearly achieved", "basically achieved", "nearly met", "basically met",
        "nearly completed", "basically completed", "cơ bản đạt", "cơ bản hoàn thành", "đạt cơ bản", "cơ bản",
        "hoàn thành cơ bản",
    ),
    "missed": ("missed", "not achieved", "not met", "not completed", "không đạt", "không hoàn thành"),
    "undetermined": ("undetermined", "not determined", "not yet determined", "chưa xác định", "chưa xác định được"),
    "no-data": ("no data", "no data yet", "no goal to judge by", "chưa có số liệu", "chưa có chỉ tiêu để đánh giá"),
}  # fmt: skip
"""The words of each status, all that a report calls it among them; what is done late has its own."""

DONE_LATE = (
    "done late", "completed late", "finished late", "hoàn thành chậm", "đã hoàn thành chậm", "hoàn thành muộn",
    "hoàn thành trễ", "hoàn thành trễ hạn", "hoàn thành quá hạn",
)  # fmt: skip
"""What `nearly` is called of a task that is done."""

PLACES_APART = ("bậc", "place", "places", "vị trí", "position", "positions")
"""What ranks are apart by: the better one is so many of them above the other, and its number so much less."""

RANKS = ("hạng", "thứ hạng", "rank", "ranks")
"""What ranks are counted in themselves."""

TIMES: dict[str, tuple[str, ...]] = {
    "year": ("year", "years", "năm"),
    "quarter": ("quarter", "quarters", "quý"),
    "month": ("month", "months", "tháng"),
    "day": ("day", "days", "ngày"),
}
"""The units of time before or after the day by which a goal is to be met."""

ARRIVES = (
    "met", "achieved", "completed", "finished", "reached", "done", "về đích", "đã về đích", "cán đích", "hoàn thành",
    "đã hoàn thành", "đạt", "đã đạt",
)  # fmt: skip
"""What is done before or behind the time."""

EARLY_BEFORE: dict[Literal[1, -1], tuple[str, ...]] = {
    1: (
        "trước", "trước hạn", "trước thời hạn", "trước kế hoạch", "trước tiến độ", "sớm", "sớm hơn", "vượt tiến độ",
    ),
    -1: ("chậm", "chậm hơn", "chậm tiến độ", "muộn", "muộn hơn", "trễ", "trễ hạn", "quá hạn"),
}  # fmt: skip
"""What stands before the time, and which way it means."""

EARLY_AFTER: dict[Literal[1, -1], tuple[str, ...]] = {
    1: (
        "early", "earlier", "earlier than planned", "ahead", "ahead of schedule", "ahead of time", "ahead of plan",
        "ahead of the plan", "in advance", "before schedule", "before the deadline", "before its deadline",
        "before its date", "sớm", "trước hạn", "trước thời hạn",
    ),
    -1: (
        "late", "behind schedule", "overdue", "after the deadline", "after its deadline", "after its date", "chậm",
        "quá hạn",
    ),
}  # fmt: skip
"""What stands behind it."""

DATES = ("so với thời hạn", "so với hạn", "so với tiến độ", "so với tiến độ đề ra", "so với thời hạn đề ra")

IN_DIGITS: dict[str, int] = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
"""Numbers of years or months that are spelled out."""

_WORDS_OF_THEIR_OWN = frozenset(("chung",))  # what other words would be without their accents

Meaning = TypeVar("Meaning")


def by_word(words_of: Mapping[Meaning, tuple[str, ...]]) -> dict[str, Meaning]:
    """Return what each word means, as it is compared; without accents too, where it can then be no other word."""
    meanings = [meaning for meaning, words in words_of.items() for _ in words]
    together = folded("\n".join(word for words in words_of.values() for word in words))  # at once: folding takes time
    found = dict(zip(together.split("\n"), meanings, strict=True))
    plain: dict[str, set[Meaning]] = {}
    for word, meaning in zip(without_accents(together).split("\n"), meanings, strict=True):
        plain.setdefault(word, set()).add(meaning)
    return {
        word: meaning for word, (meaning, *others) in plain.items() if not others and word not in _WORDS_OF_THEIR_OWN
    } | found


class Words(NamedTuple):
    """The tables by the words in them, as they are compared."""

    verbs: Mapping[str, Verb]
    nearness: Mapping[str, Nearness]
    units: Mapping[str, ClaimUnit]
    times: Mapping[str, str]
    statuses: Mapping[str, Status]
    more: Mapping[str, Literal[1, -1]]
    growth_after: Mapping[str, Literal[1, -1]]
    plans: Mapping[str, PlanWord]
    before: Mapping[str, Base]
    alone: Mapping[str, Base]
    early_before: Mapping[str, Literal[1, -1]]
    early_after: Mapping[str, Literal[1, -1]]


@cache
def by_words() -> Words:
    """Return the tables, put together when the first claim is read that is more than a percentage."""
    return Words(
        by_word(VERBS),
        by_word(NEAR),
        by_word(CLAIM_UNITS),
        by_word(TIMES),
        by_word(STATUSES),
        by_word(MORE_THAN),
        by_word(GROWTH_AFTER),
        by_word(PLAN_WORDS),
        by_word(BEFORE),
        by_word(BEFORE_ALONE),
        by_word(EARLY_BEFORE),
        by_word(EARLY_AFTER),
    )


@cache
def all_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return words of one meaning as they are compared, with their accents and without, the longest first."""
    return tuple(sorted(by_word({0: words}), key=len, reverse=True))
