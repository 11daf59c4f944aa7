package org.convergence.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
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
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * Measures unsubscriptions by mail links, one POST each, from many addresses: how many a second are on the disk,
 * against rows that JDBC inserts one by one on as many connections as the application has; then subscriptions and requests
 * for a workshop.
 */
record PublicFormBench(BenchInstallation installation) {

    private static final int SECONDS = 8;
    private static final int LINKS = 60_000;
    private static final int CONNECTIONS = 8;
    private static final double HALF = 0.5;
    private static final String SUBSCRIBE = "/public/embed/subscribe";
    private static final String ASK = "/public/workshops/ask";
    /** Fewer letters than the form sends in a day to all addresses together. */
    private static final int SUBSCRIPTIONS = 480;

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
                if (clients == 32) {
                    subscriptions(each, findings);
                }
            }
        }
    }

    /** Subscriptions from 32 clients, as many as a day allows, beside unsubscriptions of the same run. */
    private void subscriptions(double unsubscriptions, BenchReport findings) throws Exception {
        try (Connection administrator = installation.database().administrator("convergence");
                Statement statement = administrator.createStatement()) {
            statement.execute("DELETE FROM outreach.website_request");
            statement.execute("DELETE FROM outreach.website_letter");
            statement.execute("INSERT INTO outreach.website_settings (id, subscribe) VALUES (gen_random_uuid(), true)"
                    + " ON CONFLICT (single) DO UPDATE SET subscribe = true");
            // Without a sender nobody can subscribe (R-CASL-3).
            statement.execute("INSERT INTO directory.consent_setting (id, sender_address, sender_contact)"
                    + " VALUES (gen_random_uuid(), '12, rue Fictive, Montréal', 'bonjour@exemple.example')"
                    + " ON CONFLICT (only_one) DO UPDATE SET sender_address = excluded.sender_address,"
                    + " sender_contact = excluded.sender_contact");
        }
        FilledForms filled = fill(SUBSCRIBE, 7, number -> "agree=true&mail=visite" + number + "%40exemple.example");
        String kept = installation.database().queryValue("SELECT count(*) FROM outreach.website_request");
        findings.add(
                "subscriptions by the public form, 32 clients",
                filled.describe(),
                String.format(
                        Locale.ROOT,
                        "%.0f unsubscriptions by link: × %.2f; %s of %d on the disk, each with a letter",
                        unsubscriptions,
                        filled.each() / unsubscriptions,
                        kept,
                        filled.done()),
                "as fast, none refused or lost",
                filled.each() >= unsubscriptions && filled.isWhole(kept));
        workshopRequests(filled.each(), findings);
    }

    /** Requests for a workshop from 32 clients, each from an address of its own, beside subscriptions of the same run. */
    private void workshopRequests(double subscriptions, BenchReport findings) throws Exception {
        FilledForms filled = fill(
                ASK,
                8,
                number -> "kind=REQUEST&asker=Ecole+mesuree+" + number + "&name=Bao&people=28&region=QC-06&mail=ecole"
                        + number + "%40exemple.example");
        String kept = installation
                .database()
                .queryValue("SELECT count(*) FROM education.workshop_request WHERE asker LIKE 'Ecole mesuree %'");
        findings.add(
                "requests for a workshop by the public form, 32 clients",
                filled.describe(),
                String.format(
                        Locale.ROOT,
                        "%.0f subscriptions by their form: × %.2f; %s of %d on the disk, each with a letter",
                        subscriptions,
                        filled.each() / subscriptions,
                        kept,
                        filled.done()),
                "as fast, none refused or lost",
                filled.each() >= subscriptions && filled.isWhole(kept));
    }

    /** Forms that were sent, those that were refused, and how many a second. */
    private record FilledForms(int done, int refused, double each) {

        String describe() {
            return String.format(Locale.ROOT, "%.0f a second, %d refused", each, refused);
        }

        boolean isWhole(String kept) {
            return refused == 0 && kept.equals(String.valueOf(done));
        }
    }

    /**
     * Fills in a form from 32 clients, each time from another address.
     *
     * @param network second part of the addresses
     */
    private FilledForms fill(String form, int network, IntFunction<String> fields) throws Exception {
        HttpVisitor visitor = new HttpVisitor(installation.program().address());
        // What the page hides in its form: when it was opened and, where it is not embedded, the token of its cookie.
        String hidden = visitor.read(form).select("input[name=_opened], input[name=_csrf]").stream()
                .map(each -> "&" + each.attr("name") + "=" + URLEncoder.encode(each.val(), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        String cookies = visitor.cookies();
        // A form is read before it is sent.
        Thread.sleep(2_100);
        AtomicInteger next = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        long begin = System.nanoTime();
        int done = together(32, client -> {
            int mine = 0;
            for (int number = next.incrementAndGet(); number <= SUBSCRIPTIONS; number = next.incrementAndGet()) {
                String body = fields.apply(number) + hidden;
                byte[] from = {127, (byte) network, (byte) client, (byte) (1 + mine)};
                if (!send(form, body, from, cookies).startsWith("HTTP/1.1 303")) {
                    refused.incrementAndGet();
                }
                mine++;
            }
            return mine;
        });
        return new FilledForms(done, refused.get(), done * 1e9 / (System.nanoTime() - begin));
    }

    private record PostCounts(int done, int refused) {}

    private PostCounts posts(int clients, AtomicInteger next) throws Exception {
        AtomicInteger refused = new AtomicInteger();
        long end = System.nanoTime() + SECONDS * 1_000_000_000L;
        int done = together(clients, client -> post(client, end, next, refused));
        return new PostCounts(done, refused.get());
    }

    private int post(int client, long end, AtomicInteger next, AtomicInteger refused) throws IOException {
        int done = 0;
        while (System.nanoTime() < end) {
            // Each request comes from another address, as from another visitor.
            byte[] from = {127, (byte) (1 + client), (byte) (done / 250), (byte) (1 + done % 250)};
            String answer = send("/preferences/bench-" + next.incrementAndGet(), "List-Unsubscribe=One-Click", from);
            if (!answer.startsWith("HTTP/1.1 200")) {
                refused.incrementAndGet();
            }
            done++;
        }
        return done;
    }

    /** Posts a form that has no cookie. */
    String send(String path, String body, byte[] from) throws IOException {
        return send(path, body, from, "");
    }

    /** Posts a form on a connection of its own, from an address of this machine; gives the whole answer. */
    private String send(String path, String body, byte[] from, String cookies) throws IOException {
        URI uri = URI.create(installation.program().address());
        try (Socket socket =
                new Socket(InetAddress.getByName(uri.getHost()), uri.getPort(), InetAddress.getByAddress(from), 0)) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            String request = "POST " + path + " HTTP/1.1\r\nHost: " + uri.getAuthority()
                    + "\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded"
                    + (cookies.isEmpty() ? "" : "\r\nCookie: " + cookies)
                    + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
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

    interface ClientWork {
        int of(int client) throws Exception;
    }

    static int together(int clients, ClientWork work) throws Exception {
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
