"""Other portals than the one that conforms in the usual way: lawful variants, and controls."""
