//! What a reader has to say, in words: what was met, what that means for the plan, what to do.

use super::{Words, fill};
use crate::read::{Finding, FindingKind, Foreign, Level};

/// The sentences of findings; a key is named after the kind of finding it is for.
#[derive(Debug)]
#[allow(missing_docs)] // a key's documentation is its text
pub struct Findings {
    /// The words of [`Level`], from the least to the most.
    pub levels: [&'static str; 4],
    pub place: &'static str,
    pub not_understood: &'static str,
    pub nothing_found: &'static str,
    pub surplus_marks: &'static str,
    pub shifted_columns: &'static str,
    pub missing_department: &'static str,
    pub ambiguous_years: &'static str,
    pub repeated: &'static str,
    pub repeat_without_original: &'static str,
    pub joined: &'static str,
    pub repeated_heading: &'static str,
    pub missing_heading: &'static str,
    pub uneven_row: &'static str,
    pub cell_not_understood: &'static str,
    pub unknown_year: &'static str,
    pub recognised_by_content: &'static str,
    pub merged_cell: &'static str,
    pub unknown_column: &'static str,
    pub duplicate_footnote: &'static str,
    pub missing_row: &'static str,
    pub unusable_number: &'static str,
    pub broken_json: &'static str,
    pub future_version: &'static str,
    pub decoded: &'static str,
    pub unreadable_characters: &'static str,
    pub zip: &'static str,
    pub old_office: &'static str,
    pub pdf: &'static str,
    pub open_quote: &'static str,
    pub duplicate_id: &'static str,
    pub markup_removed: &'static str,
    pub caption: &'static str,
    pub empty_part: &'static str,
    pub name_differs: &'static str,
    pub only_in_overview: &'static str,
    pub unknown_mark: &'static str,
    pub words_as_mark: &'static str,
    pub open_ended_year: &'static str,
    pub section_from_numbering: &'static str,
    pub title_from_neighbour: &'static str,
    pub doubtful_title: &'static str,
    pub dangling_reference: &'static str,
    /// What the columns of a table hold, by the names readers give them.
    pub fields: &'static [(&'static str, &'static str)],
}

/// The word for how much a finding matters.
#[must_use]
pub fn finding_level(words: &Words, level: Level) -> &'static str {
    let place = match level {
        Level::Note => 0,
        Level::Warning => 1,
        Level::Question => 2,
        Level::Error => 3,
    };
    words.findings.levels[place]
}

