//! Indicators for tests, put together from the values a reader would give.

use monosashi::plan::{
    Accumulation, Actual, Bound, Direction, FiscalYear, Indicator, MissingReason, Observation,
    Part, Period, PlanPeriod, Quantity, RatePeriod, Value,
};

/// A figure as written, commas and all, with its unit: `("70,709", 千円)` is `q("70,709", "円").thousand()`.
pub fn quantity(figure: &str, unit: &str) -> Quantity {
    let digits = figure.replace(',', "");
    let decimals = digits.split_once('.').map_or(0, |(_, after)| after.len());
    Quantity {
        unit: unit.to_owned(),
        ..Quantity::bare(digits.parse().unwrap(), u8::try_from(decimals).unwrap())
    }
}

pub fn scaled(figure: &str, scale: u64, unit: &str) -> Value {
    Value::Number {
        quantity: Quantity {
            scale,
            ..quantity(figure, unit)
        },
    }
}

pub fn number(figure: &str, unit: &str) -> Value {
    scaled(figure, 1, unit)
}

pub fn bare(number: f64) -> Value {
    Value::Number {
        quantity: Quantity::bare(number, 0),
    }
}

pub fn bounded(figure: &str, unit: &str, bound: Bound) -> Value {
    Value::Bounded {
        bound,
        quantity: quantity(figure, unit),
    }
}

pub fn range(low: &str, high: &str, unit: &str) -> Value {
    Value::Range {
        low: quantity(low, unit),
        high: quantity(high, unit),
    }
}

pub fn yearly(figure: &str, unit: &str, bound: Option<Bound>) -> Value {
    every(figure, unit, 1, bound)
}

pub fn every(figure: &str, unit: &str, years: u32, bound: Option<Bound>) -> Value {
    per((years, "年"), quantity(figure, unit), bound)
}

/// So many in each of these periods: `per((1, "月"), …)` is monthly.
pub fn per((count, period): (u32, &str), quantity: Quantity, bound: Option<Bound>) -> Value {
    Value::Rate {
        quantity,
        per: RatePeriod {
            count,
            unit: period.to_owned(),
        },
        bound,
        note: String::new(),
    }
}

pub fn parts(parts: &[(&str, &str, &str)]) -> Value {
    Value::Compound {
        parts: parts
            .iter()
            .map(|(label, figure, unit)| Part {
                label: (*label).to_owned(),
                quantity: quantity(figure, unit),
            })
            .collect(),
    }
}

pub fn stage(words: &[&str]) -> Value {
    Value::Stage {
        words: words.iter().map(|word| (*word).to_owned()).collect(),
    }
}

pub fn missing() -> Value {
    Value::Missing {
        reason: MissingReason::Dash,
    }
}

pub fn relative(reference: &str, bound: Bound) -> Value {
    Value::Relative {
        reference: reference.to_owned(),
        bound: Some(bound),
    }
}

/// A fiscal year, or 0 for one that is not known.
pub fn year(year: i32) -> Period {
    match year {
        0 => Period::Unknown,
        year => Period::FiscalYear(FiscalYear(year)),
    }
}

/// The plan period from one fiscal year to another.
pub fn period(start: i32, end: i32) -> PlanPeriod {
    PlanPeriod {
        start: Some(FiscalYear(start)),
        end: Some(FiscalYear(end)),
    }
}

pub fn nowhen() -> PlanPeriod {
    PlanPeriod::default()
}

/// An indicator to be filled.
pub fn named(name: &str) -> Make {
    Make(Indicator {
        name: name.to_owned(),
        ..Indicator::default()
    })
}

/// An indicator being put together.
pub struct Make(pub Indicator);

impl Make {
    pub fn unit(mut self, unit: &str) -> Self {
        self.0.unit = unit.to_owned();
        self
    }

    pub fn measured_by(mut self, measurement: &str) -> Self {
        self.0.measurement = measurement.to_owned();
        self
    }

    pub fn going(mut self, direction: Direction) -> Self {
        self.0.direction = direction;
        self
    }

    pub fn counted(mut self, accumulation: Accumulation) -> Self {
        self.0.accumulation = accumulation;
        self
    }

    pub fn from(mut self, when: i32, value: Value) -> Self {
        self.0.baseline = Some(observation(when, value));
        self
    }

    pub fn to(mut self, when: i32, value: Value) -> Self {
        self.0.targets.push(observation(when, value));
        self
    }

    pub fn actual(mut self, when: i32, value: Value) -> Self {
        self.0.actuals.push(Actual {
            period: year(when),
            text: value.write(),
            value,
            ..Actual::default()
        });
        self
    }

    /// The last actual as one that goes no further than the first half of its year.
    pub fn until_the_half(mut self) -> Self {
        if let Some(actual) = self.0.actuals.last_mut() {
            actual.half_year = true;
        }
        self
    }
}

fn observation(when: i32, value: Value) -> Observation {
    Observation {
        period: year(when),
        text: value.write(),
        value,
    }
}
