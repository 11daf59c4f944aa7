package org.convergence.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures unsubscriptions by mail links, one POST each, from many addresses: how many a second are on the disk,
 * against rows that JDBC inserts one by one on as many connections as the application has.
 */
record PublicFormBench(BenchInstallation installation) {

    private static final int SECONDS = 8;
    private static final int LINKS = 60_000;
    private static final int CONNECTIONS = 8;
    private static final double HALF = 0.5;

    void measure(BenchReport findings) throws Exception {
        AtomicInteger next = new AtomicInteger();
        try (Connection administrator = installation.database().administrator("convergence");
                Statement statement = administrator.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS public.bench_row (id uuid PRIMARY KEY, said text)");
            statement.execute("SET session_replication_role = replica");
            statement.execute("DELETE FROM directory.consent_link");
            statement.execute("DELETE FROM directory.consent_entry");
            statement.execute("SET session_replication_role = origin");
            statement.execute("INSERT INTO directory.consent_link (id, person, token, made_at)"
                    + " SELECT gen_random_uuid(), id, sha256(convert_to('bench-' || row_number() OVER (), 'UTF8')), now()"
                    + " FROM (SELECT id FROM directory.people_person ORDER BY id LIMIT " + LINKS + ") AS picked");
            posts(4, next);
            for (int clients : new int[] {1, 8, 32}) {
                PostCounts posted = posts(clients, next);
                double rows = rows(clients);
                long kept = Long.parseLong(installation
                        .database()
                        .queryValue(
                                "SELECT count(DISTINCT person) FROM directory.consent_entry WHERE kind = 'WITHDRAWN'"));
                double each = posted.done() / (double) SECONDS;
                findings.add(
                        "unsubscriptions by link, " + clients + (clients == 1 ? " client" : " clients"),
                        String.format(Locale.ROOT, "%.0f a second, %d refused", each, posted.refused()),
                        String.format(
                                Locale.ROOT,
                                "%.0f rows a second over JDBC; %d of %d on the disk",
                                rows,
                                kept,
                                next.get()),
                        "≥ 50 %, none refused or lost",
                        each >= HALF * rows && posted.refused() == 0 && kept >= next.get());
            }
        }
    }

    private record PostCounts(int done, int refused) {}

    private PostCounts posts(int clients, AtomicInteger next) throws Exception {
        AtomicInteger refused = new AtomicInteger();
        long end = System.nanoTime() + SECONDS * 1_000_000_000L;
        int done = together(clients, client -> post(client, end, next, refused));
        return new PostCounts(done, refused.get());
    }

    private int post(int client, long end, AtomicInteger next, AtomicInteger refused) throws IOException {
        URI uri = URI.create(installation.program().address());
        int done = 0;
        while (System.nanoTime() < end) {
            // Each request comes from another address, as from another visitor.
            InetAddress from = InetAddress.getByAddress(
                    new byte[] {127, (byte) (1 + client), (byte) (done / 250), (byte) (1 + done % 250)});
            try (Socket socket = new Socket(InetAddress.getByName(uri.getHost()), uri.getPort(), from, 0)) {
                socket.setTcpNoDelay(true);
                InputStream in = new BufferedInputStream(socket.getInputStream());
                String body = "List-Unsubscribe=One-Click";
                String request = "POST /preferences/bench-" + next.incrementAndGet() + " HTTP/1.1\r\nHost: "
                        + uri.getAuthority()
                        + "\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded"
                        + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                if (!answer.startsWith("HTTP/1.1 200")) {
                    refused.incrementAndGet();
                }
                done++;
            }
        }
        return done;
    }

    private double rows(int clients) throws Exception {
        BlockingQueue<Connection> free = new ArrayBlockingQueue<>(CONNECTIONS);
        for (int i = 0; i < Math.min(clients, CONNECTIONS); i++) {
            free.add(installation.database().administrator("convergence"));
        }
        long end = System.nanoTime() + SECONDS * 1_000_000_000L;
        int done = together(clients, client -> {
            int mine = 0;
            while (System.nanoTime() < end) {
                Connection connection = free.take();
                try (PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO public.bench_row (id, said) VALUES (?, ?)")) {
                    insert.setObject(1, UUID.randomUUID());
                    insert.setString(2, "no more");
                    insert.executeUpdate();
                    mine++;
                } finally {
                    free.add(connection);
                }
            }
            return mine;
        });
        for (Connection connection : free) {
            connection.close();
        }
        return done / (double) SECONDS;
    }

    private interface ClientWork {
        int of(int client) throws Exception;
    }

    private static int together(int clients, ClientWork work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Callable<Integer>> works = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int client = i;
                works.add(() -> work.of(client));
            }
            int all = 0;
            for (Future<Integer> each : threads.invokeAll(works)) {
                all += each.get();
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }
}
