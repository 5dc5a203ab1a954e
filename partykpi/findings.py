"""Every finding that partykpi can make: its code, its words in both languages, a bad and a good example.

A new finding is one definition here and its reproducer in the tests.
"""

from __future__ import annotations

from partykpi.problem import Definition, Finding, Severity
from partykpi.text import Text

DEFINITIONS: dict[str, Definition] = {}


def _define(  # noqa: PLR0913 - it makes the record that its values are
    code: str, message: Text, remedy: Text, bad: Text | str, good: Text | str, severity: Severity = "error"
) -> Definition:
    examples = (one if isinstance(one, Text) else Text(one, one) for one in (bad, good))
    definition = Definition(code, severity, message, remedy, *examples)
    DEFINITIONS[code] = definition
    return definition


def _lines(en: str, vi: str) -> Text:
    """Return an example as the lines of a file in each language."""
    return Text(en, vi)


MOST_ALIKE = 100
"""The findings of one code that are shown of one file; those beyond are counted."""

_MORE = Text("{count} more findings like these are not shown", "còn {count} kết quả cùng loại không hiện ra")
_REPAIR_THESE = Text("repair those that are shown, and check again", "sửa các mục đã hiện rồi kiểm tra lại")


def capped(found: list[Finding]) -> list[Finding]:
    """Return what was found in a file, of each code as much as is shown, then in one finding how much more there is."""
    if len(found) <= MOST_ALIKE:
        return found
    kept: list[Finding] = []
    counts: dict[tuple[str, Severity], int] = {}
    beyond: dict[tuple[str, Severity], int] = {}
    for finding in found:
        alike = finding.code, finding.severity
        counts[alike] = count = counts.get(alike, 0) + 1
        if count == MOST_ALIKE + 1:
            beyond[alike] = len(kept)
        if count <= MOST_ALIKE + 1:
            kept.append(finding)
    for alike, at in beyond.items():
        definition = kept[at].definition._replace(message=_MORE, remedy=_REPAIR_THESE)
        kept[at] = kept[at]._replace(definition=definition, values={"count": counts[alike] - MOST_ALIKE})
    return kept


def how_many(finding: Finding) -> int:
    """Return how many findings a finding stands for."""
    count = finding.values["count"] if finding.definition.message == _MORE else 1
    assert isinstance(count, int)
    return count


# The file as such

