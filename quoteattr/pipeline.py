"""Pipeline: every stage on one screen; attribute(text): all of them with their defaults."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial
from typing import Literal

from attrs import evolve, field, frozen

from .asking import Asker, places
from .attribution import Attribution
from .collection import no_collection
from .errors import OptionError, TextError
from .evidence import all_shown, less_likely
from .exchange import Turn
from .explanation import Account, Answers, Heard, Rejected
from .extensions import Extension, Extensions
from .lexicon import Lexicon, english
from .making import maker
from .named import MentionFinder, named_by
from .names import NameIndex, find_names
from .packed import Later, Packed, in_columns, kept
from .persons import Character, characters_named
from .quotations import Quotation, read_quotations
from .readings import REPORT_RULES
from .reports import Finder, english_finder
from .resolve import Resolution, Resolutions, Rival, resolve_speakers
from .resolvers import Resolver, resolved_by
from .result import Result
from .rule import RuleSet
from .rules import RULES
from .tokens import find_paragraphs
from .turns import Turns
from .vocabulary import Vocabulary
from .weave import Reporter, Woven

Indirect = Literal["none", "speech", "all"]
_LEVELS = ("none", "speech", "all")
_LESS_SURE = "less sure than asked for,"
_UNRESOLVED = Resolution(None, "implicit")
_NO_WORDS = Vocabulary()
_MOST_SHARES = 5_000  # that are kept with what they are rounded to
_make_attribution: Callable[..., Attribution] = maker(Attribution)


@frozen(kw_only=True)
class Pipeline:
    """Every stage, in the order in which it runs."""

    lexicon: Lexicon = field(factory=english)
    find_paragraphs: Callable[[str], Sequence[tuple[int, int]]] = find_paragraphs
    rules: RuleSet = RULES
    finder: Callable[[Lexicon], Finder] = english_finder
    indirect: Indirect = "speech"
    min_confidence: float = 0.0
    characters: tuple[Character | str, ...] = ()
    finders: tuple[MentionFinder, ...] = ()
    resolvers: tuple[Resolver, ...] = ()

    @no_collection()
    def __call__(self, text: str) -> Result:
        """All that is found in a text."""
        account = Account(text, self.heard)
        paragraphs = in_columns(self.find_paragraphs(text), text)
        found, diagnostics = read_quotations(text, paragraphs, self.lexicon)
        if not found and self.indirect == "none":
            return Result(text=text, diagnostics=kept(diagnostics), account=account, lexicon=self.lexicon)
        quotations, turns, resolutions = self.resolved(text, paragraphs, found)
        make = partial(self.attributions, turns, resolutions)
        if isinstance(turns, Packed) and not self.resolvers and not self.min_confidence:
            attributions: Sequence[Attribution] = Later(make, len(turns), account)
            speakers = resolutions.speakers()
        else:
            attributions = resolved_by(self.resolvers, text, tuple(make(account)))
            speakers = (one.speaker for one in attributions if one.speaker is not None)
        return Result(
            text=text,
            attributions=attributions,
            quotations=kept(quotations),
            speakers=tuple(dict.fromkeys({id(one): one for one in speakers}.values())),
            diagnostics=kept(diagnostics),
            account=account,
            lexicon=self.lexicon,
        )

    def resolved(
        self, text: str, paragraphs: Sequence[tuple[int, int]], found: Sequence[Quotation]
    ) -> tuple[Sequence[Quotation], Sequence[Turn], Resolutions]:
        """The quotations with their use, the turns, and who says those that are not nameless."""
        named = named_by(self.finders, text)
        names = find_names(text, self.lexicon, named)
        quotations, turns = self.turns(text, paragraphs, found, names)
        characters = (*self.characters, *characters_named(text, named))
        return quotations, turns, resolve_speakers(
            text, paragraphs, quotations, turns, self.lexicon, names=names, characters=characters
        )  # fmt: skip

    def turns(
        self, text: str, paragraphs: Sequence[tuple[int, int]], found: Sequence[Quotation], names: NameIndex
    ) -> tuple[Sequence[Quotation], Sequence[Turn]]:
        """The quotations with their use, taken out of the list of those that were found, and the turns of a text."""
        asker = self.asker(text, names)
        turns = Turns(text, asker.reporter.woven if asker.reporter is not None else Woven())
        asker.gather = turns.gather
        asker.ask(places(paragraphs, found, asker.reporter))
        return turns.used(found), turns.all()

    def asker(self, text: str, names: NameIndex) -> Asker:
        """What asks the rules about a text."""
        if self.indirect == "none":
            return Asker(text, self.lexicon, names, self.rules)
        reporter = Reporter(text, self.finder(self.lexicon), names, self.indirect)
        return Asker(text, self.lexicon, names, self.rules, reporter)

    def heard(self, text: str) -> Heard:
        """What every rule says of every quotation of a text: an explanation is made of it."""
        answers: dict[tuple[int, int], Answers] = {}
        names = find_names(text, self.lexicon, named_by(self.finders, text))
        paragraphs = self.find_paragraphs(text)
        asker = evolve(self.asker(text, names), answers=answers)
        asker.ask(places(paragraphs, read_quotations(text, paragraphs, self.lexicon)[0], asker.reporter))
        claims = {each.name: each.claim for each in (*REPORT_RULES, *self.rules)}
        return Heard(answers, claims, self.min_confidence)

    def attributions(
        self, turns: Sequence[Turn], resolutions: Sequence[Resolution], account: Account | None = None
    ) -> Iterable[Attribution]:
        """The turns with their speakers, in the order of the text."""
        told = zip(turns, resolutions, strict=True)
        found = [(turn, _UNRESOLVED if turn.nameless else resolution) for turn, resolution in told]
        if all(turn.outer is None for turn, _ in found):
            return [self.attribution(turn, resolution, None, account) for turn, resolution in found]
        made: dict[int | None, Attribution] = {}
        for place, (turn, resolution) in sorted(enumerate(found), key=_shortness):  # a report before what it holds
            made[place] = self.attribution(turn, resolution, made.get(turn.outer), account)
        return [made[place] for place in range(len(found))]

    def attribution(
        self, turn: Turn, resolution: Resolution, outer: Attribution | None, account: Account | None
    ) -> Attribution:
        """A turn with its speaker."""
        share = _rounded(turn.confidence)
        doubted = turn.source is not None and share < self.min_confidence
        resolution = _UNRESOLVED if doubted else resolution
        sure = _rounded(resolution.confidence)
        attribution = _make_attribution(  # its fields in their order
            turn.kind,
            turn.content,
            turn.clause,
            None if doubted else turn.source,
            None if doubted else turn.cue,
            resolution.speaker,
            turn.addressee,
            outer,
            resolution.how,
            turn.said,
            turn.rule,
            share if turn.source is not None or resolution is _UNRESOLVED else sure,
            sure if resolution.speaker is not None else 0.0,
            all_shown(resolution.evidence) if resolution.evidence else (),
            _losers(resolution.rivals, turn) if resolution.rivals else (),
            account,
        )
        return self.answered(attribution, share) if self.min_confidence and not doubted else attribution

    def answered(self, found: Attribution, rule_share: float) -> Attribution:
        """The attribution, but that what is less sure than asked for goes to those that lost.

        A source may be surer than whom it means: then it stays.
        """
        bar = self.min_confidence
        if found.speaker is not None and found.speaker_confidence < bar:
            why = ": ".join((f"{_LESS_SURE} {bar}", *(", ".join(found.evidence),) * bool(found.evidence)))
            lost = Rejected(found.rule, found.speaker_confidence, found.source, found.cue, why, found.speaker.name)
            found = evolve(found, speaker=None, speaker_confidence=0.0, evidence=(), rejected=(lost, *found.rejected))
        return found if found.source is not None or rule_share >= bar else evolve(found, cue=None)


def _shortness(found: tuple[int, tuple[Turn, Resolution]]) -> int:
    """What is less the longer a turn is."""
    return sum([span.start - span.end for span in found[1][0].content])


@lru_cache(maxsize=_MOST_SHARES, typed=True)
def _rounded(share: float) -> float:
    """A share as it is told; most sources of a text are found in a few ways, and as sure as each other."""
    return round(share, 4)


def _losers(rivals: Sequence[Rival], turn: Turn) -> tuple[Rejected, ...]:
    """Those who may be meant instead."""
    return tuple([
        Rejected(
            turn.rule, _rounded(each.confidence), turn.source, turn.cue, less_likely(each.evidence), each.name
        )
        for each in rivals
    ])  # fmt: skip


def _is_share(given: object) -> bool:
    return isinstance(given, (int, float)) and not isinstance(given, bool) and 0 <= given <= 1


def attribute(
    text: str,
    *,
    language: str = "en",
    indirect: Indirect = "speech",
    min_confidence: float = 0.0,
    rules: RuleSet = RULES,
    extensions: Sequence[str | Extension] = (),
    characters: Sequence[Character | str] = (),
    vocabulary: Vocabulary = _NO_WORDS,
) -> Result:
    """Find every quotation of a text and who said it.

    The garbage collector of Python is paused meanwhile (see :mod:`quoteattr.collection`).

    Args:
        text: Any ``str``; offsets in the result are code points of it, half-open.
        language: The language of the text; only English (``en``) so far.
        indirect: Whether speech without quotation marks is found, too: ``none``, ``speech`` (what is said or
            written, the default) or ``all`` (thoughts, knowledge, evidence and plans, too).
        min_confidence: Sources and speakers less sure than this share are left out. A source stays where only
            whom it means is in doubt.
        rules: The rules, if not the built-in ones.
        extensions: Names of installed extensions, or extensions, with rules and words of their own and more (see
            :class:`Extension`).
        characters: Names, or characters with aliases and gender, that are known to speak.
        vocabulary: Words besides those of the language: verbs that report, titles, roles, names, abbreviations.

    Raises:
        TextError: ``text`` is no ``str``.
        OptionError: An option that nothing can be done with.
        RuleError: An extension is broken.
        LexiconError: Two extensions, or one and the vocabulary, say different things of a word.

    >>> for a in attribute("“It is late,” said Ann Lee. “Go home.”"):
    ...     print(a.speaker, a.cue.text, a.text)
    Ann Lee said “It is late,” “Go home.”
    """
    if not isinstance(text, str):
        hint = "; decode bytes first, as in data.decode('utf-8')" if isinstance(text, (bytes, bytearray)) else ""
        message = f"attribute() takes a str, not {type(text).__name__}{hint}"
        raise TextError(message)
    if language != "en":
        message = f"no language {language!r}: the only one is 'en'"
        raise OptionError(message)
    if indirect not in _LEVELS:
        message = f"indirect must be 'none', 'speech' or 'all', not {indirect!r}"
        raise OptionError(message)
    if not _is_share(min_confidence):
        message = f"min_confidence must be a share from 0 to 1, not {min_confidence!r}"
        raise OptionError(message)
    if not isinstance(vocabulary, Vocabulary):
        message = f"vocabulary must be a Vocabulary, as in Vocabulary(cues=['skeet']), not {vocabulary!r}"
        raise OptionError(message)
    added = Extensions.of(extensions)
    pipeline = Pipeline(
        lexicon=english().adding(added.vocabulary(vocabulary)),
        rules=added.rules(rules),
        finders=added.finders,
        resolvers=added.resolvers,
        indirect=indirect,
        min_confidence=min_confidence,
        characters=tuple(characters),
    )
    return pipeline(text)
