"""How German says that one actor acts against or for another: one kind of construction per module."""
