package org.convergence.directory.people;

/**
 * The name of a person.
 *
 * @param name the display name that the person chose, otherwise given name and family name
 */
public record PersonName(PersonId id, String name) {}
