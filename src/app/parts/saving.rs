//! A picture or its figures as a file, and the link to a screen.

use super::button::button;
use crate::app::browser;
use crate::app::errors::Trouble;
use crate::app::state::App;
use crate::chart::{ChartSpec, draw, standalone};
use crate::plan::{Id, Indicator};
use crate::words::{self, fill};
use crate::write;
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue, closure::Closure};

/// The width of a saved picture in pixels, and how many times finer a PNG is.
const WIDTH: u32 = 800;
const FINER: f64 = 2.0;

/// The buttons under an indicator's chart.
pub fn buttons(app: App, indicator: &Indicator, chart: Option<ChartSpec>) -> Vec<AnyView> {
    let texts = &app.words().indicator;
    let (name, id) = (indicator.name.clone(), indicator.id.clone());
    let drawn = chart.map(|spec| {
        let (svg_name, png_name) = (file_name(&name, "svg"), file_name(&name, "png"));
        let png_spec = spec.clone();
        let svg = move || {
            let saved = browser::download_text(
                &svg_name,
                "image/svg+xml",
                &standalone(&draw(&spec, WIDTH)),
            );
            tell(app, saved, &svg_name);
        };
        let png = move || save_png(app, standalone(&draw(&png_spec, WIDTH)), png_name.clone());
        [
            button("button", texts.save_svg, svg),
            button("button", texts.save_png, png),
        ]
    });
    let csv = move || save_csv(app, &id, &file_name(&name, "csv"));
    let others = [
        button("button", texts.save_csv, csv),
        button("button", texts.share, move || copy_link(app)),
    ];
    let all = drawn.into_iter().flatten().chain(others);
    all.collect::<Vec<_>>()
}

/// A file's name out of a title: what no system's files may hold is left out.
pub fn file_name(title: &str, extension: &str) -> String {
    let kept: String = title
        .chars()
        .filter(|character| !character.is_control() && !r#"\/:*?"<>|"#.contains(*character))
        .take(60)
        .collect();
    [kept.trim(), ".", extension].concat()
}

/// Says that a file was handed over.
pub fn tell(app: App, saved: bool, name: &str) {
    let words = app.words();
    app.say(if saved {
        fill(words.app.exported, &[("file", name)])
    } else {
        Trouble::Download(name.to_owned()).told(words)
    });
}

fn save_csv(app: App, id: &Id, name: &str) {
    let (csv, left_out) = app.read_once(|document| {
        let plan = document.plan();
        let left_out = plan.indicator(id).map(|of| write::left_out(plan, of));
        let told = words::left_out(app.words(), &left_out.unwrap_or_default());
        (write::indicator_csv(plan, id), told)
    });
    if !browser::download_text(name, "text/csv", &csv) {
        return tell(app, false, name);
    }
    let said = fill(app.words().app.exported, &[("file", name)]);
    app.say([said, left_out].concat());
}

/// Draws the picture on a canvas of white paper and hands it over.
fn save_png(app: App, svg: String, name: String) {
    let Ok(image) = web_sys::HtmlImageElement::new() else {
        return tell(app, false, &name);
    };
    let encoded: String = js_sys::encode_uri_component(&svg).into();
    let drawn = image.clone();
    let when_loaded = Closure::once_into_js(move || {
        let saved = canvas_of(&drawn).and_then(|canvas| {
            let hand_over = named(name.clone());
            canvas.to_blob(hand_over.unchecked_ref())
        });
        tell(app, saved.is_ok(), &name);
    });
    image.set_onload(Some(when_loaded.unchecked_ref()));
    image.set_src(&["data:image/svg+xml;charset=utf-8,", &encoded].concat());
}

/// Hands the blob it is given over under a name.
fn named(name: String) -> JsValue {
    Closure::once_into_js(move |blob: JsValue| {
        if let Ok(blob) = blob.dyn_into::<web_sys::Blob>() {
            browser::download_blob(&name, &blob);
        }
    })
}

fn canvas_of(image: &web_sys::HtmlImageElement) -> Result<web_sys::HtmlCanvasElement, JsValue> {
    let canvas: web_sys::HtmlCanvasElement = document().create_element("canvas")?.dyn_into()?;
    let (width, height) = (
        f64::from(image.width()) * FINER,
        f64::from(image.height()) * FINER,
    );
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a picture's size
    {
        canvas.set_width(width as u32);
        canvas.set_height(height as u32);
    }
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: web_sys::CanvasRenderingContext2d = context.dyn_into()?;
    context.set_fill_style_str("#fff");
    context.fill_rect(0.0, 0.0, width, height);
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height)?;
    Ok(canvas)
}

/// Copies the address of the screen.
fn copy_link(app: App) {
    let words = app.words();
    let Ok(address) = window().location().href() else {
        return;
    };
    let copying = window().navigator().clipboard().write_text(&address);
    wasm_bindgen_futures::spawn_local(async move {
        let copied = wasm_bindgen_futures::JsFuture::from(copying).await.is_ok();
        app.say(if copied {
            words.indicator.copied.to_owned()
        } else {
            Trouble::Copy(address).told(words)
        });
    });
}
