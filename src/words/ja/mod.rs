//! 日本語.

mod checking;
mod comparing;
mod findings;
mod general;
mod keeping;
mod mending;
mod pages;
mod published;
mod reporting;
mod review;
mod rules;
mod sentences;
mod sheets;

use super::keys::Words;

pub(super) static WORDS: Words = Words {
    app: general::APP,
    years: general::YEARS,
    grades: general::GRADES,
    kinds: general::KINDS,
    chart: sentences::CHART,
    plans: pages::PLANS,
    published: published::PUBLISHED,
    now: pages::NOW,
    line: sentences::LINE,
    sections: pages::SECTIONS,
    indicators: pages::INDICATORS,
    indicator: pages::INDICATOR,
    goals: mending::GOALS,
    mend: mending::MEND,
    csv: mending::CSV,
    judging: sentences::JUDGING,
    doubts: sentences::DOUBTS,
    entry: pages::ENTRY,
    schedule: pages::SCHEDULE,
    reporting: reporting::REPORTING,
    questions: pages::QUESTIONS,
    sheets: sheets::SHEETS,
    sheet_form: sheets::SHEET_FORM,
    next_year: sheets::NEXT_YEAR,
    departments: sheets::DEPARTMENTS,
    check: pages::CHECK,
    compare: pages::COMPARE,
    rules: rules::RULES,
    import: pages::IMPORT,
    review: review::REVIEW,
    settings: general::SETTINGS,
    keeping: keeping::KEEPING,
    trouble: general::TROUBLE,
    findings: findings::FINDINGS,
    comparing: comparing::COMPARING,
    checking: checking::CHECKING,
    revising: review::REVISING,
};
