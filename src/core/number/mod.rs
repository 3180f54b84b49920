//! Distributions, regression and seeded generators.
