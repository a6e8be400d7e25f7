use super::*;

const PAGE: &str = "<!doctype html><html lang=fr><body><h1> Nouvelle\n <em>réservation</em></h1>
<form method=POST action=/bookings>
  <input type=hidden name=_csrf value=abc123>
  <label>Titre <input name=title value='Atelier &amp; café' aria-invalid=true aria-describedby='hint title-error'></label>
  <small id=hint></small><p id=title-error>Trop long</p>
  <input name=email value=elise@example.org>
  <select name=room><option value=1>Salon</option><option value=2 selected>Atelier</option></select>
  <select name=half><option>matin</option></select>
  <textarea name=note>
deux mots</textarea>
  <input type=checkbox name=visible checked><input type=checkbox name=whole value=1>
  <input name=closed disabled value=x><button name=go value=1>Envoyer</button>
</form>
<ul><li class=row>un</li><li class=row>deux  fois</li></ul></body></html>";

fn failure(call: impl FnOnce()) -> String {
    let panic = std::panic::catch_unwind(std::panic::AssertUnwindSafe(call)).unwrap_err();
    *panic.downcast::<String>().unwrap()
}

#[test]
fn texts_are_read_with_single_spaces() {
    let html = Html::parse(PAGE);
    assert_eq!(html.text("h1"), "Nouvelle réservation");
    assert_eq!(html.all(".row"), ["un", "deux fois"]);
    assert!(html.says("Nouvelle  réservation") && !html.says("annulée"));
    assert_eq!((html.count("li"), html.exists("table")), (2, false));
}

#[test]
fn the_error_of_a_field_is_the_one_a_screen_reader_finds() {
    let html = Html::parse(PAGE);
    assert_eq!(html.field_error("title").as_deref(), Some("Trop long"));
    assert_eq!(html.field_error("email"), None);
    assert_eq!(
        html.field_errors(),
        BTreeMap::from([("title".to_owned(), "Trop long".to_owned())])
    );
}

#[test]
fn a_field_marked_invalid_without_a_message_stops_the_test() {
    let html = Html::parse("<input name=day aria-invalid=true>");
    assert!(failure(|| drop(html.field_error("day"))).contains("nothing describes why"));
}

#[test]
fn a_form_sends_what_a_browser_would_send() {
    let html = Html::parse(PAGE);
    let form = html.form("form");
    assert_eq!(
        (form.action.as_str(), form.method.as_str()),
        ("/bookings", "post")
    );
    assert_eq!(
        form.body(),
        "_csrf=abc123&title=Atelier+%26+caf%C3%A9&email=elise%40example.org&room=2&half=matin\
         &note=deux+mots&visible=on"
    );
    let changed = form.with("room", "1").and("whole", "1").body();
    assert!(
        changed.contains("&room=1&") && changed.ends_with("&whole=1"),
        "{changed}"
    );
    assert_eq!(html.hidden("_csrf"), "abc123");
}

#[test]
fn what_is_missing_stops_the_test_with_the_text_of_the_page() {
    let html = Html::parse(PAGE);
    let absent = failure(|| drop(html.text("h2")));
    assert!(
        absent.contains("nothing on the page is `h2`") && absent.contains("Nouvelle"),
        "{absent}"
    );
    assert!(failure(|| drop(html.form("form").with("colour", "red"))).contains("has no field colour"));
    assert!(failure(|| drop(html.all("]["))).contains("is no selector"));
}

#[test]
fn attributes_are_read_one_or_all() {
    let html = Html::parse("<a href=/a>a</a><a>b</a><a href=/c>c</a>");
    assert_eq!(html.attribute("a", "href").as_deref(), Some("/a"));
    assert_eq!(html.attributes("a", "href"), ["/a", "/c"]);
}
