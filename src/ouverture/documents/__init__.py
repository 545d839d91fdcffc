"""What stands in ``docs`` and is written from the code: one module a document, each held equal to it by a test."""
