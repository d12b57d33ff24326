"""Frames: the reporting verb that goes with a quotation, on its right, around it, or at its sentence's end.

Rules ask here instead of searching for themselves. A *frame* is a verb that reports, with its subject, as the
clause reader found them; what is denied, or only might be said, is no frame.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define

from .changed import changed
from .clauses import AGAINST, Clause, behind_described, takes_clause, takes_hearer
from .letters import MEANS
from .lexicon import Verb
from .mentions import Mention
from .passage import OWNERS, Candidate, Kind, Passage

_DENIES = frozenset({"refuse", "decline", "avoid", "forbid", "forget", "hesitate", "omit", "fail", "stop"})
_HELD_BACK = _DENIES | {"help", "resist", "forbear", "refrain", "deny"}
"""Verbs for not saying something: who could not *help* saying so has said it."""
_PAUSES = frozenset({"hesitate", "stop"})
_WANTS = frozenset({"want", "wish", "need", "mean", "intend", "yet"})
_WORDS = frozenset({"word", "words", "term", "phrase", "expression"})
_DOUBTS = frozenset({"deny", "dispute", "doubt", "question"})  # nobody doubts that it was said: it was
_DOUBTFUL = frozenset("doubtful false impossible improbable inconceivable myth unlikely unthinkable untrue".split())
_SAID_WAS = r"M(?:PM)*[rT]*V[rT]*(?:P?M[rT]*)*(?:,[PMrT]+,)?B[rT,]*(?:M?\Z|t)"
_CLEFT, _ALL = re.compile(f"[wM]{_SAID_WAS}"), re.compile(_SAID_WAS)
"""What Moe said to Lee, in short, was that; all he said was."""
_GAPPED = re.compile(r"Q(?:;c?(?P<one>M)(?:,[rj]+)?,|[,;]?c?[rT]*(?P<other>M),?)\Z")
"""Called it “a farce”; | another, less kindly, |; called it “a farce,” and | others |."""
_OTHERS = frozenset({"another", "other", "others", "third", "second"})
_LIKE = re.compile(r"(?:V[rT]*|BP),\Z")  # he goes, | he was like,
_CLEFT_OPENERS = frozenset({"what", "all", "thing", "word", "words"})  # what Moe said, the only word she spoke
_WONT = frozenset({"use", "like", "love"})
_HEARD = frozenset({"hear", "overhear"})
_CONDITIONS = frozenset({"if", "unless"})
_NOT = frozenset({"not", "never", "nowhere"})
_HARDLY = frozenset({"hardly", "scarcely", "barely"})
_NOBODY = frozenset({"no", "nobody", "no-one", "none", "neither", "nothing"})
_NO_FEWER = frozenset({"fewer", "less"})
_WHERE = frozenset({"at", "in", "on", "during", "after", "before"})
_WHOSE = _WHERE | {"by", "from", "to", "of"}
_APART = frozenset({"after", "before", "without"})
_JUDGED = frozenset({"for", "of", "as"})  # hit him *for*, accused him *of*
_OBJECTS = frozenset({"object", "as", "of"})  # called it “x”, described it as “x”, accused him of “x”
_ENDS = frozenset(",.?!")
# What may stand between a verb and its subject, in kinds of phrases, the one told first: *told me, | weeping, | she*.
_ADVERBIALS = re.compile(
    r"""
    (?P<told> M )?
    (?: ,? c? (?: P?[rT] | j | PM (?: cM (?=,) )? | P?G [MrTP]* (?=,) | E (?: PM | [rT] )* (?=,)
        | s [^,Q]* (?=,) | (?<=,) M[GEP] (?: P?M | r )* (?=,) | \( [^)Q]* \) | - [^-Q]* - ) )+
    ,? (?= M (?: [^MVBtr] | $ ) )
    """,
    re.VERBOSE,
)
_WAYS = frozenset("across along down in out over through up".split())  # whispered | up the stairs
_ABOUT = frozenset({"for", "on", "upon", "of", "as"})  # called | for help, not: called | from the door
_FAR = 3  # how many phrases a weak cue may stand from the quotation


@define(eq=False)
class Frame:
    """A reporting verb and its subject, as places among the phrases; ``first`` is an earlier part of the cue."""

    verb: int
    subject: int | None
    first: int | None = None
    clause: Clause | None = None
    noun: Candidate | None = None

    def candidate(self, passage: Passage, kind: Kind | None = None, confidence: float = 0.0) -> Candidate | None:
        """What a rule may propose of it; nothing where the subject is no mention."""
        if self.noun is not None:
            return changed(self.noun)
        source = passage.mention(self.subject, self.verb) if self.subject is not None else None
        if source is None:
            return None
        return Candidate(
            passage.quotation,
            kind or passage.form_kind,
            source,
            passage.cue(self.verb, first=self.first),
            hearer(passage, self.verb, self.subject),
            verb=self.verb,
            confidence=confidence,
        )


def hearer(passage: Passage, verb: int, subject: int | None = None) -> Mention | None:
    """The one told: *told | reporters*, *said to | Moe*, *said Lee to | Moe*."""
    at = passage.skip(verb + 1)
    if at == subject:
        at = passage.skip(at + 1)
    if passage.around[at] == "M" and takes_hearer(passage.verb_at(verb)):
        return passage.mention(at)
    if passage.around[at + 1] == "M" and passage.lemma_at(at) == "to":
        return passage.mention(at + 1)
    return None


def reports(passage: Passage, verb: int, *, beside: bool) -> bool:
    """Whether the verb at a place reports words; ``beside`` a quotation, weak verbs and verbs of manner do, too."""
    entry = passage.verb_at(verb)
    if entry is None or not entry.cue:
        return False
    if verb > passage.at:
        return says_behind(passage, verb, entry)
    return entry.strong or (beside and entry.cue != "plan")


def says_behind(passage: Passage, verb: int, entry: Verb) -> bool:
    """Whether a verb behind the quotation reports it: *“…,” Moe noted*, but not *“…,” he echoed Lee*."""
    group = passage.group_at(verb)
    thought = entry.cue == "thought" and takes_clause(entry) and group is not None and group.form == "past"
    beside = entry.strong or "quote" in entry.frames or thought  # not: “…,” you know
    if entry.cue in ("judgement", "evidence", "plan", "other", "thought") and not beside:
        return False
    at = passage.skip(verb + 1)
    clause = passage.reading.of_verb.get(verb)
    way = passage.lemma_at(at if passage.around[at] == "P" else at - 1)  # called | from the door, | up the stairs
    object_follows = (
        passage.around[at] == "M"
        and (at == verb + 1 or way not in _WAYS)
        and passage.lemma_at(at) != "it"
        and (clause is None or clause.subject != at)
    )
    if entry.cue == "judgement" and (object_follows or passage.around[at] == "P"):
        return "quote" in entry.frames and not object_follows and way not in _ABOUT
    if object_follows and passage.ending in (".", "?", "!") and is_own_thing(passage, at):
        return False  # “Shall we?” | He offered his arm
    return not object_follows or takes_hearer(entry) or entry.strong


def is_own_thing(passage: Passage, at: int) -> bool:
    """Whether a mention is of something of one's own: *his arm*; not *her mother*, *their reply*."""
    phrase = passage.phrases[at]
    first = passage.reading.sentence.words.words[phrase.first].lemma
    return first in OWNERS and phrase.word is not None and not phrase.word.noun


