"""Extension: what a package adds, found by entry point and used only when asked for by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches
from functools import reduce
from operator import or_
from typing import Any

from attrs import field, frozen

from .errors import OptionError, RuleError
from .named import MentionFinder
from .resolvers import Resolver
from .rule import RuleSet
from .vocabulary import Vocabulary

GROUP = "quoteattr.extensions"


def _as_they_are(rules: RuleSet) -> RuleSet:
    return rules


@frozen(kw_only=True)
class Extension:
    """What is added to the library; a bare function that changes the rules is one, too.

    ``rules`` changes the rules, ``vocabulary`` has words besides those of the language, ``find_mentions`` tells where
    somebody is named, and ``resolve`` who is meant.

    >>> from quoteattr import attribute
    >>> alps = Extension(vocabulary=Vocabulary(cues=["skeet"]))
    >>> print(*attribute("Ann Lee skeeted that it was late.", extensions=[alps]))
    Ann Lee, skeeted: it was late
    """

    rules: Callable[[RuleSet], RuleSet] = field(default=_as_they_are)
    vocabulary: Vocabulary = field(factory=Vocabulary)
    find_mentions: MentionFinder | None = None
    resolve: Resolver | None = None


@frozen
class Extensions:
    """Several extensions, loaded, each with what it is called in a message."""

    loaded: tuple[tuple[str, Extension], ...]

    @classmethod
    def of(cls, given: Sequence[str | Extension]) -> Extensions:
        """Those given, or named.

        Raises:
            OptionError: No extension of that name is installed.
            RuleError: An extension failed to load.
        """
        return cls(tuple(_loaded(given)))

    def rules(self, rules: RuleSet) -> RuleSet:
        """The rules as the extensions change them, one after the other."""
        for told, extension in self.loaded:
            try:
                rules = extension.rules(rules)
            except Exception as fault:
                message = f"{told} failed: {type(fault).__name__}: {fault}"
                raise RuleError(message) from fault
            if not isinstance(rules, RuleSet):
                message = f"{told} must give a RuleSet, not {type(rules).__name__}"
                raise RuleError(message)
        return rules

    def vocabulary(self, vocabulary: Vocabulary) -> Vocabulary:
        """The words of the extensions besides those of a vocabulary.

        Raises:
            LexiconError: Two of them say different things of a word.
        """
        return reduce(or_, (extension.vocabulary for _, extension in self.loaded), vocabulary)

    @property
    def finders(self) -> tuple[MentionFinder, ...]:
        """What tells where somebody is named."""
        return tuple(one.find_mentions for _, one in self.loaded if one.find_mentions is not None)

    @property
    def resolvers(self) -> tuple[Resolver, ...]:
        """What tells who is meant."""
        return tuple(one.resolve for _, one in self.loaded if one.resolve is not None)


def extended(rules: RuleSet, extensions: Sequence[str | Extension]) -> RuleSet:
    """The rules as the extensions change them, one after the other.

    Raises:
        OptionError: No extension of that name is installed.
        RuleError: An extension failed to load, or gave no rules; the message has its name.

    >>> from quoteattr import RULES
    >>> extended(RULES, ()) == RULES
    True
    """
    return Extensions.of(extensions).rules(rules)


def _loaded(extensions: Sequence[str | Extension]) -> Iterator[tuple[str, Extension]]:
    """Each extension, with what it is called in a message."""
    if isinstance(extensions, str):
        message = f"extensions must be a list of names, not {extensions!r}: [{extensions!r}]"
        raise OptionError(message)
    for at, each in enumerate(extensions):
        if isinstance(each, Extension):
            yield f"the extension at {at}", each
            continue
        given = _installed(each)
        if not isinstance(given, Extension) and not callable(given):
            message = f"the extension {each!r} must be a function or an Extension, not {type(given).__name__}"
            raise RuleError(message)
        yield f"the extension {each!r}", given if isinstance(given, Extension) else Extension(rules=given)


def _installed(name: str) -> Any:
    from importlib.metadata import entry_points  # noqa: PLC0415 - costs as much as all the tables of words

    installed = entry_points(group=GROUP)
    found = next((each for each in installed if each.name == name), None)
    if found is None:
        known = sorted({each.name for each in installed})
        close = get_close_matches(str(name), known, 1)
        hint = f"did you mean {close[0]!r}?" if close else f"installed are: {', '.join(known) or 'none'}"
        message = f"no extension is named {name!r}; {hint}"
        raise OptionError(message)
    try:
        return found.load()
    except Exception as fault:
        message = f"the extension {name!r} cannot be loaded: {type(fault).__name__}: {fault}"
        raise RuleError(message) from fault
