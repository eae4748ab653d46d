//! Workers on a real database, with a clock that tests move and an endpoint that answers as they say. A job is
//! leased and run step by step, so that whatever comes between the two can be tried.

mod deliveries;
mod housekeeping;
mod networks;
mod receiver;
mod redactions;
mod running;
mod submissions;
mod world;
