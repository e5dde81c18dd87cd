//! How alike two names are.

/// A name taken apart into pairs of neighbouring characters, in order.
pub(super) struct Name(Vec<(char, char)>);

impl Name {
    /// Takes a name apart; it is folded already. One of a single character is its own pair.
    pub fn of(name: &str) -> Self {
        let characters: Vec<char> = name.chars().collect();
        let mut pairs: Vec<(char, char)> = match characters[..] {
            [one] => vec![(one, one)],
            _ => characters.windows(2).map(|two| (two[0], two[1])).collect(),
        };
        pairs.sort_unstable();
        Self(pairs)
    }

    /// The share of pairs both have, from 0 to 1 (Dice's coefficient); 0 where a name is empty.
    #[allow(clippy::cast_precision_loss)] // names are short
    pub fn likeness(&self, other: &Self) -> f64 {
        let all = self.0.len() + other.0.len();
        if self.0.is_empty() || other.0.is_empty() {
            return 0.0;
        }
        let (mut one, mut two) = (self.0.iter().peekable(), other.0.iter().peekable());
        let mut both = 0;
        while let (Some(left), Some(right)) = (one.peek(), two.peek()) {
            match left.cmp(right) {
                std::cmp::Ordering::Less => drop(one.next()),
                std::cmp::Ordering::Greater => drop(two.next()),
                std::cmp::Ordering::Equal => {
                    both += 1;
                    one.next();
                    two.next();
                }
            }
        }
        f64::from(both * 2) / all as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likeness(one: &str, other: &str) -> f64 {
        Name::of(one).likeness(&Name::of(other))
    }

    #[test]
    fn names_are_as_alike_as_the_pairs_they_share() {
        let close = |one: f64, other: f64| (one - other).abs() < 1e-9;
        assert!(close(likeness("利用者数", "利用者数"), 1.0));
        assert!(close(likeness("利用者数", "貸出冊"), 0.0));
        assert!(close(likeness("利用者数", "利用者の数"), 4.0 / 7.0));
        assert!(close(likeness("", ""), 0.0) && close(likeness("a", "a"), 1.0));
    }
}
