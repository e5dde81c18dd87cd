//! SVG through plotters: the backend, the roles shapes play, the widths of text.

mod backend;
mod canvas;
mod role;
mod standalone;
mod width;
mod writer;

pub use canvas::{Anchor, Canvas, Place, Plane, width_of};
pub use role::Role;
pub use standalone::standalone;
pub use width::{fit, text_width, wrap};
pub use writer::Frame;
