package org.convergence.platform.database;

/** Event: all rows were replaced while the application runs; caches must be cleared. */
public record DatabaseReplaced() {}
