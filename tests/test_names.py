from __future__ import annotations

import pytest

from quoteattr.lexicon import english
from quoteattr.named import Named
from quoteattr.names import find_names, full_forms
from quoteattr.names.find import is_wrapped

PARTS = """\
Ann Lee met Dr. Tom Moe, Jr., and Sen. Ida Rem.
    Ann Lee (person, full, given f, opens): Ann Lee
    Dr. Tom Moe, Jr. (person, full, given m, title Dr., role Dr., suffix Jr.): Tom Moe
    Sen. Ida Rem (person, full, given f, title Sen., role Sen.): Ida Rem
The Ulm Boat Club met President-elect Bo Lind and the Rev. Otto J. Hale III.
    Ulm Boat Club (body, full, opens): Ulm Boat Club
    Bo Lind (person, full, given m, role President-elect): Bo Lind
    Rev. Otto J. Hale III (person, full, given m, title Rev., role Rev., suffix III): Otto J. Hale
Mr. and Mrs. Koh left. Mrs. John Koh sat; Miss Koh and Lady Ann wept.
    Mr. (word, opens): Mr.
    Mrs. Koh (person, f, title Mrs., role Mrs.): Koh
    Mrs. John Koh (person, f, full, given m, title Mrs., role Mrs., opens): John Koh
    Miss Koh (person, f, title Miss, role Miss): Koh
    Lady Ann (person, f, given f, title Lady, role Lady): Ann
Foreign Minister Lena Strand met Chief Officer Per Dahl of the Ulm Post.
    Lena Strand (person, full, given f, title Minister, role Foreign Minister, opens): Lena Strand
    Chief Officer Per Dahl (person, full, given m, title Chief Officer, role Chief Officer): Per Dahl
    Ulm Post (word, full): Ulm Post
Ludwig van der Berg met Omar bin Hamid and Charles de Gaulle Moe.
    Ludwig van der Berg (person, full, given m, opens): Ludwig van der Berg
    Omar bin Hamid (person, full, given m): Omar bin Hamid
    Charles de Gaulle Moe (person, full, given m): Charles de Gaulle Moe
In Ulm, Norland, it rained.
    Ulm (word, opens): Ulm
    Norland (word): Norland
O’Neil-Hart met MacLeod. McMoe left. D'Amico sat.
    O’Neil-Hart (word, opens): O’Neil-Hart
    MacLeod (word): MacLeod
    McMoe (word, opens): McMoe
    D'Amico (word, opens): D'Amico
He met King Otto IV, Pope Ida II and Queen Ann.
    He: -
    King Otto IV (person, m, given m, title King, role King, suffix IV): Otto
    Pope Ida II (person, m, given f, title Pope, role Pope, suffix II): Ida
    Queen Ann (person, f, given f, title Queen, role Queen): Ann
On Monday Moe's aunt, Aunt Jo, left. So did Uncle Sam Rook.
    Moe (word, given m, opens): Moe
    Aunt Jo (person, f, given f, title Aunt, role Aunt): Jo
    So: -
    Uncle Sam Rook (person, m, full, given m, title Uncle, role Uncle): Sam Rook
A. He left. Q. And Ann? A. Hale stayed.
    A. He: -
    Ann (word, given f, opens): Ann
    A. Hale (person, full, opens): A. Hale
The Who met Cher. U2 left. The New York Times called J. K. Ito.
    The Who: -
    Cher (word, given f): Cher
    U2 (body, opens): U2
    New York Times (word, full, opens): New York Times
    J. K. Ito (person, full): J. K. Ito
Harbour Commissioner Ann Lee and ferry captain Tom Moe left.
    Ann Lee (person, full, given f, title Commissioner, role Harbour Commissioner, opens): Ann Lee
    Tom Moe (person, full, given m): Tom Moe
Ex-President Bo Lind met former Gov. Ann Hale and Vice President Tom Moe.
    Bo Lind (person, full, given m, role Ex-President, opens): Bo Lind
    Gov. Ann Hale (person, full, given f, title Gov., role Gov.): Ann Hale
    Tom Moe (person, full, given m, title President, role Vice President): Tom Moe
Dr. Lee, M.D., met Prof. Dr. Otto Falk.
    Dr. Lee (person, given m, title Dr., role Dr., opens): Lee
    M.D. (body): M.D.
    Prof. Dr. Otto Falk (person, full, given m, title Prof. Dr., role Prof. Dr.): Otto Falk
Ann and Bo Lee met the Lees.
    Ann (word, given f, opens): Ann
    Bo Lee (person, full, given m): Bo Lee
    Lees (word): Lees
But Tom left. On Monday Lee sat. In May Koh came. May Koh left. Mark Moe and Will Lee sat.
    Tom (word, given m, opens): Tom
    Lee (word, given m, opens): Lee
    Koh (word, opens): Koh
    May Koh (person, full, given f, opens): May Koh
    Mark Moe (person, full, given m, opens): Mark Moe
    Will Lee (person, full, given m): Will Lee
O Ann, come! A Tom came. When Dr. Koh and Per Dahl left, Early Moe wept.
    Ann (word, given f, opens): Ann
    Tom (word, given m, opens): Tom
    Dr. Koh (person, title Dr., role Dr., opens): Koh
    Per Dahl (person, full, given m): Per Dahl
    Early Moe (person, full, given m): Early Moe
He saw June Moe, April Lee and Monday Koh. Will Moe come?
    He: -
    June Moe (person, full, given f): June Moe
    April Lee (person, full, given f): April Lee
    Koh (word): Koh
    Will Moe (person, full, given m, opens): Will Moe
Ann, Lady Koh, met Ida Moe-Lee, Lee's aunt.
    Ann (word, given f, opens): Ann
    Lady Koh (person, f, title Lady, role Lady): Koh
    Ida Moe-Lee (person, full, given f): Ida Moe-Lee
    Lee (word, given m): Lee
The minister for Civil Rights Ida Stone met the head of Rural Roads, Fisheries Committee.
    The: -
    Ida Stone (person, full, given f, role Civil Rights): Ida Stone
    Rural Roads (word, full): Rural Roads
    Fisheries Committee (body, full): Fisheries Committee
The minister for Trade and Oceans Ann Lee left with South Carolina Democrats.
    The: -
    Trade (word): Trade
    Ann Lee (person, full, given f, role Oceans): Ann Lee
    South Carolina Democrats (word, full): South Carolina Democrats
The spokesman for Roads Jovan Petrak met Harbour Board Zuma Kestrel.
    The: -
    Jovan Petrak (person, full, given m, role Roads): Jovan Petrak
    Zuma Kestrel (person, full, role Harbour Board): Zuma Kestrel
Dr No met No Koh. World No 3 Ida Moe left.
    Dr No (person, title Dr, role Dr, opens): No
    Koh (word): Koh
    World No: -
    Ida Moe (person, full, given f): Ida Moe
IDA STONE met MR KOH and Mr KOH. SEN. LEE left.
    IDA STONE (word, full, opens): IDA STONE
    MR KOH (person, m, title MR, role MR): KOH
    Mr KOH (person, m, title Mr, role Mr): KOH
    SEN. LEE (person, title SEN., role SEN., opens): LEE
NBC News and the CNN poll met DJ Moe and PC Otto Lee.
    NBC News (body, full, opens): NBC News
    CNN (body): CNN
    DJ Moe (word, full): DJ Moe
    PC Otto Lee (person, full, given m, title PC, role PC): Otto Lee
French Colonel Moe met the French Colonel.
    Colonel Moe (person, given m, title Colonel, role French Colonel, opens): Moe
    Colonel (word, given m): Colonel
Ida M. Stone, PhD, met Otto Lee III and Karl Berg Esq.
    Ida M. Stone (person, full, given f, opens): Ida M. Stone
    PhD (word): PhD
    Otto Lee III (person, full, given m, suffix III): Otto Lee
    Karl Berg Esq (person, full, given m, suffix Esq): Karl Berg
Old Kent Road is near London Bridge.
    Old Kent Road (place, full, opens): Old Kent Road
    London Bridge (place, full, given u): London Bridge
The Ulm Central Bank met Red Cross International.
    Ulm Central Bank (body, full, opens): Ulm Central Bank
    Red Cross International (body, full, given m): Red Cross International
Lt. Gov. Ann Hale met Gov. Lt. Moe and Sir Otto.
    Lt. Gov. Ann Hale (person, full, given f, title Lt. Gov., role Lt. Gov., opens): Ann Hale
    Gov. Lt. Moe (person, given m, title Gov. Lt., role Gov. Lt.): Moe
    Sir Otto (person, m, given m, title Sir, role Sir): Otto
Royal Norland Navy Captain Otto Falk met finance chief Ann Lee and Finance Chief Bo Koh.
    Otto Falk (person, full, given m, title Captain, role Royal Norland Navy Captain, opens): Otto Falk
    Ann Lee (person, full, given f): Ann Lee
    Bo Koh (person, full, given m, title Chief, role Finance Chief): Bo Koh
“Go,” said Foreign Minister Dr. Ida Strand-Hale of Norland’s Labour Party.
    Go (word, opens): Go
    Ida Strand-Hale (person, full, given f, title Minister Dr., role Foreign Minister Dr.): Ida Strand-Hale
    Norland (word): Norland
    Labour Party (body, full): Labour Party
Attorney General Ann Lee met Major General Tom Moe and Brigadier Koh.
    Attorney General Ann Lee (person, full, given f, title Attorney General, role Attorney General, opens): Ann Lee
    Major General Tom Moe (person, full, given m, title Major General, role Major General): Tom Moe
    Brigadier Koh (person, title Brigadier, role Brigadier): Koh
He met al-Rashid, D. Koh and Otto “Red” Lee.
    He: -
    al-Rashid (word): al-Rashid
    D. Koh (person, full): D. Koh
    Otto “Red” Lee (person, full, given m): Otto Lee
Tom Moe Jr. met Tom Moe, Sr., and Tom Moe QC.
    Tom Moe Jr. (person, full, given m, suffix Jr., opens): Tom Moe
    Tom Moe, Sr. (person, full, given m, suffix Sr.): Tom Moe
    Tom Moe QC (person, full, given m): Tom Moe
Pope John Paul II met Saint Ida and St. Otto.
    Pope John Paul II (person, m, full, given m, title Pope, role Pope, suffix II, opens): John Paul
    Saint Ida (person, given f, title Saint, role Saint): Ida
    St. Otto (person, given m, title St., role St.): Otto
"""
"""Texts, and below each its names: the words with titles and roles, what is told of them, and the name proper."""


