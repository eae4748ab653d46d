//! A webhook endpoint on a loopback port that keeps what it got and can wait for more.

use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::routing::post;
use serde_json::Value;
use stripe_webhook::{Event, Webhook};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::time::timeout;

const DELIVERED_WITHIN: Duration = Duration::from_mins(1);

#[derive(Clone, Debug)]
pub struct Delivery {
    pub body: String,
    pub signature: String,
}

impl Delivery {
    /// Whether it says to be about this session, before anybody checked its signature.
    fn is_about(&self, session: &str) -> bool {
        let event: Value = serde_json::from_str(&self.body).expect("events are JSON");
        event["data"]["object"]["id"] == session
    }

    /// The event, accepted by the client library's signature check.
    pub fn event(&self, secret: &str) -> Event {
        Webhook::construct_event(&self.body, &self.signature, secret).expect("a signed event")
    }
}

type Deliveries = watch::Sender<Vec<Delivery>>;

/// Answers 200 to every delivery.
pub struct Receiver {
    pub url: String,
    deliveries: Deliveries,
}

impl Receiver {
    pub async fn start() -> Self {
        let deliveries = Deliveries::default();
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}/webhook", listener.local_addr().expect("a port"));
        let router = Router::new()
            .route("/webhook", post(keep))
            .with_state(deliveries.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { url, deliveries }
    }

    /// The first `count` deliveries about a session, once so many have arrived.
    pub async fn wait_for(&self, session: &str, count: usize) -> Vec<Delivery> {
        let mut arrivals = self.deliveries.subscribe();
        let about_session = |all: &[Delivery]| -> Vec<Delivery> {
            let matching = all.iter().filter(|delivery| delivery.is_about(session));
            matching.take(count).cloned().collect()
        };
        let arrived = arrivals.wait_for(|all| about_session(all).len() == count);
        let Ok(Ok(all)) = timeout(DELIVERED_WITHIN, arrived).await else {
            let all = self.deliveries.borrow();
            panic!("not {count} deliveries about {session}, of {all:?}");
        };
        about_session(&all)
    }
}

async fn keep(State(deliveries): State<Deliveries>, headers: HeaderMap, body: String) {
    let signature = headers["stripe-signature"]
        .to_str()
        .expect("ASCII")
        .to_owned();
    deliveries.send_modify(|all| all.push(Delivery { body, signature }));
}
