import pytest

from statements import workflow
from statements.models import Alias, ContentChange, Role, SearchEntry, Speaker, Statement, Topic
from statements.postings import worker
from statements.postings.terms import BORDER
from statements.search import index
from statements.search.analyser import tokens
from statements.search.query import parse
from tests import factories

DAY = "ទិវាជាតិប្រយុទ្ធប្រឆាំងអំពើជួញដូរមនុស្ស ១២ធ្នូ"


def found(q: str) -> set[Statement]:
    return set(index.matching(Statement.objects.published(), parse(q)))


def ranked(q: str) -> list[int]:
    query = parse(q)
    matching = index.matching(Statement.objects.published(), query).newest_first()
    return index.ranked(list(matching.values_list("pk", flat=True)), query)


def rewrite(statement: Statement) -> None:
    index.put([statement.pk])


@pytest.mark.django_db
class TestMatching:
    def test_all_words_must_stand_somewhere(self) -> None:
        both = factories.published("Trafficking in human beings")
        factories.published("Human rights")
        assert found("human trafficked") == {both}

    def test_a_phrase_must_stand_in_order(self) -> None:
        ordered = factories.published("human trafficking")
        factories.published("trafficking human")
        assert found('"human trafficking"') == {ordered}

    def test_what_is_excluded_does_not_stand_anywhere(self) -> None:
        kept = factories.published("human rights")
        factories.published("human trafficking ring")
        assert found('human -"trafficking ring"') == {kept}
        assert found("human -ring -trafficking") == {kept}

    def test_a_query_may_only_exclude(self) -> None:
        kept = factories.published("human rights")
        factories.published("human trafficking")
        assert found("-trafficking") == {kept}

    def test_an_empty_query_finds_nothing(self) -> None:
        factories.published()
        assert found("") == set()

    @pytest.mark.parametrize("q", ["ជួញដូរ", "អំពើជួញដូរមនុស្ស", "១២", "12", "ប្រឆាំង", "ជាតិ"])
    def test_khmer_is_found_by_any_fragment(self, q: str) -> None:
        statement = factories.published(DAY)
        assert found(q) == {statement}

    def test_half_a_khmer_cluster_finds_nothing(self) -> None:
        factories.published(DAY)
        assert found("យុទ") == set()

    def test_either_spelling_of_a_khmer_word_finds_the_other(self) -> None:
        statement = factories.published("នាយករដ្ឋមន្ត្រី")
        assert found("រដ្ឋមន្ត្រី") == found("រដ្ឋមន្រ្តី") == {statement}

    def test_a_phrase_far_inside_a_long_repetitive_text_is_found(self) -> None:
        statement = factories.published("រមក " * 4_000 + "មរក")
        assert found("មរក") == {statement}
        assert found("កកក") == set()

    def test_a_phrase_of_the_greatest_length_is_looked_for(self) -> None:
        statement = factories.published("a " * 300)
        assert found('"' + "a " * 249 + '"') == {statement}

    @pytest.mark.parametrize(
        "text", ["1e5", "k1780 u4", "1" * 90, "я" * 90, "U.S.", "𠀀", "the of"]
    )
    def test_every_token_reaches_the_engine_whole(self, text: str) -> None:
        statement = factories.published(text)
        for token in tokens(text):
            clauses = parse(f'"{text}"').clauses
            assert token in clauses[0].tokens
        assert found(f'"{text}"') == {statement}

    def test_the_selection_given_is_kept_to(self) -> None:
        factories.published("rights")
        chosen = factories.published("rights", said_on="2014")
        of_2014 = Statement.objects.published().filter(said_on="2014")
        assert list(index.matching(of_2014, parse("rights"))) == [chosen]


@pytest.mark.django_db
class TestRanked:
    def test_the_one_that_speaks_of_it_more_comes_first(self) -> None:
        much = factories.published("Rights, rights and rights.", said_on="2005")
        little = factories.published("Rights of a few.", said_on="2022")
        assert ranked("rights") == [much.pk, little.pk]

    def test_equally_relevant_ones_stand_newest_first(self) -> None:
        speaker, source = factories.speaker(), factories.source()
        made = [
            factories.published("rights", speaker=speaker, cite=source, said_on=year)
            for year in ("2005", "2014", "2009")
        ]
        assert ranked("rights") == [made[1].pk, made[2].pk, made[0].pk]

    def test_what_is_excluded_is_not_ranked(self) -> None:
        kept = factories.published("human rights")
        factories.published("human trafficking")
        assert ranked("human -trafficking") == [kept.pk]
        assert ranked("-trafficking") == [kept.pk]

    def test_nothing_selected_gives_nothing(self) -> None:
        factories.published("rights")
        assert index.ranked([], parse("rights")) == []


