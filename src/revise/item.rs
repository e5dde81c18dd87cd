//! What every kind of item that is paired and compared has in common.

use super::field::{Field, Kind, Shown};
use crate::plan::{Id, Period, Plan};

/// An item of a plan as a revision sees it.
pub(super) trait Item: Clone + 'static {
    /// Which kind it is.
    const KIND: Kind;
    /// The word its ids begin with.
    const WORD: &'static str;
    /// The items of this kind in a plan.
    fn of(plan: &Plan) -> Vec<Self>;
    /// Its id.
    fn id(&self) -> &Id;
    /// Gives it another id.
    fn set_id(&mut self, id: Id);
    /// What it is called.
    fn name(&self) -> &str;
    /// By what it is recognised in another version.
    fn features(&self) -> Features;
    /// What is compared.
    fn fields() -> &'static [FieldOf<Self>];
    /// What the other version says that no one field holds: the fields and what each would change.
    fn more(&self, _incoming: &Self) -> Vec<Compared> {
        Vec::new()
    }
    /// Takes a field that [`Item::more`] named, in the period of the change.
    fn take_more(&mut self, _incoming: &Self, _field: Field, _changed: Period) {}
    /// Takes from another version what is no difference to people, such as where it was read; done first.
    fn follow(&mut self, incoming: &Self);
    /// Takes what goes with the fields that were taken; done last.
    fn settle(&mut self, _incoming: &Self) {}
    /// Whether people entered something of it.
    fn is_entered(&self) -> bool {
        false
    }
}

/// A field of an item.
pub(super) struct FieldOf<Kind> {
    pub field: Field,
    /// What stands there.
    pub shown: fn(&Kind) -> Shown,
    /// Takes what the other version says.
    pub take: fn(&mut Kind, &Kind),
    /// Whether people enter what stands there, so that it stays unless they choose otherwise.
    pub entered: bool,
}

/// What a field says in either version.
pub(super) struct Compared {
    pub field: Field,
    pub before: Shown,
    pub after: Shown,
    pub entered: bool,
}

/// By what an item is recognised in another version.
#[derive(Clone, Debug, Default)]
pub(super) struct Features {
    pub id: Id,
    /// Items of different classes are never the same: sheets of different years.
    pub class: String,
    pub name: String,
    pub number: String,
    /// The unit, the departments: what tells two of one name apart.
    pub beside: String,
    /// Where it stands.
    pub place: String,
    /// What it holds.
    pub rest: String,
}

/// A source's field: what the later version says is taken.
pub(super) const FROM_SOURCE: bool = false;

/// A field people fill in: what they entered stays.
pub(super) const FROM_PEOPLE: bool = true;

/// The table of an item's fields: `field: what is shown, field to take`.
macro_rules! fields {
    ($kind:ty: $($field:ident $whose:ident ($item:ident => $shown:expr) $($name:ident).+;)*) => {
        &[$(FieldOf {
            field: Field::$field,
            shown: |$item: &$kind| $shown,
            take: |item: &mut $kind, incoming: &$kind| item.$($name).+.clone_from(&incoming.$($name).+),
            entered: $whose,
        }),*]
    };
}
pub(super) use fields;

/// The part of [`Item`] that is the same for all that stand in a list of the plan under an id of their own: the list, and
/// the field that names them.
macro_rules! identified {
    ($list:ident, $name:ident) => {
        fn of(plan: &Plan) -> Vec<Self> {
            plan.$list.clone()
        }

        fn id(&self) -> &Id {
            &self.id
        }

        fn set_id(&mut self, id: Id) {
            self.id = id;
        }

        fn name(&self) -> &str {
            &self.$name
        }
    };
}
pub(super) use identified;