/// What a finding says, without its place and the source's text.
#[must_use]
pub fn finding(words: &Words, finding: &Finding) -> String {
    let texts = &words.findings;
    let with = |template: &str, name: &str, value: &str| fill(template, &[(name, value)]);
    let field = |template: &str, read_as: &str| with(template, "field", field_name(texts, read_as));
    match &finding.kind {
        FindingKind::NotUnderstood => texts.not_understood.to_owned(),
        FindingKind::NothingFound => texts.nothing_found.to_owned(),
        FindingKind::SurplusMarks { dropped } => {
            with(texts.surplus_marks, "count", &dropped.to_string())
        }
        FindingKind::ShiftedColumns => texts.shifted_columns.to_owned(),
        FindingKind::MissingDepartment => texts.missing_department.to_owned(),
        FindingKind::AmbiguousYears => texts.ambiguous_years.to_owned(),
        FindingKind::Repeated => texts.repeated.to_owned(),
        FindingKind::RepeatWithoutOriginal => texts.repeat_without_original.to_owned(),
        FindingKind::Joined => texts.joined.to_owned(),
        FindingKind::RepeatedHeading => texts.repeated_heading.to_owned(),
        FindingKind::MissingHeading { read_as } => field(texts.missing_heading, read_as),
        FindingKind::UnevenRow { expected, found } => {
            let (expected, found) = (expected.to_string(), found.to_string());
            fill(
                texts.uneven_row,
                &[("expected", &expected), ("found", &found)],
            )
        }
        FindingKind::CellNotUnderstood { column } => {
            with(texts.cell_not_understood, "column", column)
        }
        FindingKind::UnknownYear => texts.unknown_year.to_owned(),
        FindingKind::RecognisedByContent { read_as } => field(texts.recognised_by_content, read_as),
        FindingKind::MergedCell { read_as } => field(texts.merged_cell, read_as),
        FindingKind::UnknownColumn { heading } => with(texts.unknown_column, "heading", heading),
        FindingKind::DuplicateFootnote => texts.duplicate_footnote.to_owned(),
        FindingKind::MissingRow { label } => with(texts.missing_row, "label", label),
        FindingKind::UnusableNumber => texts.unusable_number.to_owned(),
        FindingKind::BrokenJson { column, detail } => fill(
            texts.broken_json,
            &[("column", &column.to_string()), ("detail", detail)],
        ),
        FindingKind::FutureVersion { version } => {
            with(texts.future_version, "version", &version.to_string())
        }
        FindingKind::Decoded { encoding } => with(texts.decoded, "encoding", encoding),
        FindingKind::UnreadableCharacters { count } => {
            with(texts.unreadable_characters, "count", &count.to_string())
        }
        FindingKind::Foreign { foreign } => foreign_file(words, *foreign).to_owned(),
        FindingKind::OpenQuote => texts.open_quote.to_owned(),
        FindingKind::DuplicateId => texts.duplicate_id.to_owned(),
        FindingKind::MarkupRemoved => texts.markup_removed.to_owned(),
        FindingKind::Caption => texts.caption.to_owned(),
        FindingKind::EmptyPart => texts.empty_part.to_owned(),
        FindingKind::NameDiffers { known } => with(texts.name_differs, "known", known),
        FindingKind::OnlyInOverview { name } => with(texts.only_in_overview, "name", name),
        FindingKind::UnknownMark { mark } => with(texts.unknown_mark, "mark", mark),
        FindingKind::WordsAsMark { words } => with(texts.words_as_mark, "words", words),
        FindingKind::OpenEndedYear { heading } => with(texts.open_ended_year, "heading", heading),
        FindingKind::SectionFromNumbering => texts.section_from_numbering.to_owned(),
        FindingKind::TitleFromNeighbour { title } => {
            with(texts.title_from_neighbour, "title", title)
        }
        FindingKind::DoubtfulTitle => texts.doubtful_title.to_owned(),
        FindingKind::DanglingReference { to } => with(texts.dangling_reference, "to", to),
    }
}

/// What a file is that is no text, and how to take in what it holds.
#[must_use]
pub fn foreign_file(words: &Words, foreign: Foreign) -> &'static str {
    match foreign {
        Foreign::Zip => words.findings.zip,
        Foreign::OldOffice => words.findings.old_office,
        Foreign::Pdf => words.findings.pdf,
    }
}

/// A finding as one line of a list: `注意 oizumi.txt 103行目 ●が…。「…」`.
#[must_use]
pub fn finding_line(words: &Words, source: &str, found: &Finding) -> String {
    let line = found.line.map(|line| line.to_string()).unwrap_or_default();
    let place = match found.line {
        Some(_) => fill(words.findings.place, &[("source", source), ("line", &line)]),
        None => source.to_owned(),
    };
    let text = match found.text.trim() {
        "" => String::new(),
        text => format!("「{text}」"),
    };
    format!(
        "{} {place} {}{text}",
        finding_level(words, found.level),
        finding(words, found)
    )
}

fn field_name<'a>(texts: &Findings, read_as: &'a str) -> &'a str {
    texts
        .fields
        .iter()
        .find(|(name, _)| *name == read_as)
        .map_or(read_as, |(_, field)| field)
}

#[cfg(test)]
mod tests {
    use super::super::{Language, words};
    use super::*;

    #[test]
    fn a_finding_says_where_what_and_what_to_do() {
        let found = Finding::at(
            Level::Warning,
            103,
            "名 | ○",
            FindingKind::SurplusMarks { dropped: 2 },
        );
        assert_eq!(
            finding_line(words(Language::Japanese), "a.txt", &found),
            "注意 a.txt 103行目 年の数より印が2つ多いので、余った印は取り込みませんでした。原本の印と見比べてください。「名 | ○」"
        );
    }

    #[test]
    fn every_field_of_a_table_has_a_name() {
        let texts = &words(Language::Japanese).findings;
        for field in ["Number", "Name", "Target", "Baseline", "Period", "Note"] {
            assert_ne!(field_name(texts, field), field);
        }
    }
}
