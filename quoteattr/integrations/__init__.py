"""Other libraries: a file an extra, which imports its library when it is imported itself, and by nobody else here."""
