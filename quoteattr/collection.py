"""no_collection: the garbage collector of Python paused while many objects are made; emptied: a list on its last way.

The collector looks for reference cycles each time some hundred objects more are alive, and then goes through
the new ones, and in time through all there are. What is found in a text is kept, and hardly any of it is in cycles:
all of that would be looked through for nothing, for a quarter of the time of a long text.

What it means for a program: while a text is read, its other threads have no cycles collected either. Memory without
cycles is freed as ever. Whoever has switched the collector off, keeps it off.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")


@contextmanager
def no_collection() -> Iterator[None]:
    """No garbage collection meanwhile; afterwards as before, whatever happens.

    >>> import gc
    >>> with no_collection():
    ...     gc.isenabled()
    False
    >>> gc.isenabled()
    True
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def emptied(given: list[T]) -> Iterator[T]:
    """The things of a list in their order, each taken out of it, so that what is done with is gone.

    >>> names = ["Ann", "Bo"]
    >>> list(emptied(names)), names
    (['Ann', 'Bo'], [])
    """
    given.reverse()
    while given:
        yield given.pop()
