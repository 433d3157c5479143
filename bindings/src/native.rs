//! The core for Kotlin and Swift, through `UniFFI`. Bincode on the wire.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;

use crux_core::bridge::{BincodeFfiFormat, EffectId, FfiFormat, Request};
use crux_core::render::RenderOperation;
use device::{Config, Engine, EngineError, RequestId, SealingKey, ServerAddress, Shell, Storage};
use serde::Serialize;
use shared::effects::ShellEffectFfi;
use shared::effects::platform::PlatformOperation;
use zeroize::Zeroize;

use crate::wire::{self, Unreadable};

/// What a core needs to be told before it starts.
#[derive(uniffi::Record)]
pub struct CoreConfig {
    /// The directory that the core may keep its file in; none to keep nothing.
    pub directory: Option<String>,
    /// 32 unpredictable bytes that the platform keeps safe (Keychain,
    /// Keystore). Everything at rest is sealed with them.
    pub key: Vec<u8>,
    /// The care team's server, as `https://…`; none where there is none.
    pub server: Option<String>,
}

/// Why the core did not do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub enum CoreError {
    /// The key is not 32 bytes.
    #[error("the key is not 32 bytes long")]
    BadKey,
    /// The server's address cannot be used.
    #[error("the server's address cannot be used")]
    BadServer,
    /// The bytes are no event, or no outcome, of this version of the core.
    #[error("the core could not read what the shell sent")]
    Unreadable,
    /// Nothing waits for this outcome: it came before, or was never asked for.
    #[error("nothing waits for this outcome")]
    UnknownRequest,
    /// The core has stopped by a fault of its own, or could not start. Start a
    /// new one: what a page said was saved is still there.
    #[error("the core has stopped")]
    Stopped,
}

impl From<Unreadable> for CoreError {
    fn from(_: Unreadable) -> Self {
        Self::Unreadable
    }
}

impl From<EngineError> for CoreError {
    fn from(error: EngineError) -> Self {
        match error {
            EngineError::Stopped => Self::Stopped,
            EngineError::UnknownRequest => Self::UnknownRequest,
        }
    }
}

/// A shell failed while it was being told something. The core goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub enum ShellFault {
    /// It threw.
    #[error("the shell failed")]
    Failed,
}

impl From<uniffi::UnexpectedUniFFICallbackError> for ShellFault {
    fn from(_: uniffi::UnexpectedUniFFICallbackError) -> Self {
        Self::Failed
    }
}

/// What the core asks of a shell.
#[uniffi::export(with_foreign)]
pub trait CoreShell: Send + Sync {
    /// Takes the core's requests: bincode of `Requests`. `Render` means that
    /// [`Core::view`] has a new page, and wants no answer; anything else is
    /// answered with [`Core::resolve`].
    ///
    /// Called on the core's own thread: hop to the main thread and return.
    ///
    /// # Errors
    /// Ignored: what a shell could not do, it says with [`Core::resolve`].
    fn requests(&self, requests: Vec<u8>) -> Result<(), ShellFault>;
}

/// A running core.
#[derive(uniffi::Object)]
pub struct Core {
    engine: Arc<Engine>,
}

#[uniffi::export]
#[allow(
    clippy::needless_pass_by_value,
    reason = "UniFFI's `&[u8]` asks Kotlin for a buffer outside its heap"
)]
impl Core {
    /// Starts a core. Nothing is read or sent until the first event, which is
    /// `Start`.
    ///
    /// # Errors
    /// [`CoreError::BadKey`], [`CoreError::BadServer`], or
    /// [`CoreError::Stopped`] where the system gave no thread.
    #[uniffi::constructor]
    pub fn new(config: CoreConfig, shell: Arc<dyn CoreShell>) -> Result<Arc<Self>, CoreError> {
        guarded(move || {
            let engine = Engine::start(config.checked()?, Arc::new(Told { shell }))
                .map_err(|_| CoreError::Stopped)?;
            Ok(Arc::new(Self { engine }))
        })
    }

    /// Hands the core an event: bincode of `Event`. Returns at once.
    ///
    /// # Errors
    /// [`CoreError::Unreadable`]; [`CoreError::Stopped`].
    pub fn update(&self, event: Vec<u8>) -> Result<(), CoreError> {
        guarded(|| {
            let event = wire::read::<BincodeFfiFormat, _>(&event)?;
            Ok(self.engine.update(event)?)
        })
    }

    /// Says what became of a request: bincode of `PlatformOutput`, the variant of
    /// the operation's name. Returns at once.
    ///
    /// # Errors
    /// [`CoreError::UnknownRequest`]; [`CoreError::Unreadable`], after which
    /// the request still waits; [`CoreError::Stopped`].
    pub fn resolve(&self, id: u32, output: Vec<u8>) -> Result<(), CoreError> {
        guarded(|| {
            let output = wire::read::<BincodeFfiFormat, _>(&output)?;
            Ok(self.engine.resolve(RequestId(id), output)?)
        })
    }

