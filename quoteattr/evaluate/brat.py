"""Gold in brat's standoff format, as PolNeAR has it: a text, and a file of annotations beside it.

An event ties a ``Source``, a ``Cue`` and a ``Content`` together (``E1  Attribution:T4 Content:T3 Cue:T2
Source:T1``); each is a stretch of text (``T3  Content 30 54;60 71  its words``). The text stands beside the
annotations under the same name, or in a folder ``text`` beside the folder ``attributions``, whose file names end in
the annotator (``report_4b22.ann`` for ``report.txt``). Other annotations are passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from quoteattr import ResultError
from quoteattr.evaluate.gold import Document, Entry, read_utf8
from quoteattr.evaluate.judge import kind_of
from quoteattr.evaluate.pieces import Pieces

ROLES: Final = ("Source", "Cue", "Content")


def read_brat(path: Path) -> Iterator[Document]:
    """The documents of a folder of annotations, or of one file of them.

    Raises:
        ResultError: An annotation is broken, or has no text; the message has the file and the line.
    """
    files = sorted(path.rglob("*.ann")) if path.is_dir() else [path]
    for file in files:
        text = read_utf8(text_of(file))
        yield Document(id=file.stem, text=text, attributions=tuple(read_annotations(file, text)))


def text_of(file: Path) -> Path:
    """The text that a file of annotations is about."""
    beside = file.with_suffix(".txt")
    name = file.stem
    places = [beside, file.parent.parent / "text" / beside.name]
    if "_" in name:
        places += [place.with_name(f"{name.rpartition('_')[0]}.txt") for place in places]
    found = next((place for place in places if place.is_file()), None)
    if found is None:
        raise ResultError(f"{file}: no text for it: there is neither {' nor '.join(map(str, places))}")
    return found


def read_annotations(file: Path, text: str) -> Iterator[Entry]:
    """The attributions that a file of annotations has."""
    stretches: dict[str, Pieces] = {}
    events: list[tuple[int, str]] = []
    for number, line in enumerate(read_utf8(file).split("\n"), 1):
        name, _, rest = line.partition("\t")
        if name in stretches:
            raise ResultError(f"{file}:{number}: a second {name}")
        if name.startswith("T"):
            stretches[name] = _pieces(f"{file}:{number}", rest, text)
        elif name.startswith("E"):
            events.append((number, rest))
    for number, event in events:
        roles = _roles(f"{file}:{number}", event, stretches)
        if roles["Content"]:
            yield Entry(
                kind=kind_of(roles["Content"], text),
                content=roles["Content"],
                source=roles["Source"],
                cue=roles["Cue"],
            )


def _pieces(place: str, annotation: str, text: str) -> Pieces:
    """The pieces of ``Content 30 54;60 71<TAB>its words``."""
    what, _, words = annotation.partition("\t")
    _, _, offsets = what.partition(" ")
    try:
        pieces = tuple((int(start), int(end)) for start, end in (each.split(" ") for each in offsets.split(";")))
    except ValueError:
        raise ResultError(f"{place}: offsets are wanted, as in 'Content 30 54;60 71', not {what!r}") from None
    if not all(0 <= start < end <= len(text) for start, end in pieces):
        raise ResultError(f"{place}: {offsets} is no stretch of the text's {len(text)} characters")
    if not words:
        raise ResultError(f"{place}: no words behind {what!r}; is the line cut off?")
    told = " ".join(" ".join(text[start:end] for start, end in pieces).split())
    if told != " ".join(words.split()):
        raise ResultError(f"{place}: the text has {told!r} there, not {words!r}: are the offsets those of this text?")
    return pieces


def _roles(place: str, event: str, stretches: Mapping[str, Pieces]) -> Mapping[str, Pieces]:
    """The stretches of each role of an event; a second one of a role, ``Content2:T9``, belongs to it, too."""
    roles: dict[str, Pieces] = dict.fromkeys(ROLES, ())
    for argument in event.split():
        role, colon, name = argument.partition(":")
        if not colon or name not in stretches:
            raise ResultError(f"{place}: {argument!r} names no stretch of this file, as in 'Source:T1'")
        plain = role.rstrip("0123456789")
        if plain in roles:
            roles[plain] = tuple(sorted((*roles[plain], *stretches[name])))
    return roles
