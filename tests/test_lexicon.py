"""What the tables tell of a word as it stands, and the forms of verbs that follow a rule."""

from __future__ import annotations

import pytest

from quoteattr.lexicon import Lexicon, Word, english, inflect

TOLD = {
    "said": "v say d",
    "says": "v say s",
    "saying": "v say g speech",
    "Said": "N Said given / v say d",
    "SAID": "N SAID / v say d",
    "it": "p",
    "IT": "N IT / n",
    "The": "d / d",
    "THE": "d / d",
    "who": "w",
    "WHO": "N WHO / n",
    "never": "r negative",
    "not": "r negative",
    "n't": "r",
    "cannot": "m",
    "he's": "k = he p he + 's b is",
    "Ann's": "N = Ann N Ann given + 's ' 's",
    "don’t": "D do negative",
    "won't": "m will negative",
    "I'd": "k = I p i + 'd m would",
    "they’re": "k they're = they p they + ’re b are",
    "Moe’s": "N moe's = Moe N Moe given + ’s ' 's",
    "'s": "'",
    "mayor": "n role",
    "secretaries": "n role plural",
    "attorneys": "n role plural",
    "bosses": "v boss s role plural",
    "coaches": "v coach s role plural",
    "witnesses": "v witness s person plural",
    "families": "n group plural",
    "boys": "n person plural",
    "bishops": "n role plural",
    "churches": "n body plural",
    "mid-morning": "T time",
    "half-hour": "T time",
    "doctor-general": "n role",
    "mayors": "n role plural",
    "Mayor": "N Mayor / n role",
    "boy-friend": "n person",
    "vice-mayor": "n role",
    "frobbing": "v g",
    "frobbed": "e d",
    "frobly": "r",
    "frobs": "n plural",
    "frobman": "n role",
    "frobmen": "n role plural",
    "frobist": "n role",
    "frobists": "n role plural",
    "Kimberly": "N given / N",
    "June": "T given",
    "Monday": "T",
    "monday": "n",
    "12:30": "T",
    "1960s": "#",
    "40-year-old": "n person",
    "40": "#",
    "3rd": "#",
    "$5": "#",
    "$5m": "#",
    "%": "#",
    "£3.50": "#",
    "5%": "#",
    "+1": "#",
    "-2": "#",
    "'09": "#",
    "’60s": "n",
    "'tis": "k = 'tis p it +  b is",
    "@ann": "N",
    "#tag": "N",
    "@": "y",
    "#": "y",
    "…": "~",
    "...": "~",
    ".": ".",
    "?": ".",
    "?!": ".",
    "!": ".",
    ",": ",",
    ";": ";",
    ":": ":",
    "(": "(",
    "[": "(",
    "{": "(",
    ")": ")",
    "]": ")",
    "}": ")",
    "&": "c",
    "—": "-",
    "–": "-",
    "-": "-",
    "--": "-",
    "―": "-",
    "ruer": "n",
    "rueer": "n role",
    "old": "j",
    "careful": "j",
    "police": "n group plural",
    "family": "n",
    "Family": "n / n",
    "Per": "P given / P",
    "Mark": "N Mark given / v b",
    "Will": "m given / m",
    "Hope": "N Hope given / v b speech",
    "Early": "a given / a",
    "An": "d given / d",
    "an": "d",
    "Frob": "N Frob / n",
    "Éva": "N Éva given",
    "ß": "n",
    "bus": "v b",
    "glass": "n",
    "thesis": "n document,speech",
    "news": "n speech",
    "people": "n person plural",
    "spokespeople": "n role plural",
    "ing": "n",
    "bring": "v b",
    "thing": "n",
    "red": "j",
    "bed": "n",
}
"""Words with what is told of them: letter, lemma where it is another, forms of a verb, kinds of noun, other signs;
behind a stroke the word written small, behind *=* its two parts."""
FORMS = [
    ("say said", "say:b says:s said:d saying:g"),
    ("stop", "stop:b stops:s stopped:d stopping:g"),
    ("visit", "visit:b visits:s visited:d visiting:g"),
    ("shout", "shout:b shouts:s shouted:d shouting:g"),
    ("agree", "agree:b agrees:s agreed:d agreeing:g"),
    ("lie lay lain", "lie:b lies:s lay:p lain:n lying:g"),
    ("tie", "tie:b ties:s tied:d tying:g"),
    ("dye", "dye:b dyes:s dyed:d dyeing:g"),
    ("hope", "hope:b hopes:s hoped:d hoping:g"),
    ("go went gone", "go:b goes:s went:p gone:n going:g"),
    ("watch", "watch:b watches:s watched:d watching:g"),
    ("buzz", "buzz:b buzzes:s buzzed:d buzzing:g"),
    ("fix", "fix:b fixes:s fixed:d fixing:g"),
    ("kiss", "kiss:b kisses:s kissed:d kissing:g"),
    ("push", "push:b pushes:s pushed:d pushing:g"),
    ("nod", "nod:b nods:s nodded:d nodding:g"),
    ("row", "row:b rows:s rowed:d rowing:g"),
    ("play", "play:b plays:s played:d playing:g"),
    ("try", "try:b tries:s tried:d trying:g"),
    ("quiz quizzed - quizzing", "quiz:b quizzes:s quizzed:d quizzing:g"),
    ("burn burnt|burned", "burn:b burns:s burnt:d burned:d burning:g"),
    ("travel traveled|travelled", "travel:b travels:s traveled:d travelled:d traveling:g travelling:g"),
    ("set set", "set:b sets:s set:d setting:g"),
    ("put put put putting", "put:b puts:s put:d putting:g"),
]
"""A lemma with its past, participle and gerund, if they follow no rule, and all forms, each with what it may be."""


