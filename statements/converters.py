"""What may stand in an address. Importing this makes `<number:…>` and the like known."""

from django.urls import register_converter
from django.urls.converters import IntConverter, StringConverter


class NumberConverter(IntConverter):
    """The number of a record: as many digits as both engines can hold."""

    regex = "[0-9]{1,18}"


class ExtensionConverter(StringConverter):
    """A data format, as it ends the name of a file."""

    regex = "csv|jsonl|json|atom"


class CitationConverter(StringConverter):
    """A format of citations, as it ends the name of a file."""

    regex = "bib|ris|csl\\.json"


register_converter(NumberConverter, "number")
register_converter(CitationConverter, "citation")
register_converter(ExtensionConverter, "extension")