def deeper(passage: Passage, verb: int) -> int:
    """*likes | to say*, *went on | to say*, *could be heard | saying*: the verb that reports, or the one given."""
    at = passage.skip(verb + 1, "rTP")
    if passage.around[at] in "IG" and at - verb <= _FAR and passage.lemma_at(at - 1) not in _APART:
        entry = passage.verb_at(at)
        if entry is not None and entry.strong:
            return at
    return verb


def holds_infinitive(passage: Passage, verb: int | None) -> bool:
    """Whether an infinitive is part of what a verb tells: *wanted | to know*."""
    entry = passage.verb_at(verb)
    return entry is not None and " to " in entry.lemma


# ------------------------------------------------------------------ to the right


def right(passage: Passage, *, beside: bool = True) -> Frame | None:
    """The frame that follows: *“…,” said Moe*, *“…,” Moe said*."""
    key = "right" if beside else "right, apart"
    if key not in passage.seen:
        passage.seen[key] = _right(passage, beside=beside)
    found: Frame | None = passage.seen[key]
    return found


def _right(passage: Passage, *, beside: bool) -> Frame | None:
    at = passage.skip(passage.at + 1 + (passage.behind in ",-"))
    at = as_apart(passage) or at
    kind = passage.around[at]
    if kind == "B" and passage.lemma_at(at + 1) in ("how", "what"):
        verb = passage.reading.of_subject.get(at + 2)
        return Frame(verb, at + 2, clause=passage.reading.of_verb[verb]) if verb is not None else None
    if kind == "B" and passage.around[at + 1] == "M":
        return all_said(passage, at + 1) or noun_frame(passage, at + 1)
    if kind == "c" and passage.lemma_at(at) == "or" and passage.lemma_at(at + 1) == "so":
        at += 2
        kind = passage.around[at]
    if kind == "V":
        return inverted(passage, at, beside=beside)
    if kind == "M" or (kind == "w" and passage.lemma_at(at) == "who"):
        return subject_first(passage, at, beside=beside)
    if passage.around[at + 1] == "M" and passage.lemma_at(at) == "as":
        return subject_first(passage, at + 1, beside=beside)
    return None


def as_apart(passage: Passage) -> int:
    """The place of *as* behind where it was: *was born in a “box” in Oslo, | as | she put it*; 0 if there is none."""
    at = passage.at + 4
    return at if passage.lemma_at(at) == "as" and passage.kinds.startswith("PM,", passage.at + 1) else 0


def all_said(passage: Passage, opening: int) -> Frame | None:
    """*“…” was | all that Moe would say*, *was | the only word she spoke*, *was | all the judge said*."""
    if holds_all(passage, opening):
        subject = opening
    elif passage.lemma_at(opening) in _CLEFT_OPENERS:
        subject = opening + 1 + (passage.around[opening + 1] == "t")
    else:
        return None
    clauses = passage.reading.of_verb
    verb = next((verb for verb, clause in clauses.items() if clause.subject == subject), None)
    if verb is None or not reports(passage, verb, beside=True):
        return None
    return Frame(verb, subject, clause=clauses[verb])


def holds_all(passage: Passage, at: int) -> bool:
    """Whether *all* opens a clause and stands in one phrase with its subject: *all the judge | said*."""
    phrase = passage.phrases[at]
    return phrase.first + 1 < phrase.last and passage.reading.sentence.words.words[phrase.first].lemma.lower() == "all"


def inverted(passage: Passage, verb: int, *, beside: bool) -> Frame | None:
    """*said Moe*: the subject follows the verb."""
    clause = passage.reading.of_verb.get(verb)
    if clause is None or not reports(passage, verb, beside=beside):
        return None
    subject = clause.subject if clause.inverted else None
    late = subject_behind_adverbials(passage, verb)
    if late is not None and (subject is None or may_be_told(passage, verb, subject)):
        subject = late
    return Frame(verb, subject, clause=clause) if subject is not None else None


