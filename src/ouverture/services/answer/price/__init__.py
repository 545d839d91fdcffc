"""How much: a file of care lines read, priced, explained; what is not known is asked, if it can change a cent."""
