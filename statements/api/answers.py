"""What the API answers when it does not give what was asked for: JSON, like everything else."""

from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _
from rest_framework import status
from rest_framework.exceptions import APIException, MethodNotAllowed, NotAcceptable
from rest_framework.response import Response
from rest_framework.views import exception_handler


class Refused(APIException):
    """A selection that cannot be read; `errors` are sentences by parameter."""

    status_code = status.HTTP_400_BAD_REQUEST

    def __init__(self, errors: dict[str, list[str]]) -> None:
        super().__init__()
        self.errors = errors


class Gone(Refused):
    """A record that was withdrawn."""

    status_code = status.HTTP_410_GONE


def told(error: Exception, context: dict[str, Any]) -> Response | None:
    """The answer to an error, in the one form that all refusals have; None lets it rise."""
    response = exception_handler(error, context)
    if response is not None:
        response.data = {"errors": error.errors if isinstance(error, Refused) else plain(error)}
    return response


def plain(error: Exception) -> dict[str, list[str]]:
    """What is wrong where no parameter is."""
    match error:
        case Http404():
            text = _("There is nothing under this address.")
        case MethodNotAllowed():
            text = _("This can only be read: use GET or HEAD.")
        case NotAcceptable():
            text = _("This is given as application/json only.")
        case _other:
            text = _("This request cannot be read.")
    return {"": [text]}
