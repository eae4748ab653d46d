//! What the tests share: the real server, a webhook receiver, documents, a person.

mod documents;
mod merchant;
mod person;
mod receiver;
mod server;
mod storage;

pub use documents::{Document, SAME_PERSON, portrait};
pub use merchant::{Merchant, connect, document_session};
pub use person::Person;
pub use receiver::{Delivery, Receiver};
pub use server::{Keys, Server};
