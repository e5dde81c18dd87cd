//! Over what a figure is counted, inferred from words; and the doubt that a baseline and a target may not be counted
//! over the same.

use super::series::Series;
use super::vocabulary::{List, Words};
use super::{AccumulationReason, Inferred};
use crate::plan::{Accumulation, Indicator, Observation, PlanPeriod, Value};
use std::borrow::Cow;

/// What a word says about the count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Count {
    /// Summed since a start.
    Sum,
    /// Summed, where a span of time stands before it (5年間の合計); 合計特殊出生率 is no sum.
    Total,
    /// A mean over time or per time: as it is at any moment of it.
    Mean,
    /// One year's.
    Year,
    /// A share or index. It cannot be summed, so it is taken as the state at its measurement, though some (徴収率) are
    /// worked out from one year's sums.
    Share,
    /// What exists at a time.
    Stock,
    /// What happens over a time.
    Flow,
    /// Another word that only looks like one of these.
    Nothing,
}

/// What stands below, with what it says.
pub(super) const LIST: List<Count> = &[
    (
        Count::Sum,
        &["累計", "累積", "通算", "計画期間", "期間中", "期間内"],
    ),
    (Count::Total, &["合計"]),
    (Count::Mean, MEAN),
    (Count::Year, YEAR),
    (Count::Share, &["率", "割合", "指数", "満足度", "%", "％"]),
    (Count::Nothing, &["効率", "能率", "率先", "引率"]),
    (Count::Stock, STOCK),
    (Count::Flow, FLOW),
];

#[rustfmt::skip]
const YEAR: &[&str] = &[
    "年間", "毎年", "各年", "年当たり", "年あたり", "単年", "年度内", "/年", "新規",
];

#[rustfmt::skip]
const MEAN: &[&str] = &[
    "平均", "日当たり", "日あたり", "日当り", "週当たり", "週あたり", "月当たり", "月あたり", "月当り",
    "回当たり", "回あたり", "回当り",
];

#[rustfmt::skip]
const STOCK: &[&str] = &[
    "人口", "職員数", "世帯", "登録", "フォロワー", "会員", "加入", "団体数", "主体数", "箇所数",
    "か所数", "施設数", "設置", "整備", "締結", "協定", "残高", "現在高", "基金", "戸数", "面積",
    "延長", "滞納", "認定", "指定", "サポーター", "空き家",
];

#[rustfmt::skip]
const FLOW: &[&str] = &[
    "回数", "開催", "実施", "件数", "利用", "参加", "従事", "来場", "来館", "入館", "入込", "宿泊",
    "閲覧", "アクセス", "寄附", "寄付", "ふるさと納税", "売上", "販売", "発行", "申請", "手続", "相談",
    "受講", "研修", "講演", "講座", "発生", "出生", "婚姻", "転入", "転出", "移住", "死亡", "提供", "配信",
    "発信", "コスト", "経費", "排出量", "消費量", "消費額", "使用量", "発電量", "生産量", "生産額", "出荷",
    "漁獲", "捕獲", "収穫", "貸出", "乗車", "輸送", "入園", "入場", "被害額", "収入額", "勤務時間", "時間外",
];

/// Units of what exists, and of what happens; they are asked last.
const STOCK_UNITS: &[&str] = &["団体", "主体", "箇所", "か所", "戸", "世帯", "施設", "基"];
const FLOW_UNITS: &[&str] = &["回", "件", "延件", "部"];

/// Over what the indicator's figures are counted: as said, or by the words of its name, measurement, unit and final
/// target. 平均 anywhere decides; then 累計; then 年間 or a rate per year; then the last word of the name, of the measurement, the
/// unit. Stages are not counted. `name`: the words of its name.
pub(super) fn accumulation(
    indicator: &Indicator,
    name: &Words,
) -> Inferred<Accumulation, AccumulationReason> {
    if indicator.accumulation != Accumulation::Unknown {
        return Inferred {
            value: indicator.accumulation,
            reason: AccumulationReason::Said,
        };
    }
    let target = indicator.final_target().map(|target| &target.value);
    if matches!(target, Some(Value::Stage { .. })) {
        return Inferred::default();
    }
    let clues = Clues::of(indicator, name);
    let (value, word) = if let Some(word) = clues.mean {
        (Accumulation::PointInTime, word.into())
    } else if let Some(word) = clues.sum {
        (Accumulation::Cumulative, word.into())
    } else if let Some(word) = clues.year {
        (Accumulation::PerPeriod, word)
    } else {
        match clues.kind {
            Some((word, Count::Flow)) => (Accumulation::PerPeriod, word.into()),
            Some((word, _)) => (Accumulation::PointInTime, word.into()),
            None => return Inferred::default(),
        }
    };
    Inferred {
        value,
        reason: AccumulationReason::Word { word },
    }
}

