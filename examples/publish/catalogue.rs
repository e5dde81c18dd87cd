//! The catalogue of a folder of plan files.

use crate::command::{DONE, NOT_UNDERSTOOD, UNUSABLE};
use monosashi::publish::{Catalogue, Entry, FILE, sha256};
use monosashi::read::read_plan_file;
use std::fs;
use std::io;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

/// Writes the catalogue of a folder. Gives the exit status and what there is to say.
pub fn make(folder: &Path, title: Option<String>) -> (u8, String) {
    let written = match before(folder) {
        Ok(before) => catalogue(folder, before, title, &today()),
        Err(problem) => Err(problem),
    };
    match written {
        Ok(catalogue) => match fs::write(folder.join(FILE), catalogue.to_text()) {
            Ok(()) => (DONE, format!("{FILE}: {}つの計画", catalogue.plans.len())),
            Err(error) => (UNUSABLE, format!("{FILE} を書けません: {error}")),
        },
        Err(Problem::Folder(error)) => (UNUSABLE, format!("{}: {error}", folder.display())),
        Err(Problem::NoPlans(names)) => {
            let names = names.join("、");
            (
                NOT_UNDERSTOOD,
                format!("計画ファイルとして読めません: {names}"),
            )
        }
    }
}

/// Why there is no catalogue.
#[derive(Debug)]
enum Problem {
    /// The folder cannot be read.
    Folder(io::Error),
    /// These files are no plan files.
    NoPlans(Vec<String>),
}

/// The catalogue of the plan files in a folder. What the one before says of order, heading and dates goes on; a file
/// that is new or another is of the date given.
fn catalogue(
    folder: &Path,
    before: Catalogue,
    title: Option<String>,
    date: &str,
) -> Result<Catalogue, Problem> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(Problem::Folder)? {
        let name = entry.map_err(Problem::Folder)?.file_name();
        let name = name.to_string_lossy().into_owned();
        if name.ends_with(".json") && name != FILE {
            names.push(name);
        }
    }
    let place = |name: &String| before.plans.iter().position(|entry| entry.file == *name);
    names.sort_by_key(|name| (place(name).unwrap_or(usize::MAX), name.clone()));
    let (mut plans, mut unread) = (Vec::new(), Vec::new());
    for name in names {
        let bytes = fs::read(folder.join(&name)).map_err(Problem::Folder)?;
        match entry(&name, &bytes, &before, date) {
            Some(entry) => plans.push(entry),
            None => unread.push(name),
        }
    }
    if !unread.is_empty() {
        return Err(Problem::NoPlans(unread));
    }
    Ok(Catalogue {
        title: title.unwrap_or(before.title),
        note: before.note,
        plans,
    })
}

/// The entry of a file: of its first plan, if it holds several; none where it holds none.
fn entry(name: &str, bytes: &[u8], before: &Catalogue, date: &str) -> Option<Entry> {
    let reading = read_plan_file(name, &String::from_utf8_lossy(bytes));
    let plan = reading.plans.into_iter().next()?;
    let hash = sha256(bytes);
    let listed = before.plans.iter().find(|entry| entry.file == name);
    let same = listed.filter(|entry| entry.sha256 == hash && !entry.date.is_empty());
    let date = same.map_or(date, |entry| &entry.date);
    Some(Entry::of(name, &plan, bytes, date))
}

/// The catalogue that is there; an empty one where there is none. One that cannot be read is not written over.
fn before(folder: &Path) -> Result<Catalogue, Problem> {
    match fs::read_to_string(folder.join(FILE)) {
        Ok(text) => Catalogue::parse(&text).map_err(|_| Problem::NoPlans(vec![FILE.to_owned()])),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Catalogue::default()),
        Err(error) => Err(Problem::Folder(error)),
    }
}

/// Today in Japan, `2026-04-01`.
fn today() -> String {
    const IN_JAPAN: u64 = 9 * 3600;
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    date_of((now.map_or(0, |now| now.as_secs()) + IN_JAPAN) / 86_400)
}

/// The date of a day, counted from 1970-01-01 (the algorithm of H. Hinnant's `civil_from_days`).
fn date_of(day: u64) -> String {
    let shifted = day + 719_468;
    let (era, of_era) = (shifted / 146_097, shifted % 146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year + era * 400 + u64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::date_of;

    #[test]
    fn days_are_counted_as_the_calendar_counts_them() {
        for (day, date) in [
            (0, "1970-01-01"),
            (11_016, "2000-02-29"),
            (20_544, "2026-04-01"),
            (20_453, "2025-12-31"),
        ] {
            assert_eq!(date_of(day), date);
        }
    }
}
