package org.convergence.platform.document;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;

/**
 * A file as it comes. Nothing that it says of itself is believed.
 *
 * @param name the name that it came with: perhaps a path, perhaps misleading
 */
public record Upload(String name, InputStreamSource content) {

    /** With or without a name. */
    public static Upload of(@Nullable String name, InputStreamSource content) {
        return new Upload(name == null ? "" : name, content);
    }
}
