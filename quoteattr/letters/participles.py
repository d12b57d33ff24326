"""Forms in *-ed* and *-ing*: a finite verb, a participle, or what only describes a noun or a role."""

from __future__ import annotations

from ..lexicon import Word
from .auxiliaries import close_group
from .capitals import before_role
from .group import NO_VERB, says
from .scan import Scan
from .subjects import (
    in_statement,
    is_object,
    is_plural,
    stands_alone,
    verb_behind_comma,
    verb_due,
    verb_follows,
)

POINTS = frozenset({"that", "this"})
# By what something is said, not by whom: *said by | telephone*.
MEANS = frozenset("cable email e-mail fax letter mail phone post radio telegram telephone text video".split())
_SHARES = frozenset({"percent", "%", "pct"})
_BY_NAME = frozenset({"call", "name", "dub"})
_TITLED = 6  # words up to the comma behind a name: retired | nurse Ida Moe, 44, said
_YEAR = 4  # the length of a year


def tell_past(scan: Scan, at: int, word: Word) -> str:
    """A form in *-ed*: finite, a participle, or a noun or an adjective; or nothing, where it is a base form."""
    before, following = scan.before, scan.following(at)
    if scan.parted is not None and before in "njNT#":
        scan.tags[scan.parted] = "r"
        return close_group(scan, at, word, "V", "past")
    if before in "dq" and stands_alone(scan, at):
        new = scan.words[at - 1].lemma not in POINTS  # not: That said, …
        if following in "ptdNQ" or (new and (following in "o:" or (following in ",.PT" and says(word)))):
            return close_group(scan, at, word, "V", "past")
    percent = scan.words[at - 1].lemma in _SHARES
    if percent and (word.verb or NO_VERB).strong and following in "NpdtoQ#":
        return close_group(scan, at, word, "V", "past")
    if before in "dq'#" or (before in "jP" and following in "nN"):
        if following in "nNj" and before != "q":
            return "e"
        if before in "d'":
            return "n" if following in "vbhmDP.,$" and word.verb is not None else "e"
    if before == "#" and following == "v" and not says(word) and holds_role(scan, at + 1):
        return "e"  # two | retired | nurses
    if before == "P" and not has_agent(scan, at, word):
        return "e" if following == "j" else "n"
    if before in "BVG" and following in "nNj":
        return "e"
    if is_participle(scan, at, word, following):
        return close_group(scan, at, word, "E", "participle", passive=True)
    if before == "c" and "b" in word.forms and following not in "dpoNtQ":
        return ""
    return close_group(scan, at, word, "V", "past")


def is_participle(scan: Scan, at: int, word: Word, following: str) -> bool:
    """Whether a form in -ed is a participle: *asked about it*, *a bill aimed at it*, *, dubbed “x”,*."""
    if following in "PdQ" and (quoted_by_agent(scan, at, word) or (following == "P" and has_agent(scan, at, word))):
        return True
    before, frames = scan.before, (word.verb or NO_VERB).frames
    tells_that = before in ",-" and following == "t" and "that" in frames and "hearer" not in frames
    if tells_that or not word.participle:
        return False
    names = "object" in frames and "that" not in frames
    if before == "s":
        return "p" not in word.forms
    if before == "n" and tells_more(scan, at, following):
        if describes(scan, at, word):
            return True
    elif scan.served and before in "NT#o" and following in "Pi":
        if verb_behind_comma(scan, at):
            return True
    elif before == ",":
        settled = participle_behind_comma(scan, at, word, following, names=names)
        if settled is not None:
            return settled
    elif before == "n" and names and scan.tags[at + 1 : at + 3] == ["d", "Q"]:
        return names_thing(scan, at, "Q")  # hit a plan | called a “wreck”
    elif before == "n" and names and following in "QN":
        return names_thing(scan, at, following)
    opening = before == "^" or (before in ",-" and not scan.expected)
    if opening and "b" not in word.forms and (following in "PwsitS" or (names and following in "Q,")):
        return not used_to_say(scan, at, word)
    return before in "BVG"


