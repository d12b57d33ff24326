"""Make the table of given names from the locale data of Faker (MIT licence).

    python tools/make_given_names.py > quoteattr/lang/en/given.tsv

Faker keeps the commonest given names of some seventy countries, by gender, each from a public
register. A name goes to the gender that lists it in at least three times as many languages;
else it is one that either may bear (``u``). Names are kept in Latin letters, which is how an
English text writes them.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
import unicodedata
from collections import defaultdict

import faker
from faker.providers import person

HEADER = """\
# gender	names
# Given names and the gender of those who bear them (m, f, u: either), in alphabetical order.
# Made by tools/make_given_names.py from the locale data of Faker {version} (MIT licence,
# https://github.com/joke2k/faker, given.LICENSE.txt): do not edit, run the command again.
"""
LISTS = {
    "f": ("first_names_female", "first_romanized_names_female"),
    "m": ("first_names_male", "first_romanized_names_male"),
}
CLEAR, LONGEST = 2, 11
"""How many times as many registers must have it for the one gender as for the other; the longest name kept."""


def is_latin(name: str) -> bool:
    """Whether every letter of the name is a Latin one, and the name is one word."""
    letters = [c for c in name if c.isalpha()]
    return bool(letters) and name.isalpha() and all("LATIN" in unicodedata.name(c, "") for c in letters)


def count_registers() -> dict[str, dict[str, set[str]]]:
    """For each name the registers that list it, by gender: a country if English, else a language."""
    registers: dict[str, dict[str, set[str]]] = defaultdict(lambda: {"f": set(), "m": set()})
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"{person.__name__}.{module.name}").Provider
        english = module.name.startswith("en")
        for gender, lists in LISTS.items():
            for name in {word for which in lists for word in getattr(provider, which, None) or ()}:
                word = unicodedata.normalize("NFC", name).strip()
                if is_latin(word) and word[0].isupper() and 1 < len(word) <= LONGEST:
                    registers[word][gender].add(module.name if english else module.name.split("_")[0])
    return registers


def decide(by_gender: dict[str, set[str]]) -> str:
    """The gender of a name by the registers that list it."""
    female, male = len(by_gender["f"]), len(by_gender["m"])
    if female >= CLEAR * male:
        return "f"
    return "m" if male >= CLEAR * female else "u"


def main() -> int:
    """Write the table to standard output."""
    names: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name, by_gender in count_registers().items():
        initial = unicodedata.normalize("NFD", name)[0]
        names[decide(by_gender), initial].append(name)
    sys.stdout.write(HEADER.format(version=faker.VERSION))
    for (gender, _), group in sorted(names.items()):
        sys.stdout.write(f"{gender}\t{' '.join(sorted(group))}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
