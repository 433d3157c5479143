//! Calendars over HTTP: making an address, telling the times, and following them.

use std::sync::Arc;

use record::api::{CalendarMade, CalendarTimes, Secret, paths};

use super::App;
use super::body::{Calendar, Json, Made, Nothing};
use super::policy::{Follower, SignedIn};
use crate::calendar;
use crate::refused::Refused;

type Answer<T> = Result<T, Refused>;

pub(super) async fn begin(app: Arc<App>, by: SignedIn, _: Nothing) -> Answer<Made<CalendarMade>> {
    let now = app.now();
    let secret = calendar::begin(&app.books, by.caller(), now).await?;
    let path = paths::FOLLOW.replace("{secret}", &secret);
    let address = Secret::new([by.origin(), &path].concat());
    Ok(Made(CalendarMade { address, made: now.seconds() }))
}

pub(super) async fn end(app: Arc<App>, by: SignedIn, _: Nothing) -> Answer<Nothing> {
    calendar::end(&app.books, by.caller().account).await?;
    Ok(Nothing)
}

pub(super) async fn set(
    app: Arc<App>,
    by: SignedIn,
    Json(times): Json<CalendarTimes>,
) -> Answer<Nothing> {
    calendar::set(&app.books, by.caller().account, times, app.now()).await?;
    Ok(Nothing)
}

pub(super) async fn follow(_: Arc<App>, by: Follower, _: Nothing) -> Answer<Calendar> {
    Ok(by.calendar())
}
