"""Where reported words end: View, a sentence laid out for the question, and Boundaries, the counted answers.

A statement without quotation marks runs on until something shows that the writer speaks again: *said the
tunnel was safe, | but two drivers turned back*. What shows it is counted, not guessed: each sign, coordinator
or subordinator behind which the statement might end has a type (what the sign is, what follows it), and a
table tells what the type, the frame, the cue and the rest of the sentence add to the odds that it ends there.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain, pairwise
from math import exp
from typing import NamedTuple

from attrs import define, field, frozen

from .clauses import Clause, Reading, reports_on
from .letters import Group
from .lexicon import Lexicon, Word
from .phrases import Phrase
from .sums import Bunch, Sums
from .tables import shipped

_SUBJECT_REACH = 9  # phrases from a subject to its verb, for a clause that begins there
_CLAUSE_REACH = 24  # phrases looked at for the verb of a reported clause
_BRACKET_REACH = 40  # phrases that a bracket may hold
_MOST = 24  # boundaries weighed in one statement
_TALL = 0.7  # the share of capitalised words in a headline
_HOPELESS = 0.01  # a chance below this is not followed further
_EXACT = 0.6  # what the very end counts, against an end that makes the content mostly right

_SEVERAL = 3  # signs or verbs, or more
_NEAR = 6  # phrases to the next boundary, or more
_VERB_REACH = 8  # phrases from a boundary to the verb of what follows
_BASE = "base"

Boundary = tuple[int, str]  # its place and its type

_OPENERS = frozenset("sPGEI")  # kinds of phrases that put what follows into a clause before the main one
_OWN = frozenset({"main", "comp"})  # kinds of clauses that may be what is reported
_SUBORDINATE = frozenset("sw")  # what opens a clause inside another
_next_sign = re.compile(r"[-,:;.~cswQ(]").search  # kinds of phrases that may end a statement, or hold an end


@define(eq=False)
class View:
    """A sentence laid out for the finder of reports: its phrases, their kinds as one string, its finite verbs.

    Places are counted in phrases. ``around`` has the kinds, too, and what is looked at beyond them: ``$`` behind the
    last phrase, ``^`` before the first.
    """

    reading: Reading
    lexicon: Lexicon
    phrases: tuple[Phrase, ...] = field(init=False)
    kinds: str = field(init=False)
    around: str = field(init=False, repr=False)
    finite: tuple[int, ...] = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Lay out the sentence once."""
        self.phrases, self.kinds, self.around = self.reading.phrases, self.reading.kinds, self.reading.around
        self.finite = tuple([at for at in sorted(self.reading.of_verb) if self.kinds[at] in "VB"])

    def word(self, at: int) -> Word | None:
        """The last word of the phrase at a place."""
        return self.phrases[at].word if 0 <= at < len(self.kinds) else None

    def lemma(self, at: int) -> str:
        """The word of the phrase at a place, written small; empty outside the sentence."""
        word = self.phrases[at].word if 0 <= at < len(self.kinds) else None
        return word.lemma.lower() if word is not None else ""

    def group(self, at: int | None) -> Group | None:
        """The verbs of the phrase at a place."""
        return self.phrases[at].group if at is not None and 0 <= at < len(self.kinds) else None

    def skip(self, at: int, kinds: str = "rT") -> int:
        """The first place from ``at`` on whose phrase is of none of these kinds."""
        around = self.around
        while around[at] in kinds:
            at += 1
        return at

    def tall(self) -> bool:
        """Whether most words begin with a capital, as in a headline."""
        words = self.reading.sentence.words
        starts = words.starts[self.phrases[0].first : self.phrases[-1].last]
        letters = [words.text[start] for start in starts if words.text[start].isalpha()]
        return sum(letter.isupper() for letter in letters) > _TALL * len(letters)

    def behind_bracket(self, at: int) -> int:
        """The place behind the bracket that opens at a place; the next place where it is never closed."""
        return max(at, self.kinds.find(")", at, at + _BRACKET_REACH)) + 1

    def end_behind(self, first: int) -> int:
        """The end of the sentence, what closes it left out; behind a place at least."""
        kinds, end = self.kinds, len(self.kinds)
        while end > first + 1 and kinds[end - 1] in ".)y":
            end -= 1
        return end

    def only_end(self, first: int) -> int | None:
        """The end of the sentence, where a statement that begins at a place can end nowhere else."""
        found = _next_sign(self.kinds, first + 1)
        stops = found is None or (found[0] == "." and found.end() == len(self.kinds))
        return self.end_behind(first) if stops else None

    def clause(self, at: int | None) -> Clause | None:
        """The clause of the verb at a place."""
        return self.reading.of_verb.get(at) if at is not None else None

    def verb_of_clause(self, at: int) -> int | None:
        """The finite verb of the clause that begins at a place, with a subject there or a little later."""
        finite, kinds = self.finite, self.kinds
        passed = 0
        for k in finite[bisect_left(finite, at) :]:
            between = kinds[at:k]
            if k - at > _CLAUSE_REACH or between.count(",") > 2 or ";" in between or ":" in between:
                return None
            clause = self.reading.of_verb[k]
            if clause.kind in _OWN and clause.subject is not None and at <= clause.subject:
                outer = clause.outer
                if outer is not None and outer.kind == "part" and outer.opened > at and kinds[outer.opened - 1] == ",":
                    return None  # praised the plan, | saying it was good
                if set(kinds[at : clause.subject]) & _SUBORDINATE:
                    return None
                if kinds.count("t", at, clause.subject) <= passed:  # the verb of *that* comes first
                    return k
                passed += 1
        return None

    def verb_of_statement(self, at: int) -> int | None:
        """The verb of the clause that begins at a place; behind *if it rains,* that of the clause behind the comma."""
        if self.around[at] in "sPI" and (comma := self.kinds.find(",", at, at + _CLAUSE_REACH)) > 0:
            return self.verb_of_clause(comma + 1)
        return self.verb_of_clause(at)

    def behind_opening(self, at: int) -> int | None:
        """The comma behind what opens a statement with *that*: *said that despite the rain |, it was warm*."""
        if self.around[at - 1] != "t" or self.around[at] not in "sP":
            return None
        comma = self.kinds.find(",", at, at + _CLAUSE_REACH)
        return comma if comma > 0 else None

    def resumed(self, first: int, before: int | None = None, apart: str = ",c-QrT;") -> int:
        """The verb of a subject before a place, where its clause goes on: *his praise for | Moe | annoyed Lee*.

        The place is ``first``, if no other is given; kinds in ``apart`` may not stand just before the verb.
        """
        before = first if before is None else before
        for k in self.finite[bisect_right(self.finite, first) :]:
            subject = self.reading.of_verb[k].subject
            if subject is not None and subject < before and self.kinds[k - 1] not in apart:
                return k
        return len(self.kinds)

    def verb_of_subject(self, at: int) -> int | None:
        """The finite verb whose subject stands at a place, where it follows soon."""
        verb = self.reading.of_subject.get(at)
        if verb is None or not at < verb <= at + _SUBJECT_REACH:
            return None
        return verb


