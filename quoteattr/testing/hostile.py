r"""HOSTILE: texts that nobody writes and that break what was not built for them, each of any length.

Each is a function from a number of characters to a text of just that many. They are for tests at small sizes
(the laws hold) and for measuring at large ones (time and memory grow with the text, and no faster).

>>> HOSTILE["marks that open"](5)
'“““““'
>>> all(len(make(100)) == 100 for make in HOSTILE.values())
True
"""

from __future__ import annotations

import random
import sys
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from itertools import accumulate, chain, count, cycle, islice, repeat, takewhile
from types import MappingProxyType
from typing import Final

Make = Callable[[int], str]

SEED: Final = 20_260
_SURROGATES: Final = range(0xD800, 0xE000)
_ROUNDS: Final = 16
_VOWELS, _CONSONANTS = "aeiou", "bdfgklmnprstvz"


def _repeated(unit: str) -> Make:
    """The same again and again, never a part of it: blanks fill what is left."""
    return lambda size: (unit * (size // len(unit))).ljust(size)


def _nested(left: str, right: str) -> Make:
    """Half of it opens, the other half closes."""

    def make(size: int) -> str:
        half = size // 2
        return _repeated(left)(half) + _repeated(right)(size - half)

    return make


def _joined(units: Callable[[], Iterator[str]]) -> Make:
    """Pieces, each another one, as many as there is room for: blanks fill what is left."""

    def make(size: int) -> str:
        ends = accumulate(map(len, units()))
        many = sum(1 for _ in takewhile(size.__ge__, ends))
        return "".join(islice(units(), many)).ljust(size)

    return make


def name(number: int) -> str:
    """A name that no other number has: *Ba*, *Be*, …, *Baba*.

    >>> [name(number) for number in (0, 69, 70, 5000)]
    ['Ba', 'Zu', 'Baba', 'Babama']
    """
    syllables = [c + v for c in _CONSONANTS for v in _VOWELS]
    word = ""
    while True:
        number, at = divmod(number, len(syllables))
        word = syllables[at] + word
        if not number:
            return word.capitalize()
        number -= 1


def _every_code_point() -> Iterator[str]:
    """All but the halves of surrogate pairs, in rounds, so that a part of the text has some of all sorts."""
    codes = chain.from_iterable(range(first, sys.maxunicode + 1, _ROUNDS) for first in range(_ROUNDS))
    return cycle([chr(code) for code in codes if code not in _SURROGATES])


def _code_points_between_blanks() -> Iterator[str]:
    return (f"{sign} " for sign in _every_code_point())


def _drawn(letters: str) -> Callable[[], Iterator[str]]:
    """Letters drawn at random, always the same ones."""

    def draw() -> Iterator[str]:
        dice = random.Random(SEED)  # noqa: S311 - no secret
        while True:
            yield dice.choice(letters)

    return draw


_LINES = 4000  # of chance, over and over: one that looks like a word of saying would count more in a longer text


def _base64() -> Iterator[str]:
    dice = random.Random(SEED)  # noqa: S311 - no secret
    while True:
        yield b64encode(dice.randbytes(57)).decode() + "\n"


def _json() -> Iterator[str]:
    yield "["
    for number in count():
        yield f'{{"id":{number},"who":"Ann {name(number)}","said":"He said: \\"It\'s {number}\\"","of":[null,true]}},'


def _labels() -> Iterator[str]:
    return (f"{name(number % 7).upper()}: Yes.\n" for number in count())


def _speakers_in_turn() -> Iterator[str]:
    return (f"“It is {n},” said {name(n % 1000)} {name(n % 1000 + 70)}.\n\n" for n in count())


def _new_names() -> Iterator[str]:
    return (f"“No,” said {name(n)} {name(n + 1)}. " for n in count())


def _one_surname() -> Iterator[str]:
    return (f"{name(n)} Lee met Mr. Lee. “No,” Lee said. " for n in count())


def _one_first_name() -> Iterator[str]:
    return (f"Ann {name(n)} met Ann. “No,” Ann said. " for n in count())


def _one_first_and_last_name() -> Iterator[str]:
    return (f"Ann {name(n)} Lee met Lee. “No,” Ann Lee said. " for n in count())


def _longer_names() -> Iterator[str]:
    return (f"Ann Lee {name(n)} met Ann Lee. “No,” she said. " for n in count())


def _titles_and_new_names() -> Iterator[str]:
    named = (f"“No,” said Captain {name(n)} of Mr. {name(n + 1)}, the {name(n).lower()}. " for n in count())
    return chain(["“Yes.” "], named)  # nobody is told to say it: all around is read for it


def _conversation() -> Iterator[str]:
    return chain(["“C.” "], repeat("“A?” asked Ann. “B,” said Bo. "))


def _nobody_named() -> Iterator[str]:
    return chain(["Ann Lee and Bo Ray met.\n\n"], cycle(["“Yes.”\n\n", "“No.”\n\n"]))


def _that_said_that() -> Iterator[str]:
    return (f"{name(n)} said that " for n in count())


_MARKS: Final = "“”\"‘’'«»„‚‹›「」『』`´–—-"

HOSTILE: Final[Mapping[str, Make]] = MappingProxyType(
    {
        # quotation marks and nothing else
        "marks that open": _repeated("“"),
        "marks that close": _repeated("”"),
        "straight marks": _repeated('"'),
        "apostrophes": _repeated("'"),
        "backticks": _repeated("`"),
        "marks in turn": _repeated("“”"),
        "marks in turn, with a word": _repeated("“a” "),
        "straight marks in turn, with a word": _repeated('"a" '),
        "single marks in turn, with a word": _repeated("'a' "),
        "two kinds that open": _repeated("“‘"),
        "nested, two kinds": _nested("“‘", "’”"),
        "nested, words between": _nested("“a ‘b ", "c’ d” "),
        "guillemets, both ways": _repeated("«»›‹"),
        "marks drawn at random": _joined(_drawn(_MARKS)),
        "marks and words drawn at random": _joined(_drawn(_MARKS + "aA  .,\n")),
        "paragraphs of one mark": _repeated("“\n\n"),
        "a speech that never closes": _repeated("“It goes on and on.\n\n"),
        "apostrophes of all kinds": _repeated("’em the boys’ ’tis rock ’n’ roll, 6'2\" "),
        "entities": _repeated("&quot;&ldquo;&#8220;&#x201d;"),
        # words
        "no blank": _repeated("a"),
        "no blank, capitals": _repeated("A"),
        "one capital a word": _repeated("A "),
        "one name": _repeated("Annabelle Lee "),
        "said said said": _repeated("said "),
        "he said he said": _repeated("he said "),
        "said that said that": _joined(_that_said_that),
        "according to": _repeated("according to "),
        "who who who": _repeated("who "),
        "and and and": _repeated("and Ann "),
        "of the of the": _repeated("of the minister "),
        "abbreviations": _repeated("Mr. Dr. U.S.A. e.g. J. "),
        "titles before no name": _repeated("the Rev. Captain "),
        "commas only": _repeated(","),
        "commas and words": _repeated("a miller, "),
        "full stops": _repeated("."),
        "dots and blanks": _repeated(". "),
        "colons": _repeated("Ann: "),
        "questions": _repeated("?!"),
        "digits": _repeated("6'2\" 1,000.5 9:30 "),
        "parentheses": _nested("(", ")"),
        "brackets and slashes": _repeated("[/\\]{}|"),
        # quotations that have work on every letter
        "quoted words in one sentence": _repeated("and the “a” or “b” "),
        "one sentence, cut by its cue": _repeated("“A,” he said, "),
        "quoted and called": _repeated("Ann called it “a”, "),
        "a conversation in one paragraph": _joined(_conversation),
        "a conversation without names": _joined(_nobody_named),
        "a thousand speakers in turn": _joined(_speakers_in_turn),
        "a new name each time": _joined(_new_names),
        "one surname for all": _joined(_one_surname),
        "one first name for all": _joined(_one_first_name),
        "one first and last name for all": _joined(_one_first_and_last_name),
        "one name within all": _joined(_longer_names),
        "titles and new names": _joined(_titles_and_new_names),
        "a company, and no full stop": _repeated("“A” Orvex grew, and the company called it “a B” "),
        "pronouns": _repeated("“A,” he told her, and she told him: “B.” "),
        "somebody new each time": _repeated("A baker sat in 5. He said it was “late.” "),
        # layouts
        "labels": _joined(_labels),
        "labels without words": _repeated("A:\n"),
        "dialogue behind dashes": _repeated("— No, he said.\n"),
        "walls of dashes": _repeated("-"),
        "walls of long dashes": _repeated("—"),
        "dashes and words": _repeated("a — b -- c - "),
        "lines ended in every way": _repeated("a\r\n\r“b”\n\r\n\x85c\u2028\u2029\x0b\x0c"),
        "new lines": _repeated("\n"),
        "carriage returns": _repeated("\r"),
        "blanks": _repeated(" "),
        "tabs and blanks": _repeated(" \t\u00a0\u3000"),
        "a blank before each line": _repeated("    a\n"),
        "emphasis": _repeated("*_**__"),
        "hyphens in one word": _repeated("a-"),
        # what is no prose
        "HTML": _repeated('<p class="a" title=\'b\'>“A,” said <a href="/b">Bo</a>.</p>'),
        "tags never closed": _repeated("<a "),
        "base64": _repeated("".join(islice(_base64(), _LINES))),
        "JSON on one line": _joined(_json),
        "addresses": _repeated("https://a.example/b?c=d&e='f' ann@a.example @ann #b "),
        # letters
        "every code point": _joined(_every_code_point),
        "every code point, blanks between": _joined(_code_points_between_blanks),
        "lone surrogates": _joined(lambda: cycle(map(chr, _SURROGATES))),
        "towers of accents": _repeated("a" + "\u0301" * 999),
        "written from the right": _repeated("\u202e“אמר”, said Ann.\u202c"),
        "zero width everywhere": _repeated("“\u200bA\u200d,\ufeff” s\u2060a\u200ci\u00add A\u200bnn. "),
        "NULs": _repeated("\0"),
        "NULs in words": _repeated("“A\0,” said\0 Ann. "),
        "letters that grow in lower case": _repeated("İ"),
        "words that grow in lower case": _repeated("“İİ,” said İnci İŞ. ŉ ǰ ΐ ß ﬃ "),
        "titlecase digraphs": _repeated("“ǅ,” said ǅon ǈubo. "),
        "emoji": _repeated("👩‍👩‍👧‍👦🇺🇸👍🏽"),
    }
)
"""The texts by name."""