def subject_behind_adverbials(passage: Passage, verb: int) -> int | None:
    """*said at last, and without looking up, | the judge*, *told me, weeping, | the widow*."""
    group = passage.group_at(verb)
    found = _ADVERBIALS.match(passage.kinds, verb + 1)
    if found is None or group is None or group.passive or group.modal:
        return None
    subject = found.end()
    told = passage.kinds[verb + 1] == "M" and found["told"] is not None
    if told and not may_be_told(passage, verb, verb + 1):
        return None
    word = passage.phrases[subject].word
    return None if is_thing(passage, subject) or (word is not None and word.noun == "speech") else subject


def may_be_told(passage: Passage, verb: int, at: int) -> bool:
    """Whether a mention right behind a verb is no subject: *told | me*, *told | reporters*, not *told | Moe*."""
    word = passage.phrases[at].word
    if at != verb + 1 or word is None:
        return False
    return word.tag == "o" or (takes_hearer(passage.verb_at(verb)) and word.plural)


def subject_first(passage: Passage, subject: int, *, beside: bool) -> Frame | None:
    """*Moe said*, *Moe, who …, said*, *Moe was told by Lee*."""
    verb = passage.reading.of_subject.get(subject)
    if verb is None:
        return None
    return framed(passage, verb, passage.reading.of_verb[verb], beside=beside)


def framed(passage: Passage, verb: int, clause: Clause, *, beside: bool) -> Frame | None:
    """The frame of a verb whose subject stands before it."""
    group = passage.group_at(verb)
    if group is None:
        return None
    if group.passive:
        return passive(passage, verb, clause)
    inner = deeper(passage, verb)
    if group.modal and modal_of(passage, verb) not in ("will", "would"):
        return None
    if group.lemma in ("quote", "cite") and passage.around[verb + 3] == "G":
        return Frame(verb + 3, verb + 1, verb, clause)
    if group.lemma == "hear" and passage.around[verb + 1] == "M" and passage.around[verb + 2] in "IG":
        return heard(passage, verb, clause)
    if not reports(passage, inner, beside=beside):
        return None
    return Frame(inner, clause.subject, clause=clause)


def heard(passage: Passage, verb: int, clause: Clause) -> Frame | None:
    """*“…,” he heard Moe say*, *he heard himself say*: who is heard; not *“…,” he heard a voice say*."""
    word = passage.phrases[verb + 1].word
    if (word is not None and "voice" in word.noun) or not reports(passage, verb + 2, beside=True):
        return None
    oneself = passage.lemma_at(verb + 1).endswith("self")
    return Frame(verb + 2, clause.subject if oneself else verb + 1, clause=clause)


def passive(passage: Passage, verb: int, clause: Clause) -> Frame | None:
    """*was told by Moe*: the agent; *was quoted as saying*, *was heard to say*: the subject."""
    at = passage.skip(verb + 1, "rTPM")
    for k in range(verb + 1, min(verb + 8, len(passage.phrases))):
        if passage.around[k] in "VB":
            break
        named = passage.lemma_at(k) == "by" and k + 1 < len(passage.kinds) and passage.lemma_at(k + 1) not in MEANS
        if named and reports(passage, verb, beside=True):
            return Frame(verb, k + 1, clause=clause)
    if reports(passage, at, beside=False):
        first = verb if passage.around[at] == "G" else None
        return Frame(at, clause.subject, first, clause)
    return None


# ------------------------------------------------------------------ around


def governing(passage: Passage) -> tuple[Frame | None, bool]:
    """The frame of the innermost open clause that reports, and whether words were found to be denied or unreal."""
    found: tuple[Frame | None, bool] | None = passage.seen.get("governing")
    if found is None:
        told = cleft(passage)
        if told is None and passage.previous_reading is passage.reading:
            told = gapped(passage)
        if told is None and passage.before == ",":
            told = acted_out(passage)
        found = passage.seen["governing"] = _governing(passage) if told is None else (told, False)
    return found


def _governing(passage: Passage) -> tuple[Frame | None, bool]:
    unsaid = False
    coordinated = opens_with_verb(passage)
    waiting = verb_wanted(passage)
    for clause in passage.open_clause.chain():
        verb = clause.verb
        if waiting is not None and clause is not waiting:
            continue
        waiting = None
        if coordinated and not holds_clause(passage, clause):
            continue
        if verb == passage.at - 1 and passage.around[verb] == "E" and agent_near(passage, verb, clause) is None:
            coordinated = True  # marked “x”, dubbed “x”: a name, unless all of it is reported
        judge = judging(passage, clause)
        if judge is not None:
            return (None, True) if unreal(passage, judge.clause or clause, judge.verb) else (judge, False)
        if clause.kind == "comp" and clause.opened > 0 and passage.around[clause.opened] == "t":
            noun = noun_frame(passage, noun_before(passage, clause.opened)) or noun_subject(passage, clause)
            if noun is not None:
                return noun, False
        if clause.kind == "inf" and clause.opened > 0 and (noun := noun_frame(passage, clause.opened - 1)) is not None:
            return noun, False
        if verb is None or not may_govern(passage, clause, verb):
            continue
        frame = frame_of(passage, clause, verb)
        if frame is None:
            continue
        if is_withheld(passage, frame.verb, unsaid=unsaid):
            return None, True
        if unreal(passage, clause, frame.verb):
            unsaid = unsaid or says_it(passage, clause, frame.verb)
            continue
        return outer_report(passage, clause, frame) or frame, False
    return None, unsaid


def is_withheld(passage: Passage, verb: int, *, unsaid: bool) -> bool:
    """Whether a verb tells that nothing was said: *denied | using the word “x”*, *wanted | to say “x”*."""
    if is_denial(passage, verb):
        return unsaid or passage.lemma_at(passage.at - 1) in _WORDS
    return unsaid and is_only_wish(passage, verb)


