//! Coming in with a passkey: added in a real browser, used instead of a password and after one, taken away.

use super::inspection::Inspection;
use super::served::Served;
use crate::world::PASSWORD;
use harness::{Page, Viewport};
use kernel::Role;

const USE: &str = "form[data-passkey=get] button";

/// A passkey is bound to a name: the house on this machine is `localhost`, whatever its number.
fn go(served: &Served, page: &Page, path: &str) {
    let address = served.address.replace("127.0.0.1", "localhost");
    page.goto(&format!("{address}{path}"));
    assert_eq!(page.status(), 200, "{path}");
}

fn sign_out(served: &Served, page: &Page) {
    go(served, page, "/me/profile");
    page.click(".account-button");
    page.click("text=Se déconnecter");
    page.wait_for_text("Vous êtes déconnecté.");
}

fn type_password(served: &Served, page: &Page) {
    go(served, page, "/sign-in");
    page.fill("#email", "member@example.org");
    page.fill("#password", PASSWORD);
    page.press("Enter");
    page.wait_for_absence("#password");
}

#[test]
fn a_member_adds_a_passkey_comes_in_by_it_alone_and_after_the_password_and_takes_it_away() {
    let served = Served::with_roles(&[Role::Member]);
    let mut inspection = Inspection::new();
    let page = served.browser.page(Viewport::DESKTOP);
    let device = page.plug_in_authenticator();
    type_password(&served, &page);
    go(&served, &page, "/me/second-factor");
    inspection.see(&page, "passkeys-none");
    page.fill("#name", "Téléphone d’essai");
    page.click("form[data-passkey=create] button");
    page.wait_for_text("Notez-les maintenant");
    inspection.see(&page, "passkeys-codes");
    assert_eq!(page.passkeys_in(&device), 1);
    go(&served, &page, "/me/second-factor");
    page.wait_for_text("Téléphone d’essai");
    page.click("form[data-passkey=create] button");
    page.wait_for_text("Cet appareil garde déjà une passkey");
    inspection.see(&page, "passkeys");

    sign_out(&served, &page);
    go(&served, &page, "/sign-in");
    inspection.see(&page, "sign-in-passkey");
    page.click(USE);
    page.wait_for_url("/me");

    sign_out(&served, &page);
    type_password(&served, &page);
    page.wait_for_text("Confirmez avec votre passkey");
    inspection.see(&page, "code-passkey");
    page.click(USE);
    page.wait_for_url("/me");

    go(&served, &page, "/me/second-factor");
    page.click("section[aria-labelledby=passkeys] .line-acts a");
    page.wait_for_text("Elle n’ouvrira plus votre compte");
    inspection.see(&page, "passkey");
    page.click("form[action$='/removal'] button");
    page.wait_for_text("La passkey est retirée");
    sign_out(&served, &page);
    go(&served, &page, "/sign-in");
    page.click(USE);
    page.wait_for_text("n’a pas pu être vérifiée");
    inspection.see(&page, "sign-in-passkey-refused");
    type_password(&served, &page);
    page.wait_for_url("/me");
    inspection.finish();
}

#[test]
fn where_passkeys_cannot_be_nothing_is_shown_of_them_and_the_password_opens_as_before() {
    let served = Served::with_roles(&[Role::Member]);
    let plain = served.browser.page(Viewport::PHONE.without_javascript());
    type_password(&served, &plain);
    go(&served, &plain, "/me/second-factor");
    plain.wait_for_text("demande un navigateur récent");
    assert!(!plain.exists("form[data-passkey=create] button"));
    let by_number = served.page(Viewport::DESKTOP, "/sign-in");
    by_number.wait_for("#password");
    assert!(!by_number.exists(USE), "a number is no name");
}
