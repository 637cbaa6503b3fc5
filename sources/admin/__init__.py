"""The admin of sources; the other modules are what every form of the register shares."""

from sources.admin import records as records
