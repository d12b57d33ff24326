"""Make the table of evidence for news from the one for fiction.

    python tools/news_evidence.py > quoteattr/lang/en/evidence_news.tsv

What a sentence tells of its people is the same in both. What differs is set by hand: in news the one who spoke
last goes on and nobody takes turns, nobody is asked and answers or known by their words, and a role means somebody
who has been introduced or who is being told about, as a pronoun does.
"""

from __future__ import annotations

import sys
from importlib import resources

HEADER = "# Made by tools/news_evidence.py from evidence_fiction.tsv: do not edit, run it again."
GOES_ON = {
    "in the same paragraph": ("1.50", "1.50", "1.50"),
    "in the next paragraph": ("1.50", "1.20", "1.20"),
    "after one paragraph": ("1.00", "0.80", "0.80"),
    "after some paragraphs": ("0.50", "0.40", "0.40"),
    "after many paragraphs": ("0.30", "0.20", "0.20"),
}
SET: dict[str, tuple[str | None, str | None, str | None]] = {
    "the one so called, a role, a noun used often": (None, None, "0.30"),
    "the one so called, a role, a noun used sometimes": (None, None, "0.30"),
    "the one so called, a role, a noun used seldom": (None, None, "0.30"),
    "not the one so called, a role": (None, None, "0.00"),
    "described by this noun": (None, None, "2.50"),
    "described by this noun, less known than another": (None, None, "2.50"),
    "has this noun for a title": (None, None, "2.50"),
    "has this noun for a title, less known than another": (None, None, "2.50"),
    "subject of the last sentence before, in the paragraph": ("2.50", "2.50", "1.20"),
    "subject of a sentence before, in the paragraph": (None, "-0.10", "-0.10"),
    "mentioned in the last sentence before, in the paragraph": (None, "0.30", "0.30"),
    "mentioned last": (None, "0.39", "0.39"),
    "last mentioned as a subject": (None, "0.16", "0.16"),
    "mentioned more than once before": (None, "0.25", "0.25"),
    "subject of a sentence after the words of the turn before": (None, "0.55", "0.55"),
    "mentioned earlier": (None, "-0.10", "-0.10"),
    "named as the speaker one turn before": (None, "0.00", None),
    "gender unknown": (None, "-0.60", None),
    "subject of the sentence that the cue stands in": (None, "2.00", "1.00"),
    "seldom named": ("-0.30", "-0.20", "0.00"),
    "perhaps no person": (None, None, "-2.00"),
    "has no name": (None, "-0.59", "-0.60"),
    "never named with a cue": ("-0.20", "-0.40", "0.00"),
    "not met lately": (None, None, "-1.50"),
    "so called more than once": ("0.00", "0.00", "1.00"),
    "introduced by this noun": (None, None, "2.50"),
    "the gender of the pronoun before the words": ("0.00", None, None),
}


def news_row(row: str) -> str | None:
    """A row of the table as news has it; None where it says nothing there."""
    name, *cells = row.split("\t")
    if name.startswith(("spoke last but one", "speaks ")) or name.endswith(("after a question", "in reply")):
        return None
    if any(part in name for part in ("where this noun speaks", "answers the one", "somebody new")):
        return None
    if name.startswith("spoke last, "):
        cells = [*GOES_ON[name.removeprefix("spoke last, ")], "-"]
    elif name.startswith("did not speak just before"):
        cells = ["-0.50", "-0.30", "0.00", "-"]
    elif name in SET:
        cells = [*(cell if new is None else new for cell, new in zip(cells, SET[name], strict=False)), "-"]
    elif name.startswith(("subject of", "mentioned", "last mentioned")):
        cells[2] = cells[1]
    return None if set(cells) <= {"-", "0.00"} else "\t".join((name, *cells))


def main() -> int:
    """Write the table to standard output."""
    table = resources.files("quoteattr") / "lang" / "en" / "evidence_fiction.tsv"
    columns, *rows = table.read_text("utf8").splitlines()
    known = {row.split("\t")[0] for row in rows}
    rows.extend(f"{name}\t-\t-\t-\t-" for name in SET if name not in known)
    made = [new for row in rows if not row.startswith("#") and (new := news_row(row)) is not None]
    sys.stdout.write("\n".join((columns, HEADER, *made, "")))
    return 0


if __name__ == "__main__":
    sys.exit(main())
