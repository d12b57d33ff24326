"""nest: stretches of a text, cut where they cross, so that they can be elements of XML or HTML; find_blocks: where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush
from typing import Generic, TypeVar

from attrs import frozen

from quoteattr import Result

T = TypeVar("T")


@frozen
class Piece(Generic[T]):
    """A stretch of a text, or a part of one: what it is, and which of its parts."""

    start: int
    end: int
    what: T
    part: int


def find_blocks(result: Result) -> list[tuple[int, int]]:
    r"""The paragraphs, each with the signs before it that are no blanks of XML; behind the last one, too.

    >>> find_blocks(Result(text="Ho!\n\f\nHum.\n"))
    [(0, 3), (4, 10)]
    """
    blocks: list[tuple[int, int]] = []
    at = 0
    for paragraph in result.paragraphs:
        start = _past_blanks(result.text, at, paragraph.start)
        blocks.append((start, paragraph.end))
        at = paragraph.end
    rest = result.text[at:].rstrip(_BLANKS)
    if rest:
        start = blocks.pop()[0] if blocks else 0
        blocks.append((start, at + len(rest)))
    return blocks


_BLANKS = " \t\r\n"


def _past_blanks(text: str, start: int, end: int) -> int:
    return end - len(text[start:end].lstrip(_BLANKS))


def nest(stretches: Iterable[tuple[int, int, T]], blocks: Sequence[tuple[int, int]]) -> list[Piece[T]]:
    """The stretches as pieces that nest or stand apart and lie each in one block, outer ones first.

    A stretch that crosses another which began before it, or the end of a block, is cut there. Of two over the same
    words, the one named first is the outer one. What lies in no block is left out.

    >>> [(piece.start, piece.end, piece.what) for piece in nest([(0, 6, "a"), (4, 9, "b")], [(0, 20)])]
    [(0, 6, 'a'), (4, 6, 'b'), (6, 9, 'b')]
    """
    things = list(stretches)
    waiting = [(start, -end, rank) for rank, (start, end, _) in enumerate(things) if start < end]
    heapify(waiting)
    parts = [0] * len(things)
    pieces: list[Piece[T]] = []
    begun: list[int] = []  # the ends of the pieces around, the innermost last
    at = 0
    while waiting:
        start, minus_end, rank = heappop(waiting)
        end = -minus_end
        while at < len(blocks) and blocks[at][1] <= start:
            at += 1
        if at == len(blocks):
            break
        if start < blocks[at][0]:
            if blocks[at][0] < end:
                heappush(waiting, (blocks[at][0], minus_end, rank))
            continue
        while begun and begun[-1] <= start:
            begun.pop()
        limit = min([blocks[at][1], *begun[-1:]])
        if end > limit:
            heappush(waiting, (limit, minus_end, rank))
            end = limit
        pieces.append(Piece(start, end, things[rank][2], parts[rank]))
        parts[rank] += 1
        begun.append(end)
    return pieces


def write_nested(
    text: str,
    pieces: Iterable[Piece[T]],
    write: Callable[[str], str],
    around: Callable[[Piece[T]], tuple[str, str]],
    block: tuple[int, int] | None = None,
) -> Iterator[str]:
    """The text with something before and behind each piece.

    Args:
        text: The text of the pieces.
        pieces: What :func:`nest` gives, or those of one block.
        write: Makes markup of words.
        around: What to put before and behind a piece.
        block: The part of the text that is wanted; all of it if there is none.

    >>> pieces = nest([(0, 6, "a"), (4, 9, "b")], [(0, 9)])
    >>> "".join(write_nested("once upon", pieces, str.upper, lambda piece: (f"<{piece.what}>", f"</{piece.what}>")))
    '<a>ONCE<b> U</b></a><b>PON</b>'
    """
    at, stop = block or (0, len(text))
    begun: list[tuple[int, str]] = []
    for piece in pieces:
        while begun and begun[-1][0] <= piece.start:
            end, behind = begun.pop()
            yield write(text[at:end]) + behind
            at = end
        before, behind = around(piece)
        yield write(text[at : piece.start]) + before
        at = piece.start
        begun.append((piece.end, behind))
    while begun:
        end, behind = begun.pop()
        yield write(text[at:end]) + behind
        at = end
    yield write(text[at:stop])
