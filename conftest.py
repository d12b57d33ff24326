"""Which modules have their examples run: those for other libraries only where the library is installed."""

from __future__ import annotations

import os
import sys
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path

NEEDS = {
    "quoteattr/cli/attribute.py": ("click",),
    "quoteattr/cli/bar.py": ("rich",),
    "quoteattr/cli/completion.py": ("click",),
    "quoteattr/integrations/pandas.py": ("pandas",),
    "quoteattr/integrations/polars.py": ("polars",),
    "quoteattr/integrations/spacy.py": ("spacy",),
    "quoteattr/integrations/spark.py": ("pyspark", "pandas"),
    "docs/libraries.md": ("datasets", "pandas", "polars", "pyspark", "spacy"),
}

INSTALLED = bool(entry_points(group="spacy_factories", name="quoteattr"))  # else spaCy does not find the component

collect_ignore = [
    str(Path(__file__).parent / path)
    for path, libraries in NEEDS.items()
    if any(find_spec(library) is None for library in libraries) or (path.startswith("docs/") and not INSTALLED)
]

os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # else Spark's workers are the first Python of the path
