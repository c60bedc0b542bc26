//! Brings morphemes to one spelling, so that what two annotators write differently without meaning a difference counts
//! as equal: allomorphs, classes of symbols, and where a quotation's 이 is written.

use dokpa::korean::tag::Tag;

use super::file::Piece;

/// The pieces of an eojeol with one form for each particle and ending and one tag for each class.
pub fn unified(pieces: &[Piece]) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for piece in pieces {
        if piece.tag.is_symbol() {
            // A run of marks is one, however it is cut.
            match out.last_mut() {
                Some(last) if last.tag == Tag::SY => last.form.push_str(&piece.form),
                _ => out.push(Piece { form: piece.form.clone(), tag: Tag::SY }),
            }
        } else if let Some(rest) = after_copula(piece) {
            out.push(Piece { form: "이".to_owned(), tag: Tag::VCP });
            out.push(Piece { form: ending(rest), tag: Tag::EC });
        } else {
            out.push(Piece { form: form(piece), tag: tag(piece.tag) });
        }
    }
    out
}

/// The pieces with each run of nouns, prefixes and suffixes as one: how a compound is cut is a matter of convention.
pub fn joined(pieces: &[Piece]) -> Vec<String> {
    let nominal = |tag: Tag| {
        matches!(tag, Tag::NNG | Tag::NNP | Tag::NNB | Tag::NR | Tag::XR | Tag::XPN | Tag::XSN | Tag::SL | Tag::SN)
    };
    let mut out: Vec<String> = Vec::new();
    let mut open = false;
    for piece in pieces {
        match out.last_mut() {
            Some(last) if open && nominal(piece.tag) => last.push_str(&piece.form),
            _ => out.push(piece.form.clone()),
        }
        open = nominal(piece.tag);
    }
    out
}

/// 이라고 behind a quotation, as one morpheme or as the copula with its ending.
fn after_copula(piece: &Piece) -> Option<&str> {
    let quotes = matches!(piece.tag, Tag::JKQ | Tag::EC | Tag::ETM | Tag::JX);
    piece.form.strip_prefix('이').filter(|rest| quotes && rest.starts_with('라') && *rest != "라도")
}

fn tag(tag: Tag) -> Tag {
    match tag {
        Tag::NNBC => Tag::NNB,
        // A word that the dictionary has not is most often a name.
        Tag::NA => Tag::NNP,
        // 고 and 라고 behind a quotation.
        Tag::JKQ => Tag::EC,
        tag => tag,
    }
}

fn form(piece: &Piece) -> String {
    if piece.tag.is_ending() {
        ending(&piece.form)
    } else if piece.tag.is_particle() {
        particle(&piece.form)
    } else {
        piece.form.clone()
    }
}

/// 았 and 였 become 었, 아 and 여 become 어, and what stands behind a consonant what stands behind a vowel.
fn ending(form: &str) -> String {
    const FRONTS: &[(&str, &str)] = &[
        ("았", "었"),
        ("였", "었"),
        ("아", "어"),
        ("여", "어"),
        ("은", "ㄴ"),
        ("을", "ㄹ"),
        ("음", "ㅁ"),
        ("습", "ㅂ"),
        ("는다", "ㄴ다"),
    ];
    // 어 is swallowed by a stem that ends with its vowel: 지나서, 내보내야.
    if matches!(form, "서" | "야") {
        return format!("어{form}");
    }
    if let Some(rest) = form.strip_prefix('으').filter(|rest| !rest.is_empty()) {
        return rest.to_owned();
    }
    let found = FRONTS.iter().find_map(|(from, to)| Some(format!("{to}{}", form.strip_prefix(from)?)));
    found.unwrap_or_else(|| form.to_owned())
}

fn particle(form: &str) -> String {
    let whole = match form {
        "은" => "는",
        "이" => "가",
        "을" => "를",
        "과" => "와",
        form => form.strip_prefix(['으', '이']).filter(|rest| !rest.is_empty()).unwrap_or(form),
    };
    whole.to_owned()
}

/// The noun of an eojeol without its particles; `None` where there is no noun, or a predicate as well.
pub fn noun_stem(pieces: &[Piece]) -> Option<String> {
    let predicate =
        |tag: Tag| tag.is_predicate() || tag.is_ending() || matches!(tag, Tag::VCP | Tag::VCN | Tag::XSV | Tag::XSA);
    let noun = |tag: Tag| {
        matches!(tag, Tag::NNG | Tag::NNP | Tag::NNB | Tag::NNBC | Tag::NR | Tag::NP | Tag::XR | Tag::SL | Tag::NA)
    };
    if pieces.iter().any(|piece| predicate(piece.tag)) || !pieces.iter().any(|piece| noun(piece.tag)) {
        return None;
    }
    Some(stem(pieces))
}

/// What is left of an eojeol without the particles behind it and the marks around it.
pub fn stem(pieces: &[Piece]) -> String {
    let marks_and_particles = |piece: &&Piece| piece.tag.is_symbol() || piece.tag.is_particle();
    let end = pieces.len() - pieces.iter().rev().take_while(marks_and_particles).count();
    let stem = pieces.iter().take(end).skip_while(|piece| piece.tag.is_symbol());
    stem.map(|piece| piece.form.as_str()).collect()
}
