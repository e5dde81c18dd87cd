//! What a column holds, by the words of its heading.

use super::headings;
use crate::plan::{Period, fold_width, parse_period, parse_period_range, squash};
use crate::read::cells;

/// What a column of an indicator table holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// The indicator's number: No., 番号, 指標No.
    Number,
    /// The indicator's name: 指標名, 項目, 数値目標.
    Name,
    /// The rest of the name, in a second column below the same heading.
    SecondName,
    /// What the town calls the indicator: 種別, 区分 (KGI, KPI, 成果指標).
    Kind,
    /// 単位.
    Unit,
    /// 基準値, 現状値, 現況値, 当初値, 策定時.
    Baseline,
    /// 基準年度: the year of the baseline, in a column of its own.
    BaselineYear,
    /// 目標値, 目標.
    Target,
    /// 中間目標, 中間値.
    InterimTarget,
    /// 目標年度: the year of the target, in a column of its own.
    TargetYear,
    /// 実績値, 実績.
    Actual,
    /// The year of the actual beside it, in a column of its own: 年次 below 実績.
    ActualYear,
    /// 目安値: where the figure should stand on the way in a year.
    Pace,
    /// A year and nothing more (`R12`): the table decides whether actuals or targets stand there.
    Year,
    /// 測定方法, 算出方法, 指標の説明, 出典, データ元.
    Measurement,
    /// 担当課, 所管, 所管課.
    Department,
    /// 方向, 方向性, 目指す方向: ↑ ↓ → 増加 減少 維持.
    Direction,
    /// 単年・累計の別.
    Accumulation,
    /// 達成率, 進捗率, as published.
    PublishedRate,
    /// 政策, 施策, 基本目標: where in the hierarchy the indicator stands.
    Section,
    /// 施策No.: the number of the section named in the next column.
    SectionNumber,
    /// 取組, 事業: what the indicator belongs to.
    Initiative,
    /// Whether a row, or the value in it, is a 基準値, 目標値 or 実績値.
    Datum,
    /// 年度: the year of the value in the same row, or of the value in the column before.
    Period,
    /// 値: the value itself, where every row holds one.
    Value,
    /// 備考, 評価, 達成状況 and whatever else is a remark.
    Note,
    /// Nothing says what it is.
    #[default]
    Unknown,
}

const FIELDS: &[Field] = &[
    Field::Number,
    Field::Name,
    Field::SecondName,
    Field::Kind,
    Field::Unit,
    Field::Baseline,
    Field::BaselineYear,
    Field::Target,
    Field::InterimTarget,
    Field::TargetYear,
    Field::Actual,
    Field::ActualYear,
    Field::Pace,
    Field::Year,
    Field::Measurement,
    Field::Department,
    Field::Direction,
    Field::Accumulation,
    Field::PublishedRate,
    Field::Section,
    Field::SectionNumber,
    Field::Initiative,
    Field::Datum,
    Field::Period,
    Field::Value,
    Field::Note,
];

impl Field {
    /// The field by its name here, as `headings.txt` writes it.
    pub(super) fn named(name: &str) -> Option<Self> {
        FIELDS
            .iter()
            .copied()
            .find(|field| format!("{field:?}") == name)
    }

    /// Whether the column holds values of the indicator: baselines, targets, actuals.
    #[must_use]
    pub fn is_value(self) -> bool {
        matches!(
            self,
            Self::Baseline
                | Self::Target
                | Self::InterimTarget
                | Self::Actual
                | Self::Pace
                | Self::Year
        )
    }

    /// Whether the column says what a row is about, so that a merged cell in it counts for the rows below.
    #[must_use]
    pub fn is_hierarchy(self) -> bool {
        matches!(
            self,
            Self::Section | Self::SectionNumber | Self::Initiative | Self::Kind
        )
    }
}

/// What one column holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// The heading as written, the rows of a heading of several rows joined by a space.
    pub heading: String,
    /// What it holds.
    pub field: Field,
    /// The year its heading says.
    pub period: Period,
    /// The unit its heading says: `目標値(％)`; empty when none.
    pub unit: String,
}

impl Column {
    /// The column under a heading, as far as the heading tells.
    #[must_use]
    pub fn under(heading: &str) -> Self {
        Self {
            heading: heading.trim().to_owned(),
            field: recognise(heading),
            period: period_of(heading),
            unit: unit_in_brackets(heading),
        }
    }
}

/// The year that a heading says; of a span (`R2～R6`) the last, when its value is reached. 2023-24 is one fiscal year.
fn period_of(heading: &str) -> Period {
    let (first, span) = (parse_period(heading), parse_period_range(heading));
    let follows = |(from, to): &(Period, Period)| {
        let next = from.year().map(|year| year + 1);
        next == to.year() && heading.contains('-') && !heading.contains(['R', 'H', '令', '平'])
    };
    match span.filter(|span| !follows(span)) {
        Some((_, last)) => last,
        None => first,
    }
}

/// What a heading means; [`Field::Unknown`] when its words are none of the field's.
#[must_use]
pub fn recognise(heading: &str) -> Field {
    let words = cells::without_years(heading).to_lowercase();
    let says_year = parse_period(heading) != Period::Unknown;
    if words.trim_matches(['～', '〜', '~', '-', '→']).is_empty() {
        return if says_year {
            Field::Year
        } else {
            Field::Unknown
        };
    }
    // 5年後（R10） is what its year says.
    let is_counted = words.trim_start_matches(|c: char| c.is_ascii_digit());
    if says_year && ["年前", "年後"].contains(&is_counted) {
        return Field::Year;
    }
    match headings::field_of(&words, without_unit(&words)) {
        // With a year in it the heading stands over values: 目標年度（令和11年度）.
        Some(Field::Period) if says_year => Field::Year,
        Some(Field::TargetYear) if says_year => Field::Target,
        Some(Field::BaselineYear) if says_year => Field::Baseline,
        field => field.unwrap_or_default(),
    }
}

