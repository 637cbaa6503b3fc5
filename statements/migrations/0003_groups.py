"""Contributor, Editor, Reviewer, Admin: each may do all that the one before may, and more.

Contributors enter what statements are made of, editors also keep the reference records and remove
drafts, reviewers publish and change what is published, admins also manage people and vocabulary.
"""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

ENTRY = [
    "alias",
    "citation",
    "event",
    "evidence",
    "figure",
    "position",
    "role",
    "speaker",
    "statement",
]
PARTS = ["alias", "citation", "evidence", "figure", "role"]  # rows of one's own drafts
ENTRY_OF_SOURCES = ["capture", "source"]
REFERENCE = ["edition", "indicator", "level", "organisation", "placement", "ranking", "topic"]
REFERENCE_OF_SOURCES = ["country", "outlet"]
PUBLISHED = [
    "event",
    "figure",
    "organisation",
    "placement",
    "position",
    "ranking",
    "speaker",
    "statement",
    "topic",
]
PUBLISHED_OF_SOURCES = ["outlet", "source"]
VOCABULARY = ["function", "page", "stance"]


def codes(app, models, *verbs):
    return {(app, f"{verb}_{model}") for model in models for verb in verbs}


CONTRIBUTOR = (
    codes("statements", ENTRY, "add", "change", "view")
    | codes("sources", ENTRY_OF_SOURCES, "add", "change", "view")
    | codes("statements", REFERENCE + VOCABULARY, "view")
    | codes("sources", REFERENCE_OF_SOURCES, "view")
    | codes("statements", PARTS, "delete")
)
EDITOR = (
    CONTRIBUTOR
    | codes("statements", REFERENCE, "add", "change", "delete")
    | codes("sources", REFERENCE_OF_SOURCES, "add", "change", "delete")
    | codes("statements", ENTRY, "delete")
    | codes("sources", ENTRY_OF_SOURCES, "delete")
    | codes("statements", ["statement"], "submit")
)
REVIEWER = (
    EDITOR
    | codes("statements", PUBLISHED, "publish")
    | codes("sources", PUBLISHED_OF_SOURCES, "publish")
)
ADMIN = (
    REVIEWER
    | codes("statements", VOCABULARY, "add", "change", "delete")
    | codes("auth", ["user"], "add", "change", "view")
    | codes("auth", ["group"], "view")
    | codes("axes", ["accessattempt"], "view", "delete")
)
GROUPS = {"Contributor": CONTRIBUTOR, "Editor": EDITOR, "Reviewer": REVIEWER, "Admin": ADMIN}


def make_groups(apps, schema_editor):
    # Permissions are otherwise made only after all migrations have run.
    for label in ("auth", "axes", "sources", "statements"):
        create_permissions(
            installed.get_app_config(label), verbosity=0, using=schema_editor.connection.alias
        )
    permission, group = (apps.get_model("auth", name) for name in ("Permission", "Group"))
    ids = {
        (app, code): pk
        for pk, app, code in permission.objects.values_list(
            "pk", "content_type__app_label", "codename"
        )
    }
    for name, granted in GROUPS.items():
        group.objects.create(name=name).permissions.set([ids[code] for code in sorted(granted)])


def remove_groups(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name__in=GROUPS).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("statements", "0002_vocabulary"),
        ("sources", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("axes", "0010_accessattemptexpiration"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(make_groups, remove_groups)]
