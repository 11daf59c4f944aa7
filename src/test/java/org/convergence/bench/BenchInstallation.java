package org.convergence.bench;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.testing.FreePorts;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** The application on a data directory of the benchmark, with the data of a long-established organisation. */
final class BenchInstallation implements AutoCloseable {

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String MAIL = "bench@exemple.org";

    private final Path dataDir;
    private final Dataset dataset;
    private final int port;
    private @Nullable BenchServer program;

    /** Reuses the data of an earlier run if it is up to date; else starts from nothing. */
    BenchInstallation(Path dataDir, Dataset dataset) throws IOException {
        this.dataDir = dataDir;
        this.dataset = dataset;
        this.port = FreePorts.next();
        if (Files.exists(dataDir) && !dataset.isIn(dataDir)) {
            FileSystemUtils.deleteRecursively(dataDir);
        }
    }

    /** The command that starts the application, with the options of the Java machine. */
    static List<String> command() {
        List<String> command = new ArrayList<>(List.of("java"));
        command.addAll(List.of(System.getProperty("bench.options", "").strip().split(" +", -1)));
        command.removeIf(String::isEmpty);
        return command;
    }

    BenchServer start() throws IOException, InterruptedException {
        return start(Map.of());
    }

    /** Starts it with more variables of the environment. */
    BenchServer start(Map<String, String> more) throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(Map.of(
                "PORT",
                String.valueOf(port),
                "CONVERGENCE_DATA_DIR",
                dataDir.toString(),
                "CONVERGENCE_ORGANISATION_NAME",
                "Solidarité en partage",
                "CONVERGENCE_COORDINATOR_EMAIL",
                MAIL,
                "CONVERGENCE_BOOTSTRAP_TOKEN",
                TOKEN));
        environment.putAll(more);
        BenchServer started = BenchServer.start(command(), environment, port, "/sign-in");
        program = started;
        return started;
    }

    BenchDatabase database() {
        return new BenchDatabase(dataDir);
    }

    BenchServer program() {
        if (program == null) {
            throw new IllegalStateException("not started");
        }
        return program;
    }

    /** Fills the database, unless an earlier run did. */
    void fill() throws IOException, InterruptedException, SQLException {
        if (dataset.isIn(dataDir)) {
            return;
        }
        BenchReport.print("Filling " + dataDir.getFileName() + " …");
        // The server answers shortly before the set-up of its first start is finished.
        while (database().queryValue("SELECT count(*) FROM identity.account").equals("0")) {
            Thread.sleep(50);
        }
        HttpVisitor automation = new HttpVisitor(program().address());
        new MultipartUpload(Map.of(), "plan.txt", readPlan())
                .send(automation, "/api/v1/plans/import", Map.of("Authorization", "Bearer " + TOKEN));
        try (Connection connection = database().administrator("convergence")) {
            dataset.fill(connection);
        }
        dataset.markFilled(dataDir);
    }

    /** The real plan if it is given, else the example's. */
    static byte[] readPlan() throws IOException {
        String real = System.getenv("CONVERGENCE_REAL_PLAN");
        Path file = Path.of(real == null ? "src/main/resources/example/plan-courant.txt" : real);
        return Files.readAllBytes(file);
    }

    /** Posts JSON to the interface for programs, as the coordinator. */
    HttpResponse<byte[]> post(String path, String json) throws IOException, InterruptedException {
        HttpVisitor automation = new HttpVisitor(program().address());
        HttpResponse<byte[]> answer = automation.send(automation
                .request(path)
                .header("Authorization", "Bearer " + TOKEN)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer;
    }

    /** The coordinator, signed in by the link that the command line prints. */
    HttpVisitor signInCoordinator() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(command());
        command.addAll(List.of("sign-in-link", MAIL));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("CONVERGENCE_DATA_DIR", dataDir.toString());
        builder.environment().put("PORT", String.valueOf(port));
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        return new HttpVisitor(program().address())
                .signIn(printed.lines().reduce((first, last) -> last).orElse(""));
    }

    @Override
    public void close() throws IOException {
        stop();
    }

    /** Stops the application; it can be started again. */
    void stop() throws IOException {
        if (program != null) {
            program.close();
        }
    }
}
