from django.apps import AppConfig


class PlainConfig(AppConfig):
    name = "tests.benchmark.peers.plain"
    label = "plain"
