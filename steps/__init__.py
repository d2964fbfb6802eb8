"""Sentences of the specifications. One module per topic; each step is one call. The root conftest.py loads them all."""
