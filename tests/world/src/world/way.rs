//! What the way does to an answer.

use record::sync::Response;
use shared::effects::network::Answer;

use crate::step::{Damage, Way};

/// Spoils an answer; the first that it fits ends it.
pub(super) fn spoil(mut answer: Answer, way: &mut Way) -> Answer {
    match *way {
        Way::Short(sixteenths) => {
            let length = answer.body.len() * usize::from(sixteenths) / 16;
            answer.body.truncate(length);
            *way = Way::Well;
        }
        Way::Damaged(damage, at) => {
            if let Ok(mut response) = Response::decode(&answer.body)
                && harm(&mut response, damage, usize::from(at))
            {
                answer.body = response.encode();
                *way = Way::Well;
            }
        }
        _ => {}
    }
    answer
}

/// Damages an answer, where there is anything in it to damage so.
fn harm(response: &mut Response, damage: Damage, at: usize) -> bool {
    if damage == Damage::Acknowledged {
        let count = response.accepted.len().max(1);
        let Some(accepted) = response.accepted.get_mut(at % count) else { return false };
        accepted.arrived ^= 1;
        return true;
    }
    let mut parts: Vec<_> =
        response.streams.iter_mut().filter(|part| !part.blocks.is_empty()).collect();
    let count = parts.len().max(1);
    let Some(part) = parts.get_mut(at % count) else { return false };
    let (blocks, at) = (&mut part.blocks, at / count);
    let one = at % blocks.len();
    let next = (one + 1) % blocks.len();
    match damage {
        Damage::Lost => drop(blocks.remove(one)),
        Damage::Doubled => blocks.insert(at % (blocks.len() + 1), blocks[one].clone()),
        Damage::Swapped if next != one => blocks.swap(one, next),
        Damage::Moved => blocks[one].first += 1,
        Damage::Late => blocks[one].arrived ^= 1,
        Damage::Head => part.head.hash[at % 16] ^= 1,
        Damage::Swapped | Damage::Bit | Damage::Acknowledged => {
            let block = &mut blocks[one].block;
            // Mostly in what was written: the head of a block is short.
            let bit = (at / 2) % (block.len() * 8);
            block[bit / 8] ^= 1 << (bit % 8);
        }
    }
    true
}
