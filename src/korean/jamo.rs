pub fn compatibility(c: char) -> char {
    match c {
        '\u{11AB}' => 'ㄴ',
        '\u{11AF}' => 'ㄹ',
        '\u{11B7}' => 'ㅁ',
        '\u{11B8}' => 'ㅂ',
        c => c,
    }
}
pub struct Syllable {
    pub lead: u8,
    pub vowel: u8,
    pub tail: u8,
}
pub fn is_syllable(c: char) -> bool {
    ('가'..='힣').contains(&c)
}
pub fn decompose(c: char) -> Option<Syllable> {
    if !is_syllable(c) {
        return None;
    }
    let i = c as u32 - 0xAC00;
    Some(Syllable { lead: (i / 588) as u8, vowel: (i % 588 / 28) as u8, tail: (i % 28) as u8 })
}
