//! Years as plans write them: `令和2年度 (実績)`, `Ｒ１２`, `R7.3.31`, `令和7～11年度`.

use super::{CalendarYear, Era, FiscalYear, Period, squash};

/// The period a text names: `令和2年度 (実績)`, `R12`, `Ｒ１２`, `2024年度 基準値`, `令和11年度（2029年度）`, `R6末`,
/// `令和 7 年 3 月末時点` (fiscal 2024). A bare `R12` or `2024` is a fiscal year, `2020年` a calendar year.
/// `Unknown` when no year is named; the first one when several are.
#[must_use]
pub fn parse_period(text: &str) -> Period {
    let text = squash(text);
    if !text.contains(|c: char| c.is_ascii_digit() || c == '元') {
        return Period::Unknown;
    }
    let mut before = None;
    for (at, character) in text.char_indices() {
        if let Some((year, _)) = take_year(&text[at..], before) {
            return year.period();
        }
        before = Some(character);
    }
    Period::Unknown
}

/// The first and last period of a span: `H27→H31`, `令和7～11年度`, `令和2年度～令和7年度`, `2025-2029`. What the end
/// does not say (era, century, 年度) is as at the start, and the other way round. None when no span is named, or
/// when it would end before it starts.
#[must_use]
pub fn parse_period_range(text: &str) -> Option<(Period, Period)> {
    let text = squash(text);
    let mut before = None;
    for (at, character) in text.char_indices() {
        if let Some((start, rest)) = take_year(&text[at..], before)
            && let Some(end) = take_end(&start, rest)
        {
            let kind = |own: Kind, other: Kind| if own == Kind::Bare { other } else { own };
            let first = Year {
                kind: kind(start.kind, end.kind),
                ..start
            }
            .period();
            let last = Year {
                kind: kind(end.kind, start.kind),
                ..end
            }
            .period();
            return (first <= last).then_some((first, last));
        }
        before = Some(character);
    }
    None
}

/// Whether a text that names a year means only its first half: `令和8年度前期`, `2026年度上半期`, `R8.9末`, `年度の前期`.
#[must_use]
pub fn says_half_year(text: &str) -> bool {
    let text = squash(text);
    let halves = ["前期", "上半期", "上期", "9月末", "9月30日", ".9末"];
    halves.iter().any(|half| text.contains(half))
}

/// What the words behind a year make of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Fiscal,
    Calendar,
    /// Nothing follows: taken as a fiscal year.
    Bare,
}

/// A year found in a text.
#[derive(Clone, Copy, Debug)]
struct Year {
    western: i32,
    era: Option<Era>,
    kind: Kind,
}

impl Year {
    fn period(self) -> Period {
        match self.kind {
            Kind::Calendar => Period::Calendar {
                calendar_year: CalendarYear(self.western),
            },
            Kind::Fiscal | Kind::Bare => Period::FiscalYear(FiscalYear(self.western)),
        }
    }
}

/// The year at the start of a text without spaces, and what follows it. `before` is the character in front.
fn take_year(text: &str, before: Option<char>) -> Option<(Year, &str)> {
    if let Some((era, rest)) = take_era(text, before) {
        let (number, rest) = take_number(rest, 2)?;
        return take_kind(number + era.offset(), Some(era), rest);
    }
    let glued = before.is_some_and(|c| c.is_ascii_alphanumeric() && !matches!(c, 'Y' | 'y'));
    if glued || matches!(before, Some('.' | ',')) {
        return None;
    }
    let (number, rest) = take_number(text, 4)?;
    if !(1900..=2100).contains(&number) {
        return None;
    }
    // 7/2026 is a fraction, 目標/2026年度 a year.
    take_kind(number, None, rest).filter(|(year, _)| before != Some('/') || year.kind != Kind::Bare)
}