def cleft(passage: Passage) -> Frame | None:
    """*What Moe said was | “no”*, *all she said was | “no”*: what is said is what the sentence tells of."""
    opening = passage.kinds.rfind("w", 0, passage.at)
    if opening < 0:
        opening = passage.kinds.rfind("MM", 0, passage.at)
    whole = opening < 0 and passage.around[0] == "M" and holds_all(passage, 0)
    if not whole and (opening < 0 or passage.lemma_at(opening) not in _CLEFT_OPENERS):
        return None
    if (_ALL if whole else _CLEFT).match(passage.kinds, max(opening, 0), passage.at) is None:
        return None
    opening = max(opening, 0)
    verb = passage.kinds.index("V", opening)
    clause = passage.reading.of_verb.get(verb)
    entry = passage.verb_at(verb)
    if clause is None or clause.subject is None or entry is None or not (entry.cue == "speech" or takes_clause(entry)):
        return None
    group = passage.group_at(verb)
    held = (
        group is not None and group.modal and not (modal_of(passage, verb) == "would" and passage.kinds[opening] == "M")
    )
    if unreal(passage, clause, verb) or held:
        return None  # what Moe would say; but: all Moe would say
    return Frame(verb, clause.subject, clause=clause) if reports(passage, verb, beside=True) else None


def gapped(passage: Passage) -> Frame | None:
    """*One called it “a farce”; another, | “a tragedy”*: the verb of the words before has a second subject."""
    before = passage.previous
    if before is None or before.verb is None or before.source is None or before.verb >= passage.at:
        return None
    found = _GAPPED.fullmatch(passage.kinds, passage.earlier, passage.at) if passage.earlier >= 0 else None
    if found is None:
        return None
    subject = found.start("one") if found["one"] else found.start("other")
    word = passage.phrases[subject].word
    other = word is not None and word.lemma in _OTHERS
    named = bool(found["one"]) and word is not None and (word.tag in "Nq" or word.people)
    if not (other or named) or nobody(passage, subject):
        return None
    return Frame(before.verb, subject, clause=passage.reading.of_verb.get(before.verb))


def acted_out(passage: Passage) -> Frame | None:
    """*She goes, | “No way.”*, *he was like, | “Fine”*: a lively way to say it, behind a comma."""
    if passage.lower or _LIKE.search(passage.kinds, max(0, passage.at - _FAR - 1), passage.at) is None:
        return None
    verb = passage.skip(passage.at - 2, "PrT", -1)
    clause, group = passage.reading.of_verb.get(verb), passage.group_at(verb)
    lively = passage.lemma_at(passage.at - 2) == "like" if group is None else group.lemma == "go" and not group.modal
    if clause is None or clause.subject is None or clause.kind not in ("main", "comp") or not lively:
        return None
    word = passage.phrases[clause.subject].word
    speaks = word is not None and (word.tag in "Np" or word.people)
    return Frame(verb, clause.subject, clause=clause) if speaks else None


def judging(passage: Passage, clause: Clause) -> Frame | None:
    """The verb that judges what is open: *called | plans to sell the mill | “odd”*, *hit | a claim … as | “odd”*."""
    outer = clause.outer
    if outer is None or outer.verb is None or outer.object is None or outer.object != clause.opened - 1:
        return None
    verb, inner = passage.verb_at(outer.verb), passage.verb_at(clause.verb)
    if verb is None or not verb.strong or verb.cue != "judgement":
        return None
    if "as" in verb.frames:
        judged = passage.lemma_at(passage.at - 1) == "as" and (inner is None or "as" not in inner.frames)
    else:
        judged = passage.before in "MjVE" and not passage.determined and not takes_hearer(inner)
    return frame_of(passage, outer, outer.verb) if judged and verb.frames & {"as", "object"} else None


def only_wanted(passage: Passage, clause: Clause, around: Clause) -> bool:
    """Whether what is around says that it was not said: *refused to say*, *denied saying*, *has yet to say*."""
    group = passage.group_at(around.verb)
    lemma = group.lemma if group is not None else ""
    if clause.kind == "part":
        return lemma in _DENIES or lemma == "deny"
    return lemma in _DENIES or lemma in _WANTS or passage.lemma_at(clause.opened - 1) in _WANTS


def says_it(passage: Passage, clause: Clause, verb: int) -> bool:
    """Whether the verb has the quotation itself for its object: *never said “sorry”*, not *did not find that …*."""
    entry = passage.verb_at(verb)
    plain = entry is not None and (
        entry.cue in ("speech", "manner", "writing") or not entry.frames.isdisjoint(_OBJECTS)
    )
    return plain and not holds_clause(passage, clause) and passage.at - verb <= _FAR


def verb_wanted(passage: Passage) -> Clause | None:
    """The clause that takes the statement whose verb is quoted: *said | any town that wants it “owes it to us”*."""
    if passage.before not in "MTr,)" or not passage.lower or not begins_with_verb(passage):
        return None
    judge = passage.verb_at(passage.open_clause.verb)
    if judge is not None and "object" in judge.frames and passage.open_clause.object == passage.at - 1:
        return None  # said it was over, calling it | “botched”
    for clause in passage.open_clause.chain():
        if takes_clause(passage.verb_at(clause.verb)) and passage.around[(clause.verb or 0) + 1] in "MtT":
            return clause
    return None


def opens_with_verb(passage: Passage) -> bool:
    """Whether the quotation goes on with a verb behind *and*: *said Moe begged and “would have knelt”*."""
    return passage.before == "c" and begins_with_verb(passage)


def begins_with_verb(passage: Passage) -> bool:
    """Whether the first word quoted is a finite verb: *“would have knelt”*, *“owes it to us”*."""
    first = next(iter(passage.said.split()), "").strip(",.;:")
    word = passage.lexicon.word(first) if first else None
    return word is not None and (word.tag in "mbhD" or (word.tag == "v" and word.finite))


