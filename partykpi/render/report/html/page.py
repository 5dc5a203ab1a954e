"""The page: the template that lays it out, which escapes all that is put in, and the words of its own."""

import re
from collections.abc import Sequence
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from partykpi.core.report import Report
from partykpi.render.report import Layout
from partykpi.render.report.columns import published
from partykpi.render.report.document import overview
from partykpi.render.report.html import content, palette
from partykpi.render.text import words
from partykpi.render.text.wrap import keep_figures, one_line
from partykpi.text import Language, Text

_TARGETS = Text("Targets", "Bảng chỉ tiêu")
_NONE_CHOSEN = Text("No target has a status that was asked for.", "Không có chỉ tiêu nào thuộc mức đánh giá được chọn.")
_EACH = Text("Target by target", "Từng chỉ tiêu")
_HOW = Text("How this is calculated", "Xem cách tính")

# Where which tables are too wide for their rows to be anything but cards.
_CARDS = {
    "screen and (max-width: 56rem)": ".table",
    "screen and (max-width: 76rem)": ".table.dense",
    "print": ".table.vast",
}

_EMPTY_LINES = re.compile(r"\n\s*\n")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def page(reports: Sequence[Report], language: Language, layout: Layout) -> str:
    """Return the whole page: an overview where there are several reports, then each of them."""
    template, style = _template()
    text = template.render(
        lang=language,
        title=content.title(reports, language),
        style=style,
        overview=overview(reports, language),
        parts=[content.part(report, place, language, layout) for place, report in enumerate(reports, 1)],
        words=_words(language),
        tones=words.STATUS_TONES,
        named=lambda text: content.named(text, language),
        published=lambda row: published(row.assessment, language),
    )
    return _EMPTY_LINES.sub("\n", text)


@cache
def _template() -> tuple[Template, Markup]:
    """Return the template, in which all that is put in is escaped, and the style sheet."""
    loader = PackageLoader("partykpi.render.report.html", "")
    environment = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["figures"] = _with_whole_figures
    css, cards = (loader.get_source(environment, name)[0] for name in ("page.css", "cards.css"))
    for media, tables in _CARDS.items():
        css += f"@media {media} {{\n{cards.replace('.cards', tables)}}}\n"
    return environment.get_template("page.html.jinja"), Markup(palette.style(css))


def _with_whole_figures(text: str) -> Markup:
    """Return the text in HTML, where no line ends inside a figure or a date."""
    escaped = str(escape(keep_figures(one_line(text))))
    return Markup(_DATE.sub(r'<span class="whole">\g<0></span>', escaped))


def _words(language: Language) -> dict[str, str]:
    texts = {
        "targets": _TARGETS,
        "none_chosen": _NONE_CHOSEN,
        "each": _EACH,
        "how": _HOW,
        "status": words.STATUS,
    }
    return {name: text[language] for name, text in texts.items()} | {"nothing": words.NOTHING}
