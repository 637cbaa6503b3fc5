"""Partial dates in migrations: what these say of the field, and of what it adds."""

from datetime import date
from typing import Any

from django.db import models
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.graph import MigrationGraph
from django.db.migrations.questioner import MigrationQuestioner
from django.db.migrations.state import ModelState, ProjectState
from django.test.utils import isolate_apps

from sources.dates import (
    PartialDateField,
)


def model_with(**fields: "models.Field[Any, Any]") -> type[models.Model]:
    meta = type("Meta", (), {"app_label": "isolated", "db_table": "isolated_dated"})
    with isolate_apps():
        return type("Dated", (models.Model,), {"__module__": __name__, "Meta": meta, **fields})


def state_of(model: type[models.Model]) -> ProjectState:
    state = ProjectState()
    state.add_model(ModelState.from_model(model))
    return state


def changes(before: ProjectState, after: ProjectState) -> list[Any]:
    asked = MigrationQuestioner(specified_apps={"isolated"})
    detector = MigrationAutodetector(before.clone(), after.clone(), asked)
    found = detector.changes(graph=MigrationGraph())
    return [step for migration in found.get("isolated", []) for step in migration.operations]


class TestMigrations:
    def test_describe_the_field_without_what_it_adds(self) -> None:
        _, path, args, options = PartialDateField(null=True, index=True).deconstruct()
        assert (path, args) == ("sources.dates.PartialDateField", [])
        assert options == {"null": True, "bounds": False}

    def test_see_no_change_the_second_time(self) -> None:
        state = state_of(model_with(said_on=PartialDateField(null=True)))
        again = ProjectState()
        for step in changes(ProjectState(), state):
            step.state_forwards("isolated", again)
        assert changes(again, state) == []
        rendered = again.apps.get_model("isolated", "Dated")
        assert changes(state_of(rendered), state) == []

    def test_index_the_bounds_on_request(self) -> None:
        state = state_of(model_with(said_on=PartialDateField(null=True, index=True)))
        fields = state.models["isolated", "dated"].fields
        assert fields["said_on_earliest"].db_index
        assert fields["said_on_latest"].db_index
        assert not fields["said_on"].db_index

    @isolate_apps()
    def test_give_subclasses_of_an_abstract_model_each_field_once(self) -> None:
        class Base(models.Model):
            said_on = PartialDateField(null=True)

            class Meta:
                abstract = True
                app_label = "isolated"

        bases = (Base,)
        child: Any = type("Child", bases, {"__module__": __name__})
        names = [field.name for field in child._meta.get_fields()]
        assert sorted(names) == ["id", "said_on", "said_on_earliest", "said_on_latest"]
        assert child(said_on="2014-06").said_on_latest == date(2014, 6, 30)
