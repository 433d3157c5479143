//! What every store must do, whatever it is made of. Each engine's tests run
//! this against itself.

mod logs;
mod rows;
mod turns;

use std::sync::mpsc::{Sender, channel};

use super::{Act, Keep, Reads, Store, TableId, Turn, Writes};

/// Runs all of it, each part against a new and empty store.
///
/// # Panics
/// Where the store does not do what a store must.
pub fn run<S: Store>(make: &dyn Fn() -> S) {
    rows::rows_come_back(&make());
    rows::tables_are_apart(&make());
    rows::a_list_is_of_one_prefix_in_order(&make());
    rows::an_act_is_whole_or_not_at_all(&make());
    rows::an_act_sees_its_own_changes_and_a_look_sees_only_what_is_done(&make());
    logs::a_log_only_grows(&make());
    logs::a_log_is_read_in_parts(&make());
    logs::what_was_undone_may_be_done_again(&make());
    logs::old_entries_are_gathered_into_one(&make());
    logs::what_is_gathered_lies_between_what_is_added(&make());
    logs::what_was_gathered_and_undone_is_as_it_was(&make());
    logs::a_log_may_have_any_number(&make());
    logs::everything_is_walked_once(&make());
    turns::acts_come_one_after_another(&make());
    turns::a_refused_act_takes_nobody_with_it(&make());
    rows::big_things_come_back(&make());
}

/// Runs what two stores over the same database must do, or one store twice,
/// whose looks and acts go on beside each other.
///
/// # Panics
/// Where they do not do what they must.
pub fn run_with_others<S: Store>(one: &S, other: &S) {
    turns::a_look_is_of_one_moment(one, other);
    turns::acts_of_two_stores_come_one_after_another(one, other);
}

/// Does it and waits until it is done.
fn act<T: Send + 'static>(
    store: &dyn Store,
    run: impl FnOnce(&mut dyn Writes) -> (Keep, T) + Send + 'static,
) -> T {
    let (tell, told): (Sender<T>, _) = channel();
    let (finish, finished) = channel();
    store
        .write(Act {
            turn: Turn::Whole,
            run: Box::new(move |tables| {
                let (keep, value) = run(tables);
                tell.send(value).ok();
                keep
            }),
            done: Box::new(move |outcome| {
                finish.send(outcome).ok();
            }),
        })
        .unwrap_or_else(|error| unreachable!("an idle store is not busy: {error}"));
    assert_eq!(finished.recv(), Ok(Ok(())), "the act is told done");
    told.recv().unwrap_or_else(|error| unreachable!("the act ran: {error}"))
}

fn look<T: Send + 'static>(
    store: &dyn Store,
    run: impl FnOnce(&dyn Reads) -> T + Send + 'static,
) -> T {
    let (tell, told) = channel();
    store
        .read(Box::new(move |tables| {
            tell.send(tables.map(run)).ok();
        }))
        .unwrap_or_else(|error| unreachable!("an idle store is not busy: {error}"));
    match told.recv() {
        Ok(Ok(value)) => value,
        other => unreachable!("a look is answered: {:?}", other.map(Result::err)),
    }
}

fn keep(store: &dyn Store, table: TableId, key: &'static [u8], row: &'static [u8]) {
    let kept = act(store, move |tables| (Keep::Yes, tables.put(table, key, row)));
    assert_eq!(kept, Ok(()));
}

fn get(store: &dyn Store, table: TableId, key: &'static [u8]) -> Option<Vec<u8>> {
    look(store, move |tables| tables.get(table, key)).unwrap_or_default()
}
