"""Forms of the present, in *-s* and without an ending: a verb, or the noun that looks like it."""

from __future__ import annotations

from ..lexicon import Verb, Word
from .auxiliaries import close_group
from .group import NO_VERB, says
from .scan import FAR, Scan
from .subjects import (
    begins_mention,
    coordinated,
    document_shows,
    in_statement,
    is_plural,
    joined,
    may_be_many,
    stands_alone,
    subject_head,
    verb_follows,
)

_SEVERAL = frozenset("both many most others several these those".split())  # never of one
_SINGLE = frozenset("another each either neither that this".split())  # never of several: each | time he
_SENSES = frozenset({"hear", "overhear", "see", "watch", "let", "make"})
_HELPS = frozenset({"let", "make", "help"})


def tell_third_person(scan: Scan, at: int, word: Word) -> str:
    """A form in *-s*: a verb of the present, or a plural noun."""
    verb, before, following = word.verb or NO_VERB, scan.before, scan.following(at)
    noun = verb.noun
    if before in "dq" and stands_alone(scan, at) and (noun == "never" or following in "dptNQ"):
        finite = scan.words[at - 1].lemma not in _SEVERAL  # not: many | promises
    elif before in "dj'#qPgeiAV":
        finite = (before in "j#q" and noun == "never") or (before == "#" and numbered_tells(scan, at, following))
    elif before in "wt" and word.noun and "b" in scan.word_at(at + 1).forms:
        finite = False  # where polls | show
    elif before == "t" and noun != "never" and following in "mbhD":
        finite = False  # that promises | are kept
    elif before in "pwt" or noun == "never":
        finite = True
    elif before in "nN)o" or (before == "T" and scan.expected and subject_head(scan, at) is not None):
        finite = third_person_behind_mention(scan, at, verb, following)
    elif before in ",-Q":
        finite = third_person_behind_sign(scan, at, verb, following)
    else:
        phrasal = scan.word_at(at + 1).lemma in verb.particles
        noun_too = noun == "often" and not phrasal and not (following == "t" and scan.tags[at - 2] == "Q")
        finite = before == "c" and following in ("dpQN" if noun_too else "dptQN")
    return close_group(scan, at, word, "V", "present") if finite else "n"


def third_person_behind_mention(scan: Scan, at: int, verb: Verb, following: str) -> bool:
    """Whether a form in -s behind a noun or a name is a verb: *the vicar notes*, not *the vicar’s old notes*."""
    before, noun = scan.before, verb.noun
    first = scan.words[at - 1]
    if at - 1 == scan.begin and following == "," and first.small is not None and not first.given:
        return False  # Cost estimates, he added, were …
    if at - 1 == scan.begin and verb.strong and scan.tags[scan.end - 1] == "Q" and not says(scan.word_at(at + 1)):
        return True  # a headline: Bishop | calls bingo hall “a sin”, not: Police | reports say “no”
    if holds_object(scan, at):
        return False
    showing = scan.expected or following not in ".,$"  # not: a tour of news | shows
    if showing and document_shows(scan, at - 1, verb, following) and not is_plural(scan, at - 1):
        return True
    after = scan.word_at(at + 1).lemma
    if noun == "some" and scan.expected and following in "jsSPcrTn.," and after != "of":
        return True
    if scan.fronted and not begins_mention(scan, at):
        return False
    if scan.whose or after == "whether":
        return True
    if after == "to" and "to" in verb.frames and before in "nN" and (scan.expected or in_statement(scan, at)):
        return True
    if verb.strong and scan.expected and scan.quoted_before():
        return True
    if before == "n" and not scan.expected and following not in "tp":
        return False
    if following in "dpotQNwi:T#q":
        return True
    if noun != "often" and following in "jsSPcr":
        return True
    return before == "N" and following in ".$,"


def holds_object(scan: Scan, at: int) -> bool:
    """Whether a verb that takes no clause has for its object what stands before: *left the old mill | works and*."""
    group = scan.groups.get(scan.back(at - 1, "nNjdeg#q'"))
    if group is None or group.passive:
        return False
    return group.verb is None or "that" not in group.verb.frames


