"""The zip file: its sums, its sameness, and nothing of a package that failed."""

import datetime
import hashlib
import io
import zipfile

import pytest

from statements.archiving.package import EARLIEST, MANIFEST, packing

MOMENT = datetime.datetime(2022, 8, 12, 9, 30, 4, tzinfo=datetime.UTC)


def packed(moment: datetime.datetime = MOMENT) -> bytes:
    file = io.BytesIO()
    with packing(file, moment) as package:
        package.add("data/a.csv", (part for part in (b"id\r\n", b"1\r\n")))
        package.add_text("ខ.txt", "ខ")
    return file.getvalue()


def test_the_manifest_names_every_other_file_with_its_sum() -> None:
    with zipfile.ZipFile(io.BytesIO(packed())) as file:
        assert file.namelist() == ["data/a.csv", "ខ.txt", MANIFEST]
        sums = [line.split("  ") for line in file.read(MANIFEST).decode().splitlines()]
        assert sums == [
            [hashlib.sha256(file.read(name)).hexdigest(), name] for name in file.namelist()[:2]
        ]


def test_what_was_written_is_told() -> None:
    with packing(io.BytesIO(), MOMENT) as package:
        member = package.add_text("a", "abc")
    assert (member.path, member.length) == ("a", 3)
    assert member.sha256 == hashlib.sha256(b"abc").hexdigest()


def test_the_same_content_makes_the_same_bytes() -> None:
    assert packed() == packed()
    with zipfile.ZipFile(io.BytesIO(packed())) as file:
        assert {info.date_time for info in file.infolist()} == {(2022, 8, 12, 9, 30, 4)}
        assert {info.external_attr >> 16 for info in file.infolist()} == {0o100644}
    assert packed(EARLIEST - datetime.timedelta(days=900)) == packed(EARLIEST)


def test_a_package_that_failed_has_no_manifest() -> None:
    file = io.BytesIO()
    with pytest.raises(ZeroDivisionError), packing(file, MOMENT) as package:
        package.add("a", (bytes([1 // n]) for n in (1, 0)))
    with zipfile.ZipFile(file) as read:
        assert MANIFEST not in read.namelist()
