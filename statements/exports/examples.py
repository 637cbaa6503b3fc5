"""A record of each kind as it comes: what documentation shows, and of which type each column is.

`Maybe` marks what may be missing; the other columns always hold a value of the type shown, a text
perhaps an empty one. All items of a list are of the type of the first.
"""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Maybe:
    """A value of this type, or none; where the example is none, it would be `of` that type."""

    value: Any
    of: type = str


SITE = "https://register.example"
PUBLISHED = "2026-11-22T04:09:26+00:00"

STATEMENT = {
    "id": 20,
    "url": f"{SITE}/statements/20/hun-manet-2024-12-12/",
    "said_on": "2024-12-12",
    "said_on_earliest": "2024-12-12",
    "said_on_latest": "2024-12-12",
    "date_basis": "inferred",
    "date_note": "Printed as “Thursday (Dec. 12)”.",
    "weekday_as_printed": "Thursday",
    "speaker": Maybe("hun-manet"),
    "organisation": Maybe(None),
    "claimant": "Hun Manet",
    "claimant_local": "ហ៊ុន ម៉ាណែត",
    "country": Maybe("KH"),
    "role": Maybe("Prime Minister"),
    "role_as_printed": "Cambodian Prime Minister",
    "attributed_as": "The premier",
    "kind": "quotation",
    "text": "We do not deny that we have problems.",
    "language": "en",
    "original_text": "",
    "original_language": "km",
    "summary": "",
    "context": "Other outlets translate the same Khmer words differently.",
    "event": Maybe("national-day-against-human-trafficking-2024"),
    "event_name": Maybe("National Day Against Human Trafficking"),
    "venue": "",
    "topics": ["international-cooperation", "prosecution"],
    "functions": ["commitment", "acknowledgement"],
    "acknowledges_problem": "yes",
    "sources": [27],
    "source_titles": [""],
    "source_urls": ["https://en.freshnewsasia.com/index.php/en/localnews/56063-2024-12-12.html"],
    "outlets": ["fresh-news"],
    "source_dates": [Maybe("2024-12-12")],
    "locators": ["paragraph 6"],
    "excerpts": [""],
    "verifications": ["exact"],
    "override_reason": "",
    "version": 1,
    "published_at": PUBLISHED,
    "updated_at": PUBLISHED,
}
SPEAKER = {
    "id": 3,
    "url": f"{SITE}/speakers/hun-sen/",
    "slug": "hun-sen",
    "name": "Hun Sen",
    "name_local": "ហ៊ុន សែន",
    "sort_name": "Hun Sen",
    "aliases": ["Samdech Techo"],
    "country": Maybe("KH"),
    "gender": "m",
    "born_on": Maybe("1952-08-05"),
    "bio": "Prime Minister of Cambodia until 22 August 2023.",
    "wikidata_id": Maybe("Q57788"),
    "roles": ["President of the Senate", "Prime Minister"],
    "role_organisations": [Maybe(None), Maybe("office-of-the-council-of-ministers")],
    "role_starts": [Maybe("2024-04-03"), Maybe("1985-01-14")],
    "role_ends": [Maybe(None), Maybe("2023-08-22")],
    "statements": 2,
    "published_at": PUBLISHED,
}
ORGANISATION = {
    "id": 2,
    "url": f"{SITE}/organisations/ncct/",
    "slug": "ncct",
    "name": "National Committee for Counter Trafficking",
    "name_local": "គណៈកម្មាធិការជាតិប្រយុទ្ធប្រឆាំងអំពើជួញដូរមនុស្ស",
    "short_name": "NCCT",
    "kind": "committee",
    "country": Maybe("KH"),
    "parent": Maybe(None),
    "home_page": "",
    "note": "Founded in 2009 and chaired by the minister of interior.",
    "wikidata_id": Maybe(None),
    "statements": 2,
    "published_at": PUBLISHED,
}
TOPIC = {
    "id": 1,
    "url": f"{SITE}/topics/tip-ranking/",
    "slug": "tip-ranking",
    "name": "TIP ranking",
    "name_local": "",
    "description": "The tier that the United States gives the country, and how it changes.",
    "statements": 28,
    "published_at": PUBLISHED,
}
SOURCE = {
    "id": 17,
    "url": f"{SITE}/sources/17/interior-ministry-lauds-anti-trafficking-work/",
    "kind": "article",
    "title": "Interior ministry lauds anti-trafficking work",
    "authors": "",
    "outlet": "phnom-penh-post",
    "outlet_name": "The Phnom Penh Post",
    "ownership": "private",
    "source_url": "https://www.phnompenhpost.com/national/interior-ministry-lauds",
    "language": "en",
    "published_on": Maybe("2024-07"),
    "accessed_on": Maybe("2026-11-21"),
    "archive_url": "",
    "archived_on": Maybe(None),
    "cites": [18],
    "statements": 12,
    "published_at": PUBLISHED,
}
OUTLET = {
    "id": 1,
    "url": f"{SITE}/outlets/phnom-penh-post/",
    "slug": "phnom-penh-post",
    "name": "The Phnom Penh Post",
    "country": Maybe("KH"),
    "languages": ["en", "km"],
    "ownership": "private",
    "home_page": "https://www.phnompenhpost.com/",
    "state": "Online; both printed editions ended on 29 March 2024.",
    "note": "Founded in 1992.",
    "statements": 22,
    "published_at": PUBLISHED,
}
RANKING = {
    "id": 1,
    "url": f"{SITE}/rankings/us-tip-report/",
    "slug": "us-tip-report",
    "name": "US Trafficking in Persons Report",
    "publisher": Maybe("us-state-department"),
    "description": "Sorts governments into tiers by what they do against human trafficking.",
    "level_codes": ["1", "2", "2WL", "3", "SC"],
    "level_labels": ["Tier 1", "Tier 2", "Tier 2 Watch List", "Tier 3", "Special Case"],
    "level_orders": [Maybe(1), Maybe(2), Maybe(3), Maybe(4), Maybe(None)],
    "placements": 149,
    "published_at": PUBLISHED,
}
PLACEMENT = {
    "id": 25,
    "url": f"{SITE}/rankings/us-tip-report/cambodia/#y2025",
    "ranking": "us-tip-report",
    "edition": 2025,
    "released_on": Maybe("2025-09-29"),
    "country": "KH",
    "country_name": "Cambodia",
    "level": "3",
    "level_label": "Tier 3",
    "level_order": Maybe(4),
    "note": "",
    "confidence": "high",
    "source": Maybe(31),
    "source_url": Maybe("https://www.state.gov/reports/2025-trafficking-in-persons-report/"),
    "published_at": PUBLISHED,
}
POSITION = {
    "id": 14,
    "url": f"{SITE}/positions/?speaker=chou-bun-eng#p14",
    "as_of": "2022-08-12",
    "claimant": "chou-bun-eng",
    "claimant_name": "Chou Bun Eng",
    "offices": ["Permanent vice-chair, National Committee for Counter Trafficking"],
    "stance": "rejects-as-unjust",
    "stance_order": Maybe(5),
    "side": "against",
    "ranking": "us-tip-report",
    "edition": 2022,
    "country": "KH",
    "level": "3",
    "target": "stated",
    "grounds": "Unjust",
    "rationale": "Calls the downgrade unjust and says that it is not accepted.",
    "confidence": "high",
    "statements": [8, 10],
    "replaced_by": Maybe(None, int),
    "shift": Maybe("held"),
    "not_compared": Maybe(None),
    "compared_with": Maybe([13]),
    "office": Maybe("other"),
    "shift_statements": Maybe(3),
    "published_at": PUBLISHED,
}
FIGURE = {
    "id": 25,
    "url": f"{SITE}/figures/trafficking-and-sexual-exploitation-cases/#figure-25",
    "indicator": "trafficking-and-sexual-exploitation-cases",
    "indicator_label": "Cases of human trafficking and sexual exploitation",
    "unit": "cases",
    "unit_disputed": False,
    "place": Maybe("KH"),
    "period_start": Maybe("2024-01-01"),
    "period_end": Maybe("2024-06-30"),
    "period_length": "6 months",
    "period_basis": "stated",
    "qualifier": "exact",
    "value": "104",
    "value_as_printed": "104",
    "speaker": Maybe(None),
    "organisation": Maybe("ncct"),
    "statement": Maybe(None, int),
    "source": Maybe(33),
    "part_of": Maybe(None, int),
    "parts": [26],
    "compared_with": Maybe(24),
    "comparison_as_printed": Maybe("+16.34%"),
    "note": "Of human trafficking 22, of sexual exploitation 82.",
    "check_notes": ["A rise of 17 cases on 87 is 19.54 per cent."],
    "published_at": PUBLISHED,
}
CORRECTION = {
    "id": 4,
    "url": f"{SITE}/s/20/",
    "statement": Maybe(20),
    "withdrawn_kind": "",
    "withdrawn": Maybe(None, int),
    "kind": "correction",
    "note": "The day was misread: the source says 12 December.",
    "revision_before": Maybe(1),
    "revision_after": Maybe(2),
    "changed": ["said_on"],
    "made_at": "2026-11-23T08:00:00+00:00",
}
#: By the names of the kinds.
EXAMPLES: dict[str, dict[str, Any]] = {
    "statements": STATEMENT,
    "speakers": SPEAKER,
    "organisations": ORGANISATION,
    "topics": TOPIC,
    "sources": SOURCE,
    "outlets": OUTLET,
    "rankings": RANKING,
    "placements": PLACEMENT,
    "positions": POSITION,
    "figures": FIGURE,
    "corrections": CORRECTION,
}


def plain(example: Any) -> Any:
    """An example as it stands in JSON."""
    match example:
        case Maybe():
            return plain(example.value)
        case dict():
            return {name: plain(value) for name, value in example.items()}
        case list():
            return [plain(value) for value in example]
    return example
