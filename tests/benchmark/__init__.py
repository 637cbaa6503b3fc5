"""What `make bench` runs: corpora, peers, measurements and the report in docs/benchmark.md."""
