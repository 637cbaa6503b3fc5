"""The passages in which the words stand in their sources. Never more of a source than these."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from django.utils.translation import gettext_lazy as _

from statements.exports.fields import Field
from statements.exports.kinds import moment
from statements.exports.selections import BATCH, ids_of
from statements.models import Statement
from statements.passages import Passage, passages

NAME, TITLE = "excerpts", _("Excerpts")


@dataclass(frozen=True)
class Excerpt:
    """A citation with the passage it rests on."""

    passage: Passage

    def field(self, name: str) -> object:
        return getattr(self.passage.citation, name)

    def words(self, name: str) -> str:
        return str(getattr(self.passage, name))

    @property
    def found_in(self) -> object:
        """The capture, where the passage was found in one."""
        return self.passage.citation.capture if self.passage.words else None


def _cited(name: str, help: object) -> Field:  # noqa: A002  # as in Field
    return Field(name.removesuffix("_id"), lambda one: one.field(name), str(help))


def fields() -> list[Field]:
    """The columns, with their meaning in the language that is in force."""
    return [
        Field("id", lambda one: one.field("pk"), str(_("Number of the citation."))),
        _cited("statement_id", _("Number of the statement.")),
        _cited("source_id", _("Number of the source.")),
        _cited("locator", _("Page, paragraph or time code.")),
        _cited("excerpt", _("The words as this source prints them, where they differ.")),
        _cited("verification", _("How far the words agree with the source: see the method.")),
        Field("before", lambda one: one.words("before"), str(_("A few words before them."))),
        Field("words", lambda one: one.words("words"), str(_("The words as they stand there."))),
        Field("after", lambda one: one.words("after"), str(_("A few words after them."))),
        Field(
            "captured_at",
            lambda one: moment(one.found_in.captured_at) if one.found_in else None,
            str(_("When the text was taken in which they were found, in UTC.")),
        ),
        Field(
            "capture_sha256",
            lambda one: one.found_in.sha256 if one.found_in else None,
            str(_("The sha256 of that text, which is kept but not public.")),
        ),
    ]


def records() -> Iterator[Excerpt]:
    """The public citations of all public statements, by number of the statement."""
    numbers = iter(ids_of(Statement.objects.published().order_by("pk")))
    while batch := list(islice(numbers, BATCH)):
        found = Statement.objects.published().in_bulk(batch)
        for pk in batch:
            yield from (Excerpt(one) for one in passages(found[pk]))
