"""Mutants of a file: its code with one small mistake in it, such as ``<=`` for ``<`` or a call left out.

What is changed: comparisons, ``and`` and ``or``, signs of arithmetic, numbers, strings, truth values, conditions
(to their opposite), loops (left out), ``break`` and ``continue``, ``any`` and ``all``, ``min`` and ``max``, and calls
and additions that are statements (left out). What types, docstrings and errors say is left alone, and so are strings
outside of functions: lists of words are data.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from attrs import frozen

COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
RECKONED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
SWAPPED = {"any": "all", "all": "any", "min": "max", "max": "min"}
NOT_CODE = ("annotation", "returns", "type_comment", "type_params")
TOLD = {"message", "hint"}  # names of what an error says
ONLY_TYPES = {"Literal", "TypeVar", "NewType", "cast", "TypeAlias", "Protocol", "Generic"}


@frozen(eq=False)
class Place:
    """Where a node stands: a field of another, or one of the nodes in that field."""

    parent: ast.AST
    field: str
    at: int | None

    @property
    def node(self) -> ast.AST:
        """What stands there."""
        value = getattr(self.parent, self.field)
        node: ast.AST = value if self.at is None else value[self.at]
        return node

    def put(self, node: ast.AST) -> None:
        """Let another node stand there."""
        if self.at is None:
            setattr(self.parent, self.field, node)
        else:
            getattr(self.parent, self.field)[self.at] = node


@frozen(eq=False)
class Mutant:
    """One change: the node that is put in another's place.

    ``function`` tells whether a function is all that has to be made anew for it to be seen.
    """

    place: Place
    new: ast.AST
    line: int
    statement: int
    function: bool

    @contextmanager
    def applied(self) -> Iterator[None]:
        """The tree has the mistake in it for a while."""
        old = self.place.node
        self.place.put(self.new)
        try:
            yield
        finally:
            self.place.put(old)


def _others(value: object) -> Iterator[Any]:
    """Another value in place of one that stands in the code."""
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, (int, float)):
        yield value + 1
    elif isinstance(value, str):
        yield value[1:] or "X"  # one more letter is none for those of which one is looked up: at in "Nn"


def _changed(node: ast.AST) -> Iterator[ast.AST]:
    """What may stand in place of a node."""
    if isinstance(node, ast.Compare):
        for at, sign in enumerate(node.ops):
            signs = [*node.ops[:at], COMPARED[type(sign)](), *node.ops[at + 1 :]]
            yield ast.Compare(left=node.left, ops=signs, comparators=node.comparators)
    elif isinstance(node, ast.BoolOp):
        yield ast.BoolOp(op=ast.Or() if isinstance(node.op, ast.And) else ast.And(), values=node.values)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.Not, ast.USub)):
        yield node.operand
    elif isinstance(node, ast.BinOp) and type(node.op) in RECKONED:
        yield ast.BinOp(left=node.left, op=RECKONED[type(node.op)](), right=node.right)
    elif isinstance(node, ast.AugAssign):
        yield ast.Pass()
        if type(node.op) in RECKONED:
            yield ast.AugAssign(target=node.target, op=RECKONED[type(node.op)](), value=node.value)
    elif isinstance(node, ast.Constant):
        yield from (ast.Constant(value=value) for value in _others(node.value))
    elif isinstance(node, ast.Break):
        yield ast.Continue()
    elif isinstance(node, ast.Continue):
        yield ast.Break()
    elif isinstance(node, ast.Expr) and isinstance(node.value, (ast.Call, ast.Yield, ast.YieldFrom)):
        yield ast.Pass()
    elif isinstance(node, ast.Name) and node.id in SWAPPED:
        yield ast.Name(id=SWAPPED[node.id], ctx=node.ctx)


def _turned(node: ast.AST) -> Iterator[tuple[Place, ast.AST]]:
    """Conditions of a node turned into their opposite, and its loop left out: where, and what stands there then."""
    conditions: list[Place] = []
    if isinstance(node, (ast.If, ast.While, ast.IfExp)):
        conditions.append(Place(node, "test", None))
    elif isinstance(node, ast.comprehension):
        conditions.extend(Place(node, "ifs", at) for at in range(len(node.ifs)))
    elif isinstance(node, ast.For):
        yield Place(node, "iter", None), ast.Tuple(elts=[], ctx=ast.Load())
    for place in conditions:
        test = place.node
        bare = isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)
        if isinstance(test, ast.expr) and not bare and not (isinstance(test, ast.Compare) and len(test.ops) == 1):
            yield place, ast.UnaryOp(op=ast.Not(), operand=test)  # the others are turned already


def _is_only_types(node: ast.AST) -> bool:
    """Whether a node is there for the reader and the type checker, or for the one who reads an error."""
    if isinstance(node, (ast.Raise, ast.Assert, ast.JoinedStr, ast.Import, ast.ImportFrom)):
        return True
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return True  # a docstring, or the dots of a protocol
    named: ast.AST | None = None
    if isinstance(node, ast.If):
        named = node.test
    elif isinstance(node, ast.Subscript):
        named = node.value
    elif isinstance(node, ast.Call):
        named = node.func
    elif isinstance(node, ast.Assign):
        named = node.targets[0]
    return isinstance(named, ast.Name) and named.id in {*ONLY_TYPES, *TOLD, "TYPE_CHECKING", "__all__"}


def find_mutants(tree: ast.Module) -> list[Mutant]:
    """All mutants of a file, in its order.

    >>> [shown(mutant) for mutant in find_mutants(ast.parse("if a < 1: b()"))]
    ['a < 1  ->  a <= 1', '1  ->  2', 'b()  ->  pass']
    """
    found: list[Mutant] = []

    def note(place: Place, new: ast.AST, statement: int, function: bool) -> None:
        for node in ast.walk(new):
            if not hasattr(node, "lineno"):
                ast.copy_location(node, place.node)
        line = getattr(place.node, "lineno", statement)
        found.append(Mutant(place, new, line, statement, function))

    def visit(node: ast.AST, statement: int, function: bool) -> None:
        for place, new in _turned(node):
            note(place, new, statement, function)
        for field, value in ast.iter_fields(node):
            if field in NOT_CODE:
                continue
            inside = function
            if isinstance(node, (ast.FunctionDef, ast.Lambda)):
                inside = field == "body" or function  # defaults and decorators are reckoned outside of it
            several = isinstance(value, list)
            for at, child in enumerate(value) if several else [(None, value)]:
                if not isinstance(child, ast.AST) or _is_only_types(child):
                    continue
                line = child.lineno if isinstance(child, ast.stmt) else statement
                is_data = isinstance(child, ast.Constant) and isinstance(child.value, str) and not inside
                for new in () if is_data else _changed(child):
                    note(Place(node, field, at), new, line, inside)
                visit(child, line, inside)

    visit(tree, 0, False)
    return found


def shown(mutant: Mutant, width: int = 70) -> str:
    """What was changed, on a line.

    >>> shown(find_mutants(ast.parse("a < 1"))[0])
    'a < 1  ->  a <= 1'
    """
    was, now = (" ".join(ast.unparse(node).split()) for node in (mutant.place.node, mutant.new))
    first = next((at for at, (a, b) in enumerate(zip(was, now, strict=False)) if a != b), 0)
    if first > width // 2:  # long code is shown from shortly before the change
        was, now = ("…" + text[first - width // 2 :] for text in (was, now))
    return f"{was[:width]}  ->  {now[:width]}"
