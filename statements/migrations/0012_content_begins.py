"""In a new register the postings are whole from the start; in an older one `reindex` makes them.

Their blobs are stored as they are on PostgreSQL: compressing eight kilobytes at every change costs
more than it saves.
"""

from django.db import migrations
from django.utils import timezone

PLAIN = "ALTER TABLE {} ALTER COLUMN bits SET STORAGE EXTERNAL"


def begin(apps, schema_editor):
    if not apps.get_model("statements", "Statement").objects.filter(status="published").exists():
        apps.get_model("statements", "ContentChange").objects.create(
            mark="beginning", made_at=timezone.now(), names=True, rebuilt=True
        )


def store_plainly(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for name in ("statements_wordposting", "statements_valueposting"):
            schema_editor.execute(PLAIN.format(name))


class Migration(migrations.Migration):
    dependencies = [("statements", "0011_postings")]
    operations = [
        migrations.RunPython(store_plainly, migrations.RunPython.noop),
        migrations.RunPython(begin, migrations.RunPython.noop),
    ]
