//! Where one is in the app: the address's hash, so that every screen can be linked, shared and reloaded.

use super::encoding::{decode, encode};
use crate::plan::Id;
use std::fmt;

/// A screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// `#/plans`: 計画一覧; `#/` too, unless a plan is published as the app's first screen.
    Plans,
    /// `#/import`.
    Import,
    /// `#/import?plan=<path>`: a file beside the app is looked over as one from outside is.
    Review(String),
    /// `#/settings`.
    Settings,
    /// `#/kept`: 保存データ.
    Kept,
    /// A screen of an open plan.
    Plan {
        /// Which plan.
        source: Source,
        /// Which screen.
        page: Page,
        /// What the screen is narrowed to.
        filter: Box<Filter>,
    },
    /// An address no screen has.
    NotFound,
}

/// Where the plan is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// `#/plan/<key>/…`: kept in this browser.
    Kept(String),
    /// `#/open/…?plan=<path>`: files beside the app, open for reading; several make one page of pictures.
    Files(Vec<String>),
}

/// A screen of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// いま.
    Now,
    /// 施策.
    Sections,
    /// One 施策.
    Section(Id),
    /// 指標.
    Indicators,
    /// One 指標.
    Indicator(Id),
    /// 年次表.
    Schedule,
    /// One 実践項目.
    Item(Id),
    /// 進捗シート.
    Sheets,
    /// One 進捗シート.
    Sheet(Id),
    /// 担当: what each department has to do; one of them by the filter.
    Departments,
    /// 点検.
    Check,
    /// くらべる: the themes that several open plans share.
    Compare,
    /// 判定のきまり.
    Rules,
}

/// What a list is narrowed to, and how it is shown. Empty means not narrowed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words looked for in names.
    pub query: String,
    /// A section's id: it and all below it.
    pub section: String,
    /// A department.
    pub department: String,
    /// A grade's key (`on-track`, `unjudged`) or an achievement as worded.
    pub grade: String,
    /// A kind: `KGI`.
    pub kind: String,
    /// The order: empty is the plan's own.
    pub sort: String,
    /// How it is shown: empty is the screen's own way, or `table`, `ending`, `next`, `questions`, `summary`.
    pub view: String,
    /// The fiscal year that is shown as this year, or whose sheets are; `all` for sheets of all years.
    pub year: String,
    /// The plans an open one is compared with, with commas between them: paths of files beside the app, `kept:<key>`.
    pub with: String,
}

impl Filter {
    /// The parameters by their name in the address.
    fn fields(&self) -> [(&'static str, &String); 9] {
        [
            ("q", &self.query),
            ("section", &self.section),
            ("department", &self.department),
            ("grade", &self.grade),
            ("kind", &self.kind),
            ("sort", &self.sort),
            ("view", &self.view),
            ("year", &self.year),
            ("with", &self.with),
        ]
    }

    /// Sets one by its name in the address; a name no list has is passed over.
    fn set(&mut self, name: &str, value: String) {
        let field = match name {
            "q" => &mut self.query,
            "section" => &mut self.section,
            "department" => &mut self.department,
            "grade" => &mut self.grade,
            "kind" => &mut self.kind,
            "sort" => &mut self.sort,
            "view" => &mut self.view,
            "year" => &mut self.year,
            "with" => &mut self.with,
            _ => return,
        };
        *field = value;
    }
}

impl Route {
    /// The route of an address's hash, `#` included; a broken one is [`Route::NotFound`].
    #[must_use]
    pub fn parse(hash: &str) -> Self {
        let hash = hash.trim_start_matches('#');
        let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
        let mut segments = path
            .split('/')
            .filter(|segment| !segment.is_empty())
            .map(decode);
        let (first, rest) = (segments.next(), &mut segments);
        let (filter, files) = parse_query(query);
        let source = match first.as_deref() {
            None | Some("plans") => return Self::Plans,
            Some("import") => {
                let file = files.into_iter().next();
                return file.map_or(Self::Import, Self::Review);
            }
            Some("settings") => return Self::Settings,
            Some("kept") => return Self::Kept,
            Some("plan") => rest.next().map(Source::Kept),
            Some("open") if !files.is_empty() => Some(Source::Files(files)),
            Some(_) => None,
        };
        match (source, parse_page(rest)) {
            (Some(source), Some(page)) => Self::Plan {
                source,
                page,
                filter: Box::new(filter),
            },
            _ => Self::NotFound,
        }
    }

