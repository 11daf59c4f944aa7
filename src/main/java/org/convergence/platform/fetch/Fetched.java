package org.convergence.platform.fetch;

import org.jspecify.annotations.Nullable;

/**
 * What came.
 *
 * @param content what the reader made of it; {@code null} where nothing changed since the last time
 * @param etag to be sent along the next time
 * @param lastModified likewise
 */
public record Fetched<T>(
        @Nullable T content,
        @Nullable String etag,
        @Nullable String lastModified) {}
