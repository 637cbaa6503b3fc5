"""Proposals: once per source, decided or not, and without a word of the source."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from statements.models import Proposal
from statements.models.proposal import digest_of, folded
from tests import factories
from tests.statements import article

pytestmark = pytest.mark.django_db


def proposal(**fields: object) -> Proposal:
    capture = fields.pop("capture", None) or article.captured()
    return Proposal(
        **{
            "source": capture.source,  # type: ignore[attr-defined]
            "capture": capture,
            "kind": Proposal.Kind.QUOTATION,
            "digest": digest_of(article.CANALS),
            "start_offset": 3,
            "end_offset": 9,
            **fields,
        }
    )


def refused(made: Proposal) -> bool:
    try:
        with transaction.atomic():
            made.save()
    except IntegrityError:
        return True
    return False


def test_the_same_words_are_proposed_once_for_a_source() -> None:
    first = proposal()
    first.save()
    assert refused(proposal(capture=first.capture))
    assert not refused(proposal(capture=first.capture, kind=Proposal.Kind.REPORTED))
    assert not refused(proposal())


def test_a_passage_does_not_end_before_it_starts() -> None:
    assert refused(proposal(start_offset=9, end_offset=3))


def test_what_is_decided_knows_since_when_and_what_is_open_does_not() -> None:
    assert refused(proposal(state=Proposal.State.DISMISSED))
    assert refused(proposal(decided_at=timezone.now()))
    assert not refused(proposal(state=Proposal.State.DISMISSED, decided_at=timezone.now()))


def test_only_open_ones_without_a_speaker_are_unresolved() -> None:
    waiting = proposal()
    waiting.save()
    proposal(speaker=factories.speaker()).save()
    proposal(state=Proposal.State.DISMISSED, decided_at=timezone.now()).save()
    assert list(Proposal.objects.unresolved()) == [waiting]


def test_words_are_the_same_however_they_are_typeset() -> None:
    assert digest_of("“We don’t know,”") == digest_of("we don't know")
    assert digest_of("We know") != digest_of("We do not know")
    assert folded("…") == digest_of("…") == ""


def test_no_word_of_the_source_is_kept() -> None:
    stored = proposal()
    stored.save()
    kept = Proposal.objects.filter(pk=stored.pk).values().get()
    assert not [value for value in kept.values() if "canal" in str(value)]


def test_a_proposal_outlives_its_capture_and_its_draft() -> None:
    made = factories.draft()
    kept = proposal(statement=made, state=Proposal.State.ACCEPTED, decided_at=timezone.now())
    kept.save()
    made.delete()
    assert kept.capture
    kept.capture.delete()
    assert Proposal.objects.filter(capture=None, statement=None, state="accepted").exists()


def test_its_key_tells_quotations_from_reports_of_the_same_words() -> None:
    reported = proposal(kind=Proposal.Kind.REPORTED)
    assert proposal().key != reported.key
    assert str(reported) == "Reported speech, 3–9"
