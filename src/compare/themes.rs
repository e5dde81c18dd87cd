//! The dictionary of themes: by which words an indicator is known to be about the same thing in several towns, what must
//! not be confused with it, and which dimensions it comes in. To add a theme, add a row here, and its name (and what to
//! know of it) to the themes of room `words`.

use super::Dimension::{self, Cases, Groups, Money, People, Share};

/// One theme.
#[derive(Debug)]
pub struct Theme {
    /// Its name in files.
    pub key: &'static str,
    /// Synonyms: a name belongs when it holds all words of any row.
    names: &'static [&'static [&'static str]],
    /// Words that make a name another thing all the same: 国保税収納率 is not 町税収納率.
    not: &'static [&'static str],
    /// False friends: names that look or sound alike and mean something else.
    pub(super) false_friends: &'static [&'static str],
    /// The dimensions it comes in; a name that belongs and counts something else stands apart.
    pub(super) dimensions: &'static [Dimension],
    /// Units that count as 件 here, such as PV of a website.
    pub(super) as_cases: &'static [&'static str],
    /// Words by which towns include or leave out a part: where one says it and another does not, definitions differ.
    pub(super) parts: &'static [&'static str],
    /// Whether the towns' definitions are known to differ, or to be only similar; `words` says how.
    pub(super) has_note: bool,
}

const NONE: Theme = Theme {
    key: "",
    names: &[],
    not: &[],
    false_friends: &[],
    dimensions: &[],
    as_cases: &[],
    parts: &[],
    has_note: false,
};

/// All themes.
pub static THEMES: &[Theme] = &[
    Theme {
        key: "current_balance",
        names: &[&["経常収支比率"]],
        dimensions: &[Share],
        ..NONE
    },
    Theme {
        key: "debt_service",
        names: &[&["実質公債費比率"]],
        dimensions: &[Share],
        ..NONE
    },
    Theme {
        key: "hometown_tax",
        names: &[
            &["ふるさと納税"],
            &["ふるさと寄附"],
            &["ふるさと寄付"],
            &["ふるさと応援寄附"],
        ],
        not: &["返礼品", "サイト数", "企業版ふるさと納税", "企業版の"],
        dimensions: &[Money],
        parts: &["企業版"],
        ..NONE
    },
    Theme {
        key: "tax_collection",
        names: &[&["税", "徴収率"], &["税", "収納率"], &["税", "納付率"]],
        not: &["国民健康保険", "国保", "滞納繰越", "口座振替"],
        dimensions: &[Share],
        parts: &["現年", "滞納"],
        has_note: true,
        ..NONE
    },
    Theme {
        key: "website_views",
        names: &[
            &["ホームページ", "閲覧"],
            &["ホームページ", "アクセス"],
            &["ホームページ", "訪問"],
            &["ウェブサイト", "閲覧"],
            &["ウェブサイト", "アクセス"],
            &["Webサイト", "閲覧"],
            &["Webサイト", "アクセス"],
            &["HP", "閲覧"],
            &["HP", "アクセス"],
        ],
        not: &["観光", "学校", "図書館", "移住"],
        dimensions: &[Cases],
        as_cases: &["回", "PV", "ビュー", "アクセス", "ページビュー"],
        ..NONE
    },
    Theme {
        key: "women_members",
        names: &[
            &["女性", "委員"],
            &["女性", "審議会"],
            &["女性", "附属機関"],
            &["女性", "付属機関"],
        ],
        not: &[
            "農業委員",
            "民生委員",
            "教育委員",
            "管理職",
            "ゼロ",
            "いない",
        ],
        dimensions: &[Share],
        ..NONE
    },
    Theme {
        key: "online_applications",
        names: &[
            &["電子申請"],
            &["オンライン", "申請"],
            &["オンライン", "手続"],
            &["マイナポータル", "申請"],
            &["マイナポータル", "手続"],
        ],
        not: &["オンライン化", "手続の種類", "対応手続", "職員", "満足"],
        dimensions: &[Cases, People, Share],
        ..NONE
    },
    Theme {
        key: "partners",
        names: &[
            &["協働", "主体数"],
            &["協働", "団体数"],
            &["コミュニティ活動", "支援"],
            &["市民活動", "団体数"],
            &["住民活動", "団体数"],
        ],
        not: &["新規", "継続率"],
        dimensions: &[Groups],
        has_note: true,
        ..NONE
    },
    Theme {
        key: "arrears",
        names: &[&["滞納額"], &["滞納", "残高"]],
        dimensions: &[Money],
        ..NONE
    },
    Theme {
        key: "public_comment",
        names: &[
            &["パブリックコメント"],
            &["パブリック・コメント"],
            &["意見公募"],
        ],
        false_friends: &["パブリシティ", "パブリックリレーションズ"],
        dimensions: &[Cases],
        as_cases: &["回"],
        ..NONE
    },
    Theme {
        key: "publicity",
        names: &[&["パブリシティ"], &["報道機関", "情報提供"]],
        false_friends: &["パブリックコメント"],
        dimensions: &[Cases],
        as_cases: &["回"],
        ..NONE
    },
];

