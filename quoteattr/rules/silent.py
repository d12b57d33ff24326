"""Nobody says it: titles, headings, scare quotes, words as words, what was never said."""

from __future__ import annotations

from collections.abc import Iterable

from ..clauses import takes_hearer
from ..frames import Frame, at_end, governing, nobody, not_said, passive, unreal
from ..passage import Candidate, Passage
from ..quotations import Use
from ..rule import rule

_SMALL = frozenset("a an and as at but by for from in into nor of off on onto or over the to up with vs".split())
_NAMING = frozenset("so-called term word phrase words expression known called dubbed".split())
_THINGS = frozenset({"that", "which"})
_TERMING, _LONGEST_TERM = frozenset({"term", "name", "dub"}), 3
_LONGEST_TITLE = 12  # words
_ENTITLED = frozenset("entitled titled subtitled".split())
_TITLES = frozenset("title subtitle heading headline".split())
_BROKEN_OFF = ("—", "–", "…")
_BREAKING_OFF = (";", ":", "-", *_BROKEN_OFF)
_PLACING = frozenset("in at from".split())
_AMONG = frozenset("including like".split())
_CRIES = frozenset("chant cry shout yell".split())  # what is heard of them is never a title


@rule(confidence=0.87)
def heading(passage: Passage) -> Candidate | None:
    """A short paragraph of its own, in marks, is a heading.

    + “The Night of the Ovens”
    + The bakers met at dawn.
      “Bread before speeches”
      They went home at noon.
    - <“Nobody knows.”>
    """
    if passage.quotation.use != "speech":
        return silent(passage, passage.quotation.use)
    bare = passage.alone and not passage.nested and not passage.ending and not is_signed(passage)
    return silent(passage, "heading") if bare and passage.quotation.closed and 1 < passage.length < 12 else None


def is_signed(passage: Passage) -> bool:
    """Whether the next paragraph is but a dash and a name, which tells whose words they are."""
    after = passage.paragraph_after
    return after is not None and after.kinds.startswith("-M") and not ("V" in after.kinds or "B" in after.kinds)


@rule(confidence=0.78)
def title_of_work(passage: Passage) -> Candidate | None:
    """Words in title case in the middle of a sentence are the title of a work, unless a cue governs them closely.

    + Nobody has staged “The Baker’s Debt” since 1911.
    + The guard says that the film “A Town Without Stairs” was shot here.
    - [The guard] {said} <“No Dogs On The Stairs”> to each of them.
    """
    if passage.before == ":" or (passage.at == 0 and not beside_work(passage)):
        return None
    if names_thing(passage):
        return silent(passage, "nickname")
    if is_term(passage) or is_dish(passage):
        return silent(passage, "word")
    if is_entitled(passage) or names_work(passage) or is_written_thing(passage):
        return silent(passage, "title")
    words = passage.said.split(None, _LONGEST_TITLE)
    if is_judged(passage):
        return silent(passage, "title" if title_case(words) else "word")
    if len(words) > _LONGEST_TITLE or not title_case(words):
        return None
    if named_apart(passage) or is_named_work(passage):
        return silent(passage, "title")
    if is_called(passage):
        return None
    frame, denied = governing(passage)
    if denied and passage.before == ",":
        return None
    if frame is not None and (written(passage, frame) or tells_where(passage, frame)):
        return silent(passage, "title")
    if frame is not None and governs_closely(passage, frame):
        return None
    return silent(passage, "title") if shows_title(passage) else nameless(passage)


def names_thing(passage: Passage) -> bool:
    """Whether the words stand beside a noun, between commas, as its name: *his dog, “Biscuit,” barked*."""
    noun = passage.at - 2
    if passage.before != "," or passage.ending != "," or passage.around[noun] != "M":
        return False
    phrase = passage.phrases[noun]
    if passage.reading.sentence.words.tags[phrase.last - 1] != "n":
        return False
    if phrase.word is not None and any(kind in phrase.word.noun for kind in ("work", "speech")):
        return False
    return passage.reading.of_subject.get(noun) == passage.skip(passage.at + 1)


