"""What mentions are made of: determiners, quantifiers, numbers, adjectives, nouns, genitives, times."""

from __future__ import annotations

from ..lexicon import Word
from .auxiliaries import tell_auxiliary
from .capitals import is_name, is_named_so, named_will
from .group import says
from .participles import POINTS, goes_on_describing
from .scan import Scan
from .subjects import is_plural
from .verbs import tell_verb

# Quantifiers that may stand apart from what they go with: *have | both | said*.
_FLOATING = frozenset({"all", "both", "each"})
# What begins like a mention and tells when or how: *all at once | the judge rose*, *every now and then | Lee said*.
_SET_PHRASES = (
    "all at once", "all of a sudden", "all the same", "all the time", "all the way back", "all the way down",
    "all the way home", "all the way there", "all the way up", "all the way", "every now and again",
    "every now and then", "every once in a while", "every so often", "first of all", "half in earnest", "half in jest",
    "little by little", "more and more", "more or less", "more than once", "most of all", "most of the time",
    "one after another", "one by one", "two by two",
)  # fmt: skip
_SET = {
    opening: [words[1:] for words in map(str.split, _SET_PHRASES) if words[0] == opening]
    for opening in {phrase.partition(" ")[0] for phrase in _SET_PHRASES}
}
"""The words behind the first one of each, by that."""
_LATER = frozenset("after ago before earlier later".split())
_EARLY = frozenset({"early", "late"})
_DEGREES = frozenset({"more", "most", "less"})  # before a participle: is | more | convinced
_ONE = frozenset({"a", "an", "this", "that", "another", "each"})  # determiners that no plural has
_PARTICLES = frozenset(
    "abu af al av ben bin bint da das de del della den der des di do dos du e el ibn la le ten ter van vom von y zu"
    " zur".split()
)


def tell_noun(scan: Scan, at: int, word: Word) -> str:
    """A noun; behind *will* or *did* it is a verb."""
    if scan.auxiliaries and scan.words[scan.auxiliaries[-1]].tag in "mD":  # will, did: a verb must come
        return tell_verb(scan, at, Word("v", word.lemma, "b", None))
    if word.lemma.endswith("-old") and goes_on_describing(scan, at, word):
        return "j"  # a bearded, 71-year-old man
    if word.lemma == "minutes" and scan.word_at(at + 1).lemma in _LATER:  # no record of a meeting
        return "T"
    if scan.before == "n" and word.plural and word.people and opens_relative(scan, at):
        return "q"  # as what *many* would be
    return "N" if scan.before == "N" and particle_of_name(scan, at, word) else "n"


def opens_relative(scan: Scan, at: int) -> bool:
    """Whether several tell something of one thing: *in a case | prosecutors | described as “x”*."""
    behind = scan.word_at(scan.behind(at))
    if behind.verb is None or not behind.verb.strong or not behind.past or is_plural(scan, at - 1):
        return False
    first = scan.back(at - 1, "nje#")
    return scan.tags[first] == "d" and scan.words[first].lemma in _ONE


def particle_of_name(scan: Scan, at: int, word: Word) -> bool:
    """*van* behind a name and before another."""
    return word.lemma in _PARTICLES and scan.following(at) == "N"


def tell_adjective(scan: Scan, at: int, word: Word) -> str:
    """An adjective; it may stand for a noun, end a name, or be an adverb."""
    if word.lemma in _SET and in_set_phrase(scan, at, word):
        return "r"
    at_last = word.lemma == "last" and scan.words[at - 1].lemma == "at"
    alone = scan.following(at) not in "nTj#" and not scan.word_at(at + 1).noun
    if at_last and alone:  # at last | the guard said, not at last count
        scan.tags[at - 1], scan.before, scan.fronted = "r", ",", False
        return "r"
    if word.lemma in _EARLY and scan.before in "VNno" and scan.following(at) == "P" and scan.following(at, 2) in "Td":
        return "r"  # said | late on Monday
    if scan.before == "d" and (scan.following(at) == "'" or scan.word_at(at + 1).lemma == "of"):
        return "n"  # an instant's pause, the taller of them
    ends_name = scan.tags[at - 1] == "N" and at > scan.begin and not scan.tall and scan.following(at) not in "nN"
    return "N" if word.small is not None and (ends_name or is_name(scan, at, word)) else "j"  # Opera | Monthly


def tell_genitive(scan: Scan, at: int, _: Word) -> str:
    """The mark of the genitive; part of the name where nothing is owned: *a friend of Ida | ’s | said*."""
    following = scan.word_at(at + 1)
    ends = following.tag in ",.;:Q$" or (following.tag == "v" and following.finite and says(following))
    if not ends or scan.tags[at - 1] != "N":
        return "'"
    first = scan.back(at - 1, "N")
    return "N" if scan.words[first].lemma == "of" and scan.tags[first - 1] == "n" else "'"


