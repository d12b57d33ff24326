"""Token; tokenize: from a text to its words, signs and blanks; find_paragraphs, find_sentences."""

from __future__ import annotations

import re

# What is no part of a word, of the first 65,536 characters: blanks, punctuation, symbols, controls.
NO_WORD = (
    "0-2f 3a-40 5b-60 7b-a9 ab-b1 b4 b6-b8 bb bf d7 f7 2c2-2c5 2d2-2df 2e5-2eb 2ed 2ef-2ff 375 37e 384-385 "
    "387 3f6 482 55a-55f 589-58f 5be 5c0 5c3 5c6 5f3-60f 61b-61f 66a-66d 6d4 6dd-6de 6e9 6fd-6fe 700-70f "
    "7f6-7f9 7fe-7ff 830-83e 85e 888 890-891 8e2 964-965 970 9f2-9f3 9fa-9fb 9fd a76 af0-af1 b70 bf3-bfa "
    "c77 c7f c84 d4f d79 df4 e3f e4f e5a-e5b f01-f17 f1a-f1f f34 f36 f38 f3a-f3d f85 fbe-fc5 fc7-fda "
    "104a-104f 109e-109f 10fb 1360-1368 1390-1399 1400 166d-166e 1680 169b-169c 16eb-16ed 1735-1736 "
    "17d4-17d6 17d8-17db 1800-180a 180e 1940-1945 19de-19ff 1a1e-1a1f 1aa0-1aa6 1aa8-1aad 1b5a-1b6a "
    "1b74-1b7e 1bfc-1bff 1c3b-1c3f 1c7e-1c7f 1cc0-1cc7 1cd3 1fbd 1fbf-1fc1 1fcd-1fcf 1fdd-1fdf 1fed-1fef "
    "1ffd-206f 207a-207e 208a-208e 20a0-20c0 2100-2101 2103-2106 2108-2109 2114 2116-2118 211e-2123 2125 "
    "2127 2129 212e 213a-213b 2140-2144 214a-214d 214f 218a-244a 249c-24e9 2500-2775 2794-2bff 2ce5-2cea "
    "2cf9-2cfc 2cfe-2cff 2d70 2e00-2e2e 2e30-3004 3008-3020 3030 3036-3037 303d-303f 309b-309c 30a0 30fb "
    "3190-3191 3196-319f 31c0-31e3 3200-321e 322a-3247 3250 3260-327f 328a-32b0 32c0-33ff 4dc0-4dff "
    "a490-a4c6 a4fe-a4ff a60d-a60f a673 a67e a6f2-a716 a720-a721 a789-a78a a828-a82b a836-a839 a874-a877 "
    "a8ce-a8cf a8f8-a8fa a8fc a92e-a92f a95f a9c1-a9cd a9de-a9df aa5c-aa5f aa77-aa79 aade-aadf aaf0-aaf1 "
    "ab5b ab6a-ab6b abeb d800-f8ff fb29 fbb2-fbc2 fd3e-fd4f fdcf-fdcf fdfc-fdff fe00-fe19 fe30-fe6b "
    "feff-ff0f ff1a-ff20 ff3b-ff40 ff5b-ff65 ffe0-ffff"
)
# … and of the rest, in broad strokes: notation, symbols, emoji, tags, private use.
NO_WORD_BEYOND = "1cf50-1d3ff 1d800-1d9ff 1eef0-1fbef e0000-10ffff"

W = "[^" + "".join(
    "-".join(f"\\U{int(at, 16):08x}" for at in row.split("-")) for row in f"{NO_WORD} {NO_WORD_BEYOND}".split()
) + "]"

