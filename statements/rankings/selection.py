"""Placements as the public asks for them in an address: by ranking, edition and country."""

import django_filters
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from sources.models import Country
from statements.addresses import without_empty
from statements.filters import AnyOf, EditionsField, SelectionForm, public
from statements.listings import placements
from statements.models import Placement, Ranking


class PlacementFilter(django_filters.FilterSet):
    """A selection of published placements; `errors` by parameter, as in `StatementFilter`."""

    ranking = AnyOf(
        "edition__ranking", queryset=public(Ranking), to_field_name="slug", label=_("Ranking")
    )
    edition = AnyOf("edition__year", EditionsField, label=_("Edition"))
    country = AnyOf(
        "country", queryset=Country.objects.all(), to_field_name="iso2", label=_("Country")
    )

    class Meta:
        model = Placement
        fields: list[str] = []
        form = SelectionForm

    def __init__(self, data: QueryDict) -> None:
        super().__init__(without_empty(data), queryset=placements())