def holds_clause(passage: Passage, clause: Clause) -> bool:
    """Whether what is open at the quotation is a clause inside this one: *said* | *Moe …*."""
    return any(inner.outer is clause and inner.kind in ("comp", "wh") for inner in passage.open_clause.chain())


def noun_before(passage: Passage, at: int) -> int:
    """The noun that *that* goes with: *his comment | at a debate on Monday | that*, *a claim | by Moe | that*."""
    at -= 1
    if passage.around[at] == "," and is_speech(passage, at - 1):
        return at - 1  # his claim, | that …,
    for _ in range(_FAR):
        if passage.around[at] == "T":
            at -= 1
        elif passage.around[at] == "M" and passage.lemma_at(at - 1) in (_WHERE if is_speech(passage, at) else _WHOSE):
            at -= 2
        elif passage.around[at] == "P":
            at -= 1
    return at


def is_speech(passage: Passage, at: int) -> bool:
    """Whether a mention is a noun of speech: *his claim*."""
    word = passage.phrases[at].word if passage.around[at] == "M" else None
    return word is not None and "speech" in word.noun


def noun_subject(passage: Passage, clause: Clause) -> Frame | None:
    """The frame of *Moe’s answer | was that*."""
    outer = clause.outer
    if outer is None or outer.verb != clause.opened - 1 or passage.around[outer.verb] != "B" or outer.subject is None:
        return None
    return noun_frame(passage, outer.subject)


def noun_frame(passage: Passage, at: int) -> Frame | None:
    """The frame of a noun of speech with its owner: *Moe’s claim that*, *his remark*, *a claim by Moe*."""
    phrase = passage.phrases[at] if is_speech(passage, at) else None
    if phrase is None or phrase.word is None:
        return None
    source = passage.owner(at)
    if passage.reading.sentence.words.tags[phrase.first] == "T":
        return None
    if source is not None and source.text.lower() == "its" and "document" in phrase.word.noun:
        return None  # its report closes with a line
    if source is not None and source.form == "pronoun":
        source = teller_of(passage, at) or source
    agent = passage.lemma_at(at + 1) in ("by", "from", "of") and passage.lemma_at(at + 2) != "own"
    if source is None and agent and not (at + 2 == passage.at - 1 and passage.determined):
        source = passage.mention(at + 2)
    if source is None:
        return None
    words = passage.reading.sentence.words
    cue = passage.phrase_cue(words.starts[phrase.last - 1], phrase.end, phrase.word.lemma, "noun")
    return Frame(at, None, noun=Candidate(passage.quotation, passage.form_kind, source, cue))


def teller_of(passage: Passage, at: int) -> Mention | None:
    """Who tells a noun of speech that is his own: *Moe repeated | his claim that*, not *Moe praised his claim that*."""
    verb, clause = passage.verb_at(at - 1), passage.reading.of_verb.get(at - 1)
    if not tells(verb) or clause is None or clause.subject is None or at in passage.reading.of_subject:
        return None
    return passage.mention(clause.subject, at - 1)


def tells(verb: Verb | None) -> bool:
    """Whether a verb tells in a clause what is said or written: *adding that …*, not *referring to …*."""
    return verb is not None and takes_clause(verb) and verb.cue in ("speech", "writing")


def may_govern(passage: Passage, clause: Clause, verb: int) -> bool:
    """Whether the clause reaches as far as the quotation."""
    group = passage.group_at(verb)
    if group is None or group.verb is None or not group.verb.cue or group.verb.cue == "plan":
        return False
    if clause.kind == "inf" and clause.outer is not None and holds_infinitive(passage, clause.outer.verb):
        return False
    distance = reached(passage, verb) - verb
    over = clause.closed and clause.kind != "rel" and passage.lemma_at(clause.opened) != "as"
    if (
        over
        and not hearer_only(passage, verb)
        and not holds_clause(passage, clause)
        and not goes_with(passage, clause, group.verb)
    ):
        return False
    if (
        "Q" in passage.kinds[max(0, verb - 3) : verb]
        and passage.previous is not None
        and passage.previous.verb == verb
        and passage.before not in ",:-t"
    ):
        return False
    if said_already(passage, verb):
        return False
    if part_of_object(passage, verb) and not {"np", "object", "as", "of"} & group.verb.frames:
        return False
    if group.verb.strong or (clause.closed and clause.kind == "sub" and group.verb.cue in ("speech", "writing")):
        return True
    if passage.before == ":" and clause.kind in ("main", "part") and group.verb.cue in ("speech", "writing", "manner"):
        return True
    if "to" in group.verb.frames and passage.lemma_at(passage.at - 1) == "to":
        return True  # appealed to the guards to | “come forward”
    return distance <= _FAR or (
        holds_clause(passage, clause) and (takes_clause(group.verb) or "wh" in group.verb.frames)
    )


def reached(passage: Passage, verb: int) -> int:
    """How far a clause has to reach: to the quotation, or to whom it judges: *hit | the mayor of Ulm for being “x”*."""
    judged = passage.open_clause
    being = judged.kind == "part" and judged.opened > verb and passage.lemma_at(judged.opened) == "being"
    return verb + 1 if being and not passage.kinds[verb + 1 : judged.opened].strip("MP'j") else passage.at


def goes_with(passage: Passage, clause: Clause, verb: Verb) -> bool:
    """Whether a preposition of a verb of judgement leads to the quotation: *when Moe hit Lee, a clerk, for his “x”*."""
    before = passage.at - 1 - (passage.before == "M")
    return verb.cue == "judgement" and clause is passage.open_clause and passage.lemma_at(before) in _JUDGED


