"""What the search can find: one entry per published statement, written by `workflow`.

`tokens` are the ASCII tokens of everything a statement can be found by, as
`statements.search.analyser` makes them and `statements.search.index` writes them; `values` are its
speaker, topics, date and so on, as `statements.postings.values` tells them. Both say what the
postings hold of the statement; phrases are looked for in `tokens`.
"""

from django.db import models

from statements.models.statement import Statement


class SearchEntry(models.Model):
    statement = models.OneToOneField(
        Statement, models.CASCADE, primary_key=True, related_name="search_entry"
    )
    tokens = models.TextField()
    values = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"search entry of statement {self.statement_id}"
