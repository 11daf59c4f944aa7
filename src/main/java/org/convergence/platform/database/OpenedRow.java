package org.convergence.platform.database;

import org.jspecify.annotations.Nullable;

/**
 * A row as it was when its form was opened, for the comparison after a conflict.
 *
 * @param version the version on which the form was opened
 * @param columns the row's columns at that version; empty where they are no longer known
 * @param who the author of the present version; {@code null} if unknown
 */
public record OpenedRow(int version, Json columns, @Nullable String who) {}