def names_in(text: str) -> list[str]:
    index = find_names(text, english())
    return [name.bare for name in index if name.words]


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("said Ann Lee.", ["Ann Lee"]),
        ("said Dr. Ida van der Meer.", ["Ida van der Meer"]),
        ("said Lt. Gov. R. P. Hale.", ["R. P. Hale"]),
        ("said Rep. Otto D. Hale Sr. of Norland", ["Otto D. Hale Sr.", "Norland"]),
        ("said Karl Berg, Jr., who", ["Karl Berg Jr."]),
        ("said Farm Minister Dalia Berg.", ["Dalia Berg"]),
        ("said Omar bin Hamid al-Sayeg.", ["Omar bin Hamid al-Sayeg"]),
        ("said Sean O'Dell and Mary-Ann d'Orme", ["Sean O'Dell", "Mary-Ann d'Orme"]),
        ("said Rocco “The Book” Manz.", ["Rocco Manz"]),
        ("Иван Боров сказал", ["Иван Боров"]),
        ("But Tom left. On Monday Ms. Koh came.", ["Tom", "Koh"]),
        ("Berg's dog and Lee’s cat", ["Berg", "Lee"]),
        ("said Tom. I saw Ann I think", ["Tom", "Ann"]),
        (
            "Nguyen Thi Lan and Tran Van Minh met C. Stewart Verd in",
            ["Nguyen Thi Lan", "Tran Van Minh", "C. Stewart Verd"],
        ),
    ],
)
def test_titles_roles_particles_initials_and_suffixes_are_told_from_the_name(text: str, bare: list[str]) -> None:
    assert names_in(text) == bare


