use crate::world::{named_place, place};
use harness::both_engines;
use image::codecs::jpeg::JpegEncoder;
use image::{ImageEncoder, ImageFormat, Rgb, RgbImage};
use kernel::{Actor, Id};
use platform::activity::Subject;
use platform::failure::{Failure, Fault};
use platform::photos::{self, MOST, PhotoRefused, Prepared, prepare};
use std::io::Cursor;

enum Room {}

fn salon() -> Subject {
    Subject::new("resource", Id::<Room>::from_i64(7))
}

/// Left half red, right half blue, so that one sees how it was turned.
fn halves(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, _| {
        if x < width / 2 {
            Rgb([200, 20, 20])
        } else {
            Rgb([20, 20, 200])
        }
    })
}

/// What a telephone writes before a picture: that it lies on its side, and where it was taken.
fn exif(orientation: u8) -> Vec<u8> {
    let mut bytes = b"MM\0*\0\0\0\x08\0\x02".to_vec();
    bytes.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
    bytes.extend([0x01, 0x0e, 0, 2, 0, 0, 0, 20, 0, 0, 0, 38]);
    bytes.extend([0, 0, 0, 0]);
    bytes.extend(b"48.85341N 2.34880E \0");
    bytes
}

fn taken_with_a_telephone(picture: &RgbImage) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut file, 90);
    encoder.set_exif_metadata(exif(6)).unwrap();
    encoder.encode_image(picture).unwrap();
    file
}

fn written(picture: &RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    picture.write_to(&mut file, format).unwrap();
    file.into_inner()
}

fn small() -> Prepared {
    prepare(&written(&halves(80, 64), ImageFormat::Png)).unwrap()
}

#[test]
fn a_photograph_is_turned_upright_and_says_no_more_where_it_was_taken() {
    let file = taken_with_a_telephone(&halves(600, 400));
    assert!(file.windows(9).any(|part| part == b"48.85341N"));
    let kept = prepare(&file).unwrap();
    let sizes: Vec<(i64, i64)> = kept.sizes.iter().map(|size| (size.width, size.height)).collect();
    assert_eq!(sizes, [(400, 600)]);
    let content = &kept.sizes[0].content;
    assert!(!content.windows(4).any(|part| part == b"Exif" || part == b"48.8"));
    // Turned by a quarter: what was left is above now.
    let seen = image::load_from_memory(content).unwrap().into_rgb8();
    let (above, below) = (seen.get_pixel(200, 50).0, seen.get_pixel(200, 550).0);
    assert!(above[0] > 150 && above[2] < 90, "{above:?}");
    assert!(below[2] > 150 && below[0] < 90, "{below:?}");
}

#[test]
fn every_width_is_narrower_than_the_next_and_nothing_is_blown_up() {
    for (width, expected) in [
        (200, vec![200]),
        (480, vec![480]),
        (700, vec![480, 700]),
        (1_700, vec![480, 960, 1_600]),
    ] {
        let kept = prepare(&written(&halves(width, 100), ImageFormat::Jpeg)).unwrap();
        let widths: Vec<i64> = kept.sizes.iter().map(|size| size.width).collect();
        assert_eq!(widths, expected);
    }
}

#[test]
fn what_a_file_is_says_its_content() {
    let picture = halves(100, 80);
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        assert!(prepare(&written(&picture, format)).is_ok(), "{format:?}");
    }
    let cut = written(&picture, ImageFormat::Png);
    let cases: [(&[u8], PhotoRefused); 6] = [
        (b"", PhotoRefused::Kind),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", PhotoRefused::Kind),
        (b"GIF89a\x01\0\x01\0\0\0\0", PhotoRefused::Kind),
        (b"%PDF-1.7", PhotoRefused::Kind),
        (&cut[..cut.len() / 2], PhotoRefused::Damaged),
        (b"\xff\xd8\xff\xe0", PhotoRefused::Damaged),
    ];
    for (file, refusal) in cases {
        assert_eq!(prepare(file), Err(refusal));
    }
    assert_eq!(prepare(&vec![0; 10_000_001]), Err(PhotoRefused::TooLarge));
    let icon = written(&halves(32, 200), ImageFormat::Png);
    assert_eq!(prepare(&icon), Err(PhotoRefused::TooSmall));
}

