"""The colours of the page, on screen by day and by night."""

from collections.abc import Mapping
from typing import NamedTuple

from partykpi.render.text.words import Tone


class Color(NamedTuple):
    """One colour by its use, as six hexadecimal digits: in the `light`, which paper has too, and in the `dark`."""

    light: str
    dark: str


# Backgrounds, and what is written or drawn on all of them.
PAGE = Color("f5f4f1", "10141a")
CARD = Color("ffffff", "181d24")
INK = Color("1f2429", "e7eaee")
FAINT = Color("565e68", "a4aeb9")
LINK = Color("0b5394", "8cc4ff")
RULE = Color("d5d9de", "39424d")
TRACK = Color("e3e6ea", "2f3741")
ACCENT = Color("9c1f1f", "f08a80")


class Tinted(NamedTuple):
    """The colours of a tone: of words, of what lies behind them, and of what is drawn."""

    ink: Color
    tint: Color
    fill: Color


TONES: Mapping[Tone, Tinted] = {
    "best": Tinted(Color("0b5227", "93ecb1"), Color("c3efd0", "174a2b"), Color("14713a", "54c97b")),
    "good": Tinted(Color("14602f", "86dda2"), Color("e2f5e7", "14301f"), Color("1f8745", "3fb968")),
    "course": Tinted(Color("0b4a8f", "93c8ff"), Color("e1effc", "122c4a"), Color("1668c1", "5aa5f5")),
    "warn": Tinted(Color("6e4500", "f0c56f"), Color("fdf0cd", "38290c"), Color("a86a00", "d79b2a")),
    "bad": Tinted(Color("99152a", "ffaaa2"), Color("fde6e5", "431b1d"), Color("c62a35", "f0665e")),
    "quiet": Tinted(Color("4a525b", "b6bfc9"), Color("eaedf0", "262d36"), Color("6b747e", "8b949e")),
}

# What is drawn in a picture of the readings.
SERIES: Mapping[str, Color] = {
    "readings": TONES["course"].fill,
    "baseline": TONES["course"].ink,
    "goal": TONES["good"].fill,
    "due": TONES["warn"].fill,
    "forecast": Color("7a3fa0", "c49be0"),
    "as-of": FAINT,
}


def named() -> dict[str, Color]:
    """Return every colour by the name that the style sheet calls it by."""
    colors = {
        "page": PAGE,
        "card": CARD,
        "ink": INK,
        "faint": FAINT,
        "link": LINK,
        "rule": RULE,
        "track": TRACK,
        "accent": ACCENT,
    }
    for tone, tinted in TONES.items():
        for use, color in zip(tinted._fields, tinted, strict=True):
            colors[f"{tone}-{use}"] = color
    return colors | {f"draw-{series}": color for series, color in SERIES.items()}


def style(page_css: str) -> str:
    """Return the style sheet with all colours before it: those of the dark on a screen that asks for them only."""
    light, dark = (
        "".join(f"--{name}:#{getattr(color, side)};" for name, color in named().items()) for side in ("light", "dark")
    )
    tones = "".join(
        f".{tone}{{--tone-ink:var(--{tone}-ink);--tone-tint:var(--{tone}-tint);--tone-fill:var(--{tone}-fill)}}\n"
        for tone in TONES
    )
    drawn = "".join(f".{series}{{--draw:var(--draw-{series})}}\n" for series in SERIES)
    return (
        f":root{{color-scheme:light;{light}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root{{color-scheme:dark;{dark}}}}}\n{tones}{drawn}{page_css}"
    )
