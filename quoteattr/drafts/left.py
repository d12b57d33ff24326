"""The readings of a reporting word with the words before the report, or around it."""

from __future__ import annotations

from collections.abc import Iterator

from ..boundaries import View
from ..changed import changed
from ..clauses import takes_clause
from .cued import Cued, takes_hearer
from .draft import Draft, opens_beyond
from .places import apposition, behind_adverbs, behind_mention, next_sign

_LEADING = 2  # phrases before a report that opens the sentence: But, | according to Moe, she would …


def left_drafts(view: View, cued: Cued) -> Iterator[Draft]:
    """The readings with content before the report: *…, Ann said*, *…, said Ann*, *…, according to Ann*."""
    if cued.agent is not None and view.lemma(behind_adverbs(view, cued.at)) == "as":
        cued = changed(cued, subject=cued.agent)  # as reported by Moe
    elif cued.form not in ("finite", "inverted", "phrase"):
        return
    before = behind_adverbs(view, cued.opening)
    as_said = view.around[before] in "sP" and view.lemma(before) == "as"
    opening = before if as_said else _opening(view, before + 1)
    sign = view.around[opening - 1]
    leads = as_said or cued.form == "phrase"
    if not leads and sign not in ",-Q":
        return
    start = _start(view, opening)
    first = opening == start or sign == "c"
    behind = _behind_report(view, cued)
    if behind is None:
        return
    if first:
        if view.around[behind] == ",":
            yield from _lead(view, cued, behind + 1)
        return
    stop = opening - (sign in ",-")
    if view.around[behind] in ",-" and view.around[view.skip(behind + 1, "r")] in "VB":
        start = _last_part(view, start, stop)
    if view.kinds[start:stop].strip("Q"):
        yield from _left_of_report(view, cued, start, stop, behind)


def _left_of_report(view: View, cued: Cued, start: int, stop: int, behind: int) -> Iterator[Draft]:
    """The readings with the words from ``start`` to ``stop`` before a report that ends at ``behind``."""
    if not view.kinds[start:stop].strip("rTc,s"):
        if view.around[behind] == ",":
            yield from _lead(view, cued, behind + 1)
    elif view.around[behind] in ",-" and behind + 1 < len(view.kinds) and not _adds(view, behind + 1):
        if _resumes(view, cued, start, behind + 1):
            cued = changed(cued, form="finite")  # The lake, said Moe, is dry: as sure as The lake, Moe said, is dry
        yield Draft(cued, "parted", start, start, stop, (behind + 1, 0))
        beyond = opens_beyond(view, start, stop, behind + 1)
        yield Draft(cued, f"left part {beyond}" if beyond else "left part", start, start, stop)
    else:
        yield Draft(cued, "left" if _is_clause(view, start, stop) else "left bare", start, start, stop)
        late = _late_part(view, start, stop)
        if late is not None:
            first = late + (view.around[late] == "c")
            yield Draft(cued, f"left {view.around[late]}", first, first, stop)


def _resumes(view: View, cued: Cued, start: int, at: int) -> bool:
    """Whether the subject before an inverted report has its verb right behind it: *The lake, said Moe, | is dry*."""
    if cued.form != "inverted" or view.around[at] not in "VB":
        return False
    clause = view.clause(at)
    return clause is not None and clause.subject == start


def _adds(view: View, at: int) -> bool:
    """Whether who reports goes on with another report: *it was late, Moe said, | adding that he left*."""
    at = view.skip(at, "r")
    group = view.group(at)
    says = group is not None and group.verb is not None and group.verb.strong and takes_clause(group.verb)
    return says and view.around[at] == "G"


def _lead(view: View, cued: Cued, at: int) -> Iterator[Draft]:
    """The reading with the clause behind the comma of a report; no participle: *warned of rain, | citing the sky*."""
    if view.around[at] != "G":
        yield Draft(cued, "lead", at, at)


def _opening(view: View, at: int) -> int:
    """Where a report begins that has its subject at a place: *, campaign and | corporate records*."""
    while view.around[at - 1] == "c" and view.around[at - 2] in "jM" and view.around[at - 3] in ",-Q":
        at -= 2
    return at


