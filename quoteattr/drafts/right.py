"""The readings of a reporting word with the words behind it, or with what it goes with as its object."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..boundaries import View
from ..clauses import takes_clause
from .cued import Cued, is_as_said, is_laid_on, is_never_noun, is_raised, takes_hearer, tells_somebody
from .draft import Draft
from .places import behind_mention

_QUESTION = frozenset({"whether", "if", "how", "why", "when", "where", "what", "who", "which", "whom", "whose"})
_FAR = 8  # phrases of adjuncts between a cue and its content
_RELATIVE = frozenset({"who", "which"})
_ADVERBIAL = frozenset({"how", "when", "where", "why"})  # no subject of what is reported: how he answers | will matter
_ACTING = frozenset({"having", "being"})
_SHORT = frozenset({"so", "yes", "otherwise"})  # adverbs that stand for what is said
_FRONT_REACH = 14  # phrases of a clause or an adjunct that opens what is said
_NEAR = 4  # phrases between *if elected* and the subject of what is said


def right_drafts(view: View, cued: Cued) -> list[Draft]:
    """The readings with content behind the cue."""
    if cued.form in ("inverted", "phrase"):
        return []
    if cued.form == "label":
        return [Draft(cued, "label", cued.after, cued.after, len(view.kinds.rstrip(".y")))]
    at = view.skip(cued.after)
    if cued.agent is not None and cued.agent - at <= 1:
        at = behind_mention(view, cued.agent)
    kind = view.around[at]
    adjuncts = _behind_adjuncts(view, at)
    found = [*_at_place(view, cued, at)]
    for far in adjuncts:
        clausal = _clausal(view, cued, far)
        if clausal is not None:
            found.append(clausal)
    told = kind == "M" and view.around[at + 1] not in "VB"  # not: said | Moe was late
    if told and cued.kind not in ("noun", "adjective") and cued.form != "passive":
        found += _with_hearer(view, cued, at)
    that = _far_that(view, cued, at)
    if that is not None and any(draft.first == that for draft in found):
        that = None
    if kind == ":" and view.around[at + 1] != "Q":
        found.append(Draft(cued, "colon", at + 1, at + 1))
    short = view.around[cued.after] == "r" and view.around[cued.after + 1] in ",.;:)-$csPT"
    if short and view.lemma(cued.after) in _SHORT:
        found.append(Draft(cued, "so", cued.after, cued.after, cued.after + 1))
    if that is not None:
        found.append(Draft(cued, "far that", that, that + 1))
    front = _front(view, cued)
    for draft in found:
        draft.front = front if draft.group != "clause" else None
    finite = _finite_draft(view, cued, _gap_behind(view, adjuncts) or at) if cued.form == "finite" else None
    return found if finite is None else [*found, finite]


def _front(view: View, cued: Cued) -> tuple[int, int] | None:
    """The subject of a cue that it says something of, whoever says it: *the ferry* seems late, is said to be late."""
    if cued.subject is None or not (is_raised(view, cued) or is_laid_on(view, cued)):
        return None
    if cued.clause is not None and cued.clause.kind == "rel" and cued.clause.opened > cued.subject:
        return cued.clause.opened, cued.clause.opened + 1
    stop = min(view.reading.of_subject.get(cued.subject, cued.at), cued.at)
    while view.kinds[stop - 1] in "rT,":
        stop -= 1
    return (cued.subject, stop) if stop > cued.subject else None


def _far_that(view: View, cued: Cued, at: int) -> int | None:
    """The place of *that* behind words between signs: *told Moe, the clerk, | that*, *said on air, where …, | that*."""
    that = view.kinds.find("t", at, at + _FRONT_REACH)
    if that <= at + 1:
        return None
    between = view.kinds[at:that]
    if ";" in between or ":" in between:
        return None
    group = view.group(cued.at)
    if group is None or not takes_clause(group.verb):
        return None
    return that if (between[-1] in ",-" and "Q" not in between) or _opens_content(view, cued, that) else None


def _opens_content(view: View, cued: Cued, that: int) -> bool:
    """Whether *that* opens a clause in the one of a cue: *told the board of Selwyn before lunch | that*."""
    noun = view.word(that - 1)
    if noun is not None and ("speech" in noun.noun or "document" in noun.noun):
        return False  # cited Moe for the claim | that
    clause = view.clause(next((k for k in view.finite if k > that), None))
    while clause is not None and clause.opened > that:
        clause = clause.outer
    outer = clause.outer if clause is not None and clause.kind == "comp" else None
    return outer is not None and outer.verb == cued.at


def _finite_draft(view: View, cued: Cued, at: int) -> Draft | None:
    """The reading that only a finite verb has: *said, she would …*, *the plan | he said | failed*."""
    kind = view.around[at]
    if kind not in ",VBE":
        return None
    before = view.around[cued.subject - 1] if cued.subject is not None else ""
    if kind == "," and view.around[at + 1] == "M" and before != "w" and not is_as_said(view, cued):
        # said, she would; not: which Moe denied, | the talk ended
        return Draft(cued, "comma", at + 1, at + 1) if view.verb_of_clause(at + 1) is not None else None
    if kind != "," and cued.subject is not None and before in "wtM" and _is_gap(view, cued, at):
        return Draft(cued, "gap", cued.subject - 1, cued.subject - 1, cued.subject, (at, 0))
    return None


def _gap_behind(view: View, adjuncts: Sequence[int]) -> int | None:
    """The verb of what is said behind times and places: *what he said | on Monday | was late*."""
    for far in adjuncts:
        if view.around[far] in "VB" and (word := view.word(far)) is not None and word.tag != "D":
            return far
    return None


def _is_gap(view: View, cued: Cued, verb: int) -> bool:
    """Whether what stands before a report may be the subject of what is said: *for what he said | was late*.

    Nothing is said in *what he said | is not known*, *all he says | is true*, *how he answers | will matter*.
    """
    at = (cued.subject or 0) - 1
    lemma = view.lemma(at)
    if view.kinds[at] == "t" or lemma in _RELATIVE:
        return not _is_subject(cued, at) or _goes_on(view, verb)
    return lemma not in _ADVERBIAL and view.around[at - 1] in "PVGI-,("


def _is_subject(cued: Cued, at: int) -> bool:
    """Whether what a relative clause describes waits for its verb: *the tales | which Moe told were*."""
    clause = cued.clause
    while clause is not None and clause.opened > at:
        clause = clause.outer
    outer = clause.outer if clause is not None else None
    return outer is not None and outer.verb is None


def _goes_on(view: View, verb: int) -> bool:
    """Whether another finite verb of the same sentence follows: *the bill, which Moe said | was late, | failed*."""
    behind = view.kinds[verb + 1 :].partition(",c")[0]
    following = next((at for at, kind in enumerate(behind) if kind in "VBwts"), None)
    return following is not None and behind[following] in "VB"


def object_drafts(view: View, cued: Cued) -> Iterator[Draft]:
    """The readings with content before the cue as its object: *which | he denied*, *the plan | was praised by Moe*."""
    subject = cued.subject
    if subject is None or subject > cued.at:
        return
    if cued.agent is not None and cued.agent - cued.after <= 2:
        if cued.clause is not None and cued.clause.kind == "rel":
            subject = max(subject, cued.clause.opened)
        stop = cued.at
        while view.kinds[stop - 1] in "rT,":
            stop -= 1
        if not set(view.kinds[subject:stop]) & set("VBQ;:"):
            yield Draft(cued, "of passive", subject, subject, stop)
    elif cued.form == "finite" and view.around[subject - 1] in "wtM":
        frame = "of relative" if view.kinds[subject - 1] == "M" else "of which"
        if view.around[view.skip(cued.after, "rP")] not in "MQVBEGtj:":
            yield Draft(cued, frame, subject - 1, subject - 1, subject)


def _is_relative(view: View, at: int) -> bool:
    """Whether *who* or *which* goes with the mention before it: *those | who came*, not *told her | who came*."""
    word = view.word(at - 1)
    return view.lemma(at) in _RELATIVE and view.around[at - 1] == "M" and word is not None and word.tag not in "po"


def _clausal(view: View, cued: Cued, at: int, hearer: int | None = None) -> Draft | None:
    """The reading with a clause of its own at a place."""
    kind, prefix = view.around[at], "Y " if hearer is not None else ""
    if kind == "t":
        acts = view.around[at + 1] in "VB" and view.lemma(at + 1) not in _ACTING
        if acts and (at > cued.after or not is_never_noun(view, cued)) and not _is_named(view, at - 1):
            return None  # agreed on a truce | that would hold, their claims | that are old
        verbs = view.group(at + 1)
        that_is = acts and (view.around[at + 1] == "B" or (verbs is not None and verbs.modal))  # said | that is so
        return Draft(cued, prefix + "that", at, at if that_is else at + 1, hearer=hearer)
    if kind in "ws" and view.lemma(at) in _QUESTION and (kind == "w" or view.around[at + 1] not in "EG"):
        if hearer is None and _is_relative(view, at):
            return None  # said to those | who came
        return Draft(cued, prefix + "wh", at, at, hearer=hearer)
    if kind in "Ii":
        at -= view.lemma(at - 1) in ("not", "never")
        return Draft(cued, prefix + "to", at if hearer is None else hearer, at, hearer=hearer)
    verb = view.verb_of_clause(at) if kind == "M" and not _is_object(view, at) else None
    if verb is None or _is_main(view, cued, at, verb):
        return None
    told = hearer is None or view.around[at - 1] != "M" or takes_hearer(view, cued)
    return Draft(cued, prefix + "clause", at, at, hearer=hearer) if told else None


def _is_named(view: View, at: int) -> bool:
    """Whether a phrase is a name or a pronoun, which no *that* describes: *told | him | that was so*."""
    return view.around[at] == "M" and view.reading.sentence.words.tags[view.phrases[at].last - 1] in "Npo"


def _is_main(view: View, cued: Cued, at: int, verb: int) -> bool:
    """Whether a clause goes on from that of the cue: *when I asked Moe | he laughed*, *I asked | Moe, and he left*."""
    clause = view.reading.of_verb[verb]
    if not takes_hearer(view, cued) or not _may_be_told(view, cued.after):
        return False
    opens = cued.clause is not None and cued.clause.kind == "sub" and clause.kind == "main"
    if opens and clause.subject != cued.after and "," not in view.kinds[cued.after : verb]:
        return True
    beyond = view.around[at + 1] == "," and clause.subject == view.skip(at + 2, "c")
    return beyond and at == cued.after and view.around[cued.opening - 1] != ","


def _is_object(view: View, at: int) -> bool:
    """Whether a phrase can only be an object: *warned | us*, *asked | them | to pay*, *put | it, and left*."""
    if view.around[at + 1] == "," and view.lemma(at) == "it":
        return at not in view.reading.of_subject
    phrase = view.phrases[at]
    return view.reading.sentence.words.tags[phrase.first] == "o"


def _at_place(view: View, cued: Cued, at: int) -> Iterator[Draft]:
    """The readings with content directly behind the cue."""
    kind = view.around[at]
    clausal = _clausal(view, cued, at)
    if clausal is not None:
        yield clausal
    acting = kind == "G" or (kind == "B" and view.lemma(at) in _ACTING)
    if kind in "sP" and cued.clause is not None and _is_fronted(view, at):
        yield Draft(cued, "fronted", at, at)
    elif acting and cued.clause is not None and _acts(view, at):
        yield Draft(cued, "acting", at, at)
    if kind == "M" or (kind in "jE" and view.around[at + 1] in "M,c."):
        told = takes_hearer(view, cued) and _may_be_told(view, at)
        yield Draft(cued, "told" if told else "np", at, at)
    elif acting:
        yield Draft(cued, "ing", at, at)
    elif kind in "Ps" and view.lemma(at) not in _QUESTION:
        place = view.skip(at + 1, "r")
        if view.around[place] in "MGwQj":
            yield Draft(cued, view.lemma(at), at + 1, at + 1, preposition=at)


def _may_be_told(view: View, at: int) -> bool:
    """Whether a phrase names somebody: *told | the clerks*, but not *told | a tale*."""
    word = view.word(at)
    if word is None or word.tag == "N":
        return word is not None
    return word.tag in "op" or word.people


def _is_fronted(view: View, at: int) -> bool:
    """Whether an adjunct and, behind its comma, a main clause begin here: *said | despite the rain, he would …*."""
    if view.kinds[at : at + 2] == "sE":  # said | if elected mayor he would
        places = range(at + 2, min(at + 2 + _NEAR, len(view.kinds)))
        return any(view.verb_of_subject(k) is not None for k in places)
    if view.lemma(at) in _QUESTION or view.around[at + 1] == "T":
        return False
    comma = view.kinds.find(",", at, at + _FRONT_REACH)
    return comma > 0 and view.around[comma + 1] == "M" and view.verb_of_clause(comma + 1) is not None


def _acts(view: View, at: int) -> bool:
    """Whether a verb in -ing is the subject of a clause: *said | losing the vote was no shame*."""
    verb = next((k for k in view.finite if k > at), None)
    if verb is None or set(view.kinds[at:verb]) & set(",;:tswcQ-"):
        return False
    subject = view.reading.of_verb[verb].subject
    if subject is None or subject <= at:
        return True
    group, word = view.group(at), view.word(subject)
    takes = group is not None and takes_clause(group.verb)
    return not takes and word is not None and word.tag != "p"  # but not: said | knowing she was late


def _with_hearer(view: View, cued: Cued, hearer: int) -> Iterator[Draft]:
    """The readings with the one told between cue and content; the shortest phrase for him that leaves one."""
    tells = tells_somebody(view, cued)
    for at in _mention_ends(view, hearer):
        place = view.skip(at)
        found = _clausal(view, cued, place, hearer)
        if found is not None and not tells:
            # nobody is told: expects | Moe to pay; but not: met the man | that
            found = Draft(cued, "Y to", hearer, hearer) if found.frame == "Y to" else None
        if found is None and view.around[place] in "Ps" and view.around[place + 1] in "MGwQj":
            found = Draft(cued, "Y " + view.lemma(place), hearer, hearer, hearer=hearer)
        elif found is None and view.around[place] == "M":
            found = Draft(cued, "Y np", place, place, hearer=hearer)
        if found is not None:
            yield found
            if found.group == "clause":
                return
    for far in _behind_adjuncts(view, hearer + 1) if tells else ():
        found = _clausal(view, cued, far, hearer)
        if found is not None:
            yield found


def _mention_ends(view: View, at: int) -> Iterator[int]:
    """The places where the phrase for a person may end: *the head | of the board | and Moe*."""
    at += 1
    yield at
    for _ in range(2):
        if (view.around[at] == "P" and view.lemma(at) in ("of", "for", "in", "at", "from")) or view.around[at] == "c":
            if view.around[at + 1] != "M":
                return
            at += 2
            yield at


def _behind_adjuncts(view: View, at: int) -> Sequence[int]:
    """The places behind times and places: *said | on Monday | in Geneva |*, *said, after the vote, |*."""
    if view.around[at] not in "PrT,":
        return ()
    found: list[int] = []
    kinds = view.kinds
    limit = min(at + _FAR, len(kinds))
    while at < limit:
        kind = kinds[at]
        if kind == "P" and view.around[at + 1] in "MT":
            at += 2
        elif kind in "rT":
            at += 1
        elif kind == "," and view.around[at + 1] in "PTs" and (comma := kinds.find(",", at + 1, limit)) > 0:
            at = comma + 1
        else:
            break
        found.append(at)
    return found
