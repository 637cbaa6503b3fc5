"""Lists of words written as plain text, one line after another."""


def listed(words: str) -> frozenset[str]:
    """Give the set of the words of a text."""
    return frozenset(words.split())


def numbered(words: str, first: int = 0, step: int = 1) -> dict[str, int]:
    """Give each word of a text its number, counted from `first` by `step`."""
    return {word: first + step * place for place, word in enumerate(words.split())}
