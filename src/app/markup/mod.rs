//! Markup that several screens share and that needs no browser: the first screen of a published plan stands in the page
//! before the app comes, made natively by the same functions.

pub mod card;
pub mod frame;
pub mod goals;
pub mod grade;
pub mod icon;
pub mod overview;

use crate::words::Piece;
use maud::{Markup, html};

/// Pieces of a sentence, the figures in it large.
pub fn strong_figures(pieces: Vec<Piece>) -> Markup {
    html! {
        @for piece in pieces {
            @if piece.strong { strong { (piece.text) } } @else { (piece.text) }
        }
    }
}
