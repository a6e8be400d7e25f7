//! Drawings that can be kept, pictures told by their bytes, and letters that fit.
#![allow(clippy::unwrap_used, reason = "tests may stop at the first surprise")]

use super::{Area, Drawing, LARGEST_PICTURE, Picture, PictureKind, PictureRefused, PlanRefused, Shape, Size};
use super::{MOST_SHAPES, letter_size};
use kernel::Name;
use proptest::prelude::*;

fn plain(label: &str, (x, y, wide, high): (i64, i64, i64, i64)) -> Shape {
    Shape {
        resource: None,
        label: label.to_owned(),
        area: Area { x, y, wide, high },
    }
}

fn drawing(shapes: Vec<Shape>) -> Drawing {
    Drawing {
        name: Name::parse("1er étage").unwrap(),
        size: Size { wide: 20, high: 10 },
        position: 1,
        shapes,
    }
}

#[test]
fn a_shape_lies_inside_its_plan_and_has_a_surface() {
    let cases = [
        ((0, 0, 20, 10), true),
        ((19, 9, 1, 1), true),
        ((0, 0, 21, 1), false),
        ((0, 0, 1, 11), false),
        ((1, 0, 20, 1), false),
        ((-1, 0, 2, 1), false),
        ((0, -1, 2, 1), false),
        ((0, 0, 0, 1), false),
        ((0, 0, 1, 0), false),
        ((0, 0, -3, 1), false),
        ((1, 0, i64::MAX, 1), false),
    ];
    for (area, kept) in cases {
        let checked = drawing(vec![plain("Cuisine", area)]).checked();
        let expected = if kept {
            None
        } else {
            Some(PlanRefused::Outside { line: 1 })
        };
        assert_eq!(checked.err(), expected, "{area:?}");
    }
}

#[test]
fn what_is_no_space_has_a_name_of_forty_characters_at_most() {
    let longest = "é".repeat(40);
    for (label, kept) in [
        ("Cuisine", true),
        (longest.as_str(), true),
        ("", false),
        ("  ", false),
    ] {
        let checked = drawing(vec![plain("Escalier", (0, 0, 1, 1)), plain(label, (1, 1, 1, 1))]).checked();
        let expected = if kept {
            None
        } else {
            Some(PlanRefused::Label { line: 2 })
        };
        assert_eq!(checked.err(), expected, "{label:?}");
    }
    let too_long = drawing(vec![plain(&"é".repeat(41), (0, 0, 1, 1))]).checked();
    assert_eq!(too_long, Err(PlanRefused::Label { line: 1 }));
    let named = drawing(vec![plain("  Local \t vélos ", (0, 0, 1, 1))])
        .checked()
        .unwrap();
    assert_eq!(named.shapes.first().unwrap().label, "Local vélos");
}

#[test]
fn sides_order_and_number_of_shapes_have_limits() {
    let sized = |wide, high| Drawing {
        size: Size { wide, high },
        ..drawing(vec![])
    };
    for (wide, high, kept) in [(4, 4, true), (80, 80, true), (3, 10, false), (10, 81, false)] {
        assert_eq!(sized(wide, high).checked().is_ok(), kept, "{wide} by {high}");
    }
    let ordered = |position| Drawing {
        position,
        ..drawing(vec![])
    };
    assert_eq!(ordered(1_001).checked(), Err(PlanRefused::Position));
    assert_eq!(ordered(-1).checked(), Err(PlanRefused::Position));
    let many = |count| drawing(vec![plain("x", (0, 0, 1, 1)); count]).checked();
    assert!(many(MOST_SHAPES).is_ok());
    assert_eq!(many(MOST_SHAPES + 1), Err(PlanRefused::TooMany));
}

#[test]
fn a_picture_is_told_by_its_first_bytes() {
    let png = b"\x89PNG\r\n\x1a\nrest".as_slice();
    assert_eq!(Picture::parse(png).unwrap().kind, PictureKind::Png);
    assert_eq!(
        Picture::parse(b"\xff\xd8\xff\xe0").unwrap().kind,
        PictureKind::Jpeg
    );
    for other in [b"".as_slice(), b"GIF89a", b"<svg xmlns=", b"\x89PNG", b"%PDF-1.7"] {
        assert_eq!(Picture::parse(other), Err(PictureRefused::Kind), "{other:?}");
    }
    let mut large = png.to_vec();
    large.resize(LARGEST_PICTURE, 0);
    assert!(Picture::parse(&large).is_ok());
    large.push(0);
    assert_eq!(Picture::parse(&large), Err(PictureRefused::TooLarge));
}

proptest! {
    #[test]
    fn letters_never_grow_with_a_longer_name_nor_shrink_with_a_wider_shape(letters in 0_usize..60, width in 0_i64..8_000) {
        let size = letter_size(letters, width);
        prop_assert!(letter_size(letters + 1, width) <= size);
        prop_assert!(letter_size(letters, width + 100) >= size);
        prop_assert!((30..=62).contains(&size));
    }
}
