"""Runs a program of the benchmark within the application, on the database of the environment.

python -m tests.benchmark.within questions
"""

import sys
from importlib import import_module

import django

django.setup()
import_module(f"tests.benchmark.{sys.argv[1]}").main()
