"""Papers read: the text that a PDF carries, and letters recognised on pictures, in a process of its own with limits.

The recogniser and its models come from the packages of the optional extra ``papers``; nothing is fetched. Start with
``reader``.
"""
