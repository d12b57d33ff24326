"""Document and Entry: texts with what is right about them; read_gold: from JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from attrs import field, frozen

import quoteattr
from quoteattr import ResultError
from quoteattr.evaluate.names import plain_name
from quoteattr.evaluate.pieces import Piece, Pieces

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
        return cls(
            kind=saved["kind"],
            content=_pieces(saved["content"]),
            source=_pieces(saved.get("source")),
            cue=_pieces(saved.get("cue")),
            speaker=saved.get("speaker") or "",
            aliases=tuple(saved.get("aliases", ())),
            how=saved.get("how") or "",
            rule=saved.get("rule") or "",
            confidence=saved.get("confidence"),
            speaker_confidence=saved.get("speaker_confidence"),
            wide={role: _pieces(pieces) for role, pieces in (saved.get("wide") or {}).items()},
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
        return cls(
            id=saved["id"],
            text=saved["text"],
            attributions=tuple(map(Entry.of, saved["attributions"])),
            aliases={
                one["name"]: frozenset(map(plain_name, (one["name"], *one.get("aliases", ()))))
                for one in saved.get("speakers", ())
            },
            not_said=_pieces(saved.get("not_said")),
            in_pieces=saved.get("pieces", False),
            phenomenon=saved.get("phenomenon", ""),
        )

    def outside(self) -> Piece | None:
        """A piece that is no stretch of the text; None where all are right."""
        entries = (pieces for one in self.attributions for pieces in (one.content, one.source, one.cue))
        every = (piece for pieces in (*entries, self.not_said) for piece in pieces)
        return next(((start, end) for start, end in every if not 0 <= start <= end <= len(self.text)), None)


def _pieces(saved: Iterable[Sequence[int]] | None) -> Pieces:
    return tuple((start, end) for start, end in saved or ())


def read_gold(path: Path) -> Iterator[Document]:
    """The documents of a gold file.

    Raises:
        ResultError: A line is no document; the message has the file and the line.
    """
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                document = Document.of(json.loads(line))
            except KeyError as error:
                raise ResultError(f"{path}:{number}: a document or attribution has no {error}") from None
            except (ValueError, TypeError, AttributeError) as error:
                raise ResultError(f"{path}:{number}: no document of the gold format: {error}") from None
            outside = document.outside()
            if outside is not None:
                length = len(document.text)
                raise ResultError(f"{path}:{number}: {list(outside)} is no stretch of the text's {length} characters")
            yield document


Predict = Callable[[str], Sequence[Entry]]


def predictor(**options: Any) -> Predict:
    """What ``attribute`` says with these options, as entries."""

    def predict(text: str) -> Sequence[Entry]:
        return tuple(map(Entry.of, quoteattr.attribute(text, **options).to_dict()["attributions"]))

    return predict
