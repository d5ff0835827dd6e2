"""`manage.py reports_clean`: remove the files of old reports. Run it once a day."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from apps.reports.services import KEEP, reports_clean


class Command(BaseCommand):
    """Remove what has had its time."""

    help = "Remove the files of reports older than some days; each can be made again from its page."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the age."""
        parser.add_argument("--days", type=int, default=KEEP.days, help="age in days (default: %(default)s)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Clean and say what went."""
        if options["days"] < 0:
            raise CommandError("--days: an age cannot be negative. Write 0 to remove all.")
        cleaned = reports_clean(now=timezone.now(), keep=timedelta(days=options["days"]))
        self.stdout.write(
            f"Removed {cleaned.files} files, {cleaned.strays} strays and {cleaned.rows} forgotten reports."
        )
