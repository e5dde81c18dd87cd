//! What a written value means.

use super::notation::scale_word;
use schemars::JsonSchema;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

/// A figure with its decimals, scale and unit, as written in one cell: `66 万件` is 66 × 10,000 件.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Quantity {
    /// The figure before the scale is applied; finite.
    pub number: f64,
    /// Digits after the decimal point as written: `2.0` has 1.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub decimals: u8,
    /// What one of `number` stands for: 1, 1,000 (千), 10,000 (万), 1,000,000 (百万), 100,000,000 (億).
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub scale: u64,
    /// The unit without its scale, `円` for 千円; empty when nothing says it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unit: String,
    /// Written with 約, およそ, 程度 or 前後.
    #[serde(default, skip_serializing_if = "is_false")]
    pub approximate: bool,
}

impl Quantity {
    /// A bare number without unit or scale.
    #[must_use]
    pub fn bare(number: f64, decimals: u8) -> Self {
        Self {
            number,
            decimals,
            scale: 1,
            unit: String::new(),
            approximate: false,
        }
    }

    /// The figure in its base unit: 66 万件 is 660,000 (件).
    #[must_use]
    pub fn in_base_unit(&self) -> f64 {
        #[allow(clippy::cast_precision_loss)] // scales are powers of ten far below 2^53
        let scale = self.scale as f64;
        self.number * scale
    }

    /// The unit with its scale in front, as it is printed after the number: `千円`, `万件`, `%`.
    #[must_use]
    pub fn scaled_unit(&self) -> String {
        [
            &scale_word(self.scale).unwrap_or_default(),
            self.unit.as_str(),
        ]
        .concat()
    }
}

/// Which side of a figure is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// 以上: the figure or more.
    AtLeast,
    /// 以下, 以内, まで: the figure or less.
    AtMost,
    /// 超, を超え, を上回る: more than the figure.
    MoreThan,
    /// 未満, を下回る: less than the figure.
    LessThan,
}

/// What a rate is counted over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RatePeriod {
    /// How many of the unit: 5 in `件/5年`.
    pub count: u32,
    /// `年`, `月`, `週` or `日`.
    pub unit: String,
}

/// One labelled figure of a compound value: `直営戸数 168戸`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Part {
    /// The words in front of the figure.
    pub label: String,
    /// The figure.
    pub quantity: Quantity,
}

/// Why a value is not there. Blank is not 0, and 0 is not missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MissingReason {
    /// The cell was empty.
    #[default]
    Blank,
    /// A dash: — ― － ‐ - ….
    Dash,
    /// 未整備, なし, 未計測: the thing measured, or its measuring, does not exist yet.
    NotEstablished,
    /// 新規: begins with this plan.
    New,
    /// 調査中, 集計中, 未定, 検討中: will be known later.
    Pending,
    /// 非公表, 秘匿, X.
    Withheld,
}

/// What was understood of a value's text. The text itself is kept by whoever holds the value.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Value {
    /// One figure: `462`, `77,826千円`, `▲3.5`.
    Number {
        /// The figure.
        quantity: Quantity,
    },
    /// A figure and the side that counts: `50%以上`.
    Bounded {
        /// Which side.
        bound: Bound,
        /// The figure.
        quantity: Quantity,
    },
    /// From one figure to another: `5～10%`.
    Range {
        /// The lower end.
        low: Quantity,
        /// The upper end.
        high: Quantity,
    },
    /// A number per period: `年2回`, `3回/年`, `2 回（隔年有）`, `年6回以上(3地区)`, 7 under a unit of `件/5年`.
    Rate {
        /// The figure counted in one period.
        quantity: Quantity,
        /// The period.
        per: RatePeriod,
        /// The side that counts, where one is written.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        bound: Option<Bound>,
        /// What stands in brackets, unless it is the year: `隔年有`, `3地区`.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        note: String,
    },
    /// One or several labelled figures: `コスト額 10,000千円`; `民営戸数 84戸 直営戸数 84戸`. A period of theirs is
    /// the end of their unit (`回/年`), as it is in a range.
    Compound {
        /// The figures in the order written; at least one.
        parts: Vec<Part>,
    },
    /// Single year, and cumulative in brackets: `4 (21)`.
    SingleAndCumulative {
        /// The single year's figure.
        single: Quantity,
        /// The cumulative figure.
        cumulative: Quantity,
    },
    /// One figure written twice: `7.9 分 (7 分 54 秒)`, `3/9`; the first is computed with.
    Twofold {
        /// The figure computed with: the first one, of `7分54秒` the whole in seconds, of a fraction the part (in a
        /// column of % the share).
        quantity: Quantity,
        /// The other notation as written.
        second: String,
    },
    /// Words that name a stage: `策定`, `実施準備`, `基礎、応用、能力開発`.
    Stage {
        /// The words, split at 、 ・ ; and , outside brackets; at least one. Prose of more than 600 bytes is one.
        words: Vec<String>,
    },
    /// Against something outside the cell: `類似団体平均以下`, `前年度以上`, `全国1位`, `現状維持`, `20%削減`.
    Relative {
        /// What it is measured against, as written: `類似団体平均`; empty when only the change is (`増加`, `↗`).
        reference: String,
        /// The side that counts, where one is written; 増加 is more than, 減少 less than.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        bound: Option<Bound>,
    },
    /// No value, and why.
    Missing {
        /// The reason.
        reason: MissingReason,
    },
}

