package org.convergence.platform.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end. */
final class ProgramRunner {

    private ProgramRunner() {}

    /** The exit status and the output. */
    record ProgramResult(int status, String text) {

        boolean succeeded() {
            return status == 0;
        }
    }

    /**
     * Runs a program with a text as its input. Its output goes through a file, since a server that the program leaves
     * behind would keep a pipe open.
     *
     * @throws IOException if it cannot be started or does not end in time
     */
    static ProgramResult run(List<String> command, String input, Duration patience) throws IOException {
        Path output = Files.createTempFile("convergence", ".out");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(new java.io.File("/"))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try (var stream = process.getOutputStream()) {
                stream.write(input.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            } catch (IOException ignored) {
                // The program ended before it read its input; its status tells why.
            }
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IOException(command.get(0) + " did not end within " + patience);
            }
            return new ProgramResult(process.exitValue(), Files.readString(output));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    static boolean succeeds(List<String> command) throws IOException {
        return run(command, "", Duration.ofMinutes(1)).succeeded();
    }
}
