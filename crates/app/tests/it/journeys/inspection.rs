//! What must hold on every page that a journey passes.

use harness::{Page, Viewport};

/// Collects what is wrong with the pages of a journey, so that one run tells all of it.
#[derive(Default)]
pub(super) struct Inspection {
    found: Vec<String>,
}

impl Inspection {
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// Looks at the page as it is now, narrow and wide, light and dark, and keeps pictures of it under `name`.
    pub(super) fn see(&mut self, page: &Page, name: &str) {
        let own = page.viewport();
        for viewport in Viewport::ALL {
            page.look_through(viewport);
            self.found.extend(page.barriers(name));
        }
        page.look_through(own);
        self.listen(page, name);
    }

    /// Whom the page asked, and words without a translation.
    fn listen(&mut self, page: &Page, name: &str) {
        let home = page.evaluate("location.origin + '/'");
        let home = home.as_str().unwrap_or_default();
        let strangers = page.requests().into_iter().map(|request| request.url);
        let strangers = strangers.filter(|url| !url.starts_with(home));
        self.found
            .extend(strangers.map(|url| format!("{name}: asks {url}")));
        let text = page.evaluate("document.documentElement.outerHTML.match(/⟦[^⟧]*⟧/g) ?? []");
        let untranslated = text.as_array().into_iter().flatten();
        self.found
            .extend(untranslated.map(|word| format!("{name}: no words for {word}")));
    }

    /// Fails with everything that was found.
    #[track_caller]
    pub(super) fn finish(mut self) {
        self.found.dedup();
        assert!(self.found.is_empty(), "{}", self.found.join("\n"));
    }
}
