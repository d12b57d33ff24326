"""Work: what is done with a text; Worker: a Python process of its own that does it with texts handed to it.

Why not ``multiprocessing``: its processes begin by running the caller's script again (start methods ``spawn`` and
``forkserver``), which is why a script needs its ``if __name__ == "__main__"``, or by copying a process whose threads
may hold locks (``fork``). A worker is a plain ``python -c`` that gets the caller's ``sys.path`` and nothing else, and
speaks over its standard input and output: the same on every platform, from a script, a notebook or a daemon. Ctrl-C
does not reach it, and it ends when its input does, however the caller came to its end.

Both ways a message is its length in eight bytes, and a pickle. The first one is the work, answered with nothing or
with what is wrong with it; each further one is a list of tasks, answered with a list of outcomes.
"""

from __future__ import annotations

import copyreg
import io
import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from operator import attrgetter
from threading import Lock
from types import FunctionType
from typing import IO, Any, Final, cast

import attrs
from attrs import field, frozen

from .attribution import Attribution
from .collection import no_collection
from .cues import Cue
from .errors import OptionError, QuoteattrError, UndoneError
from .explanation import Rejected
from .mentions import Mention
from .pipeline import attribute
from .quotations import Diagnostic, Quotation
from .resolve import Speaker
from .rule import Rule
from .span import Span

Task = tuple[Any, ...]
"""A text, and what the caller wants back beside its result."""

_LENGTH: Final = 8
_PROGRAM: Final = "import sys; sys.path[:] = sys.argv[1:]; from quoteattr.workers import serve; serve()"


@frozen
class Work:
    """What is done with each text: it is attributed, and something may be made of the result.

    >>> Work({"indirect": "none"})(("Noon.",))
    <Result: 0 attributions, 0 speakers, 5 characters>
    >>> Work({}, then=len)(("“Late!” said Ann.",))
    1
    """

    options: Mapping[str, Any] = field(factory=dict)
    then: Callable[..., Any] | None = None

    def __call__(self, task: Task) -> Any:
        """What comes of the text, or what went wrong with it, so that it does not end the others."""
        text, *more = task
        try:
            result = attribute(text, **self.options)
            return result if self.then is None else self.then(result, *more)
        except QuoteattrError as fault:
            return fault
        except Exception as fault:  # noqa: BLE001 - a rule of the caller's, or what is done then, may fail in any way
            return _undone(fault)


def _undone(fault: Exception) -> UndoneError:
    return UndoneError(f"{type(fault).__name__}: {fault}")


class WorkerDiedError(Exception):
    """The process ended before it had answered; the message says how."""


class Worker:
    """A Python process that works on texts; where it dies, the next texts get a new one.

    >>> worker = Worker(Work({"indirect": "none"}))
    >>> unpack_outcomes(worker.ask([("“Late!” said Ann.",), ("Noon.",)]))
    [<Result: 1 attribution, 1 speaker, 17 characters>, <Result: 0 attributions, 0 speakers, 5 characters>]
    >>> worker.close()
    """

    def __init__(self, work: Work) -> None:
        self._greeting = _pack_work(work)
        self._greeted = False
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False
        self._lock = Lock()  # no process is started once it is closed

    def start(self) -> subprocess.Popen[bytes]:
        """The process, started where there is none; it is ready when it first answers."""
        with self._lock:
            if self._closed:
                raise WorkerDiedError("it was closed")
            if self._process is None:
                self._greeted = False
                self._process = _start()
            return self._process

    def ask(self, tasks: Sequence[Task]) -> bytes:
        """What comes of each text, packed: see :func:`unpack_outcomes`.

        Raises:
            WorkerDiedError: The process ended over them.
            QuoteattrError: It cannot start, or cannot do this work, or cannot be given what comes with the texts.
        """
        try:
            message = pickle.dumps(list(tasks), pickle.HIGHEST_PROTOCOL)
        except Exception as unpacked:
            raise OptionError(
                f"what comes with the texts cannot be given to other processes: {unpacked}; use processes=1"
            ) from unpacked
        process = self.start()
        if not self._greeted:
            try:
                fault = pickle.loads(self._exchange(process, self._greeting))  # noqa: S301 - from our own child
            except WorkerDiedError as death:
                raise UndoneError(f"a process was started, but died at once: {death}") from None
            if fault is not None:
                raise fault
            self._greeted = True
        return self._exchange(process, message)

    def _exchange(self, process: subprocess.Popen[bytes], message: bytes) -> bytes:
        writing, reading = _pipes(process)
        try:
            _send(message, writing)
            return _receive(reading)
        except (OSError, EOFError, ValueError):  # ValueError: closed by another thread
            pass
        self._process = None
        code = _end(process)
        raise WorkerDiedError(f"signal {-code}" if code < 0 else f"exit code {code}")

    def close(self) -> None:
        """End the process at once; an :meth:`ask` in another thread raises."""
        with self._lock:
            self._closed = True
            process = self._process
        if process is not None:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> int:
    """End the process, wait until it is gone, and give its exit code."""
    process.kill()
    code = process.wait()
    for pipe in _pipes(process):
        with suppress(OSError):  # what was never sent
            pipe.close()
    return code


