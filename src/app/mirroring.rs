//! The mirror of what is kept, and the backups in it: given what is saved, asked when something is missing.

use super::later::{self, Task};
use super::state::App;
use super::{browser, keeping, saving};
pub use crate::keep::is_manifest;
use crate::keep::{
    Backup, Gap, KeepError, Library, MemoryStorage, Mirror, Occasion, Storage, StorageError, gaps,
    prefix, renamed, restore, surplus,
};
use crate::plan::{Edit, Plan};
use crate::words::fill;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How far the mirror of what is kept is.
#[derive(Clone, Debug)]
pub enum Mirroring {
    /// Nothing was asked of it yet.
    NotYet,
    /// It is being opened and compared.
    Opening,
    /// It has what is kept.
    Open(Mirror),
    /// The browser lets the page have none.
    Refused,
}

/// Opens the mirror when the first view has had its time; at once where something is kept already.
pub fn start(app: App) {
    let is_used = app.library.with_value(|library| {
        let keys = library.storage().keys_with_prefix("monosashi/");
        keys.is_ok_and(|keys| !keys.is_empty())
    });
    if is_used {
        browser::after_frame(move || later::run(app, Task::CatchUp));
    } else {
        let first = move || {
            if matches!(app.mirror.get_untracked(), Mirroring::NotYet) {
                later::run(app, Task::CatchUp);
            }
        };
        set_timeout(first, later::FIRST);
    }
}

/// Lets storage and mirror be the same, by whichever is ahead.
pub fn catch_up(app: App) {
    app.mirror.set(Mirroring::Opening);
    spawn_local(async move {
        // Without a mirror everything works as it did; the screen 保存データ says that there is none.
        let Ok(mirror) = Mirror::open().await else {
            return app.mirror.set(Mirroring::Refused);
        };
        match fill_gaps(app, &mirror).await {
            Ok(found) => found.tell(app),
            Err(error) => app.warn(&error.into()),
        }
        app.mirror.set(Mirroring::Open(mirror));
        // What was saved while the mirror was on its way.
        reflect(app, None);
    });
}

/// What was found when storage and mirror were compared.
#[derive(Default)]
struct Found {
    restored: usize,
    apart: usize,
}

impl Found {
    fn tell(&self, app: App) {
        let texts = &app.words().keeping;
        if self.restored + self.apart == 0 {
            return;
        }
        let mut told = Vec::new();
        if self.restored > 0 {
            let count = self.restored.to_string();
            told.push(fill(texts.recovered, &[("count", &count)]));
        }
        if self.apart > 0 {
            told.push(texts.apart.to_owned());
        }
        app.changed_elsewhere.update(|count| *count += 1);
        if app.is_kept() {
            saving::reopen(app);
        }
        app.say(told.concat());
    }
}

async fn fill_gaps(app: App, mirror: &Mirror) -> Result<Found, KeepError> {
    let mut found = Found::default();
    let manifests = mirror.manifests().await?;
    for gap in app
        .library
        .with_value(|library| gaps(library.storage(), &manifests))?
    {
        match gap {
            Gap::StorageBehind(plan) => {
                let texts = mirror.texts(&plan).await?;
                app.library
                    .with_value(|library| restore(library.storage(), &plan, &texts))?;
                found.restored += 1;
            }
            Gap::MirrorBehind(plan) => {
                let texts = app
                    .library
                    .with_value(|library| all_of(library.storage(), &plan))?;
                // The next save tries again with what it changes; all of it is given at the next start.
                let _ = mirror.write(&texts, None)?.await;
            }
            Gap::Apart(plan) => {
                let texts = mirror.texts(&plan).await?;
                let own = browser::unheard_of();
                let texts = renamed(&texts, &plan, &own);
                app.library
                    .with_value(|library| restore(library.storage(), &own, &texts))?;
                let texts = app
                    .library
                    .with_value(|library| all_of(library.storage(), &plan))?;
                let _ = mirror.write(&texts, None)?.await;
                found.apart += 1;
            }
        }
    }
    Ok(found)
}

