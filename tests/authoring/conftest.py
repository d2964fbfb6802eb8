"""The small project on disk that tests of the catalog use."""

from tests.catalog.conftest import project

__all__ = ["project"]
