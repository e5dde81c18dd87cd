//! 目標 and 実績 of a year in one cell, one above the other or parted by a slash: parted into a row of each.

use super::columns::Field;
use super::content::datum;
use super::header::SEARCHED_ROWS;
use crate::plan::squash;
use crate::read::cells;
use crate::read::table::{Row, Table};

/// The words for the upper and the lower value of a cell.
type Words = [String; 2];

/// The table with such rows parted, and a column that says which is which in front of the years. None where no cell holds
/// two such values, or nothing says which is which.
pub(super) fn parted(table: &Table) -> Option<Table> {
    let mut rows = table.rows.iter().take(SEARCHED_ROWS);
    let heading =
        rows.position(|row| row.filled().count() > 1 && row.cells.iter().any(|it| is_year(it)))?;
    let (above, below) = table.rows.split_at(heading);
    let (heading, body) = below.split_first()?;
    let parting = Parting::of(above, heading, body)?;
    let parts: Vec<Option<Vec<Row>>> = body.iter().map(|row| parting.parts(row)).collect();
    if !parts.iter().any(Option::is_some) {
        return None;
    }
    let mut plain = parting.with_word(heading, "目標・実績");
    for cell in &mut plain.cells {
        *cell = year_and_words(cell).0;
        if upper_and_lower(cell).is_some() {
            cell.truncate(cell.find(['(', '（', '\n']).unwrap_or(cell.len()));
        }
    }
    let mut parted = above.to_vec();
    parted.push(plain);
    for (row, parts) in body.iter().zip(parts) {
        parted.extend(parts.unwrap_or_else(|| vec![parting.with_word(row, "")]));
    }
    Some(Table { rows: parted })
}

/// Where in a table the years are, and what says which of two values is which.
struct Parting {
    years: Vec<usize>,
    /// The column of the words, or where one is put.
    place: usize,
    /// Whether there is a column of the words.
    has_column: bool,
    /// The words as the heading or a line above says them.
    words: Option<Words>,
}

impl Parting {
    fn of(above: &[Row], heading: &Row, body: &[Row]) -> Option<Self> {
        let years: Vec<usize> = (0..heading.cells.len())
            .filter(|column| is_year(heading.cell(*column)))
            .collect();
        let first_year = *years.first()?;
        let mut lines = above.iter().chain([heading]).flat_map(Row::filled);
        let words = years
            .iter()
            .find_map(|column| year_and_words(heading.cell(*column)).1)
            .or_else(|| lines.find_map(upper_and_lower));
        let column = (0..first_year).find(|column| {
            let mut cells = body.iter().map(|row| row.cell(*column));
            cells.any(|cell| words_of_lines(cell).is_some())
        });
        Some(Self {
            years,
            place: column.unwrap_or(first_year),
            has_column: column.is_some(),
            words,
        })
    }

    /// The rows that a row is parted into; none where it holds no two values, or nothing tells them apart.
    fn parts(&self, row: &Row) -> Option<Vec<Row>> {
        let cells: Vec<&str> = self.years.iter().map(|column| row.cell(*column)).collect();
        let two: Vec<Option<Two>> = cells.iter().map(|cell| two_values(cell)).collect();
        if two.iter().all(Option::is_none) {
            return self.of_one_word(row, &cells);
        }
        let own = two.iter().flatten().find_map(|two| two.words.clone());
        let words = own
            .or_else(|| words_of_lines(row.cell(self.place)))
            .or_else(|| self.words.clone())?;
        let half = |half: usize| {
            let value = |two: &Option<Two>, cell: &&str| match (two, half) {
                (Some(two), _) => two.values[half].clone(),
                (None, 0) => (*cell).to_owned(), // only the upper one is known
                (None, _) => String::new(),
            };
            let values = two.iter().zip(&cells).map(|(two, cell)| value(two, cell));
            self.part(row, &words[half], values.collect(), half == 0)
        };
        Some(vec![half(0), half(1)])
    }

    /// The row without the word that stands in front of each of its values: `計画 39.0%`, in a row of its own below the other.
    fn of_one_word(&self, row: &Row, cells: &[&str]) -> Option<Vec<Row>> {
        let filled = cells.iter().filter(|cell| !cell.is_empty());
        let words: Option<Vec<&str>> = filled.map(|cell| word_and_value(cell).0).collect();
        let words = words?;
        let word = *words.first()?;
        let values = cells.iter().map(|cell| word_and_value(cell).1.to_owned());
        (words.iter().all(|other| *other == word) && !self.has_column)
            .then(|| vec![self.part(row, word, values.collect(), true)])
    }

