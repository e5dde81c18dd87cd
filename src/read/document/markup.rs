//! What HTML and formulas leave behind in extracted text.

/// The tags that extraction leaves open or closed in cells and paragraphs.
const TAGS: [&str; 22] = [
    "ul", "ol", "li", "p", "br", "div", "span", "b", "i", "u", "strong", "em", "sup", "sub",
    "font", "table", "tr", "td", "th", "tbody", "a", "img",
];

/// The text without tags and entities, and `^{※34}` as `※34`; none when there are none. A tag becomes a space, since
/// it stood where a line or an item began.
#[must_use]
pub fn removed(text: &str) -> Option<String> {
    if !text.contains(['<', '&', '^']) {
        return None;
    }
    let mut clean = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['<', '&', '^']) {
        clean.push_str(&rest[..at]);
        rest = &rest[at..];
        let (read, replacement) = left_over(rest).unwrap_or_else(|| (1, &rest[..1]));
        clean.push_str(replacement);
        rest = &rest[read..];
    }
    clean.push_str(rest);
    (clean != text).then_some(clean)
}

/// The length of the tag, entity or raised mark at the start, and what stands for it.
fn left_over(text: &str) -> Option<(usize, &str)> {
    if let Some(inside) = text.strip_prefix("^{") {
        let end = inside.find('}')?;
        return Some((end + 3, &inside[..end]));
    }
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
        ("&quot;", "\""),
        ("&nbsp;", " "),
    ];
    if let Some((entity, character)) = entities
        .into_iter()
        .find(|(entity, _)| text.starts_with(entity))
    {
        return Some((entity.len(), character));
    }
    let inside = text.strip_prefix('<')?;
    let end = inside.find('>')?;
    let name = inside[..end].trim_start_matches('/');
    let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next()?;
    TAGS.iter()
        .any(|tag| tag.eq_ignore_ascii_case(name))
        .then_some((end + 2, " "))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::removed;

    #[test]
    fn tags_entities_and_raised_marks_are_taken_out() {
        let text = "<ul style=\"a\"> ・A&amp;B <li>C</p>";
        assert_eq!(
            removed(text)
                .unwrap()
                .split_whitespace()
                .collect::<Vec<_>>(),
            ["・A&B", "C"]
        );
        assert_eq!(removed("SNS^{※34}等").unwrap(), "SNS※34等");
    }

    #[test]
    fn signs_that_are_no_markup_stay() {
        for text in ["a < b > c", "A & B", "x^2", "<15歳>", "^{", "<ul", "&lt"] {
            assert_eq!(removed(text), None, "{text}");
        }
    }
}
