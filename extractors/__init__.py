"""Bytes to blocks to action rows; knows nothing of normalised values, Prefect or the disk."""
