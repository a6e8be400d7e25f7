//! The languages of the program.

crate::codes! {
    /// A language in which every message exists.
    #[derive(Default)]
    pub enum Locale {
        /// French, the first language.
        #[default]
        Fr = "fr",
        /// English.
        En = "en",
    }
}
