//! くらべる: the themes that several plans share, their figures on one axis, and what cannot be held against each other.

mod choosing;
mod linking;
mod resident;

use crate::app::parts::button::way;
use crate::app::parts::choice::{Choice, select};
use crate::app::parts::heading::heading;
use crate::app::parts::picture::Pictures;
use crate::app::parts::{boxed, standing};
use crate::app::state::{App, Opened};
use crate::app::{Document, Page, Route, Source, browser};
use crate::chart::{ChartSeries, ChartWords, PointRole, compared, comparison};
use crate::compare::{
    Comparison, Group, Member, Population, Reference, indexed, population, proposals, themes_in,
};
use crate::plan::{Period, Plan};
use crate::words::{self, fill, pieces};
use choosing::Other;
use leptos::prelude::*;
use linking::Links;
use maud::{Markup, html};
use resident::divided;

/// The way of looking in which every baseline is 100, as named in addresses.
const INDEX: &str = "index";

/// The way of looking in which figures are divided by the town's inhabitants.
const RESIDENT: &str = "resident";

/// The screen.
pub fn page(app: App) -> AnyView {
    let words = app.words();
    let pictures = Pictures::of_screen(".picture");
    let others = choosing::others(app);
    Effect::new(move |_| {
        others.track();
        browser::after_frame(move || pictures.measure(".picture"));
    });
    let content = move || {
        app.opened
            .with(|opened| others.with(|others| content(app, opened, others, pictures)))
    };
    view! {
        {heading(app, Markup::default(), words.compare.title, ().into_any())}
        {choosing::boxes(app)}
        {content}
    }
    .into_any()
}

/// The plans compared, with what they are called.
struct Plans<'a> {
    sources: Vec<Option<Source>>,
    plans: Vec<&'a Plan>,
    towns: Vec<&'a str>,
    populations: Vec<Option<Population>>,
    links: Links,
}

impl Plans<'_> {
    fn town(&self, reference: &Reference) -> &str {
        self.towns.get(reference.plan).copied().unwrap_or_default()
    }
}

fn content(app: App, opened: &Opened, others: &[Other], pictures: Pictures) -> AnyView {
    let words = app.words();
    let documents = opened.documents();
    let sources = (0..documents.len()).map(|place| opened.source_of(place));
    let sources = sources.chain(others.iter().map(|other| Some(other.source())));
    let plans = documents.iter().map(Document::plan);
    let plans: Vec<&Plan> = plans
        .chain(others.iter().map(|other| &other.plan))
        .collect();
    let towns = plans
        .iter()
        .map(|plan| match plan.municipality.name.as_str() {
            "" => plan.title.as_str(),
            town => town,
        });
    let plans = Plans {
        sources: sources.collect(),
        towns: towns.collect(),
        populations: plans.iter().map(|plan| population(plan)).collect(),
        plans,
        links: Links::default(),
    };
    if plans.plans.len() < 2 {
        return view! { <p class="headline">{words.compare.choose_first}</p> }.into_any();
    }
    let mut themes = themes_in(&plans.plans);
    let proposals = match app.is_kept() {
        true => proposals(&plans.plans, 0, &themes),
        false => Vec::new(),
    };
    let proposed = linking::proposed(app, &plans, &plans.links, &proposals);
    themes.retain(|theme| theme.plans() > 1);
    if themes.is_empty() {
        let listen = plans.links.listen(app);
        return view! {
            <p class="headline">{words.compare.none}</p>
            <div on:click=listen>{standing(proposed)}</div>
        }
        .into_any();
    }
    let places = [
        ("plans", &*plans.plans.len().to_string()),
        ("count", &*themes.len().to_string()),
    ];
    let headline = super::now::strong_figures(pieces(words.compare.headline, &places));
    let filter = app.filter();
    let view = filter.view;
    let is_there = themes.iter().any(|theme| theme.theme == filter.kind);
    let shown = themes
        .iter()
        .filter(|theme| !is_there || theme.theme == filter.kind)
        .map(|theme| section(app, &plans, theme, &view, pictures));
    let shown = shown.collect::<Vec<_>>();
    let listen = plans.links.listen(app);
    view! {
        <p class="headline" inner_html=headline.0></p>
        <div class="fields">{one_theme(app, &themes, &filter.kind)}</div>
        {ways(app, &view)}
        <div on:click=listen>{shown} {standing(proposed)}</div>
    }
    .into_any()
}

