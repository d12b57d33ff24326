"""Names of several words or with a title: whose they are, of those known by a full name."""

from __future__ import annotations

from operator import itemgetter

from ..collection import emptied
from ..names import Name, full_forms, is_of_place
from .capitals import EPITHETS
from .first_names import same_first
from .people import LONGEST, People
from .person import ESTABLISHED, OFTEN, Person, full_count
from .titles import full_title, is_maiden, is_wifely

_KNOWN_SHARE = 0.1
"""Somebody mentioned less often than this share of another is not meant by a title and a surname that fit both."""
_BEFORE_FIRST = frozenset({"courtesy", "kin", "noble", "clergy"})
"""The kinds of title that stand before a first name too (Miss Ann, Aunt Ann, Sir John, Sister Ann)."""
Form = tuple[tuple[str, ...], int]
"""All runs that show one name of several words or with a title, and how many they are."""


def place_longer(people: People, forms: list[Form]) -> None:
    """Give the names that several words or a title show to their bearers."""
    meant, married = people.meant, people.is_married
    compound: list[Form] = []
    titled: list[Form] = []
    forms.sort(key=itemgetter(1), reverse=True)
    for form in emptied(forms):
        name = meant(form[0][0])
        if not name.full:
            titled.append(form)
        elif not _place_full(people, name, *form, alone=False):
            compound.append(form)
    for form in emptied(compound):
        _place_full(people, meant(form[0][0]), *form, alone=True)
    for form in sorted(titled, key=lambda form: married(meant(form[0][0]))):
        _place_titled(people, meant(form[0][0]), *form)


def _place_full(people: People, name: Name, surfaces: tuple[str, ...], count: int, *, alone: bool) -> bool:
    """Give a full name to its bearer; a surname of two words waits until all longer names are known."""
    if name.kind in ("body", "place"):
        people.give(people.new("organisation"), name, surfaces)
        return True
    known = _runs_on(people, name, count)
    if known is not None:
        people.of_surface.update(dict.fromkeys(surfaces, known))
        return True
    for person in people.like(name):
        if _same(people, person, name):
            people.give(person, name, surfaces)
            return True
    if not alone and not name.titles and not name.given:
        return False
    bearer = people.by_tail.get(name.words) if alone else None
    if bearer is not None:
        people.give(bearer, name, surfaces)
        return True
    person = people.new()
    person.suffix = name.suffix.rstrip(".").lower()
    person.sure = not _is_thing(people, name)
    people.give(person, name, surfaces)
    return True


def _is_thing(people: People, name: Name) -> bool:
    """Whether a name is more likely that of a thing or a body: *Judicial Watch*, *Spanish Lakes*."""
    lexicon, first = people.lexicon, name.words[0].lower()
    plain = first in lexicon.adjectives and first not in EPITHETS
    return (
        name.kind != "person"
        and (plain or is_of_place(name.words[0], lexicon))
        and lexicon.given.keys().isdisjoint(name.words)
    )


def _runs_on(people: People, name: Name, count: int) -> Person | None:
    """Who is named by the first two words, where a heading or the next sentence runs on after them."""
    if len(name.words) < 3 or name.titles:
        return None
    beginnings = (name.words[:length] for length in range(2, min(len(name.words), LONGEST) + 1))
    found = (
        person
        for words in beginnings
        for person in people.by_words.get(words, ())
        if any(n.kind == "person" and n.words == words and person.times(n.text) > count for n in person.names)
    )
    return next(found, None)


def _same(people: People, person: Person, name: Name) -> bool:
    """Whether a full name is that of a person already known by a full name."""
    if person.suffix != name.suffix.rstrip(".").lower() or people.is_wife(name) != person.wife:
        return False
    return _genders_fit(person, name.gender) and any(same_first(name.words[0], each.words[0]) for each in person.names)


def _place_titled(people: People, name: Name, surfaces: tuple[str, ...], count: int) -> None:
    """A title and a surname (Mr. Koh): one of that surname whom it fits; or a first name (Aunt Ann)."""
    if name.kind == "body":
        people.give(people.new("organisation"), name, surfaces)
        return
    last = name.words[-1]
    fitting = [p for p in people.by_last.get(last, ()) if p.type == "person" and _fits(people, p, name)]
    known = [p for p in fitting if name.gender == "u" or people.gender(p) == name.gender] or fitting
    if people.is_married(name):
        known = [p for p in known if any(map(people.is_married, p.names))] or known
    # the eldest is plain Miss Lorne, her sister Miss Kate Lorne: prefer who never bears both together
    bearing = [p for p in known if name.title in p.titles and any(n.full and name.title in n.titles for n in p.names)]
    entry = people.lexicon.titles.get(name.title)
    if bearing and entry is not None and entry.kind != "courtesy":
        known = bearing  # Dr. Koh is Dr. Ann Koh, not her son Bo
    plain = [p for p in known if p not in bearing]
    least = max((p.count for p in known), default=0) * _KNOWN_SHARE
    plain = [p for p in plain if p.count >= least]
    chosen = max(plain or known, key=lambda p: (full_count(p), p.count), default=None)
    if chosen is not None and (
        _has_father(people, chosen, name, count)
        if plain
        else _has_brother(people, chosen, name, surfaces, count) or _has_elder(people, chosen, name)
    ):
        chosen = None
    elif chosen is None:
        chosen = _by_first(people, name)
    people.give(chosen or people.new(), name, surfaces)


