"""The command line: ``kiemthu run | judge | report | check | doctor | sandbox | criteria``."""

from __future__ import annotations


def main(arguments: list[str] | None = None) -> int:
    """Entry of the console script; returns the exit code."""
    from harness.cli.app import run_command  # noqa: PLC0415 – slow to load

    return run_command(arguments)
