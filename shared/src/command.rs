//! Commands, with little code for each. Of every future, and of every closure
//! that takes an answer, Crux makes a dozen functions of its own; boxed, they are
//! all the same to it.

use std::pin::Pin;

use crux_core::capability::Operation;
use crux_core::command::CommandContext;
use crux_core::{Command, Request};

use crate::app::{Cmd, Signal};
use crate::effects::Effect;

type Context = CommandContext<Effect, Signal>;
type Task = Pin<Box<dyn Future<Output = ()> + Send>>;

/// A command that does what a future does: `Command::new`.
pub(crate) fn run<F: Future<Output = ()> + Send + 'static>(
    task: impl FnOnce(Context) -> F + Send + 'static,
) -> Cmd {
    boxed(Box::new(|ctx| Box::pin(task(ctx))))
}

fn boxed(task: Box<dyn FnOnce(Context) -> Task + Send>) -> Cmd {
    Command::new(task)
}

/// A command that asks a port, and sends what comes of the answer:
/// `Command::request_from_shell` with `then_send`.
pub(crate) fn ask<O>(operation: O, then: impl FnOnce(O::Output) -> Signal + Send + 'static) -> Cmd
where
    O: Operation,
    Effect: From<Request<O>>,
{
    asked(operation, Box::new(then))
}

fn asked<O>(operation: O, then: Box<dyn FnOnce(O::Output) -> Signal + Send>) -> Cmd
where
    O: Operation,
    Effect: From<Request<O>>,
{
    run(|ctx| async move {
        let output = ctx.request_from_shell(operation).await;
        ctx.send_event(then(output));
    })
}
