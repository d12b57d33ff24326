"""A label, a colon or a dash beside the content does the work of a cue."""

from __future__ import annotations

from attrs import evolve

from ..clauses import Clause
from ..cues import Cue
from ..frames import governing, is_speech, noun_frame, right, subject_first
from ..layouts import is_note
from ..passage import Candidate, Passage
from ..rule import rule

_SPEECHLESS = frozenset("it this that there which what these those".split())
_FEW = 3  # words of what no sign ends, at least: ‘We will not go’ – minister
_SENTENCE_ENDS = frozenset(".!?…")
_WHOM = frozenset({"for", "of", "with"})  # it was a bad day | for | Moe, no doubt in the mind | of | Moe
_PRESENTS = frozenset("is 's here".split())


@rule(confidence=0.92, needs=["before"])
def label_content(passage: Passage) -> Candidate | None:
    """A bare name and a colon stand before the content: the label of a transcript, or of a headline.

    + [MS. OKORO]: <We never saw the map.>
      [MR. VANCE]2: <Where was it kept?>2
      [MS. OKORO]3: <In the drawer.>3
    + [Dina Vaz]: <“The bridge stays”>
    + The bridge is safe — [Dina Vaz]: <“It will stand for years.”>
    - She had one rule: “Never look down.”
    - Picture: “Sunrise” by Dina Vaz
    """
    before, at = passage.kinds[: passage.at], passage.at - 2
    if not before.endswith("M:") or (at and before[at - 1] not in "-.") or behind_note(passage):
        return None
    if passage.ending == "," and right(passage, beside=False) is not None:
        return None  # Oslo: “…,” said Ann Lee
    noun = noun_frame(passage, at)
    return noun.candidate(passage) if noun is not None else spoken_by(passage, at, passage.at - 1)


@rule(confidence=0.79, needs=["before"])
def colon_content(passage: Passage) -> Candidate | None:
    """A clause without a verb of saying ends in a colon before the content; its subject speaks.

    + [Ann Lee] was frank about the delay: <“We lost the map.”>
    + [The driver] gave the same {answer}: <“Ask the ferry.”>
    + This from [Dina Vaz]: <“The bridge stays.”>
    - It was the old joke: “Mind the goat.”
    - Read more: “Mind the goat”
    """
    before = passage.at - 2
    if passage.before != ":" or behind_note(passage):
        return None
    if passage.lemma_at(before - 1) == "from" and not is_heard_from(passage, before):
        return spoken_by(passage, before, passage.at - 1)
    for at in range(before, max(-1, before - 4), -1):
        noun = noun_frame(passage, at)
        if noun is not None:
            return noun.candidate(passage)
    for clause in passage.open_clause.chain():
        if clause.kind == "main" and clause.subject is not None and may_speak(passage, clause.subject):
            noun = noun_frame(passage, clause.subject)
            if noun is not None and not speaks_itself(passage, clause.subject):
                return noun.candidate(passage)
            subject = with_the_word(passage, clause.subject)
            return spoken_by(passage, subject, passage.at - 1, clause.verb, spoken_object(passage, clause))
        if clause.object is not None and presents(passage, clause):
            return spoken_by(passage, clause.object, passage.at - 1)
    first = passage.kinds.rfind(".", 0, before) + 1
    if passage.ending not in (".", "?", "!"):
        return None
    if is_topic(passage, first):
        return spoken_by(passage, first + 1, passage.at - 1)
    last = passage.lemma_at(before - 1) in _WHOM and speaks(passage, before)
    return spoken_by(passage, before, passage.at - 1) if last else None


@rule(confidence=0.84)
def paragraph_introduced(passage: Passage) -> Candidate | None:
    """The paragraph before ends in a verb of saying, or in a colon, and says who speaks.

    + [Jockey Tom Ray] {said}:
      <“The horse had the plan.”>
    + [The jockey] was in a good mood that day:
      <“The horse had the plan.”>
    - It was on the gate:
      “Mind the goat.”
    """
    before = passage.paragraph_before if passage.at == 0 else None
    if before is None or not before.phrases or right(passage) is not None:
        return None
    end = len(before.phrases)
    inside = evolve(passage, reading=evolve(before, open_at={end: before.last}), at=end)
    frame, _ = governing(inside)
    if frame is not None:
        return frame.candidate(inside, "direct")
    if before.phrases[-1].kind != ":":
        return None
    subject = next((clause.subject for clause in inside.open_clause.chain() if clause.subject is not None), None)
    if subject is None or not may_speak(inside, subject):
        return None
    return spoken_by(inside, with_the_word(inside, subject), end - 1)


@rule(confidence=0.88)
def content_byline(passage: Passage) -> Candidate | None:
    """A dash and a name follow the content, or in a headline a colon and who says it.

    + <“A garden is an argument.”> — [Dina Vaz], head gardener
    + <“A garden is an argument.”>
      — [Dina Vaz]
    + <“A garden is an argument”>: [gardeners] on the new park
    + <“A garden is an argument.”> — [a gardener], Oslo
    - “He left at noon”: court hears of a missing gardener
    - “A garden” — Dina Vaz laughed at the idea.
    - “The Garden”: a film by Dina Vaz
    """
    at = passage.at + 1
    if passage.around[at] == ":":
        return headline(passage, at + 1)
    if passage.around[at] == "-" and passage.around[at + 1] == "M":
        return byline(passage, at)
    after = passage.paragraph_after
    if after is None or not after.phrases or after.phrases[0].kind != "-":
        return None
    return byline(evolve(passage, reading=after), 0)


