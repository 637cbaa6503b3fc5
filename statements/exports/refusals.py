"""What cannot be read, told in the form that was asked for."""

from django.http import HttpResponse, JsonResponse

API = "/api/v1/"  # which has a page of documentation there, and speaks JSON below it
FORMATS = ("csv", "json", "jsonl", "atom")


def data_format(path: str) -> str:
    """The data format that a path ends with, or that of the API; empty for a page."""
    if path.startswith(API) and path != API:
        return "json"
    extension = path.rpartition(".")[2]
    return extension if extension in FORMATS else ""


def refused(errors: dict[str, list[str]], extension: str) -> HttpResponse:
    """A 400 with the sentences by parameter; what concerns none of them stands under no name."""
    if extension in {"json", "jsonl"}:
        return JsonResponse({"errors": errors}, status=400)
    told = ((name, text) for name, texts in errors.items() for text in texts)
    lines = [f"{name}: {text}\n" if name else f"{text}\n" for name, text in told]
    return HttpResponse("".join(lines), status=400, content_type="text/plain; charset=utf-8")
