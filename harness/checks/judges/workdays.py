"""Working days, as checks ask for them; walks plan by the same calendar (harness/catalog/workdays.py)."""

from harness.catalog.workdays import VIETNAM, Calendar, calendar, moment, said

__all__ = ["VIETNAM", "Calendar", "calendar", "moment", "said"]