def told(form: str, lexicon: Lexicon) -> str:
    """What the tables tell of a word, on a line."""

    def one(word: Word) -> str:
        signs = {name: getattr(word, name) for name in ("plural", "negative", "given")}
        lemma = [word.lemma] * (word.lemma not in ("", form.lower()))  # a noun that no table has, written small: none
        return " ".join(
            [word.tag, *lemma, *filter(None, (word.forms, word.noun)), *[sign for sign in signs if signs[sign]]]
        )

    word = lexicon.word(form)
    small = f" / {one(word.small)}" if word.small is not None else ""
    if word.parts is None:
        return one(word) + small
    at, first, second = word.parts
    return f"{one(word)}{small} = {form[:at]} {one(first)} + {form[at:]} {one(second)}"


def test_a_word_is_told_as_it_stands() -> None:
    lexicon = english.__wrapped__()  # read anew
    assert {form: told(form, lexicon) for form in TOLD} == TOLD


@pytest.mark.parametrize("letter", ["x", "X"])
def test_a_word_too_long_for_the_tables_is_a_noun_or_a_name(letter: str) -> None:
    assert english().word(letter * 41) == Word("N" if letter == "X" else "n", letter * 41)
    assert english().word(f"{'X' * 38}ed").small is not None


@pytest.mark.parametrize(("given", "forms"), FORMS)
def test_a_verb_has_these_forms(given: str, forms: str) -> None:
    assert " ".join(f"{form}:{kind}" for form, kind in inflect(*given.split(" "))) == forms


def test_a_regular_plural_of_a_noun_is_known() -> None:
    nouns = english().nouns
    assert [nouns[word] for word in ("faxes", "studies", "speeches", "surveys", "letters")] == [
        (kind, True) for kind in ("document", "document", "speech", "document", "document")
    ]


def test_tables_print_without_their_rows() -> None:
    nothing = ", ".join(f"{kind}=()" for kind in ("cues", "titles", "roles", "names", "abbreviations"))
    assert str(english()) == f"Lexicon(vocabulary=Vocabulary({nothing}))"


@pytest.mark.parametrize(
    ("word", "tag"),
    [("zorbling", "v"), ("oolong", "n"), ("kling", "n"), ("zorbled", "e"), ("zorbly", "r"), ("zorb", "n")],
)
def test_a_word_that_no_table_has_is_known_by_its_ending(word: str, tag: str) -> None:
    assert english().word(word).tag == tag


@pytest.mark.parametrize("form", ["said", "Ann’s", "don't", "two-way", "U.S."])
def test_a_soft_hyphen_changes_nothing_of_a_word(form: str) -> None:
    soft = form[:2] + "\u00ad" + form[2:]
    word, plain = english().word(soft), english().word(form)
    assert (word.tag, word.lemma, word.forms, word.verb) == (plain.tag, plain.lemma, plain.forms, plain.verb)
    assert (word.parts is None) == (plain.parts is None)
    if word.parts is not None and plain.parts is not None:
        assert word.parts == (plain.parts[0] + 1, *plain.parts[1:])