    /// A row of some of the values, with its word; what stands beside them is said once.
    fn part(&self, row: &Row, word: &str, values: Vec<String>, is_first: bool) -> Row {
        let mut row = row.clone();
        if !is_first {
            row.cells.iter_mut().for_each(String::clear);
        }
        for (column, value) in self.years.iter().zip(values) {
            if let Some(cell) = row.cells.get_mut(*column) {
                *cell = value;
            }
        }
        self.with_word(&row, word)
    }

    /// The row with a word in the column for them, a new one unless there is such a column.
    fn with_word(&self, row: &Row, word: &str) -> Row {
        let mut row = row.clone();
        if !self.has_column {
            row.cells
                .resize(row.cells.len().max(self.place), String::new());
            row.cells.insert(self.place, word.to_owned());
        } else if let Some(cell) = row.cells.get_mut(self.place).filter(|_| !word.is_empty()) {
            word.clone_into(cell);
        }
        row
    }
}

/// Two values of a cell, and the words in front of them.
struct Two {
    values: [String; 2],
    words: Option<Words>,
}

/// The two values of a cell; none where it holds another number of them or something else.
fn two_values(cell: &str) -> Option<Two> {
    let lines: Vec<&str> = cell.split('\n').map(str::trim).collect();
    let halves = match lines.as_slice() {
        [upper, lower] => [*upper, *lower],
        [line] => {
            let (upper, lower) = line.split_once(['/', '／'])?;
            [upper.trim(), lower.trim()]
        }
        _ => return None,
    };
    let is_value = |text: &str| cells::is_figure(text) || cells::is_missing(text);
    let [upper, lower] = halves.map(word_and_value);
    let both = is_value(upper.1) && is_value(lower.1);
    let is_fraction = !cell.contains('\n') && (upper.1.is_empty() || lower.1.is_empty());
    let words = match (upper.0, lower.0) {
        (Some(upper), Some(lower)) => Some([upper.to_owned(), lower.to_owned()]),
        _ => None,
    };
    (both && !is_fraction).then(|| Two {
        values: [upper.1.to_owned(), lower.1.to_owned()],
        words: words.filter(is_pair),
    })
}

/// The word for what a value is, and the value: `計画 39.0%`.
fn word_and_value(text: &str) -> (Option<&str>, &str) {
    let parted = text.split_once([' ', '\u{3000}', ':', '：']);
    match parted.filter(|(word, _)| datum(word).is_some()) {
        Some((word, value)) => (Some(word), value.trim()),
        None => (None, text),
    }
}

/// The heading of a year without the words for two values, and these words: `R3（計画／実績）`.
fn year_and_words(heading: &str) -> (String, Option<Words>) {
    let pieces: Vec<&str> = heading
        .split(['\n', '/', '／', '・', '(', ')', '（', '）', ' ', '\u{3000}'])
        .filter(|piece| !piece.is_empty())
        .collect();
    let words: Vec<&str> = pieces
        .iter()
        .copied()
        .filter(|piece| datum(piece).is_some() && !cells::is_year(piece))
        .collect();
    let [upper, lower] = words.as_slice() else {
        return (heading.to_owned(), None);
    };
    let pair = [(*upper).to_owned(), (*lower).to_owned()];
    if !is_pair(&pair) {
        return (heading.to_owned(), None);
    }
    let rest: Vec<&str> = pieces
        .into_iter()
        .filter(|piece| !words.contains(piece))
        .collect();
    (rest.join(" "), Some(pair))
}

/// Whether a heading is a year, with or without the words for two values.
fn is_year(heading: &str) -> bool {
    cells::is_year(&year_and_words(heading).0)
}

/// The words that a line says stand above and below: `上段：目標、下段：実績`.
fn upper_and_lower(line: &str) -> Option<Words> {
    let line = squash(line);
    let behind = |place: &str| {
        let rest = &line[line.find(place)? + place.len()..];
        let rest = rest.trim_start_matches([':', '(', 'は', '=', '…', '-']);
        let end = rest
            .find(['、', ',', ')', '/', '・', '。', ' ', ';', '下', '上'])
            .unwrap_or(rest.len());
        Some(rest[..end].to_owned())
    };
    let pair = [behind("上段")?, behind("下段")?];
    is_pair(&pair).then_some(pair)
}

/// The words that the two lines of a cell are: `目標` above `実績`.
fn words_of_lines(cell: &str) -> Option<Words> {
    let (upper, lower) = cell.split_once('\n')?;
    let pair = [upper.trim().to_owned(), lower.trim().to_owned()];
    is_pair(&pair).then_some(pair)
}

/// Whether two words are those of what is aimed at and what is, in whichever order.
fn is_pair(words: &Words) -> bool {
    let [upper, lower] = words.each_ref().map(|word| datum(word));
    let aims = |field: Option<Field>| matches!(field, Some(Field::Target | Field::Pace));
    let is = |field: Option<Field>| field == Some(Field::Actual);
    (aims(upper) && is(lower)) || (is(upper) && aims(lower))
}
