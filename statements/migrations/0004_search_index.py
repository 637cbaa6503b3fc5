"""What the engines need to search `SearchEntry.tokens`.

A later migration that alters this model makes SQLite's table anew, which drops the triggers: it must
run `forget` before and `make` after. Tokens are ASCII letters and digits parted by blanks.
"""

from django.db import migrations

SQLITE = (
    """CREATE VIRTUAL TABLE statements_searchentry_fts USING fts5(
        tokens, content='statements_searchentry', content_rowid='statement_id', tokenize='ascii'
    )""",
    """CREATE TRIGGER statements_searchentry_fts_insert AFTER INSERT ON statements_searchentry BEGIN
        INSERT INTO statements_searchentry_fts(rowid, tokens) VALUES (new.statement_id, new.tokens);
    END""",
    """CREATE TRIGGER statements_searchentry_fts_delete AFTER DELETE ON statements_searchentry BEGIN
        INSERT INTO statements_searchentry_fts(statements_searchentry_fts, rowid, tokens)
        VALUES ('delete', old.statement_id, old.tokens);
    END""",
    """CREATE TRIGGER statements_searchentry_fts_update AFTER UPDATE ON statements_searchentry BEGIN
        INSERT INTO statements_searchentry_fts(statements_searchentry_fts, rowid, tokens)
        VALUES ('delete', old.statement_id, old.tokens);
        INSERT INTO statements_searchentry_fts(rowid, tokens) VALUES (new.statement_id, new.tokens);
    END""",
    "INSERT INTO statements_searchentry_fts(statements_searchentry_fts) VALUES ('rebuild')",
)
SQLITE_BACK = (
    "DROP TRIGGER statements_searchentry_fts_insert",
    "DROP TRIGGER statements_searchentry_fts_delete",
    "DROP TRIGGER statements_searchentry_fts_update",
    "DROP TABLE statements_searchentry_fts",
)
POSTGRESQL = (
    """ALTER TABLE statements_searchentry ADD COLUMN vector tsvector
        GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, tokens)) STORED""",
    # Without the pending list, which every search would have to read through.
    """CREATE INDEX statements_searchentry_vector ON statements_searchentry
        USING gin (vector) WITH (fastupdate = off)""",
)
POSTGRESQL_BACK = ("ALTER TABLE statements_searchentry DROP COLUMN vector",)


def make(apps, schema_editor):
    run(schema_editor, POSTGRESQL if is_postgresql(schema_editor) else SQLITE)


def forget(apps, schema_editor):
    run(schema_editor, POSTGRESQL_BACK if is_postgresql(schema_editor) else SQLITE_BACK)


def is_postgresql(schema_editor):
    return schema_editor.connection.vendor == "postgresql"


def run(schema_editor, commands):
    for command in commands:
        schema_editor.execute(command)


class Migration(migrations.Migration):
    dependencies = [("statements", "0003_groups")]
    operations = [migrations.RunPython(make, forget)]