UNREADABLE_FILE = _define(
    "unreadable-file",
    Text("the file cannot be read: {reason}", "không đọc được tệp: {reason}"),
    Text("check the path and the permissions of the file", "kiểm tra đường dẫn và quyền đọc tệp"),
    _lines("partykpi check no-such-file.yaml", "partykpi check khong-co.yaml"),
    _lines("partykpi check resolution.yaml", "partykpi check nghi-quyet.yaml"),
)
UNCHECKED_FOLDER = _define(
    "unchecked-folder",
    Text("the folder is not checked: {reason}", "thư mục chưa được kiểm tra: {reason}"),
    Text("check the path and the permissions of the folder", "kiểm tra đường dẫn và quyền đọc thư mục"),
    _lines("partykpi check empty-folder", "partykpi check thu-muc-trong"),
    _lines("partykpi check resolutions", "partykpi check nghi-quyet"),
)
OWN_FAULT = _define(
    "own-fault",
    Text(
        "partykpi failed at this file ({what}), and nothing is known of it",
        "partykpi gặp sự cố khi xử lý tệp này ({what}) nên chưa biết gì về tệp",
    ),
    Text(
        "this is the program's own fault: please report it, with the file if others may see it",
        "đây là lỗi của chương trình: xin báo lại, kèm theo tệp nếu được phép chia sẻ",
    ),
    _lines("# a file that partykpi cannot cope with", "# tệp mà partykpi không xử lý được"),
    _lines("# the same, once partykpi is repaired", "# chính tệp đó, sau khi partykpi đã được sửa"),
)
EMPTY_FILE = _define(
    "empty-file",
    Text("the file holds nothing", "tệp không có nội dung"),
    Text(
        "write a resolution, or begin with `partykpi new`",
        "ghi nội dung nghị quyết, hoặc bắt đầu bằng `partykpi new`",
    ),
    _lines("# nothing yet", "# chưa có gì"),
    _lines(
        "resolution: Resolution\ncommittee: Committee\nterm: 2020-2025\ntargets: {}",
        "nghị quyết: Nghị quyết\nđảng bộ: Đảng bộ\nnhiệm kỳ: 2020-2025\nchỉ tiêu: {}",
    ),
)
ENCODING = _define(
    "encoding",
    Text(
        "the file is not UTF-8 (byte {byte} on this line)",
        "tệp không dùng bảng mã UTF-8 (byte {byte} ở dòng này)",
    ),
    Text("save the file as UTF-8", "lưu lại tệp với bảng mã UTF-8"),
    _lines("a file saved as UTF-16 or Windows-1258", "tệp lưu với bảng mã UTF-16 hoặc Windows-1258"),
    _lines("the same file saved as UTF-8", "cũng tệp đó lưu với bảng mã UTF-8"),
)
OFFICE_FILE = _define(
    "office-file",
    Text("this is a file of {program}, not a text file", "đây là tệp {program}, không phải tệp văn bản thuần"),
    Text(
        "a resolution is a text file: begin one with `partykpi new`, and copy into it what this file holds",
        "nghị quyết là tệp văn bản thuần: tạo bằng `partykpi new`, rồi chép nội dung của tệp này vào",
    ),
    _lines("partykpi check resolution.docx", "partykpi check nghi-quyet.docx"),
    _lines("partykpi check resolution.yaml", "partykpi check nghi-quyet.yaml"),
)
FILE_TOO_LARGE = _define(
    "file-too-large",
    Text("the file is larger than {limit} MB", "tệp lớn hơn {limit} MB"),
    Text("split it: one resolution a file", "tách tệp: mỗi nghị quyết một tệp"),
    _lines("a file of 11 MB", "tệp 11 MB"),
    _lines("a file of some kilobytes", "tệp vài kB"),
)
TOO_MANY_VALUES = _define(
    "too-many-values",
    Text("the file holds more than {limit} lines or values", "tệp có hơn {limit} dòng hoặc giá trị"),
    Text("split it: one resolution a file", "tách tệp: mỗi nghị quyết một tệp"),
    "a file of 250,001 lines",
    "a file of some hundred lines",
)
TEXT_TOO_LONG = _define(
    "text-too-long",
    Text("a text of more than {limit} characters", "nội dung dài hơn {limit} ký tự"),
    Text("shorten it", "rút gọn nội dung này"),
    "note: a sentence of 20,001 characters",
    "note: a sentence",
)
TOO_DEEP = _define(
    "too-deep",
    Text("values are nested more than {limit} deep", "các giá trị lồng nhau quá {limit} tầng"),
    Text("remove the needless brackets or indentation", "bỏ bớt ngoặc hoặc thụt dòng thừa"),
    _lines("note: " + "[" * 51 + "]" * 51, "ghi chú: " + "[" * 51 + "]" * 51),
    _lines("note: a sentence", "ghi chú: một câu"),
)
SYNTAX = _define(
    "syntax",
    Text("not valid YAML: {problem}", "sai cú pháp YAML"),
    Text(
        "check quotes, brackets, colons and indentation here and on the line before",
        "kiểm tra dấu nháy, dấu ngoặc, dấu hai chấm và thụt dòng ở dòng này và dòng trước",
    ),
    _lines('note: "a quotation that does not end', 'ghi chú: "câu trích dẫn chưa đóng ngoặc'),
    _lines('note: "a quotation that ends"', 'ghi chú: "câu trích dẫn đã đóng ngoặc"'),
)
NEEDS_QUOTES = _define(
    "needs-quotes",
    Text(
        "`{character}` at the beginning of a value has a meaning of its own in YAML",
        "`{character}` ở đầu giá trị có nghĩa riêng trong YAML",
    ),
    Text("write the value in quotes: `{quoted}`", "ghi giá trị trong dấu nháy: `{quoted}`"),
    _lines("target: > 20 members", "chỉ tiêu: > 20 đảng viên"),
    _lines('target: "> 20 members"', 'chỉ tiêu: "> 20 đảng viên"'),
)
MISSING_SPACE = _define(
    "missing-space",
    Text("the colon behind `{key}` has no space after it", "thiếu dấu cách sau dấu hai chấm của `{key}`"),
    Text("write `{line}`", "ghi `{line}`"),
    _lines("    owner:Office", "    đơn vị chủ trì:Văn phòng"),
    _lines("    owner: Office", "    đơn vị chủ trì: Văn phòng"),
)
COLON_IN_VALUE = _define(
    "colon-in-value",
    Text("a colon with a space behind it ends the value", "giá trị có dấu hai chấm bên trong"),
    Text("write the value in quotes: `{quoted}`", "ghi giá trị trong dấu nháy: `{quoted}`"),
    _lines("    note: Admitted: the new members", "    ghi chú: Kết nạp: đảng viên mới"),
    _lines('    note: "Admitted: the new members"', '    ghi chú: "Kết nạp: đảng viên mới"'),
)
NO_BREAK_SPACE = _define(
    "no-break-space",
    Text(
        "a no-break space of a word processor stands here, which is no space for YAML",
        "có dấu cách không ngắt (chép từ Word) ở đây, YAML không coi là dấu cách",
    ),
    Text("type the spaces of this line anew: `{line}`", "gõ lại các dấu cách của dòng này: `{line}`"),
    _lines("    owner:\u00a0Office", "    đơn vị chủ trì:\u00a0Văn phòng"),
    _lines("    owner: Office", "    đơn vị chủ trì: Văn phòng"),
)
CURLY_QUOTES = _define(
    "curly-quotes",
    Text(
        "the curly quotes “ ” of a word processor do not quote a value",
        "dấu nháy cong “ ” của Word không dùng được",
    ),
    Text("write straight quotes: `{quoted}`", "thay bằng dấu nháy thẳng: `{quoted}`"),
    _lines("    actual: “12 members”", "    kết quả: “12 đảng viên”"),
    _lines('    actual: "12 members"', '    kết quả: "12 đảng viên"'),
)
CUT_NUMBER = _define(
    "cut-number",
    Text("`{number}` is cut in two at its comma by YAML", "`{number}` bị YAML cắt làm hai ở dấu phẩy"),
    Text("write the number in quotes: `{quoted}`", "ghi số trong dấu nháy: `{quoted}`"),
    _lines("readings: {2021: 1,5 %}", "số liệu: {2021: 1,5 %}"),
    _lines('readings: {2021: "1,5 %"}', 'số liệu: {2021: "1,5 %"}'),
)
TAB = _define(
    "tab",
    Text("a tab stands here", "có ký tự tab ở đây"),
    Text("use spaces: two for each level", "dùng dấu cách: mỗi tầng hai dấu cách"),
    _lines("\tactual: 12 members", "\tkết quả: 12 đảng viên"),
    _lines("    actual: 12 members", "    kết quả: 12 đảng viên"),
)
ALIAS = _define(
    "alias",
    Text("`{name}` is a YAML anchor or alias", "`{name}` là neo hoặc bí danh của YAML"),
    Text(
        "write the value itself, so that every figure stands where it is used; quote a text that begins with & or *",
        "ghi thẳng giá trị để mỗi số liệu nằm đúng chỗ của nó; đặt trong dấu nháy nếu nội dung bắt đầu bằng & hoặc *",
    ),
    _lines("note: *same", "ghi chú: *nhu-tren"),
    _lines("note: the same as above", "ghi chú: như trên"),
)
TAG = _define(
    "tag",
    Text("`{name}` is a YAML tag", "`{name}` là thẻ của YAML"),
    Text(
        "leave it out; quote a text that begins with !",
        "bỏ thẻ này; đặt trong dấu nháy nếu nội dung bắt đầu bằng !",
    ),
    _lines("note: !draft to be confirmed", "ghi chú: !du-thao chờ xác nhận"),
    _lines('note: "!draft to be confirmed"', 'ghi chú: "!du-thao chờ xác nhận"'),
)
SECOND_DOCUMENT = _define(
    "second-document",
    Text("a second document begins here", "tài liệu thứ hai bắt đầu ở đây"),
    Text("put it in a file of its own", "chuyển sang một tệp riêng"),
    "---",
    _lines("# a comment", "# chú thích"),
)
DUPLICATE_KEY = _define(
    "duplicate-key",
    Text("`{key}` already stands on line {line}", "`{key}` đã có ở dòng {line}"),
    Text("keep one of the two", "chỉ giữ lại một trong hai"),
    _lines("    note: the second note", "    ghi chú: ghi chú thứ hai"),
    _lines("    owner: Office of the Committee", "    đơn vị chủ trì: Văn phòng Đảng ủy"),
)
DUPLICATE_ID = DUPLICATE_KEY._replace(remedy=Text("give one of the two another id", "đặt mã khác cho một trong hai"))
"""The same of the id of a target, which both of the two are to keep."""

