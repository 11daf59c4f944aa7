package org.convergence.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Free ports. They are below the ephemeral ports, which a connection could take between the check and the use; each
 * process of a run has its own range.
 */
public final class FreePorts {

    private static final int FIRST = 20_000;
    private static final int OF_EACH = 3_000;

    private static final AtomicInteger NEXT =
            new AtomicInteger(FIRST + Integer.parseInt(TestDatabase.FORK) % 4 * OF_EACH);

    private FreePorts() {}

    public static int next() {
        while (true) {
            int port = NEXT.getAndIncrement();
            if (isFree(port)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        if (port > 65_535) {
            throw new IllegalStateException("no port is free");
        }
        try (var socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (BindException taken) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
