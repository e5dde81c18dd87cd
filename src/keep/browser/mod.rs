//! The browser's side of keeping: all that this room asks of a browser stands in this folder.

mod local_storage;
mod locks;
mod mirror;

pub use local_storage::BrowserStorage;
pub use locks::alone;
pub use mirror::Mirror;
