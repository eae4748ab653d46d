//! The suite every backend runs, and what PostgreSQL alone has to get right.