WRONG_TYPE = _define(
    "wrong-type",
    Text("`{key}` must be {expected}, not {found}", "`{key}` phải là {expected}, không phải {found}"),
    Text("write {expected} here", "ghi {expected} ở đây"),
    _lines("    note: [one, two]", "    ghi chú: [một, hai]"),
    _lines("    note: one and two", "    ghi chú: một và hai"),
)
EMPTY_VALUE = _define(
    "empty-value",
    Text("`{key}` has no value", "`{key}` chưa có giá trị"),
    Text("write the value, or take the line away", "ghi giá trị, hoặc bỏ dòng này"),
    _lines("    owner:", "    đơn vị chủ trì:"),
    _lines("    owner: Office", "    đơn vị chủ trì: Văn phòng"),
)
UNKNOWN_KEY = _define(
    "unknown-key",
    Text("`{key}` is not a key of {owner}", "{owner} không có mục `{key}`"),
    Text("{suggestion}", "{suggestion}"),
    _lines("    onwer: Office", "    đơn vị chủ chì: Văn phòng"),
    _lines("    owner: Office", "    đơn vị chủ trì: Văn phòng"),
)
MISSING_KEY = _define(
    "missing-key",
    Text("{owner} has no `{key}`", "{owner} còn thiếu mục `{key}`"),
    Text("add `{key}: …`", "thêm `{key}: …`"),
    _lines("resolution: Resolution without a committee", "nghị quyết: Nghị quyết không ghi đảng bộ"),
    _lines("resolution: Resolution\ncommittee: Committee", "nghị quyết: Nghị quyết\nđảng bộ: Đảng bộ"),
)
INCOMPLETE_INDICATOR = _define(
    "incomplete-indicator",
    Text("an indicator has no {keys}", "chỉ số còn thiếu {keys}"),
    Text("add {lines}", "thêm {lines}"),
    "    indicator: {name: Roads with lights}",
    "    indicator: {name: Roads with lights, kind: level, unit: km, better: higher}",
)
UNKNOWN_CHOICE = _define(
    "unknown-choice",
    Text("{key} cannot be `{value}`", "`{value}` không dùng được cho {key}"),
    Text("{suggestion}", "{suggestion}"),
    _lines("language: english", "ngôn ngữ: tiếng Pháp"),
    _lines("language: en", "ngôn ngữ: vi"),
)
NOT_A_RESOLUTION = _define(
    "not-a-resolution",
    Text(
        "the file is neither a resolution nor a catalogue of indicators",
        "tệp không phải là nghị quyết, cũng không phải là danh mục chỉ số",
    ),
    Text(
        "a resolution has `resolution`, `committee`, `term` and `targets`, or in Vietnamese `nghị quyết`, `đảng bộ`, "
        "`nhiệm kỳ` and `chỉ tiêu`; a catalogue has `indicators` or `chỉ số`",
        "nghị quyết có `nghị quyết`, `đảng bộ`, `nhiệm kỳ` và `chỉ tiêu`, hoặc bằng tiếng Anh `resolution`, "
        "`committee`, `term` và `targets`; danh mục có `chỉ số` hoặc `indicators`",
    ),
    _lines("shopping: list", "mua sắm: danh sách"),
    _lines(
        "resolution: Resolution\ncommittee: Committee\nterm: 2020-2025\ntargets: {}",
        "nghị quyết: Nghị quyết\nđảng bộ: Đảng bộ\nnhiệm kỳ: 2020-2025\nchỉ tiêu: {}",
    ),
)

# Names and dates

