"""Order, retries, schedule and run report under Prefect; thin, with no question about content."""
