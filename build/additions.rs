//! What dokpa adds to mecab-ko-dic: the nouns of the house lexicon that it lacks, and the entries of `user.tsv`.
//!
//! A noun that the lexicon explains is a word; without an entry the analyzer breaks it at whatever syllables it knows
//! (컨 + 센서스, 가격제 + 하 + ㄴ + 폭). One that the lexicon splits (`가격제한+폭`) comes apart at its seams, all others
//! stay whole. Common nouns that mecab-ko-dic has as names only, mostly titles of an encyclopedia (물류, 전기차), become
//! common nouns, and so do its compounds of nouns that the lexicon has (소송비용, 경제성장), unless an organization is
//! called so (대우통신, 양돈협회).
//!
//! The analyzer's repairs need to know which words there are; the lists are written from the lexicon as well.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use super::{Entry, Outcome};

pub const LEXICON: &str = "assets/lexicon";
pub const NAMES: &str = "assets/names/names.tsv";
/// Entries for what is systematically wrong: surface, the entry whose contexts it takes (surface/tag), cost, expression,
/// reason.
const USER: &str = "assets/mecab-ko-dic/user.tsv";

/// Contexts of a common noun, by whether it ends in a consonant.
const NOUN_IDS: [[&str; 2]; 2] = [["1780", "3533"], ["1780", "3534"]];
/// What mecab-ko-dic's own common nouns cost.
const NOUN_COST: i16 = 2639;
/// Contexts of a name, likewise, and what the dictionary's own cost.
const NAME_IDS: [[&str; 2]; 2] = [["1786", "3545"], ["1786", "3546"]];
const NAME_COST: i16 = 3000;
/// Two syllables are found by accident more easily.
const SHORT_NOUN_COST: i16 = 3600;
/// What a noun with its particle or copula in one entry costs more where the lexicon knows a noun that is written so.
const NOT_THE_NOUN: i16 = 3000;

/// The end of a name of an organization or a work, where all its parts may be ordinary nouns.
const ORGANIZATIONS: &[&str] = &[
    "건설",
    "경찰",
    "공단",
    "공사",
    "공산당",
    "공업",
    "교회",
    "국가",
    "군대",
    "그룹",
    "금융",
    "기업",
    "노조",
    "뉴스",
    "단체",
    "당국",
    "대학",
    "대회",
    "도서관",
    "동맹",
    "리그",
    "마을",
    "문학상",
    "박물관",
    "방송",
    "법원",
    "병원",
    "보험",
    "본부",
    "부대",
    "사령부",
    "사업단",
    "산업개발",
    "서비스",
    "선언",
    "센터",
    "식품",
    "신문",
    "에너지",
    "여객",
    "연구소",
    "연구원",
    "연대",
    "연맹",
    "연합",
    "연합회",
    "왕국",
    "운동",
    "운수",
    "위원회",
    "은행",
    "잡지",
    "재단",
    "전자",
    "전쟁",
    "정당",
    "정보",
    "제약",
    "조선",
    "조약",
    "조합",
    "증권",
    "진흥원",
    "출판사",
    "카드",
    "터미널",
    "통신",
    "투자",
    "포럼",
    "학교",
    "학원",
    "학회",
    "해운",
    "혁명",
    "협동조합",
    "협의회",
    "협정",
    "협회",
    "화학",
    "회의",
    "회관",
    "회사",
];

#[derive(Debug)]
pub struct Additions {
    /// The lexicon's nouns, each with the parts that its note names.
    nouns: BTreeMap<String, Option<[String; 2]>>,
    /// Those of them that mecab-ko-dic has, in whatever part of speech.
    met: HashSet<String>,
    /// Names in Hangul that are no ordinary words.
    names: BTreeSet<String>,
    /// Names that companies' names begin with: 현대, 대우.
    groups: BTreeSet<String>,
    user: Vec<UserRow>,
    /// Contexts and tags of the entries that `user.tsv` refers to.
    models: HashMap<String, Entry>,
}

#[derive(Debug)]
struct UserRow {
    surface: String,
    model: String,
    cost: i16,
    expression: String,
}

impl Additions {
    pub fn read() -> Outcome<Self> {
        let mut nouns = BTreeMap::new();
        for line in lexicon()?.lines() {
            if let Some((word, parts)) = noun(line) {
                let known = nouns.entry(word).or_insert(None);
                *known = known.take().or(parts);
            }
        }
        let (names, groups) = names()?;
        Ok(Self { nouns, met: HashSet::new(), names, groups, user: user_rows()?, models: HashMap::new() })
    }

