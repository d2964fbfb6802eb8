"""The reference portal: a conforming provincial portal, its one-stop system, and its seeded faults."""
