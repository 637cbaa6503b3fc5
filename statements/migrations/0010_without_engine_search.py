"""Words are looked up in postings from now on, the same on both engines: see decision 0029."""

from importlib import import_module

from django.db import migrations

before = import_module("statements.migrations.0004_search_index")


class Migration(migrations.Migration):
    dependencies = [("statements", "0009_ledger")]
    operations = [migrations.RunPython(before.forget, before.make)]
