//! A chart as data, then drawn through plotters as SVG.
