"""What writes first drafts for people: adapters, profiles, and the report on an adapter's tasks."""
