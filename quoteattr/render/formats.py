"""FORMATS: the table of all formats that a result can be written in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Final, NamedTuple

from quoteattr import Result

Renderer = Callable[[Result, str], str]


class Format(NamedTuple):
    """A format: the function that writes it, the usual end of a file's name, and what it is, in a line.

    ``joined`` tells whether what is written for several documents can stand in one file, one after the other, below
    ``header``; the other formats want a file for each document.
    """

    module: str
    function: str
    suffix: str
    line: str
    joined: bool = True
    header: str = ""

    def render(self, result: Result, name: str) -> str:
        """The result of the document ``name`` in this format, without the header."""
        write: Renderer = getattr(import_module(f"quoteattr.render.{self.module}"), self.function)
        return write(result, name)


FORMATS: Final[Mapping[str, Format]] = {
    "text": Format("text", "render_text", ".list.txt", "a list for people, with line and column"),
    "json": Format("jsonlines", "render_jsonlines", ".jsonl", "JSON Lines: all that is known, an object a document"),
    "csv": Format(
        "csv_rows",
        "render_csv_rows",
        ".csv",
        "comma-separated values: a row an attribution",
        header=(
            "document,id,kind,speaker,text,start,end,content,cue,cue_lemma,cue_spans,source,source_form,source_start,"
            "source_end,addressee,how,said,confidence,speaker_confidence,rule,reported_by\r\n"
        ),
    ),
    "markdown": Format("markdown", "render_markdown", ".md", "Markdown: the speakers, then each quotation"),
    "script": Format("script", "render_script", ".script.txt", "the whole text as a script: SPEAKER: words"),
    "annotations": Format("annotations", "render_annotations", ".jsonld", "W3C Web Annotations, JSON-LD"),
    "html": Format("page", "render_page", ".html", "a page to look at (see also: quoteattr report)", joined=False),
    "brat": Format("brat", "render_brat", ".ann", "brat standoff, to stand beside the text", joined=False),
    "tei": Format("tei", "render_tei", ".xml", "TEI P5, with <said who=...>", joined=False),
    "ssml": Format("ssml", "render_ssml", ".ssml", "speech synthesis, a voice a speaker", joined=False),
}
