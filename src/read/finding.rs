//! What a reader has to say about its source.

use super::foreign::Foreign;
use super::{Field, Row};
use crate::plan::Id;
use serde::{Deserialize, Serialize};

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Level {
    /// Worth knowing; nothing was changed.
    Note,
    /// The reader corrected something.
    Warning,
    /// The reader could not decide; a person must.
    Question,
    /// Something could not be read and is not in the plan.
    Error,
}

/// One thing a reader has to say.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// How much it matters.
    pub level: Level,
    /// The line (or row) in the source, counted from 1.
    pub line: Option<u32>,
    /// The source's own text there.
    pub text: String,
    /// What it is.
    pub kind: FindingKind,
    /// The item of the plan it is about.
    pub item: Option<Id>,
}

/// What a finding says, as data; room `words` puts it into a sentence: what, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FindingKind {
    /// The line was not understood and is in no item of the plan.
    NotUnderstood,
    /// The source holds nothing that looks like a plan.
    NothingFound,
    /// More marks than years; the surplus was dropped.
    SurplusMarks {
        /// How many were dropped.
        dropped: usize,
    },
    /// A column stands elsewhere than its heading; read from the anchor instead.
    ShiftedColumns,
    /// Nobody is named as responsible.
    MissingDepartment,
    /// The marks do not say which years they stand for.
    AmbiguousYears,
    /// A row repeats an item shown before (再掲).
    Repeated,
    /// A repeat whose first showing was not found.
    RepeatWithoutOriginal,
    /// A heading or cell was broken over two places and was joined.
    Joined,
    /// A page title, legend or table heading that repeats was passed over.
    RepeatedHeading,
    /// A number column is missing its heading.
    MissingHeading {
        /// The field the column was read as.
        read_as: String,
    },
    /// A row has more or fewer cells than its heading.
    UnevenRow {
        /// How many the heading has.
        expected: usize,
        /// How many the row has.
        found: usize,
    },
    /// A cell of a row says nothing that its column can hold.
    CellNotUnderstood {
        /// The column's heading.
        column: String,
    },
    /// The baseline's year is not said.
    UnknownYear,
    /// A column was recognised by what its cells hold, not by its heading.
    RecognisedByContent {
        /// The field it was read as.
        read_as: String,
    },
    /// A blank cell was read as part of the merged cell above it.
    MergedCell {
        /// The field of the cell.
        read_as: String,
    },
    /// A column is kept as a remark since nothing says what it is.
    UnknownColumn {
        /// Its heading.
        heading: String,
    },
    /// The same footnote mark explains two things.
    DuplicateFootnote,
    /// A sheet is missing a row that its siblings have.
    MissingRow {
        /// The row's label.
        label: String,
    },
    /// A number that is not finite or turned into 0.
    UnusableNumber,
    /// The JSON is not valid.
    BrokenJson {
        /// The column of the error, counted from 1.
        column: usize,
        /// What the parser says, in English.
        detail: String,
    },
    /// The file is a newer version of the format than this program knows.
    FutureVersion {
        /// The version found.
        version: u64,
    },
    /// The text was decoded as something else than UTF-8.
    Decoded {
        /// The encoding's name.
        encoding: String,
    },
    /// Characters that are none in the text's encoding; they stand as U+FFFD.
    UnreadableCharacters {
        /// How many.
        count: usize,
    },
    /// The file is no text.
    Foreign {
        /// What it is.
        foreign: Foreign,
    },
    /// A quote is never closed; quotes were read as plain signs.
    OpenQuote,
    /// Two items had the same id; the later got a new one.
    DuplicateId,
    /// HTML left-overs were taken out.
    MarkupRemoved,
    /// The line above a table was read with it and is in no item of its own.
    Caption,
    /// Nothing stands below a part's heading; its pictures are not in the text.
    EmptyPart,
    /// A name is worded otherwise elsewhere in the source.
    NameDiffers {
        /// How it is worded there.
        known: String,
    },
    /// The overview names something that has no entry of its own in the section.
    OnlyInOverview {
        /// Its name.
        name: String,
    },
    /// A year's cell holds a sign or text whose meaning nothing says; the year has no mark.
    UnknownMark {
        /// What it holds.
        mark: String,
    },
    /// A year's cell holds words that were read as a mark.
    WordsAsMark {
        /// The words.
        words: String,
    },
    /// A column of a schedule stands for a year and all that follow; its marks are those of the first.
    OpenEndedYear {
        /// The column's heading.
        heading: String,
    },
    /// A heading stands beside rows that still belong to the one before; the numbers were followed.
    SectionFromNumbering,
    /// A heading had no title; the words of the cell beside it were taken.
    TitleFromNeighbour {
        /// The title taken.
        title: String,
    },
    /// A heading's words seem to be out of order; they were taken as they are.
    DoubtfulTitle,
    /// An item names another that is not in the plan.
    DanglingReference {
        /// The id named.
        to: String,
    },
}

impl Finding {
    /// A finding about a line of the source.
    #[must_use]
    pub fn at(level: Level, line: u32, text: impl Into<String>, kind: FindingKind) -> Self {
        Self {
            level,
            line: Some(line),
            text: text.into(),
            kind,
            item: None,
        }
    }

    /// The finding that a source holds nothing that looks like a plan.
    #[must_use]
    pub fn nothing_found() -> Self {
        Self {
            level: Level::Error,
            line: None,
            text: String::new(),
            kind: FindingKind::NothingFound,
            item: None,
        }
    }

    /// The finding that a row's numbers were read as years; a question where their era is doubtful.
    #[must_use]
    pub(super) fn bare_years(row: &Row, is_doubtful: bool) -> Self {
        let kind = FindingKind::RecognisedByContent {
            read_as: format!("{:?}", Field::Year),
        };
        let level = if is_doubtful {
            Level::Question
        } else {
            Level::Warning
        };
        Self::at(level, row.line, row.text(), kind)
    }

    /// The same finding, about an item.
    #[must_use]
    pub fn about(mut self, item: Id) -> Self {
        self.item = Some(item);
        self
    }
}
