"""Access needs: what is to be prepared, for how many; whose they are only by a journalled look."""
