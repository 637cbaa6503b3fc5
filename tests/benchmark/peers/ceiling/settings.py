"""The application's settings, with neither middleware nor its addresses in front."""

from config.settings import *  # noqa: F403  # all of them but two

MIDDLEWARE = []
ROOT_URLCONF = "tests.benchmark.peers.ceiling.urls"
