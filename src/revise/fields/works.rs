//! What a town does and reports: initiatives, schedule items, sheets.

use super::{all_folded, folded, place};
use crate::plan::{
    AnnualReport, Id, Initiative, Nature, Period, Plan, ProgressSheet, ScheduleItem,
};
use crate::revise::field::{Field, Kind, Shown};
use crate::revise::item::{
    Compared, FROM_PEOPLE, FROM_SOURCE, Features, FieldOf, Item, fields, identified,
};

impl Item for Initiative {
    const KIND: Kind = Kind::Initiative;
    const WORD: &'static str = "initiative";

    identified!(initiatives, name);

    fn features(&self) -> Features {
        Features {
            id: self.id.clone(),
            name: folded(&self.name),
            number: folded(&self.number),
            place: place(self.section.as_ref()),
            rest: all_folded(self.details.iter().map(|detail| &detail.text)),
            ..Features::default()
        }
    }

    fn fields() -> &'static [FieldOf<Self>] {
        INITIATIVE
    }

    fn follow(&mut self, incoming: &Self) {
        self.provenance = incoming.provenance.clone();
    }
}

const INITIATIVE: &[FieldOf<Initiative>] = fields! { Initiative:
    Name FROM_SOURCE (item => Shown::text(&item.name)) name;
    Number FROM_SOURCE (item => Shown::text(&item.number)) number;
    Section FROM_SOURCE (item => Shown::items(&item.section)) section;
    Details FROM_SOURCE (item => Shown::texts(item.details.iter().map(|detail| detail.text.as_str()))) details;
    Departments FROM_SOURCE (item => written(&item.departments)) departments;
};

impl Item for ScheduleItem {
    const KIND: Kind = Kind::Schedule;
    const WORD: &'static str = "schedule";

    identified!(schedule, name);

    fn features(&self) -> Features {
        let repeat = if self.repeat_of.is_some() {
            "repeat"
        } else {
            ""
        };
        Features {
            id: self.id.clone(),
            name: folded(&self.name),
            beside: repeat.to_owned(),
            place: place(self.section.as_ref()),
            rest: folded(&self.summary),
            ..Features::default()
        }
    }

    fn fields() -> &'static [FieldOf<Self>] {
        SCHEDULE
    }

    fn follow(&mut self, incoming: &Self) {
        self.provenance = incoming.provenance.clone();
    }

    fn more(&self, incoming: &Self) -> Vec<Compared> {
        let reports = incoming.progress.iter().map(|report| {
            let year = report.fiscal_year;
            let own = self.progress.iter().filter(|own| own.fiscal_year == year);
            let after = reported(report);
            let same = own.clone().any(|own| reported(own).same(&after));
            Compared {
                field: Field::Report(year),
                before: own.clone().next().map_or(Shown::Nothing, reported),
                after: if same { Shown::Nothing } else { after },
                entered: true,
            }
        });
        reports.collect()
    }

    fn take_more(&mut self, incoming: &Self, field: Field, _: Period) {
        let Field::Report(year) = field else { return };
        let mut reports = incoming.progress.iter();
        let report = reports.find(|report| report.fiscal_year == year && !report.is_empty());
        let Some(report) = report.cloned() else {
            return;
        };
        match self.progress.iter_mut().find(|own| own.fiscal_year == year) {
            Some(own) => *own = report,
            None => {
                let later = self.progress.iter().position(|own| own.fiscal_year > year);
                let place = later.unwrap_or(self.progress.len());
                self.progress.insert(place, report);
            }
        }
    }

    fn is_entered(&self) -> bool {
        self.progress.iter().any(AnnualReport::says_something)
    }
}

const SCHEDULE: &[FieldOf<ScheduleItem>] = fields! { ScheduleItem:
    Name FROM_SOURCE (item => Shown::text(&item.name)) name;
    Section FROM_SOURCE (item => Shown::items(&item.section)) section;
    Summary FROM_SOURCE (item => Shown::text(&item.summary)) summary;
    Nature FROM_SOURCE (item => match item.nature {
        Nature::Unknown => Shown::Nothing,
        nature => Shown::Nature(nature),
    }) nature;
    Marks FROM_SOURCE (item => match item.marks.is_empty() {
        true => Shown::Nothing,
        false => Shown::Marks(item.marks.clone()),
    }) marks;
    Departments FROM_SOURCE (item => written(&item.departments)) departments;
    RepeatOf FROM_SOURCE (item => Shown::items(&item.repeat_of)) repeat_of;
};

impl Item for ProgressSheet {
    const KIND: Kind = Kind::Sheet;
    const WORD: &'static str = "sheet";

    identified!(sheets, title);

    fn features(&self) -> Features {
        let year = self.fiscal_year.map(|year| year.0.to_string());
        Features {
            id: self.id.clone(),
            class: year.unwrap_or_default(),
            name: folded(&self.title),
            beside: all_folded(&self.departments),
            place: place(self.section.as_ref()),
            rest: all_folded(&self.goals),
            ..Features::default()
        }
    }

    fn fields() -> &'static [FieldOf<Self>] {
        SHEET
    }

    fn follow(&mut self, incoming: &Self) {
        self.provenance = incoming.provenance.clone();
    }

    fn is_entered(&self) -> bool {
        let halves = [&self.first_half, &self.second_half, &self.evaluation];
        let mut written = halves.into_iter().flatten().chain([&self.achievement]);
        written.any(|text| !text.trim().is_empty())
    }
}

const SHEET: &[FieldOf<ProgressSheet>] = fields! { ProgressSheet:
    Name FROM_SOURCE (item => Shown::text(&item.title)) title;
    Section FROM_SOURCE (item => Shown::items(&item.section)) section;
    Departments FROM_SOURCE (item => written(&item.departments)) departments;
    Aims FROM_SOURCE (item => Shown::text(&item.aim)) aim;
    SheetGoals FROM_SOURCE (item => written(&item.goals)) goals;
    Actions FROM_SOURCE (item => written(&item.actions)) actions;
    FirstHalf FROM_PEOPLE (item => maybe(item.first_half.as_ref())) first_half;
    SecondHalf FROM_PEOPLE (item => maybe(item.second_half.as_ref())) second_half;
    Achievement FROM_PEOPLE (item => Shown::text(&item.achievement)) achievement;
    Evaluation FROM_PEOPLE (item => maybe(item.evaluation.as_ref())) evaluation;
};

/// What was reported; nothing where a note was only carried over from another year.
fn reported(report: &AnnualReport) -> Shown {
    if report.says_something() {
        Shown::Report(report.state, report.note.clone())
    } else {
        Shown::Nothing
    }
}

fn written(texts: &[String]) -> Shown {
    Shown::texts(texts.iter().map(String::as_str))
}

fn maybe(text: Option<&String>) -> Shown {
    text.map_or(Shown::Nothing, |text| Shown::text(text))
}
