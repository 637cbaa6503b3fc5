from django.urls import path

from tests.benchmark.peers.plain.views import StatementList

urlpatterns = [path("list/<int:facets>/", StatementList.as_view())]
