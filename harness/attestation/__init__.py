"""Binds specifications, evidence and verdict of a finished run in one signed record, and checks it anywhere."""

from harness.attestation.keys import signer
from harness.attestation.sealing import attest
from harness.attestation.trouble import CannotSignError, KeyProblemError
from harness.attestation.verifying import verify

__all__ = ["CannotSignError", "KeyProblemError", "attest", "signer", "verify"]
