"""What machines read of a page: schema.org in JSON-LD.

Nothing here is public that its page does not show.
"""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.urls import reverse

from sources.models import Outlet, Source
from statements.citing.works import newest_revision, permanent, role_of
from statements.exports.kinds import day, moment
from statements.models import Citation, Organisation, Speaker, Statement

Node = dict[str, Any]
CONTEXT = "https://schema.org"
KINDS = {
    Source.Kind.ARTICLE: "NewsArticle",
    Source.Kind.REPORT: "Report",
    Source.Kind.VIDEO: "VideoObject",
    Source.Kind.SOCIAL: "SocialMediaPosting",
}


def document(*nodes: Node) -> Node:
    """A document of one thing, or of several."""
    if len(nodes) == 1:
        return {"@context": CONTEXT, **nodes[0]}
    return {"@context": CONTEXT, "@graph": list(nodes)}


def of_statement(statement: Statement, base: str, version: int | None = None) -> Node:
    """A statement as its page shows it, for a site at `base`.

    `version` is the number of its newest revision, where that is known already.
    """
    claimant = statement.claimant
    assert claimant is not None  # noqa: S101  # every statement has one
    spoken_by = person(claimant, base) | {"jobTitle": role_of(statement)}
    node: Node = {
        "@type": "Quotation" if statement.text else "CreativeWork",  # a summary quotes nobody
        "@id": base + permanent(statement),
        "url": base + statement.get_absolute_url(),
        "text": statement.quoted,
        "abstract": statement.summary,
        "inLanguage": statement.language if statement.text else "",
        "creator": _known(spoken_by),
        "spokenByCharacter": {"@id": spoken_by["@id"]} if statement.text else None,
        "dateCreated": day(statement.said_on),
        "datePublished": moment(statement.published_at),
        "version": version or newest_revision(statement),
        "about": [one.name for one in statement.topics.all() if one.is_published],
        "isBasedOn": [source(one, base) for one in statement.public_citations()],
        "isPartOf": {"@id": f"{base}/"},
        "publisher": register(base),
    }
    return _known(node)


def register(base: str) -> Node:
    """Whoever publishes the record."""
    return {
        "@type": "Organization",
        "@id": f"{base}/",
        "name": settings.SITE_NAME,
        "url": f"{base}/",
    }


def person(claimant: Speaker | Organisation, base: str) -> Node:
    """Whoever spoke, as a page of theirs shows them."""
    address = base + claimant.get_absolute_url()
    wikidata = claimant.wikidata_id
    return _known(
        {
            "@type": "Person" if isinstance(claimant, Speaker) else "Organization",
            "@id": address,
            "url": address,
            "name": claimant.name,
            "alternateName": claimant.name_local,
            "description": claimant.bio if isinstance(claimant, Speaker) else claimant.note,
            "sameAs": f"https://www.wikidata.org/wiki/{wikidata}" if wikidata else "",
        }
    )


def source(citation: Citation, base: str) -> Node:
    """Where the words stand."""
    cited = citation.source
    return _known(
        {
            "@type": KINDS.get(Source.Kind(cited.kind), "CreativeWork"),
            "@id": f"{base}{address_of(cited)}",
            "name": cited.title,
            "url": cited.url,
            "author": cited.authors,
            "inLanguage": cited.language,
            "datePublished": day(cited.published_on),
            "publisher": {
                "@type": "Organization",
                "@id": f"{base}{address_of(cited.outlet)}",
                "name": cited.outlet.name,
            },
            "archivedAt": cited.archive_url,
            "pagination": citation.locator,
        }
    )


def address_of(record: Source | Outlet) -> str:
    """The path of a source or outlet, whose model knows no public pages."""
    if isinstance(record, Source):
        return reverse("source_detail", args=[record.pk, record.slug])
    return reverse("outlet_detail", args=[record.slug])


def dataset(name: str, path: str, downloads: Sequence[tuple[str, str]], base: str) -> Node:
    """The list of a page, and where it can be had as data: media type and path of each form."""
    return _known(
        {
            "@type": "Dataset",
            "@id": base + path,
            "url": base + path,
            "name": name,
            # Search engines want fifty characters at least.
            "description": f"{name}. {settings.SITE_NAME}: {settings.SITE_TAGLINE}. "
            "Each record with its source, place and date.",
            "isAccessibleForFree": True,
            "creator": register(base),
            "distribution": [
                {"@type": "DataDownload", "encodingFormat": media_type, "contentUrl": base + href}
                for media_type, href in downloads
            ],
        }
    )


def _known(node: Node) -> Node:
    """The node without what is empty."""
    return {name: value for name, value in node.items() if value not in (None, "", [], {})}
