"""The application's tables as a plain project would declare them."""
# ruff: noqa: DJ008  # nobody reads these in words

from typing import Any

from django.db import models


class Named(models.Model):
    name = models.CharField(max_length=200)

    objects: models.Manager[Any] = models.Manager()

    class Meta:
        abstract = True


class Country(Named):
    class Meta:
        managed = False
        db_table = "sources_country"


class Organisation(Named):
    class Meta:
        managed = False
        db_table = "statements_organisation"


class Speaker(Named):
    country = models.ForeignKey(Country, models.PROTECT, null=True)

    class Meta:
        managed = False
        db_table = "statements_speaker"


class Topic(Named):
    class Meta:
        managed = False
        db_table = "statements_topic"


class Outlet(Named):
    class Meta:
        managed = False
        db_table = "sources_outlet"


class Source(models.Model):
    outlet = models.ForeignKey(Outlet, models.PROTECT)
    title = models.CharField(max_length=300)

    class Meta:
        managed = False
        db_table = "sources_source"


class Statement(models.Model):
    speaker = models.ForeignKey(Speaker, models.PROTECT, null=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True)
    kind = models.CharField(max_length=12)
    language = models.CharField(max_length=12)
    text = models.TextField()
    summary = models.TextField()
    said_on_latest = models.DateField()
    status = models.CharField(max_length=12)
    topics = models.ManyToManyField(Topic, through="StatementTopic")

    objects: models.Manager[Any] = models.Manager()

    class Meta:
        managed = False
        db_table = "statements_statement"


class StatementTopic(models.Model):
    statement = models.ForeignKey(Statement, models.CASCADE)
    topic = models.ForeignKey(Topic, models.CASCADE)

    class Meta:
        managed = False
        db_table = "statements_statement_topics"


class Citation(models.Model):
    statement = models.ForeignKey(Statement, models.CASCADE, related_name="citations")
    source = models.ForeignKey(Source, models.PROTECT)

    class Meta:
        managed = False
        db_table = "statements_citation"