def test_two_who_share_their_first_names_are_not_two_names_run_together() -> None:
    text = "María José Abara met María José Björk. Abara left."
    assert find_names(text, english()).cut_name(0, 16) == 0


def test_a_name_goes_over_the_end_of_a_line_only_where_lines_are_wrapped() -> None:
    assert names_in("he met with Ann\nLee, who sang\nand danced") == ["Ann Lee"]
    assert names_in("He met Ann\nLee sang.") == ["Ann", "Lee"]
    assert is_wrapped("so it went\non and on")
    assert not is_wrapped("So it went.\nOn and on.")


def test_two_names_run_into_each_other_are_cut_where_the_text_shows_them_apart() -> None:
    text = "“No,” President Ivan Borov Katya said. Katya, a cook, left. Borov stayed."
    text += " Captain Ida Moe Otto sang to Otto and Moe."
    index = find_names(text, english())
    for first, last in (("President", "Katya"), ("Captain", "Otto")):
        start = text.index(first)
        end = text.index(last, start) + len(last)
        assert text[index.cut_name(start, end) : end] == last


def test_a_long_name_is_not_cut() -> None:
    text = "Ann Moe Koh said no. Moe Koh left."
    assert find_names(text, english()).cut_name(0, 11) == 0


def test_spans_hold_titles_but_no_word_of_the_sentence() -> None:
    text = "But Mrs. Lee saw Norland."
    assert [text[s:e] for s, e in find_names(text, english()).spans(0, len(text))] == ["Mrs. Lee", "Norland"]


