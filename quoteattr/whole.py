"""WholeFile: a file that is there whole, or, if anything went wrong, as it was before; write_whole: in one go."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from types import TracebackType
from typing import TextIO


class WholeFile:
    """A file of UTF-8 that is being written: beside its place, and moved there when it is kept.

    ``with`` keeps it at the end, and drops it where an error leaves the block. What is no file (a pipe,
    ``/dev/stdout``) is written to at once. Nothing is there before the first words are written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._target = path.resolve()  # a link stays a link
        self._file: TextIO | None = None
        self._part: Path | None = None  # chosen before it is made: whatever happens then, it is known what to take away
        if self._target.is_file() or not self._target.exists():
            self._part = self._target.with_name(f".{self._target.name[:50]}.{token_hex(8)}.part")

    def write(self, text: str) -> None:
        """Write it to the file that is to be.

        Raises:
            OSError: It cannot be written, with its name.
        """
        with self._named():
            self._opened().write(text)

    def _opened(self) -> TextIO:
        if self._file is None:
            self._file = open(  # noqa: SIM115 - it is closed when it is kept or dropped
                self._part or self._target,
                "w" if self._part is None else "x",
                encoding="utf-8",
                errors="backslashreplace",
                newline="",
                opener=_open,
            )
        return self._file

    def keep(self) -> None:
        """All is written: put the file in its place."""
        try:
            with self._named(), self._opened() as file:
                file.flush()
                if self._part is not None:
                    os.fsync(file.fileno())
            if self._part is not None:
                self._part.chmod(_mode(self._target))
                self._part.replace(self._target)
        finally:
            self.drop()

    def drop(self) -> None:
        """Take away what is not whole."""
        if self._file is not None:
            with suppress(OSError):  # the disk is full, perhaps
                self._file.close()
        if self._part is not None:
            with suppress(OSError):
                self._part.unlink()

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


def _open(path: str, flags: int) -> int:
    """Nobody else may read it until it is whole; what is no file is there already."""
    return os.open(path, flags if flags & os.O_EXCL else os.O_WRONLY, 0o600)


def _mode(target: Path) -> int:
    """The permissions of the file that is there, or those that a new file would have."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
