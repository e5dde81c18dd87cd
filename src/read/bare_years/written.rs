//! How a cell writes a year without its era.

use crate::plan::{Period, parse_period, squash};
use crate::read::indicator_table::{Field, recognise};

/// A year of which a cell says only the number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bare {
    pub(super) column: usize,
    pub(super) number: i32,
    /// What stands in the cell before and behind the year.
    around: (String, String),
}

impl Bare {
    /// A number that is all there is in the cell.
    pub(super) fn whole(column: usize, number: i32) -> Self {
        Self {
            column,
            number,
            around: (String::new(), String::new()),
        }
    }

    /// The year of a cell that calls it 年度: `26年度実績`, `目標値（7年度）`. None where an era or another year stands
    /// beside it, and where it is no year but counted (`5年度間`) or one end of several.
    pub(super) fn in_cell(column: usize, cell: &str) -> Option<Self> {
        if parse_period(cell) != Period::Unknown {
            return None;
        }
        let text = squash(cell);
        let at = text.find("年度")?;
        let (before, behind) = (&text[..at], &text[at + "年度".len()..]);
        let (before, number) = match before.strip_suffix('元') {
            Some(before) => (before, 1),
            None => last_number(before)?,
        };
        let is_open = before
            .ends_with(|c: char| c.is_ascii_alphanumeric() || "和成第各毎～〜~-－→・/".contains(c));
        let is_counted = behind.starts_with(['間', '分', 'ご', '毎', '以', '連', '～', '〜', '~'])
            || (behind.starts_with('目') && !behind.starts_with("目標"))
            || behind.contains("年度");
        (!is_open && !is_counted).then(|| Self {
            column,
            number,
            around: (before.to_owned(), behind.to_owned()),
        })
    }

    /// The year before a word of a heading, in a row where years are bare: `24目標`.
    pub(super) fn before_word(column: usize, cell: &str) -> Option<Self> {
        let text = squash(cell);
        let word = text.trim_start_matches(|c: char| c.is_ascii_digit());
        let number = plain(&text[..text.len() - word.len()])?;
        let is_value = matches!(
            recognise(word),
            Field::Baseline | Field::Target | Field::InterimTarget | Field::Actual
        );
        let says_rate = recognise(word) == Field::Note && word.contains("目標");
        (is_value || says_rate).then(|| Self {
            column,
            number,
            around: (String::new(), word.to_owned()),
        })
    }

    /// Whether nothing but the year stands in the cell.
    pub(super) fn is_whole(&self) -> bool {
        self.around.0.is_empty() && ["", "末", "度末"].contains(&self.around.1.as_str())
    }

    /// Whether its cell says that what was reached stands there.
    pub(super) fn says_actual(&self) -> bool {
        let words = [self.around.0.as_str(), &self.around.1].concat();
        ["実績", "決算", "現状", "基準"]
            .iter()
            .any(|word| words.contains(word))
    }

    /// The cell with the year in full.
    pub(super) fn spelled(&self, year: i32) -> String {
        let (before, behind) = &self.around;
        format!("{before}{year}年度{behind}")
    }
}

/// A number of one or two digits and nothing more, but for 年 or 年度.
pub(super) fn plain(cell: &str) -> Option<i32> {
    let cell = squash(cell);
    let digits = cell.trim_end_matches(['年', '度']);
    let is_short = (1..=2).contains(&digits.len());
    digits.parse().ok().filter(|_| is_short)
}

/// The fiscal year that a cell says.
pub(super) fn fiscal_year(cell: &str) -> Option<i32> {
    parse_period(cell).fiscal_year().map(|year| year.0)
}

/// The number of one or two digits at the end of a text, and what stands before it.
fn last_number(text: &str) -> Option<(&str, i32)> {
    let before = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = &text[before.len()..];
    let is_short = (1..=2).contains(&digits.len());
    let number = digits.parse().ok().filter(|number| *number > 0)?;
    is_short.then_some((before, number))
}
