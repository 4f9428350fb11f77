"""Time expressions: the grammar of German times, calendar arithmetic, and the readings that give TIMEX3 values."""
