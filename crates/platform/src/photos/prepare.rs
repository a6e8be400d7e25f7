//! From what somebody handed in to what is shown. Heavy: to be run beside the pages.

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, Rgb, RgbImage};
use std::io::Cursor;

/// The largest file taken, in bytes.
pub const LARGEST_FILE: usize = 10_000_000;
/// The widest sizes kept, in pixels: a phone, a card of a wide screen, a whole page.
const WIDTHS: [u32; 3] = [480, 960, 1_600];
/// The fewest pixels of each side: anything smaller is an icon or a mistake.
const SMALLEST_SIDE: u32 = 64;
/// The most pixels of a side.
const LONGEST_SIDE: u32 = 12_000;
/// The most pixels altogether: a file of a few kilobytes may say that it holds billions.
const MOST_PIXELS: u64 = 40_000_000;
/// The most memory that reading one may take, in bytes: forty million pixels of three bytes, and as much for turning them.
const MOST_MEMORY: u64 = 256 * 1024 * 1024;
/// How faithful the sizes are drawn, of a hundred.
const QUALITY: u8 = 82;

/// A photograph ready to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prepared {
    /// Its sizes as JPEG files, the narrowest first; never none.
    pub sizes: Vec<Size>,
}

/// One size of a photograph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Size {
    /// In pixels.
    pub width: i64,
    /// In pixels.
    pub height: i64,
    /// A JPEG file without metadata.
    pub content: Vec<u8>,
}

kernel::refusals! {
    /// Why a photograph is not kept.
    pub enum PhotoRefused {
        /// It is no JPEG, PNG or WebP file, whatever its name says.
        Kind = "shell-photo-kind",
        /// The file is larger than ten megabytes.
        TooLarge = "shell-photo-too-large",
        /// It has too many pixels.
        TooManyPixels = "shell-photo-too-many-pixels",
        /// It has too few pixels.
        TooSmall = "shell-photo-too-small",
        /// It begins like a picture and cannot be read to its end.
        Damaged = "shell-photo-damaged",
        /// Nobody said what it shows, or in too many words.
        Alternative = "shell-photo-alternative-refused",
        /// The thing has as many as it may.
        TooMany = "shell-photo-too-many",
    }
}

/// Reads a file by what it holds, turns it upright and draws it anew in up to three widths.
///
/// # Errors
/// [`PhotoRefused`] says what is wrong with it.
pub fn prepare(file: &[u8]) -> Result<Prepared, PhotoRefused> {
    if file.len() > LARGEST_FILE {
        return Err(PhotoRefused::TooLarge);
    }
    let upright = read(file)?;
    let width = upright.width();
    let mut widths: Vec<u32> = WIDTHS.into_iter().filter(|wide| *wide < width).collect();
    if widths.len() < WIDTHS.len() {
        widths.push(width);
    }
    let sizes: Option<Vec<Size>> = widths.into_iter().map(|wide| drawn(&upright, wide)).collect();
    Ok(Prepared {
        sizes: sizes.ok_or(PhotoRefused::Damaged)?,
    })
}

fn read(file: &[u8]) -> Result<RgbImage, PhotoRefused> {
    let mut reader = ImageReader::new(Cursor::new(file))
        .with_guessed_format()
        .map_err(|_| PhotoRefused::Kind)?;
    if !matches!(
        reader.format(),
        Some(ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP)
    ) {
        return Err(PhotoRefused::Kind);
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| PhotoRefused::Damaged)?;
    let (width, height) = decoder.dimensions();
    if width.max(height) > LONGEST_SIDE || u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(PhotoRefused::TooManyPixels);
    }
    if width.min(height) < SMALLEST_SIDE {
        return Err(PhotoRefused::TooSmall);
    }
    let orientation = decoder.orientation().map_err(|_| PhotoRefused::Damaged)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| PhotoRefused::Damaged)?;
    picture.apply_orientation(orientation);
    Ok(on_white(picture))
}

/// What can be seen through becomes white: a JPEG file has no holes.
fn on_white(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let picture = picture.into_rgba8();
    let mut out = RgbImage::new(picture.width(), picture.height());
    for (to, from) in out.pixels_mut().zip(picture.pixels()) {
        let image::Rgba([red, green, blue, alpha]) = *from;
        let over = |part: u8| {
            let mixed = (u16::from(part) * u16::from(alpha) + 255 * (255 - u16::from(alpha))) / 255;
            u8::try_from(mixed).unwrap_or(u8::MAX)
        };
        *to = Rgb([over(red), over(green), over(blue)]);
    }
    out
}

fn drawn(picture: &RgbImage, wide: u32) -> Option<Size> {
    let high = u64::from(picture.height()) * u64::from(wide) / u64::from(picture.width());
    let high = u32::try_from(high).ok()?.max(1);
    let mut content = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut content, QUALITY);
    let written = if (wide, high) == picture.dimensions() {
        encoder.encode_image(picture)
    } else {
        encoder.encode_image(&image::imageops::resize(
            picture,
            wide,
            high,
            FilterType::CatmullRom,
        ))
    };
    written.ok()?;
    Some(Size {
        width: i64::from(wide),
        height: i64::from(high),
        content,
    })
}
