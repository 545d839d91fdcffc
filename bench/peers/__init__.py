"""The same core rules as others would write them. Measured against, never imported by the product."""
