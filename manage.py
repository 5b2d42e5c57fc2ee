#!/usr/bin/env python
import sys

from django.core.management import execute_from_command_line

from config.servers import environment


def main() -> None:
    with environment.for_command(sys.argv):
        execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
