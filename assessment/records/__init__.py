"""What is kept on the laptop: finished screenings in a store, drafts, and the gym's key.

For a desk: ``store.opening.open_store``, then ``adding.take_waiting`` and
``erasing.finish_erasing``; ``sealing.desk_session.Desk`` opens with the trainer's secret and gives
cards and contents; ``adding.keep`` adds; ``store.repository.note`` writes the audit log. Everything
raises ``errors.StoreError`` with a sentence.
"""
