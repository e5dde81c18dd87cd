//! Texts in the cells of a spreadsheet: what begins like a formula must not become one.

/// The text as it may stand in a cell: with an apostrophe in front where a spreadsheet would take it for a formula
/// (= + - @ ＝, tab, line break) and it is not simply a number. [`restore_cell`] takes exactly that back.
///
/// Source of the list: OWASP, CSV Injection; ＝ because Japanese spreadsheets fold its width.
#[must_use]
pub fn neutralise_cell(text: &str) -> String {
    if looks_like_formula(text) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// The text that [`neutralise_cell`] made this cell of.
#[must_use]
pub fn restore_cell(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if looks_like_formula(text) => text,
        _ => cell,
    }
}

/// Whether a spreadsheet would calculate. Apostrophes in front do not count, so that a text which has one already
/// gets another and both ways stay exact.
fn looks_like_formula(text: &str) -> bool {
    let text = text.trim_start_matches('\'');
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝']) && !is_number(text)
}

/// Digits with separators and a sign, and nothing else: `-3.5`, `+1,200`.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    digits.starts_with(|first: char| first.is_ascii_digit())
        && digits
            .chars()
            .all(|c| c.is_ascii_digit() || c == ',' || c == '.')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Fault 25: what a spreadsheet would calculate.
    #[test]
    fn what_begins_like_a_formula_gets_an_apostrophe() {
        for text in [
            "=1+1", "+81-155", "-", "-A1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝A1", "-1+2",
        ] {
            assert_eq!(neutralise_cell(text), format!("'{text}"));
        }
    }

    /// Fault 25: negative numbers stay numbers.
    #[test]
    fn a_negative_number_stays_a_number_and_plain_text_stays_plain() {
        for text in [
            "-3.5", "-1,200", "+4", "▲2,000", "'引用'", "", "年2回", "1=1",
        ] {
            assert_eq!(neutralise_cell(text), text);
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    proptest::proptest! {
        /// Fault 25: our re-import is exact.
        #[test]
        fn a_cell_gives_back_exactly_the_text_it_was_made_of(text in "['=+@\t\r\n＝0-9.,a-]{0,6}") {
            let cell = neutralise_cell(&text);
            proptest::prop_assert_eq!(restore_cell(&cell), text);
        }
    }
}