# ------------------------------------------------------------------ types of boundaries


def boundary_type(view: View, at: int, tense: str) -> str:
    """What stands at a place where a statement might end: the sign, the coordinator, what follows.

    ``tense`` is that of the reporting verb: a verb of the same tense is likelier to be the writer's. Behind a
    slash stands what may be left out: *, s/while* is one of the *, s*.
    """
    sign = view.around[at]
    parts = []
    if sign in ",-:;~":
        parts.append(sign)
        at += 1
    elif view.around[at - 1] == "Q":
        parts.append(",")
    if view.around[at] == "c":
        parts.append(view.lemma(at))
        at += 1
    return " ".join([*parts, _following(view, view.skip(at, "r"), tense)])


def _following(view: View, at: int, tense: str) -> str:
    kind = view.around[at]
    if kind == "M":
        return _mention_type(view, at)
    if kind in "VB":
        return _verb_type(view, at, tense)
    if kind in "GE":
        group = view.group(at)
        cue = " cue" if group is not None and group.verb is not None and group.verb.cue else ""
        return f"{kind}{cue}/{group.lemma if group is not None else ''}"
    if kind in "sw":
        after = view.skip(at + 1, "r")
        cue = " cue" if view.around[after] == "M" and _mention_type(view, after) == "clause cue" else ""
        return f"{kind}{cue}/{view.lemma(at)}"
    return f"P/{view.lemma(at)}" if kind == "P" else kind


def _mention_type(view: View, at: int) -> str:
    verb = view.verb_of_subject(at)
    if verb is None:
        tag = view.reading.sentence.words.tags[view.phrases[at].last - 1]
        return "name" if tag == "N" else "pronoun" if tag in "po" else "noun"
    group = view.group(verb)
    if group is not None and group.verb is not None and group.verb.strong:
        return "clause cue" if view.around[view.skip(verb + 1)] not in ",.$" else "frame"
    return "clause"


def _verb_type(view: View, at: int, tense: str) -> str:
    group = view.group(at)
    if group is None:
        return f"B {view.lemma(at)}"
    if reports_on(group):
        return "V cue"
    if group.modal:
        return "V modal"
    return "V same" if group.form == tense else "V other"


