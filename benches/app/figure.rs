//! A figure, its floor, its bar, and their table.

use std::fmt;

/// One line of the table.
pub struct Figure {
    /// What was measured.
    pub name: String,
    /// How much it is, in the unit.
    pub value: f64,
    /// What the value and the floor count.
    pub unit: Unit,
    /// What the floor is, and how much.
    pub floor: Option<(&'static str, f64)>,
    /// What it may be at most.
    pub bar: Bar,
}

/// What a figure counts.
#[derive(Clone, Copy)]
pub enum Unit {
    /// Bytes, shown in KB of 1,000.
    Bytes,
    /// Milliseconds.
    Milliseconds,
}

/// What a figure may be at most.
#[derive(Clone, Copy)]
pub enum Bar {
    /// It only informs.
    None,
    /// This much, in the figure's unit.
    Value(f64),
    /// So many times its floor.
    Ratio(f64),
}

impl Figure {
    /// How many times its floor it is.
    fn ratio(&self) -> Option<f64> {
        self.floor.map(|(_, floor)| self.value / floor)
    }

    fn holds(&self) -> Option<bool> {
        match self.bar {
            Bar::None => None,
            Bar::Value(most) => Some(self.value <= most),
            Bar::Ratio(most) => self.ratio().map(|ratio| ratio <= most),
        }
    }

    fn cells(&self) -> [String; 5] {
        let floor = self.floor.map(|(what, floor)| {
            let floor = self.unit.show(floor);
            format!("{floor} ({what})")
        });
        let ratio = self.ratio().map(|ratio| format!("{ratio:.1}×"));
        let bar = match self.bar {
            Bar::None => String::new(),
            Bar::Value(most) => self.unit.show(most),
            Bar::Ratio(most) => format!("{most}×"),
        };
        let bar = match self.holds() {
            Some(true) => format!("{bar}: holds"),
            Some(false) => format!("{bar}: **missed**"),
            None => bar,
        };
        [
            self.name.clone(),
            self.unit.show(self.value),
            floor.unwrap_or_default(),
            ratio.unwrap_or_default(),
            bar,
        ]
    }
}

impl fmt::Display for Figure {
    /// A row of the table.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "| {} |", self.cells().join(" | "))
    }
}

impl Unit {
    fn show(self, value: f64) -> String {
        match self {
            Self::Bytes => format!("{:.1} KB", value / 1000.0),
            Self::Milliseconds if value < 9.95 => format!("{value:.1} ms"),
            Self::Milliseconds => format!("{value:.0} ms"),
        }
    }
}

/// The Markdown table of some figures.
pub fn table(figures: &[Figure]) -> String {
    let mut table = String::from("| what | measured | floor | times | at most |\n");
    table.push_str("| --- | ---: | ---: | ---: | --- |\n");
    for figure in figures {
        table.push_str(&figure.to_string());
        table.push('\n');
    }
    table
}

/// The middle one of some measurements; of an even number the upper of the two in the middle.
pub fn median(mut measured: Vec<f64>) -> f64 {
    measured.sort_by(f64::total_cmp);
    measured
        .get(measured.len() / 2)
        .copied()
        .unwrap_or(f64::NAN)
}
