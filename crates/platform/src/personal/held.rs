//! A table that holds something about people, as its owner declares it.

/// How a row means somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// By a column with the person.
    Person(&'static str),
    /// By a column with the account they sign in with.
    Account(&'static str),
    /// By a column with an address that is theirs.
    Address(&'static str),
    /// By a column with the row of another table that means them.
    Under {
        /// The column.
        column: &'static str,
        /// The other table, whose key is `id`.
        table: &'static str,
        /// How a row of the other table means them.
        owner: &'static Owner,
    },
}

impl Owner {
    /// The column of the table itself.
    #[must_use]
    pub const fn column(&self) -> &'static str {
        match self {
            Self::Person(column)
            | Self::Account(column)
            | Self::Address(column)
            | Self::Under { column, .. } => column,
        }
    }
}

/// What a column holds once its person is erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blank {
    /// Nothing.
    Null(&'static str),
    /// An empty text.
    Empty(&'static str),
}

/// What becomes of the rows of a table when their person is erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Erased {
    /// They stay: what they say tells nothing without the name, or the law keeps it.
    Stays,
    /// They go.
    Goes,
    /// They stay without these.
    Without(&'static [Blank]),
}

/// What becomes of the rows of somebody who is found to be somebody else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Merged {
    /// They become the other's.
    Moves,
    /// The owner of the table settles it itself.
    Settled,
    /// They become the other's, unless the other has one that is the same in these columns: then that one stays.
    Once {
        /// What must be the same; none, for a table with one row for each.
        same: &'static [&'static str],
        /// The column that is empty in rows that count; empty when all do.
        open: &'static str,
    },
}

/// A table that holds something about people.
#[derive(Debug, Clone, Copy)]
pub struct Held {
    /// Its name.
    pub table: &'static str,
    /// The ways in which a row is about somebody.
    pub owners: &'static [Owner],
    /// Columns with a person who did something.
    pub doers: &'static [&'static str],
    /// Columns with an account that did something.
    pub accounts: &'static [&'static str],
    /// Columns with an organisation.
    pub organisations: &'static [&'static str],
    /// What a person's own copy shows.
    pub shown: &'static [&'static str],
    /// Texts that may name anybody: names and addresses of an erased person are taken out of them.
    pub texts: &'static [&'static str],
    /// What is personal and not shown: secrets, and what belongs to the team.
    pub hidden: &'static [&'static str],
    /// When its person is erased.
    pub erased: Erased,
    /// When its person is found to be somebody else.
    pub merged: Merged,
}

impl Held {
    /// A table of which nothing is said yet: rows stay, and move.
    #[must_use]
    pub const fn table(table: &'static str) -> Self {
        Self {
            table,
            owners: &[],
            doers: &[],
            accounts: &[],
            organisations: &[],
            shown: &[],
            texts: &[],
            hidden: &[],
            erased: Erased::Stays,
            merged: Merged::Moves,
        }
    }

    /// Its rows are about somebody in these ways.
    #[must_use]
    pub const fn about(mut self, owners: &'static [Owner]) -> Self {
        self.owners = owners;
        self
    }

    /// These columns say which person did something.
    #[must_use]
    pub const fn done_by(mut self, doers: &'static [&'static str]) -> Self {
        self.doers = doers;
        self
    }

    /// These columns say which account did something.
    #[must_use]
    pub const fn done_with(mut self, accounts: &'static [&'static str]) -> Self {
        self.accounts = accounts;
        self
    }

    /// These columns hold an organisation.
    #[must_use]
    pub const fn of_organisation(mut self, organisations: &'static [&'static str]) -> Self {
        self.organisations = organisations;
        self
    }

    /// A person's own copy shows these columns.
    #[must_use]
    pub const fn showing(mut self, shown: &'static [&'static str]) -> Self {
        self.shown = shown;
        self
    }

    /// These texts may name anybody.
    #[must_use]
    pub const fn naming(mut self, texts: &'static [&'static str]) -> Self {
        self.texts = texts;
        self
    }

    /// These columns are personal and shown to nobody by a copy.
    #[must_use]
    pub const fn hiding(mut self, hidden: &'static [&'static str]) -> Self {
        self.hidden = hidden;
        self
    }

    /// Its rows go when their person is erased.
    #[must_use]
    pub const fn goes(mut self) -> Self {
        self.erased = Erased::Goes;
        self
    }

    /// Its rows stay without these when their person is erased.
    #[must_use]
    pub const fn without(mut self, blanks: &'static [Blank]) -> Self {
        self.erased = Erased::Without(blanks);
        self
    }

    /// There is one row for each person and these columns, among those in which `open` is empty; an empty `open` counts all.
    #[must_use]
    pub const fn once(mut self, same: &'static [&'static str], open: &'static str) -> Self {
        self.merged = Merged::Once { same, open };
        self
    }

    /// Its owner settles itself what becomes of its rows when two are one.
    #[must_use]
    pub const fn settled(mut self) -> Self {
        self.merged = Merged::Settled;
        self
    }

    /// Whether the declaration says anything of a column.
    #[must_use]
    pub fn names(&self, column: &str) -> bool {
        let lists = [
            self.doers,
            self.accounts,
            self.organisations,
            self.shown,
            self.texts,
            self.hidden,
        ];
        self.owners.iter().any(|owner| owner.column() == column)
            || lists.iter().any(|list| list.contains(&column))
    }
}
