"""Translating what never changes, once for each language.

To be loaded behind `i18n`, whose `translate` it takes the place of, in what every page shows: a
page names dozens of constants, and Django looks each of them up anew.
"""

from django import template
from django.template import Node
from django.template.base import Parser, Token
from django.templatetags.i18n import do_translate
from django.utils.translation import get_language

from statements.templatetags.unchanging import Remembered, is_constant

register = template.Library()


@register.tag
def translate(parser: Parser, token: Token) -> Node:
    """The same as Django's own."""
    node = do_translate(parser, token)
    plain = is_constant(node.filter_expression) and not (node.asvar or node.message_context)
    return Remembered(node, get_language) if plain else node
