//! What must hold whatever the figures: of numbers, intervals, standards, tallies and measures.

mod number;
mod interval;
mod standard;
mod tally;
mod measure;
mod measure_pairs;
mod measure_ordered;
mod measure_all_groups;
mod measure_cards;
