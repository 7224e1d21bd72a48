"""The trainer's desk on the screen: clients, their history, records, paper, rights."""