BLANKS = r"[\s\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
TITLES = (
    "Mr Mrs Ms Mx Dr Prof Rev Fr Hon St Sr Jr Lt Col Gen Maj Capt Cpl Sgt Cmdr Adm Pvt Brig Gov Sen Sens Rep Reps "
    "Pres Supt Det Insp Mme Mlle Messrs Bros Inc Corp Ltd Co vs etc Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec "
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn "
    "Tenn Tex Va Vt Wash Wis Wyo Ave Blvd Rd Dept Univ Assn approx est Mt Ft"
).split()


def _abbreviated(words: list[str]) -> str:
    by_length: dict[int, list[str]] = {}
    for word in words:
        by_length.setdefault(len(word), []).append(re.escape(word))
    return "|".join(rf"(?<=\b(?:{'|'.join(same)})\.)" for same in by_length.values())


TAIL = (
    rf"(?:[’'‐‑\-_\u00ad\u200c\u200d]{W}+"
    r"|(?<=\d)[.,:/]\d+" + rf"{W}*"
    rf"|\.(?:(?<=\b[^\W\d]\.)(?:{W}(?!{W})|(?<=\.\w\.)|(?=\s?[A-Z]\b(?!\s))|(?<!I\.)(?=\s[A-Z]))"
    rf"|{_abbreviated([*TITLES, *(t.upper() for t in TITLES)])}|(?=(?:com|org|net|gov|edu)\b)\w+(?:/[^\s<>\"“”]*\w)?|(?=[\w.+-]{{1,64}}@\w){W}+)"
    r"|@[\w-]+(?:\.[\w-]+)+"
    r"|(?<=[A-Z])&(?:amp;)?[A-Z]+"
    rf"|&(?:#39|\#x27|apos|rsquo|\#8217);{W}+)*%?"
)
PIECE = re.compile(
    rf" (?!{BLANKS})"
    r"|(?:https?://|www\.)[^\s<>\"“”]*[\w/]"
    rf"|{W}+{TAIL}"
    rf"|{BLANKS}+"
    rf"|[’'](?=(?:em|tis|Tis|twas|Twas|til|[2-9]0s)\b){W}+{TAIL}"
    rf"|’(?=(?:[Cc]ause|[Bb]out|[Rr]ound)\b){W}+"
    rf"|[’'‘][nN][’'](?!{W})"
    rf"|[$£€¥]\d{W}*{TAIL}"
    r"|[@#]\w*[^\W\d]\w*"
    r"|&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31}\d{0,2});"
    r"|</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>"
    r"|\.{2,}|…+|[-‐‑‒–—―−]{2,}|_{2,}|.",
    re.DOTALL,
)


def cut(text: str, start: int = 0, end: int | None = None) -> list[str]:
    """The pieces of ``text[start:end]``: words, signs and runs of blanks; joined they give it back.

    >>> cut("“I don't,” said J. K. Lee.")
    ['“', 'I', ' ', "don't", ',', '”', ' ', 'said', ' ', 'J.', ' ', 'K.', ' ', 'Lee', '.']
    """
    return PIECE.findall(text, start, len(text) if end is None else end)


AROUND = " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"


def find_paragraphs(text: str) -> list[tuple[int, int]]:
    """Where each paragraph starts and ends.

    >>> find_paragraphs("Fog came.\\n\\nIt left.")
    [(0, 9), (11, 19)]
    """
    lines: list[tuple[int, int]] = []
    at = 0
    for line in text.splitlines(keepends=True):
        inner = line.strip(AROUND)
        start = at + len(line) - len(line.lstrip(AROUND)) if inner else at
        lines.append((start, start + len(inner)))
        at += len(line)
    follows = [(a, b) for a, b in zip(lines, lines[1:]) if a[0] < a[1] and b[0] < b[1]]
    carried = sum(text[b[0]].islower() and text[a[1] - 1] not in ".!?:”\"" for a, b in follows)
    wrapped = carried and carried * 4 >= len(follows)
    found: list[tuple[int, int]] = []
    open_ = False
    for start, end in lines:
        if start == end:
            open_ = False
        elif wrapped and open_:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
            open_ = True
    return found
