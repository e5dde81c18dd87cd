//! The heading of a long table.

use crate::plan::squash;
use crate::read::indicator_table::{Field, datum, recognise};
use crate::read::table::{Row, Table};

/// What a column of a long table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Item {
    MunicipalityCode,
    Municipality,
    Plan,
    SectionNumber,
    Section,
    Id,
    Number,
    Name,
    Kind,
    Unit,
    Direction,
    Accumulation,
    Datum,
    Year,
    YearKind,
    Text,
    Label,
    EntryNote,
    EnteredAt,
    EnteredBy,
    Departments,
    Measurement,
    PublishedRate,
    Note,
    Source,
    SourceLine,
    /// Follows from another column (年度（和暦）, 数値, 条件) and need not be read.
    Derived,
}

/// Headings that only long tables have, or that mean something of their own there.
const HEADINGS: &[(Item, &[&str])] = &[
    (
        Item::MunicipalityCode,
        &[
            "団体コード",
            "自治体コード",
            "市区町村コード",
            "全国地方公共団体コード",
        ],
    ),
    (
        Item::Municipality,
        &[
            "団体名",
            "自治体名",
            "市区町村名",
            "市町村名",
            "municipality",
        ],
    ),
    (Item::Plan, &["計画名", "計画名称", "計画", "plan"]),
    (Item::SectionNumber, &["施策番号"]),
    (Item::Id, &["指標id", "id"]),
    (
        Item::Datum,
        &["区分", "データ区分", "値の種類", "値の区分", "項目区分"],
    ),
    (
        Item::Year,
        &["年度(西暦)", "西暦", "西暦年度", "対象年度", "期間"],
    ),
    (Item::YearKind, &["期間の種類"]),
    (Item::Text, &["値(原文)", "値", "数値", "value", "データ値"]),
    (Item::Label, &["内訳"]),
    (
        Item::Derived,
        &["年度(和暦)", "和暦", "数値の単位", "条件", "欠損の理由"],
    ),
    (Item::EntryNote, &["注記"]),
    (Item::EnteredAt, &["入力日時"]),
    (Item::EnteredBy, &["入力者"]),
    (Item::PublishedRate, &["公表値"]),
    (Item::Source, &["出典"]),
    (Item::SourceLine, &["出典の行"]),
];

/// Where the heading of a long table is, and which column holds what.
pub(in crate::read) struct Heading {
    pub(super) row: usize,
    texts: Vec<String>,
    columns: Vec<Option<Item>>,
}

/// How far down the heading is looked for.
const SEARCHED_ROWS: usize = 5;

/// The heading of a long table; none when the table is not one: each row needs a name and one value, and says which
/// datum that is or of which year.
pub(in crate::read) fn heading_of(table: &Table) -> Option<Heading> {
    let rows = table.rows.iter().enumerate().take(SEARCHED_ROWS);
    rows.filter_map(|(index, row)| heading_at(index, row, &table.rows[index + 1..]))
        .next()
}

fn heading_at(index: usize, row: &Row, body: &[Row]) -> Option<Heading> {
    let mut columns: Vec<Option<Item>> = row.cells.iter().map(|cell| item(cell)).collect();
    // 数値 is the value where no other column is it.
    let text = |columns: &[Option<Item>], row: &Row, heading: &str| {
        (0..columns.len()).find(|column| {
            squash(row.cell(*column)) == heading && columns[*column] == Some(Item::Text)
        })
    };
    if let (Some(_), Some(number)) = (text(&columns, row, "値(原文)"), text(&columns, row, "数値"))
    {
        columns[number] = Some(Item::Derived);
    }
    let kinds: Vec<usize> = (0..columns.len())
        .filter(|column| matches!(columns[*column], Some(Item::Kind | Item::Datum)))
        .collect();
    let is_own = columns.contains(&Some(Item::YearKind));
    let datum_column = kinds.iter().copied().find(|&column| match is_own {
        true => columns[column] == Some(Item::Datum),
        false => says_datum(body, column),
    });
    for column in kinds {
        columns[column] = Some(if Some(column) == datum_column {
            Item::Datum
        } else {
            Item::Kind
        });
    }
    let has = |item: Item| columns.contains(&Some(item));
    let is_wide = row
        .cells
        .iter()
        .any(|cell| own_item(cell).is_none() && recognise(cell).is_value());
    let is_long =
        has(Item::Name) && has(Item::Text) && (has(Item::Datum) || has(Item::Year)) && !is_wide;
    is_long.then(|| Heading {
        row: index,
        texts: row.cells.clone(),
        columns,
    })
}

