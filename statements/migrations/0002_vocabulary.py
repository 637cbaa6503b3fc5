"""The words of the method: what a statement can do, and the scale of answers to a ranking."""

from django.db import migrations

FUNCTIONS = [
    (
        "commitment",
        "Commitment",
        "Binds the speaker or the institution to a course: “we will go on to …”.",
    ),
    (
        "promise",
        "Promise",
        "Announces a particular act that can later be checked: a plan, a law, a date.",
    ),
    ("claim", "Claim", "Says that something is or was so, with or without a number."),
    ("position", "Position", "Says what to think of a ranking, an assessment or a report."),
    ("acknowledgement", "Acknowledgement", "Grants that a problem or a shortcoming exists."),
    (
        "rebuttal",
        "Rebuttal",
        "Answers an accusation by denying it or putting something against it.",
    ),
    ("call-to-action", "Call to action", "Asks others to do something."),
    ("allegation", "Allegation", "Accuses another of a wrong."),
    (
        "ranking-event",
        "Ranking event",
        "Tells of a placement or of its change, by the body that makes it.",
    ),
]

STANCES: list[tuple[str, str, int | None, str]] = [
    ("welcomes", "Welcomes", 1, "Greets the placement as good news or as fair recognition."),
    ("accepts", "Accepts", 2, "Takes the placement as it is and says what will be done about it."),
    (
        "disputes-as-unfair",
        "Disputes as unfair",
        3,
        "Says that the assessment is biased, uses a double standard or leaves efforts out.",
    ),
    (
        "disputes-as-inaccurate",
        "Disputes as inaccurate",
        4,
        "Says that the assessment gets facts wrong, without refusing it whole.",
    ),
    (
        "rejects-as-unjust",
        "Rejects as unjust",
        5,
        "Refuses the placement and calls it unjust or unfounded.",
    ),
    (
        "rejects-as-political",
        "Rejects as political",
        6,
        "Refuses the placement and lays it to political motives.",
    ),
    (
        "dismisses",
        "Dismisses",
        7,
        "Says that the placement does not matter or is the ranking body’s own affair.",
    ),
    (
        "rejects",
        "Rejects",
        None,
        "Refuses the placement on grounds that fit no other rejection, so has no place on the scale.",
    ),
    (
        "defends-efforts",
        "Defends efforts",
        None,
        "Answers the placement by pointing at what was done, without saying what to think of it.",
    ),
    (
        "neither-supports-nor-denies",
        "Neither supports nor denies",
        None,
        "Withholds support from the placement and says that it cannot be denied.",
    ),
    (
        "no-position",
        "No position",
        None,
        "Speaks about the placement without taking a side that can be named.",
    ),
]


def load(apps, schema_editor):
    function, stance = (apps.get_model("statements", name) for name in ("Function", "Stance"))
    for order, (code, label, definition) in enumerate(FUNCTIONS, start=1):
        function.objects.create(code=code, label=label, definition=definition, order=order)
    for code, label, place, definition in STANCES:
        stance.objects.create(code=code, label=label, order=place, definition=definition)


class Migration(migrations.Migration):
    dependencies = [("statements", "0001_initial")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
