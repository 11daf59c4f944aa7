package org.convergence.testing;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A small disk in memory. Its tests are skipped where no disk can be mounted.
 *
 * @param path its mount point
 */
public record SmallDisk(Path path) implements AutoCloseable {

    public static SmallDisk mount(Path folder, int megabytes) throws IOException {
        Path path = Files.createDirectory(folder.resolve("disk"));
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", path.toString()))
                .as("a small disk can be mounted")
                .isZero();
        return new SmallDisk(path);
    }

    /** Fills it to the last byte; deleting the returned file frees the space. */
    public Path fill() throws IOException {
        Path ballast = path.resolve("ballast");
        byte[] block = new byte[1 << 16];
        try (var stream = Files.newOutputStream(ballast)) {
            while (true) {
                stream.write(block);
            }
        } catch (IOException full) {
            return ballast;
        }
    }

    @Override
    public void close() throws IOException {
        run("umount", path.toString());
    }

    private static int run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        try {
            return process.waitFor(20, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