def is_term(passage: Passage) -> bool:
    """Whether a verb in the present gives the words as a term: *call such a wind “lazy”*, *what cooks term “rain”*."""
    if passage.before not in "VM" or passage.ending not in ("", ",", "."):
        return False
    before = passage.phrases[passage.at - 1]
    what = before.kind == "V" and passage.open_clause.kind == "wh" and not own_term(passage)
    verb = passage.at - (1 if what else 2)
    group = passage.group_at(verb)
    if group is None or group.form == "past" or group.modal or passage.length > _LONGEST_TERM:
        return False
    such = before.kind == "M" and passage.reading.sentence.words.words[before.first].lemma == "such"
    return (what and group.lemma in _TERMING) or (such and (group.lemma == "call" or group.lemma in _TERMING))


def is_judged(passage: Passage) -> bool:
    """Whether another quotation tells what somebody called the words: *called “superfood” “a fad”*."""
    entry = passage.verb_at(passage.at - 1) if passage.before == "V" else None
    return entry is not None and entry.cue == "judgement" and not passage.ending and passage.behind == "Q"


def own_term(passage: Passage) -> bool:
    """Whether somebody meant calls it so, not all who do: *what she terms “rain”*, no *what cooks term “rain”*."""
    subject = passage.open_clause.subject
    word = passage.phrases[subject].word if subject is not None else None
    return word is not None and (word.tag == "N" or word.lemma in ("he", "she", "i"))


def is_entitled(passage: Passage) -> bool:
    """Whether the words stand behind *title* or *headline*, or a work that is so entitled: *a film titled “x”*."""
    before = passage.at - 1
    if passage.lemma_at(before) in _TITLES:
        return True
    at = before - 1 - (passage.around[before - 1] == ",")
    noun = passage.phrases[at].word if passage.around[at] == "M" else None
    return passage.lemma_at(before) in _ENTITLED and noun is not None and "work" in noun.noun


def is_dish(passage: Passage) -> bool:
    """Whether a thing that is so called was ordered: *we ordered the “captain’s plate” and sat down*."""
    group = passage.group_at(passage.at - 2) if passage.before == "M" and passage.behind not in "PM" else None
    return group is not None and group.lemma == "order" and passage.determined


def title_case(words: Iterable[str]) -> bool:
    """Whether all words but the small ones begin with a capital, two or more of them.

    >>> [title_case(said.split()) for said in ("The Night of the Ovens", "40 Nights", "The night", "Ovens", "40 50")]
    [True, True, False, False, False]
    """
    count = capitals = 0
    for each in words:
        if word := each.strip(".,;:!?’'\"()"):
            capitals += word[0].isupper()
            if not (word[0].isupper() or word[0].isdigit() or (count and word in _SMALL)):
                return False
            count += 1
    return count > 1 and capitals > 0


def named_apart(passage: Passage) -> bool:
    """Whether the words are what another quotation is about: *called “The Swan” “a bore”*, *hailed “Ice” as “fun”*."""
    at = passage.at + 1
    if passage.before == "M" and beside_work(passage):
        return True
    about = passage.around[at] in "QBV" or passage.lemma_at(at) == "as"
    return not passage.ending and about and "Q" in passage.kinds[at:]


def is_named_work(passage: Passage) -> bool:
    """Whether the words follow a work and a comma: *wrote in her memoir, “The Goat Years”*, *albums, like “Swans”*."""
    comma = passage.at - 1
    if passage.lemma_at(comma) in _AMONG:
        comma -= 1
    word = passage.phrases[comma - 1].word if passage.around[comma - 1] == "M" else None
    return passage.around[comma] == "," and word is not None and "work" in word.noun


def names_work(passage: Passage) -> bool:
    """Whether one word with a capital stands behind a noun for works, and no verb judges that with it."""
    apart = passage.before == "," and passage.ending not in ("?", "!")  # his last play, | “Swans”
    at = passage.at - 1 - apart
    noun = passage.phrases[at].word
    if passage.length != 1 or noun is None or "work" not in noun.noun or passage.lower:
        return False
    frame, _ = governing(passage)
    entry = passage.verb_at(frame.verb) if frame is not None else None
    return frame is None or entry is None or entry.cue != "judgement" or frame.verb < passage.at - 2


