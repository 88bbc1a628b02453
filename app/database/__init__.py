"""Engine, keys, turn and journal, upgrade."""
