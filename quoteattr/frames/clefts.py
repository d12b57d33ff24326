"""Reports without a verb of saying beside them: *all he said was*, *another, |*, *he was like, |*."""

from __future__ import annotations

import re

from ..clauses import takes_clause
from ..passage import Passage
from .frame import Frame, modal_of, nobody
from .saying import FAR, reports
from .unsaid import unreal

_SAID_WAS = r"M(?:PM)*[rT]*V[rT]*(?:P?M[rT]*)*(?:,[PMrT]+,)?B[rT,]*(?:M?\Z|t)"
_CLEFT, _ALL = re.compile(f"[wM]{_SAID_WAS}"), re.compile(_SAID_WAS)
"""What Moe said to Lee, in short, was that; all he said was."""
_GAPPED = re.compile(r"Q(?:;c?(?P<one>M)(?:,[rj]+)?,|[,;]?c?[rT]*(?P<other>M),?)\Z")
"""Called it “a farce”; | another, less kindly, |; called it “a farce,” and | others |."""
_OTHERS = frozenset({"another", "other", "others", "third", "second"})
_LIKE = re.compile(r"(?:V[rT]*|BP),\Z")  # he goes, | he was like,
_CLEFT_OPENERS = frozenset({"what", "all", "thing", "word", "words"})  # what Moe said, the only word she spoke


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
    if passage.lower or _LIKE.search(passage.kinds, max(0, passage.at - FAR - 1), passage.at) is None:
        return None
    verb = passage.skip(passage.at - 2, "PrT", -1)
    clause, group = passage.reading.of_verb.get(verb), passage.group_at(verb)
    lively = passage.lemma_at(passage.at - 2) == "like" if group is None else group.lemma == "go" and not group.modal
    if clause is None or clause.subject is None or clause.kind not in ("main", "comp") or not lively:
        return None
    word = passage.phrases[clause.subject].word
    speaks = word is not None and (word.tag in "Np" or word.people)
    return Frame(verb, clause.subject, clause=clause) if speaks else None
