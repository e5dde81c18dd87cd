//! Every kind of value as it is drawn.

use crate::by_line;
use crate::samples::SAMPLES;
use monosashi::chart::{ChartSpec, draw};

/// The picture without its sentence, which is room `words`' business.
fn drawn(mut spec: ChartSpec, text_size: f64, width: u32) -> String {
    spec.description.clear();
    spec.text_size = text_size;
    by_line(&draw(&spec, width))
}

#[test]
fn every_ruler_is_drawn_as_it_was() {
    for sample in SAMPLES {
        if let Some(spec) = sample.ruler() {
            insta::assert_snapshot!(format!("ruler-{}", sample.kind), drawn(spec, 13.0, 464));
        }
    }
}

#[test]
fn every_time_chart_is_drawn_as_it_was() {
    for sample in SAMPLES {
        if let Some(spec) = sample.time_chart() {
            insta::assert_snapshot!(format!("time-{}", sample.kind), drawn(spec, 16.0, 788));
        }
    }
}

#[test]
fn a_narrow_phone_and_a_projector_get_what_fits_them() {
    let sample = &SAMPLES[0];
    let (ruler, chart) = (sample.ruler().unwrap(), sample.time_chart().unwrap());
    insta::assert_snapshot!("narrow-ruler", drawn(ruler.clone(), 13.0, 280));
    insta::assert_snapshot!("narrow-time", drawn(chart, 14.0, 320));
    insta::assert_snapshot!("projector-ruler", drawn(ruler, 26.0, 1136));
}
