"""describe: by which nouns a text introduces the people that it names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise

import regex

from .lexicon import PERSONS, Lexicon
from .names import NameIndex
from .persons import People, Person, noun_gender, nouns_of
from .tables import shipped

_APPOSITION = regex.compile(r",\s+(?:an?|the|one of|his|her|their|its|once|formerly)\s+(?P<words>[^,.;:()“”\"]{3,80})")
_ROLE = regex.compile(r"\b(?i:the|his|her|their|its|my|our)\s+(?P<words>[\p{L} -]+),\s$")
_CLOSES = (",", ".", ";", " (")
"""What follows a name that goes with the noun before it: *the mayor, Ann Lee,*."""
_SIGN = regex.compile(r"[^\p{L}\s-]")
_AGE = regex.compile(r"(?:,?\s+(?:an?\s+)?|\s+\()(?P<age>\d{1,3})(?=[,.)]|-year-old)")
_TEENS = frozenset(str(age) for age in range(13, 20))
_BESIDE, _BEHIND = 40, 120
"""So many characters before and behind a name may hold nouns for whoever bears it."""


def describe(people: People, wanted: Collection[str] | None = None) -> dict[str, list[Person]]:
    """Whom the text introduces by which nouns: roles before a name, an apposition or an age behind it.

    If only some nouns are wanted, others may be left out.
    """
    described: dict[str, list[Person]] = {}
    index, lexicon, runs = people.index, people.lexicon, people.index.runs()
    anything = wanted is None or any(map(_tells_age, wanted))
    for person in people.persons:
        if person.type != "person":
            continue
        nouns: set[str] = set()
        for name in person.names:
            if name.role:  # titles are part of it
                nouns.update(map(str.lower, (*name.role, " ".join(name.role))))
                for title in [t.full for each in name.titles if (t := lexicon.titles.get(each))]:
                    nouns.update(nouns_of(title))
                    nouns.update([noun for noun in _callings().get(title, ()) if _may_be(people, person, noun)])
        for at in [at for surface in person.surfaces for at in runs.get(surface, ())[:2]][:6]:
            around = index.text[max(0, index.starts[at] - _BESIDE) : index.ends[at] + _BEHIND].lower()
            if anything or any(map(around.__contains__, wanted or ())):
                nouns.update(_nouns_beside(index, lexicon, at))
        for noun in nouns:
            described.setdefault(noun, []).append(person)
    return described


def _tells_age(noun: str) -> bool:
    """Whether an age behind a name, *Moe, 44*, is enough for somebody to be called so."""
    return noun == "teenager" or noun.endswith("-year-old")


def only_tells(noun: str) -> bool:
    """Whether a noun only tells the age or the origin of somebody named: *the 44-year-old*, *the Swede*."""
    return noun.endswith("-year-old") or noun.capitalize() in natives()


def natives() -> Mapping[str, str]:
    """Nouns that tell where somebody is from or what party they are in, each with the gender that it tells.

    >>> natives()["Frenchman"], natives()["Swede"]
    ('m', 'u')
    """
    return _natives()[0]


def parties() -> Collection[str]:
    """Those of these nouns that tell the party.

    >>> "Tory" in parties(), "Swede" in parties()
    (True, False)
    """
    return _natives()[1]


@cache
def _natives() -> tuple[Mapping[str, str], Collection[str]]:
    rows = list(shipped("natives.tsv"))
    return {row["noun"]: row["gender"] for row in rows}, frozenset(row["noun"] for row in rows if row["by"] == "party")


def _may_be(people: People, person: Person, noun: str) -> bool:
    """Whether somebody may be called so by their gender: no woman is *the congressman*."""
    told, gender = noun_gender(noun, people.lexicon), people.gender(person)
    return "u" in (told, gender) or told == gender


@cache
def _callings() -> Mapping[str, Sequence[str]]:
    """By which nouns those who bear a title are called: a Reverend is a vicar, a Sir a knight."""
    return {row["title"]: row["nouns"].split("|") for row in shipped("callings.tsv")}


def _nouns_beside(index: NameIndex, lexicon: Lexicon, at: int) -> Iterable[str]:
    """The nouns for people right before a name, and in the apposition behind it."""
    text = index.text
    before = text[max(0, index.starts[at] - _BESIDE) : index.starts[at]]
    if before.endswith(", ") and text.startswith(_CLOSES, index.ends[at]):
        role = _ROLE.search(before)
        yield from _person_nouns(role["words"].split() if role is not None else (), lexicon)
    elif before.endswith(" "):
        yield from _person_nouns(_noun_words(_SIGN.split(before)[-1].split(), lexicon), lexicon)
    behind = _APPOSITION.match(text, index.ends[at])
    if behind is not None:
        words = behind["words"].split()
        yield from _person_nouns(() if _has_report(words, lexicon) else words, lexicon)
    age = _AGE.match(text, index.ends[at])
    if age is not None:
        yield f"{age['age']}-year-old"
        if age["age"] in _TEENS:
            yield "teenager"


def _has_report(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether what looks like an apposition is a clause of its own: *asked by Ann Lee,* | *the mayor said it was*."""
    for word, following in pairwise((*words, "…")):
        if word in _LINKS:
            return False
        known = lexicon.word(word)
        verb = known.verb if known.forms == "d" or known.noun == "" else None
        if verb is not None and verb.strong and verb.cue in ("speech", "judgement"):
            if following == "…":  # the mayor said “it was”
                return verb.cue == "speech"
            return following.islower() and lexicon.word(following).tag not in "Pt"  # no teacher accused | of, told | to
    return False


_LINKS = frozenset({"who", "whom", "whose", "which", "that", "where", "and"})


def _noun_words(words: Sequence[str], lexicon: Lexicon) -> Sequence[str]:
    """The last words up to a name that are nouns and adjectives: *sister and | campaign manager* Ida Moe."""
    first = len(words)
    while first and (words[first - 1].lower() in lexicon.nouns or words[first - 1].lower() in lexicon.adjectives):
        first -= 1
    return words[first:]


def _person_nouns(words: Sequence[str], lexicon: Lexicon) -> Iterable[str]:
    before = ""
    for word in words:
        small = word.lower()
        if lexicon.kind_of(small) in PERSONS or small.endswith("-year-old"):
            yield f"{before} {small}".lstrip()  # the foreign secretary
            yield small
        before = small
