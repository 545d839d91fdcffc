"""Any file on any desk: queue, search, the file, its acts with their forms, what would happen, what was done.

Made from the data alone; a desk drawn by hand replaces a page of it, never the use cases behind it.
"""
