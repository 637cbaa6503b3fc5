"""The counts of facets, from the sets of a selection."""

from statements.filters import POSITION_PARAMETERS
from statements.postings.selecting import Selection

FEW = 50_000  # statements of which it is quicker to look at each than to intersect sets
Counts = dict[str, int]


def counts(selection: Selection, name: str) -> Counts:
    """How many of the selected statements have each value that a parameter may ask for.

    By the key of the value: the number of a record, or what stands for itself. Without zeros.
    """
    within = selection.without(name)
    if name in POSITION_PARAMETERS:
        # Only one position at a time is asked for, so the sets are those that fit the others.
        sets = selection.by_position(name)
        return _positive(
            {value: within.intersection_cardinality(bits) for value, bits in sets.items()}
        )
    standing = selection.standing
    if within is standing.all:
        return _positive({value: len(bits) for value, bits in standing.sets[name].items()})
    if name in standing.columns and len(within) < FEW:
        return {str(value): count for value, count in standing.columns[name].counts(within).items()}
    sets = standing.sets[name]
    return _positive({value: within.intersection_cardinality(bits) for value, bits in sets.items()})


def _positive(found: Counts) -> Counts:
    return {value: count for value, count in found.items() if count}
