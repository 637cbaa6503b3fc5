import subprocess
import sys

from django.test import RequestFactory

from statements.api.later import Later
from statements.api.resources import RESOURCES_OF_API
from statements.api.views import Nowhere, RecordList


def test_a_view_of_a_class_has_what_it_was_given() -> None:
    later = Later("statements.api.views.RecordList", resource=RESOURCES_OF_API[1])
    assert later.cls is RecordList
    assert later.initkwargs == {"resource": RESOURCES_OF_API[1]}


def test_a_function_is_a_view_without_a_class() -> None:
    assert Later("statements.api.documentation.documentation").cls is None
    assert Later("statements.api.documentation.documentation").initkwargs == {}


def test_it_answers_as_the_view_does() -> None:
    request = RequestFactory().get("/api/v1/none/")
    expected = Nowhere.as_view()(request)
    assert Later("statements.api.views.Nowhere")(request).status_code == expected.status_code == 404


def test_a_worker_that_shows_pages_loads_nothing_of_the_api() -> None:
    program = (
        "import sys, django; django.setup(); import config.urls; "
        "print([name for name in ('rest_framework', 'drf_spectacular.generators') "
        "if name in sys.modules])"
    )
    done = subprocess.run(  # noqa: S603  # Python itself
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
