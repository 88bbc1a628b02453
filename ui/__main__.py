"""``python -m ui``: the same as the installed command ``kopa``."""

import sys

from ui.start import main

sys.exit(main(sys.argv[1:]))
