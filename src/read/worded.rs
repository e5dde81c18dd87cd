//! Tables copied out of a PDF viewer, whose cells are parted by single spaces like the words in them.

use super::cells;
use super::indicator_table::{Field, recognise};
use super::table::{Row, Table};
use std::borrow::Cow;

/// The heading of such a table: its cells, and what stands below each.
#[derive(Default)]
pub(super) struct Heading {
    cells: Vec<String>,
    fields: Vec<Field>,
}

/// The heading of such a table, when a line is one: each of its words is a heading, one the name, one a value.
pub(super) fn heading(text: &str) -> Option<Heading> {
    // A bracket behind a value says its year or what it is: 現状値 (平成24年度).
    let of_value = |before: &str, bracket: &str| {
        recognise(before).is_value() && !matches!(recognise(bracket), Field::Unit)
    };
    let cells = words(text, |before, word| {
        word.starts_with(OPENING) && of_value(before, word)
    });
    let fields: Vec<Field> = cells.iter().map(|cell| recognise(cell)).collect();
    let is_heading = fields.len() >= 3
        && !fields.contains(&Field::Unknown)
        && fields.contains(&Field::Name)
        && fields.iter().any(|field| field.is_value());
    is_heading.then_some(Heading { cells, fields })
}

/// The rows below such a heading, which is the first of the lines: the figures of a line stand below the columns of
/// values, the words before them are the name with what stands beside it, and the words behind them the last column.
pub(super) fn table(lines: &[(u32, &str)], heading: &Heading) -> Table {
    let rows = lines.iter().enumerate().map(|(index, (line, text))| {
        let cells = if index == 0 {
            heading.cells.clone()
        } else {
            let words = words(text, |before, word| heading.belongs(before, word));
            heading.cells_of(&words).unwrap_or(words)
        };
        Row { line: *line, cells }
    });
    Table {
        rows: rows.collect(),
    }
}

const OPENING: [char; 3] = ['(', '（', '〔'];
const CLOSING: [char; 3] = [')', '）', '〕'];

/// The words of a line; those in a bracket stay together, and so do those that belong to the word before.
fn words(text: &str, belongs: impl Fn(&str, &str) -> bool) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut is_open = false;
    for word in text.split_whitespace() {
        match words.last_mut() {
            Some(before) if is_open || (before.len() <= LONGEST_CELL && belongs(before, word)) => {
                before.push(' ');
                before.push_str(word);
            }
            _ => words.push(word.to_owned()),
        }
        is_open = match (word.rfind(OPENING), word.rfind(CLOSING)) {
            (Some(opening), closing) => closing.is_none_or(|closing| closing < opening),
            (None, Some(_)) => false,
            (None, None) => is_open,
        };
    }
    words
}

/// What begins with a figure and has more letters is a name: 1人1日当たりの利用量.
const LONGEST_FIGURE: usize = 8;

/// No figure with its unit and year has more bytes.
const LONGEST_CELL: usize = 120;

impl Heading {
    /// How many of the columns hold values, and where they begin.
    fn values(&self) -> Option<(usize, usize)> {
        let first = self.fields.iter().position(|field| field.is_value())?;
        let values = self.fields[first..].iter();
        Some((first, values.take_while(|field| field.is_value()).count()))
    }

    /// Whether a line is another heading than this or a part of it, so that another table begins there.
    pub(super) fn is_followed_by(&self, text: &str) -> bool {
        let is_new = |other: Self| other.cells.iter().any(|cell| !self.cells.contains(cell));
        heading(text).is_some_and(is_new)
    }

    /// Whether a line is a row below it.
    pub(super) fn holds(&self, text: &str) -> bool {
        let words = words(text, |before, word| self.belongs(before, word));
        self.cells_of(&words).is_some()
    }

    /// Whether a word belongs to the figure before it: 122経営体 (26年度) and, where no column holds the units, 3,823 人.
    fn belongs(&self, before: &str, word: &str) -> bool {
        let is_bare = before.ends_with(|c: char| c.is_ascii_digit());
        let is_unit = is_bare && cells::is_unit(word) && !self.fields.contains(&Field::Unit);
        cells::is_figure(before) && (word.starts_with(OPENING) || is_unit)
    }

