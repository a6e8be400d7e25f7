//! Passwords into hashes, slowly on purpose and never on the thread that writes the database.

use crate::rules::password::Password;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use platform::Fault;
use platform::clock::Entropy;
use tokio::sync::Semaphore;

/// How many hashes are computed at once, so that a crowd at the door neither fills the memory (19 MiB each) nor takes
/// every core from those inside.
static GATE: Semaphore = Semaphore::const_new(2);

/// A hash that no password has: checked when there is no account, so that the answer takes as long.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$Tm9ib2R5TGl2ZXNIZXJl$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// argon2id with 19 MiB, two passes, one lane (OWASP Password Storage Cheat Sheet, 2025).
fn hasher() -> Result<Argon2<'static>, Fault> {
    let parameters = Params::new(19_456, 2, 1, None).map_err(Fault::internal)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, parameters))
}

/// The hash of a password in PHC form, with its salt: for the command line and the demonstration, which may wait.
///
/// # Errors
/// [`Fault::Internal`] when the hash cannot be computed.
pub fn hash_password(password: &Password, salt: [u8; 16]) -> Result<String, Fault> {
    let hash: PasswordHash = hasher()?
        .hash_password_with_salt(password.secret(), &salt)
        .map_err(Fault::internal)?;
    Ok(hash.to_string())
}

/// Whether a password has this hash.
fn matches(password: &Password, hash: &str) -> Result<bool, Fault> {
    let hash = PasswordHash::new(hash).map_err(Fault::internal)?;
    Ok(hasher()?.verify_password(password.secret(), &hash).is_ok())
}

/// [`hash_password`] for pages: waits its turn, then works beside the requests.
pub(crate) async fn hash(password: Password, entropy: &Entropy) -> Result<String, Fault> {
    let salt = entropy.bytes();
    beside(move || hash_password(&password, salt)).await
}

/// Whether the password has the hash; without a hash the same time passes and the answer is no.
pub(crate) async fn verify(password: Password, hash: Option<String>) -> Result<bool, Fault> {
    beside(move || {
        let right = matches(&password, hash.as_deref().unwrap_or(NOBODY))?;
        Ok(right && hash.is_some())
    })
    .await
}

async fn beside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Fault> + Send + 'static,
) -> Result<T, Fault> {
    let _turn = GATE.acquire().await.map_err(Fault::internal)?;
    tokio::task::spawn_blocking(work).await.map_err(Fault::internal)?
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests may stop at the first surprise")]

    use super::{NOBODY, hash_password, matches, verify};
    use crate::rules::password::Password;

    #[test]
    fn a_hash_is_argon2id_at_the_cost_that_is_advised_and_nobody_costs_as_much() {
        const COST: &str = "$argon2id$v=19$m=19456,t=2,p=1$";
        let password = Password::parse("le chat dort").unwrap();
        let hash = hash_password(&password, [1; 16]).unwrap();
        assert!(hash.starts_with(COST) && NOBODY.starts_with(COST), "{hash}");
        assert_ne!(
            hash,
            hash_password(&password, [2; 16]).unwrap(),
            "the salt counts"
        );
        assert!(matches(&password, &hash).unwrap());
        assert!(!matches(&Password::parse("le chat veille").unwrap(), &hash).unwrap());
        assert!(!matches(&password, NOBODY).unwrap());
        assert!(matches(&password, "not a hash").is_err());
    }

    #[test]
    fn without_a_hash_no_password_is_right() {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let password = Password::parse("le chat dort").unwrap();
        assert!(!runtime.block_on(verify(password, None)).unwrap());
    }
}
