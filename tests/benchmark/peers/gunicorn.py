"""How the peers run: as ours does, but for what ours reads before its workers begin."""

from config.gunicorn import (  # noqa: F401  # read by gunicorn itself
    bind,
    control_socket_disable,
    loglevel,
    post_worker_init,
    pre_fork,
    preload_app,
    when_ready,
    worker_class,
    workers,
)
