"""Explanation: why words came out as they did, as data and for people; Account: where that is found out.

Nothing of it is made before somebody asks. An :class:`Account` then goes through the text once more, this
time with every rule asked about every quotation, and keeps what they said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Final

from attrs import field, frozen

from .cues import Cue
from .mentions import Mention
from .passage import Candidate
from .plain import Reader, save
from .span import Span
from .strict import expect

Answers = Sequence[Candidate]
"""What the rules that saw something proposed for one quotation, in the order in which the rules are asked."""


@frozen
class Rejected:
    """A candidate that lost: what a rule proposed for the same words, and why it was not taken.

    ``speaker`` is the name of somebody whom the same source, or the context, may mean, and who was less likely, or
    less sure than asked for; ``confidence`` is then the share of cases in which such a one is right.
    """

    rule: str
    confidence: float
    source: Mention | None
    cue: Cue | None
    why: str
    speaker: str | None = None


@frozen(kw_only=True)
class Explanation:
    r"""Why words came out as they did. ``print`` shows it to people; it is saved and read again as plain data.

    ``claim`` is what the rule sees, in a sentence. ``named_at`` is where the text names the speaker: the source
    itself, or the last such place before it. ``evidence`` says what the speaker was taken from, ``nothing`` why
    nobody was. ``rejected`` are the candidates that lost, and why. ``use`` tells what the
    words are where nobody says them; ``kind`` is then ``"none"``.

    >>> late = Explanation(kind="direct", content=(Span(0, 7, "“Late!”"),), rule="no_source", confidence=0.0,
    ...                    nothing="two people are present, neither of them nearer")
    >>> print(late)
    direct, 0-7: “Late!”
    cue: none
    source: none beside the words
    speaker: not known (implicit)
      two people are present, neither of them nearer
    rule: no_source, right in 0 of 100 measured cases
    >>> Explanation.from_dict(late.to_dict(), "“Late!”") == late
    True
    """

    kind: str
    content: tuple[Span, ...]
    use: str = "speech"
    cue: Cue | None = None
    source: Mention | None = None
    addressee: Mention | None = None
    speaker: str | None = None
    how: str = "implicit"
    said: str = "said"
    named_at: Span | None = None
    evidence: tuple[str, ...] = ()
    nothing: str = ""
    reported_by: str = ""
    rule: str = ""
    claim: str = ""
    confidence: float = 1.0
    speaker_confidence: float = 0.0
    rejected: tuple[Rejected, ...] = ()

    @property
    def matched(self) -> tuple[tuple[str, Span], ...]:
        """The spans that the rule matched, each with its part: content, cue, source, addressee.

        >>> Explanation(kind="direct", content=(Span(0, 7, "“Late!”"),)).matched
        (('content', Span(start=0, end=7, text='“Late!”')),)
        """
        parts: list[tuple[str, Span]] = [("content", span) for span in self.content]
        parts += [("cue", span) for span in (self.cue.spans if self.cue is not None else ())]
        parts += [("source", self.source.span)] if self.source is not None else []
        parts += [("addressee", self.addressee.span)] if self.addressee is not None else []
        return tuple(parts)

    def to_dict(self) -> dict[str, Any]:
        """The explanation as plain data, spans as ``[start, end]``."""
        saved: dict[str, Any] = save(self)
        return saved

    @classmethod
    def from_dict(cls, data: Mapping[str, Any], text: str) -> Explanation:
        """The explanation that was saved; ``text`` is the one that it is about.

        Raises:
            ResultError: The data is no explanation of this text; the message names the place.
        """
        explanation: Explanation = Reader(text).read(cls, expect(Mapping, data, "explanation"), "explanation")
        return explanation

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        where = ", ".join(f"{span.start}-{span.end}" for span in self.content)
        words = one_line(" ".join(span.text for span in self.content))
        if self.kind == "none":
            yield f"nobody says it ({self.use}), {where}: {words}"
        else:
            yield f"{self.kind}, {where}: {words}"
            yield f"cue: {_cue(self.cue)}"
            yield f"source: {_mention(self.source)}"
            yield f"speaker: {self.speaker or 'not known'} ({self.how}{self._named()})"
        yield from (f"  {reason}" for reason in (self.nothing, *self.evidence) if reason)
        if self.said != "said":
            yield f"said: {_SAID.get(self.said, self.said)}"
        if self.addressee is not None:
            yield f"told to: {_mention(self.addressee)}"
        if self.reported_by:
            yield f"reported by: {self.reported_by}"
        if self.rule:
            person = (
                f", and in {self.speaker_confidence * 100:.0f} about who is meant"
                if self.how == "anaphoric" and self.speaker
                else ""
            )
            yield f"rule: {self.rule}, right in {self.confidence * 100:.0f} of 100 measured cases{person}"
        if self.claim:
            yield f"  {self.claim}"
        yield from (f"not taken: {_rejected(one)}: {one.why}" for one in self.rejected)

    def _named(self) -> str:
        """Where the speaker is named, if that is not the source itself."""
        if self.named_at is None or (self.source is not None and self.named_at == self.source.span):
            return ""
        return f", named as {one_line(self.named_at.text)} at {self.named_at.start}-{self.named_at.end}"


_SAID: Final = {
    "unsaid": "no, the text denies it or leaves it open",
    "will say": "not yet, the text foresees it",
}


def one_line(text: str) -> str:
    """The words with single blanks between them."""
    return " ".join(text.split())


def _cue(cue: Cue | None) -> str:
    if cue is None:
        return "none"
    where = ", ".join(f"{span.start}-{span.end}" for span in cue.spans)
    return f"{one_line(cue.text)} ({cue.form} {cue.lemma!r}, {where})"


def _mention(mention: Mention | None) -> str:
    if mention is None:
        return "none beside the words"
    what = f"{mention.form}, {mention.span.start}-{mention.span.end}"
    described = f", {one_line(mention.description.text)}" if mention.description else ""
    return f"{one_line(mention.text)} ({what}){described}"


def _rejected(one: Rejected) -> str:
    if one.speaker is not None:
        return f"{one_line(one.speaker)}, right in {one.confidence * 100:.0f} of 100"
    return f"{one.rule} with {one_line(one.source.text) if one.source else 'no source'}"


@frozen
class Heard:
    """What the rules said of the quotations of a text, and what each rule claims to see."""

    answers: Mapping[tuple[int, int], Answers] = field(factory=dict)
    claims: Mapping[str, str] = field(factory=dict)
    min_confidence: float = 0.0

    def about(self, span: Span) -> Answers:
        """What was said of a quotation."""
        return self.answers.get((span.start, span.end), ())


class Account:
    """What all rules say of a text: asked when the first explanation is wanted, and then kept.

    A copy in another process has lost the rules, and with them what lost.
    """

    def __init__(self, text: str | None = None, ask: Callable[[str], Heard] | None = None) -> None:
        self.text: Final = text
        self._ask: Final = ask

    def __reduce__(self) -> tuple[type[Account], tuple[str | None]]:
        return Account, (self.text,)

    @cached_property
    def heard(self) -> Heard:
        """What the rules said; the first time, the text is gone through once more."""
        return Heard() if self._ask is None or self.text is None else self._ask(self.text)

    def named_at(self, names: Sequence[str], before: int) -> Span | None:
        """The last place before an offset where the text has one of the names."""
        text = self.text or ""
        places = (_last_place(text, name, before) for name in names if name)
        return max(
            (place for place in places if place is not None), key=lambda span: (span.end, -span.start), default=None
        )


def _last_place(text: str, name: str, before: int) -> Span | None:
    end = before
    while (start := text.rfind(name, 0, end)) >= 0:
        end = start + len(name)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            return Span.of(text, start, end)
        end -= 1
    return None


def rejected_of(answers: Answers, why_first_lost: str = "") -> Iterator[Rejected]:
    """The candidates that lost, those left out that name nobody or say what another said.

    ``why_first_lost`` is for the first answer where it was not taken in the end.
    """
    seen = set() if why_first_lost else {_proposed(one) for one in answers[:1]}
    for one in answers:
        if _proposed(one) not in seen and (one.silent or one.source is not None):
            seen.add(_proposed(one))
            why = why_first_lost if one is answers[0] else f"{answers[0].rule} is asked before it"
            if one.silent:
                why = f"nobody would say it ({one.use}); {why}"
            yield Rejected(one.rule, round(one.confidence, 4), one.source, one.cue, why)


def _proposed(one: Candidate) -> object:
    return one.silent, one.source and one.source.span
