"""The site as a program of its own, which says with each answer where it read.

python -m tests.config.replicated prepare   makes the tables; prints the session of an editor
python -m tests.config.replicated serve     prints its port and answers until it is ended
"""

import os
import sys
from collections.abc import Callable, Iterable
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import django
from django.conf import settings


class Quiet(WSGIRequestHandler):
    def log_message(self, *args: Any) -> None:
        pass


def prepare() -> str:
    """Make the tables, without the history of how they came to be; the key of a session."""
    settings.MIGRATION_MODULES = dict.fromkeys(labels())
    from django.contrib.auth.models import User  # noqa: PLC0415  # once Django is set up
    from django.contrib.sessions.backends.db import SessionStore  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415

    from statements.postings import content  # noqa: PLC0415

    call_command("migrate", run_syncdb=True, verbosity=0)
    content.mark_rebuilt()
    user = User.objects.create_superuser("editor", password="correct-horse-battery")
    session = SessionStore()
    session["_auth_user_id"] = str(user.pk)
    session["_auth_user_backend"] = settings.AUTHENTICATION_BACKENDS[-1]
    session["_auth_user_hash"] = user.get_session_auth_hash()
    session.save()
    return str(session.session_key)


def labels() -> list[str]:
    from django.apps import apps  # noqa: PLC0415  # once Django is set up

    return [app.label for app in apps.get_app_configs()]


def application(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
    from config.wsgi import application as site  # noqa: PLC0415  # once Django is set up
    from statements import reading  # noqa: PLC0415

    def start_telling(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
        return start(status, [*headers, ("X-Read-From", reading.alias())], *more)

    return site(environ, start_telling)


def serve() -> None:
    with make_server("127.0.0.1", 0, application, WSGIServer, Quiet) as server:
        sys.stdout.write(f"{server.server_port}\n")
        sys.stdout.flush()
        server.serve_forever()


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    # As in every test: a fresh clone has collected no static files.
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    settings.STATIC_ROOT = settings.BASE_DIR / "static"
    django.setup()
    if sys.argv[1] == "prepare":
        sys.stdout.write(prepare())
    else:
        serve()
