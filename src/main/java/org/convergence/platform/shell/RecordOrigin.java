package org.convergence.platform.shell;

/**
 * Records that led to others, which show them on their own page: a bean of this type for each kind of record.
 *
 * @param permission required to see it
 * @param sql a SELECT with the columns title and page, in the module's own tables; {@code :url} is the page of what was made
 */
public record RecordOrigin(String permission, String sql) {}
