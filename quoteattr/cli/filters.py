"""Filters: which attributions of a result are wanted."""

from __future__ import annotations

from collections.abc import Collection

from attrs import evolve, frozen

from quoteattr import Attribution, Result


@frozen
class Wanted:
    """The attributions that are wanted: of these speakers, of these kinds; nothing given means all.

    A speaker is wanted whose name, or another name for the same, has the given words in it, capitals or not.

    >>> from quoteattr import attribute
    >>> result = attribute("“It is late,” said Ann Lee. “No,” said Tom Berg. He called it “a farce.”")
    >>> [one.text for one in Wanted(("berg",)).of(result)]
    ['“No,”', '“a farce.”']
    >>> [one.text for one in Wanted(kinds=("mixed",)).of(result)]
    ['“a farce.”']
    """

    speakers: Collection[str] = ()
    kinds: Collection[str] = ()

    def __bool__(self) -> bool:
        return bool(self.speakers or self.kinds)

    def of(self, result: Result) -> Result:
        """The result with those alone, and with those alone who say them."""
        if not self:
            return result
        wanted = [one for one in result if self._wants(one)]
        kept = {id(one) for one in wanted}
        made: dict[int, Attribution] = {}

        def without_others(one: Attribution) -> Attribution:
            """The attribution, reported by the nearest one around it that is wanted, too."""
            if id(one) not in made:
                outer = one.reported_by
                while outer is not None and id(outer) not in kept:
                    outer = outer.reported_by
                outer = None if outer is None else without_others(outer)
                made[id(one)] = one if outer is one.reported_by else evolve(one, reported_by=outer)
            return made[id(one)]

        attributions = tuple(map(without_others, wanted))
        return evolve(
            result,
            attributions=attributions,
            speakers=tuple(dict.fromkeys(one.speaker for one in attributions if one.speaker is not None)),
        )

    def _wants(self, one: Attribution) -> bool:
        if self.kinds and one.kind not in self.kinds:
            return False
        if not self.speakers:
            return True
        names = (one.speaker.name, *one.speaker.aliases) if one.speaker else ()
        return any(_has_words(name, wanted) for name in names for wanted in self.speakers)


def _has_words(name: str, wanted: str) -> bool:
    """Whether the words stand in the name, one behind the other."""
    return f" {' '.join(wanted.casefold().split())} " in f" {' '.join(name.casefold().split())} "