    /// Looks at an entry of mecab-ko-dic, and mends it where it lists a common noun as a name.
    pub fn meet(&mut self, entry: &mut Entry) {
        // 대화면 as 대화 + 이 + 면 does not know the noun.
        let known = self.nouns.contains_key(&entry.surface) || self.names.contains(&entry.surface);
        if known && !entry.tag.contains('+') {
            self.met.insert(entry.surface.clone());
        }
        if self.nouns.contains_key(&entry.surface) {
            if entry.tag == "NNP" && entry.kind.is_empty() {
                "NNG".clone_into(&mut entry.tag);
                entry.class.clear();
            }
            // Some rare nouns cost so much that any two short words are preferred: 반 + 등 to 반등.
            if entry.tag == "NNG" && entry.kind.is_empty() {
                entry.cost = entry.cost.min(noun_cost(&entry.surface));
            }
            // 단가 as 다 + 이 + ㄴ가, 전환 as 전화 + ㄴ: made from speech, and cheaper than the noun.
            if entry.tag.starts_with("NNG+") && entry.surface.chars().count() > 1 {
                entry.cost = entry.cost.saturating_add(NOT_THE_NOUN);
            }
        }
        if entry.tag == "NNP" && entry.class.is_empty() && entry.kind == "Compound" && self.ordinary(entry) {
            "NNG".clone_into(&mut entry.tag);
        }
        let key = format!("{}/{}", entry.surface, entry.tag);
        if self.user.iter().any(|row| row.model == key) {
            self.models.entry(key).or_insert_with(|| entry.clone());
        }
    }

    /// Whether a compound that is listed as a name is made of the lexicon's nouns, and names no organization.
    fn ordinary(&self, entry: &Entry) -> bool {
        let parts: Vec<&str> = entry.expression.split('+').filter_map(|part| part.strip_suffix("/NNG/*")).collect();
        let [first, .., last] = parts.as_slice() else { return false };
        parts.len() == entry.expression.split('+').count()
            && parts.iter().all(|part| self.nouns.contains_key(*part))
            && !self.groups.contains(*first)
            && !ORGANIZATIONS.contains(last)
            && !self.names.contains(&entry.surface)
    }

    /// The new entries, when all of mecab-ko-dic was met.
    pub fn entries(&self) -> Outcome<Vec<Entry>> {
        let missing = self.nouns.iter().filter(|(word, _)| !self.met.contains(*word));
        let mut entries: Vec<Entry> = missing.map(|(word, parts)| self.noun_entry(word, parts.as_ref())).collect();
        let unknown = self.names.iter().filter(|name| !self.met.contains(*name) && !self.nouns.contains_key(*name));
        entries.extend(unknown.map(|name| name_entry(name)));
        for row in &self.user {
            let model = self.models.get(&row.model).ok_or_else(|| format!("{USER}: no entry {}", row.model))?;
            let kind = if row.expression.is_empty() { "" } else { "Inflect" };
            entries.push(Entry {
                surface: row.surface.clone(),
                cost: row.cost,
                kind: kind.to_owned(),
                expression: row.expression.clone(),
                ..model.clone()
            });
        }
        Ok(entries)
    }

    fn noun_entry(&self, word: &str, parts: Option<&[String; 2]>) -> Entry {
        let mut seams = Vec::new();
        self.split(word, parts, &mut seams);
        let expression = if seams.len() > 1 {
            seams.iter().map(|part| format!("{part}/NNG/*")).collect::<Vec<_>>().join("+")
        } else {
            String::new()
        };
        Entry {
            surface: word.to_owned(),
            ids: NOUN_IDS[usize::from(ends_in_consonant(word))].map(str::to_owned),
            cost: noun_cost(word),
            tag: "NNG".to_owned(),
            class: String::new(),
            // The analyzer takes a `Preanalysis` apart.
            kind: if expression.is_empty() { String::new() } else { "Preanalysis".to_owned() },
            expression,
        }
    }

    /// The parts of a noun, down to those that mecab-ko-dic has or the lexicon does not split.
    fn split(&self, word: &str, parts: Option<&[String; 2]>, seams: &mut Vec<String>) {
        match parts {
            Some(parts) if !self.met.contains(word) => {
                for part in parts {
                    self.split(part, self.nouns.get(part).and_then(Option::as_ref), seams);
                }
            }
            _ => seams.push(word.to_owned()),
        }
    }
}

/// The names of the gazetteer that are written in Hangul alone and are no ordinary words; and those that companies' names
/// begin with.
fn names() -> Outcome<(BTreeSet<String>, BTreeSet<String>)> {
    let text = fs::read_to_string(NAMES)?;
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let (mut names, mut groups) = (BTreeSet::new(), BTreeSet::new());
    for (name, rest) in lines.filter_map(|line| line.split_once('\t')) {
        let hangul = name.chars().all(|c| ('가'..='힣').contains(&c)) && name.chars().count() >= 2;
        if hangul && !rest.contains("homograph") {
            names.insert(name.to_owned());
        }
        if rest.starts_with("group") {
            groups.insert(name.to_owned());
        }
    }
    Ok((names, groups))
}

