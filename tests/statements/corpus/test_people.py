from statements.corpus import people
from statements.corpus.plan import Plan
from statements.search.analyser import tokens


def test_there_are_as_many_speakers_as_planned_with_names_of_their_own(plan: Plan) -> None:
    made = people.speakers(plan)
    assert len(made) == plan.speakers
    assert len({speaker.slug for speaker in made}) == plan.speakers


def test_organisations_have_distinct_names(plan: Plan) -> None:
    made = people.organisations(plan)
    assert len({body.name for body in made}) == len({body.slug for body in made}) == 150


def test_every_speaker_has_a_short_form_that_is_found(plan: Plan) -> None:
    speakers = people.speakers(plan)
    for speaker, alias in zip(speakers, people.aliases(plan, speakers), strict=True):
        assert alias.text.endswith(speaker.name.split()[-1])
        assert alias.folded == " ".join(tokens(alias.text))


def test_offices_follow_one_another_and_the_last_is_still_held(plan: Plan) -> None:
    speakers = people.speakers(plan)
    made = people.roles(plan, speakers, people.organisations(plan))
    assert [role.pk for role in made] == list(range(1, len(made) + 1))
    for speaker in speakers:
        own = [role for role in made if role.speaker_id == speaker.pk]
        assert [role.end for role in own] == [*(role.start for role in own[1:]), None]


def test_some_speakers_held_several_offices(plan: Plan) -> None:
    speakers = people.speakers(plan)
    made = people.roles(plan, speakers, people.organisations(plan))
    assert len(speakers) < len(made) <= people.MOST_ROLES * len(speakers)
