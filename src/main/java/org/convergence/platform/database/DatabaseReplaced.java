package org.convergence.platform.database;

/** The rows were replaced as a whole under the running application: whatever was remembered of them is to be forgotten. */
public record DatabaseReplaced() {}
