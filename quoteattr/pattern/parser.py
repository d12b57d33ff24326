"""Parser: a pattern is read from its string."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import NoReturn

from attrs import evolve

from ..errors import PatternError
from .elements import ELEMENTS
from .item import Item, all_of, is_cue_verb, is_cue_word, second

_MOST = 100  # elements of a pattern
_DEEPEST = 10  # alternatives in alternatives
_TOKEN = re.compile(
    r"""
      (?P<gap> \.\.\. )
    | (?P<name> [A-Z]{2,} ) (?P<of> : (?P<value> [^\W\d_]+ (?:-[^\W\d_]+)* ) )? (?![\w’'])
    | (?P<word> [’']? [^\W_]+ (?: - [^\W_]+ | [’'] (?! (?:s|d|m|re|ve|ll)\b ) [^\W_]+ )* )
    | \\ (?P<escaped> \S )
    | (?P<syntax> [(){}|?] )
    | (?P<sign> [^\s\\] )
    """,
    re.VERBOSE,
)


class Parser:
    """Reads a pattern from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.count = 0

    def fail(self, message: str, at: int) -> NoReturn:
        """Tell what is wrong, and where."""
        raise PatternError(message, self.text, at)

    def token(self) -> re.Match[str] | None:
        """The next token, not yet taken; None at the end."""
        while self.text[self.at : self.at + 1].isspace():
            self.at += 1
        found = _TOKEN.match(self.text, self.at)
        if found is None and self.at < len(self.text):
            self.fail("a backslash stands before the sign that it makes plain, as in \\(", self.at)
        return found

    def parse(self) -> tuple[tuple[Item, ...], ...]:
        """The rows of the pattern."""
        rows = self.rows("", 0, 0)
        for row in rows:
            self.check_row(row)
        return rows

    def rows(self, closing: str, opened: int, depth: int) -> tuple[tuple[Item, ...], ...]:
        """Rows up to a closing bracket, or to the end."""
        rows: list[list[Item]] = [[]]
        while (found := self.token()) is not None:
            start, self.at = found.span()
            sign = found["syntax"]
            if sign and sign == closing:
                break
            if sign == "|":
                self.filled(rows[-1], start)
                rows.append([])
            elif sign == "?":
                if not rows[-1] or rows[-1][-1].optional or rows[-1][-1].name in ("CONTENT", "..."):
                    self.fail("? stands behind the element that may be missing; a question mark is \\?", start)
                rows[-1][-1] = evolve(rows[-1][-1], optional=True)
            elif sign == "(":
                if depth == _DEEPEST:
                    self.fail(f"more than {_DEEPEST} brackets are open: take some of them apart", start)
                rows[-1].append(Item(start, "|", rows=self.rows(")", start, depth + 1)))
            elif sign == "{":
                rows[-1].extend(self.braces(start))
            elif sign:
                self.fail(f"nothing is open that {sign} would close; the plain sign is \\{sign}", start)
            else:
                rows[-1].append(self.element(found, start))
        else:
            if closing:
                self.fail(f"this is never closed: a {closing} is missing", opened)
        self.filled(rows[-1], min(self.at, max(0, len(self.text) - 1)))
        return tuple(map(tuple, rows))

    def filled(self, row: Sequence[Item], at: int) -> None:
        """Fail where a row is empty."""
        if not row:
            self.fail("no element stands here", at)

    def braces(self, opened: int) -> Iterator[Item]:
        """The words of a cue: ``{according to}``."""
        empty = True
        while (found := self.token()) is not None:
            start, self.at = found.span()
            if found["syntax"] == "}":
                if empty:
                    self.fail("no word stands in the braces: {according to}", opened)
                return
            item = self.element(found, start) if not found["syntax"] else None
            if item is None or item.name not in ("word", "sign", "VERB"):
                self.fail("in braces stand the words of the cue, signs, or VERB", start)
            empty = False
            yield Item(item.at, item.name, item.value, cue=True)
        self.fail("this is never closed: a } is missing", opened)

    def element(self, found: re.Match[str], start: int) -> Item:
        """The item that a token is."""
        self.count += 1
        if self.count > _MOST:
            self.fail(f"more than {_MOST} elements: make several patterns of it", start)
        if found["gap"]:
            return Item(start, "...")
        if found["word"]:
            return Item(start, "word", found["word"].lower().replace("’", "'"))
        name = found["name"]
        if name is None:
            return Item(start, "sign", found["escaped"] or found["sign"])
        if name not in ELEMENTS:
            close = get_close_matches(name, ELEMENTS, 1)
            hint = f"did you mean {close[0]}?" if close else f"there are {', '.join(ELEMENTS)}; a word is written small"
            self.fail(f"no element is named {name}; {hint}", start)
        value = found["value"] or ""
        allowed = ELEMENTS[name].kinds
        if value and allowed is not None and value not in allowed:
            what = f"is one of {', '.join(f'{name}:{one}' for one in allowed)}" if allowed else "has no kinds"
            self.fail(f"there is no {name}:{value}: {name} {what}", found.start("value"))
        return Item(start, name, value)

    def check_row(self, row: Sequence[Item]) -> None:
        """One content, at the top; of all else that becomes part of the answer, one at most."""
        contents = [item for item in row if item.name == "CONTENT"]
        if not contents:
            inside = next((item for item in all_of(row) if item.name == "CONTENT"), None)
            if inside is not None:
                self.fail("CONTENT stands in no brackets: write the rows out, A CONTENT | B CONTENT", inside.at)
            self.fail("no CONTENT stands in this row: the quotation that the pattern is about", row[0].at)
        for names in (("CONTENT",), ("SOURCE", "OWNER"), ("ADDRESSEE",), ("CUE", "VERB")):
            twice = second(row, names)
            if twice is not None:
                self.fail(f"a second {twice.name} in this row: the answer has one", twice.at)
        verb, words = (next(filter(one, all_of(row)), None) for one in (is_cue_verb, is_cue_word))
        if verb is not None and words is not None and verb.name == "CUE":
            self.fail("this row has a CUE besides the words in braces: the answer has one", verb.at)
