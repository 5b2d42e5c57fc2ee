"""What is typed about units, enterprises and days."""
