//! Whatever a person does in whatever order, and with whatever device, the guards of a session hold: what
//! somebody tries who has one recording and wants a challenge that it answers.

use std::collections::{BTreeMap, BTreeSet};

use checks::Policy;
use http::{Method, StatusCode};
use identity::{
    Challenge, FrameDigests, Guards, LinkTokenKind, Random, SeededRandom, SessionId,
    VerificationSession,
};
use sha2::{Digest as _, Sha256};

use super::world::{Client, World};

/// How many challenges to draw; `make soak` draws thousands.
const DRAWS: &str = "BONAFIDE_DRAWS";
const FEWEST: usize = 60;
/// Steps of one session.
const STEPS: usize = 150;
/// Recordings that are tried again and again, in every session.
const RECORDINGS: usize = 6;
const PARTS: u8 = 6;

#[tokio::test]
async fn no_way_through_a_session_gets_around_its_guards() {
    let wanted = std::env::var(DRAWS).map_or(FEWEST, |number| number.parse().unwrap());
    let world = World::challenging(true).await;
    let mut walker = Walker {
        world: &world,
        random: SeededRandom::new(7),
        contents: BTreeMap::new(),
        accepted: BTreeSet::new(),
        refused: 0,
        saved: 0,
    };
    let mut draws = 0;
    let mut sessions = 0;
    while draws < wanted {
        draws += walker.session().await;
        sessions += 1;
    }
    assert!(sessions * Guards::DRAWS >= draws);
    assert!(walker.refused > 0, "recordings came again");
    assert!(!walker.accepted.is_empty(), "and new ones were taken");
}

struct Walker<'a> {
    world: &'a World,
    random: SeededRandom,
    /// What each file shows: which recording, which frame of it, and how often it was saved.
    contents: BTreeMap<String, (usize, usize, usize)>,
    /// Frames of recordings that passed for new, in any session.
    accepted: BTreeSet<(usize, usize)>,
    refused: usize,
    saved: usize,
}

/// What is known of one session from outside.
struct Seen {
    orders: BTreeMap<String, BTreeSet<String>>,
    /// When challenges end that were given out.
    ends: BTreeSet<i64>,
    guards: Guards,
    judged: usize,
}

impl<'w> Walker<'w> {
    /// Walks through a session at random; returns how many challenges it was given.
    async fn session(&mut self) -> usize {
        let world = self.world;
        let session = world.selfie_session().await;
        let mut callers = vec![world.app(&session).await];
        let mut seen = Seen {
            orders: BTreeMap::new(),
            ends: BTreeSet::new(),
            guards: session.guards.clone(),
            judged: 0,
        };
        for _ in 0..STEPS {
            let caller = self.below(callers.len());
            self.step(&session, &mut callers, caller, &mut seen).await;
            let opened = world.opened(&session.id).await;
            assert!(opened.session.guards.covers(&seen.guards));
            seen.guards = opened.session.guards.clone();
            self.hold(&session.id, &seen).await;
            if !opened.session.is_open() {
                break;
            }
        }
        seen.guards.draws()
    }

    async fn step(
        &mut self,
        session: &VerificationSession,
        callers: &mut Vec<Client<'w>>,
        caller: usize,
        seen: &mut Seen,
    ) {
        let client = &callers[caller];
        match self.below(20) {
            0 => drop(client.data(&[("[biometric_consent]", "false")]).await),
            1 | 2 => drop(client.consent().await),
            3..=6 => self.draw(client, seen).await,
            7..=9 => self.recording(client).await,
            10 => drop(client.post("data", "clear_data[face]=true").await),
            11 => {
                client.side("front", false).await;
                client.side("back", false).await;
            }
            12 | 13 => {
                if client.post("submit", "").await.body["status"] == "processing" {
                    self.judge(&session.id, seen).await;
                }
            }
            14 => drop(
                client
                    .post("data", "clear_data[biometric_consent]=true")
                    .await,
            ),
            15 => {
                let link = client.post("handover", "").await.body["url"].clone();
                let path = link
                    .as_str()
                    .and_then(|link| link.split_once("example.org"));
                if let Some((_, path)) = path {
                    callers.extend(self.device(session, path).await);
                }
            }
            16 => {
                let opened = self.world.opened(&session.id).await;
                let link = self.world.link(&opened.session, LinkTokenKind::Url);
                callers.extend(self.device(session, &link).await);
            }
            17 => callers.push(self.world.app(session).await),
            _ => self.world.clock.advance([7, 95, 900][self.below(3)]),
        }
    }

