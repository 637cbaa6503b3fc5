"""Addresses of the API. What leads nowhere is told in JSON."""

from django.urls import path, re_path

from statements import converters  # noqa: F401  # makes <number:…> known
from statements.api.later import Later
from statements.api.resources import RESOURCES_OF_API

lists = [
    path(
        f"{one.name}/",
        Later("statements.api.views.RecordList", resource=one),
        name=f"api_{one.name}",
    )
    for one in RESOURCES_OF_API
]
records = [
    path(
        f"{one.name}/<number:number>/",
        Later("statements.api.views.RecordDetail", resource=one),
        name=f"api_{one.name}_record",
    )
    for one in RESOURCES_OF_API
]
urlpatterns = [
    path("", Later("statements.api.documentation.documentation"), name="api"),
    path("schema.json", Later("statements.api.documentation.Description"), name="api_schema"),
    *lists,
    *records,
    re_path(r".+/\Z", Later("statements.api.views.Nowhere"), name="api_nowhere"),
]
