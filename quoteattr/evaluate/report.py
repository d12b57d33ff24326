"""A tally as lines for people, and as plain data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from quoteattr.evaluate.ablate import SHOWN, Ablated
from quoteattr.evaluate.intervals import interval, wilson
from quoteattr.evaluate.tally import SHARES, Share, Tally, figures, shares_by_group


def intervals(tally: Tally) -> Mapping[str, tuple[float, float]]:
    """The ends of the interval of every figure that is a share."""
    return {
        name: interval([share.counted(one) for one in tally.documents])
        for name, share in _shares(tally).items()
        if share.value(tally.counts) is not None and name != "spurious"
    }


def _shares(tally: Tally) -> Mapping[str, Share]:
    return {**SHARES, **shares_by_group(tally.counts)}


def as_data(tally: Tally) -> dict[str, Any]:
    """All that was counted: figures, their intervals, and what there is by kind, by rule and by phenomenon."""
    return {
        "documents": tally.counts["documents"],
        "figures": figures(tally),
        "intervals": {name: list(ends) for name, ends in intervals(tally).items()},
        "by_kind": _plain(tally.by_kind),
        "by_rule": _plain(tally.by_rule),
        "by_phenomenon": _plain(tally.by_phenomenon),
    }


def _plain(counted: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, int]]:
    """Counts as plain numbers: what was counted but once may stand there as ``True``."""
    return {name: {key: int(count) for key, count in counts.items()} for name, counts in sorted(counted.items())}


def as_lines(tally: Tally) -> Iterator[str]:
    """The figures with their intervals; then by kind, by rule, by phenomenon."""
    ends, shares = intervals(tally), _shares(tally)
    for name, value in figures(tally).items():
        low, high = ends.get(name, (None, None))
        between = f"{low:.4f} to {high:.4f}" if low is not None else ""
        meaning = shares[name].meaning if name in shares else ""
        yield f"  {name:28}{value:8.4f}  {between:18}  {meaning}".rstrip()
    yield from _by_kind(tally)
    if tally.by_rule:
        yield f"\n  {'by rule':34}{'answers':>8}{'right':>8}  share of right ones"
        for rule, one in sorted(tally.by_rule.items(), key=lambda pair: -pair[1]["predicted"]):
            low, high = wilson(one["right"], one["predicted"])
            share = one["right"] / one["predicted"]
            yield f"  {rule:34}{one['predicted']:8}{one['right']:8}  {share:.3f} ({low:.3f} to {high:.3f})"
    if tally.by_phenomenon:
        yield f"\n  {'by phenomenon':34}{'all':>8}{'right':>8}"
        for phenomenon, one in sorted(tally.by_phenomenon.items()):
            yield f"  {phenomenon:34}{one['all']:8}{one['right']:8}"


def _by_kind(tally: Tally) -> Iterator[str]:
    roles = ("source", "cue", "speaker")
    yield f"\n  {'by kind':14}{'gold':>8}{'found':>8}" + "".join(f"{role:>10}" for role in roles)
    for kind, one in sorted(tally.by_kind.items()):
        shares = (_share(one[f"{role}.right"], one[f"{role}.gold"]) for role in roles)
        yield f"  {kind:14}{one['gold']:8}{_share(one['found'], one['gold']):>8}" + "".join(
            f"{each:>10}" for each in shares
        )


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.4f}" if whole else "-"


def ablated_lines(rows: Sequence[Ablated]) -> Iterator[str]:
    """What each rule gives, in hundredths of a figure; ``!`` marks a rule that does not pay for itself."""
    names = [name for name in SHOWN if any(name in row.gains for row in rows)]
    width = max(map(len, names), default=0) + 2
    yield f"\n  {'what each rule gives, x 100':34}{'answers':>8}" + "".join(f"{name:>{width}}" for name in names)
    for row in rows:
        gains = "".join(f"{row.gains.get(name, 0.0) * 100:>+{width}.3f}" for name in names)
        yield f"{' ' if row.pays else '!'} {row.rule:34}{row.answers:8}{gains}"
