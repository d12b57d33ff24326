"""A result as one line of JSON, in the shape of the gold format."""

from __future__ import annotations

from quoteattr import Result


def render_jsonlines(result: Result, name: str) -> str:
    """The result on one line; ``name`` is the document's ``id``. ``Result.from_dict`` reads it back.

    >>> render_jsonlines(Result(text="Hush."), "a.txt")[:40]
    '{"id": "a.txt", "text": "Hush.", "speake'
    """
    return result.to_json(id=name) + "\n"
