//! Passkeys for a page: an authenticator that the browser itself plays.

use serde_json::json;

use super::page::Page;
use super::pipe::text;

impl Page {
    /// Gives this page's browser an authenticator inside the machine, whose holder always touches it and is always recognised;
    /// answers its name. It stays while the page does.
    pub fn plug_in_authenticator(&self) -> String {
        self.order("WebAuthn.enable", json!({ "enableUI": false }));
        let options = json!({
            "protocol": "ctap2", "transport": "internal", "hasResidentKey": true, "hasUserVerification": true,
            "isUserVerified": true, "automaticPresenceSimulation": true,
        });
        let made = self.order("WebAuthn.addVirtualAuthenticator", json!({ "options": options }));
        text(&made, "authenticatorId")
    }

    /// How many passkeys an authenticator keeps.
    pub fn passkeys_in(&self, authenticator: &str) -> usize {
        let asked = json!({ "authenticatorId": authenticator });
        let kept = self.order("WebAuthn.getCredentials", asked);
        kept["credentials"].as_array().map_or(0, Vec::len)
    }
}
