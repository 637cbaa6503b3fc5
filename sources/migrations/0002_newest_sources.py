"""Published sources, the newest first and counted, without reading or sorting all of them.

`status` stands in it so that counting reads nothing else; not in front, where SQLite would take it
for a way to a few records.

By hand: PostgreSQL has to be told where sources without a date stand, and SQLite, which puts them
last by itself, does not understand it. A migration that alters the model makes SQLite's table anew
and must make this index again.
"""

from django.db import migrations

NEWEST = """CREATE INDEX sources_source_newest ON sources_source
    (published_on_latest DESC{nulls}, id DESC, status) WHERE status = 'published'"""


def make(apps, schema_editor):
    nulls = " NULLS LAST" if schema_editor.connection.vendor == "postgresql" else ""
    schema_editor.execute(NEWEST.format(nulls=nulls))


def forget(apps, schema_editor):
    schema_editor.execute("DROP INDEX sources_source_newest")


class Migration(migrations.Migration):
    dependencies = [("sources", "0001_initial")]
    operations = [migrations.RunPython(make, forget)]
