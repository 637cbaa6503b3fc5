"""Public addresses. Each view, its name and its template are called the same."""

from django.urls import path, register_converter
from django.urls.converters import IntConverter

from statements.views import claimants, front, pages, probes, rankings, sources, statements, topics


class NumberConverter(IntConverter):
    """The number of a record: as many digits as both engines can hold."""

    regex = "[0-9]{1,18}"


register_converter(NumberConverter, "number")

urlpatterns = [
    path("", front.home, name="home"),
    path("statements/", statements.statement_list, name="statement_list"),
    path("statements/<number:pk>/", statements.statement_short, name="statement_number"),
    path(
        "statements/<number:pk>/<slug:slug>/", statements.statement_detail, name="statement_detail"
    ),
    path("s/<number:pk>/", statements.statement_short, name="statement_short"),
    path("speakers/", claimants.speaker_list, name="speaker_list"),
    path("speakers/<slug:slug>/", claimants.speaker_detail, name="speaker_detail"),
    path("topics/", topics.topic_list, name="topic_list"),
    path("topics/<slug:slug>/", topics.topic_detail, name="topic_detail"),
    path("organisations/<slug:slug>/", claimants.organisation_detail, name="organisation_detail"),
    path("sources/", sources.source_list, name="source_list"),
    path("sources/<number:pk>/<slug:slug>/", sources.source_detail, name="source_detail"),
    path("outlets/<slug:slug>/", sources.outlet_detail, name="outlet_detail"),
    path("rankings/", rankings.ranking_list, name="ranking_list"),
    path("rankings/<slug:slug>/", rankings.ranking_detail, name="ranking_detail"),
    path("rankings/<slug:slug>/<slug:country>/", rankings.ranking_country, name="ranking_country"),
    path("about/", pages.about, name="about"),
    path("method/", pages.method, name="method"),
    path("healthz", probes.healthz, name="healthz"),
    path("readyz", probes.readyz, name="readyz"),
]
