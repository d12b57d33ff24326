"""The pictures of the documentation, made from what attribute() really finds.

    python benchmarks/pictures.py

writes them to docs/pictures, each for a light and for a dark page. A test makes them again and compares.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from attrs import evolve, frozen

from quoteattr import RULES, Attribution, Pipeline, Result, attribute, rule
from quoteattr.passage import Candidate, Passage
from quoteattr.whole import write_whole

ROOT: Final = Path(__file__).resolve().parents[1]
PICTURES: Final = ROOT / "docs" / "pictures"
SENTENCE: Final = "“The hull is tired,” Hanne Brackwater, an engineer, told the board."

STEP, LINE, MARGIN = 8.4, 25.0, 16.0  # the width of a letter of 14 pixels, a line, the border: in pixels
FONTS: Final = "ui-monospace, DejaVu Sans Mono, Menlo, Consolas, monospace"
WIDEST = 60  # letters in a line of the article


@frozen
class Theme:
    """Colours for a light or a dark page; those of speakers are by Okabe and Ito, for all kinds of eyes."""

    name: str
    paper: str
    ink: str
    faint: str
    speakers: Sequence[str]
    strength: float


THEMES: Final = (
    Theme("light", "#ffffff", "#1b1b1b", "#5c5c5c", ("#56b4e9", "#e69f00", "#009e73", "#cc79a7"), 0.38),
    Theme("dark", "#16181c", "#ececec", "#a8a8a8", ("#56b4e9", "#e69f00", "#00b386", "#cc79a7"), 0.42),
)


class Sheet:
    """An SVG picture that grows downwards."""

    def __init__(self, theme: Theme, width: float, title: str) -> None:
        self.theme, self.width, self.title = theme, width, title
        self.parts: list[str] = []
        self.height = MARGIN

    def box(self, x: float, y: float, width: float, colour: str, *, strength: float, height: float = 19) -> None:
        """A coloured ground for words."""
        self.parts.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:g}" rx="3" fill="{colour}"'
            f' fill-opacity="{strength:g}"/>'
        )

    def rule(self, x: float, y: float, width: float, colour: str, *, dashed: bool = False) -> None:
        """A line below words."""
        dash = ' stroke-dasharray="3 3"' if dashed else ""
        self.parts.append(
            f'<path d="M{x:.1f} {y:.1f}h{width:.1f}" stroke="{colour}" stroke-width="2" fill="none"{dash}/>'
        )

    def words(self, x: float, y: float, text: str, *, faint: bool = False, bold: bool = False) -> None:
        """Words in letters of one width, whatever fonts the reader has."""
        if not text.strip():
            return
        colour = self.theme.faint if faint else self.theme.ink
        weight = ' font-weight="bold"' if bold else ""
        self.parts.append(
            f'<text x="{x:.1f}" y="{y:.1f}" textLength="{len(text) * STEP:.1f}" lengthAdjust="spacingAndGlyphs"'
            f' fill="{colour}"{weight} xml:space="preserve">{escape(text)}</text>'
        )

    def svg(self) -> str:
        """The picture."""
        height = self.height + MARGIN
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width:g} {height:g}" width="{self.width:g}"'
            f' height="{height:g}" font-family="{FONTS}" font-size="14">'
        )
        ground = f'<rect width="100%" height="100%" rx="6" fill="{self.theme.paper}"/>'
        return "\n".join([head, f"<title>{escape(self.title)}</title>", ground, *self.parts, "</svg>", ""])


def article(theme: Theme) -> str:
    """The article of the README: what each speaker says, who it goes with, by which words."""
    text = (ROOT / "docs" / "article.txt").read_text(encoding="utf-8")
    found = attribute(text)
    colours = colours_of(found, theme)
    sheet = Sheet(theme, 2 * MARGIN + WIDEST * STEP, "An article with its quotations, coloured by speaker")
    for start, end in lines_of(text):
        x = MARGIN
        for segment in found.segments():
            first, last = max(start, segment.span.start), min(end, segment.span.end)
            if first >= last:
                continue
            width = (last - first) * STEP
            colour = colours.get(speaker_of(segment.attribution), theme.faint)
            if segment.kind == "content":
                sheet.box(x, sheet.height, width, colour, strength=theme.strength)
            elif segment.kind in ("cue", "source"):
                sheet.rule(x, sheet.height + 19, width, colour, dashed=segment.kind == "cue")
            sheet.words(x, sheet.height + 14, text[first:last], bold=segment.kind == "source")
            x += width
        sheet.height += LINE if text[start:end].strip() else LINE / 2
    sheet.height += LINE / 2
    legend(sheet, colours)
    return sheet.svg()


def legend(sheet: Sheet, colours: Mapping[str, str]) -> None:
    """Whose colour is whose, and what is marked how."""
    for name, colour in colours.items():
        sheet.box(MARGIN, sheet.height, 3 * STEP, colour, strength=sheet.theme.strength + 0.3)
        sheet.words(MARGIN + 4 * STEP, sheet.height + 14, name)
        sheet.height += LINE
    sheet.words(MARGIN, sheet.height + 14, "shaded: what is said; bold: source; dashes: cue", faint=True)
    sheet.height += LINE


def colours_of(found: Result, theme: Theme) -> dict[str, str]:
    """A colour for each speaker, in the order of the text."""
    names = dict.fromkeys(speaker_of(one) for one in found)
    return {name: theme.speakers[at % len(theme.speakers)] for at, name in enumerate(names)}


def speaker_of(attribution: Attribution | None) -> str:
    """The name to go by."""
    return attribution.speaker.name if attribution is not None and attribution.speaker is not None else "?"


def lines_of(text: str) -> Iterator[tuple[int, int]]:
    """The text broken at blanks into lines that fit; line ends inside a paragraph are blanks."""
    start = 0
    for paragraph in text.split("\n\n"):
        end = start + len(paragraph)
        while start < end:
            stop = end if end - start <= WIDEST else break_at(text, start)
            yield start, stop
            start = stop
            while start < end and text[start] in " \n":
                start += 1
        yield end, end
        start = end + 2


def break_at(text: str, start: int) -> int:
    """The last blank of a line that fits."""
    return max(text.rfind(sign, start, start + WIDEST + 1) for sign in " \n")


def stages(theme: Theme) -> str:
    """The way of one sentence through all stages."""
    passage, proposed, found = watched(SENTENCE)
    width = 2 * MARGIN + len(SENTENCE) * STEP
    sheet = Sheet(theme, width, "One sentence on its way: marks, phrases, clause, candidates, attribution")
    colours = theme.speakers

    def heading(words: str) -> None:
        sheet.height += LINE / 2
        sheet.words(MARGIN, sheet.height + 14, words, faint=True)
        sheet.height += LINE

    def sentence(spans: Sequence[tuple[int, int, str]]) -> None:
        for start, end, colour in spans:
            sheet.box(MARGIN + start * STEP, sheet.height, (end - start) * STEP, colour, strength=theme.strength)
        sheet.words(MARGIN, sheet.height + 14, SENTENCE)
        sheet.height += LINE

    heading("1 marks to quotations")
    quotation = passage.quotation.span
    sentence([(quotation.start, quotation.end, colours[0])])
    heading("2 words to phrases: Q quotation, M mention, V verb")
    shown = [phrase for phrase in passage.phrases if phrase.kind.isalpha()]
    sentence([(each.start, each.end, colours["QMV".find(each.kind) % 3]) for each in shown])
    for each in shown:
        sheet.words(MARGIN + (each.start + each.end - 1) / 2 * STEP, sheet.height + 12, each.kind, bold=True)
    sheet.height += LINE
    heading("3 rules propose, the surest is asked first")
    for candidate in proposed:
        who = f"{candidate.source.text}, {candidate.cue.text}" if candidate.source and candidate.cue else "nobody"
        sheet.words(
            MARGIN,
            sheet.height + 14,
            f"{candidate.rule:20}{candidate.confidence:.2f}  {who}",
            bold=candidate is proposed[0],
        )
        sheet.height += LINE
    one = found[0]
    heading("4 the first answer, with who is meant")
    parts = [(span.start, span.end, colours[0]) for span in one.content]
    parts += [(one.source.span.start, one.source.span.end, colours[1])] if one.source else []
    parts += [(span.start, span.end, colours[2]) for span in one.cue.spans] if one.cue else []
    sentence(parts)
    sheet.words(MARGIN, sheet.height + 14, f"speaker: {speaker_of(one)} ({one.how}), confidence {one.confidence:.2f}")
    sheet.height += LINE
    return sheet.svg()


def watched(text: str) -> tuple[Passage, list[Candidate], Result]:
    """What the rules see of the first quotation of a text, what each of them says, and what comes of it."""
    seen: list[Passage] = []

    @rule(confidence=0)
    def watch(passage: Passage) -> Candidate | None:
        """Sees nothing, and remembers it."""
        seen.append(passage)
        return None

    first = next(iter(RULES)).name
    found = evolve(Pipeline(), rules=RULES.before(first, watch))(text)
    return seen[0], list(RULES.ask_all(seen[0])), found


DRAWN: Final = {"article": article, "stages": stages}


def all_pictures() -> Iterator[tuple[str, str]]:
    """Each picture with the name of its file."""
    for theme in THEMES:
        for name, draw in DRAWN.items():
            yield f"{name}-{theme.name}.svg", draw(theme)


def main() -> int:
    """Write the pictures."""
    PICTURES.mkdir(exist_ok=True)
    for name, picture in all_pictures():
        write_whole(PICTURES / name, picture)
        print(f"docs/pictures/{name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
