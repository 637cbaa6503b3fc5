"""Which servers are read from, by what they tell of themselves."""

import os
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from config.replicas import Servers, Sight

ROOT = Path(__file__).parents[2]
LIMIT = 10.0


# --- What they tell of themselves ---


@dataclass
class World:
    """Servers that are as a test says, at a time that a test tells."""

    now: float = 1000.0
    sights: dict[str, Sight | None] = field(default_factory=dict)
    looks: list[str] = field(default_factory=list)
    pause: float = 0.0  # how long a server that does not answer keeps one waiting

    def look(self, alias: str) -> Sight | None:
        self.looks.append(alias)
        seen = self.sights[alias]
        self.now += 0 if seen else self.pause
        return seen

    def write(self, place: int, *copied: str) -> None:
        """The primary got so far, and with it these copies."""
        for alias in ("default", *copied):
            self.sights[alias] = Sight(place, is_done=True, age=0)

    def pass_by(self, seconds: int, made: Servers) -> None:
        """Time goes by while somebody asks something each second."""
        for _ in range(seconds):
            self.now += 1
            made.readable()


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setattr(os, "getpid", lambda: 2)  # whose favourite is the first of two
    made = World()
    made.write(100, "replica1", "replica2")
    return made


def watched(world: World) -> Servers:
    names = ["replica1", "replica2"]
    return Servers(names, LIMIT, look=world.look, clock=lambda: world.now)


def test_one_server_is_not_looked_at(world: World) -> None:
    made = Servers([], LIMIT, look=world.look, clock=lambda: world.now)
    assert made.readable() == made.writable() == ["default"]
    assert not world.looks


def test_copies_come_first_and_the_primary_last(world: World) -> None:
    assert watched(world).readable() == ["replica1", "replica2", "default"]


def test_each_process_has_its_favourite(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getpid", lambda: 3)
    assert watched(world).readable() == ["replica2", "replica1", "default"]


def test_each_is_looked_at_once_a_second(world: World) -> None:
    made = watched(world)
    for _ in range(3):
        made.readable()
    assert sorted(world.looks) == ["default", "replica1", "replica2"]
    world.now += 1
    made.readable()
    assert len(world.looks) == 6


def test_one_that_is_gone_is_left_out_and_comes_back(world: World) -> None:
    made = watched(world)
    seen, world.sights["replica1"] = world.sights["replica1"], None
    assert made.readable() == ["replica2", "default"]
    world.sights["replica1"] = seen
    assert made.readable() == ["replica2", "default"]
    world.now += 1
    assert made.readable() == ["replica1", "replica2", "default"]


def test_one_that_failed_a_request_is_left_out_until_the_next_look(world: World) -> None:
    made = watched(world)
    made.readable()
    made.lose("replica1")
    assert made.readable() == ["replica2", "default"]
    world.now += 1
    assert made.readable() == ["replica1", "replica2", "default"]


def test_the_log_tells_when_one_is_lost_and_when_it_is_back(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    made = watched(world)
    made.readable()
    assert not caplog.messages
    seen, world.sights["replica1"] = world.sights["replica1"], None
    world.pass_by(3, made)
    world.sights["replica1"] = seen
    world.pass_by(3, made)
    said = "Databases that answer and are not late: "
    assert caplog.messages == [f"{said}replica2, default", f"{said}replica1, replica2, default"]


def test_one_that_keeps_us_waiting_is_looked_at_seldom(world: World) -> None:
    made = watched(world)
    world.sights["replica1"], world.pause = None, 2.0
    made.readable()
    world.pass_by(19, made)
    assert world.looks.count("replica1") == 1
    world.pass_by(1, made)
    assert world.looks.count("replica1") == 2


def test_one_that_is_behind_is_left_out_when_it_has_been_so_for_too_long(world: World) -> None:
    made = watched(world)
    world.pass_by(20, made)
    world.write(200, "replica1")
    world.sights["replica2"] = Sight(100, is_done=False, age=1)
    world.pass_by(int(LIMIT), made)
    assert made.readable() == ["replica1", "replica2", "default"]
    world.pass_by(2, made)
    assert made.readable() == ["replica1", "default"]
    world.write(200, "replica2")
    world.pass_by(1, made)
    assert made.readable() == ["replica1", "replica2", "default"]


def test_one_to_which_nothing_comes_any_more_is_behind_though_it_has_done_all(world: World) -> None:
    made = watched(world)
    world.pass_by(20, made)
    world.write(200, "replica1")
    world.sights["replica2"] = Sight(100, is_done=True, age=3600)
    world.pass_by(12, made)
    assert made.readable() == ["replica1", "default"]


def test_nothing_is_behind_where_nothing_is_written(world: World) -> None:
    for alias in ("replica1", "replica2"):
        world.sights[alias] = Sight(100, is_done=True, age=9 * 3600)
    made = watched(world)
    assert made.readable() == ["replica1", "replica2", "default"]
    world.pass_by(30, made)
    assert made.readable() == ["replica1", "replica2", "default"]


def test_the_first_write_after_a_quiet_time_makes_nobody_late(world: World) -> None:
    made = watched(world)
    world.pass_by(20, made)
    world.write(101)
    world.sights["replica1"] = Sight(100, is_done=False, age=9 * 3600)
    world.pass_by(1, made)
    assert made.readable() == ["replica1", "replica2", "default"]


def test_a_process_that_has_just_started_or_slept_goes_by_the_age_of_what_a_copy_has(
    world: World,
) -> None:
    world.write(200)
    world.sights["replica1"] = Sight(150, is_done=False, age=LIMIT + 1)
    world.sights["replica2"] = Sight(150, is_done=False, age=LIMIT - 1)
    made = watched(world)
    assert made.readable() == ["replica2", "default"]
    world.now += 3600
    assert made.readable() == ["replica2", "default"]


def test_without_the_primary_copies_that_have_done_all_that_reached_them_are_read(
    world: World,
) -> None:
    made = watched(world)
    made.readable()
    world.sights = {
        "default": None,
        "replica1": Sight(100, is_done=True, age=9 * 3600),
        "replica2": Sight(90, is_done=False, age=LIMIT + 1),
    }
    world.pass_by(1, made)
    assert made.readable() == ["replica1"]
    assert made.writable() == []


def test_a_new_primary_begins_a_new_history(world: World) -> None:
    world.write(500)
    made = watched(world)
    world.pass_by(20, made)
    assert made.readable() == ["default"]
    world.write(120, "replica1", "replica2")
    world.pass_by(1, made)
    assert made.readable() == ["replica1", "replica2", "default"]