def _has_brother(people: People, person: Person, name: Name, surfaces: tuple[str, ...], count: int) -> bool:
    """Whether plain *Mr. Koh* is somebody else than *Mr. John Koh*, who is nearly always so called.

    Who is introduced as *Mr. John Koh* and then *Mr. Koh* is one; somebody else is a Mr. Koh whom the text
    has named before.
    """
    both = sum(person.times(each.text) for each in person.names if each.full and name.title in each.titles)
    if both < OFTEN or both <= 0.6 * full_count(person) or count <= OFTEN * person.count:
        return False
    runs = people.index.runs()
    return min(runs[each][0] for each in surfaces) < min(runs[each][0] for each in person.surfaces)


def _has_elder(people: People, person: Person, name: Name) -> bool:
    """Whether the text tells *old Mr. Koh* from John Koh, whom it calls by his first name."""
    first = people.index.runs().get(person.first, ())
    return len(first) >= ESTABLISHED and people.index.text.count(f"ld {name.text}") >= OFTEN


def _has_father(people: People, person: Person, name: Name, count: int) -> bool:
    """Whether *Mr. Koh* is somebody else than John Koh, whom the text calls by his first name."""
    if full_title(name.title, people.lexicon) != "Mister" or count < ESTABLISHED:
        return False
    return len(people.index.runs().get(person.first, ())) >= ESTABLISHED


def _by_first(people: People, name: Name) -> Person | None:
    """The bearer of a first name or nickname behind a title that stands before first names too."""
    entry = people.lexicon.titles.get(name.title)
    if entry is None or entry.kind not in _BEFORE_FIRST:
        return None
    word = name.words[0]
    bearers = [p for first in (word, *full_forms().get(word, ())) for p in people.by_first.get(first, ())]
    fitting = [p for p in bearers if p.type == "person" and _genders_fit(p, name.gender)]
    return max(fitting, key=lambda p: (name.title in p.titles, p.count), default=None)


def _fits(people: People, person: Person, name: Name) -> bool:
    """Whether somebody of that surname can bear the title."""
    if not _genders_fit(person, name.gender):
        return False
    if person.suffix and any(not p.suffix for p in people.by_last.get(person.last, ()) if p is not person):
        return False
    if not _rank_fits(people, person, name):
        return False
    if (people.is_married(name) or is_maiden(name.title, people.lexicon)) and not _may_be_wife(people, person, name):
        return False
    gender = people.gender(person) if name.gender in ("m", "f") else "u"
    return gender in ("u", name.gender)


def _may_be_wife(people: People, person: Person, name: Name) -> bool:
    """Whether the titles of somebody allow that of a wife, or of a woman who is none."""
    own = {t for n in person.names if n.words[-1] == name.words[-1] for t in n.titles}
    wife = any(is_wifely(t, people.lexicon) for t in own)
    if not people.is_married(name):
        return not wife
    maiden = any(is_maiden(t, people.lexicon) for t in own)
    return not maiden and (wife or not _has_maiden(people, name.words[-1]))


def _rank_fits(people: People, person: Person, name: Name) -> bool:
    """A rank goes to who bears it; to another only where nobody of the surname has a rank or is Mr."""
    lexicon = people.lexicon
    entry = lexicon.titles.get(name.title)
    if entry is None or entry.kind != "rank":
        return True
    own = {full_title(t, lexicon) for t in person.titles}
    if entry.full in own:
        return True
    family = {t for p in people.by_last.get(name.words[-1], ()) for t in p.titles}
    ranked = any(
        (known := lexicon.titles.get(t)) is not None and (known.kind == "rank" or known.full == "Mister")
        for t in family
    )
    return not ranked


def _has_maiden(people: People, last: str) -> bool:
    """Whether somebody is Miss of that surname; Miss Ann may well be somebody's wife."""
    names = (name for person in people.by_last.get(last, ()) for name in person.names if name.words[-1] == last)
    return any(is_maiden(title, people.lexicon) for name in names for title in name.titles)


def _genders_fit(person: Person, gender: str) -> bool:
    """Whether what is known for certain of a person allows the gender."""
    if gender not in ("m", "f"):
        return True
    other = "f" if gender == "m" else "m"
    return person.votes[gender] >= person.votes[other]
