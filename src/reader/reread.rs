//! Which articles are worth reading again: those whose words came to stay since.

use super::Share;

/// The part of the running words that has to be mature or known; names and what is ignored are not counted. By most
/// studies so much is what reading without a dictionary takes.
const RIPE: f64 = 0.95;
/// Days since it was read last: before, one still remembers the article and not the words.
const APART: i32 = 14;

/// An article that was read to its end.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Grown {
    /// What was known of its running words when it was read last, and what is known now.
    pub then: Share,
    pub now: Share,
    /// Those that are mature or known.
    pub mature: Share,
    /// Days since it was read last.
    pub days: i32,
    /// Terms that were looked up then and are mature now.
    pub looked_up: usize,
}

impl Grown {
    /// Whether it comes back as a re-reading.
    pub fn is_ripe(&self) -> bool {
        self.mature.all > 0
            && self.mature.part() >= RIPE
            && self.now.percent() > self.then.percent()
            && self.days >= APART
    }

    /// What sorts the most telling one first: of which more was looked up then, then of which more came to be known.
    pub const fn rank(&self) -> std::cmp::Reverse<(usize, usize)> {
        std::cmp::Reverse((self.looked_up, self.now.percent().saturating_sub(self.then.percent())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_comes_back_when_its_words_are_mature_and_it_is_not_fresh() {
        let of = |known| Share { known, all: 100 };
        let ripe = Grown { then: of(60), now: of(98), mature: of(95), days: 14, looked_up: 3 };
        assert!(ripe.is_ripe());
        assert!(!Grown { mature: of(94), ..ripe }.is_ripe());
        assert!(!Grown { days: 13, ..ripe }.is_ripe());
        assert!(!Grown { then: of(98), ..ripe }.is_ripe(), "nothing came to be known since");
        assert!(!Grown { mature: Share::default(), ..ripe }.is_ripe(), "without words there is nothing");
        let mut all = [Grown { looked_up: 0, ..ripe }, Grown { looked_up: 0, then: of(20), ..ripe }, ripe];
        all.sort_by_key(Grown::rank);
        assert_eq!(all.map(|grown| (grown.looked_up, grown.then.known)), [(3, 60), (0, 20), (0, 60)]);
    }
}
