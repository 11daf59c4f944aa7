package org.convergence.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.convergence.testing.RunningApplication;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two nodes of the application on one database server, each in its own process. */
final class SeveralNodes implements AutoCloseable {

    private static final int NODES = 2;
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final SharedServer server;
    private final Map<String, String> environment;
    private List<RunningApplication> nodes = List.of();

    /** @param more environment variables for every node, in addition to the address of the server */
    SeveralNodes(Path folder, SharedServer server, Map<String, String> more) {
        this.folder = folder;
        this.server = server;
        this.environment = new HashMap<>(server.environment());
        environment.putAll(more);
        environment.put("CONVERGENCE_KEYS_DIR", folder.resolve("keys").toString());
        environment.put("CONVERGENCE_BACKUP_AT", "never");
    }

    /** Starts the nodes that are not running, all at the same time. */
    void start() {
        List<CompletableFuture<RunningApplication>> started = new ArrayList<>();
        for (int number = 0; number < NODES; number++) {
            RunningApplication running = number < nodes.size() ? nodes.get(number) : null;
            Path data = folder.resolve("node" + number);
            started.add(
                    running != null && running.isAlive()
                            ? CompletableFuture.completedFuture(running)
                            : CompletableFuture.supplyAsync(() -> start(data)));
        }
        nodes = started.stream().map(CompletableFuture::join).toList();
        // The organisation is set up after the first answer of a node: until then each page leads to the set-up.
        await().atMost(RunningApplication.PATIENCE)
                .until(() -> server.answer("SELECT count(*) FROM platform.settings_organisation")
                        .equals("1"));
    }

    private RunningApplication start(Path data) {
        try {
            return RunningApplication.start(data, environment);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The node of this number, modulo the number of nodes. */
    RunningApplication node(int number) {
        return nodes.get(number % NODES);
    }

    /**
     * Kills the node that executes a job run.
     *
     * @param after what happens right after the kill
     * @return the time until another node restarted the run
     */
    Duration killTheNodeThatDoes(String run, Runnable after) throws SQLException {
        String pid = server.answer("SELECT split_part(picked_by, ' ', 2) FROM platform.jobs_scheduled"
                + " WHERE task_instance = '" + run + "' AND picked");
        RunningApplication doing = nodes.stream()
                .filter(node -> String.valueOf(node.pid()).equals(pid))
                .findFirst()
                .orElseThrow();
        doing.kill();
        Instant killed = Instant.now();
        after.run();
        String begun =
                "SELECT extract(epoch FROM attempt_at) * 1000 FROM platform.jobs_run WHERE attempt > 1 AND id = '" + run
                        + "'";
        await().atMost(RunningApplication.PATIENCE)
                .until(() -> !server.answer(begun).isEmpty());
        assertThat(doing.isAlive()).isFalse();
        return Duration.between(killed, Instant.ofEpochMilli((long) Double.parseDouble(server.answer(begun))));
    }

    /** A request to a node. */
    interface Request {

        HttpResponse<byte[]> send(int number, RunningApplication node) throws IOException;
    }

    /** A request to one node. */
    interface SingleRequest {

        HttpResponse<byte[]> send(RunningApplication node) throws IOException;
    }

    /** Sends a request to the first node, again as long as it is refused because others of its user are under way. */
    HttpResponse<byte[]> first(SingleRequest request) {
        return patiently(0, (number, node) -> request.send(node));
    }

    List<HttpResponse<byte[]>> together(int requests, Request request) {
        return begin(requests, request).join();
    }

    /** Sends requests to both nodes, all at the same time; a request refused by a busy node is repeated. */
    CompletableFuture<List<HttpResponse<byte[]>>> begin(int requests, Request request) {
        ExecutorService threads = Executors.newFixedThreadPool(requests);
        List<CompletableFuture<HttpResponse<byte[]>>> sent = IntStream.range(0, requests)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> patiently(number, request), threads))
                .toList();
        threads.shutdown();
        return CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
                .thenApply(all -> sent.stream().map(CompletableFuture::join).toList());
    }

    private HttpResponse<byte[]> patiently(int number, Request request) {
        try {
            long begin = System.nanoTime();
            HttpResponse<byte[]> answer = request.send(number, node(number));
            while (answer.statusCode() == 503 && System.nanoTime() - begin < RunningApplication.PATIENCE.toNanos()) {
                Thread.sleep(
                        1_000 * answer.headers().firstValueAsLong("Retry-After").orElse(1));
                answer = request.send(number, node(number));
            }
            return answer;
        } catch (IOException | InterruptedException e) {
            throw new CompletionException(e);
        }
    }

    /** The status with which each node answers a page. */
    List<Integer> statuses(String path) throws IOException {
        List<Integer> statuses = new ArrayList<>();
        for (RunningApplication node : nodes) {
            statuses.add(node.get(path).statusCode());
        }
        return statuses;
    }

    /** The output of both nodes since their start. */
    String log() {
        return nodes.stream().flatMap(node -> node.lines().stream()).collect(Collectors.joining("\n"));
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    static JsonNode json(HttpResponse<byte[]> answer) {
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        nodes.forEach(RunningApplication::close);
    }
}
