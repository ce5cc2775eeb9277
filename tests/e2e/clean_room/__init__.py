"""A small study recomputed from the cards, STUDY.md and the catalog alone (tests/e2e/clean_room_test.py)."""
