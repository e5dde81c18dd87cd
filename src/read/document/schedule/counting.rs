//! Where a schedule's rows stand in the hierarchy: from how their numbers count on, not from their columns.

use super::super::number::{Numeral, Style};

/// One heading of a row and whether it stands where its number says.
#[derive(Debug, PartialEq, Eq)]
pub struct Step {
    /// The heading's number.
    pub numeral: Numeral,
    /// Its title as this row has it; empty when the row does not say it.
    pub title: String,
}

/// Where a row stands.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Stand {
    /// The headings from the top down.
    pub path: Vec<Step>,
    /// A heading's text whose number fits nowhere: the title of the heading behind it.
    pub stray: String,
}

/// The count so far.
#[derive(Debug, Default)]
pub struct Counting {
    /// The styles of numbering from the top down.
    order: Vec<Style>,
    /// The number reached at each level.
    reached: Vec<Numeral>,
    /// A heading that waits for its first part, with its level and title.
    waiting: Option<(usize, Numeral, String)>,
}

impl Counting {
    /// Counts a row's headings in and says where the row stands.
    pub fn row(&mut self, headings: Vec<(Numeral, String)>) -> Stand {
        let mut stand = Stand::default();
        let mut titles: Vec<(usize, String)> = Vec::new();
        let values: Vec<(Style, u32)> = headings
            .iter()
            .map(|(numeral, _)| (numeral.style.clone(), numeral.value))
            .collect();
        for (place, (numeral, title)) in headings.into_iter().enumerate() {
            let depth = self.depth(&numeral.style);
            let below = values.get(place + 1).map(|(_, value)| *value);
            if depth + 1 < self.order.len() || place + 1 < values.len() {
                self.upper(depth, numeral, title, below, &mut titles, &mut stand);
            } else {
                self.lowest(depth, numeral, title, &mut titles);
            }
        }
        stand.path = self.path(&titles);
        stand
    }

    fn depth(&mut self, style: &Style) -> usize {
        self.order
            .iter()
            .position(|known| known == style)
            .unwrap_or_else(|| {
                self.order.push(style.clone());
                self.order.len() - 1
            })
    }

    /// A heading with others below it. It is entered when its parts begin with it; when the part beside it goes on
    /// counting the heading before, it waits.
    fn upper(
        &mut self,
        depth: usize,
        numeral: Numeral,
        title: String,
        below: Option<u32>,
        titles: &mut Vec<(usize, String)>,
        stand: &mut Stand,
    ) {
        let reached = self.reached.get(depth).map(|known| known.value);
        let begins = below.is_none_or(|value| value == 1);
        match reached {
            Some(value) if value == numeral.value => titles.push((depth, title)),
            Some(value) if depth == 0 && !(value + 1 == numeral.value && begins) => {
                stand.stray = title;
            }
            Some(_) if !begins => self.waiting = Some((depth, numeral, title)),
            _ => self.reach(depth, numeral, title, titles),
        }
    }

    /// The lowest heading of a row.
    fn lowest(
        &mut self,
        depth: usize,
        numeral: Numeral,
        title: String,
        titles: &mut Vec<(usize, String)>,
    ) {
        let reached = self.reached.get(depth).map(|known| known.value);
        let goes_on = reached.is_some_and(|value| value + 1 == numeral.value);
        if !goes_on && let Some((level, waiting, waiting_title)) = self.waiting.take() {
            self.reach(level, waiting, waiting_title, titles);
        } else if numeral.value == 1 && reached.is_some_and(|value| value > 1) && depth > 0 {
            self.count_parent_on(depth - 1, titles);
        }
        self.reach(depth, numeral, title, titles);
    }

    /// A lower count that begins anew without its heading: the heading above is the next one.
    fn count_parent_on(&mut self, depth: usize, titles: &mut Vec<(usize, String)>) {
        if let Some(parent) = self.reached.get(depth) {
            let value = parent.value + 1;
            let written = parent
                .written
                .replace(&parent.value.to_string(), &value.to_string());
            let next = Numeral {
                style: parent.style.clone(),
                value,
                written,
            };
            self.reach(depth, next, String::new(), titles);
        }
    }

    fn reach(
        &mut self,
        depth: usize,
        numeral: Numeral,
        title: String,
        titles: &mut Vec<(usize, String)>,
    ) {
        self.waiting.take_if(|(level, ..)| *level >= depth);
        self.reached.truncate(depth);
        self.reached.push(numeral);
        titles.push((self.reached.len() - 1, title));
    }

    fn path(&self, titles: &[(usize, String)]) -> Vec<Step> {
        let title = |depth| {
            titles
                .iter()
                .rev()
                .find(|(level, _)| *level == depth)
                .map(|(_, title)| title.clone())
        };
        let step = |(depth, numeral): (usize, &Numeral)| Step {
            numeral: numeral.clone(),
            title: title(depth).unwrap_or_default(),
        };
        self.reached.iter().enumerate().map(step).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::number::run_together;
    use super::*;

    fn walk(rows: &[&str]) -> Vec<String> {
        let mut counting = Counting::default();
        let place = |row: &&str| {
            let headings = row.split('|').flat_map(run_together).collect();
            let stand = counting.row(headings);
            stand
                .path
                .iter()
                .map(|step| step.numeral.value.to_string())
                .collect::<Vec<_>>()
                .join("-")
        };
        rows.iter().map(place).collect()
    }

    #[test]
    fn a_heading_beside_the_last_part_of_the_one_before_waits_for_its_own() {
        let rows = [
            "1 A|(1) B|①C",
            "",
            "②D",
            "(2) E|③F",
            "",
            "①G",
            "②H",
            "(3)|①I",
        ];
        assert_eq!(
            walk(&rows),
            [
                "1-1-1", "1-1-1", "1-1-2", "1-1-3", "1-1-3", "1-2-1", "1-2-2", "1-3-1"
            ]
        );
    }

    #[test]
    fn a_number_that_fits_nowhere_moves_nothing() {
        let rows = [
            "1 A|(3)|①B",
            "4 C|(4)|①D",
            "1 A|(4) ②E",
            "1 A|(4) F",
            "③G",
            "2 H|(1) I|①J",
            "2|(1)",
            "2 K|(2)|①L",
        ];
        assert_eq!(
            walk(&rows),
            [
                "1-3-1", "1-4-1", "1-4-2", "1-4-2", "1-4-3", "2-1-1", "2-1-1", "2-2-1"
            ]
        );
    }

    #[test]
    fn a_count_that_begins_anew_has_a_heading_that_was_lost() {
        assert_eq!(
            walk(&["1 A|(1) B|①C", "②D", "①E"]),
            ["1-1-1", "1-1-2", "1-2-1"]
        );
    }
}