UNKNOWN_INDICATOR = _define(
    "unknown-indicator",
    Text("there is no indicator `{indicator}`", "không có chỉ số `{indicator}`"),
    Text(
        "{suggestion} `partykpi indicators WORDS` searches for it, or define it here: "
        "`{{name: …, kind: level, unit: …, better: higher}}`",
        "{suggestion} Tìm bằng `partykpi indicators TỪ`, hoặc khai báo tại đây: "
        "`{{name: …, kind: level, unit: …, better: higher}}`",
    ),
    _lines("    indicator: party/members-admited", "    chỉ số: party/members-admited"),
    _lines("    indicator: party/members-admitted", "    chỉ số: party/members-admitted"),
)
UNPARSABLE_TERM = _define(
    "unparsable-term",
    Text("`{text}` is not {what}", "`{text}` không phải là {what}"),
    Text(
        "write {example}, a year such as 2024, or `{{from: 2020-06-13, to: 2025-06-12}}`",
        "ghi {example}, một năm như 2024, hoặc `{{from: 2020-06-13, to: 2025-06-12}}`",
    ),
    _lines("term: five years", "nhiệm kỳ: năm năm"),
    _lines("term: 2020-2025", "nhiệm kỳ: 2020-2025"),
)
REVERSED_TERM = _define(
    "reversed-term",
    Text("{what} ends before it starts", "{what} kết thúc trước khi bắt đầu"),
    Text("exchange the two, or correct the year", "đổi chỗ hai mốc, hoặc sửa lại năm"),
    _lines("term: 2025-2020", "nhiệm kỳ: 2025-2020"),
    _lines("term: 2020-2025", "nhiệm kỳ: 2020-2025"),
)
PERIOD_BESIDE_TERM = _define(
    "period-beside-term",
    Text(
        "`{text}` are {months} months, for the years of a period are calendar years, and the term has {term}",
        "`{text}` gồm {months} tháng (giai đoạn tính theo năm dương lịch), trong khi nhiệm kỳ có {term} tháng",
    ),
    Text(
        "write `period: {years}`, take the line away where the term is meant, or write `{{from: …, to: …}}` where the "
        "longer period is",
        "ghi `period: {years}`; bỏ dòng này nếu tính theo nhiệm kỳ; hoặc ghi `{{from: …, to: …}}` nếu đúng là giai "
        "đoạn dài hơn",
    ),
    _lines("period: 2020-2025", "giai đoạn: 2020-2025"),
    _lines("period: 2021-2025", "giai đoạn: 2021-2025"),
    "warning",
)
UNPARSABLE_YEAR_START = _define(
    "unparsable-year-start",
    Text(
        "`{text}` is not a day on which every year can begin",
        "`{text}` không phải là ngày bắt đầu được của mọi năm",
    ),
    Text("write the month and the day, such as `07-01`", "ghi tháng và ngày, ví dụ `07-01`, hoặc ngày/tháng: 01/7"),
    _lines("year_starts: 02-29", "năm bắt đầu từ: 29/02"),
    _lines("year_starts: 07-01", "năm bắt đầu từ: 01/7"),
)
UNPARSABLE_DATE = _define(
    "unparsable-date",
    Text("`{text}` is not a date", "`{text}` không phải là ngày tháng"),
    Text("write a date as `2024-09-30`{others}", "ghi ngày theo dạng `2024-09-30`{others}"),
    _lines("as_of: 30 September", "ngày đánh giá: cuối tháng chín"),
    _lines("as_of: 2024-09-30", "ngày đánh giá: 30/9/2024"),
)
AS_OF_BEFORE_TERM = _define(
    "as-of-before-term",
    Text(
        "the as-of date of {date} lies before the term, which begins on {first}",
        "ngày đánh giá ({date}) sớm hơn ngày bắt đầu nhiệm kỳ ({first})",
    ),
    Text("give a date within the term or after it", "ghi một ngày trong hoặc sau nhiệm kỳ"),
    _lines("as_of: 2019-12-31", "ngày đánh giá: 31/12/2019"),
    _lines("as_of: 2022-12-31", "ngày đánh giá: 31/12/2022"),
)
UNPARSABLE_PERIOD = _define(
    "unparsable-period",
    Text("`{text}` is not a period", "`{text}` không phải là kỳ số liệu"),
    Text(
        "write `2021`, `2022-H1`, `2022-Q3`, `2022-10` or `2022-11-30`",
        "ghi `năm 2021`, `6 tháng đầu năm 2022`, `quý 3/2022`, `tháng 10/2022` hoặc `30/11/2022`",
    ),
    _lines("      2022-Q5: 3 members", "      quý 5/2022: 3 đảng viên"),
    _lines("      2022-Q4: 3 members", "      quý 4/2022: 3 đảng viên"),
)
READING_OUTSIDE_TERM = _define(
    "reading-outside-term",
    Text(
        "{period} lies outside the time of the goal, {first} to {last}",
        "{period} nằm ngoài thời gian thực hiện chỉ tiêu (từ {first} đến {last})",
    ),
    Text(
        "correct the period, or take the reading away; a level from before that time is a `baseline`",
        "sửa lại kỳ, hoặc bỏ số liệu này; mức trước thời gian đó ghi ở `baseline`",
    ),
    _lines("      2018: 3 members", "      năm 2018: 3 đảng viên"),
    _lines("      2021: 3 members", "      năm 2021: 3 đảng viên"),
)
DUPLICATE_PERIOD = _define(
    "duplicate-period",
    Text("{period} has a reading already, on line {line}", "{period} đã có số liệu ở dòng {line}"),
    Text("keep one of the two", "chỉ giữ lại một trong hai"),
    _lines("      2021-12-31: 242 members", "      31/12/2021: 242 đảng viên"),
    _lines("      2022-12-31: 242 members", "      31/12/2022: 242 đảng viên"),
)
OVERLAPPING_PERIODS = _define(
    "overlapping-periods",
    Text(
        "{period} overlaps {other} on line {line}: days would count twice",
        "{period} trùng với {other} ở dòng {line}: có ngày bị tính hai lần",
    ),
    Text("give the year or its parts, not both", "ghi số cả năm hoặc số từng phần, không ghi cả hai"),
    _lines("      2021-Q1: 4 members", "      quý 1/2021: 4 đảng viên"),
    _lines("      2022-Q1: 4 members", "      quý 1/2022: 4 đảng viên"),
)
READINGS_EXCEED_TERM = _define(
    "readings-exceed-term",
    Text(
        "the readings cover {covered} days, the time of the goal only {days}: something from outside it is counted",
        "các kỳ số liệu gồm {covered} ngày, trong khi thời gian thực hiện chỉ tiêu chỉ có {days} ngày: có phần ngoài "
        "thời gian đó bị tính vào",
    ),
    Text(
        "give the first and the last year by the half that lies within it, such as `{year}-H2`",
        "năm đầu và năm cuối chỉ ghi nửa năm thuộc thời gian đó, ví dụ `{year}-H2`",
    ),
    _lines("      2020: 10 members", "      năm 2020: 10 đảng viên"),
    _lines("      2020-H2: 10 members", "      6 tháng cuối năm 2020: 10 đảng viên"),
    "warning",
)
READING_BEYOND_PERIOD = _define(
    "reading-beyond-period",
    Text(
        "{period} reaches more than a month beyond {last}, where the time of the goal ends, and is not counted",
        "{period} kéo dài hơn một tháng sau ngày cuối của chỉ tiêu ({last}), nên không được tính",
    ),
    Text(
        "write `period: {years}` where the goal is of calendar years, or give the part that lies within it alone",
        "ghi `period: {years}` nếu chỉ tiêu tính theo năm dương lịch, hoặc chỉ ghi phần thuộc thời gian của chỉ tiêu",
    ),
    _lines("      2025: 90 members", "      năm 2025: 90 đảng viên"),
    _lines("      2025-H1: 90 members", "      6 tháng đầu năm 2025: 90 đảng viên"),
    "warning",
)
RUNNING_TOTALS = _define(
    "running-totals",
    Text(
        "the readings at {days} days never fall: running totals, of which the last counts, or parts that add up",
        "số liệu tại {days} ngày không giảm lần nào: có thể là số lũy kế (lấy số cuối) hoặc số từng phần (cộng lại)",
    ),
    Text(
        "say which: `cumulative: yes` for running totals, `cumulative: no` for parts",
        "ghi rõ: `cumulative: yes` nếu là số lũy kế, `cumulative: no` nếu là số từng phần",
    ),
    _lines(
        "    readings: {2021-12-31: 20 members, 2022-06-30: 35 members}",
        "    số liệu: {31/12/2021: 20 đảng viên, 30/6/2022: 35 đảng viên}",
    ),
    _lines(
        "    readings: {2021-12-31: 20 members, 2022-06-30: 35 members}\n    cumulative: yes",
        "    số liệu: {31/12/2021: 20 đảng viên, 30/6/2022: 35 đảng viên}\n    lũy kế: có",
    ),
)
CUMULATIVE_KIND = _define(
    "cumulative-kind",
    Text(
        "`cumulative` does not fit here: readings of this kind ({kind}) do not add up",
        "`cumulative` không dùng được ở đây: số liệu của loại này ({kind}) không cộng dồn",
    ),
    Text("take `cumulative` away, or correct `kind`", "bỏ `cumulative`, hoặc sửa `kind`"),
    _lines("    cumulative: yes", "    lũy kế: có"),
    _lines("    note: the number on each day", "    ghi chú: số tại từng thời điểm"),
)
YEARS_OR_MONTHS = _define(
    "years-or-months",
    Text("`{period}` is a month, or a year over two", "`{period}` là một tháng, hay một năm học, năm tài chính"),
    Text(
        "write a year as the one that it begins in, `{year}`, with `year_starts: 07-01` or its own day{month}",
        "năm thì ghi năm bắt đầu, `{year}`, kèm `year_starts: 07-01` hoặc ngày bắt đầu khác{month}",
    ),
    _lines("      2021-22: 3 members", "      2021-22: 3 đảng viên"),
    _lines("      2021: 3 members", "      2021: 3 đảng viên"),
)
MORE_THAN_THE_YEARS = _define(
    "more-than-the-years",
    Text(
        "{figures} figures, one a year, stand here for {years} years",
        "có {figures} số liệu, mỗi năm một số, trong khi chỉ tiêu chỉ có {years} năm",
    ),
    Text(
        "give each with its period, such as `2021: …`, or leave out what is of other years",
        "ghi từng số kèm kỳ của nó, ví dụ `2021: …`, hoặc bỏ số của những năm khác",
    ),
    _lines("    actual: [1, 2, 1, 1, 2, 1]", "    kết quả: [1, 2, 1, 1, 2, 1]"),
    _lines("    actual: [1, 2, 1, 1, 2]", "    kết quả: [1, 2, 1, 1, 2]"),
)
DONE_OUTSIDE_PERIOD = _define(
    "done-outside-period",
    Text("{text} does not lie in {period}", "{text} không thuộc {period}"),
    Text("correct the day or the period", "sửa lại ngày hoặc kỳ"),
    _lines("      2021: 2024-12-30", "      năm 2021: 30/12/2024"),
    _lines("      2024: 2024-12-30", "      năm 2024: 30/12/2024"),
)
SHARE_OUT_OF_RANGE = _define(
    "share-out-of-range",
    Text(
        "{text} is {where}: a share of a whole lies between 0 and 100%",
        "{text} {where}: tỷ lệ của một tổng số nằm trong khoảng từ 0 đến 100%",
    ),
    Text("check the figure; {otherwise}", "kiểm tra lại số liệu; {otherwise}"),
    _lines("    actual: 195 %", "    kết quả: 195 %"),
    _lines("    actual: 95 %", "    kết quả: 95 %"),
    "warning",
)
UNLIKELY_SIZE = _define(
    "unlikely-size",
    Text("{text} is {size}", "{text} {size}"),
    Text("{suggestion}", "{suggestion}"),
    _lines("    actual: 16 jobs", "    kết quả: 16 việc làm"),
    _lines("    actual: 16 thousand jobs", "    kết quả: 16 nghìn việc làm"),
    "warning",
)

# Figures

UNPARSABLE_FIGURE = _define(
    "unparsable-figure",
    Text("`{text}` is not a figure", "`{text}` không phải là số liệu"),
    Text("write a number and its unit{example}", "ghi số và đơn vị{example}"),
    _lines("    actual: many members", "    kết quả: nhiều đảng viên"),
    _lines("    actual: 12 members", "    kết quả: 12 đảng viên"),
)
UNREAD_GOAL = UNPARSABLE_FIGURE._replace(
    message=Text("`{text}` is not understood as a goal", "chưa đọc được mục tiêu `{text}`"),
    remedy=Text("{suggestion}", "{suggestion}"),
)
"""The same of a goal, which is a sentence of a resolution more often than a figure."""