def said_already(passage: Passage, verb: int) -> bool:
    """Whether the verb has a whole speech of its own, and these words lie beyond: *told the “Today” show*."""
    before = passage.previous
    if before is None or before.verb != verb or before.kind != "direct":
        return False
    if passage.previous_reading is not passage.reading:
        return False
    here = passage.earlier
    if before.quotation.inner.text.rstrip()[-1:] not in _ENDS:
        return False
    between = passage.reading.kinds[max(here, verb) + 1 : passage.at]
    return not set(between) <= set(",ct-r:") if verb < here else between[-1:] != ","


def part_of_object(passage: Passage, verb: int) -> bool:
    """Whether the quotation is part of what the verb has for its object: *ordered the “surprise”*."""
    if passage.at != verb + 2 or passage.around[verb + 1] != "M":
        return False
    words = passage.reading.sentence.words
    return words.tags[passage.phrases[verb + 1].last - 1] == "d"


def hearer_only(passage: Passage, verb: int) -> bool:
    """Whether nothing but a hearer, a time or a place stands between the verb and the comma before the quotation."""
    between = passage.kinds[verb + 1 : passage.at]
    return len(between) <= 5 and not between.strip("MPrT,:t") and between[-1:] != "M"


def frame_of(passage: Passage, clause: Clause, verb: int) -> Frame | None:
    """The frame of an open clause: its subject, or its agent if it is passive."""
    group = passage.group_at(verb)
    if group is not None and (group.passive or (group.form == "past" and is_participle(passage, clause, verb))):
        return agent_near(passage, verb, clause)
    subject = clause.subject
    first = None
    if clause.kind == "part" and subject is None:
        subject = main_subject(passage, verb)
    if clause.kind == "part" and clause.outer is not None and clause.outer.verb is not None:
        quoted = passage.group_at(clause.outer.verb)
        if quoted is not None and quoted.lemma in ("quote", "cite"):
            first = clause.outer.verb
            subject = clause.outer.subject if quoted.passive else clause.outer.object
    if (
        clause.kind == "rel"
        and passage.lemma_at(clause.opened) in ("who", "which", "that")
        and (subject is None or subject < clause.opened)
        and "," not in passage.kinds[clause.opened : verb]
    ):
        subject = clause.opened
    return Frame(verb, subject, first, clause)


def is_participle(passage: Passage, clause: Clause, verb: int) -> bool:
    """Whether what looks like the past of a verb of judging has no object, and another verb goes with its subject.

    *The plan, | described | as “x” in May, failed*; but not: *Moe rose, | called | it “x” and left*.
    """
    if clause.kind in ("wh", "rel") and clause.subject is not None and clause.subject > clause.opened:
        return False  # is what Moe, in a debate, | called | “x,” and it stuck
    entry, tags, later = passage.verb_at(verb), passage.reading.sentence.words.tags, passage.kinds[passage.at + 1 :]
    if entry is None or entry.cue != "judgement":
        return False
    described = clause.subject is not None and is_thing(passage, clause.subject)  # a book | called | “x”
    if not described and (passage.around[verb - 1] != "," or ("V" not in later and "B" not in later)):
        return False
    between = passage.phrases[verb + 1 : passage.at]
    return all(phrase.kind == "P" or (phrase.kind == "M" and tags[phrase.last - 1] == "d") for phrase in between)


def agent_near(passage: Passage, verb: int, clause: Clause) -> Frame | None:
    """*called “x” by Moe*: the agent right after the quotation, or the nearest before."""
    for k in (passage.at + 1, *range(passage.at - 1, verb, -1)):
        if passage.lemma_at(k) == "by" and passage.around[k + 1] == "M":
            return Frame(verb, k + 1, clause=clause) if not nobody(passage, k + 1) else None
    return None


def main_subject(passage: Passage, verb: int) -> int | None:
    """The subject of the main clause that follows a participle at the start."""
    later = [c for at, c in passage.reading.of_verb.items() if at > verb and c.kind == "main"]
    return later[0].subject if later else None


def unreal(passage: Passage, clause: Clause, verb: int) -> bool:
    """Whether the report is denied, or only might be: *never said*, *if he says*, *could not be brought to say*."""
    for around in clause.chain():
        if around is not clause and (
            around.closed or (clause.kind == "part" and passage.around[clause.opened - 1] == ",")
        ):
            break
        group = passage.group_at(around.verb)
        if around is not clause and group is not None and group.lemma in _HEARD and not group.negative:
            break  # nor did she think it odd to hear | Moe say so
        if around is not clause and clause.kind == "comp" and is_undoubted(passage, around):
            break
        if group is not None and (group.negative or group.conditional):
            if around is clause and group.negative and group.lemma in _PAUSES:
                continue  # did not hesitate: “Yes.”
            return clause.kind not in ("inf", "part") or group.lemma not in _HELD_BACK
        if around is not clause and only_wanted(passage, clause, around):
            return True
        if around is clause and (seems(passage, clause) or is_doubted(passage, clause)):
            return True
        if around.subject is not None and is_denied(passage, around.subject, reporting=around is clause):
            return True
        if around.kind == "sub" and passage.lemma_at(around.opened) in _CONDITIONS:
            asked = passage.verb_at(around.opened - 1)  # asked if he …: no condition
            return asked is None or "wh" not in asked.frames
        if around.kind in ("sub", "rel", "wh") or (around is not clause and around.kind == "comp"):
            break
    return only_might_be(passage, verb)


def is_undoubted(passage: Passage, clause: Clause) -> bool:
    """Whether a clause says that nobody doubts what hangs on it: *nobody doubts that*, *does not dispute that*."""
    group = passage.group_at(clause.verb)
    if group is None or group.lemma not in _DOUBTS:
        return False
    return group.negative or (clause.subject is not None and nobody(passage, clause.subject))


