//! Indicators of every kind of value. Names and figures are those of real plans; actuals are invented.

use monosashi::chart::{ChartSpec, ruler, time_chart};
use monosashi::judge::judge;
use monosashi::plan::{
    Actual, FiscalYear, Indicator, Observation, PlanPeriod, UnitHint, parse_period, parse_value,
};
use monosashi::words::{Language, chart_words, words};

/// An indicator as a plan writes it: periods and values as text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sample {
    /// What kind of value it is, for file names.
    pub kind: &'static str,
    pub name: &'static str,
    pub unit: &'static str,
    /// Period and value; an empty value is no baseline.
    pub baseline: (&'static str, &'static str),
    pub targets: &'static [(&'static str, &'static str)],
    pub actuals: &'static [(&'static str, &'static str)],
    /// The first and last year of the plan; 0 is unknown.
    pub plan: (i32, i32),
}

impl Sample {
    pub fn indicator(&self) -> Indicator {
        let hint = UnitHint {
            unit: self.unit.to_owned(),
        };
        let observed = |(period, text): &(&str, &str)| Observation {
            period: parse_period(period),
            text: (*text).to_owned(),
            value: parse_value(text, &hint),
        };
        let entered = |at: &(&str, &str)| {
            let Observation {
                period,
                text,
                value,
            } = observed(at);
            Actual {
                period,
                text,
                value,
                ..Actual::default()
            }
        };
        Indicator {
            id: self.kind.into(),
            name: self.name.to_owned(),
            unit: self.unit.to_owned(),
            baseline: (!self.baseline.1.is_empty()).then(|| observed(&self.baseline)),
            targets: self.targets.iter().map(observed).collect(),
            actuals: self.actuals.iter().map(entered).collect(),
            ..Indicator::default()
        }
    }

    pub fn period(&self) -> PlanPeriod {
        let year = |year: i32| (year > 0).then_some(FiscalYear(year));
        PlanPeriod {
            start: year(self.plan.0),
            end: year(self.plan.1),
        }
    }

    pub fn ruler(&self) -> Option<ChartSpec> {
        ruler_of(&self.indicator(), self.period())
    }

    pub fn time_chart(&self) -> Option<ChartSpec> {
        time_chart_of(&self.indicator(), self.period())
    }
}

/// The ruler of any indicator.
pub fn ruler_of(indicator: &Indicator, period: PlanPeriod) -> Option<ChartSpec> {
    let judgement = judge(indicator, period, None);
    let words = chart_words(words(Language::Japanese), indicator, &judgement);
    ruler(indicator, &judgement, period, &words)
}

/// The time chart of any indicator.
pub fn time_chart_of(indicator: &Indicator, period: PlanPeriod) -> Option<ChartSpec> {
    let judgement = judge(indicator, period, None);
    let words = chart_words(words(Language::Japanese), indicator, &judgement);
    time_chart(indicator, &judgement, period, &words)
}

const fn sample(kind: &'static str, name: &'static str, unit: &'static str) -> Sample {
    Sample {
        kind,
        name,
        unit,
        baseline: ("", ""),
        targets: &[],
        actuals: &[],
        plan: (2025, 2029),
    }
}

