//! The default scale of grades, as data.

use super::Grade;

/// From where on which grade is given. The shares are of the pace expected by then, as many municipalities' scales are:
/// at the pace, at 60 % of it, below.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// 順調 from this share of the expected pace on.
    pub on_track: f64,
    /// やや遅れ from this share of the expected pace on; 遅れ below it.
    pub slightly_behind: f64,
    /// 同水準: how far a figure may be from another, as a share of that one, and be on its level. What falls short of a
    /// figure to be held by no more than this is やや遅れ, by more 後退.
    pub same_level: f64,
}

/// The scale used where nobody has set another: 100 and 60 % of the pace, ±10 % for the same level.
pub const DEFAULT_SCALE: Scale = Scale {
    on_track: 1.0,
    slightly_behind: 0.6,
    same_level: 0.1,
};

/// Two rates nearer than this are one: the pace's own figure is on the pace, however the division is rounded.
const EQUAL: f64 = 1e-9;

impl Scale {
    /// The grade of a target that is not met, by its rate against the rate expected (both fractions). At the end the pace
    /// is the target itself, and what has not met that is not 順調.
    #[must_use]
    pub fn by_pace(&self, rate: f64, expected: f64) -> Grade {
        if expected < 1.0 && rate + EQUAL >= expected * self.on_track {
            Grade::OnTrack
        } else if rate < 0.0 {
            Grade::Backward
        } else if rate + EQUAL >= expected * self.slightly_behind {
            Grade::SlightlyBehind
        } else {
            Grade::Behind
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grades_follow_the_share_of_the_pace() {
        let grade = |rate| DEFAULT_SCALE.by_pace(rate, 0.4);
        assert_eq!(grade(0.4), Grade::OnTrack);
        assert_eq!(grade(0.39), Grade::SlightlyBehind);
        assert_eq!(grade(0.24), Grade::SlightlyBehind);
        assert_eq!(grade(0.23), Grade::Behind);
        assert_eq!(grade(0.0), Grade::Behind);
        assert_eq!(grade(-0.01), Grade::Backward);
    }

    #[test]
    fn at_the_end_nothing_short_of_the_target_is_on_track() {
        assert_eq!(DEFAULT_SCALE.by_pace(1.0, 1.0), Grade::SlightlyBehind);
        assert_eq!(DEFAULT_SCALE.by_pace(0.5, 1.0), Grade::Behind);
    }

    #[test]
    fn a_planned_dip_is_on_the_pace() {
        assert_eq!(DEFAULT_SCALE.by_pace(-0.1, -0.2), Grade::OnTrack);
        assert_eq!(DEFAULT_SCALE.by_pace(-0.3, -0.2), Grade::Backward);
    }
}
