//! Digits and scales: `1,266`, `2.0`, `66万`, `4億8千万`.

use super::scan::{skip_space, take_word};
use std::borrow::Cow;

/// More digits than this are not a figure of a plan, and a float could not give them back as written.
const MAX_DIGITS: usize = 15;

/// The powers of ten inside a group of four digits.
const SMALL_SCALES: &[(&str, u64)] = &[("十", 10), ("百", 100), ("千", 1_000)];

/// The powers of ten that begin a new group of four digits.
const GREAT_SCALES: &[(&str, u64)] = &[
    ("万", 10_000),
    ("億", 100_000_000),
    ("兆", 1_000_000_000_000),
];

/// A figure without sign and unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Amount {
    /// The figure before its scale; finite and not negative.
    pub number: f64,
    /// Digits after the decimal point.
    pub decimals: u8,
    /// What one of `number` stands for.
    pub scale: u64,
    /// Whether it is written as a bare row of digits, as a year is.
    pub plain: bool,
}

/// A run of digits as written.
struct Digits {
    number: f64,
    whole: Option<u64>,
    decimals: u8,
    plain: bool,
}

/// The amount at the start of a text: digits, with a scale or a row of them (`4億8千万`).
pub(super) fn take_amount(text: &str) -> Option<(Amount, &str)> {
    let (first, rest) = take_digits(text)?;
    let scaled = take_scale(skip_space(rest));
    let Digits {
        number,
        decimals,
        plain,
        ..
    } = first;
    let Some((scale, rest)) = scaled else {
        return Some((
            Amount {
                number,
                decimals,
                scale: 1,
                plain,
            },
            rest,
        ));
    };
    take_sum(text).or(Some((
        Amount {
            number,
            decimals,
            scale,
            plain: false,
        },
        rest,
    )))
}

/// A unit's scale: `千円` is (1,000, `円`), `件` is (1, `件`).
pub(super) fn take_scale(text: &str) -> Option<(u64, &str)> {
    // Most units are judged by their first character.
    if !text.starts_with(['十', '百', '千', '万', '億', '兆']) {
        return None;
    }
    let (small, rest) = take_word(text, SMALL_SCALES).unwrap_or((1, text));
    let (great, rest) = take_word(rest, GREAT_SCALES).unwrap_or((1, rest));
    // A lone 十 begins words (十字路) and is no scale that figures are written with.
    (small.max(great) > 10).then_some((small * great, rest))
}

/// The word for a scale: `千`, `百万`; none for 1 and for what is not written in one word.
pub(crate) fn scale_word(scale: u64) -> Option<String> {
    let one = [("", 1)];
    for (small_word, small) in SMALL_SCALES.iter().chain(&one) {
        for (great_word, great) in GREAT_SCALES.iter().chain(&one) {
            if small * great == scale && scale > 10 {
                return Some([*small_word, *great_word].concat());
            }
        }
    }
    None
}

/// Several scaled figures that make one: `4億8千万` is 480,000,000, `5千8百万` is 58,000,000.
fn take_sum(text: &str) -> Option<(Amount, &str)> {
    let (mut total, mut group, mut terms) = (0_u64, 0_u64, 0);
    let (mut last_small, mut last_great) = (u64::MAX, u64::MAX);
    let mut rest = text;
    while let Some((digits, after)) = take_digits(rest) {
        let whole = digits.whole?;
        let (small, after) = take_word(after, SMALL_SCALES).unwrap_or((1, after));
        let (great, after) = take_word(after, GREAT_SCALES).unwrap_or((1, after));
        if small >= last_small || (great > 1 && great >= last_great) {
            return None;
        }
        group = group.checked_add(whole.checked_mul(small)?)?;
        last_small = small;
        if great > 1 {
            total = total.checked_add(group.checked_mul(great)?)?;
            (group, last_small, last_great) = (0, u64::MAX, great);
        }
        terms += 1;
        rest = if great > 1 { skip_space(after) } else { after };
        if small == 1 && great == 1 {
            break;
        }
    }
    let total = total.checked_add(group)?;
    if terms < 2 || total >= 10_u64.pow(15) {
        return None;
    }
    #[allow(clippy::cast_precision_loss)] // below 10^15
    let number = total as f64;
    Some((
        Amount {
            number,
            decimals: 0,
            scale: 1,
            plain: false,
        },
        rest,
    ))
}

/// Digits with their thousands separators and decimals.
fn take_digits(text: &str) -> Option<(Digits, &str)> {
    if let Some(rest) = text.strip_prefix("ゼロ").filter(|rest| ends_zero(rest)) {
        return Some((
            Digits {
                number: 0.0,
                whole: Some(0),
                decimals: 0,
                plain: true,
            },
            rest,
        ));
    }
    let bytes = text.as_bytes();
    let digits_from = |at: usize| {
        bytes[at.min(bytes.len())..]
            .iter()
            .take_while(|b| b.is_ascii_digit())
            .count()
    };
    let mut end = digits_from(0);
    let leading = end;
    if (1..=3).contains(&leading) {
        while bytes.get(end) == Some(&b',') && digits_from(end + 1) == 3 {
            end += 4;
        }
    }
    let whole_end = end;
    let mut decimals = 0;
    if bytes.get(end) == Some(&b'.') {
        decimals = digits_from(end + 1);
        if decimals > 0 {
            end += 1 + decimals;
        }
    }
    let written = match &text[..end] {
        separated if whole_end > leading => Cow::Owned(separated.replace(',', "")),
        plain => Cow::Borrowed(plain),
    };
    let count = written.len() - usize::from(decimals > 0);
    if count == 0 || count > MAX_DIGITS {
        return None;
    }
    let digits = Digits {
        number: written.parse().ok()?,
        whole: if decimals == 0 {
            written.parse().ok()
        } else {
            None
        },
        decimals: u8::try_from(decimals).ok()?,
        plain: whole_end == leading && decimals == 0,
    };
    Some((digits, &text[end..]))
}

/// ゼロ is a figure alone and before what is counted most; elsewhere it begins a word (ゼロカーボン).
fn ends_zero(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(['件', '人', '回', '名', '%'])
}
