"""Inputs made by chance: resolutions by the format's own words, spoilt files, tables, and command lines.

Each is made from a random generator alone, so that its seed is all there is to keep.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

ROOT = Path(__file__).parents[2]
CORPUS = Path(__file__).parent / "corpus"
SEEDS: tuple[bytes, ...] = tuple(
    path.read_bytes()
    for folder in (ROOT / "examples", ROOT / "tests" / "errors", CORPUS)
    for path in sorted(folder.glob("*.yaml"))
)

NUMBERS = (
    *("0", "1", "-1", "-5", "3", "7.5", "0.1", "100", "99.995", "-0.01", "547", "700", "16_000", "1/3", "0/5", "5/0"),
    *("1188/1200", "1." + "0" * 40 + "1", "9" * 60, "9" * 61, "1/" + "7" * 59, "-" + "9" * 40, "0." + "0" * 50 + "1"),
    *(
        "82,913",
        "82.913",
        "1,5",
        "1 234",
        "5 thousand",
        "2 triệu",
        "1e5",
        "NaN",
        "½",
        "５",
        "−5",
        "1..2",
        "2..1",
        "3..3",
    ),
)
UNITS = (
    "",
    "",
    " %",
    " members",
    " ha",
    " km2",
    " VND",
    " million VND",
    " tỷ đồng",
    "/year",
    " %/year",
    " members/year",
)
OPERATORS = ("", "", "", ">= ", "> ", "<= ", "< ", "= ", "within ", "at least ", "không quá ", "by ", "over ")
KINDS = ("total", "level", "annual", "rate", "rank", "grade", "milestone", "rate", "level", "tổng", "none")
INDICATOR_UNITS = ('"%"', "members", "ha", "rank", "million VND", "VND", "score", "point", "day")
DAYS = ("2020-07-01", "2020-12-31", "2021-06-30", "2022-12-31", "2025-06-30", "2025-12-31", "2019-12-31", "2999-12-31")
PERIODS = (
    *("2020", "2021", "2022", "2023", "2024", "2025", "2020-H2", "2021-H1", "2021-H2", "2022-Q3", "2022-10", "2019"),
    *("2021-Q1", "quý I/2023", "6 tháng đầu năm 2022", "6/2023", "2021-2025", "0001", "9999", "2022-02-30", *DAYS),
)
TERMS = (
    *("2020-2025", "2021-2025", "2024", "2020-2025", "{from: 2020-06-13, to: 2025-06-12}", "2021-2030", "1000-2990"),
    *(
        "{from: 2022-12-31, to: 2022-12-31}",
        "2020-2020",
        "9998-9999",
        "0001-0002",
        "{from: 2025-01-01, to: 2020-01-01}",
    ),
)
AS_OF = (*DAYS, "mid-term", "end", "giữa nhiệm kỳ", "2022", "2022-10", "0001-01-01", "9999-12-31")
TEXTS = (
    *(
        "A text",
        "Đảng bộ",
        '""',
        "~",
        '"\\e[31m\\u202e\\u061c"',
        '"a\\nb"',
        '"=1+1"',
        '"<b>&amp;"',
        "'https://e.vil/<img src=x>'",
    ),
    *(
        "{en: A, vi: B}",
        "{vi: B}",
        "[a]",
        '"\\ufffe\\uffff\\ufeff"',
        '"' + "dài " * 400 + '"',
        '"|*_`~#$"',
        '"\\0"',
        "x" * 3000,
    ),
)
CLAIMS = (
    *("117%", "78,14%", "78.14%", "exceeds 25.8%", "vượt 5%", "+1.2 points", "2.46 times", "over 51%", "0%"),
    *("-5%", "achieved"),
    *("{status: missed}", "{figure: 99%, acknowledged: why}", "{figure: 50%, sense: share}"),
    "{figure: 3 times, against: 2021}",
    *("{figure: 10%, of: 0}", "{figure: 10%, for: 2022}", "[80%, 90%]", "1e9%", "100%", "nearly 100%"),
    *("under 0.01%", "not met yet"),
)  # fmt: skip
SUMMARIES = (
    *(
        "- achieved: 6 of 10",
        '- rest: ">= 80%"',
        "- at-least: 50%\n    count: 14 of 27",
        "- all: 0%",
        "- achieved: 0 of 0",
    ),
    *('- {rest: "100%", acknowledged: x}', "- achieved: -1 of 3"),
)
ODD = (
    *(
        "",
        "''",
        "~",
        "no",
        "12:30",
        "010",
        "1e400",
        ".inf",
        "[]",
        "{}",
        "[[[]]]",
        "*a",
        "&a b",
        "!x y",
        "|",
        ">-",
        "? ",
        "@",
    ),
    *(
        "`",
        "%",
        "\t",
        "\u2028",
        "\ufeff",
        "- a",
        "# c",
        "{a: b}",
        "{en: x}",
        "\x85",
        "\r",
        "\x07",
        "'",
        '"',
        "}",
        "]",
        ": ",
    ),
)


def figure(random: Random) -> str:
    """Return a figure as somebody might write it."""
    return f'"{random.choice(OPERATORS)}{random.choice(NUMBERS)}{random.choice(UNITS)}"'


def readings(random: Random) -> str:
    """Return the value of `readings` or `actual`."""
    kind = random.random()
    if kind < 0.15:
        return figure(random)
    if kind < 0.25:
        return f"[{', '.join(figure(random) for _ in range(random.randint(0, 6)))}]"
    if kind < 0.3:
        days = (f"2021-{month:02d}-{day:02d}" for month in range(1, 13) for day in range(1, 29))
        return "{" + ", ".join(f"{day}: {random.choice(NUMBERS)}" for day in list(days)[:: random.randint(1, 40)]) + "}"
    if kind < 0.33:
        whole = 10**59 + 1
        return "{" + ", ".join(f"2021-{n // 28 + 1:02d}-{n % 28 + 1:02d}: 3/{whole + 2 * n}" for n in range(90)) + "}"
    if kind < 0.36:
        return "{2021: [{figure: 5, known: 2022-01-01}, {figure: 6, known: 2022-06-01}]}"
    few = random.choice((NUMBERS[:12], NUMBERS))
    unit = random.choice(UNITS)
    periods = random.sample(PERIODS[:8] if random.random() < 0.7 else PERIODS, random.randint(0, 6))
    return "{" + ", ".join(f'"{period}": "{random.choice(few)}{unit}"' for period in periods) + "}"


def target(random: Random, number: int) -> str:
    """Return a target with some of what it can have."""
    kind, better = random.choice(KINDS), random.choice(("higher", "lower"))
    indicator = f"{{name: {random.choice(TEXTS[:2])} {number}, kind: {kind}, unit: {random.choice(INDICATOR_UNITS)}"
    indicator += f", better: {better}"
    if kind == "grade":
        indicator += ", grades: [excellent, good, done, not done]"
    if random.random() < 0.2:
        indicator += ", mean: compound"
    indicator += "}"
    if random.random() < 0.2:
        indicator = random.choice(("party/members-admitted", "social/poverty-reduction", "work/project-adopted", "x/y"))
    goal = random.choice(("good", "by 2024-12-31", "unknown", "{2021: 5, 2022: 6}")) if random.random() < 0.25 else ""
    lines = [f"  t{number}:", f"    indicator: {indicator}", f"    target: {goal or figure(random)}"]
    optional: Mapping[str, Callable[[], str]] = {
        "baseline": lambda: figure(random),
        "every": lambda: random.choice(("year", "average", "term", "x")),
        "amended": lambda: f"[{{on: {random.choice(DAYS)}, target: {figure(random)}}}]",
        "period": lambda: random.choice(TERMS),
        "measured_against": lambda: random.choice(("low", "high")),
        "thresholds": lambda: random.choice(("{on-track: 95%, behind: 60%}", "{nearly: 0%}", "{behind: 200%}")),
        "cumulative": lambda: random.choice(("yes", "no", "maybe")),
        "name": lambda: random.choice(TEXTS),
        "owner": lambda: random.choice(TEXTS),
        "note": lambda: random.choice(TEXTS),
        "reported": lambda: random.choice(CLAIMS),
        random.choice(("readings", "readings", "actual")): lambda: readings(random),
    }
    for key, value in optional.items():
        if random.random() < (0.85 if key in ("readings", "actual") else 0.2):
            lines.append(f"    {key}: {value()}")
    return "\n".join(lines)


def resolution(random: Random) -> bytes:
    """Return a resolution by the words of the format, most of it well."""
    lines = [
        f"resolution: {random.choice(TEXTS)}",
        f"committee: {random.choice(TEXTS)}",
        f"term: {random.choice(TERMS[:4])}",
    ]
    if random.random() < 0.2:
        lines[2] = f"term: {random.choice(TERMS)}"
    if random.random() < 0.7:
        lines.append(f"as_of: {random.choice(AS_OF)}")
    if random.random() < 0.3:
        lines.append(f"numbers: {random.choice(('en', 'vi'))}")
    if random.random() < 0.2:
        lines.append(f"document: {{superior: {random.choice(TEXTS)}, number: {random.choice(TEXTS)}}}")
    if random.random() < 0.1:
        lines.append("year_starts: 07-01")
    lines.append("targets:")
    lines += [target(random, number) for number in range(random.randint(1, 4))]
    if random.random() < 0.2:
        lines.append(f"reported:\n  {random.choice(SUMMARIES)}")
    text = "\n".join(lines) + "\n"
    return (spoilt(random, text) if random.random() < 0.15 else text).encode(errors="replace")


def spoilt(random: Random, text: str) -> str:
    """Return a text with some lines or letters taken out, doubled, exchanged or made odd."""
    for _ in range(random.randint(1, 4)):
        lines = text.split("\n")
        at, other = random.randrange(len(lines)), random.randrange(len(lines))
        key, colon, _ = lines[at].partition(": ")
        match random.randrange(8):
            case 0 | 1 if colon:
                value = random.choice(
                    (random.choice(ODD), random.choice(NUMBERS), random.choice(CLAIMS), figure(random))
                )
                lines[at] = f"{key}: {value}"
            case 2:
                del lines[at]
            case 3:
                lines.insert(at, lines[other])
            case 4:
                lines[at], lines[other] = lines[other], lines[at]
            case 5:
                lines[at] = lines[at].replace(key.strip() or " ", random.choice(ODD), 1)
            case _:
                spot = random.randrange(len(text) + 1)
                text = (
                    text[:spot]
                    + random.choice((*ODD, text[spot : spot + 30] * 3))
                    + text[spot + random.randint(0, 3) :]
                )
                continue
        text = "\n".join(lines)
    return text


def spoilt_file(random: Random) -> bytes:
    """Return an example, a reproducer of a finding, or a file that once did harm, with mistakes in it."""
    data = random.choice(SEEDS)
    if random.random() < 0.1:
        changed = bytearray(data)
        for _ in range(random.randint(1, 5)):
            changed[random.randrange(len(changed))] = random.randrange(256)
        return bytes(changed)
    return spoilt(random, data.decode(errors="replace")).encode(errors="replace")


_PIECES = (
    *("\t\n", "a: 1\n", "- ", "[", "{", '"', "'", "x" * 50, " ", "\n", "# c\n", "a,", "&a ", "*a ", "!t ", "? ", "|\n"),
    *("\\", "1", "ả", "a: [1, 2]\n", "{a: 1}, ", "1.", "1 ", "1,", "_", "1_", "vượt ", "a/b ", "%", "-", "="),
    *("\u2028", "5 ha ", "1/", "..", "2021: 5, ", "- {on: 2021-01-01}\n"),
)  # fmt: skip


def large_file(random: Random) -> bytes:
    """Return some megabytes of one thing, which is slow to read only where reading is not linear."""
    size = random.choice((200_000, 2_000_000, 9_000_000))
    head = "resolution: R\ncommittee: C\nterm: 2020-2025\ntargets:\n  m:\n"
    head += "    indicator: {name: X, kind: total, unit: ha, better: higher}\n"
    goal = head + "    target: 5\n"
    piece = random.choice(_PIECES)
    where = random.choice(
        (
            *(
                "",
                "note: ",
                "x: [",
                "resolution: ",
                "term: ",
                "as_of: ",
                "units: {",
                head + "    target: ",
                head + "  ",
            ),
            *(goal + f"    {key}: " for key in ("reported", "baseline", "name", "unknown", "owner", "every")),
            *(goal + "    readings:\n      2021: ", goal + "    readings: {", goal + "    amended: ["),
            *(head + '    target: "', goal + '    reported: "', goal + '    readings: {2021: "'),
        )
    )
    return (where + piece * (size // len(piece.encode()))).encode()


XML = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def _related(*parts: tuple[str, str, str]) -> str:
    each = (f'<Relationship Id="{id}" Type="{REL}/{kind}" Target="{name}"/>' for id, kind, name in parts)
    return f'<Relationships xmlns="{PACKAGE}">{"".join(each)}</Relationships>'


def workbook(sheet: str, strings: str = "", styles: str = "") -> bytes:
    """Return a workbook of one sheet, whose content is the given XML, as small as one can be."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", _related(("r", "officeDocument", "xl/workbook.xml")))
        sheets = '<sheets><sheet name="S" sheetId="1" r:id="s"/></sheets>'
        archive.writestr("xl/workbook.xml", f'<workbook xmlns="{XML}" xmlns:r="{REL}">{sheets}</workbook>')
        parts = (("s", "worksheet", "s.xml"), ("t", "sharedStrings", "t.xml"), ("y", "styles", "y.xml"))
        archive.writestr("xl/_rels/workbook.xml.rels", _related(*parts))
        archive.writestr("xl/s.xml", f'<worksheet xmlns="{XML}">{sheet}</worksheet>')
        archive.writestr("xl/t.xml", f'<sst xmlns="{XML}">{strings}</sst>')
        archive.writestr("xl/y.xml", f'<styleSheet xmlns="{XML}">{styles}</styleSheet>')
    return content.getvalue()


