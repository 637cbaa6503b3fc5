"""A list as Django and django-filter give it: no index of its own, on the application's tables."""
