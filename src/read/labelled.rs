//! An indicator as lines of labels and values: `指標名：参加者数`, `現状値：120人（R5）`, `目標値：150人（R10）`.

use super::cells;
use super::indicator_table::{Field, behind_label, names_level, recognise};
use super::table::{Row, Table};

/// Longer labels (in characters) are sentences.
const LONGEST_LABEL: usize = 12;
/// No indicator has more such lines.
const MOST_LINES: usize = 20;

/// The lines of one indicator that lines begin with, as a sheet of labels and values, and how many they are. The first
/// must be its name, and one of the others a baseline or target with a figure.
pub(super) fn table(lines: &[(u32, impl AsRef<str>)]) -> Option<(Table, usize)> {
    let mut rows: Vec<Row> = Vec::new();
    let mut has_figure = false;
    for (line, text) in lines.iter().take(MOST_LINES) {
        let Some((label, value)) = label_and_value(text.as_ref()) else {
            break;
        };
        let field = recognise(label);
        if rows.is_empty() != (field == Field::Name) {
            break; // the next indicator, or something else than a name at the start
        }
        has_figure |= matches!(field, Field::Baseline | Field::Target) && cells::is_figure(value);
        rows.push(Row {
            line: *line,
            cells: vec![label.to_owned(), value.to_owned()],
        });
    }
    let count = rows.len();
    has_figure.then_some((Table { rows }, count))
}

/// What a figure can call itself, the longer words before those that they begin with.
const LABELS: [&str; 16] = [
    "現状値",
    "基準値",
    "現況値",
    "実績値",
    "当初値",
    "計画策定時",
    "策定時",
    "現状",
    "現況",
    "基準",
    "中間目標値",
    "中間目標",
    "最終目標値",
    "最終目標",
    "目標値",
    "目標",
];
/// Longer lines (in bytes) are prose.
const LONGEST_LINE: usize = 300;
/// The longest name (in characters) that stands on a line of its own.
const LONGEST_NAME: usize = 40;
/// The longest target in words (in characters).
const LONGEST_WORDS: usize = 16;

/// Figures in a line that say what they are and of which year: `現況値（R4年度）：120人 ⇒ 目標値（R10年度）：150人`.
pub(super) struct Figures<'a> {
    /// What stands in front of them; empty where the line begins with them.
    pub name: &'a str,
    /// Each label with its year, and its figure.
    pub parts: Vec<(&'a str, &'a str)>,
}

impl Figures<'_> {
    /// Whether a label has its year beside it.
    pub(super) fn say_years(&self) -> bool {
        self.parts
            .iter()
            .any(|(label, _)| label.ends_with(['）', ')']))
    }

    /// The figures as a table of one row.
    pub(super) fn table(&self, line: u32, name: &str) -> Table {
        let row = |first: &str, cells: Vec<&str>| Row {
            line,
            cells: std::iter::once(first)
                .chain(cells)
                .map(str::to_owned)
                .collect(),
        };
        let headings = self.parts.iter().map(|(label, _)| *label).collect();
        let figures = self.parts.iter().map(|(_, figure)| *figure).collect();
        Table {
            rows: vec![row("指標名", headings), row(name, figures)],
        }
    }
}

/// The labelled figures that a line ends with; none where anything else stands among them.
pub(super) fn figures(text: &str) -> Option<Figures<'_>> {
    if text.len() > LONGEST_LINE || text.contains(['。', '\t']) {
        return None;
    }
    let mut starts: Vec<usize> = Vec::new();
    let mut before = None;
    for (at, character) in text.char_indices() {
        if before.is_none_or(is_gap) && label_at(&text[at..]).is_some() {
            starts.push(at);
        }
        before = Some(character);
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let parts: Option<Vec<(&str, &str)>> = starts
        .iter()
        .zip(ends)
        .map(|(start, end)| part(&text[*start..end]))
        .collect();
    let parts = parts.filter(|parts| !parts.is_empty())?;
    Some(Figures {
        name: text[..starts[0]].trim_matches(is_gap),
        parts,
    })
}

/// The length of the label that a text begins with, where a year, a gap or the figure follows.
fn label_at(text: &str) -> Option<usize> {
    let label = LABELS.iter().find(|label| text.starts_with(**label))?;
    // 目標２ is a heading.
    let may_touch = label.ends_with('値');
    let opens = |c: char| {
        is_gap(c) || "（(".contains(c) || (may_touch && ("▲△-".contains(c) || c.is_numeric()))
    };
    text[label.len()..]
        .starts_with(opens)
        .then_some(label.len())
}

/// A label, with its year in brackets, and its figure.
fn part(text: &str) -> Option<(&str, &str)> {
    let length = label_at(text)?;
    let behind = &text[length..];
    let year = behind.strip_prefix(['（', '(']).and_then(|inside| {
        let (inside, _) = inside.split_once(['）', ')'])?;
        cells::is_dated(inside).then_some(inside.len() + behind.chars().next()?.len_utf8())
    });
    // The bracket that closes is as long as the one that opens, or a half-width one.
    let close = year
        .and_then(|at| behind[at..].chars().next())
        .map_or(0, char::len_utf8);
    let (label, figure) = text.split_at(length + year.map_or(0, |at| at + close));
    let figure = figure.trim_matches(is_gap);
    let is_value = cells::is_figure(figure) || cells::is_missing(figure);
    let in_words =
        label.contains("目標") && year.is_some() && figure.chars().count() <= LONGEST_WORDS;
    (!figure.is_empty() && (is_value || in_words)).then_some((label, figure))
}

