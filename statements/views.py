from django.http import HttpRequest, HttpResponse


def about(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse("about")


def healthz(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse("healthz")


def home(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse("home")


def method(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse("method")


def organisation_detail(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse("organisation_detail")


def outlet_detail(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse("outlet_detail")


def ranking_country(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse("ranking_country")


def ranking_detail(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse("ranking_detail")


def readyz(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse("readyz")


def source_detail(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse("source_detail")


def source_list(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse("source_list")


def speaker_detail(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse("speaker_detail")


def speaker_list(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse("speaker_list")


def statement_detail(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse("statement_detail")


def statement_list(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse("statement_list")


def statement_short(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse("statement_short")


def topic_detail(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse("topic_detail")


def topic_list(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse("topic_list")
