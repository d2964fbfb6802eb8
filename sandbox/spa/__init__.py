"""A second portal of another make over the same domain: single-page, JSON API, hash routes, payment in a popup."""
