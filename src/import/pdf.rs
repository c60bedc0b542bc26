//! PDF with a text layer. `hayro` interprets the pages; what it draws is gathered here instead of being drawn.

mod layout;
mod weigh;

use std::borrow::Cow;

use hayro_interpret::font::GlyphRun;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, RenderContent, SoftMask, interpret_page,
};
use hayro_syntax::object::Object;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use self::layout::Glyph;
use super::document::{Document, Format, Note, Reading};
use super::limits::{Limit, Limits};
use super::{ImportError, dates, decode, ending, office};

/// A page with more glyphs than this holds more than a newspaper's.
const MOST_GLYPHS: usize = 200_000;

pub(super) fn read(bytes: Vec<u8>, limits: &Limits) -> Result<Reading, ImportError> {
    weigh::check(&bytes, limits)?;
    let encrypted = weigh::is_encrypted(&bytes);
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm) => {
            ImportError::Encrypted
        }
        _ => ImportError::Malformed,
    })?;
    if encrypted {
        // Object streams are unpacked before this can look at them; there the memory of the process is the limit.
        weigh::check_streams(pdf.objects().into_iter().filter_map(|object| stream(&object)), limits)?;
    }
    let pages = pdf.pages();
    if pages.is_empty() {
        return Err(ImportError::Malformed);
    }
    if pages.len() as u64 > limits.pages {
        return Err(limits.passed(Limit::Pages));
    }
    let cache = InterpreterCache::new();
    let settings = InterpreterSettings { render_content: RenderContent::PAGE, ..InterpreterSettings::default() };
    let mut laid: Vec<Vec<layout::Line>> = Vec::new();
    let (mut pictures, mut unknown, mut known, mut length) = (0, 0, 0, 0u64);
    for page in pages.iter() {
        let mut sheet = Sheet::default();
        let (width, height) = page.render_dimensions();
        let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        // Only the page's rotation matters: lines are level after it.
        let initial = turned(page.rotation(), width, height);
        let mut context = Context::new(initial, bounds, &cache, pdf.xref(), settings.clone());
        interpret_page(page, &mut context, &mut sheet);
        unknown += sheet.unknown;
        known += sheet.glyphs.len();
        let lines = layout::lines(sheet.glyphs);
        pictures += usize::from(lines.is_empty() && sheet.pictures > 0);
        length += lines.iter().map(|line| line.text.len() as u64).sum::<u64>();
        if length > limits.text_bytes() {
            return Err(limits.passed(Limit::Text));
        }
        laid.push(lines);
    }
    // Letters that are only shapes: fonts that do not say which characters their glyphs are.
    if unknown > known {
        return Err(ImportError::Shapes);
    }
    if laid.iter().all(Vec::is_empty) {
        return Err(if pictures > 0 { ImportError::Scanned } else { ImportError::Empty });
    }
    let text = decode::clean(&layout::text(laid)).text;
    let mut document = Document::new(Format::Pdf, text);
    let metadata = pdf.metadata();
    document.stand_in = office::real_title(metadata.title.as_deref().map(string));
    let author = metadata.author.as_deref().map(string);
    document.facts.reporter = author.filter(|name| ending::syllables(name) > 1 && name.chars().count() <= 20);
    document.facts.date = metadata
        .creation_date
        .as_ref()
        .and_then(|at| dates::day(&format!("{:04}-{:02}-{:02}", at.year, at.month, at.day)));
    let mut reading = Reading::of(document);
    if pictures > 0 {
        reading.notes.push(Note::PagesWithoutText { count: pictures });
    }
    Ok(reading)
}

/// A stream, decrypted and still packed, with the filters that can make more of it.
fn stream<'a>(object: &Object<'a>) -> Option<(Cow<'a, [u8]>, Vec<weigh::Filter>)> {
    let Object::Stream(stream) = object else { return None };
    // The library keeps the type of its filters to itself; their names, abbreviations resolved, it shows.
    let filter = |name: String| match name.as_str() {
        "FlateDecode" => Some(weigh::Filter::Flate),
        "LzwDecode" => Some(weigh::Filter::Lzw),
        "RunLengthDecode" => Some(weigh::Filter::RunLength),
        "AsciiHexDecode" => Some(weigh::Filter::Hex),
        "Ascii85Decode" => Some(weigh::Filter::Ascii85),
        _ => None,
    };
    let filters = stream.filters().iter().filter_map(|one| filter(format!("{one:?}"))).collect();
    Some((stream.raw_data(), filters))
}

/// A PDF's own string: UTF-16 or UTF-8 by its mark, else nearly Latin-1, which Korean programs fill with CP949.
fn string(bytes: &[u8]) -> String {
    decode::decode(bytes).map(|decoded| decode::one_line(&decoded.text)).unwrap_or_default()
}

fn turned(rotation: hayro_syntax::page::Rotation, width: f32, height: f32) -> Affine {
    use hayro_syntax::page::Rotation;
    let (width, height) = (f64::from(width), f64::from(height));
    match rotation {
        Rotation::None => Affine::IDENTITY,
        Rotation::Horizontal => Affine::new([0.0, -1.0, 1.0, 0.0, 0.0, width]),
        Rotation::Flipped => Affine::new([-1.0, 0.0, 0.0, -1.0, width, height]),
        Rotation::FlippedHorizontal => Affine::new([0.0, 1.0, -1.0, 0.0, height, 0.0]),
    }
}

/// Takes the glyphs of a page.
#[derive(Default)]
struct Sheet {
    glyphs: Vec<Glyph>,
    /// Glyphs of which nobody knows the character.
    unknown: usize,
    pictures: usize,
}

impl<'a> Device<'a> for Sheet {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        for glyph in run.glyphs() {
            if self.glyphs.len() + self.unknown >= MOST_GLYPHS {
                return;
            }
            let text = match glyph.as_unicode() {
                Some(BfString::Char(c)) => c.to_string(),
                Some(BfString::String(text)) => text,
                None => {
                    self.unknown += 1;
                    continue;
                }
            };
            let place = props.transform * glyph.transform();
            let advance = match &**glyph {
                hayro_interpret::font::Glyph::Outline(outline) => outline.advance_width(),
                hayro_interpret::font::Glyph::Type3(shape) => shape.advance_width(),
            };
            // Glyphs are drawn in thousandths of the font's size.
            let (start, end) = (place * Point::ZERO, place * Point::new(f64::from(advance.unwrap_or(500.0)), 0.0));
            let size = (place * Point::new(0.0, 1000.0) - start).hypot();
            self.glyphs.push(Glyph { text, x: start.x, y: start.y, end: end.x, size });
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.pictures += 1;
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
