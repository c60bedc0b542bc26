//! What a page says about its article: Open Graph, `article:`, JSON-LD, `<time>`, canonical address.

use dom_query::Document as Page;
use serde_json::Value;

use crate::article::Facts;
use crate::import::decode::one_line;
use crate::import::{boilerplate, dates, decode, ending};

/// Longest name of an outlet or a person, in characters.
const LONGEST_NAME: usize = 40;
/// How many objects of JSON-LD are looked through.
const MOST_OBJECTS: usize = 200;

/// The article of the page's JSON-LD, `Null` where there is none.
pub(super) fn linked_data(page: &Page) -> Value {
    for script in page.select("script[type='application/ld+json']").nodes() {
        let text = script.text();
        // Line breaks inside of strings are wrong, and common.
        let parsed = serde_json::from_str(&text)
            .or_else(|_| serde_json::from_str(&text.replace(['\n', '\r', '\t'], " ")))
            .unwrap_or(Value::Null);
        if let Some(article) = article_in(parsed) {
            return article;
        }
    }
    Value::Null
}

/// Looks through lists and `@graph`.
fn article_in(value: Value) -> Option<Value> {
    let mut left = vec![value];
    for _ in 0..MOST_OBJECTS {
        match left.pop()? {
            Value::Array(values) => left.extend(values.into_iter().rev()),
            Value::Object(mut object) => {
                let kind = object.get("@type").map(Value::to_string).unwrap_or_default();
                if kind.contains("Article") || kind.contains("BlogPosting") {
                    return Some(Value::Object(object));
                }
                left.extend(object.remove("@graph"));
                left.extend(object.remove("mainEntity"));
            }
            _ => {}
        }
    }
    None
}

/// The text that JSON-LD holds, where it is more than a beginning.
pub(super) fn linked_text(ld: &Value) -> Option<String> {
    let text = decode::clean(ld.get("articleBody")?.as_str()?).text;
    (ending::syllables(&text) >= 50).then_some(text)
}

pub(super) fn of(page: &Page, ld: &Value) -> Facts {
    let meta = |names: &[&str]| names.iter().find_map(|name| content(page, name));
    let named = |value: Option<String>| value.filter(|name| is_name(name));
    let linked = |key: &str| ld.get(key).and_then(Value::as_str).map(one_line).filter(|text| !text.is_empty());
    let title = meta(&["og:title", "twitter:title", "dable:title"])
        .or_else(|| linked("headline"))
        .or_else(|| Some(one_line(&page.select_single("h1").text())).filter(|title| !title.is_empty()))
        .or_else(|| Some(one_line(&page.select_single("title").text())))
        .unwrap_or_default();
    let publisher = ld.get("publisher").and_then(name_of);
    // Naver: og:article:author is "독파경제 | 네이버", of which the first is the outlet.
    let portal =
        content(page, "og:article:author").and_then(|text| text.split_once(" | ").map(|(outlet, _)| outlet.to_owned()));
    let outlet = named(portal)
        .or_else(|| named(publisher))
        .or_else(|| named(meta(&["og:site_name", "article:publisher", "application-name", "twitter:creator"])));
    let (title, suffix) = headline(&title, outlet.as_deref());
    let outlet = outlet.or(suffix).or_else(|| headline(&one_line(&page.select_single("title").text()), None).1);
    let date =
        meta(&["article:published_time", "og:article:published_time", "datePublished", "date", "Date", "pubdate"])
            .or_else(|| linked("datePublished"))
            .or_else(|| attribute(page, "[itemprop='datePublished']", &["content", "datetime"]))
            .or_else(|| attribute(page, "[data-date-time]", &["data-date-time"]))
            .or_else(|| attribute(page, "time[datetime]", &["datetime"]));
    let author = ld.get("author").and_then(name_of);
    let author = author
        .or_else(|| meta(&["article:author", "dable:author", "author", "byl"]))
        .and_then(|author| reporter(&author, outlet.as_deref()));
    let source = attribute(page, "link[rel='canonical']", &["href"])
        .filter(|address| is_address(address))
        .or_else(|| meta(&["og:url"]).filter(|address| is_address(address)));
    Facts { title, outlet, reporter: author, date: date.and_then(|date| dates::day(&date)), copyright: None, source }
}

/// What `<meta property>` or `<meta name>` says.
fn content(page: &Page, name: &str) -> Option<String> {
    let selector = format!("meta[property='{name}'], meta[name='{name}'], meta[itemprop='{name}']");
    attribute(page, &selector, &["content"])
}

fn attribute(page: &Page, selector: &str, names: &[&str]) -> Option<String> {
    let found = page.select(selector);
    let mut nodes = found.nodes().iter();
    nodes.find_map(|node| {
        names.iter().find_map(|name| node.attr(name)).map(|text| one_line(&text)).filter(|t| !t.is_empty())
    })
}

/// The name in a string, an object with one, or a list of them.
fn name_of(value: &Value) -> Option<String> {
    match value {
        Value::String(name) => Some(one_line(name)),
        Value::Object(object) => object.get("name").and_then(Value::as_str).map(one_line),
        Value::Array(values) => {
            let names: Vec<String> = values.iter().take(6).filter_map(name_of_one).collect();
            (!names.is_empty()).then(|| names.join("·"))
        }
        _ => None,
    }
    .filter(|name| !name.is_empty())
}

fn name_of_one(value: &Value) -> Option<String> {
    value.as_str().or_else(|| value.get("name")?.as_str()).map(one_line).filter(|name| !name.is_empty())
}

/// Addresses and accounts stand where names should.
fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().count() <= LONGEST_NAME && !name.starts_with('@') && !is_address(name)
}

/// Who wrote it, without role and address: 홍길동 기자 (hong@dokpa.kr).
fn reporter(author: &str, outlet: Option<&str>) -> Option<String> {
    if !is_name(author) || Some(author) == outlet {
        return None;
    }
    match boilerplate::line(author, false).and_then(|found| found.reporter) {
        Some(name) => Some(name),
        None => (!boilerplate::looks_like_outlet(author)).then(|| author.to_owned()),
    }
}

/// The headline without the outlet behind it, and that outlet: 금리 동결 | 독파경제, 금리 동결 - 독파경제.
pub(in super::super) fn headline(title: &str, outlet: Option<&str>) -> (String, Option<String>) {
    for mark in [" | ", " - ", " : ", " :: ", " ㅣ ", " < "] {
        let Some((head, tail)) = title.rsplit_once(mark) else { continue };
        let tail = tail.trim_matches(|c: char| c.is_whitespace() || c == ':');
        let is_outlet = outlet == Some(tail) || boilerplate::looks_like_outlet(tail);
        if is_outlet && !head.trim().is_empty() {
            // 금리 동결 | 경제 | 독파경제
            let head = match head.rsplit_once(mark) {
                Some((before, section)) if boilerplate::is_category(section.trim()) => before,
                _ => head,
            };
            return (without_path(head.trim()).to_owned(), Some(tail.to_owned()));
        }
    }
    (without_path(title).to_owned(), None)
}

/// The headline without the path of sections behind it, as one content system has it: 금리 동결 < 금융 < 기사본문.
fn without_path(title: &str) -> &str {
    match title.split_once(" < ") {
        Some((head, path)) if path.split(" < ").all(|part| part == "기사본문" || boilerplate::is_category(part)) => {
            head
        }
        _ => title,
    }
}

fn is_address(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}
