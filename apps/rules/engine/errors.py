"""The one error of a rulebook that cannot be used."""


class RulebookError(Exception):
    """The rulebook cannot be used. The message names file, rule, what is wrong and the remedy."""
