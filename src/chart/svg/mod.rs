//! SVG through plotters: the backend, the roles shapes play, the widths of text.

mod backend;
mod canvas;
mod role;
mod standalone;
mod width;

pub use backend::Frame;
pub use canvas::{Anchor, Canvas, Place, Plane, width_of};
pub use role::Role;
pub use standalone::standalone;
pub use width::{fit, wrap};
