"""Colours of a list on a terminal; none where it is piped, and none with ``NO_COLOR``."""

from __future__ import annotations

import os
import sys
from typing import Final

STYLES: Final = {"place": "dim", "speaker": "bold cyan", "cue": "green", "kind": "magenta"}


def has_colours() -> bool:
    """Whether standard output is to have them."""
    if not (sys.stdout.isatty() or os.environ.get("FORCE_COLOR")):
        return False
    from rich.console import Console  # noqa: PLC0415 - not for a pipe

    console = Console()
    return not console.no_color and bool(console.color_system) and not console.legacy_windows


def paint(role: str, words: str) -> str:
    r"""The words with the colours of their role.

    >>> paint("cue", "said")
    '\x1b[32msaid\x1b[0m'
    """
    from rich.color import ColorSystem  # noqa: PLC0415 - not for a pipe
    from rich.style import Style  # noqa: PLC0415

    return Style.parse(STYLES[role]).render(words, color_system=ColorSystem.STANDARD)
