//! Speed, by hand: `cargo test --release --test judge -- --ignored --nocapture`.

use crate::build::*;
use monosashi::judge::{Yardstick, judge_all, scale_named};
use monosashi::plan::{Formula, Indicator};
use std::time::{Duration, Instant};

/// 10,000 indicators of the kinds that plans hold, ten years of actuals each.
fn many() -> Vec<Indicator> {
    let kinds = [
        named("ふるさと納税の寄附金額（累計）")
            .unit("千円")
            .from(2015, bare(70_709.0))
            .to(2026, bare(411_519.0)),
        named("多文化共生懇談会の開催回数")
            .unit("回")
            .from(2015, number("12", "回"))
            .to(2026, number("10", "回")),
        named("協働のまちづくり啓発事業の参加者アンケートにおける「まちづくりに参画する意思を持つ人」の割合")
            .unit("%")
            .from(2015, number("97.5", "%"))
            .to(2026, number("98.0", "%")),
        named("滞納額（町税・住宅料・住宅改良資金等）")
            .measured_by("決算時の滞納額")
            .unit("千円")
            .from(0, bare(77_826.0))
            .to(2026, bare(56_326.0)),
    ];
    let with_actuals = |kind: &Make| {
        let base = kind
            .0
            .baseline
            .as_ref()
            .unwrap()
            .value
            .single()
            .unwrap()
            .number;
        let made = Make(kind.0.clone());
        (2016..2026)
            .fold(made, |made, when| {
                made.actual(when, bare(base + f64::from(when - 2016)))
            })
            .0
    };
    let kinds: Vec<Indicator> = kinds.iter().map(with_actuals).collect();
    kinds.iter().cycle().take(10_000).cloned().collect()
}

#[test]
#[ignore = "measures; run it alone in release"]
fn ten_thousand_indicators_are_judged_within_16_ms() {
    let indicators = many();
    let chosen = Yardstick {
        formula: Some(Formula::C),
        scale: scale_named("sano").unwrap(),
    };
    for (name, by) in [("standard", Yardstick::default()), ("C, sano", chosen)] {
        let round = || {
            let start = Instant::now();
            let judged = judge_all(&indicators, period(2016, 2026), None, &by)
                .iter()
                .filter(|judgement| judgement.rate.is_some())
                .count();
            assert!(judged >= 7_500, "{judged}");
            start.elapsed()
        };
        let best = (0..9).map(|_| round()).min().unwrap();
        println!("10,000 indicators with ten actuals each, {name}: {best:?}");
        assert!(best < Duration::from_millis(16), "{best:?}");
    }
}
