"""The parameters of the API as OpenAPI tells of them. `StatementFilter` is what reads them."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from statements.api.expansions import EXPAND
from statements.api.resources import FIGURE_LIST, PLACEMENT_LIST, WHOLE, Resource
from statements.exports.selections import BEHIND
from statements.figures.selection import INDICATOR
from statements.models import Citation, Statement
from statements.paging import Order

Schema = dict[str, Any]
Text = str | Promise

SLUG = {"type": "string", "pattern": "^[-a-zA-Z0-9_]*$"}
DATE = {
    "type": "string",
    "pattern": "^([1-9][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?)?$",
}
YEAR = {"type": "string", "pattern": "^([1-9][0-9]{3})?$"}
ISO2 = {"type": "string", "pattern": "^([A-Z]{2})?$"}
CURSOR = {
    "type": "string",
    "pattern": "^([0-9]{4}-[0-9]{2}-[0-9]{2}_[0-9]{4}-[0-9]{2}-[0-9]{2}_[0-9]{1,18})?$",
}


def codes(choices: Iterable[str]) -> Schema:
    """One of these values; an empty one is as good as none."""
    return {"type": "string", "enum": [*choices, ""]}


def parameter(name: str, help_text: Text, schema: Schema, example: Any) -> Schema:
    """A parameter that is given once."""
    return {
        "name": name, "in": "query", "description": str(help_text), "schema": schema,
        "example": example,
    }  # fmt: skip


def any_of(name: str, help_text: Text, item: Schema, example: Sequence[str]) -> Schema:
    """A parameter that repeats."""
    schema = {"type": "array", "items": item}
    told = parameter(name, help_text, schema, list(example))
    return {**told, "style": "form", "explode": True}


def selecting() -> list[Schema]:
    """The parameters by which statements are selected."""
    return [*by_who_and_what(), *by_form()]


def by_who_and_what() -> list[Schema]:
    """By words, claimant, topic and the position taken."""
    return [
        parameter("q", _(
            "Words, all of which must occur; \"phrases\" in quotation marks; -word without it."
        ), {"type": "string", "maxLength": 500}, "traffickers punished"),
        any_of("speaker", _("Slugs of speakers: any of them."), SLUG, ["hun-manet"]),
        any_of("organisation", _("Slugs of organisations: any of them."), SLUG, ["ncct"]),
        any_of("topic", _(
            "Slugs of topics: any of them; “none” for statements without a topic."
        ), SLUG, ["prevention"]),
        *by_edition(),
        any_of("stance", _("Codes of stances taken: any of them."), SLUG, ["rejects-as-unjust"]),
        any_of("country", _("Countries of the claimants, ISO 3166-1: any of them."), ISO2, ["KH"]),
    ]  # fmt: skip


def by_edition() -> list[Schema]:
    """By ranking and year."""
    return [
        any_of("ranking", _("Slugs of rankings: any of them."), SLUG, ["us-tip-report"]),
        any_of("edition", _("Years of editions of a ranking: any of them."), YEAR, ["2022"]),
    ]


def by_form() -> list[Schema]:
    """By what the words are and do, where they stand, and when they were said."""
    kinds, rungs = Statement.Kind.values, Citation.Verification.values
    return [
        any_of("function", _("Codes of what the words do: any of them."), SLUG, ["commitment"]),
        any_of("kind", _("Kinds of statements: any of them."), codes(kinds), ["quotation"]),
        any_of("outlet", _("Slugs of outlets: any of them."), SLUG, ["fresh-news"]),
        any_of("verification", _(
            "How far the words agree with a source: any of these."
        ), codes(rungs), ["exact"]),
        any_of("language", _("Codes of languages of the words: any of them."), {
            "type": "string",
        }, ["en"]),
        any_of("event", _("Slugs of events: any of them."), SLUG,
               ["national-day-against-human-trafficking-2024"]),
        parameter("since", _("Said on or after this day, month or year."), DATE, "2022-08"),
        parameter("until", _("Said on or before this day, month or year."), DATE, "2024"),
    ]  # fmt: skip


def placing() -> list[Schema]:
    """The parameters for the order of a list by date, and the place in it."""
    return [
        parameter("order", _(
            "Newest first unless asked otherwise. By relevance only for statements, with “q”."
        ), codes(Order.values), "newest"),
        parameter("after", _(
            "The place in the list behind which the page begins. Follow “next” instead."
        ), CURSOR, "2022-08-12_2022-08-12_17"),
        parameter("before", _(
            "The place in the list in front of which the page ends. Not together with “after”."
        ), CURSOR, "2022-08-12_2022-08-12_17"),
    ]  # fmt: skip


def behind() -> list[Schema]:
    """The parameter for the place in any other list."""
    text = _("Number of the record behind which the page begins. Follow “next” instead.")
    return [parameter(BEHIND, text, {"type": "string", "pattern": "^([0-9]{1,18})?$"}, "17")]


def of_list(resource: Resource) -> list[Schema]:
    """All parameters of the list of a resource."""
    if resource.asked == WHOLE:
        return [*behind(), *expanding(resource)]
    if resource.asked == PLACEMENT_LIST:
        text = _("Countries placed, ISO 3166-1: any of them.")
        placed = any_of("country", text, ISO2, ["KH"])
        return [*by_edition(), placed, *behind(), *expanding(resource)]
    if resource.asked == FIGURE_LIST:
        text = _("Codes of indicators: any of them.")
        own = any_of(INDICATOR, text, SLUG, ["cases-investigated"])
        return [own, *selecting(), *behind(), *expanding(resource)]
    return [*selecting(), *placing(), *expanding(resource)]


def expanding(resource: Resource) -> list[Schema]:
    """The parameter for the records that go with others, where there are any."""
    names = [one.name for one in resource.expansions]
    if not names:
        return []
    text = _("Records to give along, under “expanded”: any of these, parted by commas.")
    schema = {"type": "array", "items": {"type": "string", "enum": names}}
    told = parameter(EXPAND, text, schema, names[:2])
    return [{**told, "style": "form", "explode": False}]


def number() -> Schema:
    """The number of a record in its address."""
    return {
        "name": "number", "in": "path", "required": True, "example": 1,
        "description": str(_("Number of the record.")),
        "schema": {"type": "integer", "minimum": 0, "maximum": 10**18 - 1},
    }  # fmt: skip
