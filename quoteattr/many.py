"""attribute_many: many texts, one after the other or in several processes, given back in their order."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from itertools import chain, count, islice
from queue import SimpleQueue
from typing import Any, Final

from attrs import frozen

from .errors import OptionError, QuoteattrError, TextError, UndoneError
from .pipeline import attribute
from .workers import Outcome, Worker, WorkerDiedError, outcome_of, pack_outcomes, unpack_outcomes

_BATCH_LENGTH: Final = 16_000  # characters that make a batch worth sending, and
_BATCH_SIZE: Final = 32  # the most texts in one
_AHEAD: Final = 3  # batches for each process that are read ahead: one in work, one waiting, one done


def attribute_many(texts: Iterable[str], *, processes: int | None = 1, **options: Any) -> Iterator[Outcome]:
    """What :func:`attribute` gives for each text, in the order of the texts.

    A text that nothing can be done with does not end the rest: the error is given back in its place, not raised. It is
    a :class:`TextError` where the text is no ``str``, an :class:`UndoneError` where a rule failed or a process died
    over it. Any other text gives its :class:`Result`; ``isinstance(one, Result)`` tells them apart.

    Texts may be a generator, however long: only a few dozen are read ahead (with one process, none), and held. What the
    generator raises is raised, after the results of all texts before it.

    With more processes than one the texts are attributed by Python processes of their own, on every platform
    and from any script, with or without ``if __name__ == "__main__"``. Leaving the loop early ends them.

    Args:
        texts: Any iterable of ``str``.
        processes: How many work at the same time; ``None`` is one for each core that this process may use.
        options: As for :func:`attribute`.

    Raises:
        OptionError: At the call, before any text is read.

    >>> from quoteattr import Result
    >>> for found in attribute_many(["“It is late,” said Ann Lee.", None, "“No,” said Ida Moe."]):
    ...     print(found if isinstance(found, Result) else f"not done: {found}")
    Ann Lee, said: “It is late,”
    not done: text 1: this is no str, but NoneType
    Ida Moe, said: “No,”
    """
    if isinstance(texts, (str, bytes)):
        raise OptionError(f"attribute_many() takes many texts, not one {type(texts).__name__}: give it a list")
    number = _cores() if processes is None else processes
    if type(number) is not int or number < 1:
        raise OptionError(f"processes must be a whole number from 1, or None, not {processes!r}")
    attribute("", **options)  # wrong options are told now
    return _one_by_one(texts, options) if number == 1 else _side_by_side(texts, number, options)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):  # not on every platform
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _one_by_one(texts: Iterable[object], options: Mapping[str, Any]) -> Iterator[Outcome]:
    for at, text in enumerate(texts):
        yield _numbered(outcome_of(text, options) if isinstance(text, str) else _no_text(text), at)


def _no_text(given: object) -> TextError:
    hint = "; decode bytes first, as in data.decode('utf-8')" if isinstance(given, (bytes, bytearray)) else ""
    return TextError(f"this is no str, but {type(given).__name__}{hint}")


def _numbered(outcome: Outcome, at: int) -> Outcome:
    """The outcome; an error says which text it is about."""
    if isinstance(outcome, QuoteattrError):
        outcome.args = (f"text {at}: {outcome}",)
    return outcome


# Several processes. This thread reads the texts and gives back the results, so that no generator is run in another; for
# each process a thread hands it batches and waits for them.


def _side_by_side(texts: Iterable[object], processes: int, options: Mapping[str, Any]) -> Iterator[Outcome]:
    numbers = count()
    with closing(_Crew(processes, options)) as crew:
        batches = _handed_out(texts, crew)
        waiting = deque(islice(batches, _AHEAD * processes))
        while waiting:
            done = waiting.popleft().result()
            waiting.extend(islice(batches, 1))
            yield from map(_numbered, done.outcomes(), numbers)


def _handed_out(texts: Iterable[object], crew: _Crew) -> Iterator[Future[_Done]]:
    """What will come of each batch; what reading the texts raised comes last."""
    try:
        for batch in _batches(texts):
            yield crew.take(batch)
    except Exception as fault:  # noqa: BLE001 - the caller's own, raised in its place
        last: Future[_Done] = Future()
        last.set_exception(fault)
        yield last


def _batches(texts: Iterable[object]) -> Iterator[list[object]]:
    """Neighbouring texts, so many that handing them over costs little beside the work."""
    batch: list[object] = []
    length = 0
    try:
        for text in texts:
            batch.append(text)
            length += len(text) if isinstance(text, str) else 0
            if length >= _BATCH_LENGTH or len(batch) >= _BATCH_SIZE:
                yield batch
                batch, length = [], 0
    except Exception:
        if batch:
            yield batch
        raise
    if batch:
        yield batch


class _Crew:
    """Workers, and a thread for each; a worker starts its process when it is first asked."""

    def __init__(self, size: int, options: Mapping[str, Any]) -> None:
        self._workers = [Worker(options) for _ in range(size)]
        self._idle: SimpleQueue[Worker] = SimpleQueue()
        for worker in self._workers:
            self._idle.put(worker)
        self._threads = ThreadPoolExecutor(size, thread_name_prefix="quoteattr")

    def close(self) -> None:
        """End all work at once."""
        for worker in self._workers:
            worker.close()
        self._threads.shutdown(cancel_futures=True)

    def take(self, batch: list[object]) -> Future[_Done]:
        """Have a batch done by the next worker that is free."""
        return self._threads.submit(self._do, batch)

    def _do(self, batch: list[object]) -> _Done:
        texts = [given for given in batch if isinstance(given, str)]
        worker = self._idle.get()
        try:
            return _Done(batch, _ask(worker, texts))
        finally:
            self._idle.put(worker)


def _ask(worker: Worker, texts: Sequence[str]) -> list[bytes]:
    """What comes of the texts; where one of them was the death of the process, it alone is not done."""
    try:
        return [worker.ask(texts)] if texts else []
    except WorkerDiedError as death:
        if len(texts) == 1:
            return [pack_outcomes([UndoneError(f"the process that was at it died: {death}")])]
        return [message for text in texts for message in _ask(worker, [text])]


@frozen
class _Done:
    """A batch that is done. It stays packed until its turn comes, which is small, and keeps no process waiting."""

    batch: list[object]
    messages: list[bytes]

    def outcomes(self) -> Iterator[Outcome]:
        """What has come of each of its texts."""
        found = chain.from_iterable(map(unpack_outcomes, self.messages))
        return (next(found) if isinstance(given, str) else _no_text(given) for given in self.batch)
