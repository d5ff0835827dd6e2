#!/usr/bin/env python
"""Run one of Remit's management commands, e.g. `manage.py migrate`."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    """Hand the command line to Django with Remit's settings."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "apps.config.settings")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