def _cell(random: Random) -> str:
    kind = random.choice(("", "", "", "n", "s", "str", "b", "e", "d", "inlineStr", "x"))
    value = random.choice(
        (
            *NUMBERS[:12],
            "m",
            "2023",
            "id",
            "1e308",
            "1e-320",
            "-1e999",
            "44927",
            "0.5",
            "#REF!",
            "2023-08-25",
            "PT5H",
            "",
            "9" * 500,
        )
    )
    inside = f"<is><t>{value}</t></is>" if kind == "inlineStr" else f"<v>{value}</v>"
    formula = random.choice(("", "", "", "", "<f>A1+1</f>"))
    at = (
        f' r="{random.choice(("A1", "B2", "ZZZ1", "XFD1048576", "A0", "a1", "C99999999"))}"'
        if random.random() < 0.1
        else ""
    )
    style = f' s="{random.choice(("0", "1", "2", "99999", "-1"))}"' if random.random() < 0.3 else ""
    of_kind = f' t="{kind}"' if kind else ""
    return f"<c{at}{of_kind}{style}>{formula}{inside}</c>"


def sheet(random: Random) -> bytes:
    """Return a workbook with a table of readings, some of it odd, or with much more than a table holds."""
    kind = random.random()
    ids = [f'<c t="str"><v>{one}</v></c>' for one in ("id", "2021", "2022", "2023", "period", "value", "unit", "t0")]
    head = f"<row>{''.join(random.sample(ids, random.randint(2, 8)))}</row>"
    if kind < 0.2:
        count = random.choice((1000, 100_000, 1_200_000))
        piece = random.choice(
            (
                "<c/>",
                "<row/>",
                "<c><v>1</v></c>",
                '<row><c t="str"><v>t0</v></c><c><v>1</v></c></row>',
                "<f/>",
                "x",
                "<c t='s'><v>0</v></c>",
            )
        )
        return workbook(
            f"<sheetData>{head}<row>{piece * count}</row></sheetData>",
            "<si><t>" + "y" * random.choice((1, 40_000)) + "</t></si>",
        )
    if kind < 0.3:
        merges = f'<mergeCell ref="{random.choice(("A1:XFD1048576", "A1:B2", "A1", "x"))}"/>' * random.choice(
            (1, 100, 500_000)
        )
        return workbook(f"<sheetData>{head}</sheetData><mergeCells>{merges}</mergeCells>")
    rows = "".join(
        f"<row>{''.join(_cell(random) for _ in range(random.randint(0, 6)))}</row>" for _ in range(random.randint(0, 8))
    )
    styles = '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>'
    styles += '<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/></cellXfs>'
    data = workbook(f"<sheetData>{head}{rows}</sheetData>", "<si><t>m</t></si>" * 3, styles)
    if random.random() < 0.3:
        changed = bytearray(data)
        for _ in range(random.randint(1, 4)):
            changed[random.randrange(len(changed))] = random.randrange(256)
        return bytes(changed)
    return data