def only_might_be(passage: Passage, verb: int) -> bool:
    """Whether the auxiliaries of a verb tell that nothing was said: *might say*, *should have said*."""
    group = passage.group_at(verb)
    if group is None or not group.modal:
        return False
    modal = modal_of(passage, verb)
    return modal in ("might", "may") or (
        group.perfect == (modal != "must") and modal in ("could", "should", "would", "must")
    )


def not_said(passage: Passage, frame: Frame) -> bool:
    """Whether a report behind the words denies them: *“No,” said nobody*, *he did not say*, *she might have said*."""
    group = passage.group_at(frame.verb)
    denied = group is not None and group.negative and group.lemma == "say"
    by_nobody = frame.subject is not None and nobody(passage, frame.subject)
    return denied or by_nobody or only_might_be(passage, frame.verb)


def is_doubted(passage: Passage, clause: Clause) -> bool:
    """Whether what is around a clause denies it: *is | unlikely that*, *no record that*, *denied that*, *whether*."""
    before = clause.opened - 1
    if clause.kind == "sub" and passage.lemma_at(clause.opened) == "whether":
        asked, verb = passage.verb_at(before), passage.verb_at(clause.verb)
        says = verb is not None and verb.cue == "speech"
        return before < 0 or (says and (asked is None or "wh" not in asked.frames))  # unclear | whether he said so
    if before < 0:
        return False
    if clause.kind == "comp" and clause.outer is not None and is_denial(passage, clause.outer.verb):
        return True
    if clause.kind not in ("comp", "rel") or passage.around[clause.opened] != "t":
        return False
    if passage.lemma_at(before) in _DOUBTFUL:
        return True
    return passage.around[before] == "M" and nobody(passage, before) and passage.lemma_at(before) not in _DOUBTS


def seems(passage: Passage, clause: Clause) -> bool:
    """Whether a clause only tells what was not said, or seemed so: *without | saying*, *too proud | to say*."""
    before = -1 if clause.verb is None else clause.verb - 1
    if passage.around[before] in "rsP" and passage.lemma_at(before) == "than":
        return True  # would sooner leave than | say
    opening = passage.skip(clause.opened - 1, "r", -1)
    if clause.kind == "inf" and (passage.lemma_at(clause.opened - 1) in _NOT or is_too_much(passage, clause)):
        return True
    if passage.around[opening] not in "sP":
        return False
    if clause.kind == "part":
        far = passage.lemma_at(opening) == "from" and passage.lemma_at(opening - 1) == "far"
        return far or passage.lemma_at(opening) == "without"
    # so much as to say, but not: went so far as to say
    return passage.lemma_at(opening) == "though" or passage.lemma_at(opening - 1) == "much"


def is_too_much(passage: Passage, clause: Clause) -> bool:
    """Whether it was too much to be said, or would be wrong: *too proud | to say*, *would be wrong | to call it*."""
    verb, before = clause.outer.verb if clause.outer is not None else None, clause.opened - 1
    if verb is None:
        return False
    if verb == before:  # was too tired | to say
        return "too" in passage.text[passage.phrases[verb].start : passage.phrases[verb].end].split()
    if passage.around[before] not in "jM":
        return False
    if passage.lemma_at(before - 1) == "too":
        return verb == before - 2
    return verb == before - 1 and passage.around[verb] == "B" and modal_of(passage, verb) == "would"


def is_denial(passage: Passage, verb: int | None) -> bool:
    """Whether a verb denies what hangs on it."""
    group = passage.group_at(verb)
    return group is not None and group.lemma == "deny"


def is_only_wish(passage: Passage, verb: int) -> bool:
    """Whether a verb tells that somebody would have said it, or would not: *wanted | to say*, *refused | to say*."""
    group = passage.group_at(verb)
    return group is not None and (group.lemma in _WANTS or group.lemma in _DENIES)


def is_denied(passage: Passage, subject: int, *, reporting: bool) -> bool:
    """Whether nobody does it, or hardly anybody says it: *no minister | calls it*, *hardly | anyone calls it*."""
    if nobody(passage, subject):
        return True
    before = subject - 1
    hardly = reporting and passage.around[before] in "rMj" and passage.lemma_at(before) in _HARDLY
    return hardly or (passage.around[before] == "B" and is_fronted_no(passage, before - 1))


def is_fronted_no(passage: Passage, before: int) -> bool:
    """Whether a denial stands before the auxiliary that opens a clause: *in no interview has | he called it*."""
    if passage.around[before] == "M" and passage.around[before - 1] == "P":
        return nobody(passage, before)
    return passage.lemma_at(before) in _NOT


def nobody(passage: Passage, at: int) -> bool:
    """Whether a mention is of nobody: *no one*, *none of them*; not *no fewer than ten*, *no less a man*, *No 10*."""
    words, phrase = passage.reading.sentence.words.words, passage.phrases[at]
    if words[phrase.first].lemma.lower() not in _NOBODY:
        return False
    behind = words[phrase.first + 1].lemma if phrase.first + 1 < phrase.last else ""
    return behind not in _NO_FEWER and not (behind.isdigit() and phrase.first + 2 == phrase.last)


def modal_of(passage: Passage, verb: int) -> str:
    """The modal of a group of verbs."""
    return passage.reading.sentence.words.words[passage.phrases[verb].first].lemma


def is_thing(passage: Passage, at: int) -> bool:
    """Whether a mention is a common noun for what does not speak: *the vote*, *the areas*."""
    word = passage.phrases[at].word
    if word is None or not word.noun:
        return False
    return not any(
        kind in word.noun for kind in ("person", "role", "kin", "group", "body", "document", "speech", "voice")
    )


