"""What each word of a sentence is, told by the words around it; the letters are listed in ``phrases``."""

from __future__ import annotations

import pytest

from quoteattr.lexicon import english
from quoteattr.names import find_names
from quoteattr.phrases import Sentence, read_sentences
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
    "Koh ran.": "NV.",
    "Major Koh sat.": "NNV.",
    "But Tom left.": "cNV.",
    "And asked, “Who is it?”": "cV,Q",
    "Mill Minister Dalia Berg came.": "NNNNV.",
    "In Ann Hale it hid.": "PNNpV.",
    "Baker said no.": "NVd.",
    "Baker, he said, was late.": "N,pV,Bj.",
    "Can Moe come?": "BNV.",
    "Harbour Board: Pier Was Safe in May": "NN:NBNPT",
    "Keeper: Lamp Went Out at Noon": "n:NNrPN",
    "Will Harding said: “The oar was rotten.”": "NNV:Q",
    "May Day was wet.": "NNAV.",
    "She said at the February conference that the bank might fail.": "pVPdjntdnAV.",
    "Officials on Monday said the bridge was safe.": "nPTVdnBj.",
    "“It is late,” opposition minister Ann Lee said.": "QnnNNV.",
    "“It is late,” said planning director Ann Lee.": "QVgnNN.",
    "Harbour pilot Ewald Strom said that the buoys had been painted over.": "NnNNVtdnAAVP.",
    "Answering Judge Priddy, the witness said: “I was under the table.”": "GNN,dnV:Q",
    "According to plan, Ann Lee said: “It is late.”": "GPn,NNV:Q",
    "In Ann Lee’s long words “It rains.”": "PNN'nnQ",
    "Mahler’s “Song of the Earth” was played at the grave.": "N'QAVPdn.",
    "However, as the Herald has reported, ships that sank there were raised.": "r,sdNAV,ntVpAV.",
    "Acting Assistant Secretary of Transport Delia Wu-Barnes told the panel: “The bus is theoretical.”": (
        "NNNPNNNVdn:Q"
    ),
    "Sir Auberon Tait, once a tenor and now a beekeeper, described the sound as “a low and honest B flat.”": (
        "NNN,rdncrdn,VdnPQ"
    ),
    "Ann Lee said the “express” bus takes five hours.": "NNVdQnV#T.",
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
    "That is all.": "dBq.",
    "He called Otto “Ox” that day.": "pVNQdT.",
    "Another said: “They took the door.”": "dV:Q",
    "Another, said Moe, sank.": "d,VN,V.",
    "Some call it “the bridge of sighs and tyres.”": "qVpQ",
    "No one says “good morning” in this lift.": "d#VQPdn.",
    "One keeper says there are ten, another says there are two.": "#nVpB#,dVpB#.",
    "The Herald reported at least six boats sank.": "dNVqq#nV.",
    "At most six lamps burnt.": "qq#nV.",
    "“Stop the presses!” cried Solveig Dahl, and for once somebody did.": "QVNN,cPrpB.",
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
    "Then it did.": "rpB.",
    "On Nov. 5 it rained.": "PT#pV.",
    "He is yet to say so.": "pBriIr.",
    "Moe could yet win.": "NArV.",
    "Once the boat left, it rained.": "sdnV,pV.",
    "Residents today argue that the wall was never deep.": "nTVtdnBrj.",
    "After the news spread, the “Ferry” star wrote a short answer: “You will not be forgotten,” she wrote.": (
        "sdnV,dQnVdjn:QpV."
    ),
}
CLAUSE_OR_NOUN_BEHIND = {
    "He wants to": "pVP",
    "He wrote as": "pVP",
    "As Moe notes, it is late.": "sNV,pBj.",
    "As he puts it, it is late.": "spVp,pBj.",
    "As mayor, Moe said no.": "Pn,NVd.",
    "Since Moe left, it is late.": "sNV,pBj.",
    "Since the race, it is late.": "Pdn,pBj.",
    "As Moe sings, it is late.": "sNV,pBj.",
    "As he talks, it is late.": "spV,pBj.",
    "No ship larger than his was sold.": "dnjPdAV.",
    "She urged people to “eat the evidence.”": "pVniQ",
    "They had a boat to do so.": "pBdniBr.",
    "Otto Hale, who had met Karl Moe, nodded as he said, “It is late.”": "NN,wAVNN,VspV,Q",
    "Reis pitched her plan as a way to build ferries that serve the islands.": "NVdnPdniIntVdn.",
}
AUXILIARIES = {
    "He said let’s go home.": "pVrVn.",
    "Were Lee to say so, we would go.": "BNiIr,pAV.",
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
    "It did not go.": "pArV.",
    "What did you eat?": "wBpV.",
    "Do you want it?": "BpVp.",
    "Does it hurt?": "BpV.",
    "Has he been told?": "BpAV.",
    "He might have said “Tuesday.”": "pAAVQ",
    "Had she said “left,” they would be alive.": "BpVQpBBj.",
    "Being told of it, he left.": "AGPp,pV.",
    "He seems to have been told.": "pViAAI.",
    "“Whom” is dying out, and nobody weeps.": "QAVr,cpV.",
    "He has yet to say “thank you.”": "pBriIQ",
    "The duke is said to have called his cook “a poet of the onion.”": "dnAViAIdnQ",
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
    "called it “a farce”": "VpQ",
    "Anneli grinned.": "NV.",
    "He was silent, and so left.": "pBj,crV.",
    "The door fell shut.": "dnVE.",
    "“It rains,” was told Ann Lee.": "QAVNN.",
    "Those surveyed say the tower should go.": "dnVdnAV.",
    "Most shops in the town stayed shut.": "qnPdnVE.",
    "The method, dubbed “slow rust,” is cheap.": "dn,EQBj.",
    "The “miracle” mop broke within a day.": "dQnVPdT.",
    "It was, in short, what Otto Blech called “a brass problem.”": "pB,Pj,wNNVQ",
    "It was fought in what Dina Vaz, the treasurer, called “hand-to-hand baking.”": "pAVPwNN,dn,VQ",
    "The firm paid for what its auditor called “a small, warm fire.”": "dnVPwdnVQ",
    "A plumber the council hired in June said the pipes were “mostly memory.”": "dndnVPNVdnBQ",
    "Foes have praised Mr. Moe's previously kind words about Mr. Lee.": "nAVNN'jjnPNN.",
    "“I have seen enough,” the umpire said and put on his coat.": "QdnVcVPdn.",
    "“He drew a fish on the contract,” remembered Jonquil Mabey after the hearing.": "QVNNPdn.",
    "“We can start again,” Leopoldo Sanz said before the lights went out.": "QNNVsdnVr.",
    "When asked about the missing tiger, the keeper said: “Which one?”": "sEPdgn,dnV:Q",
    "Asked about the missing boat, the harbour master said it had never been there.": "EPdnn,dnnVpBrBr.",
    "Two boats will be held in May at the quay, followed by races in Ulm and Berea.": "#nAAVPTPdn,EPnPNcN.",
    "The bishop wrote in a letter to parents that the school would be sold.": "dnVPdnPntdnAAV.",
    "Ann Lee, who introduced a bill this month aimed at lamps in Ulm, said it was read.": "NN,wVdndTEPnPN,VpAV.",
    '"Nobody here reads music," choir leader Tegan Pryce said after the prize was given.': "QnnNNVsdnAV.",
    "Gideon Marsh, chairman of the rail users’ group, called the timetable “a work of fiction.”": "NN,nPdnn'n,VdnQ",
    "After the news spread, the singer wrote a short answer: “You will not be forgotten,” she wrote.": (
        "sdnV,dnVdjn:QpV."
    ),
    "Hector Amadi and his team fixed the lift, which the tenants called a miracle, and said: “It was a fuse.”": (
        "NNcdnVdn,wdnVdn,cV:Q"
    ),
    "Bo Strandberg was quoted as saying the harbour was full.": "NNAVPGdnBj.",
}
ENDING_IN_S = {
    "She, as you know, approaches six.": "p,spV,n#.",
    "The vicar notes the hour.": "dnVdT.",
    "The vicar’s old notes burned.": "dn'jnV.",
    "Lee, his aide, calls it a race.": "N,dn,Vpdn.",
    "Where polls show Moe ahead, he smiles.": "wnVNr,pV.",
    "On Monday, the Bay Daily News claims the fire spread.": "PT,dNjNVdnV.",
    "The Boat Club says the mayor’s orders are wise.": "dNNVdn'nBj.",
    "Anneli grins.": "NV.",
    "The film opens on Friday.": "dnVPT.",
    "He reads stories that surprise him.": "pVntVo.",
    "The paper reports that two ships have collided.": "dnVt#nAV.",
    "Amid the fog, Berg claims victory.": "Pdn,NVn.",
    "Work on the roof begins in May.": "nPdnVPT.",
    "“Beware of the wind,” reads the sign.": "QVdn.",
    "“The box hums,” her neighbour remarks.": "QdnV.",
    "“Seven Doors,” a film by Odo Kranz, opens on Friday.": "QdnPNN,VPT.",
    "11:05 “There is smoke but no train,” reports our correspondent.": "TQVdn.",
    "She thinks he may be late, and hopes the ferry is late.": "pVpBBj,cVdnBj.",
    "Lawmaker Deb Castellan questions whether the dam is “more than a bath.”": "nNNVsdnBQ",
    "“Our work is to ask,” said Ann Lee, whose new book features talks with “rebellious” bakers.": "QVNN,wjnVnPQn.",
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
    "Police want to speak to Carl “Buttons” Rehm.": "nViIPNNN.",
    "They were left out, the keepers’ books show.": "pAVr,dn'nV.",
}
ENDING_IN_ING = {
    "Her 2010 wedding was held.": "d#nAV.",
    "The passing boats hooted.": "dnnV.",
    "A passing was held.": "dnAV.",
    "The miller passing just now is old.": "dnnrrBj.",
    "Her saying so hurt.": "dnrV.",
    "Adding: “Stay.”": "G:Q",
    "She left with the son of the smith saying that it was late.": "pVPdnPdnGtpBj.",
    "The lamp was out, Ida Rem said in asking Lee for oil.": "dnBr,NNVPGNPn.",
}
PARTICLES = {
    "He went on to say so.": "pVriIr.",
    "He spoke up.": "pVr.",
    "He put it well.": "pVpr.",
}

