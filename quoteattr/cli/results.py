"""Where results go: to standard output, or to a folder in which a file is there whole or not at all."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, Protocol

import quoteattr
from quoteattr.cli.endings import OutputError
from quoteattr.cli.files import STDIN, write, writing
from quoteattr.cli.sources import Source
from quoteattr.render.text import printable
from quoteattr.strict import parse_json
from quoteattr.whole import WholeFile, write_whole

SETTINGS: Final = ".quoteattr.json"
"""The file of a folder that tells with which options its results were made."""


class Results(Protocol):
    """A place for results. Those of one source come together, and end with ``finish`` or ``give_up``."""

    def has(self, source: Source) -> bool:
        """Whether the results of a source are there already."""

    def add(self, source: Source, rendered: str) -> None:
        """Write what has come of a text."""

    def finish(self, source: Source) -> None:
        """All of a source is there."""

    def give_up(self) -> None:
        """Nothing more comes of the source that is being written."""


class Printed:
    """Results on standard output."""

    def __init__(self, header: str) -> None:
        self._header = header

    def has(self, source: Source) -> bool:  # noqa: ARG002 - it never is
        """Never."""
        return False

    def add(self, source: Source, rendered: str) -> None:  # noqa: ARG002 - all go to the same place
        """Write it at once."""
        write(self._header + rendered)
        self._header = ""

    def finish(self, source: Source) -> None:
        """All is written."""

    def give_up(self) -> None:
        """What is written stands."""


class Folder:
    """Results in a folder: a file for each source, under the source's own path with another end.

    A file is written beside its place and moved there when it is whole, so that what is there is always done.
    """

    def __init__(self, folder: Path, header: str, suffix: str, settings: Mapping[str, Any], *, again: bool) -> None:
        self._folder, self._header, self._suffix = folder, header, suffix
        self._again = again
        self._part: WholeFile | None = None
        self._settle({"quoteattr": quoteattr.__version__, **settings})

    def _settle(self, settings: dict[str, Any]) -> None:
        """See that all results of the folder are made alike."""
        path = self._folder / SETTINGS
        there = _read_settings(path)
        if there is not None and there != settings and not self._again:
            other = ", ".join(f"{key} {value!r}" for key, value in there.items() if settings.get(key) != value)
            raise OutputError(
                f"{printable(str(self._folder))} holds results that were made with {other}:"
                " name another folder, or --again to make all of them anew"
            )
        if there != settings:
            with writing(self._folder):
                self._folder.mkdir(parents=True, exist_ok=True)
                write_whole(path, json.dumps(settings) + "\n")

    def path(self, source: Source) -> Path:
        """Where the results of a source stand: outside the folder never."""
        name = "stdin" if source.name == STDIN else os.path.normpath(source.name)
        if Path(name).is_absolute() or name.startswith(os.pardir):
            whole = Path(os.path.abspath(name))  # noqa: PTH100 - resolve() would follow links
            name = str(whole.relative_to(whole.anchor))
        return self._folder / (name + self._suffix)

    def has(self, source: Source) -> bool:
        """Whether the results are there, and no older than the source."""
        if self._again or source.name == STDIN:
            return False
        try:
            return self.path(source).stat().st_mtime_ns >= Path(source.name).stat().st_mtime_ns
        except (OSError, ValueError):
            return False

    def add(self, source: Source, rendered: str) -> None:
        """Write it to the file that is to be."""
        with writing(self.path(source)):
            if self._part is None:
                path = self.path(source)
                path.parent.mkdir(parents=True, exist_ok=True)
                self._part = WholeFile(path)
                self._part.write(self._header)
            self._part.write(rendered)

    def finish(self, source: Source) -> None:
        """Move the file to its place."""
        self.add(source, "")
        if self._part is not None:
            with writing(self.path(source)):
                self._part.keep()
            self._part = None

    def give_up(self) -> None:
        """Take away what is not whole."""
        if self._part is not None:
            self._part.drop()
            self._part = None


def _read_settings(path: Path) -> Mapping[str, Any] | None:
    """The settings that are there, as far as they can be read."""
    try:
        there = parse_json(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return there if isinstance(there, Mapping) else None
