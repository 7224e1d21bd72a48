"""The program's version."""

VERSION = "2.0.0"
