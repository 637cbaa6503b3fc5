"""Countries that a reader sets beside another, named by `with` in the address."""

from collections.abc import Sequence

from django.core.exceptions import BadRequest
from django.utils.translation import gettext as _

from sources.models import Country
from statements.rankings.placements import Way
from statements.slugs import bearer

MOST = 4  # lines beside a country's own, beyond which none can be followed


def beside(asked: Sequence[str], ways: Sequence[Way], country: Country) -> list[Way]:
    """The ways of the countries asked for, each once and in that order, the country's own aside.

    Raises BadRequest, naming the parameter, for a country without a place in the ranking and for
    more than are drawn.
    """
    known = {way.country.slug: way for way in ways}
    named = [slug for slug in dict.fromkeys(asked) if slug and slug != country.slug]
    if len(named) > MOST:  # before any of them is looked up
        raise BadRequest(_("“with”: no more than %s countries fit beside another.") % MOST)
    present = [slug if slug in known else _present(slug) for slug in named]
    wanted = [slug for slug in dict.fromkeys(present) if slug != country.slug]
    for slug in wanted:
        if slug not in known:
            reason = _("“with”: “%s” has no place in this ranking.") % slug[:40]
            raise BadRequest(reason)
    return [known[slug] for slug in wanted]


def _present(slug: str) -> str:
    """What the country is called in addresses today that was called so once."""
    renamed = bearer(Country.objects.all(), slug)
    return renamed.slug if renamed is not None else slug
