//! Every kind of picture on one page, to look at while drawing is changed.
//!
//! `cargo run --example gallery -- [ruler|time] [WIDTH] [TEXT_SIZE] > gallery.html`
#![allow(clippy::print_stdout, missing_docs)]

use monosashi::chart::draw;

#[path = "../tests/pictures/samples.rs"]
mod samples;

const STYLE: &str = "
body { margin: 16px; background: var(--paper); color: var(--ink); font-family: 'Noto Sans CJK JP', sans-serif; }
main { display: grid; gap: 24px 48px; }
h2 { margin: 0 0 4px; font-size: 12px; font-weight: 400; }
";

fn main() {
    let mut arguments = std::env::args().skip(1);
    let time = arguments.next().as_deref() == Some("time");
    let width = arguments
        .next()
        .and_then(|width| width.parse().ok())
        .unwrap_or(464);
    let text_size = arguments
        .next()
        .and_then(|size| size.parse().ok())
        .unwrap_or(13.0);
    println!(
        "<!doctype html><html lang=\"ja\"><meta charset=\"utf-8\"><title>gallery</title><style>"
    );
    println!(
        "{}{}",
        include_str!("../style/tokens.css"),
        include_str!("../style/chart.css")
    );
    println!(
        "{STYLE}main {{ grid-template-columns: repeat(auto-fill, {width}px); }}</style><main>"
    );
    for sample in samples::SAMPLES {
        let spec = if time {
            sample.time_chart()
        } else {
            sample.ruler()
        };
        if let Some(mut spec) = spec {
            spec.text_size = text_size;
            println!(
                "<section><h2>{}</h2>{}</section>",
                sample.kind,
                draw(&spec, width)
            );
        }
    }
    println!("</main></html>");
}
