//! Charts as SVG. Colours are the page's custom properties, so that light and dark are one picture; sizes are units of a
//! view box that is 640 wide.

use crate::messages::escaped;

pub const WIDTH: f64 = 640.0;

/// A picture with what it says in words for those who do not see it.
pub fn picture(height: f64, told: &str, inside: &str) -> String {
    format!("<svg viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-label=\"{}\">{inside}</svg>\n", escaped(told))
}

pub fn text(x: f64, y: f64, anchor: &str, class: &str, text: &str) -> String {
    format!("<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\" class=\"{class}\">{}</text>", escaped(text))
}

pub fn rect(x: f64, y: f64, width: f64, height: f64, class: &str, told: &str) -> String {
    let title = if told.is_empty() { String::new() } else { format!("<title>{}</title>", escaped(told)) };
    format!(
        "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" rx=\"2\" class=\"{class}\">{title}</rect>"
    )
}

/// Steps of 1, 2 or 5 times a power of ten, about four of them up to `most`.
pub fn ticks(most: f64) -> Vec<f64> {
    let rough = (most / 4.0).max(1.0);
    let power = 10.0_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|factor| factor * power).find(|step| *step >= rough);
    let step = step.unwrap_or(power);
    let mut all = vec![0.0];
    while let Some(last) = all.last().copied().filter(|last| *last < most && all.len() < 12) {
        all.push(last + step);
    }
    all
}

/// Lines across with their values at the left, and the highest of them.
fn axis(most: f64, top: f64, bottom: f64, left: f64, unit: &str) -> (String, f64) {
    let ticks = ticks(most);
    let high = ticks.last().copied().unwrap_or(1.0).max(1.0);
    let mut out = String::new();
    for tick in ticks {
        let y = bottom - (bottom - top) * tick / high;
        out.push_str(&format!("<line x1=\"{left}\" x2=\"{WIDTH}\" y1=\"{y:.1}\" y2=\"{y:.1}\" class=\"grid\"/>"));
        out.push_str(&text(left - 6.0, y + 4.0, "end", "label", &format!("{tick}{unit}")));
    }
    (out, high)
}

const TOP: f64 = 12.0;
const LEFT: f64 = 46.0;

/// Columns; `labels` are (index, text) under them, `told` says a column in words.
pub fn columns(values: &[f64], labels: &[(usize, String)], told: impl Fn(usize) -> String, said: &str) -> String {
    let bottom = 170.0;
    let (mut out, high) = axis(values.iter().copied().fold(0.0, f64::max), TOP, bottom, LEFT, "");
    let each = (WIDTH - LEFT) / number(values.len().max(1));
    for (at, value) in values.iter().enumerate().filter(|(_, value)| **value > 0.0) {
        let height = (bottom - TOP) * value / high;
        let x = LEFT + each * number(at);
        out.push_str(&rect(x + each * 0.1, bottom - height, each * 0.8, height, "c1", &told(at)));
    }
    out.push_str(&under(labels, values.len(), each, bottom));
    picture(196.0, said, &out)
}

/// Areas that lie on one another, the first at the bottom; each is its name, its class and its values.
pub fn areas(layers: &[(String, &str, Vec<f64>)], labels: &[(usize, String)], said: &str) -> String {
    let bottom = 190.0;
    let count = layers.first().map_or(0, |(_, _, values)| values.len());
    let sum =
        |upto: usize, at: usize| -> f64 { layers.iter().take(upto).filter_map(|(_, _, values)| values.get(at)).sum() };
    let most = (0..count).map(|at| sum(layers.len(), at)).fold(0.0, f64::max);
    let (mut out, high) = axis(most, TOP, bottom, LEFT, "");
    let each = (WIDTH - LEFT) / number(count.saturating_sub(1).max(1));
    let point = |at: usize, value: f64| {
        format!("{:.1},{:.1} ", LEFT + each * number(at), bottom - (bottom - TOP) * value / high)
    };
    for (index, (name, class, _)) in layers.iter().enumerate() {
        let upper: String = (0..count).map(|at| point(at, sum(index + 1, at))).collect();
        let lower: String = (0..count).rev().map(|at| point(at, sum(index, at))).collect();
        out.push_str(&format!(
            "<polygon points=\"{upper}{lower}\" class=\"{class} area\"><title>{}</title></polygon>",
            escaped(name)
        ));
    }
    out.push_str(&under(labels, count, each, bottom));
    let mut x = LEFT;
    for (name, class, _) in layers.iter().filter(|_| layers.len() > 1) {
        out.push_str(&rect(x, 222.0, 11.0, 11.0, class, ""));
        out.push_str(&text(x + 16.0, 232.0, "start", "label", name));
        x += 110.0;
    }
    picture(if layers.len() > 1 { 240.0 } else { 216.0 }, said, &out)
}

fn under(labels: &[(usize, String)], count: usize, each: f64, bottom: f64) -> String {
    let label = |(at, label): &(usize, String)| {
        let anchor = match *at {
            0 => "start",
            at if at + 1 >= count => "end",
            _ => "middle",
        };
        let x = if anchor == "end" { WIDTH } else { LEFT + each * number(*at) };
        text(x, bottom + 18.0, anchor, "label", label)
    };
    labels.iter().map(label).collect()
}

/// A row of a bar chart.
pub struct Bar {
    pub label: String,
    /// From 0 to 1, of what is known and of all.
    pub part: f64,
    pub behind: f64,
    /// A line across the bar.
    pub mark: Option<f64>,
    pub told: String,
}

pub fn bars(rows: &[Bar], said: &str) -> String {
    let (left, width) = (130.0, 380.0);
    let mut out = String::new();
    for (at, row) in rows.iter().enumerate() {
        let y = 6.0 + 26.0 * number(at);
        out.push_str(&text(left - 10.0, y + 14.0, "end", "label", &row.label));
        out.push_str(&rect(left, y, width, 18.0, "empty", ""));
        if row.behind > 0.0 {
            out.push_str(&rect(left, y, width * row.behind.clamp(0.0, 1.0), 18.0, "c3", ""));
        }
        out.push_str(&rect(left, y, width * row.part.clamp(0.0, 1.0), 18.0, "c1", &row.told));
        if let Some(mark) = row.mark {
            let x = left + width * mark.clamp(0.0, 1.0);
            out.push_str(&format!(
                "<line x1=\"{x:.1}\" x2=\"{x:.1}\" y1=\"{:.1}\" y2=\"{:.1}\" class=\"mark\"/>",
                y - 3.0,
                y + 21.0
            ));
        }
        out.push_str(&text(left + width + 10.0, y + 14.0, "start", "label", &row.told));
    }
    picture(12.0 + 26.0 * number(rows.len()), said, &out)
}

#[expect(clippy::cast_precision_loss, reason = "a picture's places")]
pub fn number(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_reach_the_highest() {
        assert_eq!(ticks(37.0), [0.0, 10.0, 20.0, 30.0, 40.0]);
        assert_eq!(ticks(0.0), [0.0]);
        assert!(ticks(1234.0).last().is_some_and(|last| *last >= 1234.0));
    }

    #[test]
    fn texts_are_escaped() {
        assert!(
            bars(&[Bar { label: "<i>".into(), part: 0.5, behind: 0.0, mark: None, told: "a&b".into() }], "\"x\"")
                .contains("&lt;i&gt;")
        );
        assert!(picture(1.0, "\"x\"", "").contains("aria-label=\"&quot;x&quot;\""));
    }
}
