//! What a column holds, by the words of its heading.

/// What a column of an indicator table holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// The indicator's number: No., 番号, 指標No.
    Number,
    /// The indicator's name: 指標名, 項目, 数値目標.
    Name,
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
    /// 取組, 事業: what the indicator belongs to.
    Initiative,
    /// 備考, 評価, 達成状況 and whatever else is a remark.
    Note,
    /// Nothing says what it is.
    #[default]
    Unknown,
}
