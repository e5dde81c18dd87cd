//! Series of every kind, for the tests of this room. Names and figures are those of real plans; actuals are invented.

use super::build::{Judged, rulers, spec, time::time_chart};
use super::spec::{ChartSpec, Picture};
use super::words::{BoundTerms, ChartTerms, ChartWords};
use crate::judge::{Grade, Point, Series, Side};
use crate::plan::{Bound, FiscalYear, Period, PlanPeriod};

/// The words of the tests.
pub fn words() -> ChartWords {
    ChartWords {
        title: "ふるさと納税の寄附金額".to_owned(),
        sentence: "目安を上回っています。".to_owned(),
        grade: "順調",
        terms: ChartTerms {
            baseline: "基準",
            target: "目標",
            interim: "中間目標",
            actual: "実績",
            pace: "目安",
            pace_line: "目安の線",
            year_unknown: "年度不明",
            year: "年度",
            series: "項目",
            stage: "段階",
            unit: "単位",
            no_baseline: "基準値なし",
            not_entered: "未入力",
            fiscal_year: "{year}年度",
            calendar_year: "{year}年",
            short_and_western: "{short}（{western}）",
            reiwa: "令和",
            heisei: "平成",
            showa: "昭和",
            first_year: "元",
            bounds: BoundTerms {
                at_least: "{figure}以上",
                at_most: "{figure}以下",
                more_than: "{figure}超",
                less_than: "{figure}未満",
            },
            role_and_period: "{role}（{period}）",
            range: "{low}～{high}",
            magnitudes: &[(1e12, "兆"), (1e8, "億"), (1e4, "万")],
        },
    }
}

/// One sample: its name, its series, the grade and the year of the actual to mark.
pub struct Sample {
    pub name: &'static str,
    pub series: Vec<Series>,
    pub grade: Grade,
    pub year: Option<i32>,
    pub missing: &'static str,
}

impl Sample {
    pub fn ruler(&self) -> Option<ChartSpec> {
        let judged = Judged {
            grade: self.grade,
            marked: Some(fiscal(self.year)),
        };
        let picture = rulers(
            &self.series,
            |_, _| judged,
            self.missing,
            PlanPeriod::default(),
            &words().terms,
        )?;
        Some(spec(self.name, self.grade, &words(), "ruler", picture))
    }

    pub fn time_chart(&self) -> Option<ChartSpec> {
        let chart = time_chart(&self.series, PlanPeriod::default(), &words().terms)?;
        Some(spec(
            self.name,
            self.grade,
            &words(),
            "time",
            Picture::TimeChart(chart),
        ))
    }
}

pub fn fiscal(year: Option<i32>) -> Period {
    year.map_or(Period::Unknown, |year| Period::FiscalYear(FiscalYear(year)))
}

/// Western year (none: unknown), figure.
type At = (Option<i32>, f64);

pub fn point((year, number): At, decimals: u8) -> Point {
    Point {
        period: fiscal(year),
        number,
        decimals,
        ..Point::default()
    }
}

pub fn series(
    unit: &str,
    decimals: u8,
    baseline: Option<At>,
    targets: &[At],
    actuals: &[At],
    side: Side,
) -> Series {
    Series {
        unit: unit.to_owned(),
        baseline: baseline.map(|at| point(at, decimals)),
        targets: targets.iter().map(|at| point(*at, decimals)).collect(),
        actuals: actuals.iter().map(|at| point(*at, decimals)).collect(),
        side,
        ..Series::default()
    }
}

fn bounded(mut series: Series, bound: Bound) -> Series {
    for target in &mut series.targets {
        target.bound = Some(bound);
    }
    series
}

fn labelled(mut series: Series, label: &str) -> Series {
    label.clone_into(&mut series.label);
    series
}

/// A year with its figure.
fn at(year: i32, number: f64) -> At {
    (Some(year), number)
}

