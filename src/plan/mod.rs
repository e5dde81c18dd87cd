//! What a plan is, and every change that can be made to it.
