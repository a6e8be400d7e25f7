//! A site of a few pages, strict as the product is, to try the browser on.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::thread;

const POLICY: &str = "default-src 'self'; form-action 'self'";

/// Serves the site on a free port of this machine until the test ends; returns its address.
pub(super) fn serve() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for connection in listener.incoming().flatten() {
            thread::spawn(move || answer(connection));
        }
    });
    format!("http://{address}")
}

fn answer(connection: TcpStream) -> Option<()> {
    let mut reader = BufReader::new(connection.try_clone().ok()?);
    let mut first = String::new();
    reader.read_line(&mut first).ok()?;
    let mut words = first.split(' ');
    let (method, path) = (words.next()?.to_owned(), words.next()?.to_owned());
    let mut length = 0;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().ok()?;
        }
        if line.trim().is_empty() {
            break;
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    let (status, kind, content) = route(&method, &path, &String::from_utf8_lossy(&body));
    let disposition = if path == "/bill.csv" {
        "Content-Disposition: attachment\r\n"
    } else {
        ""
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\
         Content-Security-Policy: {POLICY}\r\n{disposition}{}\r\n",
        content.len(),
        if status.starts_with("303") {
            "Location: /thanks\r\n"
        } else {
            ""
        },
    );
    (&connection).write_all(head.as_bytes()).ok()?;
    (&connection).write_all(content.as_bytes()).ok()
}

fn route(method: &str, path: &str, body: &str) -> (&'static str, &'static str, String) {
    const HTML: &str = "text/html; charset=utf-8";
    match (method, path) {
        ("GET", "/") => ("200 OK", HTML, page("Accueil", FORM)),
        ("POST", "/messages") if body.starts_with("email=&") => (
            "422 Unprocessable Content",
            HTML,
            page("Refus", "<p id=refusal>Il manque une adresse.</p>"),
        ),
        ("POST", "/messages") => ("303 See Other", HTML, String::new()),
        ("GET", "/thanks") => (
            "200 OK",
            HTML,
            page("Merci", "<p>Bien reçu.</p><a href=/>Retour</a>"),
        ),
        ("GET", "/inline") => (
            "200 OK",
            HTML,
            page("Fautes", "<p style='color:red'>x</p><script>1</script>"),
        ),
        ("GET", "/wide") => ("200 OK", HTML, page("Large", "<p class=wide>large</p>")),
        ("GET", "/poor") => (
            "200 OK",
            HTML,
            page("Pauvre", "<input name=a><img src=/style.css>"),
        ),
        ("GET", "/bill.csv") => ("200 OK", "text/csv", "number;amount\n1;12,50\n".to_owned()),
        ("GET", "/style.css") => ("200 OK", "text/css", STYLE.to_owned()),
        ("GET", "/script.js") => ("200 OK", "text/javascript", SCRIPT.to_owned()),
        ("GET", "/part") => ("200 OK", HTML, "chargé plus tard".to_owned()),
        ("GET", "/favicon.ico") => ("200 OK", "image/x-icon", String::new()),
        _ => ("404 Not Found", HTML, page("Introuvable", "<p>Rien ici.</p>")),
    }
}

fn page(title: &str, main: &str) -> String {
    format!(
        "<!doctype html><html lang=fr><head><title>{title}</title><meta charset=utf-8>\
         <meta name=viewport content='width=device-width,initial-scale=1'>\
         <link rel=stylesheet href=/style.css><script src=/script.js defer></script></head>\
         <body><main><h1>{title}</h1>{main}</main></body></html>"
    )
}

const FORM: &str = "<form method=post action=/messages>\
 <p><label>Adresse <input name=email></label></p>\
 <p><label>Jour <input type=date name=day></label></p>\
 <p><label>Salle <select name=room><option value=1>Salon<option value=2>Atelier</select></label></p>\
 <p><label>Fichier <input type=file name=file></label></p>\
 <button>Envoyer</button></form>\
 <p><button id=later type=button>Plus tard</button> <span id=part>rien</span></p>\
 <p><a href=/bill.csv>Facture</a></p>\
 <div class=box id=from>De</div><div class=box id=target>Vers</div><p id=dropped>pas encore</p>\
 <button id=covered type=button>Dessous</button><button disabled>Fermé</button>\
 <div id=cover></div><p id=far>loin</p>";

const STYLE: &str = "body{color:light-dark(#222,#eee);background:light-dark(#fff,#111);color-scheme:light dark}\
 button{color:light-dark(#222,#eee);background:light-dark(#eee,#222)}\
 .box{width:90px;height:60px;border:1px solid;display:inline-block}\
 #cover{position:relative;inset-block-start:-30px;height:30px;width:300px;background:light-dark(#fff,#111)}\
 button:disabled{color:light-dark(#222,#eee)} #far{margin-block-start:1500px} .wide{width:450px;margin:0}";

const SCRIPT: &str = "document.getElementById('later')?.addEventListener('click', async () => {\
   const answer = await fetch('/part'); document.getElementById('part').textContent = await answer.text(); });\
 let held = false;\
 document.getElementById('from')?.addEventListener('mousedown', () => { held = true; });\
 document.getElementById('target')?.addEventListener('mouseup', () => {\
   if (held) document.getElementById('dropped').textContent = 'déposé'; });";