/// Whether the filled cells of a column say which datum their row is. A word that says none among many that do is a slip.
fn says_datum(body: &[Row], column: usize) -> bool {
    let cells = body.iter().take(50).map(|row| row.cell(column));
    let filled: Vec<bool> = cells
        .filter(|cell| !cell.trim().is_empty())
        .map(|cell| datum(cell).is_some())
        .collect();
    let said = filled.iter().filter(|says| **says).count();
    said > 0 && said * 3 >= filled.len() * 2
}

/// What a heading means that only long tables have.
fn own_item(heading: &str) -> Option<Item> {
    let words = squash(heading).to_lowercase();
    HEADINGS
        .iter()
        .find(|(_, headings)| headings.contains(&words.as_str()))
        .map(|(item, _)| *item)
}

fn item(heading: &str) -> Option<Item> {
    own_item(heading).or(match recognise(heading) {
        Field::Number => Some(Item::Number),
        Field::Name => Some(Item::Name),
        Field::Kind => Some(Item::Kind),
        Field::Unit => Some(Item::Unit),
        Field::Direction => Some(Item::Direction),
        Field::Accumulation => Some(Item::Accumulation),
        Field::Datum => Some(Item::Datum),
        Field::Period => Some(Item::Year),
        Field::Value => Some(Item::Text),
        Field::Section => Some(Item::Section),
        Field::SectionNumber => Some(Item::SectionNumber),
        Field::Department => Some(Item::Departments),
        Field::Measurement => Some(Item::Measurement),
        Field::PublishedRate => Some(Item::PublishedRate),
        Field::Note => Some(Item::Note),
        _ => None,
    })
}

impl Heading {
    /// The cell of a row in the column of an item, as written; empty when there is no such column.
    pub(super) fn cell<'a>(&self, row: &'a Row, item: Item) -> &'a str {
        self.columns
            .iter()
            .position(|column| *column == Some(item))
            .map_or("", |column| row.cell(column))
    }

    /// How many cells a row has.
    pub(super) fn width(&self) -> usize {
        self.texts.len()
    }

    /// The heading of an item's column; empty when there is no such column.
    pub(super) fn text(&self, item: Item) -> &str {
        let column = self.columns.iter().position(|column| *column == Some(item));
        column.map_or("", |column| self.texts[column].as_str())
    }

    /// Whether the table has a column of an item.
    pub(super) fn has(&self, item: Item) -> bool {
        self.columns.contains(&Some(item))
    }

    /// Whether a row is the heading once more.
    pub(super) fn is_repeated(&self, row: &Row) -> bool {
        row.cells == self.texts
    }

    /// The headings of columns that were not understood and hold something.
    pub(super) fn unknown(&self, table: &Table) -> Vec<String> {
        let filled = |column: usize| {
            table.rows[self.row + 1..]
                .iter()
                .any(|row| !row.cell(column).trim().is_empty())
        };
        let unknown = (0..self.columns.len())
            .filter(|column| self.columns[*column].is_none() && filled(*column));
        unknown.map(|column| self.texts[column].clone()).collect()
    }

    /// What the columns that were not understood hold in a row, each with its heading.
    pub(super) fn remarks(&self, row: &Row) -> Vec<String> {
        let unknown = self
            .columns
            .iter()
            .enumerate()
            .filter(|(_, column)| column.is_none());
        unknown
            .filter(|(index, _)| !row.cell(*index).trim().is_empty())
            .map(|(index, _)| format!("{}：{}", self.texts[index], row.cell(index)))
            .collect()
    }
}
