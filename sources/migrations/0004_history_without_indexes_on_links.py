from functools import partial

from django.db import migrations

from sources.migrations._history_indexes import drop_indexes_of_histories


class Migration(migrations.Migration):
    dependencies = [("sources", "0003_newest_sources_of_outlets")]

    operations = [
        migrations.RunPython(
            partial(drop_indexes_of_histories, "sources"), migrations.RunPython.noop, elidable=True
        )
    ]
