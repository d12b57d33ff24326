"""Renderers: each a file, each a function from a finished result to a string."""