    /// A browser that spends a link: one more, until there are some.
    async fn device(&self, session: &VerificationSession, link: &str) -> Option<Client<'w>> {
        let path = format!("{link}/begin");
        let begun = self.world.call(Method::POST, &path, &[], Some("")).await;
        Some(self.world.browser(session, &begun.cookie()?))
    }

    async fn draw(&mut self, client: &Client<'_>, seen: &mut Seen) {
        let variant = ["turns", "turns", "distance"][self.below(3)];
        let drawn = client
            .post("challenge", &format!("variant={variant}"))
            .await;
        if drawn.status == StatusCode::OK {
            let orders = seen.orders.entry(variant.to_owned()).or_default();
            orders.insert(drawn.body["steps"].to_string());
            seen.ends.insert(drawn.body["expires_at"].as_i64().unwrap());
        }
    }

    /// Hands in a recording that was there before, saved anew or as it was, or a new one.
    async fn recording(&mut self, client: &Client<'_>) {
        let recording = if self.below(3) > 0 {
            self.below(RECORDINGS)
        } else {
            self.saved += 1;
            RECORDINGS + self.saved
        };
        let saved = self.below(2) * self.saved;
        let mut files = Vec::new();
        for frame in 0..Policy::shipped().thresholds.known_alike {
            let file = client.upload().await;
            self.contents
                .insert(file.clone(), (recording, frame, saved));
            files.push(file);
        }
        client.recording(&files, 1 + Challenge::MOVES).await;
    }

    /// What a worker does with a submission, but for looking at pictures: a recording that fits is refused for
    /// the frames that are known, and taken otherwise.
    async fn judge(&mut self, id: &SessionId, seen: &mut Seen) {
        let opened = self.world.opened(id).await;
        let answer = opened.personal.collected.face.and_then(|face| face.answer);
        let frames = answer.unwrap().recording.frames;
        let shown: Vec<_> = frames
            .iter()
            .map(|frame| self.contents[frame.image.as_str()])
            .collect();
        let marks: Vec<_> = shown.iter().map(|shown| marks(*shown)).collect();
        let known = self.world.judge(id, &marks).await;
        seen.judged += 1;
        if known.files > 0 || known.alike >= Policy::shipped().thresholds.known_alike {
            self.refused += 1;
            return;
        }
        for (recording, frame, _) in shown {
            let is_new = self.accepted.insert((recording, frame));
            assert!(
                is_new,
                "a frame of recording {recording} was accepted again"
            );
        }
    }

    async fn hold(&self, id: &SessionId, seen: &Seen) {
        assert!(seen.orders.values().all(|orders| orders.len() == 1));
        assert!(seen.ends.len() <= Guards::DRAWS);
        for end in &seen.ends {
            let within = seen.ends.range(end - 3599..=*end).count();
            assert!(within <= Guards::DRAWS_PER_HOUR, "{within} within an hour");
        }
        let told = self.world.events(id).await;
        let asked = told.iter().filter(|name| name.ends_with("requires_input"));
        assert!(asked.count() <= 1 + 2 * seen.judged);
    }

    fn below(&self, limit: usize) -> usize {
        let mut bytes = [0; 4];
        self.random.fill(&mut bytes);
        u32::from_be_bytes(bytes) as usize % limit
    }
}

fn marks(shown: (usize, usize, usize)) -> FrameDigests {
    let (recording, frame, saved) = shown;
    let part = |part: u8| {
        let seed = Sha256::digest(format!("{recording} {frame} {part}"));
        u32::from_be_bytes([0, seed[0], seed[1], seed[2]])
    };
    FrameDigests {
        sha256: hex::encode(Sha256::digest(format!("{recording} {frame} {saved}"))),
        perceptual_hash: (0..PARTS).map(part).collect(),
    }
}
