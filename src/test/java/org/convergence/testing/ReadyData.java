package org.convergence.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.convergence.platform.database.embedded.EmbeddedServer;
import org.springframework.util.FileSystemUtils;

/**
 * A data directory with the schema and nothing in it, as the first start leaves it: other processes of the whole suite
 * begin on a copy of it, so that the schema is not made anew for each. A run of few tests does without.
 */
final class ReadyData {

    private static final String DATABASE = "postgres";
    private static final Path FOLDER = ClassArchive.FOLDER.resolve("data");
    private static final Path READY = ClassArchive.FOLDER.resolve("ready");

    private ReadyData() {}

    /** Where the first start makes it. */
    static Path begin() throws IOException {
        FileSystemUtils.deleteRecursively(FOLDER);
        FileSystemUtils.deleteRecursively(READY);
        Files.createDirectories(FOLDER);
        TestDatabase.lendPrograms(FOLDER);
        return FOLDER;
    }

    /**
     * The first start has ended, as abruptly as a program does that is done once it is ready: its server is stopped here.
     * Where it did not come to that, nothing is kept, and nobody misses it.
     */
    static void keep(boolean whole) throws IOException {
        if (Files.exists(FOLDER.resolve(DATABASE))) {
            EmbeddedServer.start(FOLDER, true).close();
        }
        if (whole) {
            Files.deleteIfExists(FOLDER.resolve("programs"));
            Files.deleteIfExists(FOLDER.resolve("lock"));
            Files.move(FOLDER, READY);
        }
    }

    /** Puts it where a program is to begin, if that is an empty directory and the database is to be its own. */
    static void lend(Map<String, String> environment) throws IOException {
        String data = environment.get("CONVERGENCE_DATA_DIR");
        boolean lendable = data != null
                && environment.keySet().stream().noneMatch(name -> name.contains("DATABASE"))
                && Files.isDirectory(READY)
                && !Files.exists(Path.of(data, DATABASE));
        if (lendable) {
            copy(Path.of(data));
        }
    }

    /** With its permissions, without which the server refuses it. */
    private static void copy(Path to) throws IOException {
        Process copy = new ProcessBuilder("cp", "-a", READY + "/.", to.toString())
                .inheritIO()
                .start();
        try {
            if (copy.waitFor() != 0) {
                throw new IOException("The ready data could not be copied to " + to);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
