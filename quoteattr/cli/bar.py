"""Bar: progress with rate and time left, at the foot of a terminal."""

from __future__ import annotations

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from quoteattr.cli.progress import Reporter


class _Rate(ProgressColumn):
    """How many texts are done, and how many a second."""

    def render(self, task: Task) -> Text:
        done = task.fields["texts"]
        rate = f", {done / task.elapsed:.1f} a second" if task.elapsed else ""
        return Text(f"{done} texts{rate}")


class Bar(Reporter):
    """The progress in bytes, whose sum is known, while that of the texts in them is not; messages stay above it."""

    def __init__(self, total: int) -> None:
        console = Console(stderr=True, highlight=False, soft_wrap=True, markup=False, emoji=False)
        self._progress = Progress(
            BarColumn(),
            TextColumn("{task.percentage:>3.0f} %"),
            _Rate(),
            TimeRemainingColumn(),
            TextColumn("left"),
            console=console,
            transient=True,
        )
        self._texts = 0
        self._task = self._progress.add_task("", total=total or None, texts=0)
        self._progress.start()

    def advance(self, read: int) -> None:
        """One more text is done, and so many bytes of all sources."""
        self._texts += 1
        self._progress.update(self._task, completed=read, texts=self._texts)

    def say(self, message: str) -> None:
        """Show a message above the bar."""
        self._progress.console.print(message)

    def close(self) -> None:
        """Take the bar away."""
        self._progress.stop()
