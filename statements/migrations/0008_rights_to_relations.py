"""Editors link statements and write notes on figures; reviewers publish those notes."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

EDITED = [
    f"{verb}_{model}"
    for model in ("relation", "figurenote")
    for verb in ("add", "change", "delete", "view")
]
GRANTED = {
    "Contributor": ["view_relation", "view_figurenote"],
    "Editor": EDITED,
    "Reviewer": [*EDITED, "publish_figurenote"],
    "Admin": [*EDITED, "publish_figurenote"],
}


def grant(apps, schema_editor):
    # Permissions are otherwise made only after all migrations have run.
    create_permissions(
        installed.get_app_config("statements"),
        verbosity=0,
        using=schema_editor.connection.alias,
    )
    permission, group = (apps.get_model("auth", name) for name in ("Permission", "Group"))
    for name, codes in GRANTED.items():
        found = permission.objects.filter(content_type__app_label="statements", codename__in=codes)
        group.objects.get(name=name).permissions.add(*found)


class Migration(migrations.Migration):
    dependencies = [("statements", "0007_stance_sides")]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
