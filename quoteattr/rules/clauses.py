"""A clause around the content, at its sentence's end, or before it."""

from __future__ import annotations

import re

from ..frames import at_end, governing, inserted, main_subject, mentions_before, not_said, noun_frame
from ..mentions import Mention
from ..passage import Candidate, Passage
from ..pattern import Pattern
from ..rule import rule

_OF = frozenset({"of", "as"})
_CALLS = frozenset({"call", "demand", "plea", "appeal", "cry", "request"})  # for something
_VOWS = frozenset(
    "call commitment demand offer order plea pledge promise request threat vow".split()
)  # to do something
_FROM = frozenset({"from", "by"})
_GIVES = frozenset("give utter raise make issue emit release let".split())  # a cry, a shout
_BREAKS = frozenset("break burst dissolve erupt explode join".split())  # into a cry, in a chant
_INTO = frozenset({"in", "into"})
_ANSWERS = frozenset("advice answer catchphrase mantra motto phrase refrain reply response slogan verdict word".split())
_APART = frozenset(",!?")
_NEAR = 5  # how many phrases a noun of speech may stand before its content


@rule(confidence=0.88, needs=["before"])
def clause_around_content(passage: Passage) -> Candidate | None:
    """The content stands in a clause that reports.

    + [The ministry] {said} the plan was <“far too late”> for the town.
    + [Ann Lee] resigned, {calling} the tour <“a month of cold soup.”>
    - The plan for the “goat bridge” is older than the ministry.
    """
    frame, _ = governing(passage)
    return frame.candidate(passage) if frame is not None else None


@rule(confidence=0.97, needs=["behind"])
def report_at_the_end(passage: Passage) -> Candidate | None:
    """The report stands at the right end of the content's sentence.

    + The bridge is <“a wreck”> and must go, [Ann Lee] {said}.
    + The ferry has <“no captain and no plan”> for the winter, {warned} [the guard].
    - The “wreck” is where Ann Lee slept.
    - “No,” Ann Lee would never have said.
    - “No,” said nobody at all.
    """
    frame = at_end(passage)
    return frame.candidate(passage) if frame is not None and not not_said(passage, frame) else None


@rule(confidence=0.92, needs=["before"])
def report_inserted(passage: Passage) -> Candidate | None:
    """A report between commas stands before the content.

    + The bridge, [Ann Lee] {said}, is <“a wreck.”>
    + As [the guard] {explains}, the ferry has <“no captain.”>
    - The bridge, a gift, is the “goat bridge” of the song.
    """
    frame = inserted(passage)
    return frame.candidate(passage) if frame is not None else None


_IN_THE_WORDS_OF = Pattern(
    """
    CONTENT ,? ({in the words of} | {in the view of} | {in the opinion of}) SOURCE |
    ({in the words of} | {in the view of} | {in the opinion of}) SOURCE ... CONTENT |
    CONTENT ,? {in} OWNER own? ({words} | {phrase} | {view} | {opinion} | {telling}) |
    {in} OWNER own? ({words} | {phrase} | {view} | {opinion} | {telling} ,) ... CONTENT |
    {by} OWNER own? ({admission} | {account} | {description} | {estimate} | {reckoning}) ... CONTENT |
    to ({use} | {borrow}) OWNER own? ({words} | {phrase} | {expression} | {term}) ... CONTENT |
    {to quote} SOURCE ... CONTENT
    """
)
_AS_HAS_IT = Pattern(
    """
    CONTENT ,? as SOURCE would? ({has} | {had} | {have}) it | as SOURCE would? ({has} | {had} | {have}) it ... CONTENT |
    as SOURCE {goes} ,? CONTENT
    """
)
_TO_WHOM = frozenset({"for", "to"})
_IS = re.compile("M(?:PM)*[rT]*B[rT]*")  # the match | was
_NO_TELLERS = frozenset("luck fate chance fortune phrase term expression".split())  # as luck has it, the phrase goes


@rule(confidence=0.86, needs=["beside"])
def in_the_words_of(passage: Passage) -> Candidate | None:
    """*In the words of X*, *in X’s words*, *to use X’s phrase*, *as X has it*, *as X goes*, *for X* stands beside it.

    + {In the words of} [the referee], it was <“a match of ghosts.”>
    + The final was, {in} [Ann Lee]’s {words}, <“a match of ghosts.”>
    + As [the proverb] {has} it, <“the bell knows no hour.”>
    + For [Ann Lee], the tour was <“a month of cold soup.”>
    - The final was, in two words, a “ghost match.”
    - As luck would have it, the “ghost match” was late.
    """
    found = _IN_THE_WORDS_OF.match(passage)
    if found is not None:
        return found.candidate()
    found = _AS_HAS_IT.match(passage)
    if found is None:
        return for_whom(passage)
    return found.candidate() if passage.lemma_at(found.places["SOURCE"]) not in _NO_TELLERS else None


