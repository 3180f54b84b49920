//! Intervals for one share, rate, mean or median.
