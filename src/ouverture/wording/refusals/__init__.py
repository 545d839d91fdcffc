"""What a refusal says and leaves out: reason, article, remedies, and so whether the clock runs. Start: letter."""
