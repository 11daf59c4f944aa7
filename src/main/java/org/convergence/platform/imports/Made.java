package org.convergence.platform.imports;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that an import made or changed, however many of its lines touched it.
 *
 * @param thing what it is, in the word of its kind of list
 * @param line the first that touched it
 * @param before the version before the import, {@code null} where it made the thing
 * @param after the version that the import left
 */
public record Made(
        String thing, UUID id, int line, @Nullable Integer before, int after) {}
