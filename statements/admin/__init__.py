"""The editors' side: forms and lists over the models, with the workflow as their door."""

from sources.admin.base import RecordAdmin
from statements.admin import (  # noqa: F401  # each registers what it shows
    accounts,
    citations,
    drafting,
    events,
    figure_notes,
    figures,
    ledger,
    people,
    rankings,
    relations,
    site,
    statements,
    vocabulary,
)
from statements.admin.concerns import filter_sources
from statements.admin.door import Door

RecordAdmin.workflow = Door()
filter_sources()
