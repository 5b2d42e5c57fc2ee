"""Invented people in real units: a site to try things on, loaded and removed by `manage.py demo`."""
