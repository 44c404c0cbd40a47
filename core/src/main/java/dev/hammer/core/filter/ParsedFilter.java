package dev.hammer.core.filter;

/** What became of a filter that somebody typed. */
public sealed interface ParsedFilter permits Filter, FilterProblem {}
