"""The looks of the screens, and how far colours stand apart."""
