use axum::body::{Body, Bytes, HttpBody as _};

use super::pace::pieces;
use super::room::Growing;
use super::{Pace, PaceSettings, Room, Trouble};

/// Bytes of a form for which nobody needs room: nearly every form is smaller.
const FREE: usize = 16 * 1024;

/// Reads a form to its end. What is returned beside it is the room that it takes.
pub(crate) async fn whole(
    body: Body,
    limit: usize,
    pace: PaceSettings,
    room: &Room,
) -> Result<(Bytes, Option<Growing>), Trouble> {
    if body.is_end_stream() {
        return Ok((Bytes::new(), None));
    }
    if body.size_hint().lower() > limit as u64 {
        return Err(Trouble::TooLarge);
    }
    let mut pace = Pace::of_form(pace);
    let mut pieces = pieces(body);
    let mut read: Vec<u8> = Vec::new();
    let mut first = None;
    let mut growing: Option<Growing> = None;
    while let Some(piece) = pace.next(&mut pieces).await? {
        if first.is_none() && read.is_empty() {
            first = Some(piece);
            continue;
        }
        let before = first.take().unwrap_or_default();
        let length = read.len() + before.len() + piece.len();
        if length > limit {
            return Err(Trouble::TooLarge);
        }
        if length > FREE {
            let growing = growing.get_or_insert_with(|| room.open(0));
            if growing.grow(before.len() + piece.len()).await? {
                pace.begin_anew();
            }
        }
        read.extend_from_slice(&before);
        read.extend_from_slice(&piece);
    }
    if let Some(growing) = &growing {
        growing.is_whole();
    }
    // Most forms come in one piece.
    match first {
        Some(piece) if piece.len() <= limit => Ok((piece, growing)),
        Some(_) => Err(Trouble::TooLarge),
        None => Ok((read.into(), growing)),
    }
}

#[cfg(test)]
mod tests {
    use futures::StreamExt as _;
    use futures::stream;

    use super::*;

    async fn read(pieces: &[&'static [u8]], limit: usize) -> Result<Bytes, Trouble> {
        let pieces: Vec<_> = pieces
            .iter()
            .map(|piece| Bytes::from_static(piece))
            .collect();
        let body = Body::from_stream(stream::iter(pieces).map(Ok::<_, axum::Error>));
        let room = Room::new(1 << 20);
        let read = whole(body, limit, PaceSettings::default(), &room).await;
        read.map(|(bytes, _)| bytes)
    }

    #[tokio::test]
    async fn pieces_are_put_together_within_the_limit() {
        assert_eq!(read(&[b"a=1"], 3).await.unwrap(), "a=1");
        assert_eq!(read(&[b"a=1", b"&b", b"=2"], 7).await.unwrap(), "a=1&b=2");
        assert_eq!(read(&[b"", b"a"], 1).await.unwrap(), "a");
        assert_eq!(read(&[], 1).await.unwrap(), "");
        assert_eq!(read(&[b"a=1"], 2).await, Err(Trouble::TooLarge));
        assert_eq!(read(&[b"a=", b"1"], 2).await, Err(Trouble::TooLarge));
    }
}
