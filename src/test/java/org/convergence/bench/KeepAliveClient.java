package org.convergence.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Requests one page repeatedly on a kept-open connection, at almost no cost for the machine. */
final class KeepAliveClient implements AutoCloseable {

    private final URI uri;
    private final @Nullable InetAddress from;
    private final byte[] request;
    private Socket socket;
    private InputStream in;

    KeepAliveClient(String address, String path, String cookies) throws IOException {
        this(address, path, cookies, null);
    }

    /** @param from the address of the client; {@code null} for the usual one */
    KeepAliveClient(String address, String path, String cookies, @Nullable InetAddress from) throws IOException {
        uri = URI.create(address);
        this.from = from;
        socket = connect();
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        request = ("GET " + path + " HTTP/1.1\r\nHost: " + uri.getAuthority() + "\r\nCookie: " + cookies + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private Socket connect() throws IOException {
        Socket connected = from == null
                ? new Socket(uri.getHost(), uri.getPort())
                : new Socket(InetAddress.getLoopbackAddress(), uri.getPort(), from, 0);
        connected.setTcpNoDelay(true);
        return connected;
    }

    /** Opens the page once and returns its size; reconnects when the server closes the connection. */
    int open() throws IOException {
        int length = -1;
        boolean last = false;
        socket.getOutputStream().write(request);
        String status = line();
        if (!status.contains(" 200")) {
            throw new IOException(status);
        }
        for (String header = line().toLowerCase(Locale.ROOT);
                !header.isEmpty();
                header = line().toLowerCase(Locale.ROOT)) {
            length = header.startsWith("content-length:")
                    ? Integer.parseInt(header.substring(15).strip())
                    : length;
            last |= header.equals("connection: close");
        }
        int size = length < 0 ? chunks() : length;
        if (length > 0) {
            in.skipNBytes(length);
        }
        if (last) {
            socket.close();
            socket = connect();
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        }
        return size;
    }

    private int chunks() throws IOException {
        int all = 0;
        int chunk;
        do {
            chunk = Integer.parseInt(line(), 16);
            in.skipNBytes(chunk + 2L);
            all += chunk;
        } while (chunk > 0);
        return all;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
