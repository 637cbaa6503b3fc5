from array import array

from statements.corpus.plan import Plan
from statements.corpus.scene import SCENERY, Field, joined, scene
from statements.postings.terms import terms


def test_nothing_refers_to_what_comes_after_it(plan: Plan) -> None:
    seen: set[type] = set()
    for group in scene(plan).records():
        seen |= {type(one) for one in group}
        for field in group[0]._meta.concrete_fields if group else ():
            if field.is_relation and getattr(group[0], field.attname):
                assert field.related_model in seen, f"{group[0]._meta.label}.{field.name}"
    assert seen == set(SCENERY)


def test_a_record_is_found_by_its_names_and_no_phrase_crosses_them(plan: Plan) -> None:
    made = scene(plan)
    body = made.organisations[0]
    found = made.found_by["organisation", body.pk]
    assert found.tokens == joined(body.name, body.name_local, body.short_name)
    assert found.tokens.count(" x0 ") == 2


def test_the_terms_of_a_field_are_those_of_its_tokens() -> None:
    found = Field.of("govern k1780 k1781")
    assert found == Field("govern k1780 k1781", terms("govern k1780 k1781"), array("H"))


def test_an_event_is_the_last_that_was_held(plan: Plan) -> None:
    made = scene(plan)
    day = made.event_days[3]
    assert [made.event_by(day), made.event_by(day - 1), made.event_by(0)] == [3, 2, 0]


def test_the_newest_office_stands_before_the_others(plan: Plan) -> None:
    years = [[since for since, _role in offices] for offices in scene(plan).offices]
    assert all(since == sorted(since, reverse=True) for since in years)
    assert max(map(len, years)) > 1


def test_the_same_plan_makes_the_same_scene() -> None:
    names = []
    for _run in range(2):
        scene.cache_clear()
        names.append([speaker.name for speaker in scene(Plan(100, 5)).speakers])
    assert names[0] == names[1]