def _is_clause(view: View, start: int, stop: int) -> bool:
    """Whether these phrases hold a main clause."""
    return any(
        view.kinds[at] in "VBI" and (clause := view.clause(at)) is not None and clause.kind not in ("rel", "sub")
        for at in range(start, stop)
    )  # fmt: skip


def _start(view: View, at: int) -> int:
    """Where the part of the sentence begins that holds a place: behind a dateline, a semicolon, colon or bracket."""
    kinds = view.kinds
    bracket = kinds.rfind("(", 0, at)
    if kinds.find(")", bracket, at) > 0:
        bracket = -1
    return max(kinds.rfind(";", 0, at), kinds.rfind(":", 0, at), bracket, view.reading.begin - 1) + 1


def _late_part(view: View, start: int, stop: int) -> int | None:
    """Where the last part of what stands before a report begins, if that alone may be what is reported.

    *The port is shut, | with six ships inside*, said Moe; *The port is shut, | and Moe has the key*, said Lee.
    """
    kinds = view.kinds
    for at in range(stop - 1, start + 1, -1):
        if kinds[at - 1] in ",-" and (
            kinds[at] in "wGP"
            or (kinds[at] in "cs" and view.around[at + 1] in "MPs")
            or (kinds[at] == "M" and kinds[at - 1] == "-" and view.verb_of_clause(at) is not None)
        ):
            return at
    return None


def _last_part(view: View, start: int, stop: int) -> int:
    """Where the subject of a parted clause begins: *He had a rally, and | the permit, Moe said, was hard to get*."""
    for at in range(stop - 1, start, -1):
        if view.kinds[at] in "VB":
            return start
        if view.kinds[at] == "c" and view.kinds[at - 1] in ",-":
            return at + 1
    return start


def _behind_report(view: View, cued: Cued) -> int | None:
    """The place behind an inserted report and its adjuncts; nothing where more than those follow."""
    at = _behind_own_words(view, cued)
    while at < len(view.kinds):
        kind = view.kinds[at]
        if kind in "rT":
            at += 1
        elif kind == "P" and view.around[at + 1] in "MTG":
            at += 2
        elif kind in "wtEI" and view.around[at - 1] in "MT" and view.around[at - 2] == "P":
            at = next_sign(view, at)  # said in a letter | that Lee had read
        elif (kind == "M" and view.around[at - 1] == "G") or (kind in "'Q" and view.around[at - 1] in "M'"):
            at += 1
        elif kind == "s":
            at = next_sign(view, at)
        elif kind == "M" and at == cued.after and takes_hearer(view, cued):
            at += 1
        elif kind == "(":
            at = view.behind_bracket(at)
        elif (
            kind == ","
            and cued.subject is not None
            and cued.subject >= cued.at
            and not _parts_verb(view, cued, at)
            and (far := apposition(view, at)) is not None
        ):
            at = far
        else:
            break
    return at if view.around[at] in ",-.;)$" else None


def _behind_own_words(view: View, cued: Cued) -> int:
    """The place behind the cue of a report and the source that follows it."""
    at = cued.after
    if cued.form == "phrase":
        at = next_sign(view, at)
        while cued.at > _LEADING and view.around[at] == "," and not _parts_verb(view, cued, at):
            far = apposition(view, at)
            if far is None:
                break
            at = far
    elif cued.subject is not None and cued.subject >= cued.at:
        at = behind_mention(view, cued.subject)
        while view.around[at] + view.around[at + 1] in ("PM", "PT", "cM"):
            at += 2
        if view.around[at] == "w":
            at = next_sign(view, at)  # said a clerk | who had seen it
    return at


def _parts_verb(view: View, cued: Cued, comma: int) -> bool:
    """Whether a report parts a verb from its object: *The mill earned, according to Moe, | six pounds*."""
    before = behind_adverbs(view, cued.opening)
    if view.around[before] != "," or view.around[before - 1] not in "VBI" or view.around[comma + 1] != "M":
        return False
    return view.reading.sentence.words.tags[view.phrases[comma + 1].first] == "#"
