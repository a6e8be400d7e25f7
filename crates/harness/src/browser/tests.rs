mod site;

use super::*;

fn page(viewport: Viewport) -> (Browser, Page, String) {
    let address = site::serve();
    let browser = Browser::start();
    let page = browser.page(viewport);
    page.goto(&address);
    (browser, page, address)
}

/// What the sentence of a failing call says.
fn failure(call: impl FnOnce()) -> String {
    let panic = std::panic::catch_unwind(std::panic::AssertUnwindSafe(call)).unwrap_err();
    *panic.downcast::<String>().unwrap()
}

#[test]
fn a_form_is_filled_by_label_and_sent_with_enter() {
    let (_browser, page, address) = page(Viewport::PHONE);
    page.fill("label=Adresse", "avant");
    page.fill("label=Adresse", "élise+bar@example.org");
    assert_eq!(page.value("input[name=email]"), "élise+bar@example.org");
    page.fill("label=Jour", "2026-06-15");
    page.fill("label=Salle", "Atelier");
    assert_eq!(
        (page.value("[name=day]"), page.value("select")),
        ("2026-06-15".into(), "2".into())
    );
    page.click("label=Adresse");
    page.press("Enter");
    assert_eq!(
        (page.text("h1"), page.url()),
        ("Merci".into(), format!("{address}/thanks"))
    );
    page.click("text=Retour");
    assert_eq!(page.text("h1"), "Accueil");
    assert_eq!(page.console_errors(), Vec::<String>::new());
}

#[test]
fn a_refused_form_is_a_page_like_another() {
    let (_browser, page, _) = page(Viewport::DESKTOP);
    page.click("text=Envoyer");
    assert_eq!(
        (page.text("#refusal"), page.status()),
        ("Il manque une adresse.".into(), 422)
    );
    assert_eq!(page.console_errors(), Vec::<String>::new());
}

#[test]
fn everything_but_scripts_works_without_scripts() {
    let (_browser, page, _) = page(Viewport::DESKTOP.without_javascript());
    page.click("#later");
    assert_eq!(page.text("#part"), "rien");
    page.fill("[name=email]", "a@example.org");
    page.click("text=Envoyer");
    assert_eq!(page.text("h1"), "Merci");
    page.screenshot(page.downloads.path().join("merci.png"));
}

#[test]
fn a_click_waits_for_the_requests_it_sets_off() {
    let (_browser, page, _) = page(Viewport::DESKTOP);
    page.click("text=Plus tard");
    assert_eq!(page.text("#part"), "chargé plus tard");
    page.wait_for_text("chargé  plus tard");
}

#[test]
fn a_thing_is_dragged_with_the_mouse() {
    let (_browser, page, _) = page(Viewport::TABLET);
    assert_eq!(page.text("#dropped"), "pas encore");
    page.drag("#from", "#target");
    assert_eq!(page.text("#dropped"), "déposé");
}

#[test]
fn a_file_goes_up_and_another_comes_down() {
    let (_browser, page, _) = page(Viewport::DESKTOP);
    let file = page.downloads.path().join("members.csv");
    std::fs::write(&file, "name").unwrap();
    page.upload("label=Fichier", &file);
    assert!(page.value("[type=file]").ends_with("members.csv"));
    assert_eq!(page.download("text=Facture"), b"number;amount\n1;12,50\n");
    assert_eq!(page.text("h1"), "Accueil");
}

#[test]
fn what_cannot_be_pressed_is_told_with_what_was_on_the_page() {
    let (_browser, page, _) = page(Viewport::DESKTOP);
    page.set_patience(2);
    let covered = failure(|| page.click("#covered"));
    assert!(
        covered.contains("it is covered by <div id=\"cover\">"),
        "{covered}"
    );
    assert!(covered.contains("title:  Accueil"), "{covered}");
    assert!(failure(|| page.click("text=Fermé")).contains("it is disabled"));
}

#[test]
fn what_is_not_there_is_told_with_what_was_on_the_page() {
    let (_browser, page, _) = page(Viewport::DESKTOP);
    page.set_patience(2);
    let absent = failure(|| page.wait_for("#nowhere"));
    assert!(
        absent.contains("waited in vain for `#nowhere`") && absent.contains("Dessous"),
        "{absent}"
    );
    assert!(failure(|| page.click("][")).contains("is no locator"));
    assert!(!page.exists("#nowhere"));
    page.wait_for_absence("#nowhere");
}