#[test]
fn a_small_file_that_says_it_holds_billions_of_pixels_is_not_unpacked() {
    // The head of a PNG file of 60 000 by 60 000, and one of 8 000 by 8 000: too long, and too many.
    for side in [60_000_u32, 8_000] {
        let mut file = Vec::new();
        image::codecs::png::PngEncoder::new(&mut file)
            .write_image(&[0; 64 * 64 * 3], 64, 64, image::ExtendedColorType::Rgb8)
            .unwrap();
        file[16..20].copy_from_slice(&side.to_be_bytes());
        file[20..24].copy_from_slice(&side.to_be_bytes());
        let sum = crc(&file[12..29]);
        file[29..33].copy_from_slice(&sum.to_be_bytes());
        assert_eq!(prepare(&file), Err(PhotoRefused::TooManyPixels), "{side}");
    }
}

fn crc(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 {
                (crc >> 1) ^ 0xedb8_8320
            } else {
                crc >> 1
            };
        }
    }
    !crc
}

#[test]
fn the_photographs_of_a_thing_keep_their_order_and_are_nobody_elses() {
    both_engines(|db| {
        let (home, elsewhere) = (
            place(&db).id,
            named_place(&db, "Ailleurs", Some("ailleurs.example.org")).id,
        );
        let actor = Actor::system(home);
        let prepared = small();
        db.write_blocking(move |tx| {
            let one = photos::add(tx, &actor, salon(), " La  table ", &prepared).unwrap();
            let two = photos::add(tx, &actor, salon(), "La fenêtre", &prepared).unwrap();
            photos::raise(tx, home, salon(), two)?;
            photos::raise(tx, home, salon(), two)?;
            photos::describe(tx, home, salon(), two, "Les fenêtres").unwrap();
            let said: Vec<String> = photos::of(tx, home, salon())?
                .into_iter()
                .map(|photo| photo.alternative)
                .collect();
            assert_eq!(said, ["Les fenêtres", "La table"]);
            let first = photos::first_of(tx, home, "resource", &[Id::<Room>::from_i64(7)])?;
            assert_eq!(first[&7].id, two);
            let name = format!("{}.jpg", first[&7].sizes[0].hash);
            assert!(photos::file(tx, home, salon(), &name)?.is_some());
            let other = Subject::new("resource", Id::<Room>::from_i64(8));
            for (place, subject) in [(elsewhere, salon()), (home, other)] {
                assert!(photos::file(tx, place, subject, &name)?.is_none());
                assert_eq!(photos::remove(tx, place, subject, one), Err(Fault::NotFound));
                assert_eq!(photos::raise(tx, place, subject, one), Err(Fault::NotFound));
                let said = photos::describe(tx, place, subject, one, "X");
                assert_eq!(said, Err(Failure::Fault(Fault::NotFound)));
            }
            photos::remove(tx, home, salon(), two)?;
            assert_eq!(photos::of(tx, home, salon())?.len(), 1);
            Ok::<_, Fault>(())
        })
        .unwrap();
    });
}

#[test]
fn a_photograph_says_what_it_shows_and_a_thing_has_twelve_at_most() {
    both_engines(|db| {
        let actor = Actor::system(place(&db).id);
        let prepared = small();
        db.write_blocking(move |tx| {
            for wrong in ["", "  ", &"x".repeat(301)] {
                let refused = photos::add(tx, &actor, salon(), wrong, &prepared);
                assert_eq!(refused, Err(Failure::Refused(PhotoRefused::Alternative)));
            }
            for _ in 0..MOST {
                photos::add(tx, &actor, salon(), "La table", &prepared).unwrap();
            }
            let refused = photos::add(tx, &actor, salon(), "La table", &prepared);
            assert_eq!(refused, Err(Failure::Refused(PhotoRefused::TooMany)));
            photos::drop_all(tx, actor.place, salon())?;
            assert_eq!(photos::of(tx, actor.place, salon())?, []);
            Ok::<_, Fault>(())
        })
        .unwrap();
    });
}
