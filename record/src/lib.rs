//! What a care record is.