def tells_more(scan: Scan, at: int, following: str) -> bool:
    """Whether a place, a time or the like follows: *a plan | made in May*, *a plan | made last week is*."""
    if following in "dj":
        behind = scan.behind(at) + 1
        return scan.tags[behind : behind + 1] == ["T"] and verb_follows(scan, at)
    return following in "PiT" or (following == "S" and scan.served and is_object(scan, at))


def participle_behind_comma(scan: Scan, at: int, word: Word, following: str, *, names: bool) -> bool | None:
    """Whether a form in -ed behind a comma is a participle, as far as what is near tells."""
    if says(word):
        return False
    if names and following == "Q":
        return not verb_due(scan, at)
    described = scan.expected and following == "P" and scan.tags[at - 2] in "nN"
    described = described or (scan.expected and following in "swtp" and is_told(scan, at, word))
    return True if described and verb_behind_comma(scan, at) else None  # the guard, | covered in dust, said


def is_told(scan: Scan, at: int, word: Word) -> bool:
    """Whether whoever stands before the first comma is told or asked something: *Moe, | asked if he left, said*."""
    told = word.verb is not None and "hearer" in word.verb.frames
    return told and "," not in scan.tags[scan.begin : at - 1]


def used_to_say(scan: Scan, at: int, word: Word) -> bool:
    """Whether a verb tells what somebody did again and again: *his mother, who baked, | used to say*."""
    return word.lemma == "use" and says(scan.word_at(at + 2))


def describes(scan: Scan, at: int, word: Word) -> bool:
    """Whether a form in -ed only describes the noun before it: *a plan | made in May*, not *the mayor waited*."""
    acting = scan.words[at - 1].people
    if says(word):
        return scan.served and not scan.expected and is_object(scan, at)
    if is_object(scan, at):
        return not (acting and scan.expected)
    if in_statement(scan, at):
        return False
    return scan.served or not (acting or (scan.expected and not verb_follows(scan, at)))


def quoted_by_agent(scan: Scan, at: int, word: Word) -> bool:
    """Whether a quotation and who says it follow: *a mill, | called a “wreck” by its neighbours,*."""
    if scan.before not in "n,-" or "object" not in (word.verb or NO_VERB).frames:
        return False
    at += 1
    at += scan.word_at(at).lemma == "as"
    at += scan.tags[at : at + 1] == ["d"]
    return scan.tags[at : at + 1] == ["Q"] and scan.word_at(at + 1).lemma == "by"


def has_agent(scan: Scan, at: int, word: Word) -> bool:
    """Whether *by* and who did it follow: *drafted by Moe*."""
    if "d" not in word.forms or scan.before in "pwt" or scan.word_at(at + 1).lemma != "by":
        return False  # which | passed by a single vote
    if scan.before == "," and not (scan.expected and verb_behind_comma(scan, at)):
        return False
    behind = scan.word_at(at + 2)
    return "g" not in behind.forms and behind.lemma not in MEANS and not (scan.expected and scan.quoted_before())


def names_thing(scan: Scan, at: int, following: str) -> bool:
    """Whether a form in -ed names the noun before it: *a plan | called “x”*, *with a man | called Moe*."""
    if following == "Q":
        person = scan.words[at - 1].person
        return not person and not verb_due(scan, at)  # but: what the club | called “x”
    first = scan.back(at - 1, "nje")
    new = scan.words[at].lemma in _BY_NAME and scan.words[first].lemma in ("a", "an")
    behind = next((scan.tags[k] for k in scan.ahead(at) if scan.tags[k] != "N"), "")
    return new and (scan.served or behind == "," or verb_follows(scan, at))


