"""The databases that are measured: corpora on both engines, and a flat copy for Datasette."""

import hashlib
import json
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.benchmark.cluster import Cluster
from tests.benchmark.places import HOME, ROOT
from tests.benchmark.programs import manage, told

SEED = "1"
# What decides how a corpus looks: one that was made by other code is made anew.
MAKERS = (
    "statements/corpus/**/*.py",
    "statements/search/*.py",
    "statements/postings/building.py",
    "*/migrations/*.py",
)
FLAT = """
CREATE TABLE statement (
    id INTEGER PRIMARY KEY, said_on TEXT, date TEXT, date_basis TEXT, speaker TEXT, role TEXT,
    organisation TEXT, country TEXT, kind TEXT, language TEXT, text TEXT, summary TEXT,
    event TEXT, city TEXT, venue TEXT, topics TEXT, outlets TEXT
);
INSERT INTO statement
SELECT one.id, said_on_latest, said_on, date_basis, speaker.slug,
    coalesce(role.title, role_as_printed), organisation.name, country.iso2, one.kind,
    one.language, text, summary, event.name, event.city, one.venue,
    (
        SELECT json_group_array(topic.name) FROM corpus.statements_statement_topics AS link
        JOIN corpus.statements_topic AS topic ON topic.id = topic_id
        WHERE link.statement_id = one.id AND topic.status = 'published'
    ), (
        SELECT json_group_array(outlet.name) FROM corpus.statements_citation AS citation
        JOIN corpus.sources_source AS source ON source.id = source_id
        JOIN corpus.sources_outlet AS outlet ON outlet.id = outlet_id
        WHERE citation.statement_id = one.id AND source.status = 'published'
    )
FROM corpus.statements_statement AS one
LEFT JOIN corpus.statements_speaker AS speaker ON speaker.id = one.speaker_id
LEFT JOIN corpus.statements_organisation AS organisation ON organisation.id = one.organisation_id
LEFT JOIN corpus.statements_role AS role ON role.id = role_id
LEFT JOIN corpus.statements_event AS event ON event.id = event_id AND event.status = 'published'
LEFT JOIN corpus.sources_country AS country
    ON country.id = coalesce(speaker.country_id, organisation.country_id)
WHERE one.status = 'published';
CREATE INDEX by_day ON statement (said_on);
CREATE INDEX by_speaker ON statement (speaker, said_on);
CREATE INDEX by_country ON statement (country, said_on);
CREATE INDEX by_kind ON statement (kind, said_on);
CREATE VIRTUAL TABLE statement_fts USING fts5 (
    text, summary, content="statement", content_rowid="id", tokenize="porter unicode61"
);
INSERT INTO statement_fts (statement_fts) VALUES ('rebuild');
ANALYZE;
"""


Rates = dict[str, float]  # statements a second: of the corpus, and of plain loading


def made(engine: str, size: int, cluster: Cluster | None) -> tuple[str, Rates]:
    """The address of a corpus, made if there is none yet, and how quickly it was."""
    name = f"corpus_{size}"
    file = HOME / f"{name}.sqlite3"
    url = cluster.url(name) if cluster else f"sqlite:///{file}"
    note = HOME / f"{name}.{engine}.json"
    known: dict[str, Any] = json.loads(note.read_text()) if note.exists() else {}
    if known.get("makers") != makers():
        note.unlink(missing_ok=True)
        _clear(file, name, cluster)
        rate = size / _fill(url, size)
        # At once, while the machine is as quick as it was.
        rates = {"corpus": rate, "plain": told(url, "loading")["rate"]}
        known = {"makers": makers(), "rates": rates}
        note.write_text(json.dumps(known))
    return url, known["rates"]


def makers() -> str:
    """A digest of the code that makes a corpus."""
    found = sorted(path for pattern in MAKERS for path in ROOT.glob(pattern))
    return hashlib.sha256(b"".join(path.read_bytes() for path in found)).hexdigest()


def _clear(file: Path, name: str, cluster: Cluster | None) -> None:
    if cluster:
        cluster.drop(name)
        cluster.make(name)
        return
    for end in ("", "-wal", "-shm"):
        file.with_name(file.name + end).unlink(missing_ok=True)


def _fill(url: str, size: int) -> float:
    """Make the corpus; the seconds it took, migrations aside."""
    manage(url, "migrate", "--verbosity", "0")
    start = time.monotonic()
    manage(url, "make_corpus", "--statements", str(size), "--seed", SEED)
    return time.monotonic() - start


def flat(size: int) -> Path:
    """One table of the published statements with its indexes and a text index, for Datasette.

    It holds all that a row of ours shows.
    """
    corpus, file = HOME / f"corpus_{size}.sqlite3", HOME / f"flat_{size}" / "flat.db"
    note = HOME / f"corpus_{size}.sqlite.json"  # written when the corpus was made
    made_by = file.with_suffix(".sql")  # written when all of it is made
    made = made_by.exists() and made_by.read_text() == FLAT
    if made and made_by.stat().st_mtime > note.stat().st_mtime:
        return file
    file.parent.mkdir(exist_ok=True)
    made_by.unlink(missing_ok=True)
    file.unlink(missing_ok=True)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("ATTACH ? AS corpus", [str(corpus)])
        connection.executescript(FLAT)
    made_by.write_text(FLAT)
    return file
