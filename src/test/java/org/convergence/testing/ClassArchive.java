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
 * A class data sharing archive of the application: it halves each of about thirty starts of other processes in the
 * whole suite. One start of the application makes it; a run of few tests ({@code -Dquick}) does without.
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

    /** The class path of a child process, and the archive. */
    static List<String> options() {
        return Boolean.getBoolean("convergence.archive")
                ? CachedOptions.OPTIONS
                : List.of("-cp", System.getProperty("java.class.path"));
    }

    /** Made once in each test process, by the first one only. */
    private static final class CachedOptions {

        static final List<String> OPTIONS = make();

        private static List<String> make() {
            // An archive supports jars only, unchanged since it was made.
            String jars = CLASS_PATH.stream()
                    .map(each -> (Files.isDirectory(each) ? jar(each) : each).toString())
                    .collect(Collectors.joining(File.pathSeparator));
            try {
                Files.createDirectories(FOLDER);
                try (var lockFile = FileChannel.open(
                                FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        var waiting = lockFile.lock()) {
                    if (waiting.isValid() && isOutdated()) {
                        Files.deleteIfExists(ARCHIVE);
                        FOLDERS.forEach(ClassArchive::pack);
                        record(jars);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            // Without an archive, Java starts as usual.
            return List.of("-XX:SharedArchiveFile=" + ARCHIVE, "-cp", jars);
        }
    }

    private static boolean isOutdated() throws IOException {
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

    /** The schema made by this start is kept for later ones ({@link PreparedDataDirectory}). */
    private static void record(String jars) throws IOException {
        Path data = PreparedDataDirectory.begin();
        var builder = new ProcessBuilder(
                        ChildProcess.java(),
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
            PreparedDataDirectory.keep(whole);
        }
    }
}
