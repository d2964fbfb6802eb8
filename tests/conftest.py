"""Tests never touch the keys of whoever runs them."""

from __future__ import annotations

import os
import tempfile

os.environ["KIEMTHU_HOME"] = tempfile.mkdtemp(prefix="kiemthu-test-keys-")
for name in ("KIEMTHU_SIGNING_KEY", "KIEMTHU_SIGNING_PASSPHRASE", "KIEMTHU_TRUSTED_KEYS", "KIEMTHU_TSA_URL"):
    os.environ.pop(name, None)
