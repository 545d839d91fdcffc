"""Calls to an office, prepared: what to have at hand, to say and to ask, and what each answer changes.

A non-programmer extends it: one file a situation in ``data/calls/sheets``, the answers beside it. It knows no file of a
person: ``services.calls`` joins the two.
"""
