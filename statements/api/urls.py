"""Addresses of the API. What leads nowhere is told in JSON."""

from django.urls import path, re_path

from statements import converters  # noqa: F401  # makes <number:…> known
from statements.api import documentation, views
from statements.api.resources import RESOURCES_OF_API

lists = [
    path(
        f"{one.name}/",
        views.RecordList.as_view(resource=one),
        name=f"api_{one.name}",
    )
    for one in RESOURCES_OF_API
]
records = [
    path(
        f"{one.name}/<number:number>/",
        views.RecordDetail.as_view(resource=one),
        name=f"api_{one.name}_record",
    )
    for one in RESOURCES_OF_API
]
urlpatterns = [
    path("", documentation.documentation, name="api"),
    path("schema.json", documentation.Description.as_view(), name="api_schema"),
    *lists,
    *records,
    re_path(r".+/\Z", views.Nowhere.as_view(), name="api_nowhere"),
]
