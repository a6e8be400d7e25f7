//! Who may change somebody's e-mail address: it is the key to their account.

use super::person::PersonRefusal;
use kernel::Role;

/// What is known of the person whose address would change, and of who would change it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct EmailChange<'a> {
    /// Whether they have an account.
    pub(crate) has_account: bool,
    /// The roles they hold or will hold.
    pub(crate) roles: &'a [Role],
    /// Whether the actor may give roles.
    pub(crate) by_administrator: bool,
    /// Whether the actor is that very person, and has just proven it.
    pub(crate) by_themself: bool,
    /// Whether an address would be left.
    pub(crate) leaves_an_address: bool,
}

/// Whether the address may change: whoever holds the address of an account can open it.
pub(crate) fn may_change_email(change: EmailChange<'_>) -> Result<(), PersonRefusal> {
    let protected = change.has_account || change.roles.iter().any(|role| super::role::is_of_the_team(*role));
    if protected && !change.by_administrator && !change.by_themself {
        return Err(PersonRefusal::EmailProtected);
    }
    if change.has_account && !change.leaves_an_address {
        return Err(PersonRefusal::EmailNeeded);
    }
    Ok(())
}
