//! The core for the browser, through wasm-bindgen. JSON on the wire, because
//! the browser's own decoder is several times faster than generated code.
//!
//! Runs in one dedicated worker, as the store's file system demands.

use std::cell::OnceCell;
use std::rc::Rc;
use std::sync::Arc;

use device::{Config, Engine, RequestId, SealingKey, ServerAddress, Shell, Storage};
use js_sys::Function;
use serde::de::DeserializeOwned;
use shared::effects::platform::{FileRead, PlatformOperation, PlatformOutput};
use shared::event::Event;
use shared::json;
use shared::screen::{Input, PickedFile};
use wasm_bindgen::prelude::*;
use zeroize::Zeroize;

use crate::wire::{self, Unreadable};

#[wasm_bindgen(typescript_custom_section)]
const OPTIONS: &str = r#"
/** What a core needs to be told before it starts. */
export interface CoreOptions {
  /** Names the directory in the browser's private file system; null to keep nothing. */
  name: string | null;
  /** 32 unpredictable bytes; everything at rest is sealed with them. */
  key: Uint8Array;
  /** The server's origin, as "https://…"; null where there is none. */
  server: string | null;
  /** There is a new page: JSON of `Page`. */
  onPage: (page: string) => void;
  /** Something to do: JSON of `Request`; a file's content comes beside it. Answer with `resolve`. */
  onEffect: (request: string, content: Uint8Array) => void;
}
"#;

#[wasm_bindgen]
extern "C" {
    /// `CoreOptions` above.
    #[wasm_bindgen(typescript_type = "CoreOptions")]
    pub type CoreOptions;
    #[wasm_bindgen(method, getter)]
    fn name(this: &CoreOptions) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn key(this: &CoreOptions) -> Vec<u8>;
    #[wasm_bindgen(method, getter)]
    fn server(this: &CoreOptions) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = onPage)]
    fn on_page(this: &CoreOptions) -> Function;
    #[wasm_bindgen(method, getter, js_name = onEffect)]
    fn on_effect(this: &CoreOptions) -> Function;
}

/// A running core.
#[wasm_bindgen]
pub struct WebCore {
    engine: Arc<Engine>,
}

#[wasm_bindgen]
impl WebCore {
    /// Starts a core. Nothing is read or sent until the first event, which is
    /// `Start`.
    ///
    /// # Errors
    /// A JS `Error` where the key or the server's address cannot be used.
    // Asynchronous for the caller's sake: starting may come to need waiting.
    #[allow(clippy::unused_async, reason = "the promise is part of the surface")]
    pub async fn create(options: CoreOptions) -> Result<WebCore, JsError> {
        std::panic::set_hook(Box::new(say_where));
        let mut key = options.key();
        let sealing = <[u8; 32]>::try_from(key.as_slice());
        key.zeroize();
        let sealing = sealing.map_err(|_| JsError::new("the key is not 32 bytes long"))?;
        let server = options.server().map(|address| ServerAddress::new(&address)).transpose()?;
        let storage = options.name().map_or(Storage::Memory, |name| Storage::Opfs { name });
        let told = Rc::new(OnceCell::new());
        let shell = Told {
            engine: told.clone(),
            on_page: options.on_page(),
            on_effect: options.on_effect(),
        };
        let config = Config { storage, key: SealingKey::new(sealing), server };
        let engine = Engine::start(config, Arc::new(shell))?;
        let _first = told.set(Arc::downgrade(&engine));
        Ok(Self { engine })
    }

    /// Hands the core an event: JSON of `Event`.
    ///
    /// # Errors
    /// A JS `Error` where the JSON is no event, or the core has stopped.
    pub fn update(&self, event: &str) -> Result<(), JsError> {
        Ok(self.engine.update(read::<Event>(event)?)?)
    }

    /// Hands the core a file that the person picked, whose bytes would be long
    /// as JSON. `content` is left out where the file is larger than the field
    /// takes.
    ///
    /// # Errors
    /// A JS `Error` where the core has stopped.
    #[wasm_bindgen(js_name = inputFile)]
    pub fn input_file(
        &self,
        form: String,
        field: String,
        name: String,
        size: f64,
        content: Option<Vec<u8>>,
    ) -> Result<(), JsError> {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
        let size = size as u64;
        let value = Input::File(PickedFile { name, size, content });
        Ok(self.engine.update(Event::Input(shared::event::FieldInput { form, field, value }))?)
    }

    /// Says what became of a request: JSON of `PlatformOutput`, the variant of the
    /// operation's name. The part of a file that was asked for comes beside it.
    ///
    /// # Errors
    /// A JS `Error` where the JSON is no outcome, nothing waits for it, or the
    /// core has stopped.
    pub fn resolve(&self, id: u32, output: &str, content: Option<Vec<u8>>) -> Result<(), JsError> {
        let mut output = read(output)?;
        if let (PlatformOutput::ReadFile(FileRead::Part(part)), Some(content)) =
            (&mut output, content)
        {
            *part = content;
        }
        Ok(self.engine.resolve(RequestId(id), output)?)
    }

    /// The latest page: JSON of `Page`.
    #[must_use]
    pub fn view(&self) -> String {
        json::text(&*self.engine.view())
    }
}

/// Tells the worker in the wire's own words.
struct Told {
    engine: Rc<OnceCell<std::sync::Weak<Engine>>>,
    on_page: Function,
    on_effect: Function,
}

impl Shell for Told {
    fn render(&self) {
        let engine = self.engine.get().and_then(std::sync::Weak::upgrade);
        let Some(page) = engine.map(|engine| json::text(&*engine.view())) else { return };
        let _fault = self.on_page.call1(&JsValue::NULL, &page.into());
    }

    fn platform(&self, id: RequestId, mut operation: PlatformOperation) {
        // Beside the JSON, because a list of numbers is four times as long.
        let content = match &mut operation {
            PlatformOperation::HandOver(file) => std::mem::take(&mut file.content),
            PlatformOperation::Media(chunk) => std::mem::take(&mut chunk.content),
            _ => Vec::new(),
        };
        let content = js_sys::Uint8Array::from(content.as_slice());
        let request = json::text(&wire::platform(id, operation));
        let _fault = self.on_effect.call2(&JsValue::NULL, &request.into(), &content);
    }
}

/// Reads an event or an outcome.
fn read<T: DeserializeOwned>(text: &str) -> Result<T, Unreadable> {
    json::read(text.as_bytes()).ok_or(Unreadable)
}

/// Says where a panic was, and nothing more: its words may hold what a person
/// wrote.
fn say_where(fault: &std::panic::PanicHookInfo<'_>) {
    let place = fault.location().map_or_else(String::new, ToString::to_string);
    web_sys::console::error_1(&format!("The core stopped at {place}").into());
}
