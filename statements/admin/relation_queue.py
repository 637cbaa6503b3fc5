"""The queue of suggested relations: pairs of statements side by side, to be confirmed or not."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from sources.admin.base import NOT_SAVED, reasons
from sources.admin.lists import is_key
from statements.admin.annotations import Segment, Span, segments
from statements.admin.door import Door
from statements.models import Relation, Statement
from statements.relations import relating
from statements.relations.suggesting import LENGTHS
from statements.search.ngrams import shared

PER_PAGE = 20
TURNED = "turned:"  # leads a kind that holds from the right statement to the left one
Kind = Relation.Kind
CHOICES = [
    (Kind.SAME_REMARK, _("Both are the same remark")),
    (Kind.CONTRADICTS, _("They contradict each other")),
    (Kind.REPEATS, _("The left one repeats the right one")),
    (f"{TURNED}{Kind.REPEATS}", _("The right one repeats the left one")),
    (Kind.RESPONDS_TO, _("The left one responds to the right one")),
    (f"{TURNED}{Kind.RESPONDS_TO}", _("The right one responds to the left one")),
    (Kind.CLARIFIES, _("The left one clarifies the right one")),
    (f"{TURNED}{Kind.CLARIFIES}", _("The right one clarifies the left one")),
    (Kind.RETRACTS, _("The left one retracts the right one")),
    (f"{TURNED}{Kind.RETRACTS}", _("The right one retracts the left one")),
]


class JudgementForm(forms.Form):
    """What an editor says of a suggested pair."""

    kind = forms.ChoiceField(label=_("How they stand to each other"), choices=CHOICES)
    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=2_000,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text=_("Public."),
    )
    use_required_attribute = False

    def said(self) -> dict[str, Any]:
        """The judgement in the words of `relating.confirm`."""
        kind = self.cleaned_data["kind"]
        turned = kind.startswith(TURNED)
        return {
            "kind": kind.removeprefix(TURNED), "turned": turned, "note": self.cleaned_data["note"],
        }  # fmt: skip


@dataclass(frozen=True)
class Side:
    """A statement of a pair, cut where words begin and end that the other has too."""

    statement: Statement
    words: list[Segment]


@dataclass(frozen=True)
class Shown:
    """A suggested pair as the page shows it."""

    relation: Relation
    sides: list[Side]
    form: JudgementForm


class RelationQueue(admin.ModelAdmin):
    """The page `queue/` of the relations."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.queue_view)
        return [path("queue/", view, name="statements_relation_queue"), *super().get_urls()]

    def queue_view(self, request: HttpRequest) -> HttpResponse:
        """Shows what waits, looks for more, or takes what the editor says of one pair."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return self._queue_page(request)
        if "_look" in request.POST:
            return self._look(request)
        form = JudgementForm(request.POST)
        if "_reject" in request.POST or form.is_valid():
            self._judge(request, form)
            return redirect(_address(request))
        return self._queue_page(request, form)

    def _look(self, request: Any) -> HttpResponse:
        try:
            number = Door().suggest(by=request.user)
        except NOT_SAVED as error:
            self.message_user(request, " ".join(reasons(error)), messages.ERROR)
        else:
            said = ngettext("%d new suggestion.", "%d new suggestions.", number)
            self.message_user(request, said % number, messages.SUCCESS)
        return redirect(_address(request))

    def _judge(self, request: Any, form: JudgementForm) -> None:
        key = str(request.POST.get("relation", ""))
        relation = relating.waiting().filter(pk=int(key)).first() if is_key(key) else None
        try:
            if relation is None:
                raise ValidationError(gettext("Somebody else has decided this meanwhile."))
            said = self._decided(request, relation, form)
        except NOT_SAVED as error:
            self.message_user(request, " ".join(reasons(error)), messages.ERROR)
            return
        self.log_change(request, relation, said)
        self.message_user(request, said, messages.SUCCESS)

    def _decided(self, request: Any, relation: Relation, form: JudgementForm) -> str:
        if "_reject" in request.POST:
            Door().reject(relation=relation, by=request.user)
            return gettext("Rejected; the pair is not suggested again.")
        done = Door().confirm(relation=relation, by=request.user, **form.said())
        return gettext("Confirmed: %s") % done.get_kind_display()

    def _queue_page(self, request: HttpRequest, bound: JudgementForm | None = None) -> HttpResponse:
        rule = _rule(request)
        found = _with_statements(relating.waiting())
        page = Paginator(found.filter(rule=rule) if rule else found, PER_PAGE)
        shown = page.get_page(request.GET.get("p"))
        context = {
            **self.admin_site.each_context(request),
            "title": gettext("Suggested relations"),
            "opts": self.opts,
            "views": _views(rule),
            "rule": rule,
            "page_obj": shown,
            "pairs": [_shown(relation, _form(relation, request, bound)) for relation in shown],
        }
        return TemplateResponse(request, "admin/statements/relation/queue.html", context)


def _with_statements(relations: QuerySet[Relation]) -> QuerySet[Relation]:
    ends = ("statement", "target")
    claimants = [f"{end}__{who}" for end in ends for who in ("speaker", "organisation", "event")]
    cited = [f"{end}__citations__source__outlet" for end in ends]
    return relations.select_related(*claimants).prefetch_related(*cited)


def _form(relation: Relation, request: HttpRequest, bound: JudgementForm | None) -> JudgementForm:
    if bound is not None and request.POST.get("relation") == str(relation.pk):
        form = bound
    else:
        form = JudgementForm(initial={"kind": relation.kind})
    form.auto_id = f"id_{relation.pk}_%s"  # there are many on a page
    return form


def _shown(relation: Relation, form: JudgementForm) -> Shown:
    ends = (relation.statement, relation.target)
    texts = [_texts(one) for one in ends]
    length = LENGTHS.get(Relation.Rule(relation.rule), LENGTHS[Relation.Rule.WORDING])
    sides = [
        Side(one, _marked(texts[place], texts[1 - place], length))
        for place, one in enumerate(ends)
    ]  # fmt: skip
    return Shown(relation, sides, form)


def _texts(statement: Statement) -> str:
    words = (statement.text, statement.original_text)
    return "\n".join(one for one in words if one) or statement.summary


def _marked(text: str, other: str, length: Any) -> list[Segment]:
    spans = [Span(start, end, "shared") for start, end in shared(text, [other], length)]
    return list(segments(text, spans))


def _views(rule: str) -> list[dict[str, Any]]:
    """The rules, each with the number of pairs that wait because of it."""
    counts = Counter(relating.waiting().order_by().values_list("rule", flat=True))
    every = {"rule": "", "label": _("All"), "count": counts.total()}
    rules = [one for one in Relation.Rule if counts[one] or one == rule]
    return [every, *({"rule": one, "label": one.label, "count": counts[one]} for one in rules)]


def _rule(request: HttpRequest) -> str:
    rule = request.GET.get("rule", "")
    return rule if rule in Relation.Rule.values else ""


def _address(request: HttpRequest) -> str:
    address = reverse("admin:statements_relation_queue")
    return f"{address}?rule={_rule(request)}" if _rule(request) else address
