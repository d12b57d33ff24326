"""A million made-up texts held against the laws: the same ones for the same numbers.

    python tools/many_texts.py                           the first million, in one process; takes about an hour
    python tools/many_texts.py --from 5000 --count 100   the texts 5000 to 5099
    python tools/many_texts.py --show 5000               one of them

Every text has a number, which is the seed that it is drawn with: a salad of all that the library reacts to,
made-up news with letters lost, doubled and changed, pieces of hostile texts put together, or any code points.
The first text for which a law is broken, or that raises, is told with its number, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from collections.abc import Callable
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))

from news import make_news, make_talk

from quoteattr import Result, attribute
from quoteattr.testing import check_laws
from quoteattr.testing.hostile import HOSTILE, name

MILLION = 1_000_000
SIGNS = "“”\"‘’'«»„‚‹›「」『』`´–—-:;,.?!…()[]<>&*_ \n\t\r\0\u200b\u00a0\u2028\ud800\u0301\u202eİß"
WORDS = (
    "said|said Ann|Ann said|Ann Lee|she|he|who|that|and|told Bo|according to|as|called it|adding|asked|Mr. Lee|Lee|"
    "the minister|a spokesman|THE|Q:|BO:|''|``|--|...|’em|boys’|I’m|6'2\"|\n\n|\n|, |. |“Yes,”|“No.”|’ |”|“|It is late|"
    "because|if|never|not|Dr.|U.S.|of|wrote|said that|who said|was quoted as saying|in the words of|&quot;|<p>|</p>|"
    "Uncle Jo|Mrs. Per Moe|says|thinks|will say|denied|his|her|their|the|Monday|in Tarn Bay|@ann|#late|1,000|3.5|É|🎺"
).split("|")


@cache
def stock() -> str:
    """Made-up news and talk, from which pieces are taken."""
    return make_news(200_000) + "\n\n" + make_talk(100_000)


def salad(dice: random.Random) -> str:
    """Words and signs at random."""
    parts = []
    for _ in range(dice.randrange(40)):
        kind = dice.random()
        if kind < 0.6:
            parts.append(dice.choice(WORDS) + dice.choice((" ", " ", "")))
        elif kind < 0.9:
            parts.append(dice.choice(SIGNS))
        else:
            parts.append(name(dice.randrange(5000)) + dice.choice((" ", ", ", "’s ")))
    return "".join(parts)


def piece(dice: random.Random) -> str:
    """A piece of made-up news."""
    start = dice.randrange(len(stock()) - 1000)
    return stock()[start : start + dice.randrange(40, 600)]


def spoiled(dice: random.Random) -> str:
    """A piece of news with letters lost, doubled, changed and moved."""
    letters = list(piece(dice))
    for _ in range(dice.randrange(1, 12)):
        at = dice.randrange(len(letters))
        change = dice.randrange(4)
        if change == 0:
            letters[at] = ""
        elif change == 1:
            letters[at] += dice.choice(SIGNS)
        elif change == 2:
            letters[at] = dice.choice(SIGNS)
        else:
            letters[at] += dice.choice(WORDS)
    return "".join(letters)


def hostile(dice: random.Random) -> str:
    """Pieces of hostile texts, one after the other, some with a sentence between them."""
    kinds = list(HOSTILE.values())
    parts = []
    for _ in range(dice.randrange(1, 4)):
        whole = dice.choice(kinds)(dice.randrange(10, 120))
        parts.append(whole[dice.randrange(len(whole)) :])
        if dice.random() < 0.5:
            parts.append(salad(dice))
    return "".join(parts)


def anything(dice: random.Random) -> str:
    """Code points at random, from all of Unicode or from its beginning."""
    most = dice.choice((0x80, 0x300, 0x3000, 0x110000))
    return "".join(chr(dice.randrange(most)) for _ in range(dice.randrange(60)))


KINDS: tuple[Callable[[random.Random], str], ...] = (salad, salad, salad, spoiled, spoiled, hostile, anything)


def text_of(number: int) -> str:
    """The text with a number.

    >>> text_of(1) == text_of(1) != text_of(2)
    True
    """
    dice = random.Random(number)
    return KINDS[number % len(KINDS)](dice)


def attribute_all(text: str) -> Result:
    """With the reports of thoughts, too: the widest that there is."""
    return attribute(text, indirect="all")


def main() -> int:
    """Hold the texts against the laws."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="first", type=int, default=0, metavar="NUMBER")
    parser.add_argument("--count", type=int, default=MILLION)
    parser.add_argument("--show", type=int, metavar="NUMBER")
    parser.add_argument("--go-on", action="store_true", help="after a text that fails, too")
    options = parser.parse_args()
    if options.show is not None:
        print(repr(text_of(options.show)))
        return 0
    started, failed = time.monotonic(), 0
    for number in range(options.first, options.first + options.count):
        try:
            check_laws(text_of(number), attribute_all if number % 2 else attribute)
        except Exception:  # noqa: BLE001 - whatever it is, it is told
            failed += 1
            print(f"text {number}: {text_of(number)!r}\n{traceback.format_exc()}", flush=True)
            if not options.go_on:
                return 1
        done = number - options.first + 1
        if done % 10_000 == 0:
            print(f"{done:,} texts, {failed} failed, {time.monotonic() - started:.0f} s", flush=True)
    print(f"{options.count:,} texts, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
