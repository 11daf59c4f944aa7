package org.convergence.platform.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.convergence.platform.jobs.Recurrence;
import org.convergence.platform.jobs.RecurringWork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Deletes files that a process killed during an upload left in the system's temporary folder: a photograph there still
 * holds its location. Files younger than an hour may belong to an upload under way, here or in another process, and
 * stay; so do files of other accounts, in a temporary folder that several share.
 */
@Component
@Recurrence(name = "document.sweep", cron = "0 */10 * * * *")
class TemporaryFileCleanup implements RecurringWork {

    static final Duration YOUNG = Duration.ofHours(1);
    /** The web server stores request parts some folders below one of its own. */
    private static final int DEPTH = 8;

    private final Path folder;
    private final Clock clock;

    @Autowired
    TemporaryFileCleanup(Clock clock) {
        this(Path.of(System.getProperty("java.io.tmpdir")), clock);
    }

    TemporaryFileCleanup(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public void run() {
        delete(folder, 1, "glob:convergence-document-*.tmp");
        try (DirectoryStream<Path> servers = Files.newDirectoryStream(folder, "tomcat.*")) {
            for (Path server : servers) {
                if (Files.isReadable(server)) {
                    delete(server, DEPTH, "glob:upload_*.tmp");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete(Path where, int depth, String names) {
        FileTime old = FileTime.from(clock.instant().minus(YOUNG));
        PathMatcher matcher = where.getFileSystem().getPathMatcher(names);
        try (Stream<Path> found = Files.find(
                where,
                depth,
                (file, facts) -> facts.isRegularFile()
                        && matcher.matches(file.getFileName())
                        && facts.lastModifiedTime().compareTo(old) < 0
                        && Files.isWritable(file))) {
            for (Path file : found.toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
