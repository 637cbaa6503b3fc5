"""On which side of a placement each stance stands: the scale changes sides between 2 and 3."""

from django.db import migrations

FOR = ["welcomes", "accepts"]
AGAINST = [
    "disputes-as-unfair",
    "disputes-as-inaccurate",
    "rejects-as-unjust",
    "rejects-as-political",
    "dismisses",
]


def set_sides(apps, schema_editor):
    stances = apps.get_model("statements", "Stance").objects
    for side, codes in (("for", FOR), ("against", AGAINST)):
        stances.filter(code__in=codes).update(side=side)


class Migration(migrations.Migration):
    dependencies = [("statements", "0006_relations")]
    operations = [migrations.RunPython(set_sides, migrations.RunPython.noop)]
