//! What a shape is for. The style sheet (`style/chart.css`) decides how each role looks.

use plotters::style::Color;
use plotters_backend::BackendColor;

/// The part a shape plays. To plotters it is a colour; the backend turns that colour back into a class.
///
/// plotters hands a backend nothing but colours and widths, so a role travels as the reserved colour (0, 0, role).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Role {
    /// The line a scale stands on.
    Axis,
    /// A year's tick, an end of the scale.
    Tick,
    /// The small ticks between.
    Minor,
    /// The tick of the year looked at: where the pace would stand now.
    Now,
    /// The same where the bar has covered it.
    NowOnBar,
    /// The way to go, or the side that is allowed.
    Track,
    /// The way gone.
    Bar,
    /// Two cuts through a bar that is longer than the scale can show.
    Cut,
    /// The index under the bar that points at the actual.
    Mark,
    /// The limit itself, where the target is a bound.
    Wall,
    /// A stage that is not reached yet.
    Open,
    /// Lines of the grid.
    Grid,
    /// The allowed side behind a time chart.
    Band,
    /// The limit of the allowed side in a time chart.
    Limit,
    /// The pace.
    Pace,
    /// The line through the actuals.
    Line,
    /// The line of any series but the first.
    OtherLine,
    /// A baseline's point.
    Start,
    /// A target's point.
    Goal,
    /// A year on the axis of a time chart.
    Year,
    /// Text beside the figures: years, axis labels, roles.
    Soft,
    /// A figure at an end.
    Figure,
    /// The actual's figure.
    Actual,
    /// A figure of the time chart that stands for itself.
    Value,
    /// The name of one of several series.
    Name,
}

impl Role {
    const ALL: [Self; 25] = [
        Self::Axis,
        Self::Tick,
        Self::Minor,
        Self::Now,
        Self::NowOnBar,
        Self::Track,
        Self::Bar,
        Self::Cut,
        Self::Mark,
        Self::Wall,
        Self::Open,
        Self::Grid,
        Self::Band,
        Self::Limit,
        Self::Pace,
        Self::Line,
        Self::OtherLine,
        Self::Start,
        Self::Goal,
        Self::Year,
        Self::Soft,
        Self::Figure,
        Self::Actual,
        Self::Value,
        Self::Name,
    ];

    /// The class in the SVG and in the style sheet; `c-` keeps it apart from the page's own.
    #[must_use]
    pub fn class(self) -> &'static str {
        match self {
            Self::Axis => "c-axis",
            Self::Tick => "c-tick",
            Self::Minor => "c-minor",
            Self::Now => "c-now",
            Self::NowOnBar => "c-now-on-bar",
            Self::Track => "c-track",
            Self::Bar => "c-bar",
            Self::Cut => "c-cut",
            Self::Mark => "c-mark",
            Self::Wall => "c-wall",
            Self::Open => "c-open",
            Self::Grid => "c-grid",
            Self::Band => "c-band",
            Self::Limit => "c-limit",
            Self::Pace => "c-pace",
            Self::Line => "c-line",
            Self::OtherLine => "c-line-other",
            Self::Start => "c-start",
            Self::Goal => "c-goal",
            Self::Year => "c-year",
            Self::Soft => "c-soft",
            Self::Figure => "c-figure",
            Self::Actual => "c-actual",
            Self::Value => "c-value",
            Self::Name => "c-name",
        }
    }

    /// The role a colour stands for; a colour that is none of ours is an axis.
    #[must_use]
    pub fn of(color: BackendColor) -> Self {
        Self::ALL
            .get(usize::from(color.rgb.2))
            .copied()
            .unwrap_or(Self::Axis)
    }
}

impl Color for Role {
    fn to_backend_color(&self) -> BackendColor {
        BackendColor {
            alpha: 1.0,
            rgb: (0, 0, *self as u8),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_comes_back_from_the_colour_it_travels_as() {
        for role in Role::ALL {
            assert_eq!(Role::of(role.to_backend_color()), role);
        }
    }
}
