"""The table of contents."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("api/v1/", include("statements.api.urls")),
    path("", include("statements.urls")),
]

handler400 = "statements.views.pages.bad_request"
