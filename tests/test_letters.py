"""What each word of a sentence is, told by the words around it; the letters are listed in ``phrases``."""

from __future__ import annotations

import pytest

from quoteattr.lexicon import english
from quoteattr.names import find_names
from quoteattr.phrases import read_sentences
from quoteattr.quotations import find_quotations
from quoteattr.words import read_words

CAPITALS = {
    "Bakers Fear No Trust, Keeper Says.": "nVdN,NV.",
    "The Who said no.": "dNVd.",
    "The ’60s were wet.": "dnAV.",
    "FULL TEXT said so.": "jNVr.",
    "Keeper Says Lamp Is Out Again.": "nVNBrr.",
    "Hilda & Clara Lee said so.": "NNNNVr.",
    "The planning director Ann Lee left.": "dgnNNV.",
    "No. 5 was late.": "N#Bj.",
    "He saw No. 5.": "pVN#.",
    "George Will said no.": "NNVd.",
    "Will described it.": "NVp.",
    "Will Moe come?": "BNV.",
    "In March Moe left.": "PTNV.",
    "Moe said March was wet.": "NVTAV.",
    "June Moe left.": "NNV.",
    "“No,” said April.": "QVN.",
}
ALONE_OR_WITH_A_NOUN = {
    "Another said no.": "dVd.",
    "That said, he left.": "dn,pV.",
    "No one else was hurt.": "d#rAV.",
    "Both Moe and Lee would perform that task.": "qNcNAVdn.",
    "Her boat sank; he saw her.": "dnV;pVo.",
    "They themselves say so.": "poVr.",
    "We ourselves see in all rivers.": "poVPqn.",
    "They kept that promise to us.": "pVdnPo.",
}
ADVERBS_BETWEEN = {
    "They have both said no.": "pArVd.",
    "The boats were each picked by three.": "dnArVP#.",
    "The mayor has since said no.": "dnArVd.",
    "Hart, about 80 miles south, has 41 lamps.": "N,r#nn,B#n.",
    "The keeper was first told of it.": "dnArVPp.",
    "He still has a boat.": "prBdn.",
    "There was a boat.": "pBdn.",
    "At last the guard said no.": "rrdnVd.",
    "It was close to the pier.": "pBjPdn.",
    "It was a bird's in the full sweetness of her song.": "pBdn'ndjnPdn.",
    "Foes praised his previously kind words.": "nVdrjn.",
}
CLAUSE_OR_NOUN_BEHIND = {
    "He wants to": "pVP",
    "He wrote as": "pVP",
    "As Moe notes, it is late.": "sNV,pBj.",
    "As he puts it, it is late.": "spVp,pBj.",
    "As mayor, Moe said no.": "Pn,NVd.",
    "Since Moe left, it is late.": "sNV,pBj.",
    "Since the race, it is late.": "Pdn,pBj.",
}
AUXILIARIES = {
    "He said let’s go home.": "pVrVn.",
    "Were Lee to say so, we would go.": "BNiIr,pAV.",
    "He’s went home.": "pAVn.",
    "You can't kill a song.": "pAVdn.",
    "Did Lee promise to go?": "BNViI.",
    "Is Moe sailing home?": "BNVn.",
    "Has Lee gone?": "BNV.",
    "Not once did Lee say so.": "rrBNVr.",
    "He’d said so.": "pAVr.",
    "She’d go.": "pAV.",
    "It’s told.": "pAV.",
    "He is being told so.": "pAAVr.",
    "Moe, having said so, left.": "N,AGr,V.",
    "He was mocked for not having won a race.": "pAVPrAGdn.",
    "He had to be told.": "pBiAI.",
    "They might not outsound the bells.": "pArVdn.",
    "They passed on a chance to publicly back Mr. Lee.": "pVPdnPrrNN.",
}
ENDING_IN_ED = {
    "He spoke of the drafted.": "pVPdn.",
    "She spoke of told tales.": "pVPen.",
    "The paper ran a second piece, entitled “The Ferry Is Old.”": "dnVd#n,EQ",
    "Moe, one of four killed in the attack, described the row.": "N,#P#VPdn,Vdn.",
    "The vote, taken in May, was close.": "dn,EPT,Bn.",
    "A plan made in May was dead.": "dnEPTBj.",
    "The mayor waited in May.": "dnVPT.",
    "A bill drafted by Moe was read.": "dnEPNAV.",
    "Aides said Moe believed in rows, not peace.": "nVNVPn,rn.",
}
ENDING_IN_S = {
    "She, as you know, approaches six.": "p,spV,n#.",
    "The vicar notes the hour.": "dnVdT.",
    "The vicar’s old notes burned.": "dn'jnV.",
    "Lee, his aide, calls it a race.": "N,dn,Vpdn.",
    "Where polls show Moe ahead, he smiles.": "wnVNr,pV.",
    "On Monday, the Bay Daily News claims the fire spread.": "PT,dNjNVdnV.",
    "The Boat Club says the mayor’s orders are wise.": "dNNVdn'nBj.",
}
WITHOUT_ENDING = {
    "The polls and the records highlight the threat.": "dncdnVdn.",
    "In all, 865 lamps are lit in 11 states.": "Pq,#nAVP#n.",
    "“It is late,” the officials report.": "QdnV.",
    "The orders are “bad” and lack weight.": "dnBQcnn.",
    "Moe and Otis say so.": "NcNVr.",
    "What the smiths hope, the millers fear.": "wdnV,dnn.",
    "Officials say no.": "nVd.",
    "The official report says no.": "dnnVd.",
    "Some smiths - a few of them old - warn that it sank.": "qn-dqPoj-VtpV.",
    "Early polls show voters in the bay.": "jnVnPdn.",
    "He left, the records show.": "pV,dnV.",
    "He will go and see it.": "pAVcVp.",
    "They want to build a wall and make it high.": "pViIdncVpj.",
    "The harbour fires highlight the threat.": "dnnVdn.",
    "She heard one voice say no.": "pV#nVd.",
}
ENDING_IN_ING = {
    "Her 2010 wedding was held.": "d#nAV.",
    "The passing boats hooted.": "dnnV.",
    "A passing was held.": "dnAV.",
    "The miller passing just now is old.": "dnnrrBj.",
    "Her saying so hurt.": "dnrV.",
}
PARTICLES = {
    "He went on to say so.": "pVriIr.",
    "He spoke up.": "pVr.",
    "He put it well.": "pVpr.",
}


def letters_of(sentence: str) -> str:
    lexicon = english()
    quotations, _ = find_quotations(sentence, [(0, len(sentence))])
    named = find_names(sentence, lexicon, ()).named
    words = read_words(sentence, 0, len(sentence), quotations, lexicon, named)
    ((read,),) = read_sentences([words], lexicon)
    return "".join(read.words.tags)


@pytest.mark.parametrize(
    "told",
    [
        CAPITALS, ALONE_OR_WITH_A_NOUN, ADVERBS_BETWEEN, CLAUSE_OR_NOUN_BEHIND, AUXILIARIES, ENDING_IN_ED, ENDING_IN_S,
        WITHOUT_ENDING, ENDING_IN_ING, PARTICLES,
    ],
    ids="capitals alone adverbs clauses auxiliaries ed s bare ing particles".split(),
)  # fmt: skip
def test_what_a_word_is_shows_in_the_words_around_it(told: dict[str, str]) -> None:
    assert {sentence: letters_of(sentence) for sentence in told} == told
