//! Requests of sync with bits flipped, pieces cut out, pieces put in: thousands
//! of them, each either refused or without any effect that was not signed for.

use record::api::Problem;

use crate::people::{Before, Door};

const COUNT: u32 = 3_000;

/// A run of numbers that is the same each time (splitmix64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.next() % most.max(1) as u64).unwrap()
    }
}

/// The request with something wrong in it.
fn spoil(chance: &mut Chance, mut body: Vec<u8>) -> Vec<u8> {
    for _ in 0..=chance.below(3) {
        let at = chance.below(body.len());
        let end = (at + chance.below(40)).min(body.len());
        match chance.below(6) {
            0 => body.truncate(at),
            1 => body.insert(at, chance.next().to_le_bytes()[0]),
            2 => drop(body.drain(at..end)),
            3 => {
                let piece = body[at..end].to_vec();
                let to = chance.below(body.len());
                drop(body.splice(to..to, piece));
            }
            // A length that promises more than there is.
            4 => drop(body.splice(at..(at + 5).min(body.len()), [0xff, 0xff, 0xff, 0xff, 0x0f])),
            _ => {
                if let Some(byte) = body.get_mut(at) {
                    *byte ^= 1 << chance.below(8);
                }
            }
        }
    }
    body
}

#[tokio::test(flavor = "multi_thread")]
async fn spoiled_requests_have_no_effect_that_was_not_signed_for() {
    let before = Before::the_fault().await;
    let mut sam = before.sam.clone();
    let mut program = before.house.start();
    let door = Door::to(&program.base);
    let waiting: Vec<Vec<u8>> = (0..2).map(|_| sam.write(4).block).collect();
    let mut request = sam.request(waiting);
    request.cursors =
        record::Scope::ALL.map(|scope| (scope, record::stream::Cursor::default())).to_vec();
    let whole = request.encode();
    let mut chance = Chance(16);
    let (mut refused, mut answered) = (0, 0);
    for _ in 0..COUNT {
        let response =
            door.send_sync(sam.token(), spoil(&mut chance, whole.clone())).await.unwrap();
        if response.status().is_success() {
            // Every block stands or falls by its own signature.
            let body = response.bytes().await.unwrap();
            record::sync::Response::decode(&body).unwrap();
            answered += 1;
        } else {
            let problem: Problem = response.json().await.unwrap();
            assert!(problem.code.status() < 500, "{problem:?}");
            refused += 1;
        }
    }
    println!("{refused} refused, {answered} answered, {} MiB at most", program.most_memory());
    assert!(refused > COUNT / 4 && answered > 0, "they were hardly spoiled");
    assert!(program.is_running());
    assert!(program.most_memory() < 160);
    before.is_whole(&door, &mut sam).await;
}
