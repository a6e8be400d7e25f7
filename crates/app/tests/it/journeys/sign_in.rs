//! Coming in, and putting out everybody who came in under one's name.

use super::inspection::Inspection;
use super::served::Served;
use crate::world::PASSWORD;
use harness::Viewport;
use kernel::Role;

#[test]
fn a_wrong_password_is_refused_the_right_one_opens_and_other_devices_are_put_out() {
    let served = Served::with_roles(&[Role::Member]);
    let mut inspection = Inspection::new();
    let page = served.page(Viewport::DESKTOP, "/me/profile");
    page.wait_for_url("/sign-in");
    inspection.see(&page, "sign-in");
    page.fill("#email", "member@example.org");
    page.fill("#password", "une phrase inventée");
    page.click("form.stack button");
    page.wait_for_text("ne vont pas ensemble");
    assert_eq!(page.status(), 422);
    assert_eq!(page.value("#email"), "member@example.org", "what was typed stays");
    assert_eq!(page.value("#password"), "", "but never a password");
    inspection.see(&page, "sign-in-refused");
    page.fill("#password", PASSWORD);
    page.press("Enter");
    page.wait_for_url("/me/profile");
    inspection.see(&page, "profile");
    let phone = served.signed_in(Role::Member, Viewport::PHONE, "/me/profile");
    served.go(&page, "/me/sessions");
    inspection.see(&page, "sessions");
    page.click("text=Déconnecter tous les autres");
    page.click("text=Confirmer");
    page.wait_for_text("Vos autres appareils sont déconnectés.");
    phone.reload();
    phone.wait_for_url("/sign-in");
    served.go(&page, "/me/profile");
    page.click(".account-button");
    page.click("text=Se déconnecter");
    page.wait_for_text("Vous êtes déconnecté.");
    served.go(&page, "/sign-in/link");
    inspection.see(&page, "sign-in-link");
    served.go(&page, "/password-reset");
    inspection.see(&page, "password-reset");
    served.go(&page, "/join");
    inspection.see(&page, "join");
    inspection.finish();
}
