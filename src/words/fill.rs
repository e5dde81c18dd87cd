//! Templates: `{name}` is a place to fill, `*…*` what stands out.

/// A run of text, and whether it stands out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// Whether it stands out: a figure, a grade.
    pub strong: bool,
}

/// The template with its places filled; a place nobody fills stays as written.
#[must_use]
pub fn fill(template: &str, places: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let known = after.split_once('}').and_then(|(name, tail)| {
            let (_, value) = places.iter().find(|(place, _)| *place == name)?;
            Some((*value, tail))
        });
        match known {
            Some((value, tail)) => {
                filled.push_str(value);
                rest = tail;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

/// The template in pieces. The template is split before it is filled: a `*` in a name stays a `*`.
#[must_use]
pub fn pieces(template: &str, places: &[(&str, &str)]) -> Vec<Piece> {
    template
        .split('*')
        .enumerate()
        .map(|(index, part)| Piece {
            text: fill(part, places),
            strong: index % 2 == 1,
        })
        .filter(|piece| !piece.text.is_empty())
        .collect()
}

/// The pieces as plain text, for titles and for reading out.
#[must_use]
pub fn plain(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_filled_by_name() {
        assert_eq!(
            fill("{from} から {to} へ", &[("to", "B"), ("from", "A")]),
            "A から B へ"
        );
    }

    #[test]
    fn what_nobody_fills_stays_as_written() {
        assert_eq!(fill("{a} {b} {", &[("a", "1")]), "1 {b} {");
    }

    #[test]
    fn a_filled_value_is_never_taken_for_a_template() {
        let pieces = pieces("*{name}* です", &[("name", "a*b{c}")]);
        assert_eq!(plain(&pieces), "a*b{c} です");
        assert!(pieces[0].strong && !pieces[1].strong);
    }
}
