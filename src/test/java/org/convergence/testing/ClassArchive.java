package org.convergence.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.Convergence;

/**
 * The house's classes as the Java machine keeps them once read: each of the some thirty starts of other processes in the
 * whole suite costs half of what it would. Made by one start of the application; a run of few tests ({@code -Dquick})
 * does without.
 */
final class ClassArchive {

    static final Path FOLDER = Path.of("target", "another").toAbsolutePath();
    private static final Path ARCHIVE = FOLDER.resolve("house.jsa");
    private static final List<Path> CLASS_PATH = Stream.of(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();
    private static final List<Path> FOLDERS =
            CLASS_PATH.stream().filter(Files::isDirectory).toList();

    private ClassArchive() {}

    /** The class path that a process of ours is started with, and the archive. */
    static List<String> options() {
        return Boolean.getBoolean("convergence.archive")
                ? Made.OPTIONS
                : List.of("-cp", System.getProperty("java.class.path"));
    }

    /** Once in each test process, and by the first of them alone. */
    private static final class Made {

        static final List<String> OPTIONS = make();

        private static List<String> make() {
            // An archive knows jars alone, as each was when it was made.
            String jars = CLASS_PATH.stream()
                    .map(each -> (Files.isDirectory(each) ? jar(each) : each).toString())
                    .collect(Collectors.joining(File.pathSeparator));
            try {
                Files.createDirectories(FOLDER);
                try (var lockFile = FileChannel.open(
                                FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        var waiting = lockFile.lock()) {
                    if (waiting.isValid() && isOld()) {
                        Files.deleteIfExists(ARCHIVE);
                        FOLDERS.forEach(ClassArchive::pack);
                        learn(jars);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            // Where it could not be made, Java goes on without.
            return List.of("-XX:SharedArchiveFile=" + ARCHIVE, "-cp", jars);
        }
    }

    private static boolean isOld() throws IOException {
        if (!Files.exists(ARCHIVE)) {
            return true;
        }
        long made = Files.getLastModifiedTime(ARCHIVE).toMillis();
        for (Path folder : FOLDERS) {
            try (var files = Files.walk(folder)) {
                if (files.anyMatch(each -> each.toFile().lastModified() > made)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Path jar(Path folder) {
        return FOLDER.resolve(folder.getFileName() + ".jar");
    }

    private static void pack(Path folder) {
        int result = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "cf0", jar(folder).toString(), "-C", folder.toString(), ".");
        if (result != 0) {
            throw new IllegalStateException("No jar could be made of " + folder);
        }
    }

    /** The schema that the start makes is kept for those after it ({@link ReadyData}). */
    private static void learn(String jars) throws IOException {
        Path data = ReadyData.begin();
        var builder = new ProcessBuilder(
                        AnotherProcess.java(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:ArchiveClassesAtExit=" + ARCHIVE,
                        "-Dspring.context.exit=onRefresh",
                        "-cp",
                        jars,
                        Convergence.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("log").toFile());
        builder.environment().putAll(Map.of("CONVERGENCE_DATA_DIR", data.toString(), "PORT", "0"));
        Process process = builder.start();
        boolean whole = false;
        try {
            whole = process.waitFor(RunningApplication.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
            ReadyData.keep(whole);
        }
    }
}
