//! An Answer after one disclosure rule. Everything that leaves the app takes a Release.
