"""What is kept on the laptop: drafts, finished screenings, the gym's key and settings.

For a desk: ``opening.open_store(addresses.default_address())``, then ``keeping.take_waiting``
and ``erasing.finish_erasing``; ``desk.Desk`` opens with the trainer's secret and gives cards and
contents; ``clients.clients_of`` finds clients; ``keeping.keep`` adds (``corrects`` for a
correction, ``client`` for a re-test); ``papers.paper_made`` after each report; ``shelf.note`` for
the audit log; ``erasing.erase_client``. Everything raises ``errors.StoreError`` with a sentence.
"""
