#![allow(clippy::unwrap_used, reason = "tests may stop at the first surprise")]

use axum::body::to_bytes;

use super::*;

const NAMES: [&str; 14] = [
    "tribu.css",
    "calendar.css",
    "tribu.js",
    "theme.js",
    "calendar.js",
    "event-calendar.js",
    "htmx.js",
    "htmx-sse.js",
    "text.woff2",
    "text-ext.woff2",
    "text-italic.woff2",
    "display.woff2",
    "display-ext.woff2",
    "favicon.svg",
];

async fn get(path: &str, headers: &[(header::HeaderName, &'static str)]) -> Result<Response, StatusCode> {
    let file = path.strip_prefix("/assets/").unwrap().to_owned();
    let headers = headers
        .iter()
        .map(|(name, value)| (name.clone(), HeaderValue::from_static(value)))
        .collect();
    serve(Path(file), headers).await
}

#[test]
fn every_file_the_layouts_name_has_an_address_with_its_hash() {
    for name in NAMES {
        let (stem, extension) = name.rsplit_once('.').unwrap();
        let path = Assets::path(name);
        assert!(
            path.starts_with(&format!("/assets/{stem}.")) && path.ends_with(extension),
            "{name}: {path}"
        );
        assert_eq!(path.len(), "/assets/".len() + name.len() + 11, "{name}: {path}");
    }
}

#[test]
fn style_sheets_name_typefaces_by_their_hashed_address() {
    let style = Assets::shared()
        .find(Assets::path("tribu.css").strip_prefix("/assets/").unwrap())
        .unwrap();
    let text = std::str::from_utf8(style.bytes(Coding::Identity)).unwrap();
    assert!(text.contains(Assets::path("text.woff2")));
    assert!(!text.contains("/assets/text.woff2"));
}

#[test]
fn icons_are_in_the_order_that_the_search_relies_on() {
    assert!(icons::DRAWINGS.is_sorted_by_key(|(name, _)| *name));
    for name in icon_names() {
        assert_ne!(icons::drawing(name), icons::drawing("no such icon"), "{name}");
    }
}

#[tokio::test]
async fn a_file_is_kept_for_a_year_and_compressed_as_the_browser_accepts() {
    let path = Assets::path("tribu.css");
    let answer = get(path, &[(header::ACCEPT_ENCODING, "gzip, deflate, br")])
        .await
        .unwrap();
    assert_eq!(
        answer.headers()[header::CACHE_CONTROL],
        "public, max-age=31536000, immutable"
    );
    assert_eq!(answer.headers()[header::CONTENT_ENCODING], "br");
    let packed = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
    let plain = get(path, &[(header::ACCEPT_ENCODING, "br;q=0")]).await.unwrap();
    assert!(plain.headers().get(header::CONTENT_ENCODING).is_none());
    let plain = to_bytes(plain.into_body(), usize::MAX).await.unwrap();
    let mut unpacked = Vec::new();
    brotli::BrotliDecompress(&mut packed.as_ref(), &mut unpacked).unwrap();
    assert_eq!(unpacked, plain);
    assert!(
        packed.len() * 3 < plain.len(),
        "{} of {}",
        packed.len(),
        plain.len()
    );
}

#[tokio::test]
async fn a_known_file_is_not_sent_twice_and_an_old_hash_is_not_found() {
    let path = Assets::path("htmx.js");
    let etag = Assets::shared()
        .all()
        .find(|asset| asset.path == path)
        .unwrap()
        .etag
        .clone();
    let headers = HeaderMap::from_iter([(header::IF_NONE_MATCH, HeaderValue::from_str(&etag).unwrap())]);
    let file = path.strip_prefix("/assets/").unwrap().to_owned();
    assert_eq!(
        serve(Path(file), headers).await.unwrap().status(),
        StatusCode::NOT_MODIFIED
    );
    assert_eq!(
        get("/assets/htmx.0000000000.js", &[]).await.unwrap_err(),
        StatusCode::NOT_FOUND
    );
}

#[test]
fn a_first_visit_of_the_week_of_rooms_stays_light() {
    const BUDGET_WITHOUT_THE_PAGE: usize = 180_000;
    let first = [
        "tribu.css",
        "calendar.css",
        "theme.js",
        "htmx.js",
        "tribu.js",
        "event-calendar.js",
        "calendar.js",
        "text.woff2",
        "display.woff2",
        "favicon.svg",
    ];
    let weight: usize = Assets::shared()
        .all()
        .filter(|asset| first.contains(&asset.name))
        .map(|asset| {
            asset
                .bytes(asset.body.best(Some(&HeaderValue::from_static("gzip, br"))))
                .len()
        })
        .sum();
    assert!(weight < BUDGET_WITHOUT_THE_PAGE, "{weight} bytes");
}
