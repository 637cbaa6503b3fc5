"""The shape of the house: which way imports point, how long things are, who may set a status."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
PACKAGES = ("config", "sources", "statements")
FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)
LONGEST_MODULE = 300
LONGEST_FUNCTION = 30
LONGEST_MEDIAN = 10

# Modules without a test of their own, each for a reason.
UNTESTED = {
    "sources/apps.py": "names the app",
    "statements/apps.py": "names the app",
}
# The rooms within `statements`, from the door to the cellar. A module may import from its own room
# and from those below it. The modules of a package that has no room as a whole have one each.
ROOMS = (
    {"urls"},
    {
        "views",
        "feeds",
        "api",
        "exports",
        "admin",
        "management",
        "templatetags",
        "demo",
        "corpus",
        "archiving",
        "importing",
        "cards",
        "citing",
        "sharing",
        "sitemaps",
    },
    {"positions.comparing", "overview", "dossier"},
    {"positions.listing"},
    {"timeline", "renames", "listings", "tallies", "figures.selection", "rankings.selection"},
    {"positions.facets", "positions.counting"},
    {"charts", "rankings.standings", "rankings.neighbours", "rankings.courses"},
    {
        "changes",
        "chips",
        "facets",
        "rankings.placements",
        "rankings.named",
        "rankings.taken",
        "positions.sequences",
        "duplicates",
        "passages",
        "relations.related",
        "whole",
        "relations.corroboration",
        "relations.phrases",
    },
    {"positions.holdings", "positions.details", "figures.details", "figures.counting"},
    {"positions.shifts"},
    {"positions.steps"},
    {"grouping", "postings.counting"},
    {"postings.selecting"},
    {"parameters"},
    {"drafting", "resolving", "health", "relations.pairs"},
    {"filters", "workflow", "relations.relating", "addresses", "proposing"},
    {"versions", "ledger", "slugs"},
    {
        "attributions",
        "dating",
        "figuring",
        "publishability",
        "revisions",
        "relations.suggesting",
        "figures.checks",
    },
    {"verification", "refusals", "figures.series"},
    {"converters", "coverage", "paging", "figures.spans", "numbers", "shortening", "markup"},
    {"shown", "wording", "positions.records"},
    {"loaded", "search", "postings"},
    {"belonging", "prepared"},
    {"models"},
    {"reading"},
)
ANALYSER = "statements.search.analyser"  # pure: it knows no model, so that models may use it


@cache
def modules() -> list[tuple[str, ast.Module]]:
    """Every module of the house by its path, migrations aside."""
    return [
        (path.relative_to(ROOT).as_posix(), ast.parse(path.read_text("utf-8")))
        for package in PACKAGES
        for path in sorted((ROOT / package).rglob("*.py"))
        if "migrations" not in path.parts
    ]


def imports(tree: ast.Module) -> Iterator[str]:
    """The full names of the modules, or of what is in them, that a module imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def names(tree: ast.Module, package: str) -> set[str]:
    return {name for name in imports(tree) if name.split(".")[0] == package}


def functions() -> Iterator[tuple[str, int]]:
    """Every function by module and name, with the number of its lines but for the docstring."""
    for path, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, FUNCTION):
                first = node.body[0]
                start = first.lineno
                if ast.get_docstring(node) is not None:
                    start = (first.end_lineno or start) + 1
                yield f"{path}: {node.name}", (node.end_lineno or start) - start + 1


def test_sources_know_neither_statements_nor_config() -> None:
    for path, tree in modules():
        if path.startswith("sources/"):
            assert not names(tree, "statements") | names(tree, "config"), path


def test_statements_do_not_know_config() -> None:
    for path, tree in modules():
        if path.startswith("statements/"):
            assert not names(tree, "config"), path


def room_of(name: str) -> int | None:
    """The number of the room in which `statements.<name>…` lives; None for the package itself."""
    parts = name.split(".")
    names = {".".join(parts[1:2]), ".".join(parts[1:3])} - {""}
    return next((n for n, room in enumerate(ROOMS) if names & room), None)


def test_every_module_of_statements_has_its_room() -> None:
    for path, tree in modules():
        module = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        if module.startswith("statements.") and module != "statements.apps" and tree.body:
            assert room_of(module) is not None, module


def test_within_statements_imports_point_down() -> None:
    for path, tree in modules():
        own = room_of(path.removesuffix(".py").replace("/", "."))
        for name in names(tree, "statements") if own is not None else ():
            if not name.startswith(ANALYSER) and name != "statements.views":
                there = room_of(name)
                assert there is None or there >= (own or 0), f"{path} imports {name}"


