"""ReportRule: a frame of reported speech, with its claim and its examples; REPORT_RULES: all of them.

The finder of reports (``reports``) names the frame of each reading of a cue; what a reader of results sees is
the name of the rule that stands here for it, with the sentences that show it.
"""

from __future__ import annotations

from attrs import frozen


@frozen
class ReportRule:
    """How a report without quotation marks may look: a name, a claim, sentences.

    ``+`` examples must come out as marked, ``-`` examples must not be taken by this rule.

    >>> report_rule("that").name
    'source_cue_that_content'
    """

    name: str
    frames: tuple[str, ...]
    doc: str

    @property
    def claim(self) -> str:
        """What the rule sees, in a sentence."""
        return self.doc.partition("\n")[0]

    @property
    def examples(self) -> tuple[str, ...]:
        """The marked examples."""
        lines = (line.strip() for line in self.doc.splitlines())
        return tuple(line for line in lines if line.startswith(("+ ", "- ")))


REPORT_RULES = (
    ReportRule(
        "source_cue_that_content",
        ("that", "Y that", "far that"),
        """The content is a clause with *that* behind the cue, or behind the one told.

        + [Ann Lee] {said} that <the lamp was out>.
        + [The keeper] {told} sailors on Friday that <the lamp was out>.
        + [Ann Lee] closed the hut, {adding} that <the stove was cold>.
        - Ann Lee put out the lamp that stood there.
        """,
    ),
    ReportRule(
        "source_cue_clause",
        ("clause", "Y clause", "comma", "colon", "fronted", "acting"),
        """The content is a clause without *that* behind the cue, or behind the one told.

        + [Ann Lee] {said} <the lamp was out>.
        + [The keeper] {told} sailors <they were too near>.
        - Ann Lee met the keeper who held the lamp.
        """,
    ),
    ReportRule(
        "source_cue_question",
        ("wh", "Y wh"),
        """The content is a question, or what a question asks for.

        + [Ann Lee] {asked} <whether the lamp was out>.
        + [The keeper] {explained} <how the lamp went out>.
        - Ann Lee knows the keeper.
        """,
    ),
    ReportRule(
        "source_cue_to_do",
        ("to", "Y to", "ing"),
        """The content is what someone promises, asks, refuses to do.

        + [Ann Lee] {promised} <to mend the lamp>.
        + [The keeper] {urged} sailors <to turn back>.
        - Ann Lee ran to the lamp.
        """,
    ),
    ReportRule(
        "clause_source_cue",
        ("left",),
        """The report follows the content, and ends the sentence.

        + <The lamp was out>, [Ann Lee] {said}.
        + <The lamp was out>, {said} [Ann Lee], a keeper.
        + <The lamp was out>, {according to} [the keeper].
        - When the lamp went out, Ann Lee slept.
        """,
    ),
    ReportRule(
        "clause_parted_by_report",
        ("parted",),
        """The report stands in the middle of the content.

        + <The lamp>, [Ann Lee] {said}, <was out>.
        + <The oil>, {according to} [the keeper], <had frozen>.
        - The lamp, a gift, was out.
        """,
    ),
    ReportRule(
        "report_comma_clause",
        ("lead",),
        """A report that is a sentence's first part, and the content behind its comma.

        + {According to} [the keeper], <the oil had frozen>.
        + As [Ann Lee] {noted}, <the lamp was old>.
        - According to the timetable.
        """,
    ),
    ReportRule(
        "label_content",
        ("label",),
        """A headline names who says it before its colon.

        + [Keeper]{:} <Lamp Went Out at Noon>
        + [Harbour Board]{:} <Pier Was Safe in May>
        - The keeper had one wish: a new lamp.
        """,
    ),
    ReportRule(
        "source_cue_object",
        ("np", "Y np", "told", "gap", "so"),
        """The content is what the cue has as its object.

        + [Ann Lee] {denounced} <the new lamp>.
        + [The board] {approved} <the plan for the harbour>.
        - Ann Lee carried the new lamp.
        """,
    ),
    ReportRule(
        "source_cue_about_content",
        (),
        """A preposition that goes with the cue opens the content.

        + [Ann Lee] {called} for <a new lamp>.
        + [The keeper] {complained} about <the cold>.
        - Ann Lee waited for a new lamp.
        """,
    ),
)

_BY_FRAME = {frame: rule for rule in REPORT_RULES for frame in rule.frames}
_OTHER = REPORT_RULES[-1]


def report_rule(frame: str) -> ReportRule:
    """The rule that stands for a frame."""
    return _BY_FRAME.get(frame) or _BY_FRAME.get(frame.partition(" ")[0], _OTHER)