NUMBER_STYLE = _define(
    "number-style",
    Text("`{text}` does not fit `numbers: {style}`", "`{text}` không đúng cách viết số `numbers: {style}`"),
    Text("{suggestion}", "{suggestion}"),
    _lines("    actual: 5,02 %", "    kết quả: 5.02 %"),
    _lines("    actual: 5.02 %", "    kết quả: 5,02 %"),
)
NOT_FINITE = _define(
    "not-finite",
    Text("`{text}` is not a definite number", "`{text}` không phải là một con số xác định"),
    Text(
        "write the figure, or take the line away while it is not known",
        "ghi số liệu, hoặc bỏ dòng này khi chưa có số liệu",
    ),
    _lines("    actual: NaN", "    kết quả: NaN"),
    _lines("    actual: 12", "    kết quả: 12"),
)
EXPONENT = _define(
    "exponent",
    Text("`{text}` is written with an exponent", "`{text}` viết dưới dạng lũy thừa"),
    Text(
        "write the number out, or with a word: 16 thousand, 1.5 million",
        "ghi đầy đủ con số, hoặc dùng từ: 16 nghìn, 1,5 triệu",
    ),
    _lines("    actual: 1e400", "    kết quả: 1e400"),
    _lines("    actual: 1 million", "    kết quả: 1 triệu"),
)
NUMBER_TOO_LONG = _define(
    "number-too-long",
    Text("a number of more than {limit} digits", "con số dài hơn {limit} chữ số"),
    Text("shorten it", "rút ngắn con số"),
    _lines(
        "    actual: 1234567890123456789012345678901234567890123456789012345678901",
        "    kết quả: 1234567890123456789012345678901234567890123456789012345678901",
    ),
    _lines("    actual: 1234", "    kết quả: 1234"),
)
ODD_CHARACTER = _define(
    "odd-character",
    Text(
        "`{character}` in `{text}` only looks like a plain character",
        "`{character}` trong `{text}` chỉ giống ký tự thường",
    ),
    Text("write `{plain}`", "ghi `{plain}`"),
    _lines("    actual: −2.5 %", "    kết quả: −2,5 %"),
    _lines("    actual: -2.5 %", "    kết quả: -2,5 %"),
)
FRACTIONAL_COUNT = _define(
    "fractional-count",
    Text("{text} {fault}", "{text} {fault}"),
    Text("{suggestion}", "{suggestion}"),
    _lines("    actual: 82.913 people", "    kết quả: 82,913 người"),
    _lines("    actual: 82_913 people", "    kết quả: 82.913 người"),
)
NEGATIVE_COUNT = _define(
    "negative-count",
    Text("{text} is below zero", "{text} nhỏ hơn 0"),
    Text("a count is 0 or more; correct it", "số đếm phải từ 0 trở lên; sửa lại số liệu"),
    _lines("    actual: -5 members", "    kết quả: -5 đảng viên"),
    _lines("    actual: 5 members", "    kết quả: 5 đảng viên"),
)
SHARE_OVER_WHOLE = _define(
    "share-over-whole",
    Text("{text} is more than the whole", "{text} có phần đạt lớn hơn tổng số"),
    Text("exchange or correct the two numbers", "đổi chỗ hoặc sửa lại hai con số"),
    _lines("    actual: 1200/1188 households", "    kết quả: 1200/1188 hộ"),
    _lines("    actual: 1188/1200 households", "    kết quả: 1188/1200 hộ"),
)
EMPTY_WHOLE = _define(
    "empty-whole",
    Text("{text} is a share of nothing", "{text} có tổng số bằng 0"),
    Text("write the whole after the slash", "ghi tổng số sau dấu gạch chéo"),
    _lines("    actual: 0/0 households", "    kết quả: 0/0 hộ"),
    _lines("    actual: 0/12 households", "    kết quả: 0/12 hộ"),
)
SHARE_UNIT = _define(
    "share-unit",
    Text(
        "a share of a whole does not fit an indicator in {unit}",
        "chỉ số tính bằng {unit} thì không ghi dạng phần đạt/tổng số",
    ),
    Text(
        "write one figure alone, such as `{example}`: what was achieved at `actual`, what is asked at `target`",
        "chỉ ghi một số, ví dụ `{example}`: số thực hiện ghi ở `actual`, số được giao ghi ở `target`",
    ),
    _lines("    actual: 12/20 members", "    kết quả: 12/20 đảng viên"),
    _lines("    actual: 12 members", "    kết quả: 12 đảng viên"),
)
TIME_AS_FIGURE = _define(
    "time-as-figure",
    Text(
        "this is a length of time, and the indicator is measured in {unit}",
        "đây là khoảng thời gian, còn chỉ số tính bằng {unit}",
    ),
    Text("where so many a year are meant, write `{each}`", "nếu là số của mỗi năm thì ghi `{each}`"),
    _lines("    target: 5 years", "    chỉ tiêu: 5 năm"),
    _lines("    target: 5 members/year", "    chỉ tiêu: 5 đảng viên/năm"),
)
NOT_A_RANK = _define(
    "not-a-rank",
    Text("{text} is not a place in a ranking", "{text} không phải là thứ hạng"),
    Text(
        "write a whole number from 1 up, and where it is the worst place that will do, `10th or better`",
        "ghi số nguyên từ 1 trở lên; nếu là thứ hạng thấp nhất phải đạt thì ghi `hạng 10 trở lên`",
    ),
    _lines("    actual: [0, 2]", "    kết quả: [0, 2]"),
    _lines("    actual: [1, 2]", "    kết quả: [1, 2]"),
)
UNKNOWN_GRADE = _define(
    "unknown-grade",
    Text("`{text}` is not a grade of this indicator", "chỉ số này không có mức xếp loại `{text}`"),
    Text("{suggestion}", "{suggestion}"),
    _lines("    actual: [good, god]", "    kết quả: [tốt, tôta]"),
    _lines("    actual: [good, good]", "    kết quả: [tốt, tốt]"),
)
GRADES_OF_KIND = _define(
    "grades-of-kind",
    Text(
        "`grades` and this kind ({kind}) do not go together",
        "`grades` không dùng được với loại này ({kind})",
    ),
    Text(
        "take `grades` away, or choose a kind whose figures are grades",
        "bỏ `grades`, hoặc chọn loại tính theo mức xếp loại",
    ),
    _lines("      grades: [good, poor]", "      mức xếp loại: [tốt, kém]"),
    _lines("      frequency: year", "      kỳ báo cáo: hằng năm"),
)
GRADES_ALIKE = _define(
    "grades-alike",
    Text(
        "these are not two or more grades with names of their own",
        "đây không phải là từ hai mức xếp loại khác tên trở lên",
    ),
    Text(
        "name each grade once, from the best to the worst; capitals and accents make no difference",
        "ghi mỗi mức một lần, từ cao nhất đến thấp nhất; không phân biệt chữ hoa và dấu",
    ),
    _lines("      grades: [good, Good]", "      mức xếp loại: [tốt, Tốt]"),
    _lines("      grades: [good, poor]", "      mức xếp loại: [tốt, kém]"),
)
COMPOUND_MEAN = _define(
    "compound-mean",
    Text(
        "growth compounds in percent, and the unit is {unit}",
        "bình quân nhân tính theo %, trong khi đơn vị tính là {unit}",
    ),
    Text('write `unit: "%"`, or `mean: arithmetic`', 'ghi `unit: "%"`, hoặc `mean: arithmetic`'),
    _lines("      mean: compound", "      bình quân: nhân"),
    _lines("      mean: arithmetic", "      bình quân: cộng"),
)
UNKNOWN_UNIT = _define(
    "unknown-unit",
    Text("`{unit}` is not a unit that is known here", "không có đơn vị tính `{unit}`"),
    Text("{suggestion}", "{suggestion}"),
    _lines("    actual: 12 membres", "    kết quả: 12 đảng viênn"),
    _lines("    actual: 12 members", "    kết quả: 12 đảng viên"),
)
UNIT_MISMATCH = _define(
    "unit-mismatch",
    Text("{found} cannot be counted as {expected}", "không quy đổi được {found} ra {expected}"),
    Text(
        "write the figure in {expected}, or choose another indicator",
        "ghi số liệu bằng {expected}, hoặc chọn chỉ số khác",
    ),
    _lines("    actual: 12 jobs", "    kết quả: 12 việc làm"),
    _lines("    actual: 12 members", "    kết quả: 12 đảng viên"),
)
MISSING_RATE = _define(
    "missing-rate",
    Text("no rate of exchange turns {found} into {expected}", "chưa có tỷ giá để đổi {found} sang {expected}"),
    Text(
        "state the rate and its date in the file, such as `rates: {{USD: {{2024-06-30: 25450 VND}}}}`, "
        "or write the figure in {expected}",
        "ghi tỷ giá và ngày áp dụng vào tệp, ví dụ `rates: {{USD: {{2024-06-30: 25450 đồng}}}}`, "
        "hoặc ghi số liệu bằng {expected}",
    ),
    _lines("    actual: 2 million USD", "    kết quả: 2 triệu USD"),
    _lines("    actual: 50 billion VND", "    kết quả: 50 tỷ đồng"),
)
UNPARSABLE_RATE = _define(
    "unparsable-rate",
    Text(
        "`{text}` is not what one {source} is in {target}",
        "`{text}` không phải là giá của 1 {source} tính bằng {target}",
    ),
    Text("write one figure above zero in {target}", "ghi một con số lớn hơn 0, tính bằng {target}"),
    _lines("rates: {USD: {2024-06-30: 25450 people}}", "tỷ giá: {USD: {30/6/2024: 25450 người}}"),
    _lines("rates: {USD: {2024-06-30: 25450 VND}}", "tỷ giá: {USD: {30/6/2024: 25450 đồng}}"),
)
UNIT_CLASH = _define(
    "unit-clash",
    Text("`{name}` already is the name of a unit: {unit}", "`{name}` đã là tên của đơn vị tính: {unit}"),
    Text("use that unit, or give this one another name", "dùng đơn vị tính đó, hoặc đặt tên khác"),
    "  plot: {en: [hectare, hectares], vi: lô}",
    "  plot: {en: [plot, plots], vi: lô}",
)
UNIT_NAME = _define(
    "unit-name",
    Text("`{name}` cannot be the name of a unit", "`{name}` không thể là tên đơn vị tính"),
    Text(
        "begin with a letter; leave out numbers, scale words (thousand, million) and periods (per year)",
        "bắt đầu bằng chữ cái; bỏ chữ số, từ chỉ hàng (nghìn, triệu) và kỳ (mỗi năm)",
    ),
    _lines("  boat: {en: thousand boats, vi: tàu}", "  boat: {en: [boat, boats], vi: nghìn tàu}"),
    "  boat: {en: [boat, boats], vi: tàu}",
)
UNIT_MULTIPLE = _define(
    "unit-multiple",
    Text("`{text}` is not so many of a known unit", "`{text}` không phải là bội số của một đơn vị tính đã biết"),
    Text("write a number above zero and a unit, such as `10 ha`", "ghi một số lớn hơn 0 và đơn vị tính, ví dụ `10 ha`"),
    _lines(
        "  field: {en: [field, fields], vi: thửa, is: many ha}",
        "  field: {en: [field, fields], vi: thửa, bằng: nhiều ha}",
    ),
    _lines(
        "  field: {en: [field, fields], vi: thửa, is: 10 ha}", "  field: {en: [field, fields], vi: thửa, bằng: 10 ha}"
    ),
)
YEARLY_UNIT = _define(
    "yearly-unit",
    Text(
        "a figure per year, quarter or month does not fit here",
        "không dùng được số liệu tính theo năm, quý hoặc tháng ở đây",
    ),
    Text("write the figure itself, without `/year`", "ghi thẳng số liệu, không kèm `/năm`"),
    _lines("    actual: 12 members/year", "    kết quả: 12 đảng viên/năm"),
    _lines("    actual: 12 members", "    kết quả: 12 đảng viên"),
)

