"""The training is no part of the installed package: its folder lies beside it in a checkout."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2]))
