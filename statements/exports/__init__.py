"""The register as data: the same selection in every format."""

from statements.exports.fields import Field
from statements.exports.tables import csv_response

__all__ = ["Field", "csv_response"]
