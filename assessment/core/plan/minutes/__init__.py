"""Chosen exercises and a client's minutes -> pairs, sets and sessions that fit."""