def ends_in_comma(view: View, at: int) -> bool:
    """Whether the quotation at a place ends in a comma or a full stop inside its marks."""
    quotation = view.phrases[at].quotation
    return quotation is not None and quotation.inner.text.rstrip()[-1:] in (",", ".", "?", "!")


def opens_clause(kind: str) -> bool:
    """Whether a boundary of this type begins a clause itself."""
    return "clause" in kind or " s" in kind or kind.startswith("s") or "frame" in kind


def paired(boundaries: Iterable[Boundary]) -> Iterator[tuple[Boundary, Boundary]]:
    """Each boundary with the next one, the last with none."""
    return pairwise(chain(boundaries, [(0, "")]))


def boundaries_from(view: View, first: int, tense: str) -> Iterator[Boundary]:
    """The places behind ``first`` where a statement might end, each with its type.

    Brackets and pairs of dashes are passed over; the sentence's end comes last.
    """
    kinds, at = view.kinds, first + 1
    while (found := _next_sign(kinds, at)) is not None:
        at, kind = found.start(), found[0]
        if kind == "(":
            at = view.behind_bracket(at)
            continue
        if kind == "-" and (closing := kinds.find("-", at + 1, at + _BRACKET_REACH)) > 0:
            if view.around[view.skip(closing + 1, "r")] in "MVB":
                yield at, "-" + boundary_type(view, closing, tense)
            at = closing + 1
            continue
        if kind == "." and at == len(kinds) - 1:
            break
        if kind == "Q":
            at += 1
            if view.around[at] not in ",-:;.csw$":
                if ends_in_comma(view, at - 1):
                    yield at, boundary_type(view, at, tense)
                elif view.verb_of_subject(at) is not None:
                    yield at, "Q" + boundary_type(view, at, tense)
            continue
        yield at, boundary_type(view, at, tense)
        at += 1 if kind in "csw" or view.around[at + 1] not in "csw" else 2
    yield view.end_behind(first), "end"


# ------------------------------------------------------------------ what is counted


class Start(NamedTuple):
    """Where a statement begins, and what is known of the report that it belongs to.

    ``group`` is that of its frame, ``context`` that of its cue (``context_of``), ``tense`` that of the cue's verb;
    ``lemma`` and ``kind`` are the cue's word and its class.
    """

    first: int
    group: str
    context: str
    tense: str
    lemma: str
    kind: str


def signs_of(view: View, start: Start, at: int, kind: str, beyond: Boundary) -> list[str]:
    """What speaks for a statement's end at a boundary of some type, or against it; ``beyond`` is the next boundary."""
    return [*chain.from_iterable(bunches_of(view, start, at, kind, beyond))]


