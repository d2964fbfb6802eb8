"""What can go wrong with keys and disks, each a sentence that says what to do."""

from __future__ import annotations


class KeyProblemError(Exception):
    """A configured key cannot be used. Exit code 2."""


class CannotSignError(Exception):
    """The record could not be written: disk full, no right to write. Exit code 4."""


class UnsafeArchiveError(Exception):
    """A bundle that is not opened: cut, too large, or reaching out of its folder. Exit code 7."""
