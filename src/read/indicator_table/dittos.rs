//! Cells that say the same as the one above: 〃, 同上.

use crate::plan::squash;
use crate::read::table::Table;
use std::borrow::Cow;

const DITTOS: &[&str] = &["〃", "々", "〃〃", "同上", "(同上)", "仝", "”", "″"];

/// The table with what the cells above say in the place of such marks; a mark below nothing stays.
pub(super) fn filled(table: &Table) -> Cow<'_, Table> {
    let has_any = table.rows.iter().any(|row| row.filled().any(is_ditto));
    if !has_any {
        return Cow::Borrowed(table);
    }
    let mut table = table.clone();
    for row in 1..table.rows.len() {
        let (above, below) = table.rows.split_at_mut(row);
        let (Some(above), Some(below)) = (above.last(), below.first_mut()) else {
            continue;
        };
        for (index, cell) in below.cells.iter_mut().enumerate() {
            let said = above.cell(index);
            if is_ditto(cell) && !said.is_empty() {
                said.clone_into(cell);
            }
        }
    }
    Cow::Owned(table)
}

fn is_ditto(cell: &str) -> bool {
    cell.len() <= 16 && DITTOS.contains(&squash(cell).as_str())
}
