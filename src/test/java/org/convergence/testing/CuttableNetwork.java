package org.convergence.testing;

import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The network between a browser and the application. Cut, it is gone for service workers too, which the browser's own
 * offline mode leaves connected.
 */
public final class CuttableNetwork implements AutoCloseable {

    private final ServerSocket server;
    private final int application;
    private final Collection<Socket> open = new ConcurrentLinkedQueue<>();
    private volatile boolean isCut;

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
            start(() -> client.getInputStream().transferTo(other.getOutputStream()));
            start(() -> {
                other.getInputStream().transferTo(client.getOutputStream());
                client.close();
            });
        }
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
