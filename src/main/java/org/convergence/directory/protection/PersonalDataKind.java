package org.convergence.directory.protection;

/**
 * A kind of personal data, contributed as a bean by the module that stores it, so that people see who can access it.
 *
 * @param order its position in the list, in tens
 * @param key the message key of its name, such as « Vos heures »
 * @param permission required to see it
 */
public record PersonalDataKind(int order, String key, String permission) {}