/// Every field a [`Value`] may have in a file. A derived reader of a tagged enum keeps the whole object aside until it
/// has seen the tag, which is slow and large; this one reads each field once, as what it is.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Fields {
    kind: String,
    quantity: Option<Quantity>,
    bound: Option<Bound>,
    low: Option<Quantity>,
    high: Option<Quantity>,
    per: Option<RatePeriod>,
    note: String,
    parts: Option<Vec<Part>>,
    single: Option<Quantity>,
    cumulative: Option<Quantity>,
    second: Option<String>,
    words: Option<Vec<String>>,
    reference: Option<String>,
    reason: Option<MissingReason>,
}

impl Fields {
    /// The value, or the name of the field that its kind lacks.
    fn into_value(self) -> Result<Value, &'static str> {
        let Self { bound, note, .. } = self;
        Ok(match self.kind.as_str() {
            "number" => Value::Number {
                quantity: self.quantity.ok_or("quantity")?,
            },
            "bounded" => Value::Bounded {
                bound: bound.ok_or("bound")?,
                quantity: self.quantity.ok_or("quantity")?,
            },
            "range" => Value::Range {
                low: self.low.ok_or("low")?,
                high: self.high.ok_or("high")?,
            },
            "rate" => Value::Rate {
                quantity: self.quantity.ok_or("quantity")?,
                per: self.per.ok_or("per")?,
                bound,
                note,
            },
            "compound" => Value::Compound {
                parts: self.parts.ok_or("parts")?,
            },
            "single_and_cumulative" => Value::SingleAndCumulative {
                single: self.single.ok_or("single")?,
                cumulative: self.cumulative.ok_or("cumulative")?,
            },
            "twofold" => Value::Twofold {
                quantity: self.quantity.ok_or("quantity")?,
                second: self.second.ok_or("second")?,
            },
            "stage" => Value::Stage {
                words: self.words.ok_or("words")?,
            },
            "relative" => Value::Relative {
                reference: self.reference.ok_or("reference")?,
                bound,
            },
            "missing" => Value::Missing {
                reason: self.reason.ok_or("reason")?,
            },
            _ => return Err("kind"),
        })
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let fields = Fields::deserialize(deserializer)?;
        fields.into_value().map_err(D::Error::missing_field)
    }
}

impl Default for Value {
    fn default() -> Self {
        Self::Missing {
            reason: MissingReason::Blank,
        }
    }
}

impl Value {
    /// The one figure that can be computed with, where there is one: the number, the bound's figure, the rate's
    /// figure, the only labelled figure, the first of two notations. None for ranges, several figures, words
    /// and missing values.
    #[must_use]
    pub fn single(&self) -> Option<&Quantity> {
        match self {
            Self::Number { quantity }
            | Self::Bounded { quantity, .. }
            | Self::Rate { quantity, .. }
            | Self::Twofold { quantity, .. } => Some(quantity),
            Self::SingleAndCumulative { single, .. } => Some(single),
            Self::Compound { parts } => match parts.as_slice() {
                [only] => Some(&only.quantity),
                _ => None,
            },
            Self::Range { .. }
            | Self::Stage { .. }
            | Self::Relative { .. }
            | Self::Missing { .. } => None,
        }
    }

    /// The side that counts, where one is written.
    #[must_use]
    pub fn bound(&self) -> Option<Bound> {
        match self {
            Self::Bounded { bound, .. } => Some(*bound),
            Self::Rate { bound, .. } | Self::Relative { bound, .. } => *bound,
            _ => None,
        }
    }

    /// Whether there is no value.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::Missing { .. })
    }
}

fn one() -> u64 {
    1
}
#[allow(clippy::trivially_copy_pass_by_ref)] // serde's signature
fn is_one(scale: &u64) -> bool {
    *scale == 1
}
#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_zero(decimals: &u8) -> bool {
    *decimals == 0
}
#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_false(flag: &bool) -> bool {
    !*flag
}