/// The field in which one theme is chosen.
fn one_theme(app: App, themes: &[Comparison], chosen: &str) -> AnyView {
    let words = app.words();
    let mut keys = vec![String::new()];
    keys.extend(themes.iter().map(|theme| theme.theme.clone()));
    let choices = keys.iter().map(|key| Choice {
        label: match key.as_str() {
            "" => words.indicators.all.to_owned(),
            key => words::theme_name(words, key).to_owned(),
        },
        chosen: key == chosen,
    });
    let choices = choices.collect();
    let choose = move |index: usize| {
        if let Some(key) = keys.get(index) {
            app.narrow(|filter| filter.kind.clone_from(key));
        }
    };
    select(words.compare.theme, choices, Box::new(choose))
}

/// The figures as they are, every baseline as 100, or per inhabitant.
fn ways(app: App, view: &str) -> AnyView {
    let words = app.words();
    let ways = [
        ("", words.compare.as_written),
        (INDEX, words.compare.as_index),
        (RESIDENT, words.compare.as_resident),
    ];
    let known = ways.iter().any(|(name, _)| *name == view);
    let ways = ways.map(|(name, label)| {
        let pressed = name == if known { view } else { "" };
        let view = name;
        way(label, pressed, move || {
            app.narrow(|filter| view.clone_into(&mut filter.view));
        })
    });
    boxed("buttons spaced", ways.into())
}

/// One theme: its groups, why they are not one, and what stands apart.
fn section(app: App, plans: &Plans, theme: &Comparison, view: &str, pictures: Pictures) -> AnyView {
    let words = app.words();
    let name = words::theme_name(words, &theme.theme).to_owned();
    let count = fill(
        words.compare.plans,
        &[("count", &theme.plans().to_string())],
    );
    let groups = theme.groups.iter().enumerate().map(|(at, group)| {
        let id = [&*theme.theme, "-", &at.to_string()].concat();
        shown_group(app, plans, (theme, group), &id, view, pictures)
    });
    let groups: Vec<AnyView> = groups.collect();
    let refusals = html! {
        @for refusal in &theme.refusals { p.notice { (words::refusal(words, refusal)) } }
    };
    view! {
        <section class="theme">
            <div class="section-head"><h2>{name}</h2><span class="muted">{count}</span></div>
            {standing(refusals)}
            {groups}
            {standing(apart(app, plans, theme))}
        </section>
    }
    .into_any()
}

/// What a member shows: its figures as a chart holds them, or why they cannot be shown so.
type Shown<'a> = (&'a Member, Result<ChartSeries, String>);

/// Members in one unit: what to know, their chart, their figures.
fn shown_group(
    app: App,
    plans: &Plans,
    (theme, group): (&Comparison, &Group),
    id: &str,
    view: &str,
    pictures: Pictures,
) -> AnyView {
    let words = app.words();
    let terms = words::chart_terms(words);
    let as_index = view == INDEX;
    let (divided, notes) = divided(app, plans, group, view == RESIDENT);
    let group = divided.as_ref().unwrap_or(group);
    let shown = group.members.iter().map(|member| {
        let series = if as_index {
            indexed(&member.series).map_err(|refusal| words::refusal(words, &refusal))
        } else {
            Ok(member.series.clone())
        };
        let period = plans
            .plans
            .get(member.reference.plan)
            .map(|plan| plan.period);
        let town = plans.town(&member.reference);
        let series =
            series.map(|series| compared(&series, town, period.unwrap_or_default(), &terms));
        (member, series)
    });
    let shown: Vec<Shown> = shown.collect();
    let series: Vec<ChartSeries> = shown
        .iter()
        .filter_map(|(_, series)| series.clone().ok())
        .collect();
    let towns = series.iter().map(|series| series.label.as_str());
    let towns = towns.collect::<Vec<_>>().join(words.app.list_separator);
    let chart_words = ChartWords {
        title: words::theme_name(words, &theme.theme).to_owned(),
        sentence: fill(words.compare.picture, &[("towns", &towns)]),
        grade: String::new(),
        terms,
    };
    let chart = comparison(id, series, &chart_words).map(|chart| pictures.picture(chart));
    let cautions = group.cautions.iter();
    let cautions =
        cautions.map(|one| words::caution(words, &theme.theme, group, one, &plans.towns));
    let cautions = html! {
        @if !group.cautions.is_empty() {
            ul.bullets.cautions { @for caution in cautions { li { (caution) } } }
        }
    };
    let unit = if as_index {
        words.compare.index.to_owned()
    } else {
        fill(words.compare.in_unit, &[("unit", &group.unit)])
    };
    view! {
        {standing(cautions)}
        {standing(notes)}
        {chart}
        {standing(table(app, plans, theme, &unit, &shown))}
    }
    .into_any()
}