fn all_of(
    storage: &dyn Storage,
    plan: &str,
) -> Result<Vec<(String, Option<String>)>, StorageError> {
    let keys = storage.keys_with_prefix(&prefix(plan))?.into_iter();
    keys.map(|key| {
        let text = storage.get(&key)?;
        Ok((key, text))
    })
    .collect()
}

/// Gives the mirror what was written since it was given something last, with a backup of a plan. What the mirror does not
/// take is in the storage all the same; the mirror gets it at the next start.
pub fn reflect(app: App, backup: Option<(String, Backup)>) {
    let mirror = match app.mirror.get_untracked() {
        Mirroring::Open(mirror) => mirror,
        // It compares, and takes what it lacks, as soon as there is something to lose.
        Mirroring::NotYet => return catch_up(app),
        Mirroring::Opening | Mirroring::Refused => return,
    };
    let Ok(texts) = app.library.with_value(|library| library.storage().take()) else {
        return;
    };
    let of = backup
        .as_ref()
        .map(|(plan, backup)| (plan.as_str(), backup));
    let Ok(written) = mirror.write(&texts, of) else {
        return;
    };
    spawn_local(async move {
        if written.await.is_ok()
            && let Some((plan, backup)) = backup
        {
            app.put_away.update_value(|all| {
                all.insert(plan.clone(), backup.revision());
            });
            thin(&mirror, &plan).await;
        }
    });
}

async fn thin(mirror: &Mirror, plan: &str) {
    if let Ok(backups) = mirror.backups(plan).await {
        // What is not let go now is let go with the next backup.
        let _ = mirror.thin(plan, &surplus(&backups)).await;
    }
}

/// Lets the mirror forget a plan that was removed.
pub fn forget(app: App, plan: &str) {
    let (mirror, plan) = (opened(app), plan.to_owned());
    // Nothing of it is given to the mirror any more.
    let _ = app.library.with_value(|library| library.storage().take());
    spawn_local(async move {
        if let Some(mirror) = mirror {
            // A plan that the mirror does not forget comes back at the next start, and can be removed again.
            let _ = mirror.forget(&plan).await;
        }
    });
}

/// The page is left: the mirror is kept from nobody.
pub fn leave(app: App) {
    if let Some(mirror) = opened(app) {
        mirror.leave();
    }
}

fn opened(app: App) -> Option<Mirror> {
    match app.mirror.get_untracked() {
        Mirroring::Open(mirror) => Some(mirror),
        _ => None,
    }
}

/// The backups of a plan, the newest first.
pub async fn backups(app: App, plan: &str) -> Vec<Backup> {
    let Some(mirror) = opened(app) else {
        return Vec::new();
    };
    let mut backups = mirror.backups(plan).await.unwrap_or_default();
    backups.reverse();
    backups
}

/// Puts an earlier state of a plan in the place of the present one, which is put away first: by one edit, which can be
/// taken back.
pub async fn restore_backup(app: App, plan: String, backup: Backup, date: String) {
    let texts = &app.words().keeping;
    let Some(state) = state_of(app, &plan, &backup).await else {
        return app.say(texts.restore_failed.to_owned());
    };
    let manifest = app.library.with_value(|library| library.manifest(&plan));
    if let Some(manifest) = manifest {
        let present = Backup::new(manifest, &browser::today(), Occasion::BeforeRestoring);
        reflect(app, Some((plan.clone(), present)));
    }
    let edit = Edit::Replace {
        plan: Box::new(state),
    };
    keeping::edit_kept(app, &plan, edit, fill(texts.restored, &[("date", &date)]));
}

/// The plan of a backup; none when something of it is missing or damaged.
async fn state_of(app: App, plan: &str, backup: &Backup) -> Option<Plan> {
    let mirror = opened(app)?;
    let records = mirror.texts(plan).await.ok()?;
    let storage = MemoryStorage::holding(backup.texts(plan, &records));
    let report = Library::new(storage).load(plan).ok()?;
    report.damaged.is_empty().then_some(report.plan)
}