/// What stands between names, labels and figures.
fn is_gap(character: char) -> bool {
    character.is_whitespace() || ":：、，→⇒➡➔⇨".contains(character)
}

/// Whether a line is nothing but labelled figures.
pub(super) fn is_figures(text: &str) -> bool {
    figures(text.trim()).is_some_and(|figures| figures.name.is_empty())
}

/// An indicator whose name stands on a line of its own above its labelled figures, one or several a line, and how many
/// lines it has. One of the figures must be a target, another a baseline; a sentence between them says what is measured.
pub(super) fn below_name(lines: &[(u32, impl AsRef<str>)]) -> Option<(Table, usize)> {
    let [(line, name), rest @ ..] = lines else {
        return None;
    };
    let name = name.as_ref().trim();
    let sentence = rest.first().map(|(_, text)| text.as_ref().trim());
    let sentence = sentence.filter(|text| text.ends_with('。'));
    let rest = &rest[usize::from(sentence.is_some())..];
    if !is_figures(rest.first()?.1.as_ref()) || !is_name(name) {
        return None;
    }
    let mut all = Figures {
        name,
        parts: Vec::new(),
    };
    let mut count = 1 + usize::from(sentence.is_some());
    for (_, text) in rest.iter().take(MOST_LINES) {
        match figures(text.as_ref().trim()).filter(|figures| figures.name.is_empty()) {
            Some(figures) => all.parts.extend(figures.parts),
            None => break,
        }
        count += 1;
    }
    let is_target = |(label, figure): &&(&str, &str)| {
        label.contains("目標") && (cells::is_figure(figure) || label.ends_with(['）', ')']))
    };
    let targets = all.parts.iter().filter(is_target).count();
    let has_both = targets > 0 && targets < all.parts.len();
    all.parts
        .extend(sentence.map(|sentence| ("備考", sentence)));
    let name = behind_label(name).unwrap_or(name);
    has_both.then(|| (all.table(*line, name), count))
}

fn is_name(text: &str) -> bool {
    let is_short = (2..=LONGEST_NAME).contains(&text.chars().count());
    let is_heading = || {
        let field = recognise(text);
        field.is_value() || matches!(field, Field::Name | Field::Section) || names_level(text)
    };
    is_short
        && !text.contains(['。', '\t'])
        && figures(text).is_none()
        && (behind_label(text).is_some() || !is_heading())
}

fn label_and_value(text: &str) -> Option<(&str, &str)> {
    let (label, value) = text.trim().split_once(['：', ':'])?;
    let (label, value) = (label.trim(), value.trim());
    let is_label = label.chars().count() <= LONGEST_LABEL && recognise(label) != Field::Unknown;
    (is_label && !value.is_empty() && !value.contains('\t')).then_some((label, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_indicator_in_lines_ends_where_the_next_begins() {
        let lines = [
            (1, "指標名：講座の参加者数"),
            (2, "現状値：120人（R5）"),
            (3, "目標値：150人（R10）"),
            (4, "指標名：講座の数"),
        ];
        assert_eq!(table(&lines).map(|(_, count)| count), Some(3));
        assert!(table(&lines[1..]).is_none());
        assert!(table(&lines[3..]).is_none());
    }

    #[test]
    fn figures_say_what_they_are_and_of_which_year() {
        let parts = |text: &'static str| figures(text).map(|it| (it.name, it.parts));
        assert_eq!(
            parts("現況値（R4年度）：120人 ⇒ 目標値（R10年度）：150人"),
            Some((
                "",
                vec![
                    ("現況値（R4年度）", "120人"),
                    ("目標値（R10年度）", "150人")
                ]
            ))
        );
        assert_eq!(
            parts("収支率　現状（R4）23.8％ → 目標（R10）現状値以上"),
            Some((
                "収支率",
                vec![("現状（R4）", "23.8％"), ("目標（R10）", "現状値以上")]
            ))
        );
        for text in [
            "目標１ 続くしくみ",
            "現状値と目標値",
            "目標 10人と話した。",
            "現状",
        ] {
            assert!(figures(text).is_none_or(|it| !it.say_years()), "{text}");
        }
    }

    #[test]
    fn a_name_stands_above_its_figures() {
        let lines = [
            (1, "観光客数（暦年）"),
            (2, "現状値（2022年）　82万人"),
            (3, "目標値（2026年）　110万人"),
            (4, "目標値（2030年）　125万人"),
            (5, "宿泊者数"),
        ];
        let read = below_name(&lines);
        let width = read.as_ref().map(|(table, count)| (table.width(), *count));
        assert_eq!(width, Some((4, 4)));
        assert!(below_name(&[(1, "目標値"), (2, "目標値（R5）10人")]).is_none());
    }
}
