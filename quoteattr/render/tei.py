"""A result as TEI P5: the text whole, what is said in ``<said who="#…">``, and those who say it in a list."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from attrs import field, frozen

import quoteattr
from quoteattr import Attribution, Quotation, Result, Speaker
from quoteattr.render.allowed import for_xml, for_xml_attribute
from quoteattr.render.cast import Cast, find_outer
from quoteattr.render.nesting import Piece, find_blocks, nest, write_nested

KINDS: Final = {"direct": "all words in quotation marks", "mixed": "some of them", "indirect": "none of them"}
HOWS: Final = {
    "explicit": "a name beside the cue tells the speaker",
    "anaphoric": "a pronoun or a common noun does",
    "implicit": "only the context does",
}
SAID: Final = {
    "said": "the text says that it was said",
    "unsaid": "the text denies it or leaves it open",
    "will-say": "the text foresees it",
}
SEXES: Final = {"f": "F", "m": "M"}

_DOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">
<teiHeader>
<fileDesc>
<titleStmt><title>{title}</title></titleStmt>
<publicationStmt><p>Not published.</p></publicationStmt>
<sourceDesc><p>{title}</p></sourceDesc>
</fileDesc>
<encodingDesc>
<appInfo><application ident="quoteattr" version="{version}"><label>quoteattr</label></application></appInfo>
<classDecl>
{taxonomies}</classDecl>
</encodingDesc>
{participants}</teiHeader>
<text>
<body xml:space="preserve">{body}</body>
</text>
</TEI>
"""


def render_tei(result: Result, name: str) -> str:
    """A TEI document; the text of its ``<body>`` is the text, character by character.

    Each stretch of content is a ``<said>`` with its speaker in ``who``, its kind, how the speaker is known and whether
    it was said in ``ana``, and in ``cert`` the confidence in the speaker, or where there is none in the source; the
    parts of one attribution have the same ``n`` and point to each other with ``next`` and ``prev``. The cue is a
    ``<seg type="cue">``, the source and the addressee are ``<rs>``; both point to what is said with ``corresp``. Words
    in quotation marks that nobody says are ``<q>`` with their use as ``type``. Characters that XML does not allow
    become U+FFFD.

    >>> print(render_tei(Result(text="Hush."), "a.txt").splitlines()[-3])
    <body xml:space="preserve"><p>Hush.</p></body>
    """
    cast = Cast.of(result)
    return _DOCUMENT.format(
        title=for_xml(name) or "?",
        version=quoteattr.__version__,
        taxonomies=_taxonomy("kind", KINDS) + _taxonomy("how", HOWS) + _taxonomy("saying", SAID),
        participants="".join(_participants(cast)),
        body="".join(_body(result, cast)) or "<p/>",
    )


def _taxonomy(name: str, categories: dict[str, str]) -> str:
    rows = "".join(
        f'<category xml:id="{key}"><catDesc>{for_xml(meaning)}</catDesc></category>\n'
        for key, meaning in categories.items()
    )
    return f'<taxonomy xml:id="{name}">\n{rows}</taxonomy>\n'


# ----------------------------------------------------------------------------------------- who speaks


def _participants(cast: Cast) -> Iterator[str]:
    if cast.speakers:
        yield "<profileDesc><particDesc><listPerson>\n"
        yield from (_participant(number, speaker) for number, speaker in enumerate(cast.speakers))
        yield "</listPerson></particDesc></profileDesc>\n"


def _participant(number: int, speaker: Speaker) -> str:
    others = [alias for alias in speaker.aliases if alias != speaker.name]
    if speaker.type in {"person", "unnamed"}:
        element, name = "person", "persName" if speaker.type == "person" else "name"
        sex = f' sex="{SEXES[speaker.gender]}"' if speaker.gender in SEXES else ""
    elif speaker.type == "group":
        element, name, sex = "personGrp", "name", ""
    else:
        element, name, sex = "org", "orgName" if speaker.type == "organisation" else "name", ""
    names = [f"<{name}>{for_xml(speaker.name)}</{name}>"]
    names += (f'<{name} type="alias">{for_xml(alias)}</{name}>' for alias in others)
    return f'<{element} xml:id="S{number}"{sex}>{"".join(names)}</{element}>\n'


# ----------------------------------------------------------------------------------------- the text


@frozen
class _Said:
    """A stretch of content: of which attribution, and its place among the stretches of that."""

    attribution: Attribution
    at: int
    stretch: int


