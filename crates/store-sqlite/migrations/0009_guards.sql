-- What protects a session from somebody who tries again and again.
ALTER TABLE sessions ADD COLUMN guards TEXT;
-- Frames that were handed in to follow a challenge, by keyed digests. A row names no session.
CREATE TABLE known_frames (
    account TEXT NOT NULL,
    mode TEXT NOT NULL,
    digest TEXT NOT NULL,
    film TEXT NOT NULL,
    frame INTEGER NOT NULL,
    day INTEGER NOT NULL,
    PRIMARY KEY (account, mode, digest, film, frame)
);
CREATE INDEX known_frames_by_day ON known_frames (day);