def test_models_know_only_sources_one_another_and_the_analyser() -> None:
    allowed = ("statements.models.", f"{ANALYSER}.")
    for path, tree in modules():
        if path.startswith("statements/models/"):
            for name in names(tree, "statements"):
                assert name.startswith(allowed), f"{path} imports {name}"


def test_the_analyser_knows_no_django() -> None:
    tree = dict(modules())["statements/search/analyser.py"]
    assert not names(tree, "django")
    assert not {name for name in imports(tree) if ".models" in name}


def test_no_module_is_too_long() -> None:
    paths = [ROOT / path for path, _tree in modules()]
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in paths}
    long = {path.name: length for path, length in lengths.items() if length > LONGEST_MODULE}
    assert not long


def test_no_function_is_too_long() -> None:
    assert not {name: lines for name, lines in functions() if lines > LONGEST_FUNCTION}


def test_most_functions_are_short() -> None:
    assert median(lines for _name, lines in functions()) < LONGEST_MEDIAN


def test_every_module_has_its_test() -> None:
    missing = []
    for path, tree in modules():
        module = Path(path)
        test = ROOT / "tests" / module.parent / f"test_{module.name}"
        # A package whose file only gathers names, or is empty, has nothing to test.
        bare = module.name == "__init__.py" and not any(
            isinstance(node, (*FUNCTION, ast.ClassDef)) for node in tree.body
        )
        if not bare and path not in UNTESTED and not test.exists():
            missing.append(path)
    assert not missing, f"without a test file: {', '.join(missing)}"


def test_the_exceptions_are_there_and_needed() -> None:
    known = dict(modules())
    for path in UNTESTED:
        assert path in known, path
        module = Path(path)
        assert not (ROOT / "tests" / module.parent / f"test_{module.name}").exists(), path


# --- The one door ---


def sets_status(node: ast.AST, name: str = "status") -> bool:
    """Whether this assigns a status, or passes one to what may write it."""
    targets: list[ast.expr] = []
    if isinstance(node, ast.Assign):
        targets = [one for target in node.targets for one in ast.walk(target)]  # type: ignore[misc]
    elif isinstance(node, ast.AugAssign | ast.AnnAssign):
        targets = [node.target]
    if any(isinstance(one, ast.Attribute) and one.attr == name for one in targets):
        return True
    writers = {"create", "update", "get_or_create", "update_or_create", "setattr"}
    if not isinstance(node, ast.Call):
        return False
    called = getattr(node.func, "attr", getattr(node.func, "id", ""))
    named = any(keyword.arg == name for keyword in node.keywords)
    quoted = any(isinstance(one, ast.Constant) and one.value == name for one in node.args)
    return called in writers and (named or quoted)


def test_only_the_workflow_changes_a_status() -> None:
    setters = {path for path, tree in modules() if any(map(sets_status, ast.walk(tree)))}
    assert setters == {"statements/workflow.py"}


def test_only_relating_changes_the_state_of_a_relation() -> None:
    setters = set()
    for path, tree in modules():
        sets = any(sets_status(node, "state") for node in ast.walk(tree))
        if sets and "statements.models.Relation" in set(imports(tree)):
            setters.add(path)
    assert setters == {"statements/relations/relating.py"}


def test_setting_a_status_is_recognised() -> None:
    by_name = "setattr(x, 'status', 1)"
    for code in ("x.status = 1", "x.status, y = 1, 2", "q.update(status=1)", by_name):
        assert any(map(sets_status, ast.walk(ast.parse(code)))), code
    for code in ("render(request, status=400)", "q.filter(status=1)", "status = 1"):
        assert not any(map(sets_status, ast.walk(ast.parse(code)))), code


def test_no_data_file_of_the_demo_sets_a_status() -> None:
    for path in (ROOT / "statements/demo").glob("*.json"):
        assert '"status"' not in path.read_text("utf-8"), path.name


def test_only_the_workflow_writes_to_the_search_index() -> None:
    writers = {"index.put", "index.remove", "index.rebuild", "index.take_in", "writing.put"}
    expected = {
        "statements/workflow.py": {"index.remove", "index.take_in"},
        "statements/search/index.py": {"writing.put"},
        "statements/management/commands/reindex.py": {"index.rebuild"},
        "statements/corpus/index.py": {"index.rebuild"},
    }
    found = {}
    for path, tree in modules():
        called = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
        if called & writers:
            found[path] = called & writers
    assert found == expected
