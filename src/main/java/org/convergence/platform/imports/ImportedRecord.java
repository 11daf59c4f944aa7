package org.convergence.platform.imports;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record created or changed by an import, whatever the number of its lines.
 *
 * @param thing the kind of record, as defined by the kind of list
 * @param line the first line that created or changed it
 * @param before the version before the import, {@code null} if it created the record
 * @param after the version that the import left
 */
public record ImportedRecord(
        String thing, UUID id, int line, @Nullable Integer before, int after) {}
