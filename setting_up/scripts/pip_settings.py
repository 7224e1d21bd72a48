"""Print as JSON what a person has set for pip, in files and in the environment.

``python -I pip_settings.py PIP_WHEEL COMMAND``. pip reads its settings itself, so that every file
counts that it knows, in its own order.
"""

import json
import sys


def main(wheel: str, command: str) -> int:
    """Print the settings that hold for pip's *command*, by name; return the exit status."""
    sys.path.insert(0, wheel)
    from pip._internal.configuration import Configuration
    from pip._internal.exceptions import ConfigurationError

    configuration = Configuration(isolated=False)
    try:
        configuration.load()
    except (ConfigurationError, OSError, UnicodeError) as error:
        print(" ".join(str(error).split()), file=sys.stderr)
        return 1
    found = [item for _, settings in configuration.items() for item in settings.items()]
    print(
        json.dumps(
            {
                key.partition(".")[2]: value
                for section in ("global", command, ":env:")
                for key, value in found
                if key.partition(".")[0] == section and value
            }
        )
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
