"""Made-up news of any length, always the same for the same seed: what the benchmark reads.

No sentence is anyone's: the places, people and events are invented. The mixture is that of real news: four
paragraphs in ten have a quotation, half of the sources are names, a third pronouns.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

FIRST = (
    "Ada Bram Celia Dorrit Emil Fenna Gustav Hanne Ivo Jorun Kaspar Lene Milo Nella Otto Petra Rufus Sanna"
).split()
LAST = (
    "Aldersey Brackwater Colvin Dunmarsh Ellingham Farrow Gantry Hollister Ingleby Jessop Kestrel Lomax"
    " Marwood Norcross Ottery Pellew Quarrie Rushmere Stannard Tolley Underhay Varley Wexcombe Yarrow"
).split()
ROLES = (
    "mayor head.teacher harbour.master chief.engineer union.leader councillor spokeswoman surveyor farmer shop.steward"
).split()
BODIES = (
    "the harbour board",
    "the county council",
    "the Farrow Line",
    "the water company",
    "the miners’ union",
    "the audit office",
)
PLACES = "Tarn.Bay Oxmere Little.Harrow Skelby Port.Ansel Mossgate Dunford Wick.End".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
THINGS = (
    "the old bridge",
    "the ferry",
    "the spring timetable",
    "the new reservoir",
    "the grain store",
    "the night shift",
    "the flood wall",
    "the railway line to {place}",
    "a budget of $4.5 million",
    "the harbour’s northern light",
)
FACTS = (
    "{thing} would close before the winter",
    "{thing} had cost more than anyone expected",
    "no one had asked the people of {place}",
    "{number} families would have to move",
    "the work on {thing} could not wait until {day}",
    "{thing} was safe, whatever the letters to the paper claimed",
    "the county could not pay for {thing} and a second school",
    "it would take {number} days to clear the road",
)
SPEECH = (
    "we have waited {number} years for {thing}, and we can wait another month",
    "nobody here has seen anything like it",
    "if {thing} goes, the young people of {place} will go with it",
    "I don’t think that {thing} is the problem",
    "there is no money in the budget, and there won’t be any before {day}",
    "it isn’t the rain that worries me, it’s what comes down from the hills afterwards",
    "they told us in the spring that {thing} would be ready",
    "you can’t run a town on promises",
)
PLAIN = (
    "On {day} some {number} people gathered outside the town hall in {place}, many of them with children.",
    "Traffic was led around {place} while crews worked on {thing}.",
    "A vote on {thing} is planned for {day}, after the annual meeting.",
    "The river rose by almost 3 feet within an hour and carried off {number} boats.",
    "Work on {thing} began in 1987 and was never finished.",
    "Shares in the company fell 2.4 percent on {day}.",
)
VERBS = "said said said said said added told.reporters warned insisted explained".split()
DIRECT = (
    "“{Speech},” {cue} {source}.",
    "“{Speech},” {source} {cue}.",
    "“{Speech},” {source} {cue}. “{Speech}.”",
    "“{Speech},” {cue} {source}, {role}. “{Speech}.”",
    "{Source} {cue}: “{Speech}.”",
)
PRONOUN = (
    "“{Speech},” {pronoun} said.",
    "“{Speech},” {pronoun} added. “{Speech}.”",
    "{Pronoun} said {fact}.",
)
MIXED = (
    "{Source} called {thing} “a bad joke” and said {fact}.",
    "According to {source}, {thing} was “beyond repair.”",
    "{Source} said that the plans were “half-baked at best,” and that {fact}.",
)
INDIRECT = ("{Source} said that {fact}.", "{Fact}, {source} said on {day}.", "{Source} believes that {fact}.")


def make_news(size: int, seed: int = 1) -> str:
    """Articles of about ``size`` characters in all.

    >>> make_news(300) == make_news(300)
    True
    >>> len(make_news(10_000)) in range(9_000, 11_000)
    True
    """
    chance = random.Random(seed)
    paragraphs: list[str] = []
    length = 0
    while length < size:
        for paragraph in _make_article(chance):
            paragraphs.append(paragraph)
            length += len(paragraph) + 2
            if length >= size:
                break
    return "\n\n".join(paragraphs)


def make_talk(size: int, seed: int = 1) -> str:
    """Two people who talk on and on, about ``size`` characters: each speaks, and is named, thousands of times.

    >>> len(make_talk(10_000)) in range(9_000, 11_000)
    True
    """
    chance = random.Random(seed)
    people = (("Ada Colvin", "she"), ("Otto Gantry", "he"))
    paragraphs: list[str] = []
    length = 0
    while length < size:
        full, pronoun = people[len(paragraphs) % 2]
        source = chance.choice((full, full.split()[-1], pronoun))
        paragraphs.append(_fill(chance, "“{Speech},” {source} said.", source, pronoun))
        length += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs)


def _make_article(chance: random.Random) -> Iterator[str]:
    """The paragraphs of one article, which has a few people of its own."""
    people = [(f"{chance.choice(FIRST)} {chance.choice(LAST)}", chance.choice(("he", "she"))) for _ in range(4)]
    named: set[str] = set()
    for _ in range(chance.randint(12, 30)):
        full, pronoun = chance.choice(people)
        source = full.split()[-1] if full in named else full
        named.add(full)
        if chance.random() < 0.15:
            source = chance.choice(BODIES)
        kinds, weights = (PLAIN, DIRECT, MIXED, INDIRECT), (45, 27, 8, 20)
        sentences = [chance.choice(chance.choices(kinds, weights)[0])]
        if sentences[0] in DIRECT and chance.random() < 0.5:
            sentences.append(chance.choice(PRONOUN))
        sentences += [chance.choice(PLAIN)] * (chance.random() < 0.4)
        yield " ".join(_fill(chance, one, source, pronoun) for one in sentences)


def _fill(chance: random.Random, frame: str, source: str, pronoun: str) -> str:
    words = {
        "thing": chance.choice(THINGS),
        "fact": chance.choice(FACTS),
        "role": f"{chance.choice(('a', 'the'))} {chance.choice(ROLES)}",
        "cue": chance.choice(VERBS),
        "source": source,
        "pronoun": pronoun,
        "place": chance.choice(PLACES),
        "day": chance.choice(DAYS),
        "number": str(chance.randint(2, 90)),
    }
    words = {name: word.replace(".", " ") if name in _DOTTED else word for name, word in words.items()}
    while "{Speech}" in frame:
        speech = chance.choice(SPEECH)
        frame = frame.replace("{Speech}", speech[0].upper() + speech[1:], 1)
    for name in ("Source", "Pronoun", "Fact"):
        word = words[name.lower()]
        frame = frame.replace(f"{{{name}}}", word[0].upper() + word[1:])
    while "{" in frame:
        frame = frame.format(**words)
    return frame


_DOTTED = frozenset(("role", "cue", "place"))  # words that are several, kept whole in the tables above
