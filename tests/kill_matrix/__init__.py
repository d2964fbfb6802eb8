"""Which seeded fault turns which criterion red: the proof that each judgement can fail."""
