package org.convergence.directory.people;

/**
 * The name of a person.
 *
 * @param name in the form the person wants
 */
public record PersonName(PersonId id, String name) {}