    /// The latest page: bincode of `Page`.
    ///
    /// # Errors
    /// [`CoreError::Stopped`].
    pub fn view(&self) -> Result<Vec<u8>, CoreError> {
        guarded(|| written(&*self.engine.view()))
    }
}

impl CoreConfig {
    fn checked(mut self) -> Result<Config, CoreError> {
        let key = <[u8; 32]>::try_from(self.key.as_slice()).map_err(|_| CoreError::BadKey);
        self.key.zeroize();
        let server = self
            .server
            .map(|address| ServerAddress::new(&address))
            .transpose()
            .map_err(|_| CoreError::BadServer)?;
        let storage = match self.directory {
            Some(directory) => Storage::Directory(PathBuf::from(directory)),
            None => Storage::Memory,
        };
        Ok(Config { storage, key: SealingKey::new(key?), server })
    }
}

/// Turns a panic, which would be a fault of ours, into an error.
fn guarded<T>(act: impl FnOnce() -> Result<T, CoreError>) -> Result<T, CoreError> {
    catch_unwind(AssertUnwindSafe(act)).unwrap_or(Err(CoreError::Stopped))
}

/// Only a fault of the core could keep a value from being written.
fn written(value: &impl Serialize) -> Result<Vec<u8>, CoreError> {
    let mut bytes = Vec::new();
    BincodeFfiFormat::serialize(&mut bytes, value).map_err(|_| CoreError::Stopped)?;
    Ok(bytes)
}

/// Tells the shell in the wire's own words.
struct Told {
    shell: Arc<dyn CoreShell>,
}

impl Told {
    fn tell(&self, request: Request<ShellEffectFfi>) {
        let Ok(bytes) = written(&[request].as_slice()) else { return };
        // A shell that fails while it is told is told again by the next page.
        let _fault = self.shell.requests(bytes);
    }
}

impl Shell for Told {
    fn render(&self) {
        self.tell(Request { id: EffectId(0), effect: ShellEffectFfi::Render(RenderOperation) });
    }

    fn platform(&self, id: RequestId, operation: PlatformOperation) {
        self.tell(wire::platform(id, operation));
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Receiver, Sender, channel};
    use std::time::Duration;

    use shared::event::{Event, Launch};
    use shared::screen::Page;

    use super::*;

    struct Heard(Sender<Vec<u8>>);

    impl CoreShell for Heard {
        fn requests(&self, requests: Vec<u8>) -> Result<(), ShellFault> {
            self.0.send(requests).map_err(|_| ShellFault::Failed)
        }
    }

    fn config() -> CoreConfig {
        CoreConfig { directory: None, key: vec![7; 32], server: None }
    }

    fn started() -> (Arc<Core>, Receiver<Vec<u8>>) {
        let (heard, requests) = channel();
        (Core::new(config(), Arc::new(Heard(heard))).unwrap(), requests)
    }

    #[test]
    fn a_bad_key_or_address_is_an_error() {
        let (heard, _requests) = channel();
        let shell: Arc<dyn CoreShell> = Arc::new(Heard(heard));
        let short = CoreConfig { key: vec![7; 31], ..config() };
        assert_eq!(Core::new(short, shell.clone()).err(), Some(CoreError::BadKey));
        let open = CoreConfig { server: Some("http://care.example.org".into()), ..config() };
        assert_eq!(Core::new(open, shell).err(), Some(CoreError::BadServer));
    }

    #[test]
    fn what_cannot_be_read_is_an_error_and_the_core_goes_on() {
        let (core, requests) = started();
        assert_eq!(core.update(vec![0xff; 9]), Err(CoreError::Unreadable));
        assert_eq!(core.update(Vec::new()), Err(CoreError::Unreadable));
        // A length that no memory holds.
        let mut huge = vec![2, 0, 0, 0];
        huge.extend([0xff; 8]);
        assert_eq!(core.update(huge), Err(CoreError::Unreadable));
        let saved = written(&shared::effects::platform::PlatformOutput::HandOver(
            shared::effects::platform::Handed::Saved,
        ))
        .unwrap();
        assert_eq!(core.resolve(3, saved), Err(CoreError::UnknownRequest));

        core.update(written(&Event::Start(Launch::default())).unwrap()).unwrap();
        let request = requests.recv_timeout(Duration::from_secs(20)).unwrap();
        let render = [Request { id: EffectId(0), effect: ShellEffectFfi::Render(RenderOperation) }];
        assert_eq!(request, written(&render.as_slice()).unwrap());
        let page: Page = wire::read::<BincodeFfiFormat, _>(&core.view().unwrap()).unwrap();
        assert!(!page.title.is_empty());
    }

    #[test]
    fn a_panic_comes_back_as_an_error() {
        assert_eq!(guarded::<()>(|| panic!("on purpose")), Err(CoreError::Stopped));
    }
}