def headline(passage: Passage, at: int) -> Candidate | None:
    """Who says it behind the colon of a headline: *“x”: villagers on the road*, *“x”: baker tells court*."""
    if passage.at or passage.like_name or passage.kinds[-1] == "." or passage.around[at] != "M":
        return None
    word = passage.phrases[at].word
    named = passage.names.covering(passage.phrases[at].end - 1) is not None
    if word is None or not (named or word.people):
        return None
    frame = subject_first(passage, at, beside=True)
    if frame is not None:
        return frame.candidate(passage, "direct")
    group = passage.group_at(at + 1)
    return None if group is not None and group.lemma == "hear" else spoken_by(passage, at, at - 1)


def byline(passage: Passage, at: int) -> Candidate | None:
    """The name behind a dash, where no verb follows it."""
    if any(phrase.kind in "VB" for phrase in passage.phrases[at:]):
        return None
    found = spoken_by(passage, at + 1, at)
    if found is None or found.source is None:
        return None
    return found if found.source.form == "name" or tells_who(passage, at + 1) else None


def tells_who(passage: Passage, at: int) -> bool:
    """Whether a noun tells who says the sentence before: *“It is late.” — a nurse*; not: *“The Goat” — a play*."""
    word = passage.phrases[at].word
    ends = passage.ending in _SENTENCE_ENDS or (not passage.ending and passage.length >= _FEW and not passage.like_name)
    whole = passage.at == 0 and ends and passage.around[at + 1] in ",P$."
    return whole and word is not None and word.people


def spoken_by(
    passage: Passage, at: int, mark: int, verb: int | None = None, cue: Cue | None = None
) -> Candidate | None:
    """The content as the words of the mention at a place; the mark does the work of a cue where no word does."""
    source, start = passage.mention(at, verb), passage.phrases[mark].start
    if cue is None:
        sign = passage.text[start : passage.phrases[mark].end].rstrip()
        cue = passage.phrase_cue(start, start + len(sign), sign, "mark")
    return Candidate(passage.quotation, "direct", source, cue) if source is not None else None


def behind_note(passage: Passage) -> bool:
    """Whether nothing but a note of the page stands before the colon: *Read more: “x”*."""
    first = passage.kinds.rfind(".", 0, passage.at) + 1
    return is_note(passage.text[passage.phrases[first].start : passage.phrases[passage.at - 1].start])


def may_speak(passage: Passage, at: int) -> bool:
    """Whether a subject may be the speaker: not *it*, *this*, *there*."""
    return passage.lemma_at(at) not in _SPEECHLESS


def speaks_itself(passage: Passage, at: int) -> bool:
    """Whether a noun of speech is a document that its maker stands behind: *the verdict of the jury*."""
    word = passage.phrases[at].word
    return word is not None and "document" in word.noun and passage.lemma_at(at + 1) == "of"


def with_the_word(passage: Passage, subject: int) -> int:
    """Who speaks where a thing is the subject: *for | Moe | all is simple:*, *the last word went to | Moe |:*."""
    if speaks(passage, subject):
        return subject
    first, last = passage.kinds.rfind(".", 0, subject) + 1, passage.at - 2
    if first + 1 < subject and is_topic(passage, first):
        return first + 1
    given = passage.lemma_at(last - 1) == "to" and is_speech(passage, subject)
    return last if given and speaks(passage, last) else subject


def is_topic(passage: Passage, at: int) -> bool:
    """Whether a sentence begins with whom it is about: *For | Moe | …*."""
    return passage.lemma_at(at) == "for" and speaks(passage, at + 1)


def speaks(passage: Passage, at: int) -> bool:
    """Whether a mention is a name, a pronoun or a noun for persons."""
    word = passage.phrases[at].word
    if word is None or passage.around[at] != "M":
        return False
    return word.tag in "Npo" or word.people


def is_heard_from(passage: Passage, at: int) -> bool:
    """Whether a mention only tells where a voice comes from: *a shout came from | the bus |:*."""
    word, subject = passage.phrases[at].word, passage.open_clause.subject
    heard = passage.phrases[subject].word if subject is not None else None
    if word is None or heard is None or word.noun or speaks(passage, at):
        return False
    return "speech" in heard.noun or "voice" in heard.noun


def presents(passage: Passage, clause: Clause) -> bool:
    """Whether a clause does no more than show its object: *here is Ann Lee:*."""
    return clause.verb is not None and passage.lemma_at(clause.verb) in _PRESENTS


def spoken_object(passage: Passage, clause: Clause) -> Cue | None:
    """The noun of speech that a clause has for its object: *gave the same | answer | :*."""
    first = passage.at if clause.verb is None else clause.verb
    for phrase in passage.phrases[first + 1 : passage.at - 1]:
        if phrase.word is not None and "speech" in phrase.word.noun:
            start = passage.reading.sentence.words.starts[phrase.last - 1]
            return passage.phrase_cue(start, phrase.end, phrase.word.lemma, "noun")
    return None
