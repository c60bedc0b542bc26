//! Leaving off.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Says to work in other threads and programs that nobody waits for it any more.
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    pub fn set(&self) {
        self.0.store(true, Ordering::Release);
    }

    pub fn is_set(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }
}