/// The words found.
#[derive(Default)]
struct Clues {
    sum: Option<&'static str>,
    year: Option<Cow<'static, str>>,
    mean: Option<&'static str>,
    /// Share, stock or flow.
    kind: Option<(&'static str, Count)>,
}

impl Clues {
    fn of(indicator: &Indicator, name: &Words) -> Self {
        let mut clues = Self::default();
        clues.take(name);
        clues.read(&indicator.measurement);
        clues.read(&indicator.unit);
        if let Some(target) = indicator.final_target() {
            clues.read(&target.text);
            clues.rate(target);
            clues.unit(indicator, target);
        }
        clues
    }

    fn read(&mut self, text: &str) {
        if !text.is_empty() {
            self.take(&Words::of(text));
        }
    }

    /// Takes the words of one text; its kind counts only where no text before it had one.
    fn take(&mut self, words: &Words) {
        self.sum = self.sum.or(words.sum);
        self.mean = self.mean.or(words.mean);
        if let Some(word) = words.year {
            self.year.get_or_insert(word.into());
        }
        let kind = words.kind.map(|found| (found.word, found.meaning));
        self.kind = self.kind.or(kind);
    }

    /// A target of so many a year (年2回) is a year's count; of so many in five years it is not.
    fn rate(&mut self, target: &Observation) {
        if let Value::Rate { per, .. } = &target.value
            && per.count == 1
        {
            self.year.get_or_insert_with(|| per.unit.clone().into());
        }
    }

    fn unit(&mut self, indicator: &Indicator, target: &Observation) {
        if self.kind.is_some() {
            return;
        }
        let of_target = || target.value.single().map_or("", |quantity| &quantity.unit);
        let said = match indicator.unit.as_str() {
            "" => of_target(),
            unit => unit,
        };
        for (units, count) in [(STOCK_UNITS, Count::Stock), (FLOW_UNITS, Count::Flow)] {
            let unit = units.iter().find(|unit| **unit == said);
            self.kind = self.kind.or(unit.map(|unit| (*unit, count)));
        }
    }
}

/// A year's share of a summed target, as a multiple of the baseline, between which the baseline looks like one year's
/// figure. A town that sums over its plan asks of each year about what it does already; a baseline that was a sum itself
/// would hit this window only by chance.
const LIKE_A_YEAR: std::ops::RangeInclusive<f64> = 0.6..=2.0;

/// Whether the baseline looks like one year's figure while the target is a sum since the start (70,709千円 →
/// 411,519千円（累計）): 累計 is written, nobody has said what is meant, the thing counted happens (a sum of followers or
/// agreements is just how many there are), and the target is about as many times the baseline as there are years, or the
/// name says 年間 and 累計 at once. `name`: the words of its name.
pub(super) fn single_year_against_cumulative(
    indicator: &Indicator,
    name: &Words,
    series: &Series,
    period: PlanPeriod,
) -> bool {
    let (Some(baseline), Some(target)) = (&series.baseline, series.targets.last()) else {
        return false;
    };
    let said = indicator.accumulation != Accumulation::Unknown;
    // Where 累計 is written, that decides; the words need not be read again where it is not.
    if said
        || series.accumulation != Accumulation::Cumulative
        || baseline.number <= 0.0
        || target.number <= baseline.number
    {
        return false;
    }
    let clues = Clues::of(indicator, name);
    let exists = matches!(clues.kind, Some((_, Count::Stock | Count::Share)));
    if exists || clues.sum.is_none() {
        return false;
    }
    clues.year.is_some_and(|word| word.contains('年'))
        || years_summed(indicator, series, period)
            .is_some_and(|years| LIKE_A_YEAR.contains(&(target.number / years / baseline.number)))
}

/// Over how many years the target is summed: as the target says (件/5年), or from the baseline to the target.
fn years_summed(indicator: &Indicator, series: &Series, period: PlanPeriod) -> Option<f64> {
    if let Some(Value::Rate { per, .. }) = indicator.final_target().map(|target| &target.value)
        && per.unit == "年"
        && per.count > 1
    {
        return Some(f64::from(per.count));
    }
    let years = series
        .end_year(period)?
        .checked_sub(series.start_year(period)?)?;
    (years > 0).then(|| f64::from(years))
}
