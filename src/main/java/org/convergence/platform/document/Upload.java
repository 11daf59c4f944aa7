package org.convergence.platform.document;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;

/**
 * An uploaded file. Nothing that it declares is trusted.
 *
 * @param name the given name: perhaps a path, perhaps misleading
 */
public record Upload(String name, InputStreamSource content) {

    public static Upload of(@Nullable String name, InputStreamSource content) {
        return new Upload(name == null ? "" : name, content);
    }
}
