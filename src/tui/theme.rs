//! Colours. Each of them has a sign beside it on the screen, so that none is needed to understand it.

use ratatui::style::{Color, Modifier, Style};

use crate::reader::Knowledge;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    coloured: bool,
}

impl Theme {
    pub const fn new(coloured: bool) -> Self {
        Self { coloured }
    }

    fn paint(self, color: Color) -> Style {
        if self.coloured { Style::new().fg(color) } else { Style::new() }
    }

    pub fn title(self) -> Style {
        self.paint(Color::Cyan).add_modifier(Modifier::BOLD)
    }

    pub fn faint(self) -> Style {
        self.paint(Color::DarkGray)
    }

    pub fn blank(self) -> Style {
        self.paint(Color::Yellow).add_modifier(Modifier::BOLD)
    }

    pub fn answer(self) -> Style {
        self.paint(Color::Green).add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
    }

    pub fn good(self) -> Style {
        self.paint(Color::Green).add_modifier(Modifier::BOLD)
    }

    pub fn fair(self) -> Style {
        self.paint(Color::Yellow).add_modifier(Modifier::BOLD)
    }

    pub fn bad(self) -> Style {
        self.paint(Color::Red).add_modifier(Modifier::BOLD)
    }

    pub const fn is_coloured(self) -> bool {
        self.coloured
    }

    /// A term in the text of an article. What is to be learned is underlined, whatever the colours.
    pub fn knowledge(self, knowledge: Knowledge) -> Style {
        match knowledge {
            Knowledge::New => self.paint(Color::LightBlue).add_modifier(Modifier::UNDERLINED | Modifier::BOLD),
            Knowledge::Learning => self.paint(Color::Yellow).add_modifier(Modifier::UNDERLINED),
            Knowledge::Young => self.paint(Color::Green),
            Knowledge::Mature | Knowledge::Known => Style::new(),
            Knowledge::Ignored => self.faint(),
            Knowledge::Name => self.paint(Color::Magenta).add_modifier(Modifier::ITALIC),
        }
    }

    pub fn selected(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    pub fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }
}