# Goals and readings of a target

EMPTY_GOAL = _define(
    "empty-goal",
    Text("nothing lies in `{text}`", "không có giá trị nào nằm trong `{text}`"),
    Text("write the smaller number first", "ghi số nhỏ trước"),
    _lines("    target: 5..2 members", "    chỉ tiêu: 5..2 đảng viên"),
    _lines("    target: 2..5 members", "    chỉ tiêu: 2..5 đảng viên"),
)
UNPARSABLE_MILESTONE = _define(
    "unparsable-milestone",
    Text("`{text}` does not say plainly by when", "chưa đọc được thời hạn trong `{text}`"),
    Text("write {by}, or `unknown`", "ghi {by}, hoặc `unknown`"),
    _lines("    target: soon", "    chỉ tiêu: sớm hoàn thành"),
    _lines("    target: by 2024-12-31", "    chỉ tiêu: chậm nhất 31/12/2024"),
)
VAGUE_GOAL = _define(
    "vague-goal",
    Text("`{text}` does not say when the goal is met", "`{text}` không nêu rõ mức nào thì đạt chỉ tiêu"),
    Text(
        "write what meets it: a bound such as `{bound}`, or a range, with both of its ends",
        "ghi rõ mức đạt: một giới hạn, ví dụ `{bound}`, hoặc một khoảng có cả mức thấp nhất và cao nhất",
    ),
    _lines("    target: about 700 members", "    chỉ tiêu: khoảng 700 đảng viên"),
    _lines("    target: over 700 members", "    chỉ tiêu: trên 700 đảng viên"),
)
GOAL_CHANGE = _define(
    "goal-change",
    Text(
        "`{text}` is a change that this indicator does not measure",
        "`{text}` là mức tăng, giảm, không phải là nội dung mà chỉ số này đo",
    ),
    Text(
        "write the level that is to be reached, or choose an indicator that measures the change{others}",
        "ghi mức cần đạt, hoặc chọn chỉ số đo mức tăng, giảm đó{others}",
    ),
    _lines("    target: fall by 2 %", "    chỉ tiêu: giảm 2 %"),
    _lines("    target: down to 2 %", "    chỉ tiêu: còn 2 %"),
)
GOAL_OF_OTHER_TIME = _define(
    "goal-of-other-time",
    Text(
        "the goal speaks of `{text}`, but the time of this target is {from} to {to}",
        "chỉ tiêu nêu `{text}`, nhưng thời gian thực hiện chỉ tiêu này là từ {from} đến {to}",
    ),
    Text(
        "leave these words out, or set `period` of this target to `{{from: {first}, to: {last}}}`",
        "bỏ phần này, hoặc đặt `period` của chỉ tiêu này là `{{from: {first}, to: {last}}}`",
    ),
    _lines("    target: 700 members by 2023", "    chỉ tiêu: đến năm 2023 đạt 700 đảng viên"),
    _lines("    target: 700 members by 2025", "    chỉ tiêu: đến năm 2025 đạt 700 đảng viên"),
)
AVERAGE_OF_WHAT = _define(
    "average-of-what",
    Text("`{text}` does not say what is averaged", "`{text}` không nêu bình quân theo gì"),
    Text(
        "say of the years: `{yearly}`, or leave out the word",
        "ghi rõ bình quân theo năm: `{yearly}`, hoặc bỏ từ đó",
    ),
    _lines("    target: an average of 25 members", "    chỉ tiêu: bình quân 25 đảng viên"),
    _lines("    target: an average of 25 members a year", "    chỉ tiêu: bình quân 25 đảng viên/năm"),
)
YEARS_TOGETHER = _define(
    "years-together",
    Text(
        "`{text}` is of several years together, and this indicator is told year by year",
        "`{text}` là số của nhiều năm gộp lại, còn chỉ số này tính theo từng năm",
    ),
    Text(
        "write the goal of one year, or say that it is an average of the years; what adds up is of `kind: total`",
        "ghi mức của một năm, hoặc ghi rõ là bình quân các năm; số cộng dồn thì dùng `kind: total`",
    ),
    _lines("    target: 500 billion VND over the term", "    chỉ tiêu: cả nhiệm kỳ đạt 500 tỷ đồng"),
    _lines("    target: 100 billion VND by the end of the term", "    chỉ tiêu: đến cuối nhiệm kỳ đạt 100 tỷ đồng"),
)
GROUP_OF_RANKS = _define(
    "group-of-ranks",
    Text("`{text}` does not say how many are in the group", "`{text}` không nêu nhóm có bao nhiêu đơn vị"),
    Text(
        "write the last place that counts, as `top` and its number",
        "ghi rõ thứ hạng thấp nhất cần đạt: `tốp` và con số",
    ),
    _lines("    target: in the leading group", "    chỉ tiêu: trong nhóm dẫn đầu"),
    _lines("    target: top 10", "    chỉ tiêu: tốp 10"),
)
GOAL_DIRECTION = _define(
    "goal-direction",
    Text(
        "the goal sets a limit on the better side of this indicator ({better})",
        "dấu so sánh của chỉ tiêu ngược với chiều tốt của chỉ số này ({better})",
    ),
    Text(
        "turn the sign round, or choose an indicator that is better the other way",
        "đổi chiều dấu so sánh, hoặc chọn chỉ số có chiều ngược lại",
    ),
    _lines('    target: "<= 700 members"', "    chỉ tiêu: không quá 700 đảng viên"),
    _lines('    target: ">= 700 members"', "    chỉ tiêu: ít nhất 700 đảng viên"),
    "warning",
)
MEASURED_AGAINST = _define(
    "measured-against",
    Text("the goal has no `{end}` end to measure against", "chỉ tiêu không có `{end}` để so sánh"),
    Text("take `measured_against` away, or write a range", "bỏ `measured_against`, hoặc ghi một khoảng"),
    _lines("    measured_against: high", "    so sánh với: mức cao"),
    _lines("    note: a plain goal", "    ghi chú: chỉ tiêu là một con số"),
)
MIXED_PATH = _define(
    "mixed-path",
    Text(
        "the goals of the years do not all set a limit on the same side",
        "chỉ tiêu của các năm không cùng một chiều so sánh",
    ),
    Text(
        "turn the sign of the odd year round, or write a range for each year",
        "đổi dấu so sánh của năm khác chiều, hoặc ghi mỗi năm một khoảng",
    ),
    _lines('    target: {2021: "<= 8 %", 2022: "= 6 %"}', '    chỉ tiêu: {2021: "<= 8 %", 2022: "= 6 %"}'),
    _lines('    target: {2021: "<= 8 %", 2022: "<= 6 %"}', '    chỉ tiêu: {2021: "<= 8 %", 2022: "<= 6 %"}'),
)
ACTUAL_AND_READINGS = _define(
    "actual-and-readings",
    Text("both `actual` and `readings` stand here", "có cả `actual` và `readings`"),
    Text("keep the one that the source prints", "giữ lại mục mà nguồn đã công bố"),
    _lines(
        "    actual: 12 members\n    readings: {2021: 12 members}",
        "    kết quả: 12 đảng viên\n    số liệu: {2021: 12 đảng viên}",
    ),
    _lines("    readings: {2021: 12 members}", "    số liệu: {2021: 12 đảng viên}"),
)
UNPARSABLE_SHARE = _define(
    "unparsable-share",
    Text("`{text}` is not a share between 0 and 100%", "`{text}` không phải là tỷ lệ từ 0 đến 100%"),
    Text("write a percentage such as 95%", "ghi tỷ lệ phần trăm, ví dụ 95%"),
    _lines("thresholds: {on-track: 950%}", "ngưỡng đánh giá: {đúng tiến độ: 950%}"),
    _lines("thresholds: {on-track: 95%}", "ngưỡng đánh giá: {đúng tiến độ: 95%}"),
)
THRESHOLD_ORDER = _define(
    "threshold-order",
    Text(
        "`behind` ({behind}%) lies above `on-track` ({on_track}%)",
        "`behind` ({behind}%) cao hơn `on-track` ({on_track}%)",
    ),
    Text("make `behind` the smaller of the two", "đặt `behind` nhỏ hơn `on-track`"),
    _lines("thresholds: {on-track: 50%, behind: 60%}", "ngưỡng đánh giá: {đúng tiến độ: 50%, chậm tiến độ: 60%}"),
    _lines("thresholds: {on-track: 95%, behind: 60%}", "ngưỡng đánh giá: {đúng tiến độ: 95%, chậm tiến độ: 60%}"),
)
ROLLUP = _define(
    "rollup",
    Text(
        "percentages and ranks cannot be added up over committees",
        "không cộng được tỷ lệ phần trăm hay thứ hạng của các đơn vị",
    ),
    Text("use `rollup: share`, `mean` or `none`", "dùng `rollup: share`, `mean` hoặc `none`"),
    _lines("    rollup: sum", "    tổng hợp: cộng lại"),
    _lines("    rollup: share", "    tổng hợp: theo tỷ lệ"),
)

