//! The typesetting engine: warm state, the files it may read, the PDF it writes.

use std::sync::LazyLock;

use serde::Serialize;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::PressFault;
use crate::fonts::Fonts;

/// Every file a template may name. Ids are interned once and for ever by typst, sixteen bits of
/// them: they must not depend on the document.
struct Files {
    invoice: Source,
    sheet: Source,
    style: Source,
    content: FileId,
    picture: FileId,
}

static FILES: LazyLock<Files> = LazyLock::new(|| Files {
    invoice: source("/invoice.typ", include_str!("../templates/invoice.typ")),
    sheet: source("/sheet.typ", include_str!("../templates/sheet.typ")),
    style: source("/style.typ", include_str!("../templates/style.typ")),
    content: file("/content.json"),
    picture: file("/picture"),
});

/// Which template typesets the content.
#[derive(Clone, Copy)]
pub(crate) enum Template {
    Invoice,
    Sheet,
}

/// What one render needs: the content as data, never as markup.
pub(crate) struct Order<'a> {
    pub template: Template,
    pub content: Vec<u8>,
    pub picture: Option<&'a [u8]>,
    /// Identifies the document for good: the same for each rendering of one invoice.
    pub ident: String,
}

/// The state that is worth keeping warm between two documents.
pub(crate) struct Typesetting {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Fonts,
}

impl Typesetting {
    pub(crate) fn new() -> Self {
        let fonts = Fonts::new();
        Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(fonts.book()),
            fonts,
        }
    }

    /// The bytes of the content file: JSON in which every character can be printed.
    pub(crate) fn content(&self, view: &impl Serialize) -> Result<Vec<u8>, PressFault> {
        let mut value = serde_json::to_value(view)?;
        self.fonts.make_printable(&mut value);
        Ok(serde_json::to_vec(&value)?)
    }

    pub(crate) fn pdf(&self, order: Order<'_>) -> Result<Vec<u8>, PressFault> {
        let options = PdfOptions {
            ident: Smart::Custom(order.ident.clone()),
            creator: Smart::Custom(Some("Tribu".into())),
            standards: PdfStandards::new(&[PdfStandard::A_3b, PdfStandard::Ua_1])
                .map_err(|refusal| PressFault::Typesetting(refusal.message().to_string()))?,
            ..PdfOptions::default()
        };
        let desk = Desk::new(self, order);
        let document = typst::compile::<PagedDocument>(&desk)
            .output
            .map_err(|found| fault(&found))?;
        let bytes = typst_pdf::pdf(&document, &options).map_err(|found| fault(&found));
        // What this document did not use is forgotten: the next one finds what invoices share, and memory stays flat.
        typst::comemo::evict(0);
        bytes
    }
}

/// One render's view of the world: its own content beside the shared state. No clock, no disk, no
/// network, no package.
struct Desk<'a> {
    shared: &'a Typesetting,
    template: Template,
    content: Bytes,
    picture: Option<Bytes>,
}

impl<'a> Desk<'a> {
    fn new(shared: &'a Typesetting, order: Order<'_>) -> Self {
        Self {
            shared,
            template: order.template,
            content: Bytes::new(order.content),
            picture: order.picture.map(|bytes| Bytes::new(bytes.to_vec())),
        }
    }
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.shared.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shared.book
    }

    fn main(&self) -> FileId {
        match self.template {
            Template::Invoice => FILES.invoice.id(),
            Template::Sheet => FILES.sheet.id(),
        }
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        [&FILES.invoice, &FILES.sheet, &FILES.style]
            .into_iter()
            .find(|source| source.id() == id)
            .cloned()
            .ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == FILES.content {
            Ok(self.content.clone())
        } else if id == FILES.picture {
            self.picture.clone().ok_or(FileError::AccessDenied)
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shared.fonts.get(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn file(path: &str) -> FileId {
    let path = VirtualPath::new(path).unwrap_or_else(|_| unreachable!("a literal path"));
    RootedPath::new(VirtualRoot::Project, path).intern()
}

fn source(path: &str, text: &str) -> Source {
    Source::new(file(path), text.to_owned())
}

fn fault(found: &[SourceDiagnostic]) -> PressFault {
    let said: Vec<&str> = found.iter().map(|one| one.message.as_str()).collect();
    PressFault::Typesetting(said.join("; "))
}
