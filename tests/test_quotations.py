"""find_quotations: each text is given with ⟦ ⟧ around what stands in marks, and must come out so."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Sequence

import pytest

from quoteattr.errors import OptionError
from quoteattr.layouts import find_layout, split_speech
from quoteattr.lexicon import english
from quoteattr.marks import CLOSERS, FAMILIES
from quoteattr.pairing import ACTIONS, DEEPEST, Stretch
from quoteattr.paragraphs import find_paragraphs
from quoteattr.quotations import Diagnostic, Quotation, find_quotations


def read(text: str, marks: Sequence[str] | None = None) -> tuple[tuple[Quotation, ...], tuple[Diagnostic, ...]]:
    return find_quotations(text, find_paragraphs(text), marks)


def all_of(quotations: Sequence[Quotation]) -> Iterator[Quotation]:
    for quotation in quotations:
        yield quotation
        yield from all_of(quotation.children)


def marked(text: str, marks: Sequence[str] | None = None) -> str:
    """The text with ⟦ and ⟧ around each quotation found in it."""
    spans = [(one.span.start, one.span.end) for one in all_of(read(text, marks)[0])]
    edges = [(start, 1, -end, "⟦") for start, end in spans] + [(end, 0, -start, "⟧") for start, end in spans]
    for at, _, _, edge in sorted(edges, reverse=True):
        text = text[:at] + edge + text[at:]
    return text


def plain(wanted: str) -> str:
    return wanted.replace("⟦", "").replace("⟧", "")


def kinds(text: str) -> list[str]:
    return [diagnostic.kind for diagnostic in read(text)[1]]


CONVENTIONS = """
⟦“The ferry is late,”⟧ said Wren. ⟦“It is always late.”⟧
⟦"The ferry is late,"⟧ said Wren. ⟦"It is always late."⟧
⟦＂The ferry is late,＂⟧ said Wren. ⟦＂It is always late.＂⟧
⟦‘The ferry’s late,’⟧ said Wren. ⟦‘It’s always late.’⟧
⟦'The ferry's late,'⟧ said Wren. ⟦'It's always late.'⟧
⟦`The ferry's late,'⟧ said Wren. ⟦`It's always late.'⟧
⟦«The ferry is late,»⟧ said Wren. ⟦«It is always late.»⟧
⟦« The ferry is late, »⟧ said Wren. ⟦« It is always late. »⟧
⟦»The ferry is late,«⟧ said Wren. ⟦»It is always late.«⟧
⟦» The ferry is late, «⟧ said Wren. ⟦» It is always late. «⟧
⟦„The ferry is late,“⟧ said Wren. ⟦„It is always late.“⟧
⟦„The ferry is late,”⟧ said Wren. ⟦„It is always late.”⟧
⟦‚The ferry is late,‘⟧ said Wren. ⟦‚It is always late.‘⟧
⟦‹The ferry is late,›⟧ said Wren. ⟦‹It is always late.›⟧
⟦「The ferry is late,」⟧ said Wren. ⟦『It is always late.』⟧
⟦〝The ferry is late,〞⟧ said Wren. ⟦〝It is always late.〟⟧
⟦``The ferry is late,''⟧ said Wren. ⟦``It's always late.''⟧
⟦''The ferry is late,''⟧ said Wren. ⟦''It's always late.''⟧
⟦‘‘The ferry is late,’’⟧ said Wren. ⟦‘‘It’s always late.’’⟧
⟦&quot;The ferry is late,&quot;⟧ said Wren. ⟦&#34;It is late.&#x22;⟧
⟦&ldquo;The ferry&rsquo;s late,&rdquo;⟧ said Wren. ⟦&#8220;It is late.&#x201D;⟧
⟦&lsquo;The ferry&rsquo;s late,&rsquo;⟧ said Wren. ⟦&laquo;It is late.&raquo;⟧
⟦&#39;The ferry&#39;s late,&#39;⟧ said Wren.
<p>⟦&quot;It&#39;s late,&quot;⟧ said <a href="x.html" title='a "b"'>Wren</a>.</p>
"""

NESTED = """
⟦“He said ⟦‘late’⟧ twice,”⟧ said Wren.
⟦‘He said ⟦“late”⟧ twice,’⟧ said Wren.
⟦"He said ⟦'late'⟧ twice,"⟧ said Wren.
⟦'He said ⟦"late"⟧ twice,'⟧ said Wren.
⟦“He said ⟦"late"⟧ twice,”⟧ said Wren.
⟦"He said ⟦"late"⟧ twice,"⟧ said Wren.
⟦“He said ⟦“late”⟧ twice,”⟧ said Wren.
⟦‘He said ⟦‘late,’⟧ and then ⟦‘early’⟧ twice,’⟧ said Wren.
⟦«He said ⟦‹late›⟧ twice,»⟧ said Wren.
⟦«He said ⟦“late”⟧ twice,»⟧ said Wren.
⟦„He said ⟦‚late‘⟧ twice,“⟧ said Wren.
⟦「He said ⟦『late』⟧ twice,」⟧ said Wren.
⟦“She told me, ⟦‘He wrote ⟦“late”⟧ on it.’⟧”⟧
⟦"She told me, ⟦'He wrote ⟦"late"⟧ on it.'⟧"⟧
⟦'She told me, ⟦"He wrote ⟦'late'⟧ on it."⟧'⟧
⟦“He said ⟦‘it is late’⟧ and left,”⟧ said Wren. ⟦‘Why?’⟧ asked Otto.
⟦“⟦‘Late,’⟧ he said,”⟧
⟦'It's the ⟦"boys' ball"⟧,'⟧ said Wren. ⟦'Come.'⟧
"""

APOSTROPHES = """
The boys' tent blew off in '09, in the '90s of the cooks' minds. ⟦'It's the scouts' loss,'⟧ said Wren.
The boys’ tent blew off in ’09, in the ’90s of the cooks’ minds. ⟦‘It’s the scouts’ loss,’⟧ said Wren.
⟦“Tell ’em the dogs’ dinner’s on, ’cause ’tis late,”⟧ called Wren, and ’twas so.
⟦"Tell 'em the dogs' dinner's on, 'cause 'tis late,"⟧ called Wren, and 'twas so.
⟦'Tell 'em the dogs' dinner's on, 'cause 'tis late,'⟧ called Wren, and 'twas so.
⟦‘Tell ’em the dogs’ dinner’s on, ’cause ’tis late,’⟧ called Wren, and ’twas so.
⟦‘’Tis only the wind,’⟧ said Wren. ⟦‘And that’s the wind’s hat.’⟧
⟦''Tis only the wind,'⟧ said Wren. ⟦'And that's the wind's hat.'⟧
⟦'Tis only the wind,'⟧ said Wren. ⟦'And that's the wind's hat.'⟧
Rock ’n’ roll and fish 'n' chips, ⟦“and no peas,”⟧ said Wren.
⟦"I'm goin' home to the ol' folks' house,"⟧ said Wren.
⟦'I'm goin' home to the ol' folks' house,'⟧ said Wren. ⟦'So long.'⟧
⟦'I seen 'im,'⟧ said Wren, ⟦'and 'is dogs' dinner, an' all.'⟧
⟦'Ave you got it?'⟧ he said. ⟦'It's 'is 'at, not 'ers.'⟧
⟦'You'll not get 'em past the boys' gate,'⟧ said Wren, ⟦'nor 'im neither.'⟧
⟦“The 'oss and the boys' ball are lost,”⟧ said Wren.
⟦‘I never said ⟦“maybe”⟧,’⟧ said Wren. ⟦‘Nor did the gulls’⟧. Otto left.
The ⟦'farce'⟧, as she called it, cost ⟦'a fortune'⟧.
The ⟦‘yacht’⟧ was a door, the ⟦‘sea’⟧ a ditch.
The ⟦'boys'⟧ came, all sixty of them.
Growers called the vines ⟦‘drunk on rain’⟧, and the dogs’ owners agreed.
⟦'One gull'⟧, said Wren, ⟦'is enough'⟧.
⟦'He was here in 1999'⟧, said Wren; the 9' of snow were not.
⟦'20 years we waited,'⟧ said Wren. ⟦'Since '98.'⟧
Wren's ⟦'boat'⟧'s hull was ⟦'green'⟧.
O“Neil and O'Hara left. ⟦“Why?”⟧ asked Wren.
The Smiths' and the Browns' boats sank.
Mayor Ilse Tamm: ⟦‘The gulls stay’⟧
"""

MEASURES = """
The door is 6'8" by 2'10". ⟦“We built round it,”⟧ said Wren.
A 12" pipe lay under 9' of mud. ⟦"It sang,"⟧ said Wren.
⟦"The door is 6'8" by 2'10","⟧ said Wren. ⟦"And a 12" pipe."⟧
⟦“He’s 6’2”,”⟧ said Wren. ⟦“I’m 5’9”.”⟧
⟦"It was 1999,"⟧ said Wren. She called it ⟦"the class of 1999"⟧ and ⟦"the winter of '47"⟧.
"""

BROKEN = """
⟦“The lamp is on sideways,"⟧ said Wren.
⟦"The lamp is on sideways,”⟧ said Wren.
⟦“The lamp is on sideways,“⟧ said Wren. ⟦“So is the door,”⟧ she added.
⟦”The lamp is on sideways,”⟧ said Wren. ⟦”So is the door,”⟧ she added.
⟦“The lamp is on sideways,''⟧ said Wren.
⟦“The lamp is on sideways,’⟧ said Wren. ⟦“So it is.”⟧
⟦'The lamp's on sideways,”⟧ said Wren. ⟦'So it is.'⟧ ⟦'Please.'⟧
⟦“ The lamp is on sideways , ”⟧ said Wren.
Wren said : ⟦" The lamp is on sideways . "⟧
The gulls are back. ⟦The lamp is on sideways,”⟧ said Wren.
The gulls are back. ⟦The lamp is on sideways,"⟧ said Wren.
⟦“The tide,”⟧ said Wren, ⟦is coming in.”⟧
⟦It was the roof”⟧, said Wren.
⟦‘It was the roof”⟧, said Wren.
The board is 6", said the joiner.
⟦“We paid in full,⟧ the tenant said.
⟦“Where is the roof?⟧ asked Wren.
⟦“He is ill, said the vet, so I left.⟧
Wren put it down and said, ⟦The lamp is on sideways.”⟧
Dr. Wren was out. ⟦The ⟦“new”⟧ lamp of Mr. Koh is on sideways,”⟧ said Otto.
⟦“The lamp is on” sideways,”⟧ said Wren.
⟦""The lamp is on sideways,""⟧ said Wren.
⟦““The lamp is on sideways,””⟧ said Wren.
⟦“The lamp is on sideways,””⟧ said Wren.
⟦““The lamp is on sideways,”⟧ said Wren.
⟦“The roof,⟧ said Wren. ⟦“It leaks.”⟧
⟦“It is the roof.⟧ ⟦“It leaks,”⟧ said Wren.
⟦“I asked, ⟦‘Who is there?⟧”⟧ said Wren.
⟦“The ‘oss is lost,”⟧ said Wren.
⟦"Don"t go,"⟧ said Wren.
⟦"Yes,"⟧she said.⟦"No."⟧
She spoke about⟦"joint work"⟧ and ⟦"trust"⟧.
Wren called it “” and left. ⟦“Why?”⟧ said Otto.
Wren's last word” was lost. ⟦“Why?”⟧ said Otto.
⟦“A gull,”⟧ said Wren, and ⟦“a crow.⟧
The word“ was lost.
The word ” was lost.
⟦‘So it is,’⟧ said Wren. The word ’ was lost.
⟦“The roof is off, ”⟧ said Wren.
Read more »
"""

AROUND = """
He wrote print(⟦"late :-)"⟧) in the log. ⟦"Why?"⟧ asked Wren :") and left.
So sad :'( said Otto. ⟦'Why?'⟧ asked Wren. ⟦'Is it late?'⟧
The `"quoted" code` ran. ⟦"Did it?"⟧ asked Wren.
``` "a" 'b' ``` ⟦"Did it?"⟧ asked Wren.
a < b and ⟦"c"⟧ > d, x="1" y='2'
Tom &amp; Jerry &unknown; &#1114112; ⟦“No,”⟧ said Wren.
⟦“Wait--”⟧ said Wren. ⟦“Wait--I see a--a gull!”⟧
She paused--⟦“a gull!”⟧--and ran.
_⟦“A gull!”⟧_ said Wren. ⟦"_That_ gull!"⟧
⟦“… or so they say …,”⟧ said Wren.
⟦"A gull."⟧⟦"A crow."⟧ They went on.
⟦“No, (with a bow,) that is mine,”⟧ said Wren.
⟦“The U.K. boat,”⟧ said Wren (⟦“the old one”⟧), ⟦“sank.”⟧
⟦“¿Qué?”⟧ said Wren. ⟦“¡No!”⟧
⟦“你好。”⟧ 她说。⟦「再见。」⟧
⟦“One,”⟧ said Wren; ⟦“two,”⟧ said Otto; ⟦“three,”⟧ they said.
⟦“No 🌊”⟧ and ⟦“🌊”⟧
⟦“e\u0301”⟧ and ⟦“\u200bso\u200b”⟧
"""

PARAGRAPHS = """
⟦“The lamp is on sideways.⟧¶It rained. ⟦“So I see,”⟧ said Wren.
Wren said, ⟦"The lamp is on sideways⟧¶Otto, who laid it, said: ⟦"It is not."⟧
⟦“The lamp is on sideways.⟧¶⟦“The door is upside down.⟧¶⟦“I like it,”⟧ said Wren.
⟦'The lamp is on sideways.⟧¶⟦'The door's upside down.⟧¶⟦'I like it,'⟧ said Wren.
⟦“The lamp is on sideways.⟧¶⟦The door is upside down. I like it,”⟧ said Wren.
⟦“I can only sing the first verse.⟧¶Gulls, gulls, gulls.¶⟦The rest is lost. I had it once,”⟧ said Wren.
The gulls are back. ⟦The roof is off,”⟧ said Wren.¶⟦“It leaks,”⟧ she added.
⟦“The Night of the Gulls”⟧¶The gulls came at four.
"""

LAYOUTS = """
⟦— Is the soup hot?⟧ asked Wren.¶⟦— The soup is hot!⟧ answered the boy. ⟦— The bowl is not.⟧
⟦— Yes,⟧ said Ana, ⟦come in.⟧
⟦—Yes⟧ —said Ana—, ⟦come in.⟧
⟦– Who took it?⟧¶⟦– You did!⟧¶⟦– Did I?⟧
⟦--Did you say ⟦“now”⟧?⟧ asked Wren, putting down her ⟦“hat”⟧.¶⟦--I did.⟧
⟦- Is it late?⟧ she asked.¶⟦- It is. Come in.⟧
Ana had asked:¶⟦—Is it open?⟧¶Otto had answered:¶⟦—It is.⟧
⟦— No,⟧ said Wren, who was cold, and left. ⟦— Wait!⟧ cried Otto: ⟦the tide!⟧
⟦— No,⟧ he said. He closed the door.¶⟦— No!⟧ she said. ⟦You have the key.⟧
⟦— Yes,⟧ he quietly said ⟦— come in!⟧
⟦— Yes?⟧ said the little old woman, who was ⟦“cold”⟧, and left. ⟦— Come!⟧
⟦— Yes,⟧ said Ana —said Otto—, ⟦no!⟧
⟦— Yes!⟧ said Ana, who left¶⟦— And you, said quietly!⟧¶⟦— Me?⟧
⟦— Yes!⟧ said Ana. ⟦12.⟧
Here is what we know: so much that it takes a line of more than a hundred letters: no label is so long.
— One loaf of bread¶— Two eggs¶— Butter
The plan has three parts:¶— Close the harbour.¶— Move the boats.¶— Wait.
- Do you have it?¶- Do you want it?
⟦“One gull is enough.”⟧¶— Otto Brandt
-- Otto Brandt, Lund
Q: ⟦Did you see the boat?⟧¶A: ⟦I saw ⟦“a boat”⟧.⟧
Q. ⟦Did you see the boat?⟧¶A. ⟦I saw a boat.⟧
THE COURT: ⟦Is it late?⟧¶MS. LUND: ⟦It is. I have a watch.⟧¶THE COURT: ⟦Let us go.⟧
Reporter: ⟦Who took the boat?⟧¶MAYOR LUND (laughing): ⟦I did. I needed it.⟧¶Reporter: ⟦Thank you.⟧
**Host:** ⟦Are you well?⟧¶**Guest:** ⟦I am.⟧
[00:12:03] HOST: ⟦Are you well?⟧¶[00:12:09] DR. LUND: ⟦I am.⟧
Wren came in.¶Q: ⟦Are you well?⟧¶A: ⟦I am.⟧¶Q: ⟦And he?⟧
Dr. Lund: ⟦Where does it hurt?⟧¶Patient: ⟦Everywhere but here.⟧
The Court: ⟦Call your next witness.⟧¶Ms. Lund: ⟦The defence calls Otto Wren.⟧
Author: Otto Wren¶Editor: Ann Lund. I liked it.
Q: ⟦Are you well?⟧¶A: ⟦I am.⟧¶⟦He is too.⟧¶Q: ⟦Why?⟧¶(Laughter)¶A: ⟦It rained.⟧
Note: the ferry leaves at four.¶The crew said: ⟦“We are tired.”⟧
Phone: 555 3456¶Email: a@b.example¶Phone: 555 3457¶Email: c@d.example
Storm: Ferry late again¶The ferry was late again. ⟦“It is the storm,”⟧ said Wren.
WREN: ⟦“I am tired.”⟧¶OTTO: ⟦“So am I.”⟧
"""

GROUPS = {
    "conventions": CONVENTIONS,
    "nested": NESTED,
    "apostrophes": APOSTROPHES,
    "measures": MEASURES,
    "broken": BROKEN,
    "around": AROUND,
    "paragraphs": PARAGRAPHS,
    "layouts": LAYOUTS,
}
CASES = [
    pytest.param(line.replace("¶", "\n\n"), id=f"{group}-{number}")
    for group, lines in GROUPS.items()
    for number, line in enumerate(lines.strip().splitlines(), 1)
]


@pytest.mark.parametrize("wanted", CASES)
def test_what_stands_in_marks_is_found(wanted: str) -> None:
    assert marked(plain(wanted)) == wanted


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("“So.”", "double"),
        ('"So."', "double"),
        ("‘So.’", "single"),
        ("'So.'", "single"),
        ("«So.»", "angle"),
        ("‹So.›", "angle"),
        ("「So.」", "corner"),
        ("『So.』", "corner"),
        ("„So.“", "low"),
        ("‚So.‘", "low"),
        ("``So.''", "latex"),
        ("''So.''", "latex"),
        ("‘‘So.’’", "latex"),
        ("&quot;So.&quot;", "double"),
        ("— So? she said.", "dash"),
        ("Q: So?\n\nA: So.", "label"),
    ],
)
def test_a_quotation_knows_the_style_of_its_marks(text: str, style: str) -> None:
    assert read(text)[0][0].style == style


def test_what_is_inside_leaves_the_marks_out() -> None:
    quotation = read("&ldquo;So, &lsquo;yes&rsquo;.&rdquo;")[0][0]
    assert quotation.inner.text == "So, &lsquo;yes&rsquo;."
    assert quotation.children[0].inner.text == "yes"
    assert read("— So? she said.")[0][0].inner.text == "So?"
    assert read("“It leaks")[0][0].inner.text == "It leaks"
    assert read("““It leaks.””")[0][0].inner.text == "It leaks."


def test_the_depth_counts_the_quotations_around() -> None:
    text = "“She said, ‘He wrote “late” on it.’”"
    assert [(one.depth, one.inner.text) for one in all_of(read(text)[0])][1:] == [
        (1, "He wrote “late” on it."),
        (2, "late"),
    ]
    inside = read("Q: Did you say “now”?\n\nA: I said ‘then’.")[0][1].children[0]
    assert (inside.depth, inside.span.text) == (1, "‘then’")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("— Go, said Ann. “It is late.”", ["dash 0 — Go,", "double 0 “It is late.”"]),
        ("— So it was, said Ana: he came at nine.", ["dash 0 — So it was,", "dash 0 he came at nine."]),
        ("— Go, said Ana. Tom shut the door.", ["dash 0 — Go,"]),
        ("— Go, said Ana. She shut the door.", ["dash 0 — Go,"]),
        ("— Go, said Ana. We shut it.", ["dash 0 — Go,", "dash 0 We shut it."]),
        ("— You said “go,” said Ann.", ["dash 0 — You said “go,”", "double 1 “go,”"]),
        ("— Go, said Ann “the Cat” Lee.", ["dash 0 — Go,", "double 0 “the Cat”"]),
    ],
)
def test_marks_behind_a_dash_stand_in_its_speech_or_beside_it(text: str, told: list[str]) -> None:
    assert [f"{one.style} {one.depth} {one.span.text}" for one in all_of(read(text)[0])] == told


@pytest.mark.parametrize(
    ("text", "quotation", "fault"),
    [
        ("Yes, said Ann, it is late.” She left.", "Yes, said Ann, it is late.”", "unopened"),
        ("It rained. Yes, said Ann, it is late.” She left.", "Yes, said Ann, it is late.”", "unopened"),
        ('It rained."So it does, I think', '"So it does, I think', "unclosed"),
    ],
)
def test_a_mark_that_is_lost_is_missed_where_speech_begins_or_ends(text: str, quotation: str, fault: str) -> None:
    quotations, diagnostics = read(text)
    assert [one.span.text for one in quotations] == [quotation]
    assert [one.kind for one in diagnostics] == [fault]


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ("'Late,' said Ann.\n\n'Ere we are,' said Tom.", ["'Late,'", "'Ere we are,'"]),
        ("'Late,' said Ann. 'Round the corner,' said Tom.", ["'Late,'", "'Round the corner,'"]),
        ("'Late,' said Ann. She saw 'im come.\n\n'So late,' said Tom.", ["'Late,'", "'So late,'"]),
        ("'Late,' said Ann. She saw 'e had come.\n\n'So late,' said Tom.", ["'Late,'", "'So late,'"]),
        ("'Late,' said Ann, and 'Arry laughed.\n\n'So late,' said Tom.", ["'Late,'", "'So late,'"]),
        ("'Late,' said Ann and wrote 'round here' on it.", ["'Late,'", "'round here'"]),
        ("'Late,' said Ann and called him 'Arry the Late.'", ["'Late,'", "'Arry the Late.'"]),
        ("‘Late,’ said Ann and called him ‘Ugo the Late.", ["‘Late,’", "‘Ugo the Late."]),
        ("“She wrote ‘Tis late’ on it,” said Ann.", ["“She wrote ‘Tis late’ on it,”", "‘Tis late’"]),
        ("“I wrote 'round here' on it,” said Ann.", ["“I wrote 'round here' on it,”", "'round here'"]),
        ("“I saw 'ow 'e wept,” said Ann.", ["“I saw 'ow 'e wept,”"]),
        ("“I came 'round with the boys' hats,” said Ann.", ["“I came 'round with the boys' hats,”"]),
    ],
)
def test_a_word_that_may_have_lost_letters_begins_speech_or_does_not(text: str, quotations: list[str]) -> None:
    assert [one.span.text for one in all_of(read(text)[0])] == quotations


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ("''I saw it,'' said Ann. '''Tis late,'' said Tom.", ["''I saw it,''", "'''Tis late,''"]),
        ("``I wrote 'late,''' said Ann.", ["``I wrote 'late,'''", "'late,'"]),
        ("''I wrote 'late,''' said Ann.", ["''I wrote 'late,'''", "'late,'"]),
        ("''So?'' said Ann. '''Late' is all,'' said Tom.", ["''So?''", "'''Late' is all,''", "'Late'"]),
    ],
)
def test_of_three_apostrophes_two_are_one_mark(text: str, quotations: list[str]) -> None:
    assert [one.span.text for one in all_of(read(text)[0])] == quotations


@pytest.mark.parametrize("teller", ["Ann", "old Ann", "the old miller", "the tall old grey miller", "Ann of Ulm"])
def test_speech_whose_second_opening_mark_is_lost_goes_on_behind_the_teller(teller: str) -> None:
    quotations, diagnostics = read(f"“The tide,” said {teller}, is in.” It rained.")
    assert [one.span.text for one in quotations] == ["“The tide,”", "is in.”"]
    assert [one.kind for one in diagnostics] == ["unopened"]


def test_an_apostrophe_at_the_end_of_a_paragraph_closes_nothing_that_is_not_open() -> None:
    text = "‘Whose hats are they?’ asked Ann.\n\nThey were the boys’\n\n‘Then keep them,’ said Tom."
    quotations, diagnostics = read(text)
    assert [one.span.text for one in quotations] == ["‘Whose hats are they?’", "‘Then keep them,’"]
    assert diagnostics == ()


def test_speech_over_paragraphs_goes_on_where_the_next_one_opens_again() -> None:
    text = "“The roof is off.\n\n“The door is open.\n\n“I like it,” said Wren.\n\n“So do I.”"
    quotations, diagnostics = read(text)
    assert [(one.continues, one.opened, one.closed) for one in quotations] == [
        (False, True, False),
        (True, True, False),
        (True, True, True),
        (False, True, True),
    ]
    assert diagnostics == ()


def test_speech_over_paragraphs_goes_on_even_where_the_mark_is_not_there_again() -> None:
    quotations, diagnostics = read("“The roof is off.\n\nThe door is open. I like it,” said Wren.")
    assert [(one.continues, one.opened, one.closed) for one in quotations] == [
        (False, True, False),
        (True, False, True),
    ]
    assert [(one.kind, one.done) for one in diagnostics] == [
        ("unopened", "taken from the start of the paragraph, as speech was left open before it")
    ]


@pytest.mark.parametrize(
    "second", ["It rained.", "It rained, “said Wren.”", "‘It rained,’ said Wren.", "Wren said: “No.”"]
)
def test_speech_left_open_that_does_not_go_on_is_reported(second: str) -> None:
    assert kinds("Wren said: “The roof is off.\n\n" + second) == ["unclosed"]


@pytest.mark.parametrize(
    ("text", "kind", "at", "done"),
    [
        ("“The roof is off.", "unclosed", "“", "ended with its paragraph"),
        ("The roof is off,” said Wren.", "unopened", "”", "taken from the start of the sentence"),
        ('“The roof is off," said Wren.', "mismatched", '"', "taken to close “"),
        ("“The roof is off,’ said Wren.", "mismatched", "’", "taken to close “"),
        ("“The roof is off,“ said Wren.", "mismatched", "“", "taken to close “"),
        ("The ” roof is off.", "stray", "”", "left out"),
        ("The roof” is off.", "stray", "”", "left out"),
        ("Wren said “”.", "stray", "”", "nothing stands between the marks: left out"),
        ("“The roof” is off,” said Wren.", "stray", "”", "left out"),
        ("““The roof is off,” said Wren.", "doubled", "“", "read as one mark"),
        ("“The roof is off,”” said Wren.", "doubled", "”", "read as one mark"),
        ("““The roof is off,”” said Wren.", "doubled", "““", "read as one mark"),
        ("“ The roof is off,” said Wren.", "spaced", "”", "the blank inside the marks left as it is"),
        ("“The roof, said Wren. “It is off.”", "unclosed", "“", "ended before the next quotation"),
        ("“She said, ‘It is off.” He left.", "unclosed", "‘", "ended with what is around it"),
    ],
)
def test_what_was_wrong_with_a_mark_is_reported_and_what_was_done(text: str, kind: str, at: str, done: str) -> None:
    (diagnostic,) = read(text)[1]
    assert (diagnostic.kind, diagnostic.span.text, diagnostic.done) == (kind, at, done)


def test_marks_as_they_should_be_are_not_reported() -> None:
    lines = (CONVENTIONS + NESTED).strip().splitlines()
    mixed = ('“He said ⟦"', "⟦’⟧", "⟦〟⟧")
    for line in lines:
        assert kinds(plain(line)) == [] or any(part in line for part in mixed), line


def test_diagnostics_stand_in_the_order_of_the_text() -> None:
    diagnostics = read('The word ” here.\n\n“One.\n\nTwo.\n\n“Three," said Wren.')[1]
    assert [diagnostic.kind for diagnostic in diagnostics] == ["stray", "unclosed", "mismatched"]


# --------------------------------------------------------------------------- what the form alone shows


@pytest.mark.parametrize(
    "text",
    [
        "Otto “the Ox” Brandt left.",
        "James “the Ox” Brandt left.",
        'Ann "Lefty" Moor left.',
        "‘I left,’ said Agatha ‘Tick-Tock’ Renshaw.",
        "“I saw Otto ‘the Ox’ Brandt,” she said.",
    ],
)
def test_a_quotation_inside_a_name_is_a_nickname(text: str) -> None:
    assert "nickname" in [one.use for one in all_of(read(text)[0])]


@pytest.mark.parametrize(
    "text",
    [
        "Otto Brandt’s “Bird Song” Suite was played.",
        "Otto Brandt's “Bird Song” Suite was played.",
        "The “Old Guard” Party left.",
        "In “Kept Waiting” Otto sings.",
        "Wren said “No” Monday.",
        "Otto Says “No” Again",
        "Otto “No,” Brandt said.",
        "Otto, “the Ox” Brandt",
        "He called Otto “Ox” that day.",
        "Otto “the Ox and the plough and the cart and the barn” Brandt",
    ],
)
def test_a_quotation_beside_a_name_is_no_nickname(text: str) -> None:
    assert [one.use for one in all_of(read(text)[0])] == ["speech"]


@pytest.mark.parametrize(
    "text",
    [
        "“The Night of the Gulls”\n\nThe gulls came at four.",
        "‘Of Gulls, and Those Who Feed Them’\n\nThe gulls came at four.",
        "“Gulls 2.0”\n\nThe gulls came at four.",
        "“Thin ice” on the lower lake\n\nThe lake froze on Monday.",
        "“Thin ice” on Ulm lake\n\nThe lake froze on Monday.",
        "“Thin ice” a mile from here\n\nThe lake froze on Monday.",
        "It froze.\n\n_“Thin ice”_\n\nThe lake froze on Monday.",
    ],
)
def test_a_short_paragraph_in_marks_that_is_no_sentence_is_a_heading(text: str) -> None:
    assert [one.use for one in read(text)[0]] == ["heading"]


@pytest.mark.parametrize(
    "text",
    [
        "“No.”\n\nThe gulls came.",
        "“Where to?”\n\nThe gulls came.",
        "“He came. He left”\n\nThe gulls came.",
        "“We lost, and they won”\n\nThe gulls came.",
        "The sign reads:\n\n“Thin ice”",
        "“History is gossip”\n\n— Otto Brandt",
        "“History is gossip\n\nThe gulls came.",
        "“Thin ice”, said the sign",
        "“Thin ice” on the lake.\n\nIt froze.",
        "“Thin ice” on the lake, and rain\n\nIt froze.",
        "“Thin ice” warns the sign\n\nIt froze.",
        "“Thin ice” Otto Brandt\n\nIt froze.",
        "“Thin ice” and “deep water”\n\nIt froze.",
        "Thin ice on the “lower” lake\n\nIt froze.",
        "“Thin ice " + "on the lower lake and " * 5 + "the mill”\n\nIt froze.",
    ],
)
def test_other_short_paragraphs_are_no_headings(text: str) -> None:
    assert {one.use for one in read(text)[0]} == {"speech"}


# ------------------------------------------------------------------------------------------- the layout


def test_the_label_of_a_turn_stands_apart_from_its_words() -> None:
    turns = read("MAYOR LUND (laughing): I did. Did you?\n\nReporter: No.\n\nMAYOR LUND: No?")[0]
    assert [(turn.label and turn.label.text, turn.span.text) for turn in turns] == [
        ("MAYOR LUND", "I did. Did you?"),
        ("Reporter", "No."),
        ("MAYOR LUND", "No?"),
    ]
    assert not any(turn.opened or turn.closed or turn.continues for turn in turns)


def test_a_turn_goes_on_in_a_paragraph_without_a_label() -> None:
    turns = read("Q: Are you well?\n\nA: I am.\n\nHe is too.\n\nQ: Why?\n\nA: It rained.\n\nThey left.")[0]
    assert [turn.continues for turn in turns] == [False, False, True, False, False]
    assert turns[2].label is None


def test_an_article_that_quotes_a_transcript_has_paragraphs_of_its_own() -> None:
    text = "Q: Are you well?\n\nA: I am.\n\nSo it went.\n\nIt went on.\n\nHe left.\n\nQ: Why?\n\nA: It rained."
    assert [turn.span.text for turn in read(text)[0]] == ["Are you well?", "I am.", "Why?", "It rained."]


def test_a_turn_does_not_go_on_over_many_paragraphs() -> None:
    turns = "\n\n".join(["Q: Why?\n\nA: It rained."] * 8)
    text = turns + "\n\nSo it went." * 5 + "\n\n" + turns
    assert not any(turn.continues for turn in read(text)[0])


def test_what_stands_outside_the_paragraphs_is_no_label() -> None:
    assert find_layout("Q: Why?", [], english()) == ([], {})


def test_turns_in_one_paragraph_are_cut_at_their_lines() -> None:
    text = "Wren came.\nQ: Are you well?\nA: I am. And\nyou?"
    blocks, speech = find_layout(text, [(0, len(text))], english())
    assert [text[start:end] for start, end in blocks] == ["Wren came.", "Are you well?", "I am. And\nyou?"]
    assert sorted(speech) == [1, 2]


def test_lines_of_dialogue_in_one_paragraph_are_cut() -> None:
    text = "— Is it late?\n— It is, said Wren,\nand left."
    blocks, speech = find_layout(text, [(0, len(text))], english())
    assert [text[start:end] for start, end in blocks] == ["— Is it late?", "— It is, said Wren,\nand left."]
    assert sorted(speech) == [0, 1]


def test_a_quotation_in_a_line_of_dialogue_is_not_cut_by_its_own_reporting_words() -> None:
    line = "— He said “yes, said Otto, and no”, said Wren, and left."
    start, end = line.index("“"), line.index("”") + 1
    assert [line[a:b] for a, b in split_speech(line, 0, len(line), english(), [(start, end)])] == [line[: end + 1]]
    quotations, _ = read(line)
    assert [len(one.children) for one in quotations] == [1]


# -------------------------------------------------------------------------------- what the caller asks for


@pytest.mark.parametrize(
    ("marks", "wanted"),
    [
        (["double"], "⟦“A ‘gull’,”⟧ said Wren. 'No,' «no». — No?"),
        (["single"], "“A ⟦‘gull’⟧,” said Wren. ⟦'No,'⟧ «no». — No?"),
        (["double", "single"], "⟦“A ⟦‘gull’⟧,”⟧ said Wren. ⟦'No,'⟧ «no». — No?"),
        (["angle"], "“A ‘gull’,” said Wren. 'No,' ⟦«no»⟧. — No?"),
        (["“”"], '⟦“A ‘gull’,”⟧ said Wren. "No," «no».'),
        (["“”", '""'], '⟦“A ‘gull’,”⟧ said Wren. ⟦"No,"⟧ «no».'),
        (["⟪⟫"], "⟦⟪A “gull”,⟫⟧ said Wren."),
        (["||"], "⟦|A “gull”,|⟧ said Wren."),
        (["``''"], "⟦``A “gull”,''⟧ said Wren. “No.”"),
        ([], "“A gull,” said Wren."),
        (["latex"], "⟦''A gull,'''⟧ said Wren."),
        (["single"], "⟦'It's the “boys' ball”,'⟧ said Wren."),
    ],
)
def test_the_caller_may_set_the_marks(marks: Sequence[str], wanted: str) -> None:
    assert marked(plain(wanted), marks) == wanted


def test_without_the_styles_dash_and_label_the_layout_is_not_read() -> None:
    text = "Q: Is it late?\n\nA: I think so."
    assert read(text, ["double"])[0] == ()
    assert len(read(text, ["label"])[0]) == 2
    assert len(read("— Is it late? she asked.", ["dash"])[0]) == 1


def test_if_single_marks_are_named_first_they_are_the_outer_ones() -> None:
    text = "‘One.\n\n‘Two.’ “Three.” “Four.” “Five.”"
    assert marked(text, ["single", "double"]).startswith("⟦‘One.⟧")
    assert not marked(text, ["double", "single"]).startswith("⟦‘One.⟧")


@pytest.mark.parametrize("asked", ["dubble", "“", "“”„", "ab", "  ", ""])
def test_what_are_no_marks_is_told_with_what_would_be(asked: str) -> None:
    with pytest.raises(OptionError, match="name some of double, single") as caught:
        read("“No.”", [asked])
    assert repr(asked) in str(caught.value)


# ------------------------------------------------------------------------------------ whatever it is given


@pytest.mark.parametrize("text", ["", " ", "\0", "\ud800", "”", "“", "'", "&", "<", "=", "`", "—", ":", "Q:", "“”"])
def test_next_to_nothing_is_no_quotation(text: str) -> None:
    assert read(text)[0] == ()


def test_marks_outside_the_paragraphs_are_left_alone() -> None:
    text = "“A” “B” “C”"
    assert [one.span.text for one in find_quotations(text, [(4, 7)])[0]] == ["“B”"]
    assert find_quotations(text, [])[0] == ()
    assert find_quotations(text, [(3, 4)])[0] == ()


def test_marks_of_two_signs_are_read_as_the_first_ones_were() -> None:
    assert marked("Wren said ``so late'' and then ``so late'' again.") == (
        "Wren said ⟦``so late''⟧ and then ⟦``so late''⟧ again."
    )


def test_marks_in_a_row_are_read_up_to_a_number_of_them() -> None:
    assert [one.kind for one in read("“" * 16 + "A gull.” It left.")[1]] != ["stray"]
    assert marked("“" * 16 + "A gull.” It left.").endswith("A gull.”⟧ It left.")
    assert marked("“" * 17 + "A gull.” It left.") == "“" * 17 + "⟦A gull.”⟧ It left."


@pytest.mark.parametrize("mark", ["‘{}’", "'{}'"])
def test_a_single_mark_before_a_number_opens_where_it_begins_a_sentence(mark: str) -> None:
    speech, second = mark.format("20 people came,"), mark.format("No.")
    assert marked(f"He was late. {speech} said Wren. {second}") == f"He was late. ⟦{speech}⟧ said Wren. ⟦{second}⟧"
    assert kinds(f"{speech} said Wren. {second}") == []


def test_deep_nesting_ends_at_a_fixed_depth() -> None:
    deep = 20_000
    (outer,) = read("“a ‘b " * deep + "c’ d” " * deep)[0]
    assert max(one.depth for one in all_of([outer])) == DEEPEST - 1
    assert outer.closed


@pytest.mark.parametrize(
    "sign", ["“", "”", '"', "'", "‘", "’", "«", "`", "“‘", "a,” ", "'a b' ", "“a” b” ", "= '", "<a "]
)
def test_many_marks_are_read_in_the_time_they_take(sign: str) -> None:
    read(sign * 20_000)


def test_every_look_of_a_mark_has_an_action_for_everything_open() -> None:
    assert {len(row) for row in ACTIONS.values()} == {3}


def test_every_sign_on_the_left_has_its_closing_ones() -> None:
    assert {sign for sides in FAMILIES.values() for sign in sides["left"].split()} <= CLOSERS.keys()


def test_every_repair_says_why_in_its_docstring() -> None:
    methods = {action for row in ACTIONS.values() for action in row}
    assert all(inspect.getdoc(method) for method in methods)
    assert Stretch.__doc__


MARKED = r'''
“The tide” comes in at four,” said Ann.
    “The tide” comes in at four,”
    ! stray ”
The “old” tide is in,” said Ann.
    The “old” tide is in,” {“old”}
    ! unopened ”
“The tide,” said Ann, is in.”
    “The tide,” / is in.”
    ! unopened ”
Ann sat. The tide is in,” said Ann.
    The tide is in,”
    ! unopened ”
Ann said: The tide is in.” It rained.
    The tide is in.”
    ! unopened ”
“The ‘old’ tide is ‘in’,” said Ann.
    “The ‘old’ tide is ‘in’,” {‘old’ | ‘in’}
“The ‘old tide is in,” said Ann. ‘Yes.’
    “The ‘old tide is in,” / ‘Yes.’
“So he said, ‘Come in.’ And I did,” said Ann.
    “So he said, ‘Come in.’ And I did,” {‘Come in.’}
“So he said, ‘Come in. And I did,” said Ann.
    “So he said, ‘Come in. And I did,” {‘Come in. And I did,}
    ! unclosed ‘
‘So he said, “Come in.” And I did,’ said Ann.
    ‘So he said, “Come in.” And I did,’ {“Come in.”}
‘So he said, “Come in. And I did,’ said Ann.
    ‘So he said, “Come in. And I did,’ {“Come in. And I did,}
    ! unclosed “
‘The boys’ tent is up,’ said Ann.
    ‘The boys’ tent is up,’
‘The boys’ tent,’ he said, ‘isn’t up.’
    ‘The boys’ tent,’ / ‘isn’t up.’
'The boys' tent,' he said, 'isn't up.'
    'The boys' tent,' / 'isn't up.'
''Tis late,' said Ann.
    ''Tis late,'
    ! mismatched '
“’Tis late,” said Ann. “Go ’way.”
    “’Tis late,” / “Go ’way.”
“He’s 6’2” tall,” said Ann.
    “He’s 6’2” tall,”
"It is 12" wide," said Ann.
    "It is 12" wide,"
She is 5'4" and he is 6'2".
    -
"So," said Ann. "It is late. "Come in," said Tom.
    "So," / "It is late. / "Come in,"
    ! unclosed "
It rained."Come in," said Tom.
    "Come in,"
It rained. " Come in, " said Tom.
    " Come in, "
    ! spaced "
“Come in, said Ann. “It is late.”
    “Come in, / “It is late.”
    ! unclosed “
“Come in,” said Ann. It is late.”
    “Come in,” / It is late.”
    ! unopened ”
“Come in“ said Ann.
    “Come in“
    ! mismatched “
”Come in,” said Ann.
    ”Come in,”
”Come in,“ said Ann.
    ”Come in,“
    ! mismatched “
„Come in,“ said Ann. „So.”
    „Come in,“ / „So.”
»Come in,« said Ann. »So,« he said.
    »Come in,« / »So,«
«Come in,» said Ann. «So,» he said.
    «Come in,» / «So,»
``Come in,'' said Ann. ``So.''
    ``Come in,'' / ``So.''
''Come in,'' said Ann. ''So.''
    ''Come in,'' / ''So.''
`Come in,' said Ann. `So.'
    `Come in,' / `So.'
“Come in,’ said Ann.
    “Come in,’
    ! mismatched ’
‘Come in,” said Ann.
    ‘Come in,”
    ! mismatched ”
'Come in," said Ann.
    'Come in,"
    ! mismatched "
"Come in,' said Ann.
    "Come in,'
    ! mismatched '
“Come in,”” said Ann.
    “Come in,””
    ! doubled ”
““Come in,” said Ann.
    ““Come in,”
    ! doubled “
Ann read “A” and “B”, then “C.
    “A” / “B” / “C.
    ! unclosed “
“A,” “B” and “C” are here.
    “A,” / “B” / “C”
“Come ( “in” ) now,” said Ann.
    “Come ( “in” ) now,” {“in”}
“You said “so,” and left,” said Ann.
    “You said “so,” and left,” {“so,”}
"You said "so," and left," said Ann.
    "You said "so," and left," {"so,"}
“It rained, and “the road was wet.
    “It rained, and / “the road was wet.
    ! unclosed “, unclosed “
The word “rain” and ”snow” stood there.
    “rain” / ”snow”
“Rock ’n’ roll,” said Ann. ‘Rock ’n’ roll,’ said Tom.
    “Rock ’n’ roll,” / ‘Rock ’n’ roll,’
The ’90s were loud. In '85 it rained.
    -
Otto “Red” Lee sat. “Red” Lee sat.
    “Red” / “Red”
“Come in”, said Ann. So”, said Tom.
    “Come in” / So”
    ! unopened ”
“I am”—she sat—“late.”
    “I am” / “late.”
“I am—” she sat. “—late.”
    “I am—” / “—late.”
"Yes"-"no" answers.
    "Yes" / "no"
(“Come in.”) [“So.”]
    “Come in.” / “So.”
_“Come in,”_ said Ann. *“So.”*
    “Come in,” / “So.”
“Come in,&rdquo; said Ann. &ldquo;So.&rdquo;
    “Come in,&rdquo; / &ldquo;So.&rdquo;
<a title="Come in">“So,”</a> said Ann. &#8220;No,&#8221; said Tom. &quot;Oh,&quot; he said.
    “So,” / &#8220;No,&#8221; / &quot;Oh,&quot;
He wrote `x = "1"` and ```y = "2"``` there.
    -
“““Come in,””” said Ann.
    “““Come in,”””
    ! doubled “““, doubled ““
"""Come in,""" said Ann.
    """Come in,"""
    ! doubled """, doubled ""
