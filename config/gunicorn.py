"""How the server runs; read by gunicorn itself (`gunicorn --config config/gunicorn.py`)."""

import gc
import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connections
from django.template.loader import get_template

from config.alive import reporting
from config.warming import warm

gc.disable()  # until all is loaded: nothing of that goes away again
# A page leaves six hundred objects that refer to each other in circles. They are searched for when
# its answer is gone, which takes 0.2 ms; once in a while so is what outlived several answers.
ANSWERS_BETWEEN_WHOLE_SEARCHES = 200
# During an answer only where it is a very long one: of so many objects a search takes 15 to 60 ms.
OBJECTS_BETWEEN_SEARCHES = (50_000, 20, 20)

bind = f"127.0.0.1:{os.environ.get('PORT', '8000')}"
# One request at a time per process: threads share the interpreter and slow the slowest pages.
worker_class = "sync"
workers = int(os.environ.get("WEB_CONCURRENCY", (os.cpu_count() or 1) + 1))
# The application is loaded before the socket opens, so that "ready" means ready.
preload_app = True
control_socket_disable = True
timeout = 60  # seconds; fetching a source and reading it may take half of that
loglevel = "warning"


def on_starting(server: object) -> None:
    """Read once, before the socket opens, what every worker would read by itself."""
    import_module("config.urls")
    templates = settings.BASE_DIR / "templates"
    for path in templates.rglob("*.html"):
        get_template(str(path.relative_to(templates)))
    worker = import_module("statements.postings.worker")  # which can be had only by now
    with suppress(DatabaseError):  # the site starts without its database, and says so
        worker.current()
        warm(import_module("config.wsgi").application)


def pre_fork(server: object, worker: object) -> None:
    """A connection is of one process: none is handed on.

    What is loaded by now stays, so that no later search for garbage goes through it.
    """
    connections.close_all()
    gc.freeze()
    gc.set_threshold(*OBJECTS_BETWEEN_SEARCHES)
    gc.enable()


def post_worker_init(worker: Any) -> None:
    """Let a long download count as alive while it sends."""
    worker.wsgi = reporting(worker.wsgi, worker.notify)


def post_request(worker: Any, request: object, environ: object, response: object) -> None:
    """Search for garbage while nobody waits."""
    gc.collect(0 if worker.nr % ANSWERS_BETWEEN_WHOLE_SEARCHES else 2)


def when_ready(server: object) -> None:
    """Say where the site is, as the last line of the start-up; `make run` names the logins too."""
    url = f"http://{bind}/"
    if "DEMO" in os.environ:
        call_command("load_demo", announce=url)
    else:
        sys.stdout.write(f"{url}  admin: {url}admin/\n")
    sys.stdout.flush()  # before the workers are forked, or each would print the line again
