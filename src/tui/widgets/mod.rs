//! Pieces that screens are made of.

pub mod ambiguous;
pub mod chart;
pub mod conditions;
pub mod field;
pub mod panel;
pub mod picked;
pub mod popup;
pub mod rows;
pub mod text;
mod wrap;