/// The end of a span behind its start.
fn take_end(start: &Year, rest: &str) -> Option<Year> {
    let rest = rest.trim_start_matches(['末', '度']);
    let signs = [
        "～", "〜", "~", "→", "⇒", "➡", "-", "‐", "−", "–", "—", "―", "ー", "から",
    ];
    let rest = signs.iter().find_map(|sign| rest.strip_prefix(sign))?;
    if let Some((end, _)) = take_year(rest, None) {
        return Some(end);
    }
    let (number, rest) = take_number(rest, 2)?;
    let western = match start.era {
        Some(era) => number + era.offset(),
        None => start.western - start.western % 100 + number,
    };
    take_kind(western, start.era, rest).map(|(end, _)| end)
}

/// An era's name or letter at the start.
fn take_era(text: &str, before: Option<char>) -> Option<(Era, &str)> {
    let words = [
        ("令和", Era::Reiwa),
        ("㋿", Era::Reiwa),
        ("平成", Era::Heisei),
        ("㍻", Era::Heisei),
        ("昭和", Era::Showa),
        ("㍼", Era::Showa),
    ];
    if let Some(found) = words
        .iter()
        .find_map(|(word, era)| Some((*era, text.strip_prefix(word)?)))
    {
        return Some(found);
    }
    // 令5; 法令5条 is no year.
    let short = [('令', Era::Reiwa), ('平', Era::Heisei), ('昭', Era::Showa)];
    let first = text.chars().next()?;
    if let Some((_, era)) = short.into_iter().find(|(sign, _)| *sign == first) {
        let rest = &text[first.len_utf8()..];
        let is_year = rest.starts_with(|c: char| c.is_ascii_digit() || c == '元');
        let stands_apart = before.is_none_or(|c| !c.is_alphanumeric());
        return (is_year && stands_apart).then_some((era, rest));
    }
    let letters = [('R', Era::Reiwa), ('H', Era::Heisei), ('S', Era::Showa)];
    let first = first.to_ascii_uppercase();
    let (_, era) = letters.into_iter().find(|(letter, _)| *letter == first)?;
    // PR12 and m2 are words of their own.
    if before.is_some_and(|c| c.is_ascii_alphanumeric()) {
        return None;
    }
    let rest = &text[1..];
    Some((era, rest.strip_prefix('.').unwrap_or(rest)))
}

