//! All that the template can reach: itself, what stands on the page, pictures, fonts.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::NotMade;
use crate::fonts::FONTS;
use crate::sheet::Sheet;

const TEMPLATE: &str = include_str!("page.typ");
/// Where the template finds what stands on the page.
const PAGE: &str = "/page.json";

/// The pictures of Easy Read, by name.
pub(crate) const PICTURES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/pictures.rs"));

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// Where one page is set.
pub(crate) struct Desk {
    template: Source,
    page: Bytes,
}

fn at(path: &str) -> Result<FileId, NotMade> {
    let path = VirtualPath::new(path).map_err(|_| NotMade::NotSet)?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl Desk {
    pub(crate) fn of(sheet: &Sheet) -> Result<Self, NotMade> {
        let page = serde_json::to_vec(sheet).map_err(|_| NotMade::NotSet)?;
        let template = Source::new(at("/page.typ")?, TEMPLATE.to_owned());
        Ok(Self { template, page: Bytes::new(page) })
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() {
            Ok(self.template.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.get().vpath().get_with_slash();
        if path == PAGE {
            return Ok(self.page.clone());
        }
        let name = path.strip_prefix('/').and_then(|path| path.strip_suffix(".svg"));
        let found = PICTURES.iter().find(|(known, _)| Some(*known) == name);
        found.map(|(_, bytes)| Bytes::new(*bytes)).ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.all.get(index).cloned()
    }

    /// There is no clock here.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
