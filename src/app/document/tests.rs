//! A plan changed step by step.

use super::*;
use crate::plan::Direction;

fn document() -> Document {
    let indicator = Indicator {
        id: Id::from("indicator-1"),
        name: "ふるさと納税の寄附金額".to_owned(),
        ..Indicator::default()
    };
    Document::new(Plan {
        indicators: vec![indicator],
        ..Plan::default()
    })
}

fn set(direction: Direction) -> Edit {
    Edit::SetDirection {
        indicator: Id::from("indicator-1"),
        direction,
    }
}

#[test]
fn what_was_undone_can_be_done_again() {
    let mut document = document();
    let before = document.plan().clone();
    document.apply(set(Direction::Increase)).unwrap();
    let after = document.plan().clone();
    assert_eq!(
        (document.undo(), document.undo()),
        (Walk::Done, Walk::AtEnd)
    );
    assert_eq!(*document.plan(), before);
    assert_eq!(
        (document.redo(), document.redo()),
        (Walk::Done, Walk::AtEnd)
    );
    assert_eq!(*document.plan(), after);
}

#[test]
fn a_new_change_ends_what_could_be_done_again() {
    let mut document = document();
    document.apply(set(Direction::Increase)).unwrap();
    document.undo();
    document.apply(set(Direction::Decrease)).unwrap();
    assert!(document.can_undo() && !document.can_redo());
}

#[test]
fn a_change_that_cannot_be_made_leaves_no_trace() {
    let mut document = document();
    let edit = Edit::SetDirection {
        indicator: Id::from("nowhere"),
        direction: Direction::Increase,
    };
    assert!(document.apply(edit).is_err());
    assert!(!document.can_undo());
}

#[test]
fn what_is_unsaved_is_known_edit_by_edit_until_the_whole_plan_is_another() {
    let mut document = document();
    document.apply(set(Direction::Increase)).unwrap();
    document.undo();
    assert_eq!(document.unsaved().map(|edits| edits.len()), Some(2));
    document.note_saved();
    assert_eq!(document.unsaved(), Some(Vec::new()));
    let plan = Box::default();
    document.apply(Edit::Replace { plan }).unwrap();
    document.undo();
    assert_eq!(document.unsaved(), None);
}

/// Fault 42: of a day's changes the last ones can be taken back; the others are no longer held.
#[test]
fn no_more_changes_are_held_than_can_be_taken_back() {
    let mut document = document();
    for made in 0..2 * STEPS {
        let direction = [Direction::Increase, Direction::Decrease][made % 2];
        document.apply(set(direction)).unwrap();
        document.note_saved();
    }
    let walks = (0..=STEPS).map(|_| document.undo());
    assert_eq!(walks.filter(|walk| *walk == Walk::Done).count(), STEPS);
    assert_eq!((document.undo.len(), document.redo.len()), (0, STEPS));
}
