"""The window: the only half of the program that knows Qt."""

from ui.immortal import keep_the_constants

keep_the_constants()
