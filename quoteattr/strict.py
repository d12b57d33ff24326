"""parse_json and expect: JSON and what is in it, read strictly; what is wrong is told with what would do.

Python's own reader takes a key that comes twice, and NaN; and it gives up on deep nesting and on numbers of many
digits with errors of other kinds. Edges may use this file, as they may ``markup.py``.
"""

from __future__ import annotations

import json
import reprlib
from collections.abc import Sequence
from typing import Any

from .errors import ResultError

_LARGEST = 10**300  # of a number


def parse_json(text: str) -> Any:
    """What a JSON text says; a byte order mark before it is passed over.

    Raises:
        ResultError: It is no JSON, or has a key twice, or a number that is none.

    >>> parse_json('{"kind": "direct", "kind": "mixed"}')
    Traceback (most recent call last):
        ...
    quoteattr.errors.ResultError: the key 'kind' comes twice in one object
    """
    try:
        return json.loads(text.removeprefix("\ufeff"), object_pairs_hook=_object, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, character {error.colno}" if error.lineno > 1 else f"character {error.colno}"
        raise ResultError(f"no JSON: {error.msg} ({place}); is it cut off?") from None
    except RecursionError:
        raise ResultError("no JSON of ours: it is nested too deep to be read") from None
    except ResultError:
        raise
    except ValueError:  # Python reads no number of thousands of digits
        raise ResultError("no JSON of ours: it has a number of too many digits") from None


def _object(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for at, key in enumerate(keys) if key in keys[:at])
        raise ResultError(f"the key {twice!r} comes twice in one object")
    return made


def _no_number(name: str) -> Any:
    raise ResultError(f"{name} is no number of JSON; leave out what is not known, or say null")


_NAMES = {
    list: "a list",
    str: "a string",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
}


def expect(wanted: type, data: Any, place: str) -> Any:
    """The data itself where it is of the type that JSON gives, else a :class:`ResultError`.

    >>> expect(int, True, "start")
    Traceback (most recent call last):
        ...
    quoteattr.errors.ResultError: start: a whole number is wanted, not True
    """
    if wanted is list and isinstance(data, tuple):
        return list(data)
    if isinstance(data, bool):
        right = wanted is bool
    elif isinstance(data, (int, float)):  # NaN is no less than anything
        right = isinstance(data, (int, float) if wanted is float else wanted) and abs(data) < _LARGEST
    else:
        right = isinstance(data, wanted)
    if not right:
        raise ResultError(f"{place}: {_NAMES.get(wanted, 'an object')} is wanted, not {short(data)}")
    return float(data) if wanted is float else data


def short(data: object) -> str:
    """What was given, for a message, however large or deep it is.

    >>> short([[[["late"]]], 1, 2, 3, 4]), short(10**5000)
    ('[[[...]], 1, 2, ...]', 'a number of many digits')
    """
    try:
        return _SHORTENED.repr(data)
    except ValueError:  # Python writes no number of thousands of digits
        return "a number of many digits"


_SHORTENED = reprlib.Repr()
_SHORTENED.maxlevel = 2
_SHORTENED.maxlist = _SHORTENED.maxtuple = _SHORTENED.maxdict = 3
_SHORTENED.maxstring = _SHORTENED.maxlong = _SHORTENED.maxother = 40
