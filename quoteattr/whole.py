"""WholeFile: a file that is there whole, or, if anything went wrong, as it was before; write_whole: in one go."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType


class WholeFile:
    """A file of UTF-8 that is being written: beside its place, and moved there when it is kept.

    ``with`` keeps it at the end, and drops it where an error leaves the block. What is no file (a pipe,
    ``/dev/stdout``) is written to at once.

    Raises:
        OSError: It cannot be written, with its name; nothing is left of it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._target = path.resolve()  # a link stays a link
        self._part: str | None = None
        if self._target.exists() and not self._target.is_file():
            handle = os.open(self._target, os.O_WRONLY)
        else:
            handle, self._part = tempfile.mkstemp(
                prefix=f".{self._target.name[:50]}.", suffix=".part", dir=self._target.parent
            )
        self._file = os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="")

    def write(self, text: str) -> None:
        """Write it to the file that is to be."""
        with self._named():
            self._file.write(text)

    def keep(self) -> None:
        """All is written: put the file in its place."""
        try:
            with self._named(), self._file:
                self._file.flush()
                if self._part is not None:
                    os.fsync(self._file.fileno())
            if self._part is not None:
                os.chmod(self._part, _mode(self._target))  # noqa: PTH101 - a name, and no path yet
                os.replace(self._part, self._target)  # noqa: PTH105 - likewise
                self._part = None
        finally:
            self.drop()

    def drop(self) -> None:
        """Take away what is not whole."""
        with suppress(OSError):  # the disk is full, perhaps
            self._file.close()
        if self._part is not None:
            with suppress(OSError):
                os.unlink(self._part)  # noqa: PTH108 - a name, and no path
            self._part = None

    @contextmanager
    def _named(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise OSError(error.errno, error.strerror, str(self._path)) from None

    def __enter__(self) -> WholeFile:  # noqa: PYI034 - Self is younger than Python 3.10
        return self

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        if kind is None:
            self.keep()
        else:
            self.drop()


def write_whole(path: Path, text: str) -> None:
    """Write a file as UTF-8 in one go: afterwards it is there whole, or as it was before.

    Raises:
        OSError: It cannot be written.
    """
    with WholeFile(path) as file:
        file.write(text)


def _mode(target: Path) -> int:
    """The permissions of the file that is there, or those that a new file would have."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
