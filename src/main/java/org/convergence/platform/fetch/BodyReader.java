package org.convergence.platform.fetch;

import java.io.IOException;
import java.io.InputStream;

/** Reads a response while it arrives. */
@FunctionalInterface
public interface BodyReader<T> {

    /** Reads as much of the body as needed. */
    T read(InputStream body) throws IOException;
}
