package org.convergence.directory.people;

/**
 * Contacts with an organisation that one module knows: activities, exchanges, answers, mandates. It describes one
 * organisation and never compares. {@link LastContactQueries} reads all sources by one query.
 *
 * @param permission required to see them
 * @param key the message key of their kind, such as {@code exchange.heard}
 * @param sql a SELECT of day and url, the page, of the contacts with {@code :organisation}; it may take {@code :today}
 *     and {@code :zone}, the organisation's own time zone
 */
public record LastContactSource(String permission, String key, String sql) {}
