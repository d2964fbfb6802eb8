"""What a conforming portal decides, one small method a decision, grouped by topic."""