# Claims

UNPARSABLE_CLAIM = _define(
    "unparsable-claim",
    Text("`{text}` is not a claim that can be checked", "`{text}` không phải là số liệu công bố kiểm tra được"),
    Text(
        "write a percentage (117%), `exceeds 25.8%`, `+1.2 points`, `2.46 times`, `over 51%`, `6 more than the goal`, "
        "`reaches 51 members`, `two years early`, or a word: `achieved`{offers}",
        "ghi tỷ lệ (117%), `vượt 25,8%`, `tăng 1,2 điểm %`, `gấp 2,46 lần`, `trên 51%`, `vượt 6 đảng viên`, "
        "`đạt 51 đảng viên`, `về đích trước 2 năm`, hoặc một từ: `đạt`{offers}",
    ),
    _lines("    reported: very good", "    công bố: rất tốt"),
    _lines("    reported: exceeded", "    công bố: vượt"),
)
CLAIM_INCONSISTENT = _define(
    "claim-inconsistent",
    Text("the figures disagree: {detail}", "số liệu không khớp: {detail}"),
    Text(
        "correct the published figure or its inputs, or say beside it why it stands: "
        "`reported: {{{key}: {published}, acknowledged: reason}}`",
        "sửa số đã công bố hoặc số liệu gốc, hoặc ghi lý do bên cạnh số đó: "
        "`reported: {{{key}: {published}, acknowledged: reason}}`",
    ),
    _lines("    reported: 79.5%", '    công bố: "79,5%"'),
    _lines("    reported: 78.14%", '    công bố: "78,14%"'),
)
CLAIM_IMPOSSIBLE = _define(
    "claim-impossible",
    Text("the published figure cannot be true: {detail}", "số liệu công bố không thể đúng: {detail}"),
    Text(
        "correct the published figure or its inputs, or say beside it why it stands: "
        "`reported: {{{key}: {published}, acknowledged: reason}}`",
        "sửa số đã công bố hoặc số liệu gốc, hoặc ghi lý do bên cạnh số đó: "
        "`reported: {{{key}: {published}, acknowledged: reason}}`",
    ),
    _lines("    reported: 151.7%", '    công bố: "151,7%"'),
    _lines("    reported: 150%", "    công bố: 150%"),
)
CLAIM_CUT_OFF = _define(
    "claim-cut-off",
    Text(
        "the published figure is not rounded: {detail}",
        "số liệu công bố bị cắt bỏ phần lẻ, chưa làm tròn: {detail}",
    ),
    Text("round half up before publishing", "làm tròn trước khi công bố"),
    _lines("    reported: 186.6%", '    công bố: "186,6%"'),
    _lines("    reported: 186.7%", '    công bố: "186,7%"'),
    "warning",
)
CLAIM_ROUNDED_UP = _define(
    "claim-rounded-up",
    Text("the published figure is not rounded to the nearest: {detail}", "số liệu công bố làm tròn sai: {detail}"),
    Text("round half up before publishing", "làm tròn trước khi công bố"),
    _lines("    reported: 78.2%", '    công bố: "78,2%"'),
    _lines("    reported: 78.1%", '    công bố: "78,1%"'),
    "warning",
)
CLAIM_MISWORDED = _define(
    "claim-misworded",
    Text("the wording does not fit: {detail}", "dùng từ chưa đúng: {detail}"),
    Text("write {wordings}", "nên ghi {wordings}"),
    _lines("    reported: exceeds 117%", "    công bố: vượt 117%"),
    _lines("    reported: reaches 117%", "    công bố: đạt 117%"),
    "warning",
)
HUNDRED_UNMET = _define(
    "hundred-unmet",
    Text(
        "“{claim}” is published of a goal that is not met: {detail}",
        "công bố “{claim}” cho chỉ tiêu chưa đạt: {detail}",
    ),
    Text(
        "publish a decimal more, or say that the goal is not met", "ghi thêm chữ số thập phân, hoặc nêu rõ là chưa đạt"
    ),
    _lines("    reported: 100%", "    công bố: 100%"),
    _lines("    reported: 99.7%", '    công bố: "99,7%"'),
    "warning",
)
STALE_ACKNOWLEDGEMENT = _define(
    "stale-acknowledgement",
    Text(
        "“{claim}” is acknowledged, but nothing disagrees with it",
        "“{claim}” đã được ghi nhận là sai lệch nhưng không có gì sai lệch",
    ),
    Text("take `acknowledged` away", "bỏ `acknowledged`"),
    _lines(
        "    reported: {figure: 78.14%, acknowledged: known}", '    công bố: {số liệu: "78,14%", đã ghi nhận: đã biết}'
    ),
    _lines("    reported: {figure: 78.14%}", '    công bố: {số liệu: "78,14%"}'),
)
CLAIM_PERIOD = _define(
    "claim-period",
    Text("there is no reading for {period} to hold this against", "không có số liệu kỳ {period} để đối chiếu"),
    Text("add the reading, or correct the period", "thêm số liệu của kỳ đó, hoặc sửa lại kỳ"),
    _lines("    reported: {figure: 50%, for: 2024}", "    công bố: {số liệu: 50%, kỳ: năm 2024}"),
    _lines("    reported: {figure: 50%, for: 2021}", "    công bố: {số liệu: 50%, kỳ: năm 2021}"),
)

