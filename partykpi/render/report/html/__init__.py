"""html: a page in one file that needs nothing else: no script, no network, for a screen, a phone and paper."""

from collections.abc import Sequence

from partykpi.core.report import Report
from partykpi.render.report import Format, Layout
from partykpi.text import Language, Text


def _render(reports: Sequence[Report], language: Language, layout: Layout) -> str:
    from partykpi.render.report.html.page import page

    return page(reports, language, layout)


FORMAT = Format(
    "html",
    Text(
        "a web page in one file, with pictures and explanations",
        "trang mở bằng trình duyệt, gói trong một tệp, có biểu đồ và cách tính",
    ),
    _render,
)