def in_set_phrase(scan: Scan, at: int, word: Word) -> bool:
    """Whether a word opens a set phrase that tells when or how, whose words are adverbs then."""
    for rest in _SET.get(word.lemma, ()):
        end = at + 1 + len(rest)
        if [each.lemma for each in scan.words[at + 1 : end]] == rest and scan.before in "^,c":
            scan.tags[at + 1 : end] = "r" * len(rest)
            return True
    return False


def tell_determiner(scan: Scan, at: int, word: Word) -> str:
    """A determiner; *her* may be an object, *both* an adverb."""
    if word.lemma in _SET and in_set_phrase(scan, at, word):
        return "r"
    if word.lemma in _FLOATING and scan.before in "BN" and scan.following(at) == "v":
        return "r"
    if word.lemma == "neither" and scan.before in "BNpn" and scan.following(at) == "v":
        return "r"  # would | neither | confirm nor deny
    if word.lemma == "her" and scan.following(at) in "dPr.,$Qc:":
        return "o"
    such_as = word.lemma == "such" and scan.word_at(at + 1).lemma == "as"
    return "P" if such_as else "d"


def tell_quantifier(scan: Scan, at: int, word: Word) -> str:
    """A quantifier; *both* and *more* may be adverbs."""
    if word.lemma in _SET and in_set_phrase(scan, at, word):
        return "r"
    if word.lemma in _FLOATING and scan.before in "BN" and scan.following(at) == "v":
        return "r"
    if scan.tags[at + 1 : at + 3] == ["c", "v"] and scan.words[at + 1].lemma == "but":
        return "r"  # he | all but | accused Lee
    if word.lemma in _DEGREES and scan.before == "B" and scan.following(at) == "v":
        return "r" if scan.words[scan.behind(at)].participle else "q"
    if at == scan.begin and word.lemma in ("more", "most") and scan.tags[at + 2 : at + 3] == [","]:
        return "r" if scan.tags[at + 1] in "rj" else "q"  # More | broadly, …
    if word.lemma in _DEGREES and is_manner(scan, at + 1):
        return "r"  # added, | more | softly, Lee
    return "N" if word.small is not None and is_name(scan, at, word) else "q"


def is_manner(scan: Scan, at: int) -> bool:
    """Whether an adverb in *-ly* stands there, behind which no adjective comes: *more | softly*."""
    manner = scan.tags[at : at + 1] == ["r"] and scan.text[scan.starts[at] : scan.ends[at]].endswith("ly")
    return manner and scan.tags[at + 1 : at + 2] not in (["j"], ["n"], ["N"])


def tell_number(scan: Scan, at: int, word: Word) -> str:
    """A number; *first* before a verb is an adverb: *was | first | told*."""
    if word.lemma in _SET and in_set_phrase(scan, at, word):
        return "r"
    early = word.lemma == "first" and scan.before in "BNnps," and scan.following(at) == "v"
    return "r" if early else "#"


def tell_object_pronoun(scan: Scan, at: int, word: Word) -> str:
    """*Himself* between an auxiliary and its verb is as an adverb: *she has | herself | been late*."""
    own = word.lemma.endswith(("self", "selves"))
    within = scan.auxiliaries and scan.following(at) in "vb"
    described = scan.before == "," and scan.following(at) == "d"  # Moe, | himself | a baker, said
    return "r" if own and (within or described) else "o"


def tell_time(scan: Scan, at: int, word: Word) -> str:
    """A time, or somebody called so: *June Moe*, *Summers said*."""
    if (word.given and scan.tags[at + 1 : at + 2] == ["N"]) or is_named_so(scan, at, word):
        return "N"
    if scan.auxiliaries and scan.following(at) == "v":
        return "r"  # is | today | called
    dated = scan.following(at) == "#"  # a January 2016 study
    if scan.following(at, 1 + dated) in "njv" and describes_noun(scan, at):
        return "j"
    named = word.given or (scan.before in "^Q" and scan.text[scan.starts[at]].isupper())
    return "N" if named and is_name(scan, at, word) else "T"


def describes_noun(scan: Scan, at: int) -> bool:
    """Whether a time goes with the noun behind it: *at the | May | conference*, *last-minute talks*."""
    if "-" in scan.text[scan.starts[at] : scan.ends[at]]:
        return True
    named = scan.text[scan.starts[at]].isupper()
    return named and scan.before in "d'" and scan.words[at - 1].lemma not in POINTS


def tell_bracket(scan: Scan, at: int, _: Word) -> str:
    """Brackets around one word in a name are part of it: *Lt. Col. (Ret.) Ann Lee*, *William (Bill) Lee*."""
    if scan.before != "N" or scan.tags[at + 2 : at + 4] != [")", "N"] or scan.tags[at + 1] == "#":
        return "("
    scan.tags[at + 1 : at + 3] = "NN"
    return "N"


def tell_modal(scan: Scan, at: int, word: Word) -> str:
    """A modal; *Will* may be a name, *will* a noun."""
    if word.small is not None and named_will(scan, at, word):
        return "N"
    return "n" if scan.before in "dj'" else tell_auxiliary(scan, at, word)
