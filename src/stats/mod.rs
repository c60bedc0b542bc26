//! What the answers and readings come to.
