//! Rows whose cells were broken over lines when a table was copied as text: `目標値` at the end of a line, and the `（R8年度）` of
//! the same cell at the beginning of the next.

use super::cells;
use super::indicator_table::recognise;
use crate::plan::{Period, parse_period, squash};

/// Longer rows are none of a table.
const MOST_CELLS: usize = 60;
/// No row is broken more often.
const MOST_FRAGMENTS: usize = 12;

/// The lines with such rows put together again: those that, joined where a cell goes on, have as many cells as the widest row
/// of the lines they stand among.
pub(super) fn joined(lines: Vec<(u32, String)>) -> Vec<(u32, String)> {
    if !lines.iter().any(|(_, text)| begins_within(text)) {
        return lines;
    }
    let mut all = Vec::with_capacity(lines.len());
    let blocks = lines.chunk_by(|(_, above), (_, below)| is_blank(above) == is_blank(below));
    for block in blocks {
        let width = block.iter().map(|(_, text)| width(text)).max().unwrap_or(0);
        let mut rest = block;
        while let [(line, first), behind @ ..] = rest {
            let more = if (2..=MOST_CELLS).contains(&width) && first.contains('\t') {
                fragments(first, behind, width)
            } else {
                0
            };
            let parts: Vec<&str> = std::iter::once(first.as_str())
                .chain(behind[..more].iter().map(|(_, text)| text.as_str()))
                .collect();
            all.push((*line, parts.join("\n")));
            rest = &behind[more..];
        }
    }
    all
}

/// How many of the next lines belong to the row that a line begins; none when they do not fill it.
fn fragments(first: &str, behind: &[(u32, String)], of_table: usize) -> usize {
    let mut count = width(first);
    let mut filled = 0;
    for (index, (_, text)) in behind.iter().take(MOST_FRAGMENTS).enumerate() {
        let joined = count + width(text) - 1;
        if !begins_within(text) || joined > of_table {
            break;
        }
        count = joined;
        if count == of_table {
            filled = index + 1;
        }
    }
    filled
}

/// Whether a line begins within a cell: with the year or the word in brackets below a heading or value.
fn begins_within(text: &str) -> bool {
    let cell = text.split('\t').next().unwrap_or_default().trim();
    let inside = cell
        .strip_prefix(['(', '（', '〔', '['])
        .and_then(|rest| rest.strip_suffix([')', '）', '〕', ']']));
    inside.is_some_and(|inside| {
        let says_year = parse_period(inside) != Period::Unknown;
        let is_word = recognise(inside).is_value() && !cells::is_figure(inside);
        squash(inside).chars().count() <= 16 && (says_year || is_word)
    })
}

fn width(text: &str) -> usize {
    text.split('\t').count()
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<String> {
        let lines = text.lines().zip(1..);
        let lines = lines.map(|(text, line)| (line, text.to_owned())).collect();
        joined(lines).into_iter().map(|(_, text)| text).collect()
    }

    #[test]
    fn a_row_broken_within_its_cells_is_one_row() {
        let text = "指標\t現況値\n（R3年度）\t目標値\n（R8年度）\n利用者数\t10人\t20人\n";
        assert_eq!(
            rows(text),
            [
                "指標\t現況値\n（R3年度）\t目標値\n（R8年度）",
                "利用者数\t10人\t20人"
            ]
        );
    }

    #[test]
    fn rows_of_their_own_stay_apart() {
        for text in [
            "指標\t現況値\t目標値\n\t（R3）\t（R8）\n利用者数\t10人\t20人",
            "指標\t現況値\t目標値\t備考\n利用者数\t10人\t20人\n（延べ）\t10人",
            "指標\t現況値\t目標値\n（R3年度）\t（R8年度）\n利用者数\t10人\t20人",
        ] {
            assert_eq!(rows(text), text.lines().collect::<Vec<_>>(), "{text}");
        }
    }
}