#[test]
fn a_breach_of_the_security_policy_is_an_error() {
    let (_browser, page, address) = page(Viewport::DESKTOP);
    page.goto(&format!("{address}/inline"));
    let errors = page.console_errors().join("\n");
    assert!(
        errors.contains("inline style") && errors.contains("inline script"),
        "{errors}"
    );
    page.evaluate("setTimeout(() => { throw new Error('odd') })");
    page.until("the exception", || {
        page.console_errors().join("\n").contains("odd").then_some(())
    });
}

#[test]
fn axe_finds_an_unnamed_field_and_nothing_on_a_sound_page() {
    let (_browser, page, address) = page(Viewport::DESKTOP.dark());
    let found = page.axe();
    assert!(
        found.is_empty(),
        "{}",
        found.iter().map(ToString::to_string).collect::<String>()
    );
    page.goto(&format!("{address}/poor"));
    let rules: Vec<String> = page.axe().into_iter().map(|violation| violation.rule).collect();
    assert!(
        rules.contains(&"label".into()) && rules.contains(&"image-alt".into()),
        "{rules:?}"
    );
}

#[test]
fn the_weight_of_a_page_is_what_went_over_the_wire() {
    let (_browser, page, address) = page(Viewport::DESKTOP);
    let requests = page.requests();
    let urls: Vec<&str> = requests.iter().map(|request| request.url.as_str()).collect();
    let expected = [
        format!("{address}/"),
        format!("{address}/style.css"),
        format!("{address}/script.js"),
    ];
    assert!(
        expected.iter().all(|url| urls.contains(&url.as_str())),
        "{urls:?}"
    );
    assert!(
        requests
            .iter()
            .all(|request| request.bytes > 100 && request.status == 200),
        "{requests:?}"
    );
    page.goto(&format!("{address}/nowhere"));
    assert_eq!(page.status(), 404);
    assert!(
        page.requests()
            .iter()
            .all(|request| !request.url.ends_with("8080/"))
    );
}

#[test]
fn pages_share_neither_colours_nor_cookies() {
    let (browser, light, address) = page(Viewport::DESKTOP);
    let dark = browser.page(Viewport::PHONE.dark());
    dark.goto(&address);
    let background = "getComputedStyle(document.body).backgroundColor";
    assert_eq!(light.evaluate(background), "rgb(255, 255, 255)");
    assert_eq!(dark.evaluate(background), "rgb(17, 17, 17)");
    assert_eq!(
        (light.evaluate("innerWidth"), dark.evaluate("innerWidth")),
        (1440.into(), 360.into())
    );
    light.evaluate("document.cookie = 'who=light'");
    assert_eq!(light.evaluate("document.cookie"), "who=light");
    assert_eq!(dark.evaluate("document.cookie"), "");
}

#[test]
fn a_picture_shows_the_whole_page_or_the_view() {
    let (_browser, page, _) = page(Viewport::PHONE);
    let (whole, view) = (
        page.downloads.path().join("whole.png"),
        page.downloads.path().join("sub/view.png"),
    );
    page.screenshot(&whole);
    page.screenshot_of_view(&view);
    // Width and height stand in the header of a PNG.
    let size = |path| {
        let bytes = std::fs::read(path).unwrap();
        [16, 20].map(|at| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap()))
    };
    assert_eq!(size(&view), [360, 800]);
    let [width, height] = size(&whole);
    assert!(width == 360 && height > 1500, "{width} × {height}");
}

#[test]
fn a_page_too_wide_for_a_phone_says_by_how_much() {
    let (_browser, page, address) = page(Viewport::PHONE);
    assert_eq!(page.overflow(), 0);
    page.goto(&format!("{address}/wide"));
    assert!((90..=110).contains(&page.overflow()), "{}", page.overflow());
}

#[test]
fn the_vendored_axe_is_the_published_one() {
    use sha2::Digest as _;
    let sum = data_encoding::HEXLOWER.encode(&sha2::Sha256::digest(axe::AXE));
    assert!(include_str!("../../assets/README.md").contains(&sum), "{sum}");
}
