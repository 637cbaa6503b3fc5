from django.http import Http404
from rest_framework.exceptions import APIException, MethodNotAllowed, NotAcceptable

from statements.api.answers import Gone, Refused, plain, told


def test_a_refusal_names_its_parameters() -> None:
    answer = told(Refused({"since": ["No."]}), {})
    assert answer is not None
    assert (answer.status_code, answer.data) == (400, {"errors": {"since": ["No."]}})


def test_what_is_gone_says_why() -> None:
    answer = told(Gone({"": ["It was an error."]}), {})
    assert answer is not None
    assert (answer.status_code, answer.data) == (410, {"errors": {"": ["It was an error."]}})


def test_what_concerns_no_parameter_stands_under_no_name() -> None:
    errors = (Http404(), MethodNotAllowed("POST"), NotAcceptable(), APIException())
    texts = [plain(error)[""] for error in errors]
    assert len({text for (text,) in texts}) == len(errors)


def test_an_error_of_our_own_is_not_hidden() -> None:
    assert told(ValueError("A mistake in the code."), {}) is None
