"""Cast: who speaks in a result, each under a number and a label that nobody else has; find_outer: who reports whom."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from quoteattr import Attribution, Result, Speaker


@frozen
class Cast:
    """Who speaks, in the order of the result.

    >>> cast = Cast.of(Result(text="", speakers=(Speaker("Ann Lee"), Speaker("Bo Vole"))))
    >>> cast.number(cast.speakers[1]), cast.number(None)
    (1, None)
    """

    speakers: tuple[Speaker, ...]
    _numbers: Mapping[int, int]

    @classmethod
    def of(cls, result: Result) -> Cast:
        """The speakers of a result, and behind them those that only an attribution names."""
        numbers: dict[int, int] = {}
        speakers: list[Speaker] = []
        for speaker in (*result.speakers, *(one.speaker for one in result)):
            if speaker is not None and id(speaker) not in numbers:
                if speaker not in speakers:
                    speakers.append(speaker)
                numbers[id(speaker)] = speakers.index(speaker)
        return cls(tuple(speakers), numbers)

    def number(self, speaker: Speaker | None) -> int | None:
        """The place of a speaker among all; None for nobody."""
        return None if speaker is None else self._numbers[id(speaker)]

    def labels(self, *taken: str) -> tuple[str, ...]:
        """A name in capitals for each speaker, on one line; a second bearer of a name gets a number.

        >>> Cast.of(Result(text="", speakers=(Speaker("Lee"), Speaker("lee"), Speaker("Narrator")))).labels("NARRATOR")
        ('LEE', 'LEE (2)', 'NARRATOR (2)')
        """
        used = set(taken)
        labels: list[str] = []
        for speaker in self.speakers:
            name = " ".join(speaker.name.upper().replace(":", " ").split()) or "UNNAMED"
            label, count = name, 1
            while label in used:
                count += 1
                label = f"{name} ({count})"
            used.add(label)
            labels.append(label)
        return tuple(labels)


def find_outer(result: Result) -> tuple[int | None, ...]:
    """For each attribution the place of the one that reports it, None where there is none.

    >>> find_outer(Result(text=""))
    ()
    """
    places = {id(one): at for at, one in enumerate(result)}

    def place(outer: Attribution | None) -> int | None:
        if outer is None:
            return None
        at = places.get(id(outer))
        return result.attributions.index(outer) if at is None else at  # equal, but another object

    return tuple(place(one.reported_by) for one in result)