    /// The words of a line, a section's number and its title in one where no column holds the numbers: `1 学び`.
    fn with_numbered_section<'a>(&self, words: &'a [String]) -> Cow<'a, [String]> {
        let is_number = |word: &String| word.chars().all(|c| c.is_ascii_digit());
        match words {
            [number, title, name, rest @ ..]
                if self.fields.first() == Some(&Field::Section)
                    && is_number(number)
                    && [title, name].iter().all(|word| {
                        !cells::is_figure(word) || word.chars().count() > LONGEST_FIGURE
                    }) =>
            {
                let section = [format!("{number} {title}"), name.clone()];
                Cow::Owned(section.iter().chain(rest).cloned().collect())
            }
            _ => Cow::Borrowed(words),
        }
    }

    /// The cells of a line; none when its figures are not as many as the columns of values.
    fn cells_of(&self, words: &[String]) -> Option<Vec<String>> {
        let (values, count) = self.values()?;
        if words.len() == count && words.iter().all(|word| cells::is_dated(word)) {
            let mut cells = vec![String::new(); values]; // years, which stand below the names of the values
            cells.extend_from_slice(words);
            return Some(cells);
        }
        let words = &*self.with_numbered_section(words);
        let is_value =
            |word: &&String| cells::is_figure(word) || cells::is_missing(word) || *word == "ゼロ";
        let name = self
            .fields
            .iter()
            .position(|field| *field == Field::Name)
            .filter(|name| *name < values)?; // words before the figures could be anything
        let behind = self.fields.len() - values - count;
        let of_row = |above: usize| {
            let firsts = || {
                (values - above..words.len()).filter(|first| {
                    words[*first..].iter().take(count).filter(is_value).count() == count
                })
            };
            // A name may begin like a figure: 1人当たりの利用量.
            let fills_row = |first: &usize| words.len() - first - count == behind;
            let first = firsts().find(fills_row).or_else(|| firsts().next());
            first.map(|first| (above, first))
        };
        // Where sections stand before the name, most rows leave them to the merged cell above.
        let is_merged = self.fields[..name].iter().all(|field| field.is_hierarchy());
        let (above, first) = of_row(0).or_else(|| of_row(name).filter(|_| is_merged))?;
        let beside = values - name - 1;
        let mut cells = vec![String::new(); above];
        cells.extend_from_slice(&words[..name - above]);
        cells.push(words.get(name - above..first - beside)?.join(" "));
        cells.extend_from_slice(&words[first - beside..first + count]);
        let rest = &words[first + count..];
        let single = behind.saturating_sub(1).min(rest.len());
        cells.extend_from_slice(&rest[..single]);
        cells.push(rest[single..].join(" "));
        Some(cells)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rows of a text whose first line is the heading.
    fn rows(text: &str) -> Vec<String> {
        let lines: Vec<(u32, &str)> = (1..).zip(text.lines()).collect();
        let heading = heading(lines[0].1).unwrap_or_default();
        let rows = table(&lines, &heading).rows;
        rows.iter().map(|row| row.cells.join("|")).collect()
    }

    #[test]
    fn figures_stand_below_the_values_and_words_around_them() {
        let text = "No 指標名 単位 現状値 目標値 担当課\n1 図書館の 貸出冊数 冊 1,200 1,500 生涯 学習課\n2 蔵書数 冊 ― 90,000 図書館";
        assert_eq!(
            rows(text)[1..],
            [
                "1|図書館の 貸出冊数|冊|1,200|1,500|生涯 学習課",
                "2|蔵書数|冊|―|90,000|図書館"
            ]
        );
    }

    #[test]
    fn a_bracket_belongs_to_the_value_before_it() {
        let text = "指標名 単位 現状値 (平成 24 年度) 目標値（平成29年度） 方向性\n自主防災組織数 組織 16 21 増加を目指す";
        assert_eq!(
            rows(text),
            [
                "指標名|単位|現状値 (平成 24 年度)|目標値（平成29年度）|方向性",
                "自主防災組織数|組織|16|21|増加を目指す"
            ]
        );
    }

    #[test]
    fn a_row_may_leave_its_sections_to_the_one_above() {
        let text = "施策番号 施策名 指標名 単位 現状値 目標値\n1-1 防災 自主防災組織の 数 組織 16 21\n火災の発生件数 件 27 25";
        assert_eq!(
            rows(text)[1..],
            [
                "1-1|防災|自主防災組織の 数|組織|16|21|",
                "||火災の発生件数|件|27|25|"
            ]
        );
    }

    #[test]
    fn a_name_may_begin_like_a_figure_and_a_section_with_its_number() {
        let text = "基本目標 指標 現状値 目標値 方向性 出典\n1 学び 講座の参加者数 8人 10人 増加 調査A\n2 資源 1人1日当たりの利用量 868g 830g 減少 調査B\n2 資源 講座の欠席件数 42件 ゼロ 減少 調査A";
        assert_eq!(
            rows(text)[1..],
            [
                "1 学び|講座の参加者数|8人|10人|増加|調査A",
                "2 資源|1人1日当たりの利用量|868g|830g|減少|調査B",
                "2 資源|講座の欠席件数|42件|ゼロ|減少|調査A"
            ]
        );
    }

    #[test]
    fn a_unit_or_a_year_behind_a_figure_belongs_to_it() {
        let text = "指標名 現状値 目標値\nバスの利用者 18.8 万人(2014 年) 20 万人\n担い手の数 122経営体 (26年度) 132経営体 (36年度)";
        assert_eq!(
            rows(text)[1..],
            [
                "バスの利用者|18.8 万人(2014 年)|20 万人|",
                "担い手の数|122経営体 (26年度)|132経営体 (36年度)|"
            ]
        );
    }

    #[test]
    fn years_in_a_line_of_their_own_stand_below_the_values() {
        let text =
            "No 指標名 単位 現状値 目標値\n(令和6年度) (令和11年度)\n1 蔵書数 冊 80,000 90,000";
        assert_eq!(rows(text)[1], "|||(令和6年度)|(令和11年度)");
    }

    #[test]
    fn a_line_of_prose_is_no_heading() {
        assert!(heading("目標 を 達成 した 指標 は 三つ").is_none());
        assert!(heading("指標 目標値").is_none());
    }
}
