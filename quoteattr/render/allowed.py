"""Which characters a format can hold: what it cannot is replaced, one for one, so that offsets stay right."""

from __future__ import annotations

import re
from typing import Final
from xml.sax.saxutils import escape

REPLACEMENT: Final = "\ufffd"

_NOT_UTF8 = re.compile("[\x00\ud800-\udfff]")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_IN_XML = {"\r": "&#13;"}  # a parser makes a newline of a bare one
_IN_ATTRIBUTE = {**_IN_XML, "\t": "&#9;", "\n": "&#10;", '"': "&quot;"}


def for_utf8(text: str) -> str:
    r"""The text without what cannot be stored as UTF-8 text: halves of surrogate pairs, and NUL.

    >>> for_utf8("a\x00b\ud800")
    'a\ufffdb\ufffd'
    """
    return _NOT_UTF8.sub(REPLACEMENT, text)


def for_xml(text: str) -> str:
    r"""The text escaped as the content of an XML element.

    >>> for_xml("a < b\r\n\x1b")
    'a &lt; b&#13;\n\ufffd'
    """
    return escape(_NOT_XML.sub(REPLACEMENT, text), _IN_XML)


def for_xml_attribute(text: str) -> str:
    r"""The text escaped as the value of an XML attribute in double quotes.

    >>> for_xml_attribute('the "old"\none')
    'the &quot;old&quot;&#10;one'
    """
    return escape(_NOT_XML.sub(REPLACEMENT, text), _IN_ATTRIBUTE)