def third_person_behind_sign(scan: Scan, at: int, verb: Verb, following: str) -> bool:
    """Whether a form in -s behind a comma, a dash or a quotation is a verb: *Lee, his aide, | calls it “x”*."""
    before, often = scan.before, verb.noun == "often"
    if before != "Q" and scan.expected:
        if verb.strong and following in "dNpoQt":
            return True
        if before == "," and scan.word_at(at + 1).lemma in verb.frames:
            return True  # Moe, who came by boat, | plans to
        if not often and following in "PrdNpt":
            return True
    return before != "-" and following in ("dNp#" if before == "Q" else "dNp") and (not often or before == "Q")


def numbered_tells(scan: Scan, at: int, following: str) -> bool:
    """Whether a form in -s is a verb behind a number that tells which one: *Article 9 | states that*."""
    return following in "tp" and scan.tags[at - 2] in "nN" and not is_plural(scan, at - 2)


def tell_base(scan: Scan, at: int, word: Word) -> str:
    """A form without ending: a verb of the present, an infinitive, or a noun."""
    verb, before, following = word.verb or NO_VERB, scan.before, scan.following(at)
    noun = verb.noun
    alone = before in "dq" and stands_alone(scan, at) and scan.words[at - 1].lemma not in _SINGLE
    if before == "T" and scan.expected and subject_head(scan, at) is not None:
        before = "n"
    if scan.words[at - 1].lemma.endswith("selves"):
        before = "n"
    if before == "-" and noun == "never":
        return close_group(scan, at, word, "V", "present")
    wide = scan.expected and scan.tags[at - 1] in "dq"
    share = scan.tags[at - 3 : at] == ["#", "P", "#"] and following in "dpo"  # one in five | call it
    if share or (
        alone
        and (
            following in (("poN" if noun == "often" else "podnN") if wide else "po")
            or (noun == "never" and following in "ptdNQbhm")
        )
    ):
        return close_group(scan, at, word, "V", "present")
    if (before == "o" and verb.strong) or (before in "nN" and sensed(scan, at, verb)) or helps(scan, at):
        return close_group(scan, at, word, "I", "infinitive")
    if before in "dj'#PgeV":
        return "n" if noun != "never" or before in "d'" else close_group(scan, at, word, "V", "base")
    if (
        (before == "n" or (before == "N" and not joined(scan, at - 1)))
        and following == "N"
        and word.noun.startswith("role")
    ):
        return "n"  # police | minister Lee, Chess | master Lee
    if before in "nN" or (before == ")" and scan.tags[scan.before_brackets(at - 1)] in "nN"):
        return close_group(scan, at, word, "V", "present") if base_behind_mention(scan, at, verb, following) else "n"
    if noun == "often" and is_noun_of_question(scan, at, following):
        return "n"
    if before in "pwt" or (before in "q,Q" and (noun == "never" or strong_behind_sign(scan, at, verb, following))):
        return close_group(scan, at, word, "V", "present")
    if before in ",c" and noun != "often" and joins_base(scan, at, noun, following):
        return close_group(scan, at, word, "V", "base")
    if (before == "c" and following in "dptoQ") or (before == "^" and following in "dpotQ"):
        return close_group(scan, at, word, "V", "base")
    return "n" if noun != "never" else "j"


def base_behind_mention(scan: Scan, at: int, verb: Verb, following: str) -> bool:
    """Whether a base form behind a noun or a name is a verb: *officials say*, not *the official report*."""
    noun = verb.noun
    prior = scan.back(scan.before_brackets(at - 1), "rT")
    beside = is_plural(scan, prior)
    may_head = (scan.expected and not scan.fronted) or (noun == "never" and following in ".$")
    head = subject_head(scan, at) if may_head else None
    plural = beside or joined(scan, prior) or (head is not None and (is_plural(scan, head) or joined(scan, head)))
    if noun == "never" and (plural or scan.expected or following in "tpdQ" or coordinated(scan, prior)):
        return True
    if not plural:
        return False
    if scan.whose and beside and following in "P.,$":
        return True
    if scan.quoted_before() and scan.expected and verb.strong:
        return True
    if beside and following in ",.$" and "that" in verb.frames and is_as_said(scan, at):
        return True
    if document_shows(scan, prior, verb, following):
        return True
    if beside and noun != "often" and following in ",.$" and scan.expected:
        return True
    if noun == "often":
        return following in "dptQw" or (
            bool(scan.expected) and (following in "oNjs" or (beside and has_plural_object(scan, at)))
        )
    return following in "dpotQNwiT:js"


