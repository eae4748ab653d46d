//! The suite every backend runs: the same promises, whatever database is behind them.
//!
//! A backend implements [`Backend`] and calls [`conformance_suite!`](crate::conformance_suite) in a
//! test module; every promise becomes a test of its own.

pub mod accounts;
pub mod api_keys;
pub mod data_keys;
pub mod deliveries;
pub mod ephemeral_keys;
pub mod erasure_receipts;
pub mod events;
pub mod files;
pub mod idempotency;
pub mod jobs;
pub mod keyring;
pub mod known_frames;
pub mod leases;
pub mod lists;
mod model;
pub mod observations;
pub mod ordering;
pub mod reports;
pub mod retention;
mod sample;
pub mod sessions;
pub mod units;
pub mod wake_up;
pub mod webhook_endpoints;

use std::sync::Arc;

use async_trait::async_trait;

use crate::Store;

/// A database made for one test.
#[async_trait]
pub trait Backend: Send {
    /// The store, empty at first.
    fn store(&self) -> Arc<dyn Store>;

    /// Closes the database and opens it again, as a later process would.
    async fn reopen(&mut self);
}

/// Makes every promise a test of a backend: `conformance_suite!(make)`, where `make` is an async
/// function that returns a new, empty [`Backend`].
#[macro_export]
macro_rules! conformance_suite {
    ($make:path) => {
        $crate::conformance_suite! { $make =>
            accounts { round_trip }
            api_keys { round_trip are_unique are_revoked_once count_at_once }
            data_keys {
                round_trip one_key_an_owner destroyed_keys_are_gone are_wrapped_anew
                are_wrapped_by_the_keyring
            }
            deliveries {
                are_told_by_endpoint are_leased_by_endpoint old_ones_are_leased_apart
                health_is_kept_apart
            }
            ephemeral_keys { round_trip deleting_returns_the_key_once aging_brings_the_end_nearer }
            erasure_receipts { round_trip }
            events {
                round_trip of_a_session_oldest_first objects_can_be_replaced
                settling_stops_at_zero changes_to_missing_events_fail
            }
            files {
                round_trip of_a_session private_ones_are_never_listed deleting blobs_of_none
                links_round_trip links_are_updated
            }
            idempotency {
                round_trip a_key_answers_once scopes_have_their_own_keys forgetting of_a_session
            }
            jobs {
                round_trip kinds_are_leased_apart due_longest_first_and_no_more_than_asked
                payloads_are_rewritten_by_their_holder
                jobs_wait_for_their_time leases_are_exclusive lost_leases_are_noticed
                extended_leases_hold retried_jobs_come_back undone_completions_keep_the_job
                next_due_and_count
            }
            keyring { round_trip one_root }
            known_frames { round_trip one_is_first forgetting }
            ordering {
                run_one_after_the_other retries_keep_their_place lapsed_leases_keep_their_place
                behave_like_the_model
            }
            leases { are_exclusive }
            lists {
                sessions_like_the_model reports_like_the_model files_like_the_model
                file_links_like_the_model events_like_the_model endpoints_like_the_model
                unknown_cursors_are_told cursors_of_other_scopes_are_unknown
            }
            observations {
                round_trip one_of_a_kind belong_to_a_file_of_their_session go_with_their_file forgetting
            }
            reports { round_trip }
            retention { old_files old_biometrics old_sessions }
            sessions {
                round_trip are_updated_whole missing_ones_cannot_be_updated identifiers_are_unique
                other_scopes_see_nothing asked_alone_they_are_as_committed submitted_before
                abandoned_by guards_count_everything_at_once
            }
            units {
                dropping_undoes saving_outlives_the_process reading_sees_one_snapshot
                reading_does_not_wait_for_writers reading_units_cannot_write
                writers_take_turns a_cancelled_writer_does_not_block_the_others
                one_failure_leaves_the_rest_of_a_unit
            }
            wake_up {
                notifying_ends_the_wait enqueuing_ends_the_wait notifying_beforehand_is_not_lost
                waiting_ends
            }
            webhook_endpoints { round_trip are_updated_whole deleting only_enabled_ones }
        }
    };
    ($make:path =>) => {};
    ($make:path => $module:ident { $($promise:ident)+ } $($rest:tt)*) => {
        mod $module {
            use super::*;
            $crate::conformance_suite! { @tests $make, $module, $($promise)+ }
        }
        $crate::conformance_suite! { $make => $($rest)* }
    };
    (@tests $make:path, $module:ident, $($promise:ident)+) => {
        $(
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $promise() {
                let mut backend = $make().await;
                $crate::conformance::$module::$promise(&mut backend).await;
            }
        )+
    };
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_promise_is_in_the_suite() {
        let suite = include_str!("conformance.rs");
        for module in [
            include_str!("conformance/accounts.rs"),
            include_str!("conformance/api_keys.rs"),
            include_str!("conformance/data_keys.rs"),
            include_str!("conformance/deliveries.rs"),
            include_str!("conformance/ephemeral_keys.rs"),
            include_str!("conformance/erasure_receipts.rs"),
            include_str!("conformance/events.rs"),
            include_str!("conformance/files.rs"),
            include_str!("conformance/idempotency.rs"),
            include_str!("conformance/jobs.rs"),
            include_str!("conformance/keyring.rs"),
            include_str!("conformance/known_frames.rs"),
            include_str!("conformance/ordering.rs"),
            include_str!("conformance/leases.rs"),
            include_str!("conformance/lists.rs"),
            include_str!("conformance/observations.rs"),
            include_str!("conformance/reports.rs"),
            include_str!("conformance/retention.rs"),
            include_str!("conformance/sessions.rs"),
            include_str!("conformance/units.rs"),
            include_str!("conformance/wake_up.rs"),
            include_str!("conformance/webhook_endpoints.rs"),
        ] {
            for promise in module.split("\npub async fn ").skip(1) {
                let name = promise.split('(').next().unwrap_or_default();
                assert!(
                    suite.contains(&format!(" {name} ")) || suite.contains(&format!(" {name}\n")),
                    "{name}"
                );
            }
        }
    }
}
