"""The ways out of the house: letters in a folder, to be printed and posted, and e-mail through one mail server.

A message keeps its identity however often it is tried: a letter is one file, an e-mail carries the same Message-ID.
"""