def is_as_said(scan: Scan, at: int) -> bool:
    """Whether *as* opens the words before a verb: *as its critics | claim*."""
    return scan.words[scan.back(at - 1, "nNjdeg#q'")].lemma == "as"


def has_plural_object(scan: Scan, at: int) -> bool:
    """Whether people, a plural noun and no other verb stand around a base form: *we men | face | talks on it*."""
    people = scan.words[scan.back(at - 1, "r")]
    if not (people.small or people).people:
        return False
    last = scan.behind(at)
    while last + 1 < scan.end and scan.tags[last] in "nvj" and scan.tags[last + 1] in "nvj":
        last += 1
    if last + 1 >= scan.end or scan.tags[last] not in "nv" or scan.tags[last + 1] == "t":
        return False  # the Moe campaign | projects that
    word = scan.words[last]
    return (word.plural or "s" in word.forms) and not verb_follows(scan, last)


def strong_behind_sign(scan: Scan, at: int, verb: Verb, following: str) -> bool:
    """Whether a base form behind a comma or a quotation reports: *Moe and Lee, two clerks, | call it “x”*."""
    if not scan.expected:
        return False
    fears = following in "pt" and "that" in verb.frames and scan.before == "," and may_be_many(scan, at)
    return fears or (verb.strong and following in "dpoQt")


def joins_base(scan: Scan, at: int, noun: str, following: str) -> bool:
    """Whether *and* joins a base form to the one before: *to plant a hedge and | make*, *will go and | see*."""
    if noun == "never":
        return True
    for k in reversed(range(max(scan.begin, at - FAR), at)):
        if scan.tags[k] in ";:Q":
            return False
        group = scan.groups.get(k)
        if group is not None:
            return group.form in ("infinitive", "base") and following in "dpoNnPj"
    return False


def is_noun_of_question(scan: Scan, at: int, following: str) -> bool:
    """Whether *which*, *whose* or *that* goes with the noun here: *at which time*, *kept that promise to*."""
    opening = scan.words[at - 1]
    if opening.tag == "w":
        return opening.lemma in ("whose", "what") or (opening.lemma == "which" and scan.tags[at - 2 : at - 1] == ["P"])
    plural = at - 1 > scan.begin and is_plural(scan, at - 2)
    if opening.tag != "t" or plural or following in "dpoQN#t":
        return False
    group = scan.groups.get(at - 2)
    if group is not None and (group.verb is None or "that" not in group.verb.frames):
        scan.tags[at - 1] = "d"
    return True


def sensed(scan: Scan, at: int, verb: Verb) -> bool:
    """Whether somebody is heard to say it: *heard the cook | say*, *saw Moe | write*; not *hear Moe | tell it*."""
    if not verb.strong:
        return False
    following = scan.following(at)
    if following in "op" and scan.words[at + 1].lemma == "it":
        return False
    leads = following in ",:" and scan.following(at, 2) == "Q" and scan.following(at, 3) in ".$"
    noun = following not in ",:tQpd" or (scan.before == "n" and verb.noun == "often" and not leads)
    if verb.noun != "never" and noun:
        return False  # saw the police report of Monday; but: heard his brother | shout, “Row!”
    group = scan.groups.get(scan.back(at - 1, "nNjdq#"))
    return group is not None and group.lemma in _SENSES


def helps(scan: Scan, at: int) -> bool:
    """Whether a base form stands behind *help*, *let* or *make* and its object: *helped | write*, *let it | go*."""
    if scan.before == "V":
        group = scan.groups.get(at - 1)
        return group is not None and group.lemma == "help"
    if scan.before not in "No" and not (scan.before == "n" and is_plural(scan, at - 1)):
        return False
    group = scan.groups.get(scan.back(at - 1, "nNjdeg#q'op"))
    return group is not None and group.lemma in _HELPS