/// Whether a heading says outright that the table is one of indicators.
#[must_use]
pub fn speaks_of_indicators(heading: &str) -> bool {
    let words = squash(heading).to_lowercase();
    [
        "指標",
        "kpi",
        "kgi",
        "数値目標",
        "達成目標",
        "成果目標",
        "目標値",
    ]
    .iter()
    .any(|word| words.contains(word))
}

/// Whether a line above a table says something of its values: their unit, or the year of a baseline or target.
pub(in crate::read) fn says_unit_or_year(line: &str) -> bool {
    let words = squash(line);
    let of_values = ["基準", "現状", "目標", "実績"]
        .iter()
        .any(|word| words.contains(word));
    words.contains("単位") || (of_values && parse_period(line) != Period::Unknown)
}

/// The heading without a last bracket that holds its unit.
fn without_unit(words: &str) -> &str {
    match words.rfind(['(', '[', '【', '〔']) {
        Some(at) if at > 0 && !unit_in_brackets(words).is_empty() => &words[..at],
        _ => words,
    }
}

/// The unit in the brackets of a heading: `目標値(％)`, `現状値（単位：千円）`; empty when no bracket holds one.
pub(super) fn unit_in_brackets(heading: &str) -> String {
    let text = fold_width(heading);
    for group in text.split(['(', '[', '【', '〔']).skip(1) {
        let inside = group
            .split([')', ']', '】', '〕'])
            .next()
            .unwrap_or_default()
            .trim();
        let unit = inside
            .strip_prefix("単位")
            .map(|rest| rest.trim_start_matches([':', ' ', '・', '=']));
        match unit {
            Some(unit) if !unit.is_empty() => return unit.to_owned(),
            _ if cells::is_unit(inside) && inside != "年" => return inside.to_owned(),
            _ => {}
        }
    }
    String::new()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::FiscalYear;

    #[test]
    fn headings_of_the_field_are_recognised() {
        for (heading, field) in [
            ("指標名", Field::Name),
            ("目標指標の測定 あるいは取得の方法", Field::Measurement),
            ("令和2年度 (実績)", Field::Actual),
            ("令和8年度 (目標)", Field::Target),
            ("2024 年度 基準値", Field::Baseline),
            ("現状（R5）", Field::Baseline),
            ("目標（令和11年度）", Field::Target),
            ("目標年度", Field::TargetYear),
            ("目標年度（R11）", Field::Target),
            ("基準年度", Field::BaselineYear),
            ("中間年度", Field::InterimTarget),
            ("目安値", Field::Pace),
            ("R12", Field::Year),
            ("H27～R1", Field::Year),
            ("5年後(R10)", Field::Year),
            ("重要業績評価指標（KPI）", Field::Name),
            ("めざす姿の成果指標名", Field::Name),
            ("目標(指標)名", Field::Name),
            ("目標(指標)の説明", Field::Measurement),
            ("目標値設定の根拠・理由", Field::Note),
            ("指標の定義・算出方法", Field::Measurement),
            ("施策No.", Field::SectionNumber),
            ("施策名", Field::Section),
            ("施策指標", Field::Name),
            ("単位施策名", Field::Section),
            ("指標No.", Field::Number),
            ("方向性", Field::Direction),
            ("施策の方向性", Field::Section),
            ("達成率(%)", Field::PublishedRate),
            ("達成状況", Field::Note),
            ("評価指標", Field::Name),
            ("評価", Field::Note),
            ("目 標 値", Field::Target),
            ("担当課", Field::Department),
            ("データ元", Field::Measurement),
            ("計画策定時", Field::Baseline),
            ("5ヵ年目標", Field::Target),
            ("基本目標", Field::Section),
            ("指標の現状値", Field::Baseline),
            ("実施年度", Field::Unknown),
            ("基準値との差", Field::Note),
            ("目標との乖離", Field::Note),
            ("目標値に対する割合", Field::Note),
            ("目標値に対する実績値", Field::Actual),
            ("対目標比", Field::Note),
            ("目標までの残り", Field::Note),
            ("実績の伸び", Field::Note),
            ("国の目標値（R17）", Field::Note),
            ("県目標値", Field::Note),
            ("前年度からの変化", Field::Note),
            ("現状分析", Field::Note),
            ("R5以降の取組方針", Field::Note),
            ("目標の区分", Field::Kind),
            ("最終評価値", Field::Actual),
            ("指標の性質", Field::Direction),
        ] {
            assert_eq!(recognise(heading), field, "{heading}");
        }
    }

    #[test]
    fn a_heading_gives_its_year_and_unit() {
        let column = Column::under("目標値（％）\n（令和11年度）");
        assert_eq!((column.field, column.unit.as_str()), (Field::Target, "%"));
        assert_eq!(column.period, Period::FiscalYear(FiscalYear(2029)));
        assert_eq!(Column::under("現状値（単位：千円）").unit, "千円");
        assert_eq!(Column::under("目標（指標）名").unit, "");
    }
}
