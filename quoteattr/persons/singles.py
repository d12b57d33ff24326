"""Single words: whose first name, surname or pet name they are; those of nobody known wait until somebody asks."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from operator import itemgetter

from ..names import full_forms
from .first_names import pet_names
from .people import People
from .person import ESTABLISHED, NO_VOTES, OFTEN, RARE_ALIAS, Person, full_count, long_count
from .titles import full_title

_COURTESY = frozenset({"Mrs", "Mrs.", "Miss", "Lady", "Madame", "Mme", "Mme."})
_ALSO = re.compile(
    r",? \(?(?:(?:also |better |who (?:was|is) (?:\w+ ){0,3})?(?:called|known as|known to (?:\w+ ){1,4}as|nicknamed)"
    r"|whom (?:\w+ ){1,6}called)(?: simply)? "
)
"""What stands between a name and another one by which somebody is called."""
_CALLED = ("called ", " as ", "nicknamed ", " simply ")
_HELD = frozenset({"rank", "office", "clergy", "profession"})
_CLOSING = frozenset(",.;:)—")


def place_singles(people: People, singles: Sequence[tuple[str, ...]]) -> None:
    """Single words that somebody known may bear, the commonest first; all others wait until somebody asks."""
    runs, placed = people.index.runs(), list[tuple[int, int, tuple[str, ...]]]()
    first, last, any_word = people.by_first, people.by_last, people.by_word
    short, pending, bearers = full_forms(), people.of_surface, _by_title(people)
    for alike in singles:
        word = people.meant(alike[0]).words[-1]
        bearer = _titled(people, word, bearers) if bearers else None
        if bearer is not None and len(runs[alike[0]]) <= ESTABLISHED * bearer.count:
            people.give(bearer, people.meant(alike[0]), alike)
            continue
        borne = word in first or word in last or word in any_word or _also_called(people, alike[0]) is not None
        if not borne and not (word in short and _is_short_for_one(people, word)):
            for each in alike:
                pending[each] = alike
        elif names := people.names_among(alike):
            places = [runs[each] for each in names]
            placed.append((-sum(map(len, places)), places[0][0], names))
    for count, _, names in sorted(placed, key=itemgetter(0, 1)):
        _place_single(people, names, -count)


def _by_title(people: People) -> dict[str, list[Person]]:
    """Who bears which title, written out."""
    bearers: dict[str, list[Person]] = {}
    for person in people.persons:
        if person.type == "person":
            for full in {full_title(title, people.lexicon) for title in person.titles}:
                bearers.setdefault(full, []).append(person)
    return bearers


def _titled(people: People, word: str, bearers: Mapping[str, list[Person]]) -> Person | None:
    """Whom a title alone means, where one person bears it: *the Captain*, *Well, Doctor?*; not *Mother*."""
    entry = people.lexicon.titles.get(word)
    if entry is None or entry.kind not in _HELD or people.lexicon.kind_of(word.lower()) == "kin":
        return None
    found = bearers.get(entry.full, ())
    return found[0] if len(found) == 1 else None


def _is_short_for_one(people: People, word: str) -> bool:
    """Whether a word is short for a first name that somebody bears, or for one that has other short forms."""
    firsts = people.by_first.keys()
    return any(firsts & (full, *pet_names().get(full, ())) for full in full_forms()[word])


def _place_single(people: People, singles: tuple[str, ...], count: int) -> None:
    """One word: a first name, a surname or a nickname of somebody known, else somebody new."""
    given, name = people.lexicon.given, people.meant(singles[0])
    word = name.words[-1]
    known = *people.by_first.get(word, ()), *people.by_last.get(word, ())
    bears = _bears_place if name.kind == "place" else _bears
    bearers = [p for p in known if p.type == "person" and bears(p, word, count, given)]
    if len(name.words) > 1:
        bearers = [p for p in bearers if _bears_surname(p, name.words)]
    if not bearers and (fulls := full_forms().get(word)):
        firsts = (*fulls, *(short for full in fulls for short in pet_names().get(full, ())))
        bearers = [p for first in firsts for p in people.by_first.get(first, ()) if _may_shorten(people, p)]
    if not bearers and len(name.words) == 1 and name.kind != "place":
        bearers = [*people.by_word.get(word, ())]
    if len(bearers) > 1:
        bearers = [max(_by_surname(bearers, word), key=lambda p: _claim(people, p, word))]
    chosen = bearers[0] if bearers else _also_called(people, singles[0])
    if chosen is None or _is_another(people, chosen, singles, count):
        people.of_surface.update(dict.fromkeys(singles, singles))
        return
    people.give(chosen, name, singles)


def _also_called(people: People, surface: str) -> Person | None:
    """Who is called so, too, as the text tells where the word first stands: *Ida Moe, whom all called | Nell*."""
    index = people.index
    at = index.runs()[surface][0]
    start, end = index.starts[at], index.ends[at]
    told = at > 0 and index.text.endswith(_CALLED, 0, start) and index.text[end : end + 1] in _CLOSING
    if not told or not _ALSO.fullmatch(index.text, index.ends[at - 1], start):
        return None
    bearer = people.of_surface.get(index.surfaces[at - 1])
    return bearer if isinstance(bearer, Person) and bearer.type == "person" else None


def _bears(person: Person, word: str, count: int, given: Container[str]) -> bool:
    """Whether one word is rather somebody's than that a heading or a body begins with it."""
    if word in given or (person.last == word and (person.first in given or person.titles)):
        return True
    return full_count(person) > count * RARE_ALIAS