/// A number of at most so many digits (exactly so many when four), or 元 for 1.
fn take_number(text: &str, most: usize) -> Option<(i32, &str)> {
    if let Some(rest) = text.strip_prefix('元').filter(|_| most == 2) {
        return Some((1, rest));
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let fits = if most == 4 {
        digits == 4
    } else {
        (1..=most).contains(&digits)
    };
    let number = text[..digits]
        .parse()
        .ok()
        .filter(|number| *number > 0 && fits)?;
    Some((number, &text[digits..]))
}

/// What follows the year decides its kind: 年度 fiscal, a month the fiscal year of that month, 年 calendar. None when
/// it goes on as something that is no year (`R2-(3)`, `2024件`).
fn take_kind(western: i32, era: Option<Era>, rest: &str) -> Option<(Year, &str)> {
    let year = |western, kind| Year { western, era, kind };
    let rest = skip_other_notation(rest);
    if let Some(after) = rest.strip_prefix("年度") {
        return Some((year(western, Kind::Fiscal), skip_other_notation(after)));
    }
    if let Some((month, after)) = take_month(rest, era.is_some()) {
        // January to March belong to the fiscal year before.
        let fiscal = if month < 4 { western - 1 } else { western };
        return Some((year(fiscal, Kind::Fiscal), after));
    }
    if let Some(after) = rest.strip_prefix('年') {
        return Some((year(western, Kind::Calendar), skip_other_notation(after)));
    }
    ends_year(rest, era.is_some()).then(|| (year(western, Kind::Bare), rest))
}

/// The text behind the same year in another notation: `令和7（2025）年度`.
fn skip_other_notation(text: &str) -> &str {
    // 平成元（1989）年度 is as long as it gets.
    let close = text
        .char_indices()
        .take(16)
        .find(|(_, c)| *c == ')')
        .map(|(at, _)| at);
    let Some((inside, after)) = close.map(|at| (&text[..at], &text[at + 1..])) else {
        return text;
    };
    let is_year = |inside| take_year(inside, None).is_some_and(|(_, rest)| rest.is_empty());
    if inside.strip_prefix('(').is_some_and(is_year) {
        after
    } else {
        text
    }
}

/// A month behind a year, and what follows the date: `年3月31日`, `.3.31`, `/3/31`, `-03-31`.
fn take_month(text: &str, has_era: bool) -> Option<(i32, &str)> {
    let sign = text.chars().next().filter(|sign| "年./-".contains(*sign))?;
    let (month, rest) =
        take_number(&text[sign.len_utf8()..], 2).filter(|(month, _)| *month <= 12)?;
    if sign == '年' {
        let rest = rest.strip_prefix('月')?;
        let day = take_number(rest, 2).and_then(|(_, rest)| rest.strip_prefix('日'));
        return Some((month, day.unwrap_or(rest)));
    }
    match rest
        .strip_prefix(sign)
        .and_then(|rest| take_number(rest, 2))
    {
        Some((_, rest)) => Some((month, rest)),
        // R7.3 is a month; 2025.3 may be a figure, 2025-29 a span.
        None if has_era && sign != '-' => Some((month, rest)),
        None => rest.starts_with('末').then_some((month, rest)),
    }
}

/// Whether a bare year ends here and does not go on as another word or number.
fn ends_year(rest: &str, has_era: bool) -> bool {
    let Some(next) = rest.chars().next() else {
        return true;
    };
    if rest.starts_with("-(")
        || next.is_ascii_alphanumeric()
        || matches!(next, ',' | '.' | '%' | '/')
    {
        return false;
    }
    // Behind four digits only words of time make a year; anything else is what they count.
    has_era
        || !next.is_alphanumeric()
        || "末実目基現見計値時初当まか比中".contains(next)
        || rest.starts_with("以降")
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn fiscal(year: i32) -> Period {
        Period::FiscalYear(FiscalYear(year))
    }

    const fn calendar(year: i32) -> Period {
        Period::Calendar {
            calendar_year: CalendarYear(year),
        }
    }

    /// Every form met, one row each.
    const PERIODS: &[(&str, Period)] = &[
        ("R2", fiscal(2020)),
        ("R 2", fiscal(2020)),
        ("R12", fiscal(2030)),
        ("Ｒ１２", fiscal(2030)),
        ("r8", fiscal(2026)),
        ("R.7", fiscal(2025)),
        ("H30", fiscal(2018)),
        ("令5", fiscal(2023)),
        ("法令5条", Period::Unknown),
        ("H35", fiscal(2023)),
        ("S63", fiscal(1988)),
        ("R元", fiscal(2019)),
        ("㋿7年度", fiscal(2025)),
        ("令和2年度", fiscal(2020)),
        ("令和2年度 (実績)", fiscal(2020)),
        ("令 和 ２ 年 度", fiscal(2020)),
        ("令和元年度", fiscal(2019)),
        ("平成元年度", fiscal(1989)),
        ("平成31年度", fiscal(2019)),
        ("昭和63年度", fiscal(1988)),
        ("2024年度", fiscal(2024)),
        ("2024 年度", fiscal(2024)),
        ("2024年度 基準値", fiscal(2024)),
        ("2029年度目標値", fiscal(2029)),
        ("令和11年度（2029年度）", fiscal(2029)),
        ("令和7（2025）年度", fiscal(2025)),
        ("2025（令和7）年度", fiscal(2025)),
        ("基準値(R6)", fiscal(2024)),
        ("最終目標 R12", fiscal(2030)),
        ("R6末", fiscal(2024)),
        ("R6年度末", fiscal(2024)),
        ("R6実績", fiscal(2024)),
        ("FY2024", fiscal(2024)),
        ("2024", fiscal(2024)),
        ("2024 基準値", fiscal(2024)),
        ("令和 7 年 3 月末時点", fiscal(2024)),
        ("令和7年4月1日現在", fiscal(2025)),
        ("R7.3.31", fiscal(2024)),
        ("R7.3末", fiscal(2024)),
        ("2025/3/31", fiscal(2024)),
        ("2025-04-01", fiscal(2025)),
        ("2020年", calendar(2020)),
        ("2020年国勢調査", calendar(2020)),
        ("令和2年", calendar(2020)),
        ("令和2(2020)年", calendar(2020)),
        ("令和6年中", calendar(2024)),
        ("現状値", Period::Unknown),
        ("", Period::Unknown),
        ("目標値", Period::Unknown),
        ("第6次計画", Period::Unknown),
        ("2024件", Period::Unknown),
        ("2000人", Period::Unknown),
        ("2000世帯", Period::Unknown),
        ("2,024", Period::Unknown),
        ("1850年度", Period::Unknown),
        ("12024", Period::Unknown),
        ("R2-(3)", Period::Unknown),
        ("2026/2026", Period::Unknown),
        ("目標/2026年度", fiscal(2026)),
        ("PR12", Period::Unknown),
        ("CO2", Period::Unknown),
        ("H2O", Period::Unknown),
        ("R100", Period::Unknown),
        ("R0", Period::Unknown),
    ];

    #[test]
    fn every_written_year_is_the_period_it_names() {
        for (text, period) in PERIODS {
            assert_eq!(parse_period(text), *period, "{text}");
        }
    }

    #[test]
    fn a_year_that_stops_half_way_says_so() {
        for text in [
            "令和8年度前期",
            "２０２６年度上半期",
            "令和8年9月末",
            "年度の前期",
        ] {
            assert!(says_half_year(text), "{text}");
        }
        for text in ["令和8年度", "令和8年度後期", "令和9年3月末", "2026"] {
            assert!(!says_half_year(text), "{text}");
        }
    }

    const RANGES: &[(&str, Option<(Period, Period)>)] = &[
        ("H27→H31", Some((fiscal(2015), fiscal(2019)))),
        ("令和7～11年度", Some((fiscal(2025), fiscal(2029)))),
        ("令和2年度～令和7年度", Some((fiscal(2020), fiscal(2025)))),
        (
            "令和 2 年度 ～ 令和 7 年度",
            Some((fiscal(2020), fiscal(2025))),
        ),
        ("2025-2029", Some((fiscal(2025), fiscal(2029)))),
        ("2025～2029年度", Some((fiscal(2025), fiscal(2029)))),
        ("2025-29", Some((fiscal(2025), fiscal(2029)))),
        ("R7-R11", Some((fiscal(2025), fiscal(2029)))),
        ("平成29～令和3年度", Some((fiscal(2017), fiscal(2021)))),
        ("令和元～5年度", Some((fiscal(2019), fiscal(2023)))),
        (
            "令和3(2021)年度～令和12(2030)年度",
            Some((fiscal(2021), fiscal(2030))),
        ),
        (
            "令和3年度（2021年度）から令和12年度（2030年度）まで",
            Some((fiscal(2021), fiscal(2030))),
        ),
        (
            "計画期間：令和7年4月1日～令和12年3月31日",
            Some((fiscal(2025), fiscal(2029))),
        ),
        ("2015～2020年", Some((calendar(2015), calendar(2020)))),
        ("令和7年度", None),
        ("R11～R7", None),
        ("5～10%", None),
        ("", None),
    ];

    #[test]
    fn a_span_of_years_has_both_its_ends() {
        for (text, range) in RANGES {
            assert_eq!(parse_period_range(text), *range, "{text}");
        }
    }
}
