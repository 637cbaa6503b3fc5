"""The child that fetches, but it admits the server that it is first sent to."""

import json
import sys
from urllib.parse import urlsplit

from sources import confinement, retrieving
from tests.sources.servers import admit

if __name__ == "__main__":
    confinement.confine()
    given = sys.stdin.buffer.read()
    admit(urlsplit(json.loads(given)["url"]).port or 80, setattr)
    sys.stdout.buffer.write(retrieving.answer(given))
