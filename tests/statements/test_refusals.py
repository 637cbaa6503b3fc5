from statements.refusals import StaleError, WorkflowError


def test_all_reasons_can_be_read_as_one_text() -> None:
    error = WorkflowError(["Give the date.", "Cite a source."])
    assert error.reasons == ["Give the date.", "Cite a source."]
    assert str(error) == "Give the date. Cite a source."


def test_a_stale_edit_is_a_refusal_like_any_other() -> None:
    assert isinstance(StaleError(["Too late."]), WorkflowError)
