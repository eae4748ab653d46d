use super::{Move, Person, Presentation, Take, recording};

const STEPS: [Move; 3] = [Move::Straight, Move::Left, Move::Closer];
const OTHERS: [Move; 3] = [Move::Straight, Move::Away, Move::Right];

#[test]
fn a_seed_gives_the_same_clip_and_another_another() {
    let person = Person::drawn(1);
    let clip = |seed, presentation| {
        recording(&Take {
            person: &person,
            presentation,
            steps: &STEPS,
            recorded: &OTHERS,
            seed,
        })
        .unwrap()
    };
    let files = |seed| {
        let frames = clip(seed, Presentation::Person).frames;
        frames
            .into_iter()
            .map(|frame| frame.jpeg)
            .collect::<Vec<_>>()
    };
    assert_eq!(files(1), files(1));
    assert_ne!(files(1), files(2));
    for presentation in Presentation::ATTACKS {
        let clip = clip(3, presentation);
        assert_eq!(clip.steps_shown.len(), 3);
        assert!(
            clip.frames
                .iter()
                .map(|frame| frame.step)
                .eq([0, 0, 1, 1, 2, 2])
        );
        assert!(clip.frames.is_sorted_by_key(|frame| frame.at));
    }
}
