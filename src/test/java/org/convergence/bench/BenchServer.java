package org.convergence.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in its own process, until it is closed. */
final class BenchServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Process process;
    private final Path output;
    private final String address;
    private final Duration started;

    private BenchServer(Process process, Path output, String address, Duration started) {
        this.process = process;
        this.output = output;
        this.address = address;
        this.started = started;
    }

    /**
     * Starts it and waits for its first page.
     *
     * @param firstPage the path of a page that answers 200
     */
    static BenchServer start(List<String> command, Map<String, String> environment, int port, String firstPage)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("bench", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        String address = "http://localhost:" + port;
        long begin = System.nanoTime();
        Process process = builder.start();
        // An interrupted benchmark leaves no process behind.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        while (!answers(address + firstPage)) {
            if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                process.destroyForcibly();
                throw new IllegalStateException("The server did not start:\n" + Files.readString(output));
            }
            Thread.sleep(10);
        }
        return new BenchServer(process, output, address, Duration.ofNanos(System.nanoTime() - begin));
    }

    private static boolean answers(String page) {
        try {
            var connection = (HttpURLConnection) URI.create(page).toURL().openConnection();
            connection.setConnectTimeout(200);
            connection.setReadTimeout(20_000);
            int status = connection.getResponseCode();
            connection.getInputStream().readAllBytes();
            return status == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    String address() {
        return address;
    }

    /** The time from the start of the process to its first page. */
    Duration startupTime() {
        return started;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** The first group of the pattern in its output. */
    String findInOutput(String pattern) throws IOException, InterruptedException {
        for (int i = 0; i < 100; i++) {
            Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(output));
            if (matcher.find()) {
                return matcher.group(1);
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("No output matches " + pattern + ":\n" + Files.readString(output));
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        Files.deleteIfExists(output);
    }
}
