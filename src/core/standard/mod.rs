//! Standardised rates and life tables.