@frozen
class _Words:
    """Words that belong to attributions in a role, or to none: a quotation with its use."""

    role: str
    ats: list[int] = field(factory=list)


_What = _Said | _Words


def _body(result: Result, cast: Cast) -> Iterator[str]:
    text = result.text
    blocks = find_blocks(result)
    pieces = nest(_stretches(result), blocks)
    starts = [piece.start for piece in pieces]
    elements = _Elements(result, cast, pieces)
    end_before = 0
    for start, end in blocks:
        inside = pieces[bisect_left(starts, start) : bisect_left(starts, end)]
        yield for_xml(text[end_before:start])
        yield f"<p>{''.join(write_nested(text, inside, for_xml, elements.around, (start, end)))}</p>"
        end_before = end
    yield for_xml(text[end_before:])


def _stretches(result: Result) -> Iterator[tuple[int, int, _What]]:
    """All that is marked, each stretch once, what is outside of others over the same words first."""
    shared: dict[tuple[str, int, int], _Words] = {}
    for at, one in enumerate(result):
        yield from ((span.start, span.end, _Said(one, at, stretch)) for stretch, span in enumerate(one.content))
        found = [("cue", span) for span in (one.cue.spans if one.cue else ())]
        found += [(role, mention.span) for role in ("source", "addressee") if (mention := getattr(one, role))]
        for role, span in found:
            shared.setdefault((role, span.start, span.end), _Words(role)).ats.append(at)
    for quotation in _all_quotations(result.quotations):
        if quotation.use != "speech":
            shared.setdefault((quotation.use, quotation.span.start, quotation.span.end), _Words(quotation.use))
    yield from ((start, end, words) for (_, start, end), words in shared.items())


def _all_quotations(quotations: tuple[Quotation, ...]) -> Iterator[Quotation]:
    for one in quotations:
        yield one
        yield from _all_quotations(one.children)


class _Elements:
    """The elements of the pieces: their identifiers, and what they point to."""

    def __init__(self, result: Result, cast: Cast, pieces: list[Piece[_What]]) -> None:
        self.result = result
        self.cast = cast
        self.outer = find_outer(result)
        self.chains: dict[int, list[tuple[int, int]]] = {}
        for piece in pieces:
            if isinstance(piece.what, _Said):
                self.chains.setdefault(piece.what.at, []).append((piece.what.stretch, piece.part))

    def around(self, piece: Piece[_What]) -> tuple[str, str]:
        """The tags of a piece."""
        if isinstance(piece.what, _Said):
            return f"<said{self._said(piece.what, piece.part)}>", "</said>"
        role = piece.what.role
        if not piece.what.ats:
            return f'<q type="{role}">', "</q>"
        element = "seg" if role == "cue" else "rs"
        attributes = f' type="{role}"{self._pointer("corresp", piece.what.ats)}'
        speakers = {self.cast.number(self.result[at].speaker) for at in piece.what.ats}
        if role == "source" and len(speakers) == 1 and speakers != {None}:
            attributes += f' ref="#S{speakers.pop()}"'
        return f"<{element}{attributes}>", f"</{element}>"

    def _said(self, said: _Said, part: int) -> str:
        one, chain = said.attribution, self.chains[said.at]
        number, outer = self.cast.number(one.speaker), self.outer[said.at]
        place = chain.index((said.stretch, part))
        values = {
            "xml:id": self._id(said.at, place),
            "n": f"A{said.at}",
            "who": "" if number is None else f"#S{number}",
            "direct": "false" if one.kind == "indirect" else "true",
            "ana": f"#{one.kind} #{one.how} #{one.said.replace(' ', '-')}",
            "cert": f"{one.speaker_confidence if one.speaker else one.confidence:.4f}",
            "prev": f"#{self._id(said.at, place - 1)}" if place else "",
            "next": f"#{self._id(said.at, place + 1)}" if place + 1 < len(chain) else "",
        }
        pairs = (f' {key}="{for_xml_attribute(value)}"' for key, value in values.items() if value)
        return "".join(pairs) + ("" if outer is None else self._pointer("corresp", [outer]))

    def _pointer(self, name: str, ats: list[int]) -> str:
        there = [f"#{self._id(at, 0)}" for at in ats if at in self.chains]
        return f' {name}="{" ".join(there)}"' if there else ""

    @staticmethod
    def _id(at: int, place: int) -> str:
        return f"A{at}.{place}"
