"""A public register with drafts in it, of which every text holds a mark."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, cast

from django.apps import apps
from django.db import models

from sources.publication import Publishable
from statements import workflow
from statements.models import (
    Alias,
    Citation,
    Evidence,
    FigureNote,
    Indicator,
    Relation,
    Role,
    Statement,
)
from statements.relations import relating
from tests import factories
from tests.register import Register

MARK = "zzq"  # begins every mark; nothing else in the register holds it


NEVER_PUBLIC = "Never public."  # the help text of a field for internal notes


SECRET_VALUE = 7_391_846  # of figures that nobody may see


@dataclass
class Planted:
    """The public register, what hides in it, and the drafts by the word they are marked with."""

    public: Register
    drafts: dict[str, models.Model] = field(default_factory=dict)

    def plant(self, word: str, record: Any) -> Any:
        """Put the word into every text of the record, past all validation and history."""
        mark = MARK + word
        texts = {one.attname: mark[: one.max_length] for one in texts_of(record)}
        if "slug" in texts:
            texts["slug"] = f"{mark}-slug"
        type(record)._default_manager.filter(pk=record.pk).update(**texts)
        record.refresh_from_db()
        self.drafts[word] = record
        return record

    def publishable(self) -> dict[str, Publishable]:
        return {w: one for w, one in self.drafts.items() if isinstance(one, Publishable)}


def texts_of(record: models.Model) -> Iterator[Any]:
    """The fields that hold free text."""
    for one in record._meta.concrete_fields:
        short = one.max_length is not None and one.max_length < len(MARK) + 8
        coded = one.choices or "language" in one.name or one.name == "wikidata_id"
        text = type(one).__name__ in {"CharField", "TextField", "SlugField", "LinkField"}
        if text and not (short or coded or one.name in {"sha256", "folded", "canonical_url"}):
            yield one


def plant_people(site: Planted) -> None:
    public = site.public
    speaker = site.plant("speaker", factories.speaker())
    site.plant("alias", Alias.objects.create(speaker=speaker, text="x", kind=Alias.Kind.SHORT))
    employer = site.plant("employer", factories.organisation())
    Role.objects.create(speaker=public.speaker, organisation=employer, title="Adviser")
    hidden = Role.objects.create(speaker=speaker, organisation=public.organisation, title="x")
    site.plant("office", hidden)
    for word, owner, name in (
        ("parent", public.organisation, "parent"),
        ("organiser", public.event, "organiser"),
        ("publisher", public.ranking, "publisher"),
    ):
        setattr(owner, name, site.plant(word, factories.organisation()))
        owner.save()
    public.statement.topics.add(site.plant("topic", factories.topic()))


def plant_sources(site: Planted) -> None:
    public = site.public
    source = site.plant("source", factories.source(outlet=public.outlet))
    public.source.cites.add(source)
    site.plant("citing", factories.source(outlet=public.outlet)).cites.add(public.source)
    elsewhere = site.plant("elsewhere", factories.source())
    site.plant("outlet", elsewhere.outlet)
    for word, cited in (("citation", source), ("reference", elsewhere)):
        site.plant(word, Citation.objects.create(statement=public.statement, source=cited))
    site.plant("capture", factories.capture(public.source, "x"))


def plant_statements(site: Planted) -> None:
    public = site.public
    known: dict[str, Any] = {
        "speaker": public.speaker,
        "topics": [public.topic],
        "event": public.event,
    }
    draft = factories.draft(cite=public.source, **known)
    site.plant("statement", draft)
    site.plant("citation", draft.citations.get())
    waiting = workflow.submit(record=factories.draft("In review.", **known), by=None)
    site.plant("waiting", waiting)
    stranger = cast("Any", site.drafts["speaker"])
    event = site.plant("event", factories.event())
    site.plant("stranger", factories.draft(speaker=stranger, event=event))
    Evidence.objects.create(position=public.position, statement=draft)
    Statement.objects.filter(pk=public.second.pk).update(event=event)
    gone = site.plant("withdrawn", public.withdrawn)
    Statement.objects.filter(pk=gone.pk).update(withdrawn_reason="The outlet retracted it.")


def plant_rankings(site: Planted) -> None:
    public = site.public
    ranking = site.plant("ranking", factories.ranking())
    hidden = site.plant("ranked", factories.placement(ranking))
    site.plant("edition", hidden.edition)
    site.plant("level", hidden.level)
    later = site.plant("placement", factories.placement(public.ranking, year=2023, code="1"))
    site.plant("position", factories.position(public.statement, placement=public.placement))
    site.plant("future", factories.position(public.statement, placement=later))


def plant_figures(site: Planted) -> None:
    public = site.public
    draft = site.plant("figure", factories.figure(public.statement, SECRET_VALUE))
    site.plant("indicator", draft.indicator)
    gone = factories.published("Another that is withdrawn.", speaker=public.speaker)
    whole = workflow.publish(record=factories.figure(gone, SECRET_VALUE), by=None)
    Indicator.objects.filter(pk=whole.indicator_id).update(label=f"{MARK}whole")
    workflow.withdraw(record=gone, by=None, reason="It was an error.")
    for word, noted in (("note", public.figure), ("noted", draft)):
        note = FigureNote.objects.create(figure=noted, rule=FigureNote.Rule.RATIO, note="x")
        site.plant(word, note)
    for other in (draft, whole):
        part = factories.figure(public.statement, part_of=other, compared_with=other)
        workflow.publish(record=part, by=None)


def plant_relations(site: Planted) -> None:
    """Suggested and rejected ones of what is public, and confirmed ones to what is not."""
    public = site.public
    kinds = iter(Relation.Kind)
    for word in ("suggested", "rejected"):
        link = Relation.objects.create(
            statement=public.statement, target=public.second, kind=next(kinds)
        )
        if word == "rejected":
            relating.reject(relation=link, by=None)
        site.plant(word, link)
    for word in ("statement", "waiting", "withdrawn"):
        for kind in (next(kinds), Relation.Kind.SAME_REMARK):
            hidden = cast("Any", site.drafts[word])
            link = relating.relate(statement=public.statement, target=hidden, kind=kind, by=None)
            site.plant(f"link{word}{link.pk}", link)


def plant_internal_notes(site: Planted) -> None:
    found = 0
    for model in apps.get_models():
        names = [f.name for f in model._meta.fields if f.help_text == NEVER_PUBLIC]
        if names and "history" not in model.__name__.lower():
            found += 1
            model._default_manager.update(**dict.fromkeys(names, f"{MARK}internal"))
    assert found >= 3  # of statements, sources and speakers