def tell_gerund(scan: Scan, at: int, word: Word) -> str:
    """A form in *-ing*: with its own object, before a noun that it describes, or a noun."""
    following = scan.following(at)
    if word.lemma == "according":
        return close_group(scan, at, word, "G", "gerund")
    behind = scan.following(at, 2) if following == "," else following
    verb = word.verb or NO_VERB
    strong = verb.strong
    several = is_plural(scan, at - 1) if scan.before == "n" else scan.before == "#" and not is_year(scan, at - 1)
    if not strong and (before_role(scan, at) or acts_as_role(scan, at)):
        return "g"
    kinds = scan.words[at - 1].noun if scan.before == "n" else ""
    told = "document" in kinds or "speech" in kinds
    says = strong and (
        (following == "P" and accompanies(scan, at))
        or (scan.before in "Nn" and (behind in "tQs" or (behind in "Nndp:" and verb.noun == "never")))
        or ((several or told) and following in "tpdN")
        or (behind in "tpdNQ:" and scan.words[at - 2].lemma == "with")  # with one | saying so
    )
    if word.noun and scan.before in "Nnje'd" and following in "PbhmDvNn.,$t:" and not says:
        return "n"
    if scan.before in "nNj" and following in "bhmD" and word.verb is not None and not word.verb.cue:
        return "n"
    if (scan.before in "d'q#" and not says) or (scan.before in "jn#" and following in "PbhmDv.$" and word.verb is None):
        return "g" if following in "nN" else "n"
    if word.verb is None and scan.before in "PV" and following in "nN":
        field = scan.words[at - 1].lemma == "for" and scan.words[at - 2].noun.startswith("role")
        return "n" if field else "G"  # the secretary for | peacebuilding Ann Lee
    return close_group(scan, at, word, "G", "gerund")


def accompanies(scan: Scan, at: int) -> bool:
    """Whether what somebody does is told behind *with*: *with the head of the union | warning of rain*."""
    if not (scan.before == "N" or (scan.before == "n" and scan.words[at - 1].people)):
        return False
    before = scan.back(at - 1, "nNjedq#'")
    while scan.words[before].lemma in ("of", "from", "for", "in", "at"):
        before = scan.back(before - 1, "nNjedq#'")
    many = scan.words[at - 1].plural and scan.words[before + 1].lemma in ("a", "an")  # with a police | warning
    return scan.words[before].lemma == "with" and not many


def is_year(scan: Scan, at: int) -> bool:
    """Whether a number has four digits."""
    return scan.ends[at] - scan.starts[at] == _YEAR


def describes_role(scan: Scan, at: int, word: Word) -> bool:
    """Whether a participle goes with a role: *“…,” | retired | nurse Moe said*, *Lee, | retired | judge Moe,*."""
    if word.verb is not None and word.verb.cue:
        return False
    if scan.before == "," and scan.tags[at - 2] in "nN" and (scan.expected or scan.quoted_before()):
        return before_role(scan, at)  # its chairman, | retired | judge Ann Lee, said
    if not acts_as_role(scan, at):
        return False
    return scan.before == "V" or verb_follows(scan, at) or "," in scan.tags[at + 1 : at + _TITLED]


def acts_as_role(scan: Scan, at: int) -> bool:
    """Whether a role without an article follows, behind a quotation: *“…,” | acting | director of Moe said*."""
    role = scan.word_at(at + 1)
    single = holds_role(scan, at + 1) and role.noun.startswith("role") and not role.plural
    return single and (scan.before == "Q" or (scan.before == "V" and scan.tags[at - 2 : at - 1] == ["Q"]))


def holds_role(scan: Scan, at: int) -> bool:
    """Whether a word that may be a verb is a noun for persons as well: *nurse*, *shepherds*."""
    return scan.word_at(at).person


def goes_on_describing(scan: Scan, at: int, word: Word) -> bool:
    """Whether a word goes with an adjective before the comma and a noun behind it: *a tall, | thin | man*."""
    if scan.before != "," or scan.tags[at - 2] not in "je":
        return False
    first, verb = scan.back(at - 2, "jer#"), word.verb or NO_VERB
    plain = not verb.strong and (verb.noun != "often" or scan.words[first].lemma in ("a", "an"))
    noun = scan.following(at) == "n" or bool(scan.word_at(scan.behind(at)).noun)
    return scan.tags[first] == "d" and plain and noun  # not: for the poor, | state | officials say
