package org.convergence.directory.people;

/**
 * What a person is called.
 *
 * @param name as she wants it written
 */
public record PersonName(PersonId id, String name) {}
