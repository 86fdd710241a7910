# SPDX-License-Identifier: Apache-2.0
# On Debian or Ubuntu with Swift, `make charts` and `make test` do everything; `make` alone lists the rest.

# What must be installed besides Swift and make: first what Tongbi needs when it runs (under the names that are the same
# on all systems: libzip-dev brings libzip4 or libzip5), then what the Swift tools stand on.
PACKAGES := libcairo2-dev libpango1.0-dev libdeflate-dev libzip-dev libxml2-dev libyaml-dev fonts-noto-cjk \
  ca-certificates git g++ libcurl4-openssl-dev libncurses-dev libsqlite3-dev
# What the benchmarks need besides, and the programs on PyPI that Tongbi is measured beside.
BENCH_PACKAGES := mawk time python3-venv
BENCH_PEERS := duckdb-cli polars datafusion openpyxl
SWIFT_MINIMUM := 6.2
PREFIX ?= /usr/local
# One way to build the release, so that `make install` after `make charts` has nothing left to compile. To start takes most
# of the time of a short run. So metadata of generic types is asked for by function, as looking types up by name is a tenth
# of it; the program stays where it is linked, as to move it changes 45,000 pointers; and it brings the C++ library that
# Swift stands on (by a folder in which the linker finds no other form of it), as to load that takes a thousand look-ups.
RELEASE := mkdir -p .build/static && ln -sf "$$(g++ -print-file-name=libstdc++.a)" .build/static/ && \
  swift build -c release --product tongbi --static-swift-stdlib --disable-local-rpath --no-color-diagnostics \
  -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors \
  -Xswiftc '-L$(CURDIR)/.build/static' -Xswiftc -Xclang-linker -Xswiftc -static-libgcc -Xswiftc -Xclang-linker -Xswiftc -no-pie

export NO_COLOR := 1
.ONESHELL:
.SHELLFLAGS := -eu -c
.SILENT:
.DEFAULT_GOAL := help
.PHONY: help charts test lint format bench install clean ready

help: ## list these targets
	echo 'Tongbi: figures, year-over-year changes and charts from the reports of health facilities'
	echo
	awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

charts: ready ## draw the sample data in data/ as the gallery in charts/
	$(RELEASE)
	.build/release/tongbi build data --out charts

test: ready ## build and run all tests
	swift build --build-tests --no-color-diagnostics
	swift test --skip-build --disable-xctest

lint: ready ## check the form of all Swift files
	swift format lint --strict --recursive Package.swift Sources Tests
	echo 'lint: clean'

format: ready ## put all Swift files into that form
	swift format --in-place --recursive Package.swift Sources Tests

# The others are installed once; `make clean` makes way for newer ones.
bench: PACKAGES += $(BENCH_PACKAGES)
bench: ready ## time it beside others (SIZES="10000 1000000-shuffled", Benchmarks/README.md)
	$(RELEASE)
	if ! [ -e .build-bench/ready ]; then
	  echo 'installing from PyPI into .build-bench: $(BENCH_PEERS)'
	  python3 -m venv .build-bench
	  .build-bench/bin/pip install --quiet --disable-pip-version-check $(BENCH_PEERS)
	  touch .build-bench/ready
	fi
	.build-bench/bin/python Benchmarks/bench.py --tongbi .build/release/tongbi --folder .build-bench/data $(SIZES)

install: ready ## install the program into PREFIX/bin (PREFIX=/usr/local)
	$(RELEASE)
	target='$(DESTDIR)$(PREFIX)/bin/tongbi'
	install -D -m 755 .build/release/tongbi "$$target" || {
	  echo "make: $$target cannot be written. Choose another place, for example: make install PREFIX=\$$HOME/.local" >&2
	  echo "or copy the program that is built: sudo install -D -m 755 .build/release/tongbi $$target" >&2
	  exit 1
	}
	echo "installed: $$target"

clean: ## remove what was built; charts/ stays
	rm -rf .build .build-bench

# Installs the packages that are missing and checks the Swift version; does nothing where all is there.
ready:
	command -v swift >/dev/null || {
	  echo 'make: swift is not on the PATH. Install Swift $(SWIFT_MINIMUM) or later from https://www.swift.org/install/linux' >&2
	  echo 'and run make again as the user who has it (sudo often hides it; make calls sudo by itself where needed).' >&2
	  exit 1
	}
	missing=
	if command -v dpkg-query >/dev/null; then
	  for package in $(PACKAGES); do
	    dpkg-query -W -f='$${db:Status-Status}\n' "$$package" 2>/dev/null | grep -qx installed || missing="$$missing $$package"
	  done
	else
	  echo 'make: this is neither Debian nor Ubuntu, so packages are not checked. Tongbi needs the likes of: $(PACKAGES)' >&2
	fi
	if [ -n "$$missing" ]; then
	  sudo=
	  if [ "$$(id -u)" -ne 0 ]; then
	    sudo=sudo
	    command -v sudo >/dev/null || {
	      echo 'make: packages are missing, and there is no sudo to install them. Ask the administrator to run, as root:' >&2
	      echo "  apt-get update && apt-get install -y --no-install-recommends$$missing" >&2
	      exit 1
	    }
	  fi
	  apt="$$sudo env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300"
	  echo "installing with apt-get:$$missing"
	  $$apt update || true
	  $$apt install -y --no-install-recommends $$missing >/dev/null || {
	    echo 'make: apt-get could not install what is missing (its words stand above). Check the network, or have run, as root:' >&2
	    echo "  apt-get update && apt-get install -y --no-install-recommends$$missing" >&2
	    exit 1
	  }
	fi
	version=$$(swift --version 2>&1 | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' | head -n 1)
	[ -n "$$version" ] || { echo 'make: swift --version fails:' >&2; swift --version >&2; exit 1; }
	printf '%s\n' $(SWIFT_MINIMUM) "$$version" | sort -C -V || {
	  echo "make: Swift $$version is too old; $(SWIFT_MINIMUM) or later is needed: https://www.swift.org/install/linux" >&2
	  exit 1
	}
