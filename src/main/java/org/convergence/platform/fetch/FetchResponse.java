package org.convergence.platform.fetch;

import org.jspecify.annotations.Nullable;

/**
 * The response.
 *
 * @param content the reader's result; {@code null} if unchanged since the last time
 * @param etag to be sent the next time
 * @param lastModified likewise
 */
public record FetchResponse<T>(
        @Nullable T content,
        @Nullable String etag,
        @Nullable String lastModified) {}
