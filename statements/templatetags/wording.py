"""Translating what never changes, once for each language.

To be loaded behind `i18n`, whose `translate` it takes the place of, in what every page shows: a
page names dozens of constants, and Django looks each of them up anew.
"""

from django import template
from django.template import Context, Node
from django.template.base import Parser, Token, Variable
from django.templatetags.i18n import TranslateNode, do_translate
from django.utils.translation import get_language

register = template.Library()


class Remembered(Node):
    """The translation of a constant, remembered for each language."""

    def __init__(self, node: Node) -> None:
        self.node = node
        self.known: dict[str | None, str] = {}

    def render(self, context: Context) -> str:
        language = get_language()
        if language not in self.known:
            self.known[language] = self.node.render(context)
        return self.known[language]


@register.tag
def translate(parser: Parser, token: Token) -> Node:
    """The same as Django's own."""
    node = do_translate(parser, token)
    return Remembered(node) if is_constant(node) else node


def is_constant(node: TranslateNode) -> bool:
    """Whether a tag gives the same text each time, in one language."""
    given = node.filter_expression
    plain = isinstance(given.var, Variable) and given.var.literal is not None and not given.filters
    return plain and not (node.asvar or node.message_context)
