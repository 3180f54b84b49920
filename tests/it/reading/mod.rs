//! From bytes to rows to a tally: delimited text, whole, cut anywhere, sorted, hostile.

pub(crate) mod files;
mod sniff;
mod cells;
mod csv;
mod csv_laws;
mod csv_hostile;
mod stratified;
mod outcomes;
mod periods;
mod sorted;
mod beside;
mod stacked;
