"""A run of ``quoteattr attribute``: from sources to results, in their order, whatever goes wrong with some."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final, Literal

from attrs import evolve, frozen

from quoteattr import QuoteattrError, Result, attribute_many
from quoteattr.cli.endings import DONE, INTERRUPTED, SOME_FAILED
from quoteattr.cli.files import prepare_stdout
from quoteattr.cli.filters import Wanted
from quoteattr.cli.painted import has_colours, paint
from quoteattr.cli.progress import Reporter
from quoteattr.cli.results import Folder, Printed, Results
from quoteattr.cli.sources import Fields, Kind, Source, Text, Trouble, read_source
from quoteattr.render.formats import FORMATS, Format
from quoteattr.render.text import printable, render_text

_MOST_TOLD: Final = 5  # texts of one source about which there is a message


@frozen(kw_only=True)
class Options:
    """The command line, read."""

    paths: tuple[str, ...]
    named_format: str | None
    output: Path | None
    again: bool
    jobs: int
    speakers: tuple[str, ...]
    kinds: tuple[str, ...]
    min_confidence: float
    indirect: str
    kind: Kind | None
    text_field: str
    id_field: str
    encoding: str

    @property
    def format(self) -> str:
        """The name of the format, also where none is given."""
        return self.named_format or ("text" if self.output is None else "json")

    @property
    def form(self) -> Format:
        """The format."""
        return FORMATS[self.format]

    @property
    def settings(self) -> dict[str, Any]:
        """All that the results depend on, beside the texts."""
        names = (
            "format",
            "indirect",
            "min_confidence",
            "speakers",
            "kinds",
            "kind",
            "text_field",
            "id_field",
            "encoding",
        )
        values = {name: getattr(self, name) for name in names}
        return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


@frozen
class _End:
    """No more comes of a source: it is done, was done in an earlier run, or could not be done to its end."""

    source: Source
    how: Literal["done", "done earlier", "broken"]


@frozen
class _Written:
    """What is written of a result, made in the process that found it."""

    format: str
    wanted: Wanted
    coloured: bool

    def __call__(self, result: Result, name: str) -> str:
        wanted = self.wanted.of(result)
        if self.wanted and not wanted and self.format == "text":
            return ""  # a list of what is wanted is no longer than that
        return render_text(wanted, name, paint) if self.coloured else FORMATS[self.format].render(wanted, name)


_Event = Text | Trouble | _End


def run(options: Options, sources: Iterable[Source | Trouble], reporter: Reporter) -> int:
    """Do all of them, and give the exit code."""
    results: Results = Printed(options.form.header)
    if options.output is not None:
        results = Folder(
            options.output, options.form.header, options.form.suffix, options.settings, again=options.again
        )
    else:
        prepare_stdout(options.format)
    one = _Run(options, results, reporter)
    code = DONE
    try:
        one.over(sources)
    except KeyboardInterrupt:
        reporter.say("quoteattr: interrupted")
        code = INTERRUPTED
    finally:
        results.give_up()
    if options.output is not None:
        reporter.say(one.summary(options.output))
    return code or (SOME_FAILED if one.failed else DONE)


class _Run:
    def __init__(self, options: Options, results: Results, reporter: Reporter) -> None:
        self._options, self._results, self._reporter = options, results, reporter
        coloured = options.format == "text" and options.output is None and has_colours()
        self._written = _Written(options.format, Wanted(options.speakers, options.kinds), coloured)
        self._ends: Counter[str] = Counter()
        self._texts = 0
        self._told = 0  # messages about texts of the source at hand
        self.failed = 0

    def over(self, sources: Iterable[Source | Trouble]) -> None:
        """Do all of them."""
        waiting: deque[_Event] = deque()  # what was read, up to the text whose result comes next

        def texts() -> Iterator[tuple[str, str]]:
            for event in self._events(sources):
                waiting.append(event)
                if isinstance(event, Text):
                    yield event.text, event.name

        options: dict[str, Any] = {"indirect": self._options.indirect, "min_confidence": self._options.min_confidence}
        jobs = self._options.jobs or None
        for outcome in attribute_many(texts(), processes=jobs, then=self._written, **options):
            while not isinstance(event := waiting.popleft(), Text):
                self._pass(event)
            self._add(event, outcome)
        for event in waiting:
            self._pass(event)

    def _events(self, sources: Iterable[Source | Trouble]) -> Iterator[_Event]:
        """What there is in the sources; of a text the bytes of all sources that were read."""
        before = 0
        for source in sources:
            if isinstance(source, Trouble):
                yield source
                continue
            if self._results.has(source):
                yield _End(source, "done earlier")
            else:
                yield from self._events_of(source, before)
            before += source.size

    def _events_of(self, source: Source, before: int) -> Iterator[_Event]:
        if source.kind != "text" and not self._options.form.joined:
            message = f"there may be many texts in it, and --format {self._options.format} is for one"
            events: Iterable[Text | Trouble] = [Trouble(source.shown, message, whole=True)]
        else:
            fields = Fields(self._options.text_field, self._options.id_field)
            events = read_source(source, self._options.encoding, fields)
        broken = False
        for event in events:
            broken = isinstance(event, Trouble) and event.whole
            yield evolve(event, read=before + event.read) if isinstance(event, Text) else event
        yield _End(source, "broken" if broken else "done")

    def _add(self, text: Text, outcome: str | QuoteattrError) -> None:
        """Write what has come of a text."""
        self._texts += 1
        self._reporter.advance(text.read)
        if isinstance(outcome, QuoteattrError):
            self._pass(Trouble(printable(text.name), str(outcome).partition(": ")[2]))
        elif outcome:
            self._results.add(text.source, outcome)

    def _pass(self, event: _Event) -> None:
        """Do what an event asks for that is no text."""
        if isinstance(event, Trouble):
            self.failed += 1
            self._told += not event.whole
            if self._told <= _MOST_TOLD:
                self._reporter.say(f"quoteattr: {event.shown}: {event.message}")
        elif isinstance(event, _End):
            self._ends[event.how] += 1
            if event.how == "done":
                self._results.finish(event.source)
            elif event.how == "broken":
                self._results.give_up()
            if self._told > _MOST_TOLD:
                self._reporter.say(f"quoteattr: {event.source.shown}: {self._told - _MOST_TOLD} more could not be done")
            self._told = 0

    def summary(self, output: Path) -> str:
        """What has been done, in a line."""
        files, earlier = self._ends["done"], self._ends["done earlier"]
        parts = [f"{_counted(self._texts, 'text')} of {_counted(files, 'file')} now in {printable(str(output))}"]
        if earlier:
            parts.append(f"{_counted(earlier, 'file')} done before")
        if self.failed:
            parts.append(f"{self.failed} could not be done")
        return f"quoteattr: {', '.join(parts)}"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