/// The members' figures, and why some have none.
fn table(app: App, plans: &Plans, theme: &Comparison, unit: &str, shown: &[Shown]) -> Markup {
    let words = app.words();
    let kinds = &words.kinds;
    let of = |series: &ChartSeries, is: fn(PointRole) -> bool| {
        let mut points = series.points.iter().rev();
        let point = points.find(|point| is(point.role))?;
        // The unit stands above the table.
        let figure = point.label.strip_suffix(&*series.unit);
        Some((figure.unwrap_or(&point.label).to_owned(), point.period))
    };
    let is_baseline = |role| role == PointRole::Baseline;
    let is_target = |role| role == PointRole::Target;
    let is_actual = |role| role == PointRole::Actual;
    let rows = || {
        shown
            .iter()
            .filter_map(|(member, series)| Some((member, series.as_ref().ok()?)))
    };
    let has_actuals = rows().any(|(_, series)| of(series, is_actual).is_some());
    html! {
        @if rows().next().is_some() {
            .scroll {
                table.compared {
                    caption { (unit) }
                    thead { tr {
                        th scope="col" { (words.compare.item) }
                        th.figure scope="col" { (kinds.baseline) }
                        th.figure scope="col" { (kinds.target) }
                        @if has_actuals { th.figure scope="col" { (kinds.actual) } }
                    } }
                    tbody {
                        @for (member, series) in rows() {
                            tr {
                                th scope="row" {
                                    (item(plans, &member.reference, &member.name, &series.label))
                                    @if member.reference.linked { " " span.muted { (words.compare.linked) } }
                                    (plans.links.of_member(app, &theme.theme, member))
                                }
                                td.figure { (figure(app, of(series, is_baseline))) }
                                td.figure { (figure(app, of(series, is_target))) }
                                @if has_actuals { td.figure { (figure(app, of(series, is_actual))) } }
                            }
                        }
                    }
                }
            }
        }
        @for (member, series) in shown {
            @if let Err(why) = series {
                p.notice { (fill(words.compare.not_indexed, &[("town", plans.town(&member.reference)), ("why", why)])) }
            }
        }
    }
}

/// A figure with its year.
fn figure(app: App, point: Option<(String, Period)>) -> Markup {
    html! {
        @match point {
            Some((figure, period)) => {
                span.strong { (figure) }
                br;
                span.muted { (words::period_short(app.words(), period)) }
            }
            None => { "—" }
        }
    }
}

/// Whose item, and which, linked to its own screen.
fn item(plans: &Plans, reference: &Reference, name: &str, label: &str) -> Markup {
    let source = plans.sources.get(reference.plan).cloned().flatten();
    let plan = plans.plans.get(reference.plan);
    let is_sheet = plan.is_some_and(|plan| plan.indicator(&reference.item).is_none());
    let id = reference.item.clone();
    let page = if is_sheet {
        Page::Sheet(id)
    } else {
        Page::Indicator(id)
    };
    html! {
        span.muted { (label) }
        br;
        @match source {
            Some(source) => { a href=(Route::of(&source, page)) { (name) } }
            None => { (name) }
        }
    }
}

/// What looks as if it belonged and does not.
fn apart(app: App, plans: &Plans, theme: &Comparison) -> Markup {
    let words = app.words();
    let count = theme.apart.len().to_string();
    html! {
        @if !theme.apart.is_empty() {
            details {
                summary { (fill(words.compare.apart, &[("count", &count)])) }
                ul.rows {
                    @for one in &theme.apart {
                        li {
                            p { (item(plans, &one.reference, &one.name, plans.town(&one.reference))) }
                            p.muted { (words::apart(words, one)) }
                            (plans.links.of_apart(app, &theme.theme, one))
                        }
                    }
                }
            }
        }
    }
}
