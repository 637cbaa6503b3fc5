"""Drafting from an article: its text with what was found in it, and a row for each proposal."""

from typing import Any

from django.contrib import admin, messages
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext

from sources.admin.base import NOT_SAVED, reasons
from sources.admin.lists import is_key
from sources.models import Capture, Source
from statements import drafting
from statements.admin.drafting_forms import Choices, RowForm, joined_rows, rows
from statements.admin.drafting_queue import ProposalQueue
from statements.admin.drafting_text import annotated, doubts_in_words
from statements.attributions import roster
from statements.models import Proposal, Statement
from statements.proposing import MOST_READ, chains

PER_PAGE = 25  # rows of a form, those that go on with another not counted


@admin.register(Proposal)
class ProposalAdmin(ProposalQueue):
    """No forms of the records: they come from reading, and editors decide on them by article."""

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("", wrap(self.queue_view), name="statements_proposal_changelist"),
            path(
                "source/<path:source_id>/", wrap(self.draft_view), name="statements_proposal_draft"
            ),
        ]

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool(request.user.has_perm("statements.add_statement"))

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """With their source alone."""
        return bool(request.user.has_perm("sources.delete_source"))

    # Drafting from an article

    def draft_view(self, request: HttpRequest, source_id: str) -> HttpResponse:
        """The text with what was found in it, and a row for each proposal."""
        self._require_drafter(request)
        source = _source(source_id)
        capture = _capture(request, source)
        if capture is None:
            said = gettext("Nothing is captured of this source yet: add its text first.")
            self.message_user(request, said, messages.WARNING)
            return redirect("admin:sources_source_change", source.pk)
        return DraftingRequest(self, request, capture).answer()


def _source(key: str) -> Source:
    found = Source.objects.select_related("outlet").filter(pk=key) if is_key(key) else None
    source = found.first() if found is not None else None
    if source is None:
        raise Http404
    return source


def _capture(request: HttpRequest, source: Source) -> Capture | None:
    """The capture that the form was made from, or that was asked for; else the newest."""
    key = request.POST.get("capture") or request.GET.get("capture") or ""
    chosen = source.captures.filter(pk=key).first() if is_key(key) else None
    capture = chosen or drafting.capture_to_read(source)
    if capture is not None:
        capture.source = source
    return capture


