"""What never changes, looked up once: here addresses, in `wording` translations.

To be loaded behind `static`, whose `static` it takes the place of, as it does of Django's `url`:
head and foot of every page name a dozen, and Django looks each of them up anew.
"""

from collections.abc import Callable

from django import template
from django.conf import settings
from django.template import Context, Node
from django.template.base import FilterExpression, Parser, Token, Variable
from django.template.defaulttags import url as do_url
from django.templatetags.static import do_static
from django.urls import get_script_prefix

register = template.Library()


class Remembered(Node):
    """What a tag gives, remembered for each `place` that it may be told from."""

    def __init__(self, node: Node, place: Callable[[], object]) -> None:
        self.node, self.place, self.key = node, place, repr(place)
        self.known: dict[object, str] = {}

    def render(self, context: Context) -> str:
        places = context.render_context  # of one template and its pieces, all told from one place
        place = places.get(self.key)
        if place is None:
            place = places[self.key] = self.place()
        if place not in self.known:
            self.known[place] = self.node.render(context)
        return self.known[place]


@register.tag
def url(parser: Parser, token: Token) -> Node:
    """The same as Django's own."""
    node = do_url(parser, token)
    plain = is_constant(node.view_name) and not (node.args or node.kwargs or node.asvar)
    return Remembered(node, get_script_prefix) if plain else node


@register.tag
def static(parser: Parser, token: Token) -> Node:
    """The same as Django's own."""
    node = do_static(parser, token)
    plain = is_constant(node.path) and not node.varname
    return Remembered(node, served_from) if plain else node


def served_from() -> tuple[str, str]:
    """Where static files are, and what gives them their names."""
    return settings.STATIC_URL, settings.STORAGES["staticfiles"]["BACKEND"]


def is_constant(expression: FilterExpression) -> bool:
    """Whether it is a text in quotation marks, and nothing is made of it."""
    var = expression.var
    text = var.literal if isinstance(var, Variable) else var
    return isinstance(text, str) and not expression.filters
