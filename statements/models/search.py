"""What the search can find: one entry per published statement, written by `workflow`.

Contract of `statements/search/` on top of this table:

- `index.put(statements)`: (re)write the entries of these published statements. Fields in order: text and original text,
  summary, context, speaker name with local name and every alias, role title and role as printed, attributed_as,
  organisation (name, local, short, other names), topics, event, outlets' names and sources' titles. Between fields stands
  the token `BORDER`, so that no phrase crosses from one field into the next.
- `index.remove(statements)`, `index.rebuild()`; `index.affected_by(record)`: queryset of the published statements whose entries
  hold words of this speaker, alias, role, organisation, topic, event, outlet or source.
- `sqlite.py` and `postgres.py` (chosen by connection.vendor in `index`): `matching(queryset, query)` keeps the statements
  that match a `query.Query`; `ranked(queryset, query, limit)` gives their ids, most relevant first.
- SQLite: an FTS5 table `statements_searchentry_fts`, external content over this table, kept by triggers; PostgreSQL: a column
  `vector tsvector GENERATED ALWAYS AS (to_tsvector('simple', tokens)) STORED` with a GIN index, or whatever proves
  right; both made by a vendor-aware named migration (RunPython with schema_editor.connection.vendor).
"""

from django.db import models

from statements.models.statement import Statement


class SearchEntry(models.Model):
    statement = models.OneToOneField(
        Statement, models.CASCADE, primary_key=True, related_name="search_entry"
    )
    tokens = models.TextField()

    def __str__(self) -> str:
        return f"search entry of statement {self.statement_id}"
