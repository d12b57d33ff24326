"""Result: all that was found in a text, saved and read again."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from importlib import import_module
from typing import Any, overload

from attrs import field, frozen

from .attribution import Attribution
from .errors import ResultError
from .explanation import Account, Explanation, Heard, rejected_of
from .lexicon import Lexicon
from .packed import all_of
from .paragraphs import find_paragraphs
from .plain import Reader, save
from .quotations import Diagnostic, Quotation
from .resolve import Speaker
from .saved import AttributionReader, save_attributions
from .segments import Segment, cut_into_segments
from .sentences import find_sentences
from .span import Span
from .strict import expect, parse_json
from .tokens import Token, tokenize


@frozen(kw_only=True, repr=False)
class Result(Sequence[Attribution]):
    """All that was found in a text. Iterating and indexing give the attributions.

    ``quotations`` is every stretch in quotation marks, said by someone or not, with its ``use``. ``lexicon`` is what
    tokens and sentences are told with, where it is not the plain one of the language.

    >>> Result(text="“It is late,” said Ann.")
    <Result: 0 attributions, 0 speakers, 23 characters>
    """

    text: str
    _attributions: Sequence[Attribution] = field(default=(), eq=all_of)
    _quotations: Sequence[Quotation] = field(default=(), eq=all_of)
    speakers: tuple[Speaker, ...] = ()
    _diagnostics: Sequence[Diagnostic] = field(default=(), eq=all_of)
    account: Account | None = field(default=None, eq=False)
    lexicon: Lexicon | None = field(default=None, eq=False)

    @property
    def attributions(self) -> tuple[Attribution, ...]:
        """What people are said to have said, in the order of the text."""
        return all_of(self._attributions)

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """Every stretch in quotation marks, said by someone or not."""
        return all_of(self._quotations)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The marks that did not stand as they should."""
        return all_of(self._diagnostics)

    def __len__(self) -> int:
        return len(self._attributions)

    def __iter__(self) -> Iterator[Attribution]:
        return iter(self.attributions)

    @overload
    def __getitem__(self, at: int) -> Attribution: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Attribution, ...]: ...
    def __getitem__(self, at: int | slice) -> Attribution | tuple[Attribution, ...]:
        return self.attributions[at]

    def __repr__(self) -> str:
        counts = (
            (len(self.attributions), "attribution"),
            (len(self.speakers), "speaker"),
            (len(self.text), "character"),
        )
        shown = ", ".join(f"{number} {what}{'' if number == 1 else 's'}" for number, what in counts)
        return f"<Result: {shown}>"

    def __str__(self) -> str:
        return "\n".join(map(str, self.attributions))

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words, numbers, signs and blanks; joined they give the text back. Made when first read."""
        return tokenize(self.text, self.lexicon)

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The paragraphs of the text, without the blanks around them. Made when first read."""
        return self._spans(find_paragraphs(self.text))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of the text, each quotation left whole. Made when first read.

        >>> [span.text for span in Result(text="It was late. She left.").sentences]
        ['It was late.', 'She left.']
        """
        paragraphs = [(span.start, span.end) for span in self.paragraphs]
        return self._spans(find_sentences(self.text, paragraphs, self.quotations, self.lexicon))

    def _spans(self, places: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
        return tuple(Span.of(self.text, start, end) for start, end in places)

    def segments(self) -> tuple[Segment, ...]:
        """The whole text cut into content, cue, source and narration; joined they give it back.

        What stands in quotation marks is content throughout, though a report may stand in it. In the
        writer's own words a cue and a source come out of the indirect content that holds them.

        >>> from quoteattr import Span
        >>> text = "“It is late,” said Ann."
        >>> late = Attribution(kind="direct", content=(Span.of(text, 0, 13),))
        >>> [(kind, span.text) for kind, span, _ in Result(text=text, attributions=(late,)).segments()]
        [('content', '“It is late,”'), ('narration', ' said Ann.')]
        """
        return cut_into_segments(self.text, self.attributions)

    def explain(self, at: int) -> tuple[Explanation, ...]:
        """Why the words at an offset came out as they did, the innermost first.

        An attribution is there at its content, its cue and its source; a quotation that nobody says at its words.

        >>> from quoteattr import attribute
        >>> result = attribute("The so-called “reform” failed. “It is late,” said Ann.")
        >>> [why.use for why in result.explain(16)], [why.rule for why in result.explain(46)]
        (['scare'], ['content_cue_source'])
        """
        heard = self.account.heard if self.account is not None else Heard()
        found = [one.explain() for one in self.attributions if any(map(_at(at), _spans_of(one)))]
        silent = [one for one in _with_nested(self.quotations) if one.use != "speech" or not found]
        found += [_unsaid(one, heard) for one in silent if _at(at)(one.span)]
        return tuple(sorted(found, key=lambda one: one.content[-1].end - one.content[0].start))

    def _repr_html_(self) -> str | None:
        """The page for a notebook, in a frame of its own; nothing where the extra ``html`` is not installed."""
        page = import_module("quoteattr.render.page")  # an edge, which nothing here needs until a notebook asks
        try:
            frame: str = page.render_frame(self)
        except ImportError:
            return None
        return frame

    def to_dict(self, *, id: str | None = None) -> dict[str, Any]:  # noqa: A002 - the key's own name
        """The result as plain data: a document of the gold format, with all else that is known.

        Each of ``attributions`` has the keys of the gold (``kind``, ``content``, ``source``, ``cue``,
        ``speaker``, ``how``) and more; a ``reported_by`` is an index into them, a ``speaker_index`` one
        into ``speakers``. ``id`` names the document.

        >>> Result(text="Hush.").to_dict(id="a")["id"]
        'a'
        """
        document: dict[str, Any] = {} if id is None else {"id": id}
        document["text"] = self.text
        document["speakers"] = save(self.speakers)
        document["attributions"] = save_attributions(self.attributions, self.speakers)
        document["quotations"] = save(self.quotations)
        document["diagnostics"] = save(self.diagnostics)
        return document

    def to_json(self, *, id: str | None = None, indent: int | None = None) -> str:  # noqa: A002 - as in to_dict
        r"""The result as JSON, on one line unless an indent is given.

        >>> Result(text="Hush.").to_json()
        '{"text": "Hush.", "speakers": [], "attributions": [], "quotations": [], "diagnostics": []}'
        """
        return _LONE.sub(
            lambda lone: f"\\u{ord(lone[0]):04x}",
            json.dumps(self.to_dict(id=id), ensure_ascii=False, indent=indent),
        )

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Result:
        """The result that was saved: ``Result.from_dict(r.to_dict()) == r``.

        Raises:
            ResultError: The data is no result; the message names the place.

        >>> Result.from_dict({"text": "Hush.", "attributions": [{"kind": "direct", "content": [[0, 9]]}]})
        Traceback (most recent call last):
            ...
        quoteattr.errors.ResultError: attributions[0].content[0]: end 9 is beyond the text's 5 characters
        """
        document = expect(Mapping, data, "result")
        if "text" not in document:
            raise ResultError("no 'text': a result is saved with the text that it is about")
        reader = Reader(expect(str, document["text"], "text"))
        speakers = reader.read(tuple[Speaker, ...], document.get("speakers", ()), "speakers")
        attributions = expect(list, document.get("attributions", ()), "attributions")
        try:
            quotations = reader.read(tuple[Quotation, ...], document.get("quotations", ()), "quotations")
        except RecursionError:
            raise ResultError("quotations: they are nested too deep to be read") from None
        return cls(
            text=reader.text,
            attributions=AttributionReader(reader, speakers, attributions).all(),
            quotations=quotations,
            speakers=speakers,
            diagnostics=reader.read(tuple[Diagnostic, ...], document.get("diagnostics", ()), "diagnostics"),
        )

    @classmethod
    def from_json(cls, text: str) -> Result:
        """The result that ``to_json`` wrote: ``Result.from_json(r.to_json()) == r``.

        Raises:
            ResultError: The text is no JSON, is cut off, or says no result; the message names the place.

        >>> Result.from_json('{"text": "Hush.", "attrib')
        Traceback (most recent call last):
            ...
        quoteattr.errors.ResultError: no JSON: Unterminated string starting at (character 19); is it cut off?
        """
        return cls.from_dict(parse_json(expect(str, text, "from_json")))


def _at(offset: int) -> Callable[[Span], bool]:
    return lambda span: span.start <= offset < span.end


def _spans_of(one: Attribution) -> Iterator[Span]:
    yield from one.content
    yield from one.cue.spans if one.cue is not None else ()
    if one.source is not None:
        yield one.source.span


def _with_nested(quotations: Iterable[Quotation]) -> Iterator[Quotation]:
    for one in quotations:
        yield one
        yield from _with_nested(one.children)


def _unsaid(quotation: Quotation, heard: Heard) -> Explanation:
    """Why nobody was found to say a quotation."""
    answers = heard.about(quotation.span)
    rule, confidence = (answers[0].rule, answers[0].confidence) if answers else ("", 1.0)
    return Explanation(
        kind="none",
        use=quotation.use,
        content=(quotation.span,),
        rule=rule,
        claim=heard.claims.get(rule, ""),
        confidence=round(confidence, 4),
        nothing="" if answers else "no rule sees anything in it",
        rejected=tuple(rejected_of(answers)),
    )


# A half of a surrogate pair on its own: it can be escaped, but not be encoded. Both halves as two characters
# of the text are left as they are, since their escapes would be read back as one character.
_LONE = re.compile(r"[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]")