'''.strip("\n")
"""Paragraphs; below each what is quoted in it (what is quoted in that, in braces), and what is wrong with its marks."""


def quoted(quotation: Quotation) -> str:
    """A quotation with those in it."""
    inner = " | ".join(map(quoted, quotation.children))
    return f"{quotation.span.text} {{{inner}}}" if inner else quotation.span.text


def test_whatever_is_wrong_with_the_marks_what_is_said_is_found() -> None:
    told: list[str] = []
    for text in [line for line in MARKED.split("\n") if not line.startswith(" ")]:
        quotations, diagnostics = read(text)
        told += [text, f"    {' / '.join(map(quoted, quotations)) or '-'}"]
        faults = ", ".join(f"{one.kind} {one.span.text}" for one in diagnostics)
        told += [f"    ! {faults}"] * bool(faults)
    assert told == MARKED.split("\n")


LAID_OUT = """
Ann Lee: Where is it?
Tom Moe: In the well.
Ann Lee: So it is!
---
Ann Lee: Where is it?
Tom Moe: In the well.
Ann Lee: So it is!
===
The inquiry sat again.

ANN: Where is it?

TOM: In the well.

It was deep.

ANN: I see.
---
ANN: Where is it?
TOM: In the well.
It was deep. ...
ANN: I see.
===
Note: the hall is shut.

Address: Mill Road 4. You may call.
---
-
===
Q. Did you see it?
A. I did.
Q. When?
A. At ten.
---
Q: Did you see it?
A: I did.
Q: When?
A: At ten.
===
[10:02] Ann: you up?
[10:03] Tom: I am
[10:09] Ann: so am I!
---
Ann: you up?
Tom: I am
Ann: so am I!
===
Moderator: Welcome! You may begin.
Guest: Thank you.
---
Moderator: Welcome! You may begin.
Guest: Thank you.
===
Host (laughing): So you went?
Caller #1: I did!
Host: And you, Caller #2?
Caller #2: No.
---
Host: So you went?
Caller #1: I did!
Host: And you, Caller #2?
Caller #2: No.
===
Judge Hale: Do you see him?
The Witness: I do.
Judge Hale: Point at him.
The Witness: There.
---
Judge Hale: Do you see him?
The Witness: I do.
Judge Hale: Point at him.
The Witness: There.
===
— Yes, said Ana, come in.
— Is it late? asked Pia.
— It is.
---
— Yes,
come in.
— Is it late?
— It is.
===
— It is late — he said —. Go home.
— I will, I said, when it rains. Not now.
---
— It is late
Go home.
— I will,
Not now.
===
- eggs
- flour
- a pinch of salt
---
-
===
Ana had answered:

— I will come.

The rain fell.
---
— I will come.
===
— Come in, Ann said as she sat, and shut it.
— Why? — He laughed. — I will.
— “Go,” he told me, “and you go too.”
---
— Come in,
— Why?
— I will.
— “Go,” {“Go,”}
“and you go too.”
===
Ann wrote: yes. Tom wrote: no.

Sam said: perhaps.
---
-
===
Dr. Koh: I was there.

Mrs. Moe: So was I, you know.
---
Dr. Koh: I was there.
Mrs. Moe: So was I, you know.
===
Red: 5
Blue: 7
Red: 9
Blue: 2
---
-
===
**Ann:** Are you in?

**Tom:** I am.

**Ann:** Good.
---
Ann: Are you in?
Tom: I am.
Ann: Good.
===
Ann: I saw it.

(She sat.)

Tom: You did?

Ann: Yes.
---
Ann: I saw it.
Tom: You did?
Ann: Yes.
""".strip("\n")
"""Texts without marks in which the layout shows speech, or seems to; below each what is said, behind its label."""


def laid(quotation: Quotation) -> str:
    """A quotation with its label, what is quoted in it, and a sign that it goes on with the one before."""
    label = f"{quotation.label.text}: " if quotation.label is not None else ""
    return f"{label}{quoted(quotation)}{' ...' * quotation.continues}"


@pytest.mark.parametrize("block", LAID_OUT.split("\n===\n"))
def test_the_layout_shows_who_talks_to_whom(block: str) -> None:
    text, _, said = block.partition("\n---\n")
    quotations, _ = read(text)
    assert "\n".join(map(laid, quotations)) == said.strip("-")
    assert {one.depth for one in quotations} <= {0}
    assert {inner.depth for one in quotations for inner in one.children} <= {1}


@pytest.mark.parametrize(
    ("labelled", "between", "goes_on"), [(6, 4, True), (5, 4, False), (20, 4, True), (20, 5, False), (20, 1, True)]
)
def test_in_a_transcript_a_turn_goes_on_over_a_few_paragraphs(labelled: int, between: int, goes_on: bool) -> None:
    turns = [f"{name}: Is it I?" for name in ("ANN", "TOM") * 10][:labelled]
    quotations, _ = read("\n\n".join([turns[0], *["It rained."] * between, *turns[1:]]))
    assert len(quotations) == labelled + between * goes_on
    assert [one.continues for one in quotations].count(True) == between * goes_on


@pytest.mark.parametrize(("ended", "others", "said"), [(2, 2, True), (1, 3, False), (4, 0, True), (1, 2, False)])
def test_turns_behind_labels_are_sentences_at_least_half_of_them(ended: int, others: int, said: bool) -> None:
    words = ["I see it."] * ended + ["I see it"] * others
    turns = [f"{name}: {one}" for name, one in zip(("Ann", "Tom") * 4, words, strict=False)]
    assert len(read("\n\n".join(["It rained.", *turns]))[0]) == len(words) * said


@pytest.mark.parametrize(
    ("labels", "said"), [("Ola Mina", True), ("Host Guest", True), ("Price Seats", False), ("OLA Seats", False)]
)
def test_in_a_chat_no_stop_ends_what_people_say(labels: str, said: bool) -> None:
    first, second = labels.split()
    assert len(read(f"{first}: are you up\n{second}: no\n{first}: get up")[0]) == 3 * said


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("— It is I.", "— It is you.", "— It is we"), True),
        (("— It is I.", "— It is you", "— It is we"), False),
        (("— Is it I?", "— It is you.", "— It rains.", "— It snows."), True),
        (("— Is it I?", "— It rains.", "— It snows.", "— It froze."), False),
        (("— Is it I?",), False),
        (("— Is it I? asked Ann.",), True),
        (("- It is I.", "— It is you.", "— It is we.", "— It is I."), True),
        (("- It is I.", "- It is you.", "— It is we.", "— It is I."), False),
        (("- It is I, said Ann.", "- It is you.", "- It is we."), True),
        (("Ann had answered:", "— It rains.", "— It is I."), True),
        (("Ann had a list:", "— It rains.", "— It is I."), False),
        (("Ann had answered what Tom and the others asked:", "— It rains.", "— It is I."), True),
    ],
)
def test_lines_behind_dashes_are_speech_where_most_are_sentences_and_half_are_talk(
    lines: tuple[str, ...], said: bool
) -> None:
    quotations, _ = read("\n\n".join(lines))
    assert len(quotations) == sum(line[0] in "—-" for line in lines) * said


def test_a_long_text_has_all_its_quotations() -> None:
    told = "“So,” said Ann Lee’s aunt. "  # as long as no round number of times goes into what is read at once
    text = told * 3_000
    found, _ = find_quotations(text, [(0, len(text))])
    assert [each.span.start for each in found] == [*range(0, len(text), len(told))]
