//! What stands in anybody's way on a page, whatever the page is.

use super::page::Page;

impl Page {
    /// Everything on the page as it is now that keeps somebody out, each told with `name` and the width: what breaks a
    /// rule of accessibility, scrolls sideways, or made the page complain to its console.
    ///
    /// Keeps a picture of the page under `name` too, when pictures were asked for.
    #[track_caller]
    pub fn barriers(&self, name: &str) -> Vec<String> {
        let viewport = self.viewport();
        let tone = if viewport.dark { " dark" } else { "" };
        let at = format!("{name} at {}{tone}", viewport.width);
        self.look(name);
        let mut found: Vec<String> = self
            .axe()
            .iter()
            .map(|broken| format!("{at}: {broken}"))
            .collect();
        if self.overflow() > 0 {
            found.push(format!("{at}: scrolls sideways by {} pixels", self.overflow()));
        }
        found.extend(self.console_errors().iter().map(|error| format!("{at}: {error}")));
        found
    }
}
