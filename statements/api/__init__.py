"""The register as a read-only API: the same selections and the same columns, with references."""