@pytest.mark.django_db
class TestEntries:
    def test_a_statement_is_found_by_all_that_its_page_tells(self) -> None:
        ministry = factories.organisation(
            "Ministry of Zinc",
            name_local="ក្រសួង",
            short_name="MOZ",
            other_names="Zincers\nZinc House",
        )
        speaker = factories.speaker("Chou Bun Eng", name_local="ជូ ប៊ុនអេង")
        Alias.objects.create(speaker=speaker, text="Lady Secretary", kind=Alias.Kind.ROLE)
        role = Role.objects.create(
            speaker=speaker,
            title="Undersecretary",
            title_local="រដ្ឋលេខាធិការ",
            organisation=ministry,
        )
        statement = factories.published(
            "Translated words",
            original_text="ពាក្យដើម",
            summary="Gist",
            context="Backdrop",
            speaker=speaker,
            role=role,
            role_as_printed="vice chief",
            attributed_as="Bun",
            topics=[factories.topic("Forestry", name_local="ព្រៃឈើ")],
            event=factories.event("Grand Summit"),
            cite=factories.source("Headline", outlet=factories.outlet("Daily Gazette")),
        )
        for q in (
            *("translated", "ពាក្យ", "gist", "backdrop", "chou", "ប៊ុនអេង", '"lady secretary"'),
            *(
                "undersecretary",
                "លេខាធិការ",
                '"vice chief"',
                "bun",
                "zinc",
                "ក្រសួង",
                "moz",
                "zincers",
            ),
            *("forestry", "ឈើ", "summit", "headline", "gazette"),
        ):
            assert found(q) == {statement}, q

    def test_an_organisation_that_speaks_is_found_by_its_names(self) -> None:
        statement = factories.published(organisation=factories.organisation("Committee of Six"))
        assert found("six") == {statement}

    def test_internal_notes_are_not_found(self) -> None:
        factories.published(notes="canary", speaker=factories.speaker(notes="canary"))
        assert found("canary") == set()

    def test_a_phrase_does_not_cross_from_one_field_into_the_next(self) -> None:
        statement = factories.published("one two", summary="three four")
        assert found('"two three"') == set()
        assert found('"three four"') == {statement}

    def test_no_text_makes_the_border(self) -> None:
        factories.published("one", summary="two")
        assert BORDER not in tokens(f"{BORDER} one{BORDER}two")
        assert found(f'"one {BORDER} two"') == set()

    def test_unpublished_records_lend_no_words(self) -> None:
        statement = factories.published("words")
        Topic.objects.create(name="canary", slug="canary").statements.add(statement)
        rewrite(statement)
        assert found("canary") == set()
        assert found("words") == {statement}


@pytest.mark.django_db
class TestWriting:
    def test_a_draft_is_not_found_and_not_written(self) -> None:
        draft = factories.draft("rights")
        rewrite(draft)
        assert not SearchEntry.objects.exists()

    def test_what_was_written_before_is_replaced(self) -> None:
        statement = factories.published("old")
        Statement.objects.filter(pk=statement.pk).update(text="new")
        rewrite(statement)
        assert found("old") == set()
        assert found("new") == {statement}

    def test_what_was_removed_is_not_found(self) -> None:
        statement, other = factories.published("rights"), factories.published("rights")
        index.remove([statement])
        assert found("rights") == {other}

    def test_what_was_withdrawn_is_not_found(self) -> None:
        statement = factories.published("rights")
        workflow.withdraw(record=statement, by=None, reason="Not said.")
        assert not SearchEntry.objects.exists()

    def test_a_rebuilt_index_finds_the_same_and_nothing_stale(self) -> None:
        statement = factories.published("rights")
        stale = factories.draft("stale")
        SearchEntry.objects.create(statement=stale, tokens=" stale ")
        before = SearchEntry.objects.get(statement=statement).tokens
        index.rebuild()
        assert [entry.tokens for entry in SearchEntry.objects.all()] == [before]
        assert found("rights") == {statement}

    def test_a_number_of_statements_costs_a_constant_number_of_queries(
        self, django_assert_max_num_queries: object
    ) -> None:
        for n in range(5):
            factories.published(f"text {n}", topics=[factories.topic()])
        with django_assert_max_num_queries(24):  # type: ignore[operator]
            index.put([one.pk for one in Statement.objects.all()])


@pytest.mark.django_db
class TestAffectedBy:
    def test_each_record_that_a_statement_shows_leads_to_it(self) -> None:
        ministry, speaker = factories.organisation(), factories.speaker()
        alias = Alias.objects.create(speaker=speaker, text="Lady", kind=Alias.Kind.SHORT)
        role = Role.objects.create(speaker=speaker, title="Chief", organisation=ministry)
        topic, event, source = factories.topic(), factories.event(), factories.source()
        statement = factories.published(
            speaker=speaker, role=role, topics=[topic], event=event, cite=source
        )
        factories.published("another")
        factories.draft(speaker=speaker, topics=[topic], event=event, cite=source)
        citation = statement.citations.get()
        records = (statement, speaker, alias, role, ministry, topic, event, source, source.outlet)
        for record in (*records, citation):
            assert list(index.affected_by(record)) == [statement], record

    def test_the_organisation_that_speaks_leads_to_its_statements(self) -> None:
        committee = factories.organisation()
        statement = factories.published(organisation=committee)
        assert list(index.affected_by(committee)) == [statement]

    def test_a_deleted_alias_still_leads_to_its_speaker(self) -> None:
        speaker = factories.speaker()
        alias = Alias.objects.create(speaker=speaker, text="Lady", kind=Alias.Kind.SHORT)
        statement = factories.published(speaker=speaker)
        alias.delete()
        assert list(index.affected_by(alias)) == [statement]

    def test_other_records_lead_to_nothing(self) -> None:
        factories.published(organisation=factories.organisation())
        assert not index.affected_by(factories.country()).exists()
        assert not index.affected_by(Speaker()).exists()


@pytest.mark.django_db
def test_without_postings_the_entries_are_read() -> None:
    both = factories.published("Human trafficking of humans")
    factories.published("trafficking human")
    ContentChange.objects.all().delete()
    assert worker.current() is None
    assert found('"human trafficking"') == {both}
    assert found("-ring") == set(Statement.objects.published())
    assert found('trafficking -"human trafficking"') == found("trafficking") - {both}
