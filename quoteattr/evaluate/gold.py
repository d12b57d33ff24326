"""Document and Entry: texts with what is right about them; read_gold: from JSON Lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any, Final, Literal

from attrs import field, frozen

import quoteattr
from quoteattr import ResultError
from quoteattr.evaluate.names import plain_name
from quoteattr.evaluate.pieces import Pieces
from quoteattr.strict import expect, parse_json, short

Role = Literal["source", "cue", "content"]


@frozen(kw_only=True, eq=False)
class Entry:
    """One attribution, of the gold or predicted, as the measures see it."""

    kind: str
    content: Pieces
    source: Pieces = ()
    cue: Pieces = ()
    speaker: str = ""
    aliases: tuple[str, ...] = ()
    how: str = ""
    rule: str = ""
    confidence: float | None = None
    speaker_confidence: float | None = None
    wide: Mapping[str, Pieces] = field(factory=dict)

    @classmethod
    def of(cls, saved: Mapping[str, Any]) -> Entry:
        """The entry saved as one of a document's ``attributions``.

        >>> Entry.of({"kind": "direct", "content": [[0, 7]], "source": None}).content
        ((0, 7),)
        """
        wide = _get(saved, "wide", Mapping, {})
        return cls(
            kind=_get(saved, "kind", str),
            content=_pieces(saved, "content", wanted=True),
            source=_pieces(saved, "source"),
            cue=_pieces(saved, "cue"),
            speaker=_get(saved, "speaker", str, ""),
            aliases=_words(saved, "aliases"),
            how=_get(saved, "how", str, ""),
            rule=_get(saved, "rule", str, ""),
            confidence=_get(saved, "confidence", float, None),
            speaker_confidence=_get(saved, "speaker_confidence", float, None),
            wide={role: _pieces(wide, role) for role in wide},
        )

    def widest(self, role: Role) -> Pieces:
        """The source, cue or content with all that an annotator may have taken in."""
        narrow: Pieces = getattr(self, role)
        return self.wide.get(role) or narrow


@frozen(kw_only=True, eq=False)
class Document:
    """A text with what is right about it."""

    id: str
    text: str
    attributions: tuple[Entry, ...]
    aliases: Mapping[str, frozenset[str]] = field(factory=dict)
    not_said: Pieces = ()
    in_pieces: bool = False
    phenomenon: str = ""

    @classmethod
    def of(cls, saved: Mapping[str, Any]) -> Document:
        """The document saved as one line of a gold file."""
        speakers = _get(saved, "speakers", list, [])
        text = _get(saved, "text", str)
        return cls(
            id=_get(saved, "id", str),
            text=text,
            attributions=entries_of(saved, text),
            aliases={
                _get(one, "name", str): frozenset(map(plain_name, (one["name"], *_words(one, "aliases"))))
                for one in speakers
            },
            not_said=_inside(_pieces(saved, "not_said"), text),
            in_pieces=_get(saved, "pieces", bool, False),
            phenomenon=_get(saved, "phenomenon", str, ""),
        )


def entries_of(saved: Mapping[str, Any], text: str) -> tuple[Entry, ...]:
    """The attributions of a document, gold or predicted, whose stretches are those of the text."""
    found = []
    for at, one in enumerate(_get(saved, "attributions", list)):
        with faults_at(f"attributions[{at}]"):
            entry = Entry.of(one)
            _inside((*entry.content, *entry.source, *entry.cue, *chain(*entry.wide.values())), text)
            found.append(entry)
    return tuple(found)


@contextmanager
def faults_at(place: str) -> Iterator[None]:
    """Tell with its place what is wrong."""
    try:
        yield
    except UnicodeDecodeError as error:
        raise ResultError(f"{place}: no UTF-8: {error}") from None
    except ResultError as error:
        raise ResultError(f"{place}: {error}") from None


_WANTED: Final = object()


def _get(saved: Any, key: str, wanted: type, default: Any = _WANTED) -> Any:
    """What is saved under a key; nothing and ``null`` are the default, where there is one."""
    value = expect(Mapping, saved, "document").get(key)
    if value is not None:
        return expect(wanted, value, key)
    if default is _WANTED:
        raise ResultError(f"no {key!r}")
    return default


def _words(saved: Mapping[str, Any], key: str) -> tuple[str, ...]:
    return tuple(expect(str, one, key) for one in _get(saved, key, list, ()))


def _pieces(saved: Mapping[str, Any], key: str, *, wanted: bool = False) -> Pieces:
    """The stretches ``[[start, end], …]`` that are saved under a key."""
    pieces = []
    for piece in _get(saved, key, list, _WANTED if wanted else ()):
        numbers = [expect(int, number, key) for number in expect(list, piece, key)]
        if len(numbers) != 2:
            raise ResultError(f"{key}: a stretch is [start, end], not {short(piece)}")
        pieces.append((numbers[0], numbers[1]))
    return tuple(pieces)


def _inside(pieces: Pieces, text: str) -> Pieces:
    for start, end in pieces:
        if not 0 <= start <= end <= len(text):
            raise ResultError(f"{[start, end]} is no stretch of the text's {len(text)} characters")
    return pieces


def read_gold(path: Path) -> Iterator[Document]:
    """The documents of a gold file.

    Raises:
        ResultError: A line is no document; the message has the file and the line.
    """
    for place, saved in read_lines(path):
        with faults_at(f"{place}: no document of the gold format"):
            document = Document.of(saved)
        yield document


def read_lines(path: Path) -> Iterator[tuple[str, Any]]:
    """What each line of a file of JSON Lines says, with its place for messages.

    Raises:
        ResultError: A line is no JSON or no UTF-8; the message has the file and the line.
    """
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                place = f"{path}:{number}"
                with faults_at(place):
                    saved = parse_json(line.decode("utf-8").rstrip())
                yield place, saved


def read_utf8(path: Path) -> str:
    """What a file of UTF-8 says, without a byte order mark; its line ends as those of Python.

    Raises:
        ResultError: It is no UTF-8.
    """
    with faults_at(str(path)):
        return path.read_text(encoding="utf-8").removeprefix("\ufeff")


Predict = Callable[[str], Sequence[Entry]]


def predictor(**options: Any) -> Predict:
    """What ``attribute`` says with these options, as entries."""

    def predict(text: str) -> Sequence[Entry]:
        return tuple(map(Entry.of, quoteattr.attribute(text, **options).to_dict()["attributions"]))

    return predict
