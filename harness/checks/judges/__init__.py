"""Judges that use the field's own tools. Pure functions over bytes, texts and dates; no network, no clock."""
