//! The suite every backend runs: the same promises, whatever database is behind them.