def bunches_of(view: View, start: Start, at: int, kind: str, beyond: Boundary) -> list[Bunch]:
    """The same, in bunches of signs that come together."""
    group, kinds, finite = start.group, view.kinds, view.finite
    broad = kind.partition("/")[0]
    sign = broad[0]
    later = bisect_left(finite, at)
    commas = kinds.count(",", start.first, at), kinds.count(",", at + 1)
    left, far = len(kinds) - at, beyond[0] - at
    bunches = [
        _signs_of_type(group, start.context, start.lemma, start.kind, kind),
        _signs_of_number(
            group, sign, min(commas[0], _SEVERAL), min(commas[1], _SEVERAL), min(len(finite) - later, _SEVERAL)
        ),
        _signs_of_rest(group, broad, min(left // 3, 2 * _SEVERAL), beyond[1].partition("/")[0], min(far, _NEAR)),
    ]
    if bisect_left(finite, start.first) == later:
        bunches.append((f"{group} {sign} without a verb",))
    verb = view.group(finite[later]) if later < len(finite) and finite[later] < at + _VERB_REACH else None
    if verb is not None:
        bunches.append(_signs_of_verb(group, broad, verb.form == start.tense, verb.modal, verb.lemma == start.lemma))
    return bunches


@lru_cache(maxsize=5_000)
def _signs_of_type(group: str, context: str, lemma: str, cue: str, kind: str) -> Bunch:
    """The signs that a boundary and the report before it are by their types, wherever they stand."""
    broad = kind.partition("/")[0]
    types = dict.fromkeys((kind, broad, f"{group} {broad}", f"{group} {context} {broad}"))
    return (_BASE, *types, f"{group} of {lemma}", f"{cue} at {broad}")


@lru_cache(maxsize=5_000)
def _signs_of_number(group: str, sign: str, before: int, behind: int, verbs: int) -> Bunch:
    """The signs of how many commas stand before a boundary and behind it, and how many verbs."""
    return f"{sign} commas before {before}", f"{sign} commas behind {behind}", f"{group} {sign} verbs behind {verbs}"


@lru_cache(maxsize=5_000)
def _signs_of_rest(group: str, broad: str, left: int, beyond: str, far: int) -> Bunch:
    """The signs of how much is left of the sentence, and what the next boundary is."""
    return f"{group} left {left}", f"{group} {broad} before {beyond}", f"{broad} for {far}"


@lru_cache(maxsize=5_000)
def _signs_of_verb(group: str, broad: str, same: bool, modal: bool, again: bool) -> Bunch:
    """The signs of the verb behind a boundary: whether it has the tense of the cue, is modal, is the cue's again."""
    signs = f"{broad} same tense {same}", f"{group} same tense {same} modal {modal}"
    return (*signs, "same verb", f"same verb {broad[0]}") if again else signs


@frozen
class Boundaries:
    """How likely statements end at a boundary: the weights of its signs, counted.

    ``weights`` maps a sign (``signs_of``) to what it adds to the log odds that the statement ends there. Without
    any, statements end with their sentence.
    """

    weights: Mapping[str, float] = field(repr=False)
    _sums: Sums = field(init=False, repr=False, eq=False)

    @_sums.default
    def _sums_of_weights(self) -> Sums:
        return Sums(self.weights)

    def share(self, view: View, start: Start, at: int, kind: str, beyond: Boundary) -> float:
        """How likely the statement ends at the boundary."""
        if not self.weights:
            return 0.0
        return 1 / (1 + exp(-self._sums.of(bunches_of(view, start, at, kind, beyond))))

    def end(self, view: View, start: Start) -> int:
        """Where the statement ends: the place behind its last phrase.

        Of all places, the one where it most likely ends, or where it would at least be mostly right.
        """
        first = start.first
        clause = start.group == "clause"
        resumed = len(view.kinds) if clause else view.resumed(first)
        verb = view.verb_of_statement(first) if clause else None
        opening = view.behind_opening(first) if verb is not None else None
        places: list[int] = []
        chances: list[float] = []
        left = 1.0
        waits, awaited = start.context == "open sub", False  # While she says so, | the main clause is still to come
        found = paired(boundaries_from(view, first, start.tense))
        (at, kind), beyond = next(found)
        while kind != "end" and at < resumed and len(places) < _MOST and left >= _HOPELESS:
            if verb is None or at >= verb or (opens_clause(kind) and (at != opening or kind != ", clause")):
                chance = left * self.share(view, start, at, kind, beyond)
                awaited = awaited or (waits and "clause" in kind)
                places.append(at)
                chances.append(chance)
                left -= chance
            (at, kind), beyond = next(found)
        places.append(min(at, resumed))
        chances.append(0.0 if kind == "end" and awaited else left)
        return _best_end(view, first, places, chances)


def _best_end(view: View, opening: int, places: Sequence[int], chances: Sequence[float]) -> int:
    """The place with the best chance of being the end, or close to it."""
    if len(places) == 1:
        return places[0]
    start = view.phrases[opening].start
    lengths = [view.phrases[at - 1].end - start for at in places]
    best, best_chance = places[-1], -1.0
    first = last = 0  # of the places that are at least half as far and at most twice
    for here, length, own in zip(places, lengths, chances, strict=True):
        while 2 * lengths[first] < length:
            first += 1
        while last < len(lengths) and lengths[last] <= 2 * length:
            last += 1
        chance = sum(chances[first:last]) + own * _EXACT
        if chance > best_chance:
            best, best_chance = here, chance
    return best


def context_of(view: View, clause: Clause | None) -> str:
    """What kind of clause a cue stands in.

    *lead* is a main clause behind another part of the sentence, *open* one inside a clause that waits for its verb.
    """
    if clause is None:
        return "main"
    if clause.kind in ("rel", "part", "inf", "sub"):
        return f"open {clause.kind}" if _waits(view, clause) else clause.kind
    return "lead" if view.around[0] in _OPENERS else "main"


def opened_beside(clause: Clause) -> int | None:
    """Where what stands in the middle of another clause opened, if a clause does: *Moe, | who said so, …*."""
    beside: int | None = None
    around: Clause | None = clause
    while around is not None:
        inner = around if around.kind in ("rel", "part", "sub") else None
        while inner is not None:  # coordinated: *who sat and | said*
            beside = inner.opened if beside is None else min(beside, inner.opened)
            inner = inner.ghost
        around = around.outer
    return beside


def _waits(view: View, clause: Clause) -> bool:
    """Whether the main clause is still to come, or its verb: *While she says so, | …*, *Moe, who says so, | …*."""
    return any(
        outer.verb is None or (outer.kind == "sub" and view.around[outer.opened - 1] in "^c;:")
        for outer in clause.chain()
    )


@cache
def english_boundaries() -> Boundaries:
    """The table of English, read once."""
    return Boundaries({row["sign"]: float(row["weight"]) for row in shipped("boundaries.tsv")})