fn name_entry(name: &str) -> Entry {
    Entry {
        surface: name.to_owned(),
        ids: NAME_IDS[usize::from(ends_in_consonant(name))].map(str::to_owned),
        cost: if name.chars().count() > 2 { NAME_COST } else { SHORT_NOUN_COST },
        tag: "NNP".to_owned(),
        class: String::new(),
        kind: String::new(),
        expression: String::new(),
    }
}

fn noun_cost(word: &str) -> i16 {
    if word.chars().count() > 2 { NOUN_COST } else { SHORT_NOUN_COST }
}

/// All lines of the house lexicon.
fn lexicon() -> Outcome<String> {
    let mut paths = fs::read_dir(LEXICON)?.map(|entry| Ok(entry?.path())).collect::<Outcome<Vec<PathBuf>>>()?;
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "tsv"));
    paths.sort();
    let mut text = String::new();
    for path in paths {
        text.push_str(&fs::read_to_string(path)?);
    }
    Ok(text)
}

/// Writes the lexicon's words as tables: verbs, adjectives, nouns that take 하다, all nouns; and names with letters.
pub fn write_known(path: &Path) -> Outcome<()> {
    let lexicon = lexicon()?;
    let mut out = String::new();
    for (name, pos, about) in [
        ("VERBS", &["v"][..], "Dictionary forms of verbs."),
        ("ADJECTIVES", &["a"][..], "Dictionary forms of adjectives."),
        ("ACTIONS", &["nv"][..], "Nouns that take 하다 or 되다."),
        ("NOUNS", &["n", "nv", "na", "abbr"][..], "All nouns."),
    ] {
        let words: BTreeSet<&str> = lexicon
            .lines()
            .filter_map(|line| line.split_once('\t'))
            .filter(|(word, rest)| !word.contains(' ') && pos.contains(&rest.split('\t').next().unwrap_or_default()))
            .map(|(word, _)| word)
            .collect();
        writeln!(
            out,
            "/// {about}\npub static {name}: &[&str] = &{words:?};",
            words = words.iter().collect::<Vec<_>>()
        )?;
    }
    let mixed = mixed_names()?;
    writeln!(out, "/// Names of letters and Hangul.\npub static MIXED_NAMES: &[&str] = &{mixed:?};")?;
    fs::write(path, out)?;
    Ok(())
}

/// The names of the gazetteer that begin with Latin letters and go on in Hangul, which no entry of the dictionary can hold:
/// it reads letters as a word of their own.
fn mixed_names() -> Outcome<Vec<String>> {
    let text = fs::read_to_string(NAMES)?;
    let names = text.lines().filter_map(|line| line.split_once('\t')).filter(|(name, rest)| {
        let letters = name.chars().take_while(char::is_ascii_alphanumeric).count();
        let hangul = name.chars().skip(letters).all(|c| ('가'..='힣').contains(&c));
        let mixed = letters > 0 && hangul && name.chars().count() > letters;
        mixed && name.starts_with(|c: char| c.is_ascii_alphabetic()) && !rest.contains("homograph")
    });
    Ok(names.map(|(name, _)| name.to_owned()).collect())
}

/// The noun of a line of the lexicon, if it is one written in Hangul of two syllables or more, with the two parts that
/// its note names.
fn noun(line: &str) -> Option<(String, Option<[String; 2]>)> {
    let cells: Vec<&str> = line.split('\t').collect();
    let [word, pos, _, _, _, _, note] = cells.as_slice() else { return None };
    let word: String = word.chars().filter(|c| *c != ' ').collect();
    let hangul = word.chars().all(|c| ('가'..='힣').contains(&c)) && word.chars().count() >= 2;
    if !matches!(*pos, "n" | "nv" | "na" | "abbr") || !hangul {
        return None;
    }
    let parts = note.split([';', ' ', ',']).find_map(|item| {
        let (first, second) = item.split_once('+')?;
        let long = first.chars().count() >= 2 && second.chars().count() >= 2;
        (long && format!("{first}{second}") == word).then(|| [first.to_owned(), second.to_owned()])
    });
    Some((word, parts))
}

fn user_rows() -> Outcome<Vec<UserRow>> {
    let mut rows = Vec::new();
    for (number, line) in fs::read_to_string(Path::new(USER))?.lines().enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let cells: Vec<&str> = line.split('\t').collect();
        let [surface, model, cost, expression, reason] = cells.as_slice() else {
            return Err(format!("{USER}, line {}: not five columns", number + 1).into());
        };
        if reason.is_empty() {
            return Err(format!("{USER}, line {}: an entry needs its reason", number + 1).into());
        }
        rows.push(UserRow {
            surface: (*surface).to_owned(),
            model: (*model).to_owned(),
            cost: cost.parse()?,
            expression: (*expression).to_owned(),
        });
    }
    Ok(rows)
}

fn ends_in_consonant(word: &str) -> bool {
    word.chars().last().is_some_and(|c| (u32::from(c) - 0xAC00) % 28 != 0)
}