VERBS = {
    "He said so.": "say so past",
    "He says so.": "say so present",
    "He did not say so.": "say so past negative",
    "He will not say so.": "say so base negative modal",
    "He'd not say so.": "say so base negative modal",
    "He would not have said so.": "say so past negative modal perfect",
    "He had never been told of it.": "tell past passive negative perfect",
    "The boy was not told of it.": "tell past passive negative",
    "Nobody could have told him so.": "tell past modal perfect",
    "Had he not been told, he would have left.": "tell past passive negative, leave past modal perfect",
    "Had she said “left,” they would be alive.": "say base conditional",
    "He was going to say so.": "go present, say so infinitive",
    "Being told of it, he left.": "tell gerund passive, leave past",
    "Not having told us, he left.": "tell gerund negative perfect, leave past",
    "He seems to have been told.": "seem present, tell infinitive passive perfect",
    "Does it hurt?": "hurt base conditional",
    "When did he not say so?": "say so base negative",
    "The method, dubbed “slow rust,” is cheap.": "dub participle passive",
    "He went on to say so.": "go on past, say so infinitive",
    "He put it well.": "put it past",
    "He is saying so.": "say so present",
    "She’d go.": "go base modal",
    "It’s told.": "tell past passive",
    "He may go.": "go base modal",
    "Were Lee to say so, we would go.": "say so infinitive conditional, go base modal",
    "They want to build a wall and make it high.": "want present, build infinitive, make base",
    "Early polls show voters in the bay.": "show present",
    "He left, the records show.": "leave past, show present",
    "They rowed, the keepers said.": "row past, say past",
}


def read(sentence: str) -> Sentence:
    lexicon = english()
    quotations, _ = find_quotations(sentence, [(0, len(sentence))])
    named = find_names(sentence, lexicon, ()).named
    words = read_words(sentence, 0, len(sentence), quotations, lexicon, named)
    ((found,),) = read_sentences([words], lexicon)
    return found


def letters_of(sentence: str) -> str:
    return "".join(read(sentence).words.tags)


def verbs_of(sentence: str) -> str:
    """Each verb with its form, and what is said of it."""
    groups = [phrase.group for phrase in read(sentence).phrases if phrase.group is not None]
    signs = "passive negative modal perfect conditional".split()
    return ", ".join(" ".join([one.lemma, one.form, *(s for s in signs if getattr(one, s))]) for one in groups)


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


def test_a_verb_is_told_with_its_auxiliaries() -> None:
    assert {sentence: verbs_of(sentence) for sentence in VERBS} == VERBS
