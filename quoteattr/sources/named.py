"""Who bears a name, or names that are joined."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

import regex

from ..cast import squeezed
from ..exchange import Turn
from ..mentions import Mention
from ..names import Name, NameIndex
from ..persons import Person
from .bodies import is_behind_noun
from .known import is_known
from .sources import INDEFINITE, Sources

_JOINS = regex.compile(r"\b(?:of|for|at|from|in|on|by|to|with)\s+(?:the\s+)?$|[’']s?\s*$")
_ABOUT = regex.compile(r"\s+(?:of|about)\s+(?:(?:his|her)\s+\p{Ll}+,?\s+)?")
_FROM = (" of ", " from ")
_FOLLOWS = regex.compile(r"\s*(?:[,(]|of\b|for\b|from\b|at\b|in\b|with\b|who\b|and\b)")
_FIELDS = (" of ", " for ", " of the ", " for the ")
_JOINT = regex.compile(r"\s*(?:,\s*(?P<and>and\b|&)?|(?P<and>and\b|&))|\s+(?:of|from)\s")


def who_is_named(sources: Sources, source: Mention) -> Person:
    """Who bears a name."""
    index, people = sources.index, sources.people
    head = source.span
    covering = index.covering(head.start)
    if covering is None or index.starts[covering] != head.start or index.ends[covering] != head.end:
        return _named_in(sources, source, covering)
    person = people.at(covering) if index.name(covering).words else None
    if person is None or head.text.split(None, 1)[0].lower() in INDEFINITE:
        return _named_in(sources, source, covering)
    return _speaking(sources, person)


def _speaking(sources: Sources, person: Person) -> Person:
    """Somebody who is named beside a cue; in news that makes no person of what is named as a thing."""
    if not person.sure and sources.genre == "news" and any(len(name.words) > 1 for name in person.names):
        person.type = "organisation"  # Judicial Watch says so
    person.sure = person.speaks = True
    return person


def _named_in(sources: Sources, source: Mention, covering: int | None) -> Person:
    """Who bears a name that is part of a run, holds some, or looks like none."""
    index, people = sources.index, sources.people
    head = source.span
    if (
        covering is not None
        and index.ends[covering] <= head.end
        and index.starts[covering] + index.name(covering).core < head.start
    ):
        part = people.of_surface.get(sources.text[head.start : index.ends[covering]])
        if isinstance(part, Person):
            return part
    first = head.start if covering is None else index.starts[covering]
    runs = [at for at in index.within(first, head.end) if index.name(at).words]
    if is_list(runs, index) and not _JOINS.search(sources.text[head.start : index.starts[runs[0]]]):
        return group_of(sources, source, runs)
    best = _best_run(sources, source, runs)
    person = people.at(best) if best is not None else None
    if person is None and best is not None and _covers(sources, best, source):
        person = _plainly_called(sources, best)
    if head.text.split()[0].lower() in INDEFINITE and not (person is not None and is_known(person)):
        return sources.cast.stranger(source.text)
    if person is None or (best is not None and not _covers(sources, best, source)):
        person = people.surnamed(source.text)
    if person is None:
        firsts = people.by_first.get(source.text, ())  # May, who is May Moe
        if len(firsts) == 1:
            return _speaking(sources, *firsts)
        return sources.cast.body(source.text, "organisation")
    if best is not None and is_behind_noun(sources, best) and not index.name(best).full:
        person.type = "organisation"
    return _speaking(sources, person)


def _plainly_called(sources: Sources, run: int) -> Person:
    """Who bears a word that by itself looks like no name; *The Professor* is whom others call *Professor*."""
    index, people = sources.index, sources.people
    name, surface = index.name(run), index.surfaces[run]
    runs = index.runs().get(name.text, ())
    person = people.at(runs[0]) if runs else None
    if person is None:
        person = people.new("organisation" if name.kind in ("body", "place") else "person")
    people.give(person, name, (surface,))
    return person


def spoken_of(sources: Sources, turn: Turn) -> Person | None:
    """Who is named behind the cue as the one that the words are about: *Koh said of Ann Koh*."""
    if turn.source is None or turn.cue is None:
        return None
    behind = _ABOUT.match(sources.text, max(turn.source.span.end, turn.cue.spans[-1].end))
    at = sources.index.covering(behind.end()) if behind is not None else None
    return sources.people.at(at) if at is not None else None


def bearers_of(sources: Sources, source: Mention) -> Collection[Person]:
    """Who bears the surname that is the source: of two, who is told of, or told, does not speak, another does."""
    return sources.people.by_last.get(source.span.text, ())


def _best_run(sources: Sources, source: Mention, runs: list[int]) -> int | None:
    """Which name carries a mention: the last one, if the mention ends with it, else the first."""
    if len(runs) < 2:
        return runs[0] if runs else None
    return runs[-1] if _covers(sources, runs[-1], source) else runs[0]


def _covers(sources: Sources, run: int, source: Mention) -> bool:
    """Whether a name is what a mention is about, not part of it (Union *of Norland*, the *Moe* report)."""
    index = sources.index
    name = index.name(run)
    after = sources.text[index.ends[run] : source.span.end]
    before = sources.text[source.span.start : index.starts[run]]
    owned = before.endswith(("'s ", "’s ")) and name.kind == "person"
    of_body = owned or _is_role_in_body(sources, before)
    if before and _JOINS.search(before) and not (name.full and (_is_in_office(name) or of_body)):
        return False
    if not after.strip(' .”"’)'):
        person = sources.people.at(run)
        return name.full or person is not None or not before.strip()
    return _FOLLOWS.match(after) is not None and (name.full or name.kind == "person") and name.kind != "body"


def _is_role_in_body(sources: Sources, before: str) -> bool:
    """Whether words before a name tell what somebody is in a body: *University of Ulm professor | Ann Lee*."""
    words, kind_of = before.lower().removeprefix("the ").split(), sources.lexicon.kind_of
    return bool(words) and kind_of(words[0]) == "body" and kind_of(words[-1]) == "role"


def group_of(sources: Sources, source: Mention, runs: list[int]) -> Person:
    """Several who are named together."""
    index = sources.index
    *names, last = (name.bare if name.full else name.text for name in map(index.name, _people_of(runs, index)))
    group = sources.cast.body(f"{', '.join(names)} and {last}", "group")
    if squeezed(source.text) not in group.forms:
        group.call(squeezed(source.text))
    sources.cast.last_group = group
    return group


def who_is_named_at(sources: Sources, start: int) -> Person | None:
    """Who is named by a run that starts at a place, if one does."""
    index = sources.index
    at = index.covering(start)
    return sources.people.at(at) if at is not None and index.starts[at] == start else None


def _is_in_office(name: Name) -> bool:
    """Whether a name begins with what an office is for: Secretary of | State *Ann Lee*; no aide to | Gov. *Ann Lee*."""
    return bool(name.role) and not (name.titles and name.role[0] == name.titles[0])


def is_list(runs: Sequence[int], index: NameIndex) -> bool:
    """Whether a mention joins two names (Ann and Per Moe) rather than holding one of a body."""
    bearers = _people_of(runs, index) if len(runs) > 1 and not _has_fields(runs, index) else ()
    if len(bearers) < 2 or any(index.name(at).kind not in ("person", "word") for at in bearers):
        return False
    joints = [_JOINT.match(index.text, index.ends[a], index.starts[b]) for a, b in pairwise(runs)]
    return None not in joints and any(joint["and"] for joint in joints if joint)


def _has_fields(runs: Sequence[int], index: NameIndex) -> bool:
    """Whether names before the last are what an office is for: *Minister* for *Trade* and *Energy Per Moe*."""
    *others, last = map(index.name, runs)
    behind = index.text[index.ends[runs[0]] : index.starts[runs[1]]]
    return behind in _FIELDS and last.full and bool(last.role) and not any(each.full for each in others)


def _people_of(runs: Sequence[int], index: NameIndex) -> list[int]:
    """The names without the places they are from, and roles: *Ann Lee of* Norland *and* Head *of News Per Moe*."""
    joined = [(a, b) for a, b in pairwise(runs) if index.text[index.ends[a] : index.starts[b]] in _FROM]
    others = {a if index.name(b).full else b for a, b in joined}
    return [at for at in runs if at not in others]
