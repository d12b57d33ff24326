"""Fuzzing led by coverage: what reaches new code is kept and changed further.

    pip install atheris
    python fuzz/run.py attribute                           until it is stopped, or something is found
    python fuzz/run.py saved -max_total_time=600           ten minutes; all options of libFuzzer are taken

The targets are in ``targets.py``, texts to begin with in ``seeds/TARGET/``. What is found in a run goes on from
``corpus/TARGET/``, which is not kept in the repository; an input that fails is written to ``crash-…`` here. Each
one is mended, and pinned as an ``@example`` or a seed: ``tests/test_fuzz.py`` runs all seeds.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

HERE = Path(__file__).parent

READERS = ("strict", "plain", "saved", "result", "markup", "tables", "lexicon", "rule", "evaluate", "cli", "testing")
WRITERS = ("render",)
STAGES = ("attribute", "page", "command")
"""Targets that are led through the stages, too; to make them ready for that takes a minute or two."""

_LED = [f"quoteattr.{name}" for name in READERS + WRITERS] if {*STAGES}.isdisjoint(sys.argv) else ["quoteattr"]

with atheris.instrument_imports(include=["targets", *_LED]):
    from targets import TARGETS


def main() -> int:
    """Fuzz one target."""
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        print(f"{__doc__}\ntargets: {', '.join(TARGETS)}")
        return 2
    name, *options = sys.argv[1:]
    corpus = HERE / "corpus" / name
    corpus.mkdir(parents=True, exist_ok=True)
    atheris.Setup([sys.argv[0], *options, str(corpus), str(HERE / "seeds" / name)], TARGETS[name])
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
