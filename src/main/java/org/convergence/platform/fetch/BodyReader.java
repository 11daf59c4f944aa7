package org.convergence.platform.fetch;

import java.io.IOException;
import java.io.InputStream;

/** Makes something of what comes, while it comes. */
@FunctionalInterface
public interface BodyReader<T> {

    /** Reads as far as it needs. */
    T read(InputStream body) throws IOException;
}
