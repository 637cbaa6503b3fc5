"""Public addresses. Each view, its name and its template are called the same."""

from django.urls import path, register_converter
from django.urls.converters import IntConverter

from statements import views


class NumberConverter(IntConverter):
    """The number of a record: as many digits as both engines can hold."""

    regex = "[0-9]{1,18}"


register_converter(NumberConverter, "number")

urlpatterns = [
    path("", views.home, name="home"),
    path("statements/", views.statement_list, name="statement_list"),
    path("statements/<number:pk>/", views.statement_short, name="statement_number"),
    path("statements/<number:pk>/<slug:slug>/", views.statement_detail, name="statement_detail"),
    path("s/<number:pk>/", views.statement_short, name="statement_short"),
    path("speakers/", views.speaker_list, name="speaker_list"),
    path("speakers/<slug:slug>/", views.speaker_detail, name="speaker_detail"),
    path("topics/", views.topic_list, name="topic_list"),
    path("topics/<slug:slug>/", views.topic_detail, name="topic_detail"),
    path("organisations/<slug:slug>/", views.organisation_detail, name="organisation_detail"),
    path("sources/", views.source_list, name="source_list"),
    path("sources/<number:pk>/<slug:slug>/", views.source_detail, name="source_detail"),
    path("outlets/<slug:slug>/", views.outlet_detail, name="outlet_detail"),
    path("rankings/", views.ranking_list, name="ranking_list"),
    path("rankings/<slug:slug>/", views.ranking_detail, name="ranking_detail"),
    path("rankings/<slug:slug>/<slug:country>/", views.ranking_country, name="ranking_country"),
    path("about/", views.about, name="about"),
    path("method/", views.method, name="method"),
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
]