def test_given_names_have_a_gender_and_nicknames_a_full_form() -> None:
    assert english().given["Anna"] == "f"
    assert english().given["Karl"] == "m"
    assert "William" in full_forms()["Bill"]


@pytest.mark.parametrize(
    "text", ["", "\ud800", "A" * 10_000, "Ab " * 5_000, "“Ab” " * 2_000, "A. " * 4_000, "de la " * 3_000]
)
def test_any_text_is_scanned(text: str) -> None:
    index = find_names(text, english())
    for start, end in index.spans(0, len(text)):
        assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    ("surface", "kind"),
    [
        ("Quarrow B. Zell", "person"),
        ("HOPL", "body"),
        ("Quarrow Daily Zork", "body"),
        ("NBC News", "body"),
        ("NBC Zork", "word"),
        ("DJ Stone", "word"),
        ("Ulm", "word"),
        ("London", "place"),
        ("Jordan", "word"),
        ("Zork Street", "place"),
        ("Captain Zork", "person"),
        ("Zork", "word"),
    ],
)
def test_the_kind_of_a_name_shows_in_its_words(surface: str, kind: str) -> None:
    index = find_names(f"They met {surface}.", english())
    assert [name.kind for name in index if name.words][-1:] == [kind]


def test_a_people_before_a_title_is_no_part_of_the_name() -> None:
    assert names_in("They met the French Colonel.") == ["Colonel"]
    assert names_in("They met the French Major, the Rural Dean and Lucan Bishop.") == ["Major", "Dean", "Lucan Bishop"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tell Anna that he left.", "Anna"),
        ("Meet John Zork.", "John Zork"),
        ("Cried Edmund Zork: no.", "Edmund Zork"),
        ("Asked Zork: no?", "Zork"),
        ("Associated Anna", "Associated Anna"),
        ("Bill Anna Zork", "Bill Anna Zork"),
        ("Fall Anna", "Fall Anna"),
    ],
)
def test_a_verb_that_opens_a_sentence_is_no_part_of_the_name(text: str, name: str) -> None:
    assert names_in(text) == [name]


def test_no_span_goes_beyond_the_stretch_asked_for() -> None:
    text = "They met Ann Lee."
    assert find_names(text, english()).spans(0, 12) == []
    assert find_names(text, english()).spans(0, 16) == [(9, 16)]