def table(random: Random) -> bytes:
    """Return a CSV file with a table of readings, or with much more."""
    separator = random.choice(";,\t")
    if random.random() < 0.1:
        piece = random.choice((separator, '"', '"a"' + separator, "\n", "a\n", "t0;1\n", '""', "x"))
        return ("id;2021\n" + piece * (random.choice((1000, 3_000_000)) // len(piece))).encode()
    words = (
        "id",
        "t0",
        "t1",
        "2021",
        "2022",
        "period",
        "value",
        "unit",
        "#",
        *NUMBERS[:20],
        *PERIODS[:12],
        '"a',
        '""',
        "=1+1",
    )
    rows = [
        separator.join(random.choice(words) for _ in range(random.randint(1, 6))) for _ in range(random.randint(0, 10))
    ]
    return "\n".join(["id;2021;2022", *rows]).encode()


FILES = ("f.yaml", "g.yaml", "t.csv", "t.xlsx", "none.yaml", ".", "-", "", "catalogue", "o.xlsx")
COMMANDS: Mapping[str, Sequence[str]] = {
    "report": (
        *("--as-of", "--format", "--columns", "--sort", "--group-by", "--only", "--lang", "--wide", "-o"),
        *("--long", "--profile", "--table-style", "--fail-on", "--separator", "--bom", "--force", "--catalogue"),
    ),
    "check": ("--format", "--strict", "--select", "--ignore", "--lang"),
    "explain": ("--as-of", "--lang"),
    "compare": ("--from", "--to", "--format", "--lang"),
    "chart": ("--as-of", "--lang"),
    "template": ("-o", "--as-of", "--force", "--lang"),
    "record": ("--on", "--from", "--dry-run", "--lang"),
    "solve": ("--actual", "--target", "--reported", "--baseline", "--unit", "--numbers", "--format", "--lang"),
    "indicators": ("--format", "--lang", "--catalogue"),
    "findings": ("--lang",),
    "new": ("--yes", "-o", "--committee", "--term", "--lang", "--numbers"),
}  # fmt: skip


def command_line(random: Random) -> list[str]:
    """Return the words of a command line, most of them such as the command knows."""
    command = random.choice(tuple(COMMANDS))
    values = (
        *(
            "en",
            "vi",
            "json",
            "csv",
            "table",
            "md",
            "xlsx",
            "docx",
            "html",
            "text",
            "sarif",
            "junit",
            "github",
            "comma",
            "o.csv",
        ),
        *(
            "t0",
            "t1",
            "1",
            "2",
            "99",
            "status",
            "pace,forecast",
            "+owner",
            "attainment",
            "owner",
            "party",
            "state",
            "\x1b[31m",
        ),
        *(
            *AS_OF,
            *NUMBERS,
            *CLAIMS,
            "",
            " ",
            "-",
            "--",
            "\u202e",
            "x" * 5000,
            "\udcff",
            "a\nb",
            "party/members",
            "kết nạp",
        ),
        *FILES,
    )
    words = [command]
    for _ in range(random.randint(0, 7)):
        words.append(random.choice(COMMANDS[command]) if random.random() < 0.45 else random.choice(values))
    if random.random() < 0.8:
        words.insert(1, random.choice(FILES[:2]))
    return words