/// Every kind of value.
pub fn samples() -> Vec<Sample> {
    use Grade::{Achieved, Backward, Behind, NotJudged, OnTrack, SlightlyBehind};
    use Side::{Above, Below};
    let one = |name, series: Series, grade, year| Sample {
        name,
        series: vec![series],
        grade,
        year,
        missing: "",
    };
    let unknown = |number| (None, number);
    vec![
        one(
            "rising",
            series(
                "千円",
                0,
                Some(at(2024, 70_709.0)),
                &[at(2029, 411_519.0)],
                &[at(2025, 150_800.0)],
                Above,
            ),
            OnTrack,
            Some(2025),
        ),
        one(
            "percent-behind",
            series(
                "%",
                1,
                Some(at(2024, 14.3)),
                &[at(2029, 35.0)],
                &[at(2025, 16.9)],
                Above,
            ),
            SlightlyBehind,
            Some(2025),
        ),
        one(
            "overshoot",
            series(
                "%",
                1,
                Some(at(2024, 88.1)),
                &[at(2029, 90.0)],
                &[at(2025, 90.04)],
                Above,
            ),
            Achieved,
            Some(2025),
        ),
        one(
            "overshoot-far",
            series(
                "件",
                0,
                Some(at(2024, 100.0)),
                &[at(2029, 120.0)],
                &[at(2025, 240.0)],
                Above,
            ),
            Achieved,
            Some(2025),
        ),
        one(
            "backward",
            series(
                "%",
                1,
                Some(at(2024, 83.3)),
                &[at(2029, 85.0)],
                &[at(2025, 83.23)],
                Above,
            ),
            Backward,
            Some(2025),
        ),
        one(
            "backward-far",
            series(
                "%",
                1,
                Some(at(2024, 83.3)),
                &[at(2029, 85.0)],
                &[at(2025, 70.2)],
                Above,
            ),
            Backward,
            Some(2025),
        ),
        one(
            "falling-two-targets-unknown-year",
            series(
                "千円",
                0,
                Some(unknown(77_826.0)),
                &[at(2030, 66_326.0), at(2035, 56_326.0)],
                &[at(2026, 76_100.0), at(2027, 72_000.0)],
                Below,
            ),
            SlightlyBehind,
            Some(2027),
        ),
        one(
            "two-targets",
            series(
                "人",
                0,
                Some(at(2024, 120.0)),
                &[at(2027, 500.0), at(2029, 600.0)],
                &[at(2025, 200.0), at(2026, 390.0)],
                Above,
            ),
            Behind,
            Some(2026),
        ),
        one(
            "no-actual",
            series(
                "主体",
                0,
                Some(at(2024, 18.0)),
                &[at(2029, 20.0)],
                &[],
                Above,
            ),
            NotJudged,
            None,
        ),
        Sample {
            missing: "未整備",
            ..one(
                "missing-baseline",
                series(
                    "人",
                    0,
                    None,
                    &[at(2026, 3_500.0)],
                    &[at(2024, 1_200.0)],
                    Above,
                ),
                NotJudged,
                Some(2024),
            )
        },
        one(
            "no-baseline-two-targets",
            series(
                "人",
                0,
                None,
                &[at(2030, 500.0), at(2035, 800.0)],
                &[],
                Above,
            ),
            NotJudged,
            None,
        ),
        one(
            "maintained-floor",
            series(
                "人",
                0,
                Some(at(2024, 41_616.0)),
                &[at(2029, 41_000.0)],
                &[at(2025, 41_450.0)],
                Above,
            ),
            Achieved,
            Some(2025),
        ),
        one(
            "maintained-same",
            series(
                "回",
                0,
                Some(at(2024, 28.0)),
                &[at(2029, 28.0)],
                &[at(2025, 26.0)],
                Above,
            ),
            SlightlyBehind,
            Some(2025),
        ),
        one(
            "maintained-full",
            series(
                "%",
                1,
                Some(unknown(99.7)),
                &[at(2030, 99.7), at(2035, 99.7)],
                &[at(2026, 99.8)],
                Above,
            ),
            Achieved,
            Some(2026),
        ),
        one(
            "ceiling",
            bounded(
                series(
                    "%",
                    1,
                    Some(at(2024, 9.3)),
                    &[at(2029, 10.0)],
                    &[at(2025, 10.6)],
                    Below,
                ),
                Bound::LessThan,
            ),
            Behind,
            Some(2025),
        ),
        one(
            "bound-ahead",
            bounded(
                series(
                    "%",
                    0,
                    Some(at(2024, 30.0)),
                    &[at(2029, 50.0)],
                    &[at(2025, 35.0)],
                    Above,
                ),
                Bound::AtLeast,
            ),
            OnTrack,
            Some(2025),
        ),
        one(
            "range",
            {
                let mut series = series(
                    "%",
                    0,
                    Some(at(2024, 7.0)),
                    &[at(2029, 5.0)],
                    &[at(2025, 11.0)],
                    Side::Around,
                );
                series.targets[0].upper = Some(10.0);
                series
            },
            Behind,
            Some(2025),
        ),
        one(
            "rate",
            series(
                "回/年",
                0,
                Some(at(2024, 2.0)),
                &[at(2029, 5.0)],
                &[at(2025, 3.0)],
                Above,
            ),
            OnTrack,
            Some(2025),
        ),
        Sample {
            name: "compound",
            series: vec![
                labelled(
                    series(
                        "戸",
                        0,
                        Some(unknown(168.0)),
                        &[at(2035, 84.0)],
                        &[at(2026, 150.0)],
                        Below,
                    ),
                    "直営戸数",
                ),
                labelled(
                    series("戸", 0, None, &[at(2035, 84.0)], &[at(2026, 12.0)], Above),
                    "民営戸数",
                ),
            ],
            grade: OnTrack,
            year: Some(2026),
            missing: "",
        },
        one(
            "long-plan",
            series(
                "件",
                0,
                Some(at(2018, 55.0)),
                &[at(2030, 240.0)],
                &[
                    at(2019, 60.0),
                    at(2020, 58.0),
                    at(2021, 90.0),
                    at(2022, 120.0),
                    at(2023, 118.0),
                    at(2024, 160.0),
                ],
                Above,
            ),
            OnTrack,
            Some(2024),
        ),
        one(
            "tiny",
            series(
                "mg",
                6,
                Some(at(2024, 0.000_012)),
                &[at(2029, 0.000_008)],
                &[at(2025, 0.000_011)],
                Below,
            ),
            SlightlyBehind,
            Some(2025),
        ),
        one(
            "huge",
            series(
                "円",
                0,
                Some(at(2024, 1.2e15)),
                &[at(2029, 3.4e18)],
                &[at(2025, 9.9e17)],
                Above,
            ),
            OnTrack,
            Some(2025),
        ),
        one(
            "near-target",
            series(
                "千円",
                0,
                Some(at(2024, 70_709.0)),
                &[at(2029, 411_519.0)],
                &[at(2025, 390_000.0)],
                Above,
            ),
            OnTrack,
            Some(2025),
        ),
        one(
            "hostile",
            series(
                "<script>alert(1)</script>\"'&",
                0,
                Some(at(2024, 1.0)),
                &[at(2029, 5.0)],
                &[at(2025, 2.0)],
                Above,
            ),
            OnTrack,
            Some(2025),
        ),
    ]
}
