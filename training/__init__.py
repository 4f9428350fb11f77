"""Training of the German language model that kg ships."""
