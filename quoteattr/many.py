"""attribute_many: many texts, one after the other or in several processes, given back in their order."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from itertools import chain, count, islice
from queue import SimpleQueue
from typing import Any, Final, TypeVar, overload

from attrs import frozen

from .errors import OptionError, QuoteattrError, TextError, UndoneError
from .pipeline import attribute
from .result import Result
from .workers import Task, Work, Worker, WorkerDiedError, pack_outcomes, unpack_outcomes

_BATCH_LENGTH: Final = 16_000  # characters that make a batch worth sending, and
_BATCH_SIZE: Final = 32  # the most texts in one
_AHEAD: Final = 3  # batches for each process that are read ahead: one in work, one waiting, one done


Outcome = Result | QuoteattrError
_T = TypeVar("_T")


@overload
def attribute_many(
    texts: Iterable[str], *, processes: int | None = 1, then: None = None, **options: Any
) -> Iterator[Outcome]: ...
@overload
def attribute_many(
    texts: Iterable[str | tuple[Any, ...]], *, processes: int | None = 1, then: Callable[..., _T], **options: Any
) -> Iterator[_T | QuoteattrError]: ...
def attribute_many(
    texts: Iterable[Any], *, processes: int | None = 1, then: Callable[..., Any] | None = None, **options: Any
) -> Iterator[Any]:
    """What :func:`attribute` gives for each text, in the order of the texts.

    A text that nothing can be done with does not end the rest: the error is given back in its place, not raised. It is
    a :class:`TextError` where the text is no ``str``, an :class:`UndoneError` where a rule or ``then`` failed, or a
    process died over it. Any other text gives its :class:`Result`; ``isinstance(one, Result)`` tells them apart.

    Texts may be a generator, however long: only a few dozen are read ahead (with one process, none), and held. What the
    generator raises is raised, after the results of all texts before it.

    With more processes than one the texts are attributed by Python processes of their own, on every platform
    and from any script, with or without ``if __name__ == "__main__"``. Leaving the loop early ends them.

    A result has many small parts, and handing them over from process to process takes time. Where only something
    of it is wanted, a line of JSON or a few rows, ``then`` makes that in the process that found it: it is called with
    the result, and what it gives comes back in the place of the result. A text may come as a tuple, then, with more
    behind it, such as the name of the article: all that is given to ``then``, too.

    Args:
        texts: Any iterable of ``str``; with ``then``, also of tuples that begin with one.
        processes: How many work at the same time; ``None`` is one for each core that this process may use.
        then: What is made of each result. With more processes than one it is a function that can be imported, and
            what it is given and gives can be pickled.
        options: As for :func:`attribute`.

    Raises:
        OptionError: At the call, before any text is read; or where other processes cannot be given what comes with
            the texts.

    >>> from quoteattr import Result
    >>> for found in attribute_many(["“It is late,” said Ann Lee.", None, "“No,” said Ida Moe."]):
    ...     print(found if isinstance(found, Result) else f"not done: {found}")
    Ann Lee, said: “It is late,”
    not done: text 1: this is no str, but NoneType
    Ida Moe, said: “No,”
    >>> def row(result, number):
    ...     return number, [one.speaker.name for one in result]
    >>> list(attribute_many([("“It is late,” said Ann Lee.", 8), ("“No,” said Ida Moe.", 9)], then=row))
    [(8, ['Ann Lee']), (9, ['Ida Moe'])]
    """
    if isinstance(texts, (str, bytes)):
        raise OptionError(f"attribute_many() takes many texts, not one {type(texts).__name__}: give it a list")
    number = _cores() if processes is None else processes
    if type(number) is not int or number < 1:
        raise OptionError(f"processes must be a whole number from 1, or None, not {processes!r}")
    if then is not None and not callable(then):
        raise OptionError(f"then must be a function of a result, as in then=Result.to_dict, not {then!r}")
    attribute("", **options)  # wrong options are told now
    work = Work(options, then)
    tasks = (_task_of(given, paired=then is not None) for given in texts)
    return _one_by_one(tasks, work) if number == 1 else _side_by_side(tasks, number, work)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):  # not on every platform
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _task_of(given: Any, *, paired: bool) -> Task | TextError:
    """The text with what comes behind it, or that it is none."""
    task = given if paired and isinstance(given, tuple) and given else (given,)
    return task if isinstance(task[0], str) else _no_text(task[0])


def _no_text(given: object) -> TextError:
    hint = "; decode bytes first, as in data.decode('utf-8')" if isinstance(given, (bytes, bytearray)) else ""
    return TextError(f"this is no str, but {type(given).__name__}{hint}")


def _numbered(outcome: Any, at: int) -> Any:
    """The outcome; an error says which text it is about."""
    if isinstance(outcome, QuoteattrError):
        outcome.args = (f"text {at}: {outcome}",)
    return outcome


def _one_by_one(tasks: Iterable[Task | TextError], work: Work) -> Iterator[Any]:
    for at, task in enumerate(tasks):
        yield _numbered(work(task) if isinstance(task, tuple) else task, at)


# Several processes. This thread reads the texts and gives back the results, so that no generator is run in another; for
# each process a thread hands it batches and waits for them.


def _side_by_side(tasks: Iterable[Task | TextError], processes: int, work: Work) -> Iterator[Any]:
    numbers = count()
    with closing(_Crew(processes, work)) as crew:
        batches = _handed_out(tasks, crew)
        waiting = deque(islice(batches, _AHEAD * processes))
        while waiting:
            done = waiting.popleft().result()
            waiting.extend(islice(batches, 1))
            yield from map(_numbered, done.outcomes(), numbers)


def _handed_out(tasks: Iterable[Task | TextError], crew: _Crew) -> Iterator[Future[_Done]]:
    """What will come of each batch; what reading the texts raised comes last."""
    try:
        for batch in _batches(tasks):
            yield crew.take(batch)
    except Exception as fault:  # noqa: BLE001 - the caller's own, raised in its place
        last: Future[_Done] = Future()
        last.set_exception(fault)
        yield last


_Batch = list[Task | TextError]


def _batches(tasks: Iterable[Task | TextError]) -> Iterator[_Batch]:
    """Neighbouring texts, so many that handing them over costs little beside the work."""
    batch: _Batch = []
    length = 0
    try:
        for task in tasks:
            batch.append(task)
            length += len(task[0]) if isinstance(task, tuple) else 0
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

    def __init__(self, size: int, work: Work) -> None:
        self._workers = [Worker(work) for _ in range(size)]
        self._idle: SimpleQueue[Worker] = SimpleQueue()
        for worker in self._workers:
            self._idle.put(worker)
        self._threads = ThreadPoolExecutor(size, thread_name_prefix="quoteattr")

    def close(self) -> None:
        """End all work at once."""
        for worker in self._workers:
            worker.close()
        self._threads.shutdown(cancel_futures=True)

    def take(self, batch: _Batch) -> Future[_Done]:
        """Have a batch done by the next worker that is free."""
        return self._threads.submit(self._do, batch)

    def _do(self, batch: _Batch) -> _Done:
        tasks = [task for task in batch if isinstance(task, tuple)]
        worker = self._idle.get()
        try:
            faults = [None if isinstance(task, tuple) else task for task in batch]
            return _Done(faults, _ask(worker, tasks))
        finally:
            self._idle.put(worker)


def _ask(worker: Worker, tasks: Sequence[Task]) -> list[bytes]:
    """What comes of the texts; where one of them was the death of the process, it alone is not done."""
    try:
        return [worker.ask(tasks)] if tasks else []
    except WorkerDiedError as death:
        if len(tasks) == 1:
            return [pack_outcomes([UndoneError(f"the process that was at it died: {death}")])]
        return [message for task in tasks for message in _ask(worker, [task])]


@frozen
class _Done:
    """A batch that is done. It stays packed until its turn comes, which is small, and keeps no process waiting.

    ``faults`` has the error of what was no text, and None for each other.
    """

    faults: list[TextError | None]
    messages: list[bytes]

    def outcomes(self) -> Iterator[Any]:
        """What has come of each of its texts."""
        found = chain.from_iterable(map(unpack_outcomes, self.messages))
        return (next(found) if fault is None else fault for fault in self.faults)
