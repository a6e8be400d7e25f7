# The commands of the house. `just` alone lists them.

_list:
    @just --list --unsorted

# Serve the demonstration place on http://127.0.0.1:8080
demo *options:
    cargo run --release -p app -- demo {{options}}

# Test one capability while working on it: `just test spaces`, `just test spaces cancellation`
test crate *filter:
    cargo nextest run -p {{crate}} {{filter}}

# The whole check, the same as CI: tools, formatting, lints, every test
ci:
    bin/test

# Format everything
fmt:
    cargo fmt --all

# Lint everything, tests included
lint:
    cargo clippy --workspace --all-targets -- -D warnings

# The house rules alone: who depends on whom, purity, tables, lengths, words, messages
tidy:
    cargo nextest run -p tidy

# The numbers to watch: lengths, share of tests and comments, dependencies
stats:
    @cargo run --quiet -p tidy

# Pictures of every page of the journeys, light and dark, phone and desk, in target/look
look *filter:
    TRIBU_LOOK="{{justfile_directory()}}/target/look" cargo nextest run -p app -E 'test(/journey/)' {{filter}}

# Take the pictures of the user's guide anew, in both languages
guide:
    TRIBU_GUIDE=1 cargo nextest run -p app -E 'test(the_guide_shows)'

# A house of ten years (12,000 people, 400,000 bookings, 900,000 check-ins) in an empty database
seed-large database="sqlite:large.db":
    cargo run --release -p bench -- seed-large {{database}}

# Speed, memory and weight of the real program against what it promises (docs/speed.md): `just bench`, `just bench pages month` (also: bookings, start, large; network only by name)
bench *measures:
    cargo build --release -p app -p bench
    "${CARGO_TARGET_DIR:-{{justfile_directory()}}/target}/release/bench" all {{measures}}

# A thousand invoices set by the press alone, on two threads: time and memory
press:
    cargo run --release -p press --example thousand

# Every race 1,000 times on both engines, also through two programs; 200 times kill -9 (CI: 50 and 10)
torture:
    TRIBU_RACES=1000 TRIBU_KILLS=200 cargo nextest run --profile torture -p spaces -p offers -p billing -p events -p doors -p stewardship -p network -p hires -p app -E 'test(/race/) + test(/once/) + test(/torture::/) + test(never_with_two)' --no-capture

# Write the permission matrix anew; read its difference before keeping it
matrix:
    TRIBU_WRITE_MATRIX=1 cargo nextest run -p app -E 'test(permission_matrix)'

# Accept the golden files that changed, after reading their difference
golden:
    INSTA_UPDATE=always cargo nextest run --workspace && git diff --stat -- '*.snap' '*/golden/*'

# A consistent copy of a running place: `just backup saturday.tribu`
backup file:
    cargo run --release -p app -- backup {{file}}
