"""Speed: constructed reports of the density of real ones, CPU seconds by room. Run by hand; results are committed with date and machine."""
