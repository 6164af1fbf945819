"""The one tree of errors. Each says what was tried, what was seen and what the reader can do.

A person never sees a traceback for one of these: commands print the sentence and exit with
`exit_code`; Dagster steps turn `permanent` errors into failures that are not retried.
"""

from __future__ import annotations


class AniGenError(Exception):
    """A failure that has a clear sentence for a person.

    Attributes:
        exit_code: 1 when content or environment is wrong, 2 for wrong usage.
        permanent: True when trying the same again cannot help.
    """

    exit_code = 1
    permanent = True


class UsageError(AniGenError):
    """A wrong argument, key or setting: names it, its value and what is allowed."""

    exit_code = 2


class SettingsError(UsageError):
    """A setting has a value that is not allowed."""


class BibleError(UsageError):
    """A show bible is broken; the message lists every error with its line."""


class HourError(UsageError):
    """An hour is malformed, in the future or before the series began."""


class OutOfOrderError(AniGenError):
    """An hour was asked for whose predecessor is neither planned, retired nor skipped."""


class PlanRejectedError(AniGenError):
    """A plan still contradicts canon or the format after its bounded repairs."""


class StateError(AniGenError):
    """An episode is not in a state that allows what was asked."""


class ChainBrokenError(AniGenError):
    """The hash chain of canon does not verify; the message names the first bad row."""


class MediaError(AniGenError):
    """A media file is missing, truncated or not what its record says."""


class StudioError(AniGenError):
    """A picture or sound could not be made."""


class MissingLibraryError(StudioError):
    """A system library that the renderer needs is not installed."""


class TransientError(AniGenError):
    """Something outside failed in a way that may pass: trying again can help."""

    permanent = False


class DatabaseUnavailableError(TransientError):
    """PostgreSQL could not be reached within the bounded retries."""


class DiskFullError(TransientError):
    """The disk has no room; nothing half written was left behind."""
