"""``python -m assessment`` is ``posterior-chain``."""

import sys

from assessment.cli import main

if __name__ == "__main__":
    sys.exit(main())
