"""What is in the wheel and the sdist: all files of the project that belong there, and no other."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import PurePath

LEFT_OUT = (".ci/", "CITATION.cff")  # of the sdist
MADE = {"METADATA", "WHEEL", "RECORD", "entry_points.txt"}


def main(wheel: str, sdist: str) -> int:
    """Compare; 1 where something is missing, or too much."""
    listed = subprocess.run(["git", "ls-files"], capture_output=True, text=True, check=True)  # noqa: S607 - that of the path
    files = listed.stdout.split("\n")[:-1]
    with zipfile.ZipFile(wheel) as packed:
        names = {name for name in packed.namelist() if PurePath(name).name not in MADE}
    wheel_has = {name for name in names if ".dist-info/" not in name}
    licences = {PurePath(name).name for name in names - wheel_has}
    with tarfile.open(sdist) as archive:
        sdist_has = {name.partition("/")[2] for name in archive.getnames()} - {"PKG-INFO"}
    faults = [
        *compared("wheel", wheel_has, {name for name in files if name.startswith("quoteattr/")}),
        *compared("licences of the wheel", licences, {"LICENSE", "given.LICENSE.txt"}),
        *compared("sdist", sdist_has, {name for name in files if not name.startswith(LEFT_OUT)}),
    ]
    print(
        *faults or [f"{len(wheel_has)} files in the wheel, {len(sdist_has)} in the sdist: all that belong there"],
        sep="\n",
    )
    return 1 if faults else 0


def compared(what: str, there: set[str], wanted: set[str]) -> list[str]:
    """What is missing, and what is too much."""
    missing, more = sorted(wanted - there), sorted(there - wanted)
    return [f"{what}: not there: {name}" for name in missing] + [f"{what}: too much: {name}" for name in more]


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
