"""The picture of a scanned page: straightened, cleaned, its dark shapes and tints measured."""
