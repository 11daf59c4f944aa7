package org.convergence.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A mail server of few instructions, which takes letters quickly or fails in a chosen way. */
public final class MailSink implements AutoCloseable {

    private final ServerSocket server;
    private final Faults faults;
    private final Queue<ReceivedLetter> received = new ConcurrentLinkedQueue<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final Collection<Socket> open = new ConcurrentLinkedQueue<>();

    /** Starts it on a free port of this machine. */
    public MailSink(Faults faults) {
        this.faults = faults;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** A letter that arrived. */
    public record ReceivedLetter(String recipient, long nanos, String text) {}

    /** Replies instead of the usual ones. */
    @FunctionalInterface
    public interface Faults {

        /** No faults. */
        Faults NONE = (command, recipient, letters) -> null;

        /** Closes the connection without a reply. */
        String CLOSE = "";

        /**
         * The reply to a command.
         *
         * @param command in capitals: {@code CONNECT} for the greeting, {@code .} for a whole letter
         * @param recipient the last one given, empty before it
         * @param letters how many this connection brought
         * @return {@code null} for the usual one
         */
        @Nullable
        String reply(String command, String recipient, int letters);
    }

    /** Its port. */
    public int port() {
        return server.getLocalPort();
    }

    /** The letters that arrived, in their order. */
    public List<ReceivedLetter> received() {
        return List.copyOf(received);
    }

    /** The number of letters that arrived. */
    public int count() {
        return received.size();
    }

    /** The number of connections so far. */
    public int connections() {
        return connections.get();
    }

    /** Forgets the letters and connections so far. */
    public void clear() {
        received.clear();
        connections.set(0);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "mail-sink");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                client.setTcpNoDelay(true);
                open.add(client);
                connections.incrementAndGet();
                start(() -> serve(client));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket client) {
        try (client) {
            InputStream in = new BufferedInputStream(client.getInputStream(), 64 * 1024);
            String recipient = "";
            int letters = 0;
            if (!send(client, faults.reply("CONNECT", recipient, letters), "220 sink")) {
                return;
            }
            for (String line = line(in); line != null; line = line(in)) {
                String command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                if (command.equals("RCPT")) {
                    recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                }
                String reply = faults.reply(command, recipient, letters);
                if (!send(client, reply, command.equals("DATA") ? "354 go on" : "250 ok")) {
                    return;
                }
                if (command.equals("DATA") && reply == null) {
                    byte[] content = content(in);
                    String last = faults.reply(".", recipient, letters);
                    letters++;
                    if (last == null || last.isEmpty()) {
                        received.add(new ReceivedLetter(
                                recipient, System.nanoTime(), new String(content, StandardCharsets.UTF_8)));
                    }
                    if (!send(client, last, "250 taken")) {
                        return;
                    }
                }
            }
        } catch (IOException closed) {
            // The client closed the connection.
        } finally {
            open.remove(client);
        }
    }

    private static boolean send(Socket client, @Nullable String reply, String usual) throws IOException {
        String line = reply == null ? usual : reply;
        if (line.isEmpty()) {
            return false;
        }
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        return !line.startsWith("421");
    }

    private static @Nullable String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                return line.toString().strip();
            }
            line.append((char) next);
        }
        return null;
    }

    private static byte[] content(InputStream in) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        int matched = 0;
        List<Integer> end = List.of((int) '\r', (int) '\n', (int) '.', (int) '\r', (int) '\n');
        for (int next = in.read(); next >= 0; next = in.read()) {
            content.write(next);
            matched = next == end.get(matched) ? matched + 1 : next == '\r' ? 1 : 0;
            if (matched == end.size()) {
                return content.toByteArray();
            }
        }
        throw new IOException("The letter has no end");
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket client : new ArrayList<>(open)) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