/// One of every kind.
pub const SAMPLES: &[Sample] = &[
    Sample {
        baseline: ("2024年度", "70,709千円"),
        targets: &[("2029年度", "411,519千円")],
        actuals: &[("R7", "150,800千円")],
        ..sample("rising", "ふるさと納税の寄附金額（累計）", "千円")
    },
    Sample {
        baseline: ("2024年度", "14.3%"),
        targets: &[("2029年度", "35.0%")],
        actuals: &[("R7", "16.9%")],
        ..sample("rising-behind", "行政手続きの電子申請率", "%")
    },
    Sample {
        baseline: ("2024年度", "88.1%"),
        targets: &[("2029年度", "90.0%")],
        actuals: &[("R7", "90.1%")],
        ..sample("overshoot", "行動変容につながったと回答した職員の割合", "%")
    },
    Sample {
        baseline: ("2024年度", "1,336件"),
        targets: &[("2029年度", "1,500件")],
        actuals: &[("R7", "2,900件")],
        ..sample("overshoot-far", "寄附件数", "件")
    },
    Sample {
        baseline: ("2024年度", "83.3%"),
        targets: &[("2029年度", "85.0%")],
        actuals: &[("R7", "82.1%")],
        ..sample("backward", "協働のまちづくり制度の継続率", "%")
    },
    Sample {
        baseline: ("令和2年度(実績)", "89.4"),
        targets: &[("令和8年度", "89.0")],
        actuals: &[("R3", "89.5"), ("R4", "89.3"), ("R5", "89.2")],
        plan: (2021, 2026),
        ..sample("falling", "経常収支比率", "%")
    },
    Sample {
        baseline: ("", "77,826千円"),
        targets: &[("R12", "66,326千円"), ("R17", "56,326千円")],
        actuals: &[("R8", "76,100千円"), ("R9", "72,000千円")],
        plan: (2026, 2035),
        ..sample("falling-two-targets-unknown-year", "町税の滞納額", "千円")
    },
    Sample {
        baseline: ("R6", "120"),
        targets: &[("R9", "500"), ("R11", "600")],
        actuals: &[("R7", "200"), ("R8", "290")],
        ..sample("two-targets", "オンライン申請の利用者数", "人")
    },
    Sample {
        baseline: ("R6", "18主体"),
        targets: &[("R11", "20主体")],
        ..sample("no-actual", "協働事業に参画する主体数", "主体")
    },
    Sample {
        baseline: ("R2", "未整備"),
        targets: &[("R8", "3,500")],
        actuals: &[("R6", "1,200")],
        plan: (2021, 2026),
        ..sample("baseline-not-established", "コンビニ交付の利用者数", "人")
    },
    Sample {
        baseline: ("", "—"),
        targets: &[("R12", "500人"), ("R17", "800人")],
        plan: (2026, 2035),
        ..sample("baseline-missing", "オンライン申請の利用者数", "人")
    },
    Sample {
        baseline: ("2024年度", "41,616人"),
        targets: &[("2029年度", "41,000人")],
        actuals: &[("R7", "41,450人")],
        ..sample("floor", "人口", "人")
    },
    Sample {
        baseline: ("2024年度", "28回"),
        targets: &[("2029年度", "28回")],
        actuals: &[("R7", "26回")],
        ..sample("maintained", "研修回数", "回")
    },
    Sample {
        baseline: ("", "99.7"),
        targets: &[("R12", "99.7"), ("R17", "99.7")],
        actuals: &[("R8", "99.8")],
        plan: (2026, 2035),
        ..sample("maintained-near-full", "収納率", "%")
    },
    Sample {
        baseline: ("2024年度", "9.3"),
        targets: &[("2029年度", "10%未満")],
        actuals: &[("R7", "10.6")],
        ..sample("ceiling", "一般行政職員の離職率", "%")
    },
    Sample {
        baseline: ("R6", "30%"),
        targets: &[("R11", "50%以上")],
        actuals: &[("R7", "35%")],
        ..sample("bound-ahead", "満足度", "%")
    },
    Sample {
        baseline: ("R6", "7%"),
        targets: &[("R11", "5～10%")],
        actuals: &[("R7", "11%")],
        ..sample("range", "実質公債費比率", "%")
    },
    Sample {
        baseline: ("R6", "年2回"),
        targets: &[("R11", "年5回")],
        actuals: &[("R7", "年3回")],
        ..sample("rate", "懇談会の開催", "")
    },
    Sample {
        baseline: ("", "直営戸数 168戸"),
        targets: &[
            ("R12", "民営戸数 84戸 直営戸数 84戸"),
            ("R17", "民営戸数 168戸 直営戸数 0戸"),
        ],
        actuals: &[("R9", "民営戸数 12戸 直営戸数 150戸")],
        plan: (2026, 2035),
        ..sample("compound", "公営住宅の管理戸数", "戸")
    },
    Sample {
        baseline: ("", "未実施"),
        targets: &[("R12", "実施準備"), ("R17", "実施")],
        actuals: &[("R8", "実施準備")],
        plan: (2026, 2035),
        ..sample("stages", "公共施設の集約", "")
    },
    Sample {
        baseline: ("R6", "基礎、応用、能力開発の研修を体系化するための検討"),
        targets: &[("R9", "試行"), ("R11", "実施")],
        ..sample("stages-no-actual", "研修体系", "")
    },
    Sample {
        baseline: ("2024年度", "88.4%"),
        targets: &[("2029年度", "類似団体平均以下")],
        actuals: &[("R7", "88.0%")],
        ..sample("relative", "経常収支比率", "%")
    },
    Sample {
        baseline: ("H30", "55"),
        targets: &[("R12", "240")],
        actuals: &[
            ("R1", "60"),
            ("R2", "58"),
            ("R3", "90"),
            ("R4", "120"),
            ("R5", "118"),
            ("R6", "160"),
        ],
        plan: (2019, 2030),
        ..sample("long-plan", "情報提供件数", "件")
    },
    Sample {
        baseline: ("R6", "0.000012"),
        targets: &[("R11", "0.000008")],
        actuals: &[("R7", "0.000011")],
        ..sample("tiny", "ダイオキシン類の排出濃度", "mg")
    },
    Sample {
        baseline: ("R6", "120,000,000,000,000"),
        targets: &[("R11", "340,000,000,000,000")],
        actuals: &[("R7", "190,000,000,000,000")],
        ..sample("huge", "桁の多い数", "円")
    },
    Sample {
        baseline: ("R6", "70,709千円"),
        targets: &[("R11", "411,519千円")],
        actuals: &[("R7", "390,000千円")],
        ..sample("near-the-target", "寄附金額", "千円")
    },
    Sample {
        baseline: ("R6", "1"),
        targets: &[("R11", "5")],
        actuals: &[("R7", "2")],
        ..sample(
            "hostile",
            "<script>alert('名')</script>\"&\u{202e}\u{0}とても長い名前がどこまでも続いていて一行には収まらない指標",
            "<b>件",
        )
    },
];