# Readings to be recorded, from the command line or a sheet

NO_TABLE = _define(
    "no-table",
    Text("no readings can be taken from this file: {reason}", "không lấy được số liệu từ tệp này: {reason}"),
    Text(
        "fill in the sheet that `partykpi template` writes, or a CSV file in UTF-8 that begins with `id;2023;2024`",
        "điền vào bảng do `partykpi template` tạo ra, hoặc tệp CSV (UTF-8) có dòng đầu là `mã;2023;2024`",
    ),
    _lines("name;2022", "tên;2022"),
    _lines("id;2022", "mã;2022"),
)
UNKNOWN_TARGET = _define(
    "unknown-target",
    Text("the resolution has no target `{target}`", "nghị quyết không có chỉ tiêu mang mã `{target}`"),
    Text("{suggestion}", "{suggestion}"),
    "members-admited;2023",
    "members-admitted;2023",
)
UNUSABLE_CELL = _define(
    "unusable-cell",
    Text("no figure can be taken from here: {what}", "không lấy được số liệu ở đây: {what}"),
    Text("{suggestion}", "{suggestion}"),
    "poverty-rate,1,5",
    _lines('poverty-rate,"1.5"', 'poverty-rate,"1,5"'),
)
READING_DIFFERS = _define(
    "reading-differs",
    Text(
        "{period} has another reading already, {before} on line {line}",
        "{period} đã có số liệu khác: {before} ở dòng {line}",
    ),
    Text(
        "leave it out; where the new figure is right, correct that line of the resolution file",
        "bỏ số liệu này; nếu số mới đúng thì sửa dòng đó trong tệp nghị quyết",
    ),
    "members;2021;241",
    "members;2021;240",
)
CUMULATIVE_FIGURE = _define(
    "cumulative-figure",
    Text(
        "the target has one figure for all the time so far, {before} on line {line}",
        "chỉ tiêu này chỉ ghi một số chung đến nay: {before} ở dòng {line}",
    ),
    Text(
        "bring that figure up to date, or give `readings` by period in its place",
        "cập nhật số đó, hoặc thay bằng `readings` ghi theo từng kỳ",
    ),
    "learning-models;2023;12",
    "members;2023;12",
)
TOO_MANY_DIGITS = _define(
    "too-many-digits",
    Text(
        "to calculate exactly with the figures of this target takes numbers of more than {limit} digits",
        "tính chính xác các số của chỉ tiêu này phải dùng đến số có hơn {limit} chữ số",
    ),
    Text(
        "write shares with smaller wholes, or as percentages with few decimals",
        "ghi tỷ số với mẫu số nhỏ hơn, hoặc ghi tỷ lệ % với ít chữ số thập phân",
    ),
    "2021-03-04: " + "3" * 59 + "/1" + "0" * 56 + "357",
    "2021-03-04: 1/3",
)
BARE_FIGURE = _define(
    "bare-figure",
    Text(
        "{text} stands without a unit, and this target is told in {unit}",
        "{text} không kèm đơn vị tính, trong khi chỉ tiêu này tính bằng {unit}",
    ),
    Text("write {text} {unit}, or {text} with another unit", "ghi {text} {unit}, hoặc {text} kèm đơn vị tính khác"),
    "gratitude-fund;2022;950",
    _lines("gratitude-fund;2022;950 million VND", "gratitude-fund;2022;950 triệu đồng"),
)
