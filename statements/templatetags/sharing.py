"""What a page tells of itself to those who cite, share or index it."""

import html
import json
from collections.abc import Sequence
from typing import Any

from django import template
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from statements.addresses import address, path_to
from statements.citing import lists, prose, works
from statements.citing.names import Name
from statements.citing.styles import Cited, citations
from statements.markup import Markup, Sheet
from statements.models import Organisation, Revision, Speaker, Statement
from statements.sharing import linked_data
from statements.shortening import shortened
from statements.templatetags.downloads import downloads, in_words
from statements.wording import wording as _

register = template.Library()

# As in Django's `json_script`: what could end the element, or begin another.
ESCAPED = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}

META = '<meta name="%s" content="%s">\n  '
FIRST = """<pre class="citation">%s</pre>
<details class="citations" id="citations"><summary>%s</summary>
<dl>"""
FILE = ' · <a href="%s" download>%s</a>'
TEXT = '</dt>\n<dd><pre class="citation">%s</pre></dd>'


class Linked:
    """Linked data as the content of a data block, in which nothing can close the block."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.document = document

    def __html__(self) -> str:
        return json.dumps(self.document, ensure_ascii=False).translate(ESCAPED)


def block(*nodes: linked_data.Node) -> SafeString:
    """A data block, which browsers neither run nor show."""
    linked = Linked(linked_data.document(*nodes))
    return format_html('<script type="application/ld+json">{}</script>', linked)


def base_of(request: HttpRequest) -> str:
    """The site as it was asked for, such as `https://example.org`."""
    return f"{request.scheme}://{request.get_host()}"


@register.simple_tag(takes_context=True)
def linked_statement(context: Context, statement: Statement, work: works.Work) -> SafeString:
    """A statement as linked data; `work` is what citations of it name."""
    base = base_of(context["request"])
    return block(linked_data.of_statement(statement, base, work.version))


@register.simple_tag(takes_context=True)
def linked_list(
    context: Context, title: object, claimant: Speaker | Organisation | None = None
) -> SafeString | str:
    """The list of a page as linked data, beside the one whose page it is; nothing with errors."""
    formats = [(one.media_type, one.href) for one in downloads(context)]
    if not formats:
        return ""
    request, name = context["request"], in_words(context, title)
    base = base_of(request)
    timeline = context.get("timeline")
    path = address(request.path, timeline.asked) if timeline else request.path
    nodes = [linked_data.dataset(name, path, formats, base)]
    if claimant:
        nodes.insert(0, linked_data.person(claimant, base))
    return block(*nodes)


@register.simple_tag
def cite_work(work: works.Work) -> list[Cited]:
    """A statement in every form of citation."""
    return citations(work)


@register.simple_tag(takes_context=True)
def cite_selection(context: Context, title: object = "") -> list[Cited]:
    """The list of this page as it is filtered, in every form; none where it cannot be read.

    `title` says what it is a list of, where that is not statements.
    """
    work = selection_work(context, title)
    return citations(work) if work else []


@register.simple_tag(takes_context=True)
def selection_work(context: Context, title: object = "") -> works.Work | None:
    """What citations name of this list; nothing where it cannot be read, or is not one of these."""
    listing = context.get("timeline")
    if not listing or listing.errors:
        return None
    return lists.work_of(listing, str(title), base_of(context["request"]))


@register.simple_tag(takes_context=True)
def version_work(context: Context, statement: Statement, revision: Revision) -> works.Work:
    """What citations name of a statement at one revision."""
    return works.of_version(statement, revision, base_of(context["request"]))


@register.simple_tag
def citation_meta(work: works.Work) -> Markup:
    """What Zotero and its like read of a work.

    Without the first they take everything for an article of a journal. The author of a selection
    is the register.
    """
    sheet = Sheet()
    sheet.add(META, "z:itemType", "webpage" if work.author else "dataset")
    if work.author:
        sheet.add(META, "z:websiteType", work.form)
    told = {
        "title": work.title,
        "author": (work.author or Name(work.register)).tagged,
        "date": (work.said_on or work.accessed).isoformat(),
        "publisher": work.register,
        "language": work.language,
        "public_url": work.url,
        "abstract": prose.plain(work),
    }
    for name, text in told.items():
        if text:
            sheet.add(META, f"citation_{name}", text)
    return sheet.markup()


@register.simple_tag
def citation_forms(citations: Sequence[Cited], number: int | None = None) -> Markup:
    """A work in every form; `number` of the statement where they can be had as files."""
    sheet = Sheet()
    for place, one in enumerate(citations):
        if not place:
            sheet.add(FIRST, one.text, _("APA, Chicago, Wikipedia, BibTeX, RIS, CSL-JSON"))
            continue
        sheet.add("\n<dt>%s", str(one.label))
        if number and one.extension:
            href = path_to("statement_citation", str(number), one.extension)
            sheet.add(FILE, href, _("Download .%(extension)s") % {"extension": one.extension})
        sheet.add(TEXT, one.text)
    sheet.add("\n</dl>\n</details>" if citations else "")
    return sheet.markup()


register.filter("shortened", shortened)


@register.simple_tag(takes_context=True)
def page_address(context: Context) -> str:
    """The whole address of this page; empty where the name it was asked for under is not ours."""
    try:
        return context["request"].build_absolute_uri()
    except (KeyError, DisallowedHost):
        return ""


@register.simple_block_tag
def page_title(content: str) -> SafeString:
    """The title of the page, for browsers and for those who share it."""
    return format_html(
        '<title>{0}</title>\n  <meta property="og:title" content="{0}">', plain(content)
    )


@register.simple_block_tag
def page_description(content: str) -> SafeString:
    """What the page is about, likewise."""
    return format_html(
        '<meta name="description" content="{0}">\n  <meta property="og:description" content="{0}">',
        plain(content),
    )


def plain(content: str) -> str:
    """The text of a piece of a template, so that it is escaped once, quotation marks as well."""
    return " ".join(html.unescape(content).split())
