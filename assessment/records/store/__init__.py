"""The database of records: opened, migrated, read and written."""
