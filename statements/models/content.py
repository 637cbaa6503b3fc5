"""What is kept so that a large register answers at once: postings, and the changes of content.

A posting is the set of the statements that hold a word, or that have a value such as a speaker, as
a roaring bitmap of their ids. Sets are cut into chunks of 65,536 ids (`chunk` = id // 65,536). What
changed since a chunk was written stands in a row of its own (`chunk` = -1 - id // 65,536), so that
a change writes some bytes for a term. Only `statements.postings` reads and writes them.
"""

from django.db import models
from django.db.models import Q


class Posting(models.Model):
    pk = models.CompositePrimaryKey("term", "chunk")
    term = models.CharField(max_length=200)
    chunk = models.IntegerField()
    bits = models.BinaryField()

    class Meta:
        abstract = True
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.term}, chunk {self.chunk}"


class WordPosting(Posting):  # it inherits it
    """The published statements that hold a word, or up to three Khmer clusters in a row."""


class ValuePosting(Posting):
    """The published statements that have a value; `term` is such as "speaker=12"."""


class ContentChange(models.Model):
    """A change of what the public sees; rows are only ever added, in the order of their commits.

    `mark` tells apart rows that had the same number before and after a restored backup. `added`
    and `removed` are values of the statement, parted by blanks.
    """

    seq = models.BigAutoField(primary_key=True)
    mark = models.CharField(max_length=16)
    made_at = models.DateTimeField()
    statement_id = models.BigIntegerField(null=True)
    added = models.TextField(blank=True)
    removed = models.TextField(blank=True)
    names = models.BooleanField(default=False)  # names of values may have changed
    rebuilt = models.BooleanField(default=False)  # all postings were made anew

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(fields=["seq"], name="content_rebuilt", condition=Q(rebuilt=True)),
        ]

    def __str__(self) -> str:
        return f"change {self.seq} of statement {self.statement_id}"
