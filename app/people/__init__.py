"""What touches a person everywhere: who is in the building, merging, erasing."""
