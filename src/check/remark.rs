//! A remark: what is odd about an item, and where it is mended.

use crate::plan::{Direction, FiscalYear, Id, Period, Plan};

/// What a remark is about, and what is opened to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The plan as a whole: none of its indicators has what is missing.
    Plan,
    /// An indicator.
    Indicator(Id),
    /// An initiative; it is mended in its section.
    Initiative(Id),
    /// A section.
    Section(Id),
}

/// Something a person should look at.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    /// What it is about.
    pub subject: Subject,
    /// What is odd.
    pub kind: Kind,
    /// How many items it is about: more than one only for the plan as a whole.
    pub count: usize,
    /// Where it is mended: what to open.
    pub mended_at: Subject,
    /// The reason a person gave for setting it aside; none while it stands.
    pub set_aside: Option<String>,
}

/// A figure as it stands in the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// When.
    pub period: Period,
    /// As written.
    pub text: String,
}

/// What is odd, with the figures that show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A figure is about 10, 100, 1,000 … times another, or that fraction of it, and nothing explains it.
    TenTimes {
        /// The figure.
        figure: Figure,
        /// The one it is held against.
        other: Figure,
        /// 10, 100, 1,000 …
        times: u64,
        /// Whether it is too little.
        too_little: bool,
    },
    /// A sum since a start is below an earlier one.
    FallingTotal {
        /// The figure.
        figure: Figure,
        /// The earlier one.
        other: Figure,
    },
    /// A share of a whole is over 100 %.
    OverHundred {
        /// The figure.
        figure: Figure,
    },
    /// A figure with many digits is exactly last year's.
    StaleCopy {
        /// The figure.
        figure: Figure,
        /// Last year's.
        other: Figure,
    },
    /// Every actual of a year is exactly the year before's (of the whole plan).
    StaleYear {
        /// The year.
        year: FiscalYear,
    },
    /// The direction that is set goes against the target.
    ReversedDirection {
        /// The direction set.
        said: Direction,
        /// The baseline; empty where the target's own bound goes against it.
        from: String,
        /// The target.
        to: String,
    },
    /// The target rises, and it is something everybody wishes to have less of.
    RisingEvil {
        /// The word in the name: `滞納`.
        word: String,
        /// The baseline.
        from: String,
        /// The target.
        to: String,
    },
    /// A figure is in a unit that cannot be brought to the indicator's.
    UnitChanged {
        /// The figure.
        figure: Figure,
        /// The indicator's unit.
        unit: String,
    },
    /// An initiative has no indicator.
    NoIndicator,
    /// An indicator has nobody responsible.
    NoOwner,
    /// An indicator does not say where it starts.
    NoBaseline,
    /// An indicator does not say how or from what it is measured.
    NoSource,
    /// An indicator has no actual for the last closed year.
    NoActual {
        /// The year.
        year: FiscalYear,
    },
    /// What the town did is taken for what came of it.
    OutputAsOutcome {
        /// The word in the name: `開催回数`.
        word: String,
    },
    /// The target was met before the plan began.
    TargetMetBefore {
        /// The baseline.
        from: String,
        /// The target.
        to: String,
    },
}

impl Kind {
    /// The name of the kind in files.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::TenTimes { .. } => "ten_times",
            Self::FallingTotal { .. } => "falling_total",
            Self::OverHundred { .. } => "over_hundred",
            Self::StaleCopy { .. } => "stale_copy",
            Self::StaleYear { .. } => "stale_year",
            Self::ReversedDirection { .. } => "reversed_direction",
            Self::RisingEvil { .. } => "rising_evil",
            Self::UnitChanged { .. } => "unit_changed",
            Self::NoIndicator => "no_indicator",
            Self::NoOwner => "no_owner",
            Self::NoBaseline => "no_baseline",
            Self::NoSource => "no_source",
            Self::NoActual { .. } => "no_actual",
            Self::OutputAsOutcome { .. } => "output_as_outcome",
            Self::TargetMetBefore { .. } => "target_met_before",
        }
    }

    /// The figure that is odd, where it is one figure.
    #[must_use]
    pub fn figure(&self) -> Option<&Figure> {
        match self {
            Self::TenTimes { figure, .. }
            | Self::FallingTotal { figure, .. }
            | Self::OverHundred { figure }
            | Self::StaleCopy { figure, .. }
            | Self::UnitChanged { figure, .. } => Some(figure),
            _ => None,
        }
    }

    /// What a person sets aside: this kind with these very figures. Another figure or another year is a new remark.
    #[must_use]
    pub fn key(&self) -> String {
        let year = |period: Period| period.year().map_or(String::new(), |year| year.to_string());
        let figures = match self {
            Self::StaleYear { year } | Self::NoActual { year } => year.0.to_string(),
            Self::ReversedDirection { to, .. }
            | Self::RisingEvil { to, .. }
            | Self::TargetMetBefore { to, .. } => to.clone(),
            _ => match self.figure() {
                Some(figure) => [&year(figure.period), " ", &figure.text].concat(),
                None => return self.name().to_owned(),
            },
        };
        [self.name(), ": ", figures.trim()].concat()
    }
}

impl Subject {
    /// The id under which remarks about it are set aside.
    #[must_use]
    pub fn id(&self) -> Id {
        match self {
            Self::Plan => Id::from("plan"),
            Self::Indicator(id) | Self::Initiative(id) | Self::Section(id) => id.clone(),
        }
    }
}

impl Remark {
    /// A remark about an indicator, mended there.
    pub(super) fn indicator(id: &Id, kind: Kind) -> Self {
        let subject = Subject::Indicator(id.clone());
        Self {
            mended_at: subject.clone(),
            subject,
            kind,
            count: 1,
            set_aside: None,
        }
    }

    /// A remark about so many items of the plan.
    pub(super) fn plan(kind: Kind, count: usize) -> Self {
        Self {
            subject: Subject::Plan,
            kind,
            count,
            mended_at: Subject::Plan,
            set_aside: None,
        }
    }

    /// The remark with the reason the plan has for setting it aside.
    pub(super) fn looked_up(mut self, plan: &Plan) -> Self {
        let reasons = plan.set_aside.get(&self.subject.id());
        self.set_aside = reasons.and_then(|reasons| reasons.get(&self.kind.key()).cloned());
        self
    }
}
