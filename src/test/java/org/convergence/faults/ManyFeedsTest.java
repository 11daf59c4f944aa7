package org.convergence.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.convergence.identity.Role;
import org.convergence.testing.ChildProcess;
import org.convergence.testing.FreePorts;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestDatabase;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two hundred slow feeds of two megabytes are read within 256 MB and a minute, while pages answer. */
@ModuleTest
@Tag("slow")
class ManyFeedsTest {

    private static final int FEEDS = 200;
    private static final int ENTRIES = 100;
    private static final Duration SLOW = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    @Autowired
    private TestUsers users;

    @Autowired
    private TestDatabase database;

    @Autowired
    private JdbcClient db;

    @Value("${convergence.keys.dir}")
    private String keys = "";

    @Test
    void areReadWithinALimitOfMemoryWhilePagesAnswer() throws Exception {
        users.ensureOrganisation();
        String token = users.createToken(Role.COORDINATOR);
        ExecutorService threads = Executors.newCachedThreadPool();
        HttpServer server = serve(threads);
        db.sql("""
                        INSERT INTO cooperation.watch_feed (id, country, title, url, added_on, next_at)
                        SELECT gen_random_uuid(), (ARRAY['HT', 'MX', 'CO'])[1 + n % 3], 'Fil ' || n, :address || n, '2026-01-01', '2026-01-01'
                        FROM generate_series(1, :feeds) AS n
                        """)
                .param("address", "http://localhost:" + server.getAddress().getPort() + "/")
                .param("feeds", FEEDS)
                .update();
        int port = FreePorts.next();
        List<Long> answers = new ArrayList<>();
        try (ChildProcess program = program(port)) {
            await().atMost(Duration.ofMinutes(3)).until(() -> has(program, "feeds begin") || !program.isAlive());
            HttpClient client = HttpClient.newHttpClient();
            while (!has(program, "feeds done") && program.isAlive() && answers.size() < 5_000) {
                answers.add(ask(client, port, token));
                Thread.sleep(100);
            }
            assertThat(program.lines()).noneMatch(line -> line.contains("OutOfMemory"));
            long took = program.lines().stream()
                    .filter(line -> line.startsWith("feeds done in "))
                    .map(line -> Long.valueOf(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(String.join("\n", program.lines())));
            System.out.println("feeds: " + took + " ms; the slowest three of " + answers.size() + " pages: "
                    + answers.stream().sorted().skip(answers.size() - 3L).toList() + " ms");
            assertThat(took).isLessThanOrEqualTo(60_000);
            assertThat(answers).hasSizeGreaterThan(20);
            // The first page after a start waits for what is loaded once.
            assertThat(Collections.max(answers.subList(1, answers.size())))
                    .as("the slowest page but the first")
                    .isLessThan(3_000);
        } finally {
            server.stop(0);
            threads.shutdownNow();
        }
        assertThat(db.sql("SELECT count(*) FROM cooperation.watch_feed WHERE read_at IS NOT NULL AND failures = 0")
                        .query(Integer.class)
                        .single())
                .isEqualTo(FEEDS);
        assertThat(db.sql("SELECT count(*) FROM cooperation.watch_entry WHERE proposed_on IS NOT NULL")
                        .query(Integer.class)
                        .single())
                .as("three a week for each country")
                .isEqualTo(9);
    }

    private ChildProcess program(int port) throws IOException {
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("PORT", String.valueOf(port));
        environment.put("CONVERGENCE_JOBS_ENABLED", "false");
        environment.put("CONVERGENCE_ALLOWED_HOSTS", "localhost");
        environment.put("CONVERGENCE_DATA_DIR", folder.toString());
        environment.put("CONVERGENCE_KEYS_DIR", Path.of(keys).toAbsolutePath().toString());
        return ChildProcess.start(FeedsProgram.class, environment, "feeds");
    }

    private static boolean has(ChildProcess program, String words) {
        return program.lines().stream().anyMatch(line -> line.startsWith(words));
    }

    /** How long a page of the API takes, in milliseconds. */
    private static long ask(HttpClient client, int port, String token) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/countries/HT"))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private static HttpServer serve(ExecutorService threads) throws IOException {
        String description = "<description>" + "Les couturières demandent un contrat. ".repeat(550) + "</description>";
        StringBuilder feed = new StringBuilder("<rss><channel>");
        for (int n = 0; n < ENTRIES; n++) {
            feed.append("<item><title>Nouvelle ")
                    .append(n)
                    .append("</title><guid>")
                    .append(n)
                    .append("</guid>");
            feed.append(description).append("</item>");
        }
        byte[] body = feed.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try {
                Thread.sleep(SLOW.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }
}