def for_whom(passage: Passage) -> Candidate | None:
    """*For X* or *to X* opens the sentence, and the content tells what something is to X."""
    if not passage.kinds.startswith("PM") or passage.behind == "M" or passage.lemma_at(0) not in _TO_WHOM:
        return None
    person, comma = passage.phrases[1].word, passage.kinds.rfind(",", 0, passage.at)
    if person is None or not (person.tag in "No" or person.people):
        return None
    if _IS.fullmatch(passage.kinds, comma + 1, passage.at) is None or is_denied_before(passage, comma):
        return None
    return Candidate(passage.quotation, passage.form_kind, passage.mention(1))


def is_denied_before(passage: Passage, at: int) -> bool:
    """Whether words from a place up to the content deny it: *was | not | “a farce”*."""
    words, phrases = passage.reading.sentence.words.words, passage.phrases
    return any(word.negative for word in words[phrases[at].first : phrases[passage.at].first])


@rule(confidence=0.75, needs=["before"])
def noun_cue(passage: Passage) -> Candidate | None:
    """A noun of speech governs the content, and its owner speaks.

    + There was a {shout} of <“Stand back!”> from [the gunner].
    + [The bishop]’s {description} of the film as <“a sin”> filled the cinemas.
    - The description of the “goat bridge” filled two pages.
    """
    for at in mentions_before(passage):
        if passage.at - at > _NEAR:
            return None
        frame = noun_frame(passage, at)
        if frame is not None:
            return frame.candidate(passage) if leads_to_content(passage, at) else None
        found = noun_with_agent(passage, at) or noun_given(passage, at)
        if found is not None:
            return found
    return None


def leads_to_content(passage: Passage, at: int) -> bool:
    """Whether what follows a noun of speech is its content: *claim that*, *talk of a*, not *map of the “x”*."""
    before = passage.lemma_at(passage.at - 1)
    if before in ("a", "an"):
        before = passage.lemma_at(passage.at - 2)
    word = passage.phrases[at].word
    if before == "for":
        return word is not None and word.lemma in _CALLS
    if before == "to" and at == passage.at - 2:
        return word is not None and word.lemma in _VOWS and passage.lower
    return passage.around[at + 1] in "t:" or before in _OF or is_content(passage, at) or stands_beside(passage, at)


def stands_beside(passage: Passage, at: int) -> bool:
    """Whether the content is set beside a noun of speech, between commas: *Moe’s answer, | “Not yet,” | drew boos*."""
    if passage.kinds[at + 1 : passage.at] != "," or passage.lower:
        return False
    behind = passage.at + 1
    return passage.around[behind + (passage.around[behind] == ",")] in "VB"


def is_content(passage: Passage, at: int) -> bool:
    """Whether a noun of speech was the content: *his reply to Lee | was | “no”*, *her order | was | “Row!”*."""
    word = passage.phrases[at].word
    verb_at = at + 3 if passage.kinds[at + 1 : at + 3] == "PM" else at + 1
    if passage.around[verb_at] != "B" or word is None or (passage.lower and word.lemma not in _ANSWERS):
        return False
    if is_denied_before(passage, verb_at):
        return False
    between = passage.kinds[verb_at + 1 : passage.at].strip("rT,")
    return between in ("", "M", "Mj")


def noun_with_agent(passage: Passage, at: int) -> Candidate | None:
    """A noun of speech whose speaker stands behind the content: *a shout of “x” from Moe*."""
    phrase = passage.phrases[at]
    if phrase.word is None or "speech" not in phrase.word.noun or passage.lemma_at(passage.at - 1) not in _OF:
        return None
    source = passage.mention(passage.at + 2) if passage.lemma_at(passage.at + 1) in _FROM else None
    return noun_of(passage, at, source)


def noun_given(passage: Passage, at: int) -> Candidate | None:
    """A noun of speech that its subject utters, or acts with: *gave a cry of “x”*, *with a cry of “x” Moe fell*."""
    word = passage.phrases[at].word
    if word is None or "speech" not in word.noun or at != passage.at - 2:
        return None
    leading = passage.lemma_at(at + 1)
    if leading != "of" and not (leading == "for" and word.lemma in _CALLS):
        return None
    verb, gives = passage.skip(at - 1, "r", -1), _GIVES  # let out | a cry
    if passage.lemma_at(verb) in _INTO:
        verb, gives = passage.skip(verb - 1, "r", -1), _BREAKS  # broke | into a chant
    group, clause = passage.group_at(verb), passage.reading.of_verb.get(verb)
    if passage.lemma_at(at - 1) == "with" and passage.around[passage.at + 1] != "P":
        subjects = [clause.subject for clause in passage.open_clause.chain() if clause.subject is not None]
        subject = subjects[0] if subjects else main_subject(passage, at)
    elif group is not None and clause is not None and group.lemma.partition(" ")[0] in gives and not group.negative:
        subject = clause.subject
    else:
        return None
    return noun_of(passage, at, passage.mention(subject) if subject is not None else None)


def noun_of(passage: Passage, at: int, source: Mention | None) -> Candidate | None:
    """The content of a noun of speech, as the words of its source."""
    phrase = passage.phrases[at]
    if source is None or phrase.word is None:
        return None
    start = passage.reading.sentence.words.starts[phrase.last - 1]
    cue = passage.phrase_cue(start, phrase.end, phrase.word.lemma, "noun")
    return Candidate(passage.quotation, passage.form_kind, source, cue)
