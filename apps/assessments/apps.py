"""Django's entry for this app."""

from django.apps import AppConfig


class AssessmentsConfig(AppConfig):
    """An evaluation of one described model, as people read it."""

    name = "apps.assessments"
    label = "assessments"

    def ready(self) -> None:
        """Word the summary beside the questions as the results do."""
        from apps.assessments.present import sentences, tally  # noqa: PLC0415 - after the app registry is ready
        from apps.profiles.standing import Summary, Told, summarise_with  # noqa: PLC0415

        summarise_with(
            lambda assessment: Summary(
                tuple(Told(sentence.jurisdiction, sentence.text) for sentence in sentences(assessment)),
                {count.kind: count.number for count in tally(assessment.findings)},
            )
        )
