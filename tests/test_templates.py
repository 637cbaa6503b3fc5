"""What templates may hold."""

import ast
import re

from tests.test_architecture import ROOT, modules

UNSAFE = {
    "escaping switched off": r"autoescape\s+off|\|\s*safe\b|\|\s*safeseq\b",
    "a style in the page": r"<style|\sstyle\s*=",
    "a script in the page": r"<script(?![^>]*\ssrc=)|javascript:",
    "code for htmx": r"\shx-on|\shx-vars|\shx-vals\s*=.?js:",
    "a handler in the page": r"\son[a-z]+\s*=",
    "something from elsewhere": r"<(?:script|link|img|iframe)[^>]+(?:src|href)=.?(?:https?:)?//",
}


def test_no_template_is_unsafe() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {what}"
        for path in sorted((ROOT / "templates").rglob("*.html"))
        for what, pattern in UNSAFE.items()
        if re.search(pattern, path.read_text("utf-8"), re.IGNORECASE)
    ]
    assert not found


def test_no_code_marks_text_as_safe() -> None:
    for path, tree in modules():
        called = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
        assert not called & {"mark_safe", "SafeString", "csrf_exempt"}, path