def _bears_place(person: Person, word: str, count: int, _: Container[str]) -> bool:
    """Whether somebody has the name of a place or of its people for a surname, and the text says so often."""
    return person.last == word and count <= ESTABLISHED * long_count(person)


def _may_shorten(people: People, person: Person) -> bool:
    """Whether somebody may be called by a pet name: nobody with a title of nobility is."""
    titles = people.lexicon.titles
    return not any(t in titles and titles[t].kind == "noble" for t in person.titles)


def _claim(people: People, person: Person, word: str) -> tuple[bool, int, bool, int]:
    """How well one word goes with somebody: a lady with a title is not called by her bare surname.

    Of two of a surname it is rather that of the one who is not called by a first name: *Lund* and her son *Per*.
    """
    titled = person.last == word and not person.titles.isdisjoint(_COURTESY)
    lady = titled and people.gender(person) == "f"
    named_so = person.count - (person.times(person.first) if person.last == word else 0)
    return not lady, full_count(person), person.first == word, named_so


def _by_surname(bearers: Sequence[Person], word: str) -> Sequence[Person]:
    """Those of them whose surname a word is, if titles show that far oftener than full names the first name."""

    def often(person: Person) -> int:
        longer = (name for name in person.names if (name.full or name.titles) and word in name.words)
        return sum(person.times(name.text) for name in longer)

    lasts = [person for person in bearers if person.last == word]
    others = max((often(person) for person in bearers if person.last != word), default=0)
    return lasts if max(map(often, lasts), default=0) > OFTEN * others else bearers


def _is_another(people: People, person: Person, surfaces: tuple[str, ...], count: int) -> bool:
    """Whether one word is said of a man so that Regina Dallas, who is far seldomer named, is not meant by it.

    Where a woman is only Miss Dallas, Dallas need not be so often another.
    """
    often, partly = count > OFTEN * person.count, not any(name.full for name in person.names)
    if not often and not partly:
        return False
    gender = people.gender(person)
    lady = partly and gender == "f"
    if not often and not lady:
        return False
    votes = dict(NO_VOTES)
    for surface in surfaces:
        people.pronouns.vote(person, votes, surface)
    said, other = ("m", "f") if votes["m"] > votes["f"] else ("f", "m")
    return gender == other and votes[said] > (1 if lady else OFTEN) * (votes[other] + 1)


def _bears_surname(person: Person, last: tuple[str, ...]) -> bool:
    """Whether one of somebody's names ends in a surname of several words."""
    text = " ".join(last).casefold()
    shown = any(text in form.casefold() for form in person.forms)  # else their names need not be read
    return shown and any(_ends_in(name.words, last) for name in person.names)


def _ends_in(words: tuple[str, ...], last: tuple[str, ...]) -> bool:
    """Whether a name ends in a surname of several words, whatever the case of its particles.

    >>> _ends_in(("Jan", "de", "Wit"), ("De", "Wit"))
    True
    """
    return [*map(str.casefold, words[-len(last) :])] == [*map(str.casefold, last)]