def is_written_thing(passage: Passage) -> bool:
    """Whether the words tell of what is written or published which one it is: *posted the “late ferry” list*."""
    entry = passage.verb_at(passage.at - 2) if passage.determined and passage.behind == "M" else None
    behind = passage.at + 1
    return entry is not None and entry.cue == "writing" and behind not in passage.reading.of_subject


def is_called(passage: Passage) -> bool:
    """Whether a noun of speech holds the words: *a chant of “Moe Out!”*."""
    word = passage.phrases[passage.at - 2].word if passage.lemma_at(passage.at - 1) == "of" else None
    if word is None or "speech" not in word.noun:
        return False
    return word.lemma in _CRIES or passage.ending in ("!", "?")


def is_called_by_many(passage: Passage) -> bool:
    """Whether it is nobody in particular who calls the words: *to cries of “Shame!”*."""
    word = passage.phrases[passage.at - 2].word if is_called(passage) else None
    return word is not None and word.plural


def written(passage: Passage, frame: Frame) -> bool:
    """Whether a verb of writing stands right before, and the words are no sentence: *wrote “The Swan” in 1911*."""
    entry = passage.verb_at(frame.verb)
    beside = entry is not None and entry.cue == "writing" and frame.verb == passage.at - 1
    if frame.subject is not None and passage.lemma_at(frame.subject) in _THINGS:
        return False  # a sign that read “No Dogs”
    return beside and passage.ending in ("", ",")


def tells_where(passage: Passage, frame: Frame) -> bool:
    """Whether something else is said in these words: *wrote in “The Uses of Fog” that*, *says in “The Goat”: “x”*."""
    entry = passage.verb_at(frame.verb)
    speaks = entry is not None and entry.cue in ("speech", "writing")
    if takes_hearer(entry) and is_hearer(passage, frame.verb):
        return True
    return (
        speaks
        and passage.lemma_at(passage.at - 1) in _PLACING
        and (passage.behind == "t" or "Q" in passage.kinds[passage.at + 1 :])
    )


def is_hearer(passage: Passage, verb: int) -> bool:
    """Whether the words are to whom it is told: *told “The Lamp” that*, *told the “Evening Lamp”*."""
    if verb == passage.at - 2 and passage.determined:
        return True
    behind = passage.skip(passage.at + 1, "rTP")
    clause = behind in passage.reading.of_subject or passage.around[behind] == "t"
    return verb == passage.at - 1 and not passage.ending and clause


def governs_closely(passage: Passage, frame: Frame) -> bool:
    """Whether a cue governs the words so closely that they are said: *said “No Dogs”*, *called it “The Big Sleep”*."""
    entry = passage.verb_at(frame.verb)
    near = passage.at - frame.verb <= 2 or passage.before in ":,"
    return entry is not None and entry.strong and (entry.cue == "judgement" or near)


def beside_work(passage: Passage) -> bool:
    """Whether a noun for works stands just before or after: *the film “x”*, *“x,” a film by*."""
    for at in (passage.at - 1, passage.at - 2, passage.at + 1, passage.at + 2):
        word = passage.phrases[at].word if passage.around[at] == "M" else None
        if word is not None and "work" in word.noun:
            return True
    return False


def shows_title(passage: Passage) -> bool:
    """Whether a genitive, a preposition of place, or a noun for works or documents stands before."""
    before = passage.at - 1
    if passage.around[before] == "'" or beside_work(passage):
        return True
    noun = passage.phrases[before - 1].word if passage.lemma_at(before) == "of" else None
    if noun is not None and "document" in noun.noun:
        return True  # the only copy of “The Swan”
    return passage.lemma_at(before) in _PLACING


@rule(confidence=0.9, needs=["beside"])
def unsaid(passage: Passage) -> Candidate | None:
    """The words were not said, or only might be.

    + Ann Lee never said “sorry.”
    + If he says “no,” we leave.
    + “Never again” was not said by anybody.
    - [Ann Lee] {said} <“sorry.”>
    """
    _, denied = governing(passage)
    return silent(passage, "unsaid") if denied or denied_behind(passage) else None


