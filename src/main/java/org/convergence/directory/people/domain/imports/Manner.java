package org.convergence.directory.people.domain.imports;

/**
 * How rows are entered.
 *
 * @param untitled the title of a function of which a row only says where it is held
 */
record Manner(Known known, String untitled) {}
