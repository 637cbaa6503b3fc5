"""A selection of statements as a brief for printing."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from statements.dossier import Dossier
from statements.loaded import Loaded
from statements.models import Ranking, Speaker, Topic
from statements.tallies import most_heard
from statements.views.listing import LONGEST_LIST, with_timeline


@require_safe
def dossier(request: HttpRequest) -> HttpResponse:
    """The dossier asked for; where nothing is asked, the form; 400 where it cannot be read."""
    asked = Dossier(request)
    context: dict[str, object] = {"made_on": timezone.localdate()}
    if not asked.is_asked:
        context |= choices()
    return with_timeline(request, "statements/dossier.html", asked, **context)


def choices() -> dict[str, object]:
    """What the form offers: those who spoke most, topics and rankings."""
    speakers = Loaded(Speaker.objects.published().order_by("sort_name"), "pk")
    most = most_heard(speakers, "speaker", LONGEST_LIST)
    return {
        "speakers": sorted(most, key=lambda one: one.sort_name),
        "topics": Topic.objects.published(),
        "rankings": Ranking.objects.published(),
    }