def denied_behind(passage: Passage) -> bool:
    """Whether what is behind the words denies that they were said: *“x” was never said*, *“x,” Moe might have said*."""
    report = at_end(passage)
    if report is not None and not_said(passage, report):
        return not is_reaction(passage, report)
    verb = passage.skip(passage.at + 1)
    group, entry, clause = passage.group_at(verb), passage.verb_at(verb), passage.reading.of_verb.get(verb)
    if group is None or not group.passive or entry is None or clause is None or entry.cue not in ("speech", "writing"):
        return False
    frame = passive(passage, verb, clause)
    agent = frame.subject if frame is not None else None
    return unreal(passage, clause, verb) or (agent is not None and nobody(passage, agent))


def is_reaction(passage: Passage, report: Frame) -> bool:
    """Whether a sentence of its own tells that nobody took the words up: *“Is it late?” | Nobody answered*."""
    subject = passage.at + 1
    begins = report.subject == subject and passage.ending in (".", "?", "!", "…")
    return begins and nobody(passage, subject) and passage.text[passage.phrases[subject].start].isupper()


@rule(confidence=0.6)
def scare(passage: Passage) -> Candidate | None:
    """Words in marks that are part of the writer's own sentence, with no report around them.

    + The “express” bus takes five hours.
    + The so-called “reform” of the ferry failed.
    - [Ann Lee] {said} the <“express”> bus takes five hours.
    """
    if passage.nested and (passage.length <= 4 or passage.lower) and passage.ending not in ("?", "!"):
        return silent(passage, "scare")
    if passage.nested or is_called_by_many(passage):
        return nameless(passage)
    if said_by_form(passage):
        return None
    return silent(passage, "scare") if attributive(passage) else nameless(passage)


def said_by_form(passage: Passage) -> bool:
    """Whether the quotation is a sentence to itself."""
    whole = passage.length > 1 or passage.ending in _BREAKING_OFF
    if whole and not passage.kinds.strip("Q.,;-~y)"):
        return True
    if passage.ending in ("?", "!"):
        return True
    if behind_aside(passage):
        return True
    if passage.lower:
        return False
    if passage.at == 0:  # a turn may break off where it opens a paragraph: “I am ready;” and he rose
        if passage.ending in (".", ",") or before_aside(passage):
            return True
        if not passage.first:
            return passage.length > 2 and passage.ending in ("-", *_BROKEN_OFF)
        long = passage.length > 2 and (passage.ending in _BREAKING_OFF or passage.behind in ("-", ";"))
        return long or passage.ending in _BROKEN_OFF
    if passage.ending != ".":
        return False
    long = passage.length > 3
    return passage.before == ":" or (long and (passage.before == "," or (passage.before == "-" and passage.at > 1)))


def before_aside(passage: Passage) -> bool:
    """Whether something is told between dashes before the words go on: *| “I am”—she rose—“tired of it.”*."""
    following = passage.kinds.find("Q", 1)
    return passage.behind == "-" and following > 0 and passage.kinds[following - 1] == "-"


def behind_aside(passage: Passage) -> bool:
    """Whether words that open the sentence go on behind what is told between dashes: *“I am”—she rose—| “tired.”*."""
    return passage.earlier == 0 and passage.kinds[1] == "-" == passage.before


def attributive(passage: Passage) -> bool:
    """Whether the marks stand on part of a noun phrase: *the “express” bus*, *so-called “reform”*."""
    if passage.lemma_at(passage.at - 1) in _NAMING:
        return True
    return passage.determined and passage.length <= 2 and passage.behind == "M"


def silent(passage: Passage, use: Use) -> Candidate:
    """Nobody says it."""
    return Candidate(passage.quotation, silent=True, use=use)


def nameless(passage: Passage) -> Candidate:
    """They may be somebody's words, but nothing tells whose."""
    inside = passage.at > 0 and passage.before not in ",;:-" and not passage.nested
    few = passage.length <= 4 and passage.ending not in ("?", "!")
    return Candidate(passage.quotation, "mixed", nameless=True, fragment=inside and few)