/// The theme of the dictionary with this key.
#[must_use]
pub fn theme(key: &str) -> Option<&'static Theme> {
    THEMES.iter().find(|theme| theme.key == key)
}

/// How a name stands to a theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// It belongs.
    Belongs,
    /// It holds a synonym, but this word makes it another thing.
    Not(&'static str),
    /// It only looks alike, by this word.
    FalseFriend(&'static str),
    /// It has nothing to do with it.
    Outside,
}

impl Theme {
    /// How a name (without spaces) stands to the theme.
    pub(super) fn standing(&self, name: &str) -> Standing {
        let holds = |words: &[&'static str]| words.iter().copied().find(|word| name.contains(word));
        let named = self
            .names
            .iter()
            .any(|row| row.iter().all(|word| name.contains(word)));
        match holds(self.false_friends) {
            Some(word) => Standing::FalseFriend(word),
            None if !named => Standing::Outside,
            None => holds(self.not).map_or(Standing::Belongs, Standing::Not),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn standing(key: &str, name: &str) -> Standing {
        theme(key).unwrap().standing(name)
    }

    #[test]
    fn every_theme_has_a_key_of_its_own_names_and_a_dimension() {
        for (at, theme) in THEMES.iter().enumerate() {
            assert!(!theme.names.is_empty() && !theme.dimensions.is_empty());
            assert!(THEMES[..at].iter().all(|other| other.key != theme.key));
        }
    }

    #[test]
    fn synonyms_belong_in_any_order_of_their_words() {
        for (key, name) in [
            ("hometown_tax", "ふるさと応援寄附金の額"),
            ("tax_collection", "市税の徴収率（現年課税分）"),
            ("tax_collection", "町税収納率"),
            ("website_views", "市公式ホームページのアクセス件数"),
            ("women_members", "審議会等における女性の割合"),
            ("online_applications", "電子申請サービスの利用件数"),
            ("partners", "協働事業に取り組む団体数"),
            ("arrears", "市税滞納額"),
        ] {
            assert_eq!(standing(key, name), Standing::Belongs, "{key} {name}");
        }
    }

    #[test]
    fn what_must_not_be_confused_is_told_apart_by_a_word() {
        for (key, name, word) in [
            ("tax_collection", "国民健康保険税収納率", "国民健康保険"),
            ("women_members", "農業委員に占める女性の割合", "農業委員"),
            ("hometown_tax", "ふるさと納税の返礼品数", "返礼品"),
            ("website_views", "観光ホームページのアクセス数", "観光"),
            (
                "online_applications",
                "オンライン化した申請手続の数",
                "オンライン化",
            ),
        ] {
            assert_eq!(standing(key, name), Standing::Not(word), "{key} {name}");
        }
    }

    #[test]
    fn a_public_comment_is_not_publicity() {
        assert_eq!(
            standing("public_comment", "パブリシティ年間情報提供件数"),
            Standing::FalseFriend("パブリシティ")
        );
        assert_eq!(
            standing("publicity", "パブリックコメント実施数"),
            Standing::FalseFriend("パブリックコメント")
        );
        assert_eq!(standing("arrears", "パブリシティ"), Standing::Outside);
    }
}
