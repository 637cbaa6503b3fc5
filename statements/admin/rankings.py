"""Rankings, what they say of countries, and where speakers stand on that."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from sources.admin.base import RecordAdmin, RecordForm, RecordInline
from sources.admin.lists import is_key
from sources.admin.locks import Row
from sources.admin.publication import PublishableAdmin
from statements.admin.concerns import ConcernFilter
from statements.admin.corrections import CorrectingAdmin, CorrectionForm
from statements.admin.withdrawing import WithdrawingAdmin
from statements.models import Edition, Evidence, Level, Placement, Position, Ranking, Statement


class LevelInline(RecordInline, admin.TabularInline):
    model = Level
    fields = ["code", "label", "order", "definition"]


class EditionInline(RecordInline, admin.TabularInline):
    """Editions are deleted in their own form only, which looks at the placements in them."""

    model = Edition
    fields = ["year", "released_on", "confidence", "source"]
    can_delete = False
    show_change_link = True


@admin.register(Ranking)
class RankingAdmin(PublishableAdmin):
    list_display = ["name", "state_badge", "publisher"]
    list_filter = ["status"]
    list_select_related = ["publisher"]
    search_fields = ["name", "slug"]
    prepopulated_fields = {"slug": ["name"]}
    fields = [("name", "slug"), "publisher", "description"]
    inlines = [LevelInline, EditionInline]


class PartOfRankingAdmin(RecordAdmin):
    """A level or an edition: as public as the placements that name it."""

    def wholes(self, obj: Any) -> list[Any]:
        return list(obj.placements.exclude(status="draft")[:1])


@admin.register(Level)
class LevelAdmin(PartOfRankingAdmin):
    list_display = ["label", "code", "ranking", "order"]
    list_filter = ["ranking"]
    list_select_related = ["ranking"]
    search_fields = ["label", "code", "ranking__name"]
    fields = ["ranking", ("code", "label", "order"), "definition"]


@admin.register(Edition)
class EditionAdmin(PartOfRankingAdmin):
    list_display = ["year", "ranking", "released", "confidence", "placement_count"]
    list_filter = ["ranking", "confidence"]
    list_select_related = ["ranking"]
    named_with = ("ranking",)
    search_fields = ["year", "ranking__name"]
    counted = "placements"
    fields = [("ranking", "year"), ("released_on", "confidence"), "source", "evidence"]

    @admin.display(description=_("released on"), ordering="released_on_latest")
    def released(self, obj: Edition) -> str:
        return obj.released_on.words() if obj.released_on else "–"

    @admin.display(description=_("placements"), ordering="linked")
    def placement_count(self, obj: Any) -> int:
        return int(obj.linked)


@admin.register(Placement)
class PlacementAdmin(PublishableAdmin):
    list_display = ["edition", "country", "level", "state_badge", "confidence"]
    list_filter = [
        "status",
        ("country", admin.RelatedOnlyFieldListFilter),
        "edition__ranking",
        "level",
    ]
    list_select_related = ["edition__ranking", "country", "level"]
    named_with = ("edition__ranking", "country", "level")
    search_fields = ["country__name", "edition__ranking__name", "edition__year", "level__label"]
    fields = [("edition", "country", "level"), ("source", "confidence"), "evidence", "note"]


class PositionEvidenceForm(RecordForm):
    part_of = ("statement",)


class PositionEvidenceInline(RecordInline, admin.TabularInline):
    model = Evidence
    form = PositionEvidenceForm
    fields = ["statement", "weight"]
    verbose_name_plural = _("statements it rests on")


@admin.register(Position)
class PositionAdmin(CorrectingAdmin, WithdrawingAdmin):
    form = CorrectionForm
    list_display = ["claimant", "state_badge", "stance", "placement", "dated"]
    list_filter = [
        "status", ConcernFilter, "stance", "target", "confidence", "placement__edition__ranking",
    ]  # fmt: skip
    list_select_related = [
        "speaker", "organisation", "stance", "placement__edition__ranking",
        "placement__country", "placement__level",
    ]  # fmt: skip
    named_with = tuple(list_select_related)
    date_hierarchy = "as_of_latest"
    search_fields = [
        "speaker__name", "speaker__aliases__text", "organisation__name", "stance__label",
        "placement__edition__year", "placement__country__name", "grounds",
    ]  # fmt: skip
    inlines = [PositionEvidenceInline]
    fieldsets = [
        (None, {"fields": [("speaker", "organisation"), ("placement", "target"), "stance"]}),
        (_("Why"), {"fields": ["grounds", "rationale", ("as_of", "confidence"), "supersedes"]}),
    ]

    def posted_wholes(self, request: HttpRequest) -> list[Row]:
        """The statements that the rows sent name, so that all are locked in one order."""
        sent = request.POST.items()
        keys = {str(value) for name, value in sent if name.endswith("-statement") and is_key(value)}
        return [(Statement, int(key)) for key in keys]

    def wholes(self, obj: Position) -> list[Any]:
        """The public statements it rests on. A withdrawn one binds only its own row."""
        return list(obj.evidence.filter(status="published")[:1])

    @admin.display(description=_("claimant"), ordering="speaker__sort_name")
    def claimant(self, obj: Position) -> str:
        return str(obj.speaker or obj.organisation)

    @admin.display(description=_("as of"), ordering="as_of_latest")
    def dated(self, obj: Position) -> str:
        return obj.as_of.words() if obj.as_of else "–"
