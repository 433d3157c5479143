//! Reads a stream of server-sent events, of which only this matters: that there
//! was one.

/// Counts events in a stream that arrives in pieces.
#[derive(Default)]
pub(crate) struct Events {
    /// What the unfinished line begins with: enough to tell a comment.
    line: Line,
    /// The event under way has a line that is not a comment.
    pending: bool,
    after_return: bool,
}

#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Line {
    #[default]
    Empty,
    Comment,
    Field,
}

impl Events {
    /// Takes the next piece; answers how many events ended in it.
    pub(crate) fn take(&mut self, piece: &[u8]) -> usize {
        let mut ended = 0;
        for &byte in piece {
            let second_half = std::mem::take(&mut self.after_return) && byte == b'\n';
            match byte {
                _ if second_half => {}
                b'\r' | b'\n' => {
                    self.after_return = byte == b'\r';
                    match std::mem::take(&mut self.line) {
                        Line::Empty => ended += usize::from(std::mem::take(&mut self.pending)),
                        Line::Comment => {}
                        Line::Field => self.pending = true,
                    }
                }
                b':' if self.line == Line::Empty => self.line = Line::Comment,
                _ if self.line == Line::Empty => self.line = Line::Field,
                _ => {}
            }
        }
        ended
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn events_count_and_comments_do_not() {
        let count = |text: &str| Events::default().take(text.as_bytes());
        assert_eq!(count(""), 0);
        assert_eq!(count(": still here\n\n"), 0);
        assert_eq!(count("data:\n\n"), 1);
        assert_eq!(count("event: new\r\ndata: 1\r\n\r\n"), 1);
        assert_eq!(count("data: 1\r\rdata: 2\r\r"), 2);
        assert_eq!(count("data: cut"), 0);
        assert_eq!(count("data: 1\n\n\n\n: x\ndata\n\n"), 2);
    }

    proptest! {
        #[test]
        fn where_the_pieces_part_does_not_matter(text in "[a:\r\n]{0,40}", at in 0_usize..40) {
            let at = at.min(text.len());
            let whole = Events::default().take(text.as_bytes());
            let mut parts = Events::default();
            let (one, two) = text.as_bytes().split_at(at);
            prop_assert_eq!(parts.take(one) + parts.take(two), whole);
        }
    }
}