    /// Whether an address is the one the app is opened by when nothing is asked for. A link to the content of a page that
    /// came before the app (`#main`) asks for nothing else.
    #[must_use]
    pub fn is_home(hash: &str) -> bool {
        matches!(hash, "" | "#" | "#/" | "#main")
    }

    /// The screen alone, not narrowed.
    #[must_use]
    pub fn place(&self) -> Self {
        match self {
            Self::Plan { source, page, .. } => Self::of(source, page.clone()),
            other => other.clone(),
        }
    }

    /// A screen of a plan, not narrowed.
    #[must_use]
    pub fn of(source: &Source, page: Page) -> Self {
        Self::narrowed(source, page, Filter::default())
    }

    /// A screen of a plan, narrowed.
    #[must_use]
    pub fn narrowed(source: &Source, page: Page, filter: Filter) -> Self {
        Self::Plan {
            source: source.clone(),
            page,
            filter: Box::new(filter),
        }
    }
}

impl fmt::Display for Route {
    /// The address's hash, `#` included: what a link's `href` is.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (source, page, filter) = match self {
            Self::NotFound => return formatter.write_str("#/"),
            Self::Plans => return formatter.write_str("#/plans"),
            Self::Import => return formatter.write_str("#/import"),
            Self::Settings => return formatter.write_str("#/settings"),
            Self::Kept => return formatter.write_str("#/kept"),
            Self::Review(file) => {
                let mut address = String::from("#/import?plan=");
                encode(file, "/", &mut address);
                return formatter.write_str(&address);
            }
            Self::Plan {
                source,
                page,
                filter,
            } => (source, page, filter),
        };
        let mut address = String::from("#/");
        match source {
            Source::Kept(key) => {
                address.push_str("plan/");
                encode(key, "", &mut address);
            }
            Source::Files(_) => address.push_str("open"),
        }
        let (name, id) = page_segments(page);
        if !name.is_empty() {
            address.push('/');
            address.push_str(name);
        }
        if let Some(id) = id {
            address.push('/');
            encode(id.as_str(), "", &mut address);
        }
        let files: &[String] = match source {
            Source::Kept(_) => &[],
            Source::Files(files) => files,
        };
        let parameters = files
            .iter()
            .map(|file| ("plan", file))
            .chain(filter.fields())
            .filter(|(_, value)| !value.is_empty());
        for (index, (name, value)) in parameters.enumerate() {
            address.push(if index == 0 { '?' } else { '&' });
            address.push_str(name);
            address.push('=');
            encode(value, "/", &mut address);
        }
        formatter.write_str(&address)
    }
}

fn page_segments(page: &Page) -> (&'static str, Option<&Id>) {
    match page {
        Page::Now => ("", None),
        Page::Sections => ("sections", None),
        Page::Section(id) => ("section", Some(id)),
        Page::Indicators => ("indicators", None),
        Page::Indicator(id) => ("indicator", Some(id)),
        Page::Schedule => ("schedule", None),
        Page::Item(id) => ("item", Some(id)),
        Page::Sheets => ("sheets", None),
        Page::Sheet(id) => ("sheet", Some(id)),
        Page::Departments => ("departments", None),
        Page::Check => ("check", None),
        Page::Compare => ("compare", None),
        Page::Rules => ("rules", None),
    }
}

