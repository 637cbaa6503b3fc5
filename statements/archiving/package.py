"""A zip file of which every byte follows from what is in it, and its list of sha256 sums."""

import datetime
import hashlib
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import IO

MANIFEST = "SHA256SUMS"
EARLIEST = datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC)  # a zip file knows none before
READABLE = 0o100644 << 16  # a plain file that everybody may read
UNIX = 3
CHUNK = 64 * 1024


@dataclass(frozen=True)
class Member:
    """A file in the package: its path, its length in bytes and the sha256 of them."""

    path: str
    length: int
    sha256: str


class Package:
    """Writes files one after the other, each while it is made; the sums come last.

    All carry the same `moment`, so that the same content makes the same bytes. What stays in
    memory is the names of the files, not what is in them.
    """

    def __init__(self, file: zipfile.ZipFile, sums: IO[bytes], moment: datetime.datetime) -> None:
        self.moment = max(moment.astimezone(datetime.UTC), EARLIEST)
        self._zip, self._sums = file, sums

    def add(self, path: str, content: Iterable[bytes]) -> Member:
        """Write a file. Its path is relative, with slashes."""
        member = self._write(path, content)
        self._sums.write(f"{member.sha256}  {path}\n".encode())
        return member

    def add_text(self, path: str, text: str) -> Member:
        """Write a file of text, in UTF-8."""
        return self.add(path, [text.encode()])

    def seal(self) -> None:
        """Write the sums of all that was added."""
        self._sums.seek(0)
        self._write(MANIFEST, iter(lambda: self._sums.read(CHUNK), b""))

    def _write(self, path: str, content: Iterable[bytes]) -> Member:
        info = zipfile.ZipInfo(path, self.moment.timetuple()[:6])
        info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, UNIX
        info.external_attr = READABLE
        digest, length = hashlib.sha256(), 0
        with self._zip.open(info, "w", force_zip64=True) as file:
            for chunk in content:
                digest.update(chunk)
                length += file.write(chunk)
        return Member(path, length, digest.hexdigest())


@contextmanager
def packing(file: IO[bytes], moment: datetime.datetime) -> Iterator[Package]:
    """A package in an open file, which is sealed at the end if nothing went wrong."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped, TemporaryFile() as sums:
        package = Package(zipped, sums, moment)
        yield package
        package.seal()
