"""Statements of the corpus as rows for the tables, with all that the application would leave.

That is: a revision of each published statement as `statements.revisions` makes it, the digests that
the ledger enters, and what the search index holds, as `statements.search.index` and
`statements.postings.values` tell it. Histories are begun where the rows are written.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sources.links import canonical_url
from sources.models import Source
from sources.publication import Status
from sources.quotes import RULE_VERSION
from statements.corpus.chain import Entered
from statements.corpus.indexing import Postings
from statements.corpus.judgements import Judgement, judged
from statements.corpus.plan import (
    MOST_CITATIONS,
    MOST_FUNCTIONS,
    MOST_TOPICS,
    STATEMENTS_PER_SOURCE,
    Plan,
)
from statements.corpus.records import (
    RECORD,
    Model,
    Row,
    Values,
    content,
    digest,
    histories,
    in_order,
    links,
    table,
    written,
)
from statements.corpus.scene import SEPARATOR, Field, scene
from statements.corpus.speeches import Article, Batch, Speech, known
from statements.models import Citation, Revision, SearchEntry, Statement
from statements.postings.values import place
from statements.revisions import NAMES, PLAIN
from statements.verification import VERIFIED

MOST = {"topics": MOST_TOPICS, "functions": MOST_FUNCTIONS}
WORDS_ARE_FOUND = frozenset(one.value for one in VERIFIED)
REASON = "The editors heard the recording."


class Rows:
    """The rows of a batch by table, what the ledger enters, and what the index holds."""

    def __init__(self, plan: Plan, number: int) -> None:
        self.plan, self.scene = plan, scene(plan)
        self.tables: dict[str, list[Row]] = defaultdict(list)
        self.entered: list[Entered] = []
        self.postings = Postings()
        batch = Batch(plan, number)
        for article in batch.articles:
            self._source(article)
        for speech in batch.speeches():
            self._statement(speech)

    def spans(self) -> dict[str, tuple[int, int]]:
        """The first and the last id in each table that has a history."""
        places = {name: written()[name].columns.index("id") for name in histories()}
        kept = ((name, place, self.tables.get(name)) for name, place in places.items())
        return {name: (rows[0][place], rows[-1][place]) for name, place, rows in kept if rows}

    def _keep(self, model: Model, values: Values) -> Values:
        """Put down a record, with what stands in it by default."""
        one = table(model)
        filled = one.filled(values)
        self.tables[one.name].append(one.row(filled))
        return filled

    def _enter(
        self, model: Model, values: Values, record: bytes = b"", /, **parts: list[Values]
    ) -> None:
        label = model._meta.label_lower
        made = digest(model, values, record, **parts)
        self.entered.append((values["published_at"], label, values["id"], made))

    def _source(self, article: Article) -> None:
        outlet = self.scene.outlets[article.outlet]
        at = self.plan.entered((article.pk - self.plan.base - 1) * STATEMENTS_PER_SOURCE)
        day = known(article.day, 1.0)
        url = f"{outlet.home_page}{day.text[:4]}/{article.pk}"
        values = {
            "id": article.pk, "outlet_id": outlet.id, "title": article.title, "url": url,
            "canonical_url": canonical_url(url), "published_on": day.text,
            "published_on_earliest": day.earliest, "published_on_latest": day.latest,
            "status": Status.PUBLISHED.value, "published_at": at,
        }  # fmt: skip
        self._enter(Source, self._keep(Source, values))

    def _statement(self, speech: Speech) -> None:
        at = self.plan.entered(speech.number)
        values = self._keep(Statement, self._values(speech, at))
        cited = [self._keep(Citation, one) for one in self._citations(speech, at)]
        linked = {name: self._link(speech, name, ids) for name, ids in self._linked(speech)}
        if not speech.published:
            return
        judgement = judged(self.plan, speech, at)
        record = in_order(self._record(speech, values, cited, judgement))
        parts = {"citation": [content(Citation, one) for one in cited]}
        for name, ids in linked.items():
            parts[name] = [{"id": one, "of": speech.pk} for one in ids]
        parts["revision"] = [self._revision(speech.pk, record, at)]
        self._enter(Statement, values, record, **parts)
        for model, row in judgement.rows:
            kept = self._keep(model, row)
            if "status" in kept:
                self._enter(model, kept, **judgement.parts(model))
        self._find(speech, values, judgement)

    def _values(self, speech: Speech, at: str) -> Values:
        day, role = speech.said_on, speech.role
        printed = role is not None and speech.role_printed
        return {
            "id": speech.pk, "speaker_id": self._id(speech.speaker),
            "organisation_id": self._id(speech.organisation), "role_id": role and role.id,
            "kind": speech.kind, "role_as_printed": role.title if role and printed else "",
            "attributed_as": _claimant(self, speech).name if printed else "",
            "text": speech.words.text, "language": speech.language,
            "summary": speech.words.summary, "said_on": day.text,
            "said_on_earliest": day.earliest, "said_on_latest": day.latest,
            "event_id": self._id(speech.event),
            "override_reason": "" if _stands(speech) else REASON,
            "status": (Status.PUBLISHED if speech.published else Status.DRAFT).value,
            "published_at": at if speech.published else None, "created_at": at, "updated_at": at,
        }  # fmt: skip

    def _id(self, place: int | None) -> int | None:
        """The id of a record by its place in its list of the scene."""
        return None if place is None else self.plan.base + place + 1

    def _citations(self, speech: Speech, at: str) -> Iterator[Values]:
        first = self.plan.base + (speech.number - 1) * MOST_CITATIONS + 1
        for pk, (article, verification) in enumerate(speech.citations, start=first):
            checked = bool(speech.words.text)
            yield {
                "id": pk, "statement_id": speech.pk, "source_id": article.pk,
                "is_primary": pk == first, "verification": verification,
                "verified_at": at if checked else None,
                "rule_version": RULE_VERSION if checked else None,
            }  # fmt: skip

    def _linked(self, speech: Speech) -> Iterator[tuple[str, list[int]]]:
        yield "topics", [self.plan.base + one + 1 for one in speech.topics]
        yield "functions", [self.plan.functions[one][0] for one in speech.functions]

    def _link(self, speech: Speech, name: str, ids: list[int]) -> list[int]:
        """Link a statement to its topics or functions."""
        one = table(links(name))
        key = f"{name[:-1]}_id"
        first = self.plan.base + (speech.number - 1) * MOST[name] + 1
        for pk, other in enumerate(sorted(ids), start=first):
            row = {"id": pk, "statement_id": speech.pk, key: other}
            self.tables[one.name].append(one.row(row))
        return sorted(ids)

    def _record(
        self, speech: Speech, values: Values, cited: list[Values], judgement: Judgement
    ) -> Values:
        """Give the snapshot of a statement, as `statements.revisions` makes it, in order."""
        names = ("excerpt", "is_primary", "locator")
        claimant = _claimant(self, speech)
        told = {
            **{name: values[name] for name in PLAIN},
            "said_on": speech.said_on.text,
            **{name: values[f"{name}_id"] for name in ("speaker", "organisation", "role", "event")},
            "topics": sorted(self.scene.topics[one].slug for one in speech.topics),
            "functions": sorted(self.plan.functions[one][1] for one in speech.functions),
            "citations": [
                {**{name: one[name] for name in names}, "source": one["source_id"]} for one in cited
            ],
            "positions": judgement.positions,
            "figures": judgement.figures,
            NAMES: {
                "claimant": claimant.name,
                "event": "" if speech.event is None else self.scene.event_names[speech.event],
                "role": speech.role.title if speech.role else "",
            },
        }
        return {name: told[name] for name in sorted(told)}

    def _revision(self, pk: int, record: bytes, at: str) -> Values:
        one = table(Revision)
        values = one.filled({
            "id": pk, "statement_id": pk, "version": 1, "record": record.decode(), "made_at": at,
        })  # fmt: skip
        self.tables[one.name].append(one.row(values))
        return content(Revision, {**values, "record": RECORD})

    def _find(self, speech: Speech, values: Values, judgement: Judgement) -> None:
        fields = list(self._fields(speech))
        named = sorted({*self._valued(speech, values), *judgement.values})
        self.postings.add(speech.pk, fields, named)
        one = table(SearchEntry)
        tokens = f" {SEPARATOR.join([one.tokens for one in fields])} "
        entry = {"statement_id": speech.pk, "tokens": tokens, "values": " ".join(named)}
        self.tables[one.name].append(one.row(entry))

    def _fields(self, speech: Speech) -> Iterator[Field]:
        """What a statement is found by, in the order of `statements.search.index`."""
        by, role, claimant = self.scene.found_by, speech.role, _claimant(self, speech).id
        yield from speech.words.found_by
        if speech.speaker is not None:
            yield by["speaker", claimant]
        if role is not None:
            yield by["role", role.id]
            if speech.role_printed:
                yield by["role as printed", role.id]
                yield by["speaker as printed", claimant]
        if speech.organisation is not None:
            yield by["organisation", claimant]
        if role is not None:
            yield by["organisation", role.organisation_id or 0]
        yield from [by["topic", self.scene.topics[topic].id] for topic in speech.topics]
        if speech.event is not None:
            yield by["event", self.scene.events[speech.event].id]
        for article, _verification in speech.citations:
            yield by["outlet", self.scene.outlets[article.outlet].id]
            yield article.found_by

    def _valued(self, speech: Speech, values: Values) -> Iterator[str]:
        """The values of a statement, as `statements.postings.values` tells them."""
        day = speech.said_on
        for name in ("speaker", "organisation", "event"):
            if values[f"{name}_id"] is not None:
                yield f"{name}={values[f'{name}_id']}"
        yield from (f"kind={speech.kind}", f"language={speech.language}")
        yield f"country={_claimant(self, speech).country_id}"
        yield place(day.latest, day.earliest)
        yield from [f"topic={self._id(one)}" for one in speech.topics]
        yield from (f"function={self.plan.functions[one][0]}" for one in speech.functions)
        for article, verification in speech.citations:
            yield f"outlet={self._id(article.outlet)}"
            yield f"verification={verification}"


def _claimant(rows: Rows, speech: Speech) -> Any:
    if speech.speaker is not None:
        return rows.scene.speakers[speech.speaker]
    return rows.scene.organisations[speech.organisation or 0]


def _stands(speech: Speech) -> bool:
    """Whether a quotation was found in a source, so that it needs no reason to be published."""
    quoted = speech.kind == Statement.Kind.QUOTATION
    return not quoted or any(rung in WORDS_ARE_FOUND for _article, rung in speech.citations)
