"""Which modules have their examples run: those for other libraries only where the library is installed."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

NEEDS = {
    "quoteattr/cli/attribute.py": "click",
    "quoteattr/cli/bar.py": "rich",
    "quoteattr/cli/completion.py": "click",
    "quoteattr/integrations/pandas.py": "pandas",
    "quoteattr/integrations/polars.py": "polars",
    "quoteattr/integrations/spacy.py": "spacy",
    "quoteattr/integrations/spark.py": "pyspark",
    "docs/libraries.md": "pyspark",
}

collect_ignore = [str(Path(__file__).parent / path) for path, library in NEEDS.items() if find_spec(library) is None]
