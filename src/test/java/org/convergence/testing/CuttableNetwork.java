package org.convergence.testing;

import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * The network between a browser and the application. Cut, it is gone for service workers too, which the browser's own
 * offline mode leaves connected.
 */
public final class CuttableNetwork implements AutoCloseable {

    private static final long LATENCY = Duration.ofMillis(400).toNanos();
    private static final long NANOSECONDS_PER_BYTE = 20_000;

    private final ServerSocket server;
    private final int application;
    private final Collection<Socket> open = new ConcurrentLinkedQueue<>();
    private final AtomicLong received = new AtomicLong();
    private final Object line = new Object();
    private volatile boolean isCut;
    private volatile boolean isSlow;

    /** @param url an address of the application */
    public CuttableNetwork(String url) {
        application = java.net.URI.create(url).getPort();
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** The URL of a path behind this network. */
    public String urlOf(String path) {
        return "http://localhost:" + server.getLocalPort() + path;
    }

    /** Cuts or mends the network of a device, which learns of it. */
    public void setCut(BrowserContext device, boolean cut) {
        isCut = cut;
        if (cut) {
            closeAll();
        }
        device.setOffline(cut);
        if (!cut) {
            // A page that was opened from the cache meanwhile is not told by the browser's own switch.
            device.pages().forEach(page -> page.evaluate("dispatchEvent(new Event('online'))"));
        }
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = server.accept();
            if (isCut) {
                client.close();
                continue;
            }
            Socket other = new Socket(InetAddress.getLoopbackAddress(), application);
            open.addAll(List.of(client, other));
            start(() -> pass(client.getInputStream(), other.getOutputStream(), true));
            start(() -> {
                pass(other.getInputStream(), client.getOutputStream(), false);
                client.close();
            });
        }
    }

    /** Passes bytes on, as slowly as the line: a request waits once, and all connections share its bytes. */
    private void pass(InputStream from, OutputStream to, boolean isRequest) throws IOException {
        byte[] bytes = new byte[4_096];
        long lastAt = 0;
        for (int read = from.read(bytes); read >= 0; read = from.read(bytes)) {
            if (isSlow && isRequest && System.nanoTime() - lastAt > LATENCY) {
                LockSupport.parkNanos(LATENCY);
            }
            if (isSlow) {
                synchronized (line) {
                    LockSupport.parkNanos(read * NANOSECONDS_PER_BYTE);
                }
            }
            if (!isRequest) {
                received.addAndGet(read);
            }
            to.write(bytes, 0, read);
            lastAt = System.nanoTime();
        }
    }

    /** Makes the line as slow as the browser's slow 3G: 400 ms, and 50 kB a second. */
    public void slowDown() {
        isSlow = true;
    }

    /** How many bytes the browser received, with headers. */
    public long countReceivedBytes() {
        return received.get();
    }

    private interface NetworkWork {
        void run() throws IOException;
    }

    private static void start(NetworkWork work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException closed) {
                        // One side closed the connection.
                    }
                },
                "cuttable-network");
        thread.setDaemon(true);
        thread.start();
    }

    private void closeAll() {
        for (Socket each : open) {
            try {
                each.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        open.clear();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        closeAll();
    }
}
