"""Colours of a list on a terminal; none where it is piped, and none with ``NO_COLOR``."""

from __future__ import annotations

import os
import sys
from typing import Final

from quoteattr.render.text import Paint

STYLES: Final = {"place": "dim", "speaker": "bold cyan", "cue": "green", "kind": "magenta"}


def painter() -> Paint | None:
    """What gives colours to the parts of a list, if standard output is to have them."""
    if not (sys.stdout.isatty() or os.environ.get("FORCE_COLOR")):
        return None
    from rich.color import ColorSystem  # noqa: PLC0415 - not for a pipe
    from rich.console import Console  # noqa: PLC0415
    from rich.style import Style  # noqa: PLC0415

    console = Console()
    if console.no_color or not console.color_system or console.legacy_windows:
        return None
    styles = {role: Style.parse(style) for role, style in STYLES.items()}

    def paint(role: str, words: str) -> str:
        return styles[role].render(words, color_system=ColorSystem.STANDARD)

    return paint