fn parse_page(segments: &mut dyn Iterator<Item = String>) -> Option<Page> {
    let name = segments.next();
    let id = segments.next().map(Id);
    Some(match (name.as_deref(), id) {
        (None, _) => Page::Now,
        (Some("sections"), None) => Page::Sections,
        (Some("section"), Some(id)) => Page::Section(id),
        (Some("indicators"), None) => Page::Indicators,
        (Some("indicator"), Some(id)) => Page::Indicator(id),
        (Some("schedule"), None) => Page::Schedule,
        (Some("item"), Some(id)) => Page::Item(id),
        (Some("sheets"), None) => Page::Sheets,
        (Some("sheet"), Some(id)) => Page::Sheet(id),
        (Some("departments"), None) => Page::Departments,
        (Some("check"), None) => Page::Check,
        (Some("compare"), None) => Page::Compare,
        (Some("rules"), None) => Page::Rules,
        _ => return None,
    })
}

fn parse_query(query: &str) -> (Filter, Vec<String>) {
    let (mut filter, mut files) = (Filter::default(), Vec::new());
    for pair in query.split('&') {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        match name {
            "plan" if !value.is_empty() => files.push(decode(value)),
            _ => filter.set(name, decode(value)),
        }
    }
    (filter, files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_is_read_from_what_it_is_written_as() {
        let kept = Source::Kept("計画 A/1".to_owned());
        let file = Source::Files(vec!["plans/oizumi.json".to_owned()]);
        let files = Source::Files(vec!["plans/a.json".to_owned(), "plans/b&c.json".to_owned()]);
        let filter = Filter {
            query: "100% ふるさと+納税".to_owned(),
            department: "総務課".to_owned(),
            with: "plans/oizumi.json,kept:pd4fc97".to_owned(),
            ..Filter::default()
        };
        let mut routes = vec![
            Route::Plans,
            Route::Import,
            Route::Review("plans/oizumi 2.json".to_owned()),
            Route::Settings,
            Route::Kept,
        ];
        for source in [kept, file, files] {
            for page in [
                Page::Now,
                Page::Sections,
                Page::Section(Id::from("section-1")),
                Page::Indicators,
                Page::Indicator(Id::from("指標 ①")),
                Page::Schedule,
                Page::Item(Id::from("schedule-1")),
                Page::Sheets,
                Page::Sheet(Id::from("sheet-1")),
                Page::Departments,
                Page::Check,
                Page::Compare,
                Page::Rules,
            ] {
                routes.push(Route::of(&source, page.clone()));
                routes.push(Route::narrowed(&source, page, filter.clone()));
            }
        }
        for route in routes {
            assert_eq!(Route::parse(&route.to_string()), route, "{route}");
        }
    }

    #[test]
    fn a_sample_is_opened_by_the_address_it_is_known_by() {
        let route = Route::parse("#/open?plan=plans/oizumi.json");
        let source = Source::Files(vec!["plans/oizumi.json".to_owned()]);
        assert_eq!(route, Route::of(&source, Page::Now));
    }

    #[test]
    fn two_samples_are_compared_by_the_address_a_person_can_write() {
        let route = Route::parse("#/open/compare?plan=plans/a.json&plan=plans/b.json");
        let source = Source::Files(vec!["plans/a.json".to_owned(), "plans/b.json".to_owned()]);
        assert_eq!(route, Route::of(&source, Page::Compare));
    }

    #[test]
    fn a_broken_address_is_said_to_be_one() {
        for hash in [
            "#/open",
            "#/plan",
            "#/plan/x/nowhere",
            "#/plan/x/indicator",
            "#/plan/x/check/1",
            "#/plan/x/rules/y",
            "#/%E0%A4",
            "#/x",
        ] {
            assert_eq!(Route::parse(hash), Route::NotFound, "{hash}");
        }
        assert_eq!(Route::parse(""), Route::Plans);
        assert_eq!(Route::parse("#"), Route::Plans);
    }
}