class DraftingRequest:
    """One visit to the drafting page of a source."""

    def __init__(self, door: ProposalAdmin, request: Any, capture: Capture) -> None:
        self.door, self.request = door, request
        self.article = drafting.propose(capture, roster(capture.source.published_on))
        self.chains = chains(self.article.open)
        self.page: Page = Paginator(self.chains, PER_PAGE).get_page(request.GET.get("page"))
        self.refused: list[str] = []

    @property
    def here(self) -> str:
        return str(self.request.get_full_path())

    def answer(self) -> HttpResponse:
        """Does what the pressed button says, then shows the page, or goes on."""
        sent = self.request.POST
        if self.request.method != "POST":
            return self._shown(self._forms(None))
        try:
            if "dismiss" in sent:
                return self._dismiss(_together(self._forms(sent), sent["dismiss"]))
            if "reopen" in sent:
                return self._reopen(sent["reopen"])
            return self._save(self._forms(sent))
        except NOT_SAVED as error:
            self.refused = reasons(error)
            return self._shown(self._forms(sent))

    def _forms(self, data: Any) -> list[RowForm]:
        shown = [one for chain in self.page for one in chain]
        choices = Choices(self.article, shown)
        self.choices = choices
        return rows(data, shown=shown, choices=choices, reading=self.article.reading)

    def _dismiss(self, keys: list[str]) -> HttpResponse:
        """Without leaving the page, so that nothing entered elsewhere in it is lost."""
        drafting.dismiss(article=self.article, keys=keys, by=self.request.user)
        again = DraftingRequest(self.door, self.request, self.article.capture)
        return again._shown(again._forms(self.request.POST), checked=False)

    def _reopen(self, key: str) -> HttpResponse:
        theirs = self.article.capture.source.proposals.all()
        proposal = theirs.filter(pk=key).first() if is_key(key) else None
        if proposal is not None:
            drafting.reopen(proposal=proposal, by=self.request.user)
        again = DraftingRequest(self.door, self.request, self.article.capture)
        return again._shown(again._forms(self.request.POST), checked=False)

    def _save(self, sent: list[RowForm]) -> HttpResponse:
        ticked = [form for form in sent if form.is_chosen and not form.is_joined]
        self.refused = self._decided_meanwhile(sent)
        if self.refused or any(form.errors for form in sent if form.is_chosen):
            return self._shown(sent)
        try:
            drafts = drafting.accept(
                article=self.article,
                entries=[form.entry() for form in ticked],
                by=self.request.user,
            )
        except drafting.DraftingError as error:
            for form in ticked:
                form.refuse(error.reasons.get(form.key, {}))
            return self._shown(sent)
        self._tell(drafts)
        return HttpResponseRedirect(self.here)

    def _decided_meanwhile(self, sent: list[RowForm]) -> list[str]:
        """What was ticked but is proposed no more, since somebody else was quicker."""
        offered = {form.key for form in sent if form.is_bound}
        if _wanted(self.article, self.request.POST) <= offered:
            return []
        return [
            gettext("Something you ticked was decided meanwhile. Nothing was saved; look again.")
        ]

    def _tell(self, drafts: list[Statement]) -> None:
        say = self.door.message_user
        for draft in drafts:
            self.door.log_addition(self.request, draft, gettext("Drafted from its source."))
            where = reverse("admin:statements_statement_change", args=[draft.pk])
            link = format_html('{} <a href="{}">{}</a>', gettext("Draft saved:"), where, draft)
            say(self.request, link, messages.SUCCESS)
        if not drafts:
            said = gettext("Nothing was ticked. What is proposed waits until you come back.")
            say(self.request, said, messages.INFO)

    def _shown(self, sent: list[RowForm], *, checked: bool = True) -> HttpResponse:
        capture = self.article.capture
        wrong = [form for form in sent if checked and form.is_chosen and form.errors]
        context = {
            **self.door.admin_site.each_context(self.request),
            "title": gettext("Draft from this article"),
            "subtitle": str(capture.source),
            "opts": self.door.opts,
            "source": capture.source,
            "capture": capture,
            "is_newest": capture == drafting.capture_to_read(capture.source),
            "cut": len(capture.text) > MOST_READ,
            "segments": annotated(self.article),
            "doubts": doubts_in_words(self.article),
            "rows": sent,
            "page": self.page,
            "first": 1 + sum(map(len, self.chains[: max(0, self.page.start_index() - 1)])),
            "decided": [one for one in self.article.found if not one.proposal.is_open],
            "choices": self.choices,
            "refused": self.refused,
            "wrong": wrong,
            "checked": checked,
        }
        template = "admin/statements/drafting/source.html"
        return TemplateResponse(self.request, template, context)


def _together(forms: list[RowForm], key: str) -> list[str]:
    """The keys of a row and of those that are joined with it."""
    for together in joined_rows(forms):
        keys = [form.key for form in together]
        if key in keys:
            return keys
    return [key]


def _wanted(article: drafting.Article, sent: Any) -> set[str]:
    """The keys of what was ticked, and of what was sent as joined to it."""
    wanted = {name.removesuffix("-ticked") for name in sent if name.endswith("-ticked")}
    joined = [one for one in article.found if f"{one.proposal.key}-joined" in sent]
    for one in reversed(joined):
        if one.continues and one.proposal.key in wanted:
            wanted.add(one.continues)
    return wanted | _following(joined, wanted)


def _following(joined: list[drafting.Found], wanted: set[str]) -> set[str]:
    keys = set(wanted)
    for one in joined:
        if one.continues in keys:
            keys.add(one.proposal.key)
    return keys
