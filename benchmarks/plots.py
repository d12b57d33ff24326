"""The plots of the documentation, made from figures that were measured and kept in benchmarks/measured.

    pip install '.[docs]' && python benchmarks/plots.py

writes them to docs/pictures, each for a light and for a dark page. How each file of figures is measured stands in
benchmarks/measured/README.md.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import matplotlib as mpl
from matplotlib.figure import Figure

from quoteattr.whole import write_whole

mpl.use("svg")

ROOT: Final = Path(__file__).resolve().parents[1]
MEASURED: Final = ROOT / "benchmarks" / "measured"
PICTURES: Final = ROOT / "docs" / "pictures"

BLUE, ORANGE, GREEN = "#0072b2", "#d55e00", "#009e73"  # by Okabe and Ito, for all kinds of eyes
LIGHT_BLUE, LIGHT_ORANGE, LIGHT_GREEN = "#56b4e9", "#e69f00", "#00b386"
THEMES: Final[dict[str, dict[str, Any]]] = {
    "light": {"paper": "#ffffff", "ink": "#1b1b1b", "lines": "#d0d0d0", "colours": (BLUE, ORANGE, GREEN)},
    "dark": {
        "paper": "#16181c",
        "ink": "#ececec",
        "lines": "#44474d",
        "colours": (LIGHT_BLUE, LIGHT_ORANGE, LIGHT_GREEN),
    },
}
LEVELS: Final = {"none": "words in marks", "speech": "unquoted speech, too"}
LEAST: Final = 10_000  # characters; what a call costs by itself hides the rest in smaller texts
LEAST_HELD: Final = 100_000  # … and what Python has at hand hides the memory
HOWS: Final = ("explicit", "anaphoric", "implicit")


def measured(name: str) -> Any:
    """The figures of a file."""
    return json.loads((MEASURED / f"{name}.json").read_text(encoding="utf-8"))


def axes(theme: dict[str, Any], width: float, height: float) -> tuple[Figure, Any]:
    """An empty plot in the colours of the theme."""
    figure = Figure(figsize=(width, height), layout="constrained", facecolor=theme["paper"])
    plot = figure.add_subplot(facecolor=theme["paper"])
    plot.tick_params(colors=theme["ink"], length=0, labelsize=11)
    plot.grid(visible=True, color=theme["lines"], linewidth=0.8)
    plot.set_axisbelow(True)
    for side in plot.spines.values():
        side.set_visible(False)
    return figure, plot


def legend(plot: Any, theme: dict[str, Any], **where: Any) -> None:
    """What the signs mean, above the plot."""
    plot.legend(labelcolor=theme["ink"], frameon=False, fontsize=11, **where)


def news(theme: dict[str, Any]) -> Figure:
    """Sources in news: precision and recall of each tool."""
    ours = measured("polnear")
    rows = [(one["name"], one["precision"], one["recall"]) for one in measured("others")["news_sources"]]
    figures = ours["figures"]
    rows.append(("quoteattr *", figures["source.precision"], figures["source.recall"]))
    rows.sort(key=lambda row: 2 * row[1] * row[2] / (row[1] + row[2]))
    figure, plot = axes(theme, 6.2, 0.55 * len(rows) + 1)
    places = range(len(rows))
    for place, (_, precision, recall) in zip(places, rows, strict=True):
        plot.plot([recall, precision], [place, place], color=theme["lines"], linewidth=3, zorder=1)
    precision_colour, recall_colour, _ = theme["colours"]
    plot.scatter([row[1] for row in rows], places, color=precision_colour, s=70, label="precision", zorder=2)
    plot.scatter([row[2] for row in rows], places, color=recall_colour, s=70, marker="D", label="recall", zorder=2)
    plot.set_yticks(places, [row[0] for row in rows])
    plot.set_xlim(0.35, 1)
    legend(plot, theme, loc="lower center", bbox_to_anchor=(0.4, 1), ncols=2)
    return figure


def novels(theme: dict[str, Any]) -> Figure:
    """Speakers in novels: the share right, by how the speaker is told; the interval of the first one."""
    figures = measured("pdnc")
    names = ["speaker.accuracy", *(f"speaker.accuracy[{how}]" for how in HOWS)]
    labels = ["all", "explicit: a name", "anaphoric: she, the miller", "implicit: nothing"]
    values = [figures["figures"][name] for name in names]
    ends = [figures["intervals"].get(name, (value, value)) for name, value in zip(names, values, strict=True)]
    places = list(range(len(names)))[::-1]
    figure, plot = axes(theme, 6.2, 2.8)
    errors = [
        [value - low for value, (low, _) in zip(values, ends, strict=True)],
        [high - value for value, (_, high) in zip(values, ends, strict=True)],
    ]
    colour = theme["colours"][0]
    plot.errorbar(values, places, xerr=errors, fmt="o", color=colour, markersize=9, linewidth=2.5, capsize=5)
    for value, place in zip(values, places, strict=True):
        plot.annotate(
            f"{value:.2f}", (value, place), (0, 9), textcoords="offset points", ha="center", color=theme["ink"]
        )
    plot.set_yticks(places, labels)
    plot.set_ylim(-0.5, len(names) - 0.3)
    plot.set_xlim(0.4, 1)
    return figure


def speed(theme: dict[str, Any]) -> Figure:
    """Time for each character against the size of the text."""
    return growth(theme, "growth", "time a character, 10,000 = 1", 2.2, LEAST)


def memory(theme: dict[str, Any]) -> Figure:
    """The most memory in use for each byte of text, against the size of the text."""
    return growth(theme, "memory", "bytes of memory a byte of text", 60, LEAST_HELD)


def growth(theme: dict[str, Any], what: str, label: str, top: float, least: int) -> Figure:
    """A figure of the growth table against the size of the text, a line for each level."""
    rows = [row for row in measured("speed")["growth"] if row["characters"] >= least]
    figure, plot = axes(theme, 6.2, 3.2)
    for level, colour, sign in zip(LEVELS, theme["colours"], "oDs", strict=False):
        line = [row for row in rows if row["level"] == level]
        sizes, values = [row["characters"] for row in line], [row[what] for row in line]
        plot.plot(sizes, values, color=colour, marker=sign, markersize=8, linewidth=2.5, label=LEVELS[level])
    plot.set_xscale("log")
    plot.set_ylim(0, top)
    plot.set_xlabel("characters of one text", color=theme["ink"], fontsize=11)
    plot.set_ylabel(label, color=theme["ink"], fontsize=11)
    legend(plot, theme, loc="upper right")
    return figure


PLOTS: Final[dict[str, Callable[[dict[str, Any]], Figure]]] = {
    "news": news,
    "novels": novels,
    "speed": speed,
    "memory": memory,
}


def main() -> int:
    """Write the plots."""
    mpl.rcParams.update({"svg.hashsalt": "quoteattr", "svg.fonttype": "path", "font.family": "DejaVu Sans"})
    for name, draw in PLOTS.items():
        for theme, colours in THEMES.items():
            path = PICTURES / f"{name}-{theme}.svg"
            picture = io.StringIO()
            draw(colours).savefig(picture, format="svg", metadata={"Date": None}, facecolor=colours["paper"])
            write_whole(path, picture.getvalue())
            print(path.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
