"""Mention: words that name a person, a body or a document."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from .making import maker
from .span import Span

MentionForm = Literal["name", "pronoun", "nominal"]


@frozen(weakref_slot=False)
class Mention:
    """Words that name who may have said something.

    ``span`` is the mention in its simple form (*NATO chief Jon Berg*), ``head`` the words that
    carry it (*Jon Berg*), ``description`` the apposition or role that follows (*a former
    soldier*), and ``extent`` all of it.
    """

    span: Span
    form: MentionForm
    head: Span
    extent: Span
    description: Span | None = None

    @property
    def text(self) -> str:
        """The words of the mention in its simple form."""
        return self.span.text

    def __str__(self) -> str:
        return self.text


make_mention = maker(Mention)
