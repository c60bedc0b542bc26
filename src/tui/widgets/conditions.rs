//! What a list is searched for and filtered by, each on a line of its own above it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

use super::field::{self, Field};
use super::text::clip;
use crate::messages::{ListLabel as Say, printable};
use crate::tui::app::Shared;

/// A search, and the filters in words.
pub struct Conditions<'a> {
    pub field: &'a Field,
    /// The search is being typed.
    pub finding: bool,
    pub filters: Option<String>,
}

impl Conditions<'_> {
    /// Draws what there is of them at the top of `body`, which keeps the rest.
    pub fn draw(self, frame: &mut Frame, body: &mut Rect, shared: &Shared) {
        let take = |body: &mut Rect| {
            let row = Rect { height: 1, ..*body };
            *body = Rect { y: body.y + 1, height: body.height.saturating_sub(1), ..*body };
            row
        };
        let find = Say::Find.text(shared.lang);
        if self.finding {
            field::draw(frame, take(body), &find, self.field, shared);
        } else if !self.field.text().is_empty() {
            let text = format!("{find} > {}", printable(&self.field.text()));
            frame.render_widget(Span::styled(text, shared.theme.faint()), take(body));
        }
        if let Some(filters) = self.filters {
            let text = clip(&format!("{}: {filters}", Say::Filters.text(shared.lang)), body.width.into());
            frame.render_widget(Span::styled(text, shared.theme.faint()), take(body));
        }
    }
}
