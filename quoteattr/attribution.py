"""Attribution: what someone is said to have said, who said it, and why it came out so."""

from __future__ import annotations

from typing import Literal

from attrs import field, frozen

from .cues import Cue
from .explanation import Account, Answers, Explanation, Heard, Rejected, one_line, rejected_of
from .mentions import Mention
from .resolve import Speaker
from .said import Said
from .span import Span

Kind = Literal["direct", "mixed", "indirect"]
How = Literal["explicit", "anaphoric", "implicit"]


def _identity(speaker: Speaker | None) -> object:
    """What tells speakers apart in a comparison: not their hundreds of mentions."""
    return speaker and (speaker.name, speaker.aliases, speaker.gender, speaker.type)


@frozen(kw_only=True, repr=False, weakref_slot=False)
class Attribution:
    """What someone is said to have said, with who said it and the words that tell so.

    ``content`` has one span for each uninterrupted stretch, quotation marks included; ``clause`` is
    the whole reported clause of a mixed attribution. ``reported_by`` is the attribution that holds
    this one. ``evidence`` says in words what spoke for the speaker, and against, with its weight; ``rejected`` are
    those who were weighed as the speaker and lost (:meth:`explain` has what other rules proposed, too). ``said``
    tells whether the words were said; where the text denies it, or leaves it open (*never said*, *if she says*), they
    are ``"unsaid"``, where it foresees it (*plans to tell*) ``"will say"``. ``confidence`` is the measured share of
    right ones among sources found so; ``speaker_confidence`` that of such speakers: doubt about whom a pronoun or a
    noun means lowers it. With no source beside the words the two are the same.

    >>> text = "“It is late,” said Ann."
    >>> ann = Mention(Span.of(text, 19, 22), "name", Span.of(text, 19, 22), Span.of(text, 19, 22))
    >>> said = Cue((Span.of(text, 14, 18),), "say", "verb", Span.of(text, 14, 18))
    >>> Attribution(kind="direct", content=(Span.of(text, 0, 13),), source=ann, cue=said,
    ...             speaker=Speaker("Ann"), how="explicit", rule="content_cue_source", confidence=0.97)
    <direct: Ann, said: “It is late,”>
    """

    kind: Kind
    content: tuple[Span, ...]
    clause: Span | None = None
    source: Mention | None = None
    cue: Cue | None = None
    speaker: Speaker | None = field(default=None, eq=_identity)
    addressee: Mention | None = None
    reported_by: Attribution | None = None
    how: How = "implicit"
    said: Said = "said"
    rule: str = ""
    confidence: float = 1.0
    speaker_confidence: float = 0.0
    evidence: tuple[str, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    account: Account | None = field(default=None, eq=False)

    @property
    def text(self) -> str:
        """The words of the content, its stretches joined with a space."""
        return " ".join(span.text for span in self.content)

    @property
    def start(self) -> int:
        """Where the content begins."""
        return self.content[0].start

    def __repr__(self) -> str:
        return f"<{self.kind}: {_line(self)}>"

    def __str__(self) -> str:
        return _line(self)

    def explain(self) -> Explanation:
        """Why it came out so: ``print`` it, or read its parts.

        What the other rules proposed is found out when an explanation is first asked for. A saved result knows
        only what it was saved with.

        >>> late = Attribution(kind="direct", content=(Span(0, 7, "“Late!”"),), rule="no_source", confidence=0.5)
        >>> print(late.explain())
        direct, 0-7: “Late!”
        cue: none
        source: none beside the words
        speaker: not known (implicit)
          nothing beside the words or in the text around them tells who says it
        rule: no_source, right in 50 of 100 measured cases
        """
        heard = self.account.heard if self.account is not None else Heard()
        answers = heard.about(self.content[0])
        why_first_lost = self._why_first_lost(answers, heard.min_confidence)
        return Explanation(
            kind=self.kind,
            content=self.content,
            cue=self.cue,
            source=self.source,
            addressee=self.addressee,
            speaker=self.speaker.name if self.speaker is not None else None,
            how=self.how,
            said=self.said,
            named_at=self._named_at(),
            evidence=self.evidence,
            nothing="" if self.speaker is not None else why_first_lost or self._why_nobody(answers),
            reported_by=_line(self.reported_by) if self.reported_by is not None else "",
            rule=self.rule,
            claim=heard.claims.get(self.rule, ""),
            confidence=self.confidence,
            speaker_confidence=self.speaker_confidence,
            rejected=(*rejected_of(answers, why_first_lost), *self.rejected),
        )

    def _why_first_lost(self, answers: Answers, min_confidence: float) -> str:
        """Why the first answer of the rules was not taken in the end; empty where it was."""
        if self.source is None and self.speaker is None and self.confidence < min_confidence:
            return f"sure to {self.confidence:.2f} only, and min_confidence asks for {min_confidence:g}"
        return f"{self.rule} sees the report around it" if answers and answers[0].rule != self.rule else ""

    def _why_nobody(self, answers: Answers) -> str:
        if answers and answers[0].nameless:
            return "the words may be somebody's, but nothing tells whose"
        if self.rejected and self.rejected[0].speaker is not None:
            best = self.rejected[0]
            return f"{best.speaker} is the likeliest, but sure to {best.confidence:.2f} only"
        if self.source is not None:
            return f"nobody was found whom “{one_line(self.source.text)}” may mean"
        return "nothing beside the words or in the text around them tells who says it"

    def _named_at(self) -> Span | None:
        """Where the text names the speaker: the source, or the last place before it."""
        if self.speaker is None:
            return None
        if self.source is not None and self.source.form == "name":
            return self.source.head
        before = self.source.span.start if self.source is not None else self.start
        names = (self.speaker.name, *self.speaker.aliases)
        return self.account.named_at(names, before) if self.account is not None else None


def _line(attribution: Attribution) -> str:
    who = attribution.speaker.name if attribution.speaker else "?"
    cue = f", {one_line(words)}" if attribution.cue and (words := attribution.cue.words) else ""
    said = "" if attribution.said == "said" else f" ({attribution.said})"
    return f"{one_line(who)}{cue}{said}: {one_line(attribution.text)}"
