"""The list that Django's and django-filter's own documentation lead to, with counted facets."""

from collections.abc import Iterator
from typing import Any

import django_filters
from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import ExtractYear
from django_filters.views import FilterView

from tests.benchmark.peers.plain.models import Speaker, Statement, Topic

# The columns of each number of facets, and the words of their values.
THREE = {"speaker": "speaker__name", "topics": "topics__name", "country": "speaker__country__name"}
EIGHT = THREE | {
    "organisation": "organisation__name",
    "outlet": "citations__source__outlet__name",
    "kind": "kind",
    "language": "language",
    "year": "year",
}
FACETS = {0: {}, 3: THREE, 8: EIGHT}
MOST = 20  # values of a facet that are shown


class StatementFilter(django_filters.FilterSet):
    speaker = django_filters.ModelChoiceFilter(queryset=Speaker.objects.all())
    topics = django_filters.ModelChoiceFilter(queryset=Topic.objects.all())
    q = django_filters.CharFilter(method="search")

    class Meta:
        model = Statement
        fields: list[str] = []

    def search(self, rows: QuerySet[Statement], name: str, value: str) -> QuerySet[Statement]:
        return rows.filter(Q(text__icontains=value) | Q(summary__icontains=value))


class StatementList(FilterView):
    filterset_class = StatementFilter
    template_name = "plain/list.html"
    paginate_by = 20

    def get_queryset(self) -> QuerySet[Statement]:
        return (
            Statement.objects.filter(status="published")
            .order_by("-said_on_latest", "-id")
            .select_related("speaker", "organisation")
            .prefetch_related("topics", "citations__source__outlet")
        )

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        facets = list(self.facets(FACETS[self.kwargs["facets"]]))
        return super().get_context_data(facets=facets, **context)

    def facets(self, columns: dict[str, str]) -> Iterator[tuple[str, list[tuple[str, int]]]]:
        """Name of each facet, and its values with the number of statements that have them."""
        rows = self.object_list.order_by().annotate(year=ExtractYear("said_on_latest"))
        for name, column in columns.items():
            counted = rows.values(value=F(column)).annotate(n=Count("pk", distinct=True))
            values = counted.order_by("-n").values_list("value", "n")
            yield name, list(values[:MOST])
