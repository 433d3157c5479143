//! What travels between a core and its shell, and in which encoding.

#[cfg(not(target_arch = "wasm32"))]
use crux_core::bridge::FfiFormat;
use crux_core::bridge::{EffectId, Request};
use device::RequestId;
#[cfg(not(target_arch = "wasm32"))]
use serde::de::DeserializeOwned;
use shared::effects::ShellEffectFfi;
use shared::effects::files::FilesOperation;

/// The bytes are no event, or no outcome, of this version of the core. Says
/// nothing of their content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the core could not read what the shell sent")]
pub(crate) struct Unreadable;

#[cfg(not(target_arch = "wasm32"))]
/// Reads an event or an outcome.
pub(crate) fn read<F: FfiFormat, T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Unreadable> {
    F::deserialize(bytes).map_err(|_| Unreadable)
}

/// Asks the shell to hand over a file.
pub(crate) fn files(id: RequestId, operation: FilesOperation) -> Request<ShellEffectFfi> {
    Request { id: EffectId(id.0), effect: ShellEffectFfi::Files(operation) }
}
