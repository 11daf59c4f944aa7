package org.convergence.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.testing.FreePorts;

/** Postfix’s own mail server for measurements, which counts letters and drops them, and its own client beside it. */
final class PostfixSink implements AutoCloseable {

    private static final List<Path> PLACES = List.of(Path.of("/usr/sbin"), Path.of("/usr/lib/postfix/sbin"));
    private static final Pattern LETTERS = Pattern.compile("mesg=(\\d+)");
    private static final double BILLION = 1e9;

    private final int port = FreePorts.next();
    private final Process process;
    private int before;
    private volatile int letters;
    private volatile long firstNanos;
    private volatile long lastNanos;

    PostfixSink() throws IOException {
        List<String> command = new ArrayList<>(List.of(program("smtp-sink"), "-c"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("-u", "nobody"));
        }
        command.addAll(List.of("127.0.0.1:" + port, "100"));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        Thread reader = new Thread(this::read, "smtp-sink");
        reader.setDaemon(true);
        reader.start();
    }

    /** Whether Debian’s package {@code postfix} is there. */
    static boolean isInstalled() {
        return find("smtp-sink").isPresent() && find("smtp-source").isPresent();
    }

    private static String program(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("./bench installs postfix"));
    }

    private static Optional<String> find(String name) {
        return PLACES.stream()
                .map(place -> place.resolve(name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    int port() {
        return port;
    }

    private void read() {
        try (InputStream out = process.getInputStream()) {
            byte[] read = new byte[1 << 16];
            for (int length = out.read(read); length > 0; length = out.read(read)) {
                Matcher count = LETTERS.matcher(new String(read, 0, length, StandardCharsets.US_ASCII));
                while (count.find()) {
                    count(Integer.parseInt(count.group(1)));
                }
            }
        } catch (IOException ended) {
            // The process has ended.
        }
    }

    private synchronized void count(int number) {
        if (number > letters) {
            lastNanos = System.nanoTime();
            firstNanos = letters == before ? lastNanos : firstNanos;
            letters = number;
        }
    }

    /** Begins to count from none. */
    synchronized void clear() {
        before = letters;
        firstNanos = 0;
    }

    /** The letters that arrived. */
    synchronized int count() {
        return letters - before;
    }

    /** When the first one arrived; 0 for none. */
    long firstNanos() {
        return firstNanos;
    }

    /** How many arrived in a second, from the first to the last. */
    synchronized double perSecond() {
        return (count() - 1) * BILLION / (lastNanos - firstNanos);
    }

    /** How many letters of a size Postfix’s own client sends in a second over one connection. */
    double measureSource(int number, int bytes) throws IOException, InterruptedException {
        clear();
        Process source = new ProcessBuilder(
                        program("smtp-source"),
                        "-d",
                        "-s",
                        "1",
                        "-m",
                        String.valueOf(number),
                        "-l",
                        String.valueOf(bytes),
                        "-f",
                        "bench@exemple.org",
                        "-t",
                        "p@groupe.example",
                        "127.0.0.1:" + port)
                .inheritIO()
                .start();
        if (source.waitFor() != 0) {
            throw new IllegalStateException("smtp-source ended with " + source.exitValue());
        }
        while (count() < number) {
            Thread.sleep(10);
        }
        return perSecond();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
