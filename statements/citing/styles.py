"""Every form in which a statement or a selection can be cited."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from statements.citing.bibtex import bibtex
from statements.citing.csl import csl_json
from statements.citing.prose import apa, chicago, plain
from statements.citing.ris import ris
from statements.citing.wikipedia import wikipedia
from statements.citing.works import Work


@dataclass(frozen=True)
class Style:
    """A form of citation; `extension` and `media_type` where it can be had as a file."""

    label: str | Promise
    make: Callable[[Work], str]
    extension: str = ""
    media_type: str = ""


@dataclass(frozen=True)
class Cited:
    """A citation that is made, and where it can be had as a file, if it can."""

    label: str | Promise
    text: str
    extension: str = ""


STYLES = (
    Style(_("Plain"), plain),
    Style("APA", apa),
    Style("Chicago", chicago),
    Style("Wikipedia", wikipedia),
    Style("BibTeX", bibtex, "bib", "application/x-bibtex"),
    Style("RIS", ris, "ris", "application/x-research-info-systems"),
    Style("CSL-JSON", csl_json, "csl.json", "application/vnd.citationstyles.csl+json"),
)
FILES = {style.extension: style for style in STYLES if style.extension}


def citations(work: Work) -> list[Cited]:
    """The work in every form, the plain one first."""
    return [Cited(style.label, style.make(work), style.extension) for style in STYLES]
