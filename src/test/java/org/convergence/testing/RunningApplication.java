package org.convergence.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.convergence.Convergence;
import org.convergence.platform.database.DatabaseAddress;
import org.convergence.platform.database.embedded.EmbeddedServer;
import org.jspecify.annotations.Nullable;

/**
 * The whole application in its own process, with an organisation and its own database server, so that a test can kill
 * it. Tests call its API with the coordinator's token. If its environment gives the address of an external server, it
 * is a node on that server.
 */
public final class RunningApplication implements AutoCloseable {

    /** The longest start or recovery on a slow machine. */
    public static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String TOKEN = "a-token-for-tests-that-nobody-guesses";

    private final Path data;
    private final int port;
    private final ChildProcess process;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private RunningApplication(Path data, int port, ChildProcess process) {
        this.data = data;
        this.port = port;
        this.process = process;
    }

    /** Starts it on a new or existing data directory, and waits until it is healthy. */
    public static RunningApplication start(Path data, Map<String, String> more) throws IOException {
        int port = FreePorts.next();
        Map<String, String> environment = new HashMap<>(Map.of(
                "CONVERGENCE_DATA_DIR",
                data.toString(),
                "PORT",
                String.valueOf(port),
                "CONVERGENCE_ORGANISATION_NAME",
                "Solidarité des Rives",
                "CONVERGENCE_COORDINATOR_EMAIL",
                "coordination@exemple.org",
                "CONVERGENCE_BOOTSTRAP_TOKEN",
                TOKEN));
        environment.putAll(more);
        var application = new RunningApplication(data, port, ChildProcess.start(Convergence.class, environment));
        application.awaitHealth();
        return application;
    }

    /** Waits until it is healthy, after a start or a loss of its database. */
    public void awaitHealth() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> isHealthy() || !process.isAlive());
        assertThat(process.isAlive()).as(String.join("\n", process.lines())).isTrue();
    }

    private boolean isHealthy() {
        try {
            return get("/health").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    public HttpResponse<byte[]> get(String path) throws IOException {
        return send(request(path).GET().build());
    }

    /**
     * Uploads a file under an idempotency key, as a stream.
     *
     * @param bytes opens the content; called once
     * @param length of the content
     */
    public HttpResponse<byte[]> upload(
            String path, @Nullable String key, String name, long length, Supplier<InputStream> bytes)
            throws IOException {
        String border = "----convergence";
        byte[] head = ("--" + border + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] foot = ("\r\n--" + border + "--\r\n").getBytes(StandardCharsets.UTF_8);
        Supplier<InputStream> body = () -> new SequenceInputStream(Collections.enumeration(
                List.of(new ByteArrayInputStream(head), bytes.get(), new ByteArrayInputStream(foot))));
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + border)
                .POST(BodyPublishers.fromPublisher(
                        BodyPublishers.ofInputStream(body), head.length + length + foot.length));
        return send((key == null ? request : request.header("Idempotency-Key", key)).build());
    }

    public HttpResponse<byte[]> upload(String path, @Nullable String key, String name, byte[] bytes)
            throws IOException {
        return upload(path, key, name, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    /**
     * Posts JSON.
     *
     * @param key the {@code Idempotency-Key}
     */
    public HttpResponse<byte[]> post(String path, String key, String json) throws IOException {
        return send(request(path)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    public HttpResponse<byte[]> put(String path, String json) throws IOException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", "Bearer " + TOKEN);
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Its base address. */
    public String address() {
        return "http://localhost:" + port;
    }

    /** The id of its operating system process. */
    public long pid() {
        return process.pid();
    }

    /** The lines it has printed so far. */
    public List<String> lines() {
        return process.lines();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Its peak memory so far, in megabytes. */
    public long peakMemory() throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    /** Kills it as a power cut would; its database server may survive. */
    public void kill() {
        process.kill();
    }

    /** Kills its database server as a power cut would. */
    public void killDatabase() throws IOException {
        String pid = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0);
        ProcessHandle server = ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        server.destroyForcibly();
        server.onExit().join();
    }

    /** The address of its database, as the owner of the tables. */
    public DatabaseAddress owner() {
        return EmbeddedServer.startOrJoin(data).owner();
    }

    public void execute(String... statements) throws SQLException {
        try (Connection connection = owner().connect();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    /** The first column of a query. */
    public List<String> queryColumn(String question) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (Connection connection = owner().connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        }
        return answers;
    }

    @Override
    public void close() {
        process.close();
    }
}
