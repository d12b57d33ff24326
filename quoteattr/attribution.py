"""Attribution: what someone is said to have said, who said it, and why it came out so."""

from __future__ import annotations

from typing import Literal

from attrs import field, frozen

from .cues import Cue
from .mentions import Mention
from .resolve import Speaker
from .said import Said
from .span import Span

Kind = Literal["direct", "mixed", "indirect"]
How = Literal["explicit", "anaphoric", "implicit"]


@frozen
class Rejected:
    """A candidate that lost: what a rule proposed for the same words, and why it was not taken."""

    rule: str
    confidence: float
    source: Mention | None
    cue: Cue | None
    why: str


def _identity(speaker: Speaker | None) -> object:
    """What tells speakers apart in a comparison: not their hundreds of mentions."""
    return speaker and (speaker.name, speaker.aliases, speaker.gender, speaker.type)


@frozen(kw_only=True, repr=False)
class Attribution:
    """What someone is said to have said, with who said it and the words that tell so.

    ``content`` has one span for each uninterrupted stretch, quotation marks included; ``clause`` is
    the whole reported clause of a mixed attribution. ``reported_by`` is the attribution that holds
    this one. ``evidence`` says in words what the speaker was taken from; ``rejected`` are the
    candidates that lost (the built-in rules keep none so far). ``said`` tells whether the words were said; where the
    text denies it, or leaves it open (*never said*, *if she says*), they are ``"unsaid"``, where it foresees it
    (*plans to tell*) ``"will say"``. ``confidence`` is the measured share of right
    answers of the rule, or, with no source beside the words, how likely the speaker is.

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
    evidence: tuple[str, ...] = ()
    rejected: tuple[Rejected, ...] = ()

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

    def explain(self) -> str:
        r"""Why it came out so, for people: the words found, the rule, the evidence, what it beat.

        >>> late = Attribution(kind="direct", content=(Span(0, 7, "“Late!”"),), rule="none_fits",
        ...                    confidence=0.0, evidence=("two people are present, neither of them nearer",))
        >>> print(late.explain())
        direct, 0-7: “Late!”
        cue: none
        source: none beside the words
        speaker: not known (implicit)
          two people are present, neither of them nearer
        rule: none_fits, right in 0 of 100 measured cases
        """
        where = ", ".join(f"{span.start}-{span.end}" for span in self.content)
        lines = [
            f"{self.kind}, {where}: {_one_line(self.text)}",
            f"cue: {_cue_explained(self.cue)}",
            f"source: {_mention_explained(self.source)}",
            f"speaker: {self.speaker.name if self.speaker else 'not known'} ({self.how})",
            *(f"  {reason}" for reason in self.evidence),
        ]
        if self.said != "said":
            lines.append(f"said: {_SAID_EXPLAINED[self.said]}")
        if self.addressee:
            lines.append(f"told to: {_mention_explained(self.addressee)}")
        if self.reported_by:
            lines.append(f"reported by: {_line(self.reported_by)}")
        lines.append(f"rule: {self.rule}, right in {self.confidence * 100:.0f} of 100 measured cases")
        for one in self.rejected:
            proposed = _one_line(one.source.text) if one.source else "no source"
            lines.append(f"not taken: {one.rule} with {proposed}: {one.why}")
        return "\n".join(lines)


_SAID_EXPLAINED = {
    "unsaid": "no, the text denies it or leaves it open",
    "will say": "not yet, the text foresees it",
}


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _line(attribution: Attribution) -> str:
    who = attribution.speaker.name if attribution.speaker else "?"
    cue = f", {_one_line(attribution.cue.text)}" if attribution.cue else ""
    said = "" if attribution.said == "said" else f" ({attribution.said})"
    return f"{_one_line(who)}{cue}{said}: {_one_line(attribution.text)}"


def _cue_explained(cue: Cue | None) -> str:
    if cue is None:
        return "none"
    where = ", ".join(f"{span.start}-{span.end}" for span in cue.spans)
    return f"{_one_line(cue.text)} ({cue.form} {cue.lemma!r}, {where})"


def _mention_explained(mention: Mention | None) -> str:
    if mention is None:
        return "none beside the words"
    what = f"{mention.form}, {mention.span.start}-{mention.span.end}"
    described = f", {_one_line(mention.description.text)}" if mention.description else ""
    return f"{_one_line(mention.text)} ({what}){described}"
