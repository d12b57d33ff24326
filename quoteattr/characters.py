r"""Which characters are blanks, letters, capitals, emoji: classes for regular expressions.

``re`` has classes of its own, but ``\w`` takes no combining marks (most vowels of Hindi are such) and does
take the underscore (*_Mr. Koh_*), and ``\s`` takes no characters without width.
"""

from __future__ import annotations

import re

BLANKS = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u180e\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u202f\u205f"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u3000\ufeff"
)
"""All that leaves no ink: blanks, line ends, and the characters of no width that stand between words."""

BLANK = f"[{re.escape(BLANKS)}]"

# What is no part of a word among the first 65,536 characters, by Unicode 14: all that is neither a letter,
# nor a mark that combines with one, nor a digit. It is faster than \w. A test compares it with unicodedata.
_NO_LETTERS = """
    0-2f 3a-40 5b-60 7b-a9 ab-b1 b4 b6-b8 bb bf d7 f7 2c2-2c5 2d2-2df 2e5-2eb 2ed 2ef-2ff 375 37e 384-385
    387 3f6 482 55a-55f 589-58f 5be 5c0 5c3 5c6 5f3-60f 61b-61f 66a-66d 6d4 6dd-6de 6e9 6fd-6fe 700-70f
    7f6-7f9 7fe-7ff 830-83e 85e 888 890-891 8e2 964-965 970 9f2-9f3 9fa-9fb 9fd a76 af0-af1 b70 bf3-bfa
    c77 c7f c84 d4f d79 df4 e3f e4f e5a-e5b f01-f17 f1a-f1f f34 f36 f38 f3a-f3d f85 fbe-fc5 fc7-fda
    104a-104f 109e-109f 10fb 1360-1368 1390-1399 1400 166d-166e 1680 169b-169c 16eb-16ed 1735-1736
    17d4-17d6 17d8-17db 1800-180a 180e 1940-1945 19de-19ff 1a1e-1a1f 1aa0-1aa6 1aa8-1aad 1b5a-1b6a
    1b74-1b7e 1bfc-1bff 1c3b-1c3f 1c7e-1c7f 1cc0-1cc7 1cd3 1fbd 1fbf-1fc1 1fcd-1fcf 1fdd-1fdf 1fed-1fef
    1ffd-206f 207a-207e 208a-208e 20a0-20c0 2100-2101 2103-2106 2108-2109 2114 2116-2118 211e-2123 2125
    2127 2129 212e 213a-213b 2140-2144 214a-214d 214f 218a-244a 249c-24e9 2500-2775 2794-2bff 2ce5-2cea
    2cf9-2cfc 2cfe-2cff 2d70 2e00-2e2e 2e30-3004 3008-3020 3030 3036-3037 303d-303f 309b-309c 30a0 30fb
    3190-3191 3196-319f 31c0-31e3 3200-321e 322a-3247 3250 3260-327f 328a-32b0 32c0-33ff 4dc0-4dff
    a490-a4c6 a4fe-a4ff a60d-a60f a673 a67e a6f2-a716 a720-a721 a789-a78a a828-a82b a836-a839 a874-a877
    a8ce-a8cf a8f8-a8fa a8fc a92e-a92f a95f a9c1-a9cd a9de-a9df aa5c-aa5f aa77-aa79 aade-aadf aaf0-aaf1
    ab5b ab6a-ab6b abeb d800-f8ff fb29 fbb2-fbc2 fd3e-fd4f fdcf-fdcf fdfc-fdff fe00-fe19 fe30-fe6b
    feff-ff0f ff1a-ff20 ff3b-ff40 ff5b-ff65 ffe0-ffff
"""
# … and of the rest, in broad strokes: notation, symbols, emoji, tags, private use.
_NO_LETTERS_BEYOND = "1cf50-1d3ff 1d800-1d9ff 1eef0-1fbef e0000-e00ff e01f0-10ffff"


def _ranges(spans: str) -> str:
    """The inside of a character class, from code points and spans of them in hexadecimal."""
    return "".join("-".join(f"\\U{int(end, 16):08x}" for end in span.split("-")) for span in spans.split())


LETTER = f"[^{_ranges(_NO_LETTERS + _NO_LETTERS_BEYOND)}]"
"""A letter, a mark that combines with one, or a digit, of any script."""

_ALPHABETS = (*range(0xC0, 0x590), *range(0x10A0, 0x10D0), *range(0x13A0, 0x13F6), *range(0x1E00, 0x2000))
CAPITAL = f"[A-Z{''.join(chr(point) for point in _ALPHABETS if chr(point).isupper())}]"
"""A capital of an alphabet that has small letters, too: Latin, Greek, Cyrillic, Armenian, …"""

START = r"(?<![^\W_])"
"""Where no letter or digit stands before."""

END = r"(?![^\W_])"
"""Where no letter or digit follows."""

_EMOJI = (
    "[\u231a\u231b\u2328\u23cf\u23e9-\u23f3\u23f8-\u23fa\u2600-\u2758\u2761-\u27bf\u2b05-\u2b07"
    "\u2b1b\u2b1c\u2b50\u2b55\U0001f000-\U0001faff][\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*"
)
EMOJI = f"[\U0001f1e6-\U0001f1ff]{{2}}|{_EMOJI}(?:\u200d{_EMOJI})*"
"""An emoji with its skin and hair, several joined to one, or a flag."""
