package org.convergence.platform.redaction;

import java.util.Set;

/**
 * Contributed by a module whose rows copy texts about people, as letters and imported lists do: a bean of this type for
 * each table, from whose columns the name of an erased person is removed.
 */
public record RedactableColumns(String table, Set<String> columns) {}