def outer_report(passage: Passage, clause: Clause, frame: Frame) -> Frame | None:
    """The report around it, where the inner one is a pronoun's, a plan or a thing's: *Moe said she hopes it is “x”*."""
    group = passage.group_at(frame.verb)
    entry = passage.verb_at(frame.verb)
    named = passage.lemma_at(clause.opened) == "what"
    if group is None or entry is None or (entry.cue == "judgement" and entry.strong and not named):
        return None
    if clause.kind == "inf" and (is_heard(passage, clause) or is_wont(passage, clause)):
        return None
    beside = frame.verb == passage.at - 2 and passage.before in ",:"
    if clause.kind == "comp" and entry.strong and beside and not passage.lower:
        return None  # said that she had answered, | “No.”
    subject = passage.phrases[clause.subject] if clause.subject is not None else None
    pronoun = subject is not None and subject.word is not None and subject.word.tag == "p"
    thing = clause.subject is not None and is_thing(passage, clause.subject)
    weak = clause.kind == "inf" or (not entry.strong and entry.cue != "judgement") or entry.cue == "evidence" or thing
    weak = weak or (named and "object" in entry.frames)
    weak = weak or (clause.kind == "comp" and (pronoun or group.modal))
    if not weak:
        return None
    for inner in clause.chain():
        outer = inner.outer
        verb = passage.verb_at(outer.verb) if outer is not None else None
        if inner is clause and passage.around[inner.opened - 1] == "," and passage.lemma_at(inner.opened) in AGAINST:
            return None  # said it was late, | while the guild offered “regret”
        if named and inner is clause and passage.around[clause.opened - 1] == "P":
            continue  # would not comment on | what he called “x”
        if (
            outer is not None
            and outer.verb is not None
            and verb is not None
            and (verb.strong or (entry.cue == "evidence" and verb.cue in ("evidence", "thought")))
            and takes_clause(verb)
            and inner.kind in ("comp", "inf", "wh")
        ):
            found = frame_of(passage, outer, outer.verb)
            if found is not None and found.subject is not None:
                return found
    return None


def is_heard(passage: Passage, clause: Clause) -> bool:
    """Whether somebody heard it said: *said he had heard Moe | say “x”*."""
    group = passage.group_at(clause.outer.verb) if clause.outer is not None else None
    return group is not None and group.lemma in _HEARD


def is_wont(passage: Passage, clause: Clause) -> bool:
    """Whether somebody named does so again and again: *said his aunt used | to say “x”*, *liked | to call it “x”*."""
    outer = clause.outer
    group = passage.group_at(outer.verb) if outer is not None else None
    if outer is None or outer.subject is None or group is None or group.lemma not in _WONT:
        return False
    return passage.reading.sentence.words.tags[passage.phrases[outer.subject].first] != "p"


# ------------------------------------------------------------------ at the end of the sentence


def at_end(passage: Passage) -> Frame | None:
    """*…, Moe said*, *…, said Moe* at the right end of the sentence."""
    if passage.behind == "Q" and passage.ending and passage.ending in "-–—?!.":
        return None  # “Is it? | “It is,” said Moe
    last = len(passage.phrases) - 1
    while passage.around[last] in ".rT":
        last -= 1
    for at in range(last, max(passage.at, last - 12), -1):
        kind = passage.around[at]
        if kind == "V":
            clause = passage.reading.of_verb.get(at)
            group = passage.group_at(at)
            if (
                clause is None
                or group is None
                or group.passive
                or clause.kind != "main"
                or not reports(passage, at, beside=False)
            ):
                return None
            subject = clause.subject
            if subject is not None and subject < passage.at < at - 2 and passage.around[at - 2] == ",":
                subject = at - 1  # the mill “must not” close, | an official | said
            if subject is None or subject < passage.at:
                return None
            if clause.inverted and passage.phrases[at].start != group.start:
                return None
            start = at if clause.inverted else subject
            if ":Q" in passage.reading.kinds[passage.at : start]:
                return None
            bare = start - 1 == passage.at and not passage.ending
            if not bare and passage.around[start - 1] in ",Q-" and (clause.inverted or only_adjuncts(passage, at + 1)):
                return Frame(at, subject, clause=clause)
            return None
        if kind in "Q;:":
            return None
    return None


def only_adjuncts(passage: Passage, at: int) -> bool:
    """Whether nothing but times, places and hearers stands from here to the end."""
    return not passage.kinds[at:].strip("rTPMO.,")


def inserted(passage: Passage) -> Frame | None:
    """*The bridge, Moe said, is “a wreck”*, *As Moe notes, it is “a wreck”*: a report between commas before."""
    for verb, clause in sorted(passage.reading.of_verb.items(), reverse=True):
        if verb > passage.at or clause.subject is None:
            continue
        start, end = min(verb, clause.subject), max(verb, clause.subject)
        puts_it = passage.lemma_at(end + 1) == "it"
        end += puts_it
        introduced = passage.lemma_at(start - 1) == "as"
        start -= introduced
        opens = passage.around[start - 1] == "," or (introduced and start == 0)
        end += passage.around[end + 1] == "M" and takes_hearer(passage.verb_at(verb))
        closes = passage.around[passage.skip(end + 1)] == "," or behind_described(passage.kinds, end) > 0
        takes = not introduced or puts_it or takes_clause(passage.verb_at(verb))  # as Moe notes, not as Moe spoke
        if opens and closes and takes and reports(passage, verb, beside=introduced):
            return Frame(verb, clause.subject, clause=clause)
    return None


def mentions_before(passage: Passage) -> Iterator[int]:
    """The places of the mentions before the quotation, the nearest first."""
    at = passage.reading.kinds.rfind("M", 0, passage.at)
    while at >= 0:
        yield at
        at = passage.reading.kinds.rfind("M", 0, at)
