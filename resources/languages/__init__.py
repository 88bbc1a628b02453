"""The words of the program in Latvian and Ukrainian; English is written in the code itself."""
