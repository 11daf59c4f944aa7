package org.convergence.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.convergence.platform.database.embedded.EmbeddedServer;
import org.springframework.util.FileSystemUtils;

/**
 * A data directory with an empty schema, as after a first start: other processes of the whole suite begin on a copy of
 * it, instead of making the schema again. A run of few tests does without.
 */
final class PreparedDataDirectory {

    private static final String DATABASE = "postgres";
    private static final Path FOLDER = ClassArchive.FOLDER.resolve("data");
    private static final Path READY = ClassArchive.FOLDER.resolve("ready");

    private PreparedDataDirectory() {}

    /** The empty directory in which the first start makes it. */
    static Path begin() throws IOException {
        FileSystemUtils.deleteRecursively(FOLDER);
        FileSystemUtils.deleteRecursively(READY);
        Files.createDirectories(FOLDER);
        TestDatabase.linkPrograms(FOLDER);
        return FOLDER;
    }

    /**
     * Ends the first start: stops its server, since the program has exited abruptly. Without a complete start nothing
     * is kept.
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

    /** Copies it to a program's data directory, if that is empty and has its own database. */
    static void lend(Map<String, String> environment) throws IOException {
        String data = environment.get("CONVERGENCE_DATA_DIR");
        boolean lendable = data != null
                && environment.keySet().stream().noneMatch(name -> name.contains("DATABASE"))
                && Files.isDirectory(READY)
                && !Files.exists(Path.of(data, DATABASE));
        if (lendable) {
            MemoryFolder.copy(List.of(READY.resolve(".")), Path.of(data));
        }
    }
}
