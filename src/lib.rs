//! まちのものさし: a municipality's plan, as it is, turned into rulers and charts in the browser.
//!
//! The rooms, from the ground up; each may use those below it, never those above:
//!
//! | room      | what it is for |
//! |-----------|----------------|
//! | [`plan`]  | what a plan is, and every change that can be made to it |
//! | [`judge`] | attainment, pace, direction, grades, each with its explanation as data |
//! | [`compare`] | the same theme across plans: in one unit, with what does not compare |
//! | [`check`] | what may be wrong with a plan's figures, and what it lacks |
//! | [`revise`] | a later version of a plan: paired item by item, compared, taken over |
//! | [`read`]  | into a plan: JSON, CSV, pasted tables, plan documents → (plan, findings) |
//! | [`write`] | out of a plan: JSON, its schema, CSV |
//! | [`chart`] | a chart as data, then drawn through plotters as SVG |
//! | [`keep`]  | keeping plans in the browser: a storage trait with a memory twin |
//! | [`publish`] | plans on a host: the catalogue beside the files, which version is which |
//! | [`words`] | what the interface says, language by language |
//! | `app`     | the Leptos interface; its pages are for WebAssembly only |

pub mod app;
pub mod chart;
pub mod check;
pub mod compare;
pub mod keep;
pub mod publish;
pub mod read;
pub mod revise;
pub mod words;
pub mod write;

pub use {monosashi_judge as judge, monosashi_plan as plan};
