"""The engine: specifications in, evidence out, one decision per service. See docs/ARCHITECTURE.md."""