def _pipes(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    """Where it reads, and where it answers."""
    return cast("tuple[IO[bytes], IO[bytes]]", (process.stdin, process.stdout))


def _start() -> subprocess.Popen[bytes]:
    if not sys.executable or getattr(sys, "frozen", False):
        raise OptionError("there is no Python to start beside this program: use processes=1")
    return subprocess.Popen(  # noqa: S603 - no shell, and Python itself
        [sys.executable, "-c", _PROGRAM, *map(str, sys.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,  # Ctrl-C is not for it; this and the next line are the same for two families of systems
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
    )


# Messages


def _send(message: bytes, pipe: IO[bytes]) -> None:
    pipe.write(len(message).to_bytes(_LENGTH, "big"))
    pipe.write(message)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> bytes:
    length = pipe.read(_LENGTH)
    if len(length) < _LENGTH:
        raise EOFError
    wanted = int.from_bytes(length, "big")
    message = pipe.read(wanted)
    if len(message) < wanted:
        raise EOFError
    return message


class _WorkPickler(pickle.Pickler):
    """Rules go by the name that they can be imported under; so do functions, as ever, but not those of a script."""

    def reducer_override(self, given: object) -> Any:
        """A rule as its module and its name there; all else as usual."""
        if isinstance(given, Rule):
            module, name = given.see.__module__, given.see.__qualname__
            if module == "__main__" or getattr(sys.modules.get(module), name, None) is not given:
                raise _not_imported("rule", given.name)
            return _imported, (module, name)
        if isinstance(given, (FunctionType, type)) and given.__module__ == "__main__":
            raise _not_imported("function" if isinstance(given, FunctionType) else "class", given.__qualname__)
        return NotImplemented


def _not_imported(what: str, name: str) -> OptionError:
    return OptionError(
        f"the {what} {name!r} cannot be imported by other processes:"
        " let it stand in a module of its own, under its name, or use processes=1"
    )


def _imported(module: str, name: str) -> Any:
    return getattr(import_module(module), name)


def _pack_work(work: Work) -> bytes:
    """The work as a message.

    Raises:
        OptionError: Other processes could not make it out.
    """
    message = io.BytesIO()
    try:
        _WorkPickler(message, pickle.HIGHEST_PROTOCOL).dump(work)
    except QuoteattrError:
        raise
    except Exception as fault:
        raise OptionError(f"these options cannot be given to other processes: {fault}; use processes=1") from fault
    return message.getvalue()


# Outcomes. The many small things of a result are pickled as calls, which takes a third less time than as states.

_KINDS: Final = (Span, Mention, Cue, Speaker, Rejected, Quotation, Diagnostic, Attribution)
_FIELDS: Final[dict[type, tuple[str, ...]]] = {kind: tuple(one.name for one in attrs.fields(kind)) for kind in _KINDS}


def _attribution(*values: Any) -> Attribution:
    return Attribution(**dict(zip(_FIELDS[Attribution], values, strict=True)))


def _reducer(kind: type) -> Callable[[Any], Any]:
    make = _attribution if kind is Attribution else kind  # it is the one that takes no values by their places
    values = attrgetter(*_FIELDS[kind])
    return lambda thing: (make, values(thing))


_REDUCERS: Final[dict[type, Callable[[Any], Any]]] = {kind: _reducer(kind) for kind in _KINDS}


def pack_outcomes(outcomes: Sequence[object]) -> bytes:
    """The outcomes as a message to another process; one that cannot be packed is not done."""
    try:
        return _packed(outcomes)
    except Exception as fault:  # noqa: BLE001 - what is not ours fails in any way
        if len(outcomes) == 1:
            return _packed([_undone(fault)])
    return _packed([unpack_outcomes(pack_outcomes([outcome]))[0] for outcome in outcomes])


@no_collection()
def _packed(outcomes: Sequence[object]) -> bytes:
    message = io.BytesIO()
    pickler = pickle.Pickler(message, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = {**copyreg.dispatch_table, **_REDUCERS}
    pickler.dump(list(outcomes))
    return message.getvalue()


@no_collection()
def unpack_outcomes(message: bytes) -> list[Any]:
    """The outcomes that were packed.

    >>> unpack_outcomes(pack_outcomes([attribute("Noon."), 7]))
    [<Result: 0 attributions, 0 speakers, 5 characters>, 7]
    """
    outcomes: list[Any] = pickle.loads(message)  # noqa: S301 - from our own child
    return outcomes


# In the process


def serve() -> None:
    """Answer on standard output what comes on standard input, until it ends. Prints go to standard error."""
    until_the_end = suppress(EOFError, BrokenPipeError)  # of the caller
    with until_the_end, os.fdopen(os.dup(0), "rb") as reading, os.fdopen(os.dup(1), "wb") as writing:
        with suppress(OSError):  # there may be no standard error
            os.dup2(2, 1)
        work, fault = _read_work(_receive(reading))
        _send(pickle.dumps(fault), writing)
        while True:
            tasks = pickle.loads(_receive(reading))  # noqa: S301 - from our own parent
            _send(pack_outcomes([work(task) for task in tasks]), writing)


def _read_work(message: bytes) -> tuple[Work, QuoteattrError | None]:
    try:
        work: Work = pickle.loads(message)  # noqa: S301 - from our own parent
        attribute("", **work.options)
    except QuoteattrError as fault:
        return Work(), fault
    except Exception as fault:  # noqa: BLE001 - an import may fail in any way
        return Work(), OptionError(f"other processes cannot make out the options: {type(fault).__name__}: {fault}")
    return work, None
