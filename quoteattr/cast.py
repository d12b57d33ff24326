"""Cast: everybody who may speak in a text."""

from __future__ import annotations

import regex
from attrs import define, field

from .lexicon import SOFT_HYPHEN
from .narration import Narration
from .persons import People, Person, SpeakerType, noun_gender

ARTICLE = regex.compile(r"^(?:the|an?|another|this|that|his|her|my|their|its|our|one)\s+", regex.I)

_EMPHASIS = regex.compile(r"(?<!\w)[_*]++|[_*]++(?!\w)")


def squeezed(text: str) -> str:
    r"""Words with single spaces between them, invisible signs and those of emphasis left out.

    >>> squeezed("the\u200bold\n \ufeffm\u200dan"), squeezed("an aide to _Ann Lee_")
    ('the old man', 'an aide to Ann Lee')
    """
    plain = (_EMPHASIS.sub("", text) or text) if "_" in text or "*" in text else text
    return " ".join(
        plain.replace("\u200d", "").replace(SOFT_HYPHEN, "").replace("\u200b", " ").replace("\ufeff", "").split()
    )


@define(eq=False)
class Cast:
    """Everybody who may speak in a text: the named, and those whom only a noun or a pronoun names."""

    people: People
    narration: Narration
    unnamed: dict[str, Person] = field(factory=dict)
    groups: dict[str, Person] = field(factory=dict)
    narrator: Person | None = None
    last_body: Person | None = None
    last_group: Person | None = None

    def stranger(self, phrase: str, type_: SpeakerType = "unnamed") -> Person:
        """Somebody new whom only these words name."""
        person = self.people.new(type_, name=squeezed(phrase))
        person.call(person.fixed_name)
        return person

    def called(self, key: str, phrase: str, type_: SpeakerType = "unnamed", gender: str = "") -> Person:
        """The one whom a noun means where no name belongs to it."""
        known = self.unnamed.get(key)
        if known is None:
            known = self.unnamed[key] = self._addressed_so(key) or self.stranger(phrase, type_)
            gender = gender or noun_gender(key.rpartition(" ")[2], self.people.lexicon)
            known.vote(gender, 20.0)
        else:
            known.call(squeezed(phrase))
        return known

    def _addressed_so(self, noun: str) -> Person | None:
        """Who is called by a noun as by a name: *the inspector* is whom others call *Inspector*."""
        runs = self.people.index.runs().get(noun.capitalize(), ())
        person = self.people.at(runs[0]) if runs else None
        if person is None or person.type != "person" or len(person.forms) > 1:
            return None
        person.sure = True
        return person

    def body(self, phrase: str, type_: SpeakerType) -> Person:
        """A body, group or document under the words of the text; the same words mean the same one."""
        key = ARTICLE.sub("", squeezed(phrase)).casefold()
        known = self.groups.get(key)
        if known is None:
            known = self.groups[key] = self.stranger(phrase, type_)
        return known

    def let_go(self) -> None:
        """Forget everybody, and whom the words of the text mean, for hardly anybody will ask any more."""
        self.narration.let_go()
        self.people.let_go()
        self.unnamed.clear()
        self.groups.clear()
