"""Texts drawn together with their answer: quoted sentences, conversations, articles.

The answer is built first: a frame is a marked sentence with blanks, the blanks are filled by draws, and
reading the marks gives the text and what its writer meant. So no test needs a second way to find the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from string import Template

from attrs import evolve
from hypothesis import strategies as st

from quoteattr import Span
from quoteattr.markup import Marked, parse_marked

# The frames. Words in “ ” are re-marked in the style drawn. The blanks are: $who, $other (names), $role (a
# common noun with its phrase), $they (a pronoun), $said (a past tense that goes before or after it),
# $sentence, $another, $question (without their last mark), $opening (the first part of a sentence), $part (a
# fragment in lower case), $thing (a noun), $place, $day, $apposition, $relative.
FRAMES: tuple[str, ...] = (
    # behind the content
    "<“$sentence,”> {$said} [$who].",
    "<“$sentence,”> [$who] {$said}.",
    "<“$sentence,”> {$said} [$who] on $day.",
    "<“$sentence,”> [$who] {$said} in $place.",
    "<“$question?”> {asked} [$who].",
    "<“$sentence!”> {cried} [$who].",
    "<“$sentence,”> [$they] {$said}.",
    "<“$sentence,”> {said} [$role].",
    "<“$sentence,”> [$role] {said}.",
    "<“$sentence,”> {$said} [$who], $apposition.",
    "<“$sentence,”> [$who], $apposition, {$said}.",
    "<“$sentence,”> {$said} [$who], who $relative.",
    "<“$sentence,”> [$who], who $relative, {$said}.",
    "<“$sentence,”> [$who] {told} $other.",
    "<“$sentence,”> $other was {told} by [$who].",
    "The $thing was <“$part,”> [$who] {$said}.",
    "The $thing was <“$part,”> {according to} [$who].",
    # before the content
    "[$who] {$said}, <“$sentence.”>",
    "[$who] {$said}: <“$sentence.”>",
    "On $day [$who] {said}: <“$sentence.”>",
    "[$who] {said} in $place: <“$sentence.”>",
    "[$who], $apposition, {$said}: <“$sentence.”>",
    "[$who], who $relative, {$said}: <“$sentence.”>",
    "[$role] {said}: <“$sentence.”>",
    "[$who] {told} $other: <“$sentence.”>",
    "[$who] {said}:\n<“$sentence.”>",
    "[$who] was {quoted} as {saying}: <“$sentence.”>",
    "[$who] left the $thing, {saying}: <“$sentence.”>",
    "[$who] shook the $thing and {said}: <“$sentence.”>",
    # cut in two
    "<“$opening,”> {$said} [$who], <“$part.”>",
    "<“$opening,”> [$they] {$said}, <“$part.”>",
    "<“$sentence,”> {$said} [$who]. <“$another.”>",
    "<“$question?”> {asked} [$who]. <“$another.”>",
    "<“$sentence,”> {said} [$who]1+2, {adding}2: <“$another.”>2",
    # in a statement in the writer's words
    "[$who] {said} the $thing was <“$part.”>",
    "[$who] {said} that the $thing in $place was <“$part.”>",
    "[$who] {called} the $thing <“$part.”>",
    "[$who] {described} the $thing as <“$part.”>",
    "[$who] {accused} $other of <“$part.”>",
    "[$who] {told} $other that the $thing was <“$part.”>",
    "[$who]1+2 {said} the $thing was <“$part,”> {adding}2: <“$sentence.”>2",
    "[$who]1+2 {called} the $thing <“$part”> and {said}2: <“$sentence.”>2",
    "The $thing is, as [$who] {put} it, <“$part.”>",
    "{In the words of} [$who], the $thing is <“$part.”>",
    "{According to} [$who], the $thing is <“$part.”>",
    # said by nobody
    "The so-called “$thing” was a $thing.",
    "$who never said “sorry.”",
    "$who did not say “yes.”",
)
"""Marked sentences with blanks: every order of content, cue and source that news and novels use."""

STYLES: tuple[tuple[str, str], ...] = (
    ("“", "”"),
    ('"', '"'),
    ("‘", "’"),
    ("'", "'"),
    ("«", "»"),
    ("„", "“"),
    ("``", "''"),
    ("「", "」"),
)
"""Opening and closing marks, the commonest first."""

_GIVEN = (
    "Ann", "Bo", "Carmela", "Dmitri", "Eun-ji", "Fatoumata", "Gráinne", "Håkon", "Isolde", "Jean-Luc",
    "Kwame", "Łucja", "Mei", "Nuno", "Ōko", "Priya", "Quentin", "Rūta", "Siobhán", "Tomás", "Ülle",
    "Vikram", "Wen", "Xóchitl", "Yusuf", "Zofia", "María José", "Anna-Lena",
)  # fmt: skip
_SURNAMES = (
    "Abara", "Björk", "Corrigan", "Dvořák", "Eide", "Ferrante", "Grønli", "Hughes", "Ivanova", "Jallow",
    "Kivi", "Lindqvist", "Mbeki", "Nguyen", "O’Dwyer", "Papadakis", "Quiroga", "Raghavan", "Sørli",
    "Tanaka", "Usman", "Vargas", "Wójcik", "Xu", "Yildiz", "Zander", "MacAlpine", "Smith-Okafor",
    "de Souza", "van der Meer", "al-Hakim", "Ní Bhriain",
)  # fmt: skip
_TITLES = ("Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "Sen.", "Captain", "Judge", "Mayor", "President", "Sir")
_ROLES_BEFORE = ("coach", "farmer", "chief engineer", "police spokesman", "former minister", "union leader")
_ROLES = (
    "the driver", "a neighbour", "the minister", "an old woman", "a spokeswoman for the railway",
    "the head of the club", "two residents", "the ministry", "the company", "police", "her lawyer",
    "one of the players",
)  # fmt: skip
_PRONOUNS = ("he", "she", "they", "I", "we")
_SAID = (
    "said", "added", "explained", "replied", "insisted", "noted", "recalled", "admitted", "complained",
    "warned",
)  # fmt: skip
_SENTENCES = (
    "The ferry leaves at dawn", "I don’t know the way", "Nobody saw the fire",
    "We’ve lost three boats this year", "It isn’t over", "My brother built that wall",
    "There are eleven of us, and two chairs", "You have to laugh",
    "They kept the money; we kept the dog", "No", "Prices rose by 4.5 percent in March",
    "Mr. Vole fixed it for $20",
)  # fmt: skip
_QUESTIONS = (
    "Who locked the door", "Is it late", "Why do they whisper", "Where’s the boat", "What",
)  # fmt: skip
_OPENINGS = (
    "If the rain stops", "In my opinion", "The thing is", "As far as I know", "When we were young",
    "Yes",
)  # fmt: skip
_PARTS = (
    "a waste of paint", "slow and cold", "the worst idea of the year", "not fit for dogs",
    "far too heavy", "beautiful", "a gift from my uncle’s estate", "older than the town",
)  # fmt: skip
_THINGS = ("bridge", "contract", "soup", "engine", "choir", "roof", "budget", "garden")
_PLACES = ("Oslo", "Lower Wick", "the harbour", "a radio interview", "Santa Rosa")
_DAYS = ("Monday", "Tuesday", "Friday", "Sunday evening")
_APPOSITIONS = (
    "a nurse", "54", "the owner of the mill", "a retired judge from Leeds", "who is 71",
    "head of sales at Orbo",
)  # fmt: skip
_RELATIVES = ("lost his boat in the storm", "has kept bees since 1988", "did not vote", "owns the land")
_NARRATION = (
    "The river rose again overnight.", "Nobody had expected the vote to be so close.",
    "Work on the roof begins in May.", "It was the third time in a year.",
    "Most shops in the town stayed shut.", "The old clock has stopped for good.",
)  # fmt: skip

_FIRST_LETTER = re.compile(r"^(\W*)(\w)")


def names() -> st.SearchStrategy[str]:
    """A person's name: of many languages, with and without given name, initials, title, role, suffix.

    >>> names().example()  # doctest: +SKIP
    'Judge R. T. van der Meer'
    """
    given, surname = st.sampled_from(_GIVEN), st.sampled_from(_SURNAMES)
    full = _spaced(given, surname)
    return st.one_of(
        full,
        surname.filter(lambda name: name[0].isupper()),
        _spaced(given, st.sampled_from(("B.", "J. P.", "K.")), surname),
        _spaced(st.sampled_from(("R.", "T. S.", "A.J.")), surname),
        _spaced(full, st.sampled_from(("Jr.", "III"))),
        _spaced(st.sampled_from(_TITLES), surname),
        _spaced(st.sampled_from(_TITLES), full),
        _spaced(st.sampled_from(_ROLES_BEFORE), full),
        given,
    )


def _spaced(*parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(*parts).map(" ".join)


_BLANKS: dict[str, st.SearchStrategy[str]] = {
    "who": names(),
    "other": names(),
    "role": st.sampled_from(_ROLES),
    "they": st.sampled_from(_PRONOUNS),
    "said": st.sampled_from(_SAID),
    "sentence": st.sampled_from(_SENTENCES),
    "another": st.sampled_from(_SENTENCES),
    "question": st.sampled_from(_QUESTIONS),
    "opening": st.sampled_from(_OPENINGS),
    "part": st.sampled_from(_PARTS),
    "thing": st.sampled_from(_THINGS),
    "place": st.sampled_from(_PLACES),
    "day": st.sampled_from(_DAYS),
    "apposition": st.sampled_from(_APPOSITIONS),
    "relative": st.sampled_from(_RELATIVES),
}


def fill(frame: str, *, style: tuple[str, str] = STYLES[0], **blanks: str) -> Marked:
    """A frame with its blanks filled and its marks in a style, read into text and answer.

    >>> fill("<“$part,”> {$said} [$who].", style=('"', '"'), part="a pity", said="noted", who="Ann").text
    '"A pity," noted Ann.'
    """
    left, right = style
    marked = Template(frame.replace("“", left).replace("”", right)).substitute(blanks)
    return parse_marked(_FIRST_LETTER.sub(lambda found: found[1] + found[2].upper(), marked))


@st.composite
def quoted_sentences(
    draw: st.DrawFn,
    *,
    frames: Sequence[str] = FRAMES,
    styles: Sequence[tuple[str, str]] = STYLES,
    who: st.SearchStrategy[str] | None = None,
) -> Marked:
    """A sentence or two with their answer, in a frame, with marks and with names drawn at random.

    ``frames`` are marked sentences with blanks, as in ``FRAMES``; ``who`` draws the names of the sources.

    >>> quoted_sentences().example().text  # doctest: +SKIP
    '"We’ve lost three boats this year," Judge van der Meer recalled.'
    """
    blanks = _BLANKS if who is None else {**_BLANKS, "who": who}
    frame = draw(st.sampled_from(frames))
    needed = sorted(blanks.keys() & set(re.findall(r"\$(\w+)", frame)))
    return fill(frame, style=draw(st.sampled_from(styles)), **{name: draw(blanks[name]) for name in needed})


@st.composite
def conversations(
    draw: st.DrawFn,
    *,
    styles: Sequence[tuple[str, str]] = STYLES,
    max_turns: int = 6,
) -> Marked:
    """Two people who take turns: the first two turns say who speaks, of the later ones only some do.

    The speakers of all turns are part of the answer.

    >>> print(conversations().example().text)  # doctest: +SKIP
    Zofia met Bo at the bridge.
    “Is it late?” asked Zofia.
    “No,” Bo replied.
    “Why do they whisper?”
    """
    pair = draw(st.lists(st.sampled_from(_GIVEN), min_size=2, max_size=2, unique=True))
    style = draw(st.sampled_from(styles))
    thing = draw(st.sampled_from(("bridge", "gate", "well", "mill")))
    parts = [fill(f"{pair[0]} met {pair[1]} at the {thing}.")]
    for turn in range(draw(st.integers(2, max_turns))):
        frames = _TURNS_WITH_CUE if turn < len(pair) else _TURNS
        frame = draw(st.sampled_from(frames))
        names = {"who": pair[turn % 2], "said": draw(_BLANKS["said"]), "sentence": draw(_BLANKS["sentence"])}
        parts.append(fill(frame, style=style, **names))
    return together(parts, draw(st.sampled_from(("\n", "\n\n"))))


@st.composite
def articles(
    draw: st.DrawFn,
    *,
    frames: Sequence[str] = FRAMES,
    styles: Sequence[tuple[str, str]] = STYLES,
    between: Sequence[str] = ("\n", "\n\n"),
    max_paragraphs: int = 8,
) -> Marked:
    """A piece of news: narration and quoted sentences of several people, a paragraph each.

    A person comes in with a full name and later has the surname alone; the full name is the speaker.
    ``between`` is what stands between paragraphs.

    >>> print(articles().example().text)  # doctest: +SKIP
    The river rose again overnight.
    <BLANKLINE>
    Dmitri Kivi called the bridge “a waste of paint.”
    <BLANKLINE>
    “It isn’t over,” Kivi said.
    """
    surnames = draw(st.lists(st.sampled_from(_SURNAMES), min_size=1, max_size=3, unique=True))
    full = [f"{draw(st.sampled_from(_GIVEN))} {surname}" for surname in surnames]
    known: set[str] = set()
    gap = draw(st.sampled_from(between))
    style = draw(st.sampled_from(styles))
    by_name = [frame.replace("\n", gap) for frame in frames if "[$they]" not in frame]
    parts = [parse_marked(draw(st.sampled_from(_NARRATION)))]
    for _ in range(draw(st.integers(1, max_paragraphs))):
        if draw(st.booleans()):
            parts.append(parse_marked(draw(st.sampled_from(_NARRATION))))
        at = draw(st.integers(0, len(full) - 1))
        shown = surnames[at] if full[at] in known and surnames[at][0].isupper() else full[at]
        part = draw(quoted_sentences(frames=by_name, styles=(style,), who=st.just(shown)))
        parts.append(_with_speaker(part, shown, full[at]))
        if shown in part.text:
            known.add(full[at])
    return together(parts, gap)


_TURNS_WITH_CUE = ("<“$sentence,”> {$said} [$who=$who].", "<“$sentence,”> [$who=$who] {$said}.")
_TURNS = (*_TURNS_WITH_CUE, "<“$sentence.”=$who>", "<“$sentence!”=$who>")


def together(parts: Iterable[Marked], between: str = "\n") -> Marked:
    """Several texts as one, with the answers of all.

    >>> late = parse_marked("<“Late,”> {said} [Ann].")
    >>> [one.source.start for one in together([late, late]).attributions]
    [13, 31]
    """
    texts: list[str] = []
    found = []
    length = 0
    for part in parts:
        at = length + len(between) * bool(texts)
        for one in part.attributions:
            source = one.source and _moved(one.source, at)
            content, cue = (tuple(_moved(span, at) for span in spans) for spans in (one.content, one.cue))
            found.append(evolve(one, content=content, cue=cue, source=source))
        texts.append(part.text)
        length = at + len(part.text)
    return Marked(between.join(texts), tuple(found))


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by, span.text)


def _with_speaker(answer: Marked, shown: str, speaker: str) -> Marked:
    """The answer, with the speaker named wherever the source is the name shown."""
    named = (
        evolve(one, speaker=speaker) if one.source is not None and one.source.text == shown else one
        for one in answer.attributions
    )
    return evolve(answer, attributions=tuple(named))
