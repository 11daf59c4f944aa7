package org.convergence.directory.protection;

/**
 * Something that the application keeps about people, contributed by the room that keeps it, so that everyone sees who may see
 * what of her: a bean of this type.
 *
 * @param order place in the list, in tens
 * @param key message with its name, for instance « Vos heures »
 * @param permission of those who may see it
 */
public record PersonalData(int order, String key, String permission) {}
