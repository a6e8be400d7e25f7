//! What a reader remembers between two transactions, as long as nobody has written anything.
//!
//! SQLite tells each connection whether another one, of this process or of another, has committed since it last looked. Until then
//! a view that is asked for again need not be read again. PostgreSQL tells nothing of the kind: there everything is read each time.

use std::any::Any;
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

/// The most views that one reader remembers; one more, and it begins anew.
const MOST: usize = 16;

type Kept = Arc<dyn Any + Send + Sync>;

/// The memory of one reading connection.
#[derive(Debug, Default)]
pub(super) struct Memory(RefCell<Inside>);

#[derive(Debug, Default)]
struct Inside {
    /// What SQLite counts up when somebody else has committed.
    version: i64,
    views: HashMap<String, Kept>,
}

impl Memory {
    /// A transaction begins, and sees this version of the data: what was remembered of another one is forgotten.
    pub(super) fn look(&self, version: i64) {
        let mut inside = self.0.borrow_mut();
        if inside.version != version {
            inside.version = version;
            inside.views.clear();
        }
    }

    /// The view of that name, if it is remembered.
    pub(super) fn recall<V: Any + Send + Sync>(&self, name: &str) -> Option<Arc<V>> {
        let kept = self.0.borrow().views.get(name).map(Arc::clone)?;
        kept.downcast().ok()
    }

    /// Remembers a view.
    pub(super) fn keep<V: Any + Send + Sync>(&self, name: String, view: &Arc<V>) {
        let mut inside = self.0.borrow_mut();
        if inside.views.len() >= MOST {
            inside.views.clear();
        }
        let view: Arc<V> = Arc::clone(view);
        inside.views.insert(name, view);
    }
}
