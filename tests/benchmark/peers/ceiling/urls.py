from django.urls import include, path

from tests.benchmark.peers.ceiling import views

urlpatterns = [
    path("hello", views.hello),
    path("statements/", views.constants),
    path("", include("config.urls")),  # the addresses that the template names
]
