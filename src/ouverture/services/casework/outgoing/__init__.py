"""The papers that leave a file, as plain values without layout: letters, sheets to copy, statements, proofs."""
