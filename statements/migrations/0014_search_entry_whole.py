"""PostgreSQL keeps the tokens of an entry as they are.

It would compress what is longer than 2 kB, as Khmer mostly is. Where phrases are looked for in a
thousand texts, most of the time goes into undoing that.
"""

from django.db import migrations

KEEP = "ALTER TABLE statements_searchentry SET (toast_tuple_target = 8160)"
COMPRESS = "ALTER TABLE statements_searchentry RESET (toast_tuple_target)"


def keep(apps, schema_editor):
    run(schema_editor, KEEP)


def compress(apps, schema_editor):
    run(schema_editor, COMPRESS)


def run(schema_editor, command):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(command)


class Migration(migrations.Migration):
    dependencies = [("statements", "0013_ledger_of_model")]
    operations = [migrations.RunPython(keep, compress)]