def test_in_a_long_text_words_are_counted_once_and_alike() -> None:
    text = "The rain fell. Rain, rain. " + "It was late and nobody came. " * 800
    index = find_names(text, english())
    assert [index.small_count(word) for word in ("Rain", "rain", "Snow")] == [2, 2, 0]


def test_a_run_of_capitals_without_end_is_read_in_pieces() -> None:
    index = find_names("A " * 5000, english())
    assert index.starts[0] == 0
    assert index.ends[-1] == 9999
    assert all(end - start <= 500 for start, end in zip(index.starts, index.ends, strict=True))


def test_a_name_has_these_parts() -> None:
    lexicon = english.__wrapped__()  # read anew
    told: list[str] = []
    for text in [line for line in PARTS.splitlines() if not line.startswith(" ")]:
        index = find_names(text, lexicon)
        told.append(text)
        for at, name in enumerate(index):
            if not name.words:
                told.append(f"    {text[index.starts[at] : index.ends[at]]}: -")
                continue
            parts = {"title": " ".join(name.titles), "role": " ".join(name.role), "suffix": name.suffix}
            signs = [name.kind, *[name.gender] * (name.gender != "u"), *["full"] * name.full]
            signs += [f"given {name.given}"] * bool(name.given)
            signs += [f"{part} {words}" for part, words in parts.items() if words]
            signs += ["opens"] * index.opens_sentence(at)
            told.append(f"    {name.text} ({', '.join(signs)}): {' '.join(name.words)}")
    assert told == PARTS.splitlines()


@pytest.mark.parametrize(
    "name", ["Éva Ōta", "Ἑλένη", "Έλενα Ξένου", "Ґанна Їжак", "Արամ", "Ann\u200d Lee", "I\u0301sa Lee"]
)
def test_a_name_in_any_alphabet_with_capitals_is_one(name: str) -> None:
    index = find_names(f"So {name} said that I’d won.", english())
    assert name in index.surfaces[-1]


def test_a_name_that_was_told_stands_just_where_it_was_told() -> None:
    text = "Then bell hooks met But Lee of Ulm."
    index = find_names(text, english(), [Named(5, 15), Named(20, 27)])
    assert [text[start:end] for start, end in index.spans(0, len(text))] == ["bell hooks", "But Lee", "Ulm"]
    assert [(index.name(at).bare, index.name(at).core) for at in range(1, 3)] == [("bell hooks", 0), ("But Lee", 0)]


def test_names_print_without_their_text() -> None:
    index = find_names("Ann met Tom.", english())
    assert set(index.runs()) == {"Ann", "Tom"}
    assert str(index) == "NameIndex(surfaces=['Ann', 'Tom'])"


@pytest.mark.parametrize("unit", ["the mill, ", "mill\n", "mill. A "])
def test_the_small_words_of_a_long_text_are_all_counted(unit: str) -> None:
    assert find_names(unit * 30_000, english()).small_count("Mill") == 30_000


def test_of_very_many_names_those_that_are_not_kept_are_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "They saw Ann Lee, Dr. Bo Moe, Ida Rem and Ann Lee."
    kept = find_names(text, english())
    names = [kept.name(at) for at in range(len(kept))]
    monkeypatch.setattr("quoteattr.names.index.MOST_NAMES", 1)
    few = find_names(text, english())
    assert [few.name(at) for at in range(len(few))] == names
    assert set(few.all_names()) == set(kept.all_names()) == set(names)


def test_months_are_people_in_long_texts_where_they_stand_for_somebody_with_a_full_name() -> None:
    rain = "It rained on the roofs. " * 1000
    text = f"May Holt came in. {rain}Tom saw May in May. “May I sing, May?” May laughed. Next May he left."
    index = find_names(text, english())
    assert [text[start - 4 : start] for start in index.starts[1:] if text.startswith("May", start)] == [
        "saw ", "ng, ", "y?” ",
    ]  # fmt: skip
    assert "May" not in find_names(rain + "Tom left. He came in May.", english()).told
