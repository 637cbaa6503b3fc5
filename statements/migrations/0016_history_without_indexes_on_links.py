from functools import partial

from django.db import migrations

from sources.migrations._history_indexes import drop_indexes_of_histories


class Migration(migrations.Migration):
    dependencies = [("statements", "0015_newest_positions")]

    operations = [
        migrations.RunPython(
            partial(drop_indexes_of_histories, "statements"),
            migrations.RunPython.noop,
            elidable=True,
        )
    ]
