# Each target is one script. ARGS goes to the program: make run ARGS="--listen 0.0.0.0:12111"
.PHONY: help setup run test check build bench soak update

help:
	@echo "make run     set up, build, start a server on ./data and print a session to open"
	@echo "make test    set up and run every test"
	@echo "make check   formatting, lints, bans, licences and sources"
	@echo "make build   target/release/bonafide, its models and its pages"
	@echo "make bench   measure the figures in the README on this machine"
	@echo "make soak    random sequences of calls, then the kill test over and over (SOAK_MINUTES=10)"
	@echo "make update  regenerate what is generated: the checked queries, parts of docs/"
	@echo "make setup   install what 'make test' needs, without running it"

setup:
	@scripts/setup test

run:
	@scripts/run $(ARGS)

test:
	@scripts/test $(ARGS)

check:
	@scripts/check

build:
	@scripts/build

bench:
	@scripts/bench $(ARGS)

soak:
	@scripts/soak

update:
	@scripts/update
