"""Published sources of an outlet, the newest first and counted, as 0002 has those of all outlets.

By hand for the same reasons.
"""

from django.db import migrations

NEWEST = """CREATE INDEX sources_source_newest_of_outlet ON sources_source
    (outlet_id, published_on_latest DESC{nulls}, id DESC, status) WHERE status = 'published'"""


def make(apps, schema_editor):
    nulls = " NULLS LAST" if schema_editor.connection.vendor == "postgresql" else ""
    schema_editor.execute(NEWEST.format(nulls=nulls))


def forget(apps, schema_editor):
    schema_editor.execute("DROP INDEX sources_source_newest_of_outlet")


class Migration(migrations.Migration):
    dependencies = [("sources", "0002_newest_sources")]
    operations = [migrations.RunPython(make, forget)]
