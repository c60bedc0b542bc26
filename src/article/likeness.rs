//! Whether two articles are copies of one another: the same wire story in two outlets, an updated version.
//!
//! An article is taken as the set of its shingles: every run of a few letters or digits inside a sentence, spaces and
//! punctuation apart. So the order of sentences does not matter, nor how they are cut into lines. Of the shingles' hashes the
//! smallest stand for all of them (bottom-k MinHash, Broder 1997): how many of the smallest of two sets together are in
//! both tells how much of the sets is in both.

use super::Article;

/// Letters of a shingle.
const LETTERS: usize = 5;

/// Hashes that are kept of an article: the error of an estimate is some 1/√128, 9 %.
const KEPT: usize = 128;

/// Shingles that a text must have to be like any other: some two sentences.
const FEWEST: usize = 40;

/// The part of the shorter text that stands in the other, from which on they are copies.
pub const COPY: f64 = 0.5;

/// An estimate above this is worth a closer look.
const CLOSE: f64 = 0.3;

/// What stands for an article's text: small, and made to be stored. Hashes must never change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sketch {
    /// Different shingles of the text.
    pub shingles: usize,
    /// The smallest of their hashes, ascending, at most `KEPT`.
    pub hashes: Vec<u32>,
}

/// The hashes of all shingles of a text, ascending, each once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shingles(Vec<u32>);

impl Shingles {
    pub fn of(article: &Article) -> Self {
        let mut all = Vec::new();
        let mut letters = Vec::new();
        for sentence in &article.sentences {
            letters.clear();
            letters.extend(article.sentence_text(sentence).chars().filter(|c| is_letter(*c)));
            all.extend(letters.windows(LETTERS).map(hash));
        }
        all.sort_unstable();
        all.dedup();
        Self(all)
    }

    /// How many there are.
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn sketch(&self) -> Sketch {
        Sketch { shingles: self.len(), hashes: self.0.iter().copied().take(KEPT).collect() }
    }

    /// The part of the shorter text that stands in the other, 0 to 1; 0 where one is too short to tell.
    pub fn overlap(&self, other: &Self) -> f64 {
        let smaller = self.len().min(other.len());
        if smaller < FEWEST {
            return 0.0;
        }
        let (mut one, mut two) = (self.0.iter().peekable(), other.0.iter().peekable());
        let mut both = 0;
        while let (Some(first), Some(second)) = (one.peek(), two.peek()) {
            let order = first.cmp(second);
            both += usize::from(order.is_eq());
            if order.is_le() {
                one.next();
            }
            if order.is_ge() {
                two.next();
            }
        }
        ratio(both, smaller)
    }
}

impl Sketch {
    pub fn of(article: &Article) -> Self {
        Shingles::of(article).sketch()
    }

    /// [`Self::contained`], where it is enough for a copy, so that the texts themselves should be compared.
    pub fn copied_part(&self, other: &Self) -> Option<f64> {
        let enough = self.shingles >= FEWEST && other.shingles >= FEWEST;
        enough.then(|| self.contained(other)).filter(|part| *part >= CLOSE)
    }

    /// Hashes that two full sketches must share for [`Self::copied_part`]: found by solving `contained` for what is in both.
    /// Of smaller ones it says nothing.
    pub fn shared_at_least(&self, other: &Self) -> usize {
        if self.hashes.len() < KEPT || other.hashes.len() < KEPT {
            return 1;
        }
        let part = CLOSE * ratio(self.shingles.min(other.shingles), 1) / ratio(self.shingles + other.shingles, 1);
        let least = part / (1.0 - part) * ratio(KEPT, 1);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and KEPT")]
        let least = least.floor() as usize;
        least.max(1)
    }

    /// The part of the smaller set that stands in the other, 0 to 1, as far as the sketches tell.
    pub fn contained(&self, other: &Self) -> f64 {
        let smaller = self.shingles.min(other.shingles);
        if smaller == 0 {
            return 0.0;
        }
        // The smallest hashes of both together, merged as they lie: an import compares with every article there is.
        let (mut one, mut two) = (self.hashes.as_slice(), other.hashes.as_slice());
        let (mut sample, mut both) = (0, 0);
        while sample < KEPT && !(one.is_empty() && two.is_empty()) {
            let (first, second) = (one.first(), two.first());
            let in_one = second.is_none_or(|second| first.is_some_and(|first| first <= second));
            let in_two = first.is_none_or(|first| second.is_some_and(|second| second <= first));
            one = one.get(usize::from(in_one)..).unwrap_or_default();
            two = two.get(usize::from(in_two)..).unwrap_or_default();
            both += usize::from(in_one && in_two);
            sample += 1;
        }
        let alike = ratio(both, sample);
        // |A ∩ B| = J · |A ∪ B| and |A| + |B| = |A ∪ B| + |A ∩ B|.
        let common = alike / (1.0 + alike) * ratio(self.shingles + other.shingles, 1);
        (common / ratio(smaller, 1)).min(1.0)
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    let number = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    if whole == 0 { 0.0 } else { number(part) / number(whole) }
}

/// Letters and digits. Hangul is asked first: the table of all alphabets is searched for it otherwise.
fn is_letter(c: char) -> bool {
    matches!(c, '가'..='힣') || if c.is_ascii() { c.is_ascii_alphanumeric() } else { c.is_alphanumeric() }
}

/// FNV-1a over the characters, with the finalizer of MurmurHash3, whose upper half is kept.
fn hash(letters: &[char]) -> u32 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for letter in letters {
        hash = (hash ^ u64::from(u32::from(*letter))).wrapping_mul(0x0100_0000_01b3);
    }
    hash = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash = (hash ^ (hash >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    u32::try_from((hash ^ (hash >> 33)) >> 32).unwrap_or_default()
}

#[cfg(test)]
#[path = "likeness_tests.rs"]
mod tests;
