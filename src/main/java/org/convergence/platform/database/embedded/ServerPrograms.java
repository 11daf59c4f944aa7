package org.convergence.platform.database.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.convergence.platform.database.DatabaseUnavailable;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs, unpacked once per version from the archive on the class path. */
final class ServerPrograms {

    /** Changes with the binaries in pom.xml; names the folder, so that an upgrade unpacks again. */
    static final String VERSION = "17.6";

    private final Path home;

    private ServerPrograms(Path home) {
        this.home = home;
    }

    /** Unpacks the programs if they are missing; a half-unpacked folder is never used. */
    static ServerPrograms under(Path folder) throws IOException {
        Path home = folder.resolve(VERSION);
        if (!Files.isDirectory(home)) {
            Path draft = folder.resolve(VERSION + ".new");
            FileSystemUtils.deleteRecursively(draft);
            Files.createDirectories(draft);
            unpack(draft);
            Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return new ServerPrograms(home);
    }

    String path(String program) {
        return home.resolve("bin").resolve(program).toString();
    }

    static int majorVersion() {
        return Integer.parseInt(VERSION.substring(0, VERSION.indexOf('.')));
    }

    private static void unpack(Path target) throws IOException {
        String archive = archiveName();
        try (InputStream packed = ServerPrograms.class.getResourceAsStream("/" + archive)) {
            if (packed == null) {
                throw new DatabaseUnavailable(
                        "This build has no PostgreSQL for this machine (" + archive + " is missing).",
                        "Give an external server by CONVERGENCE_DATABASE_URL and CONVERGENCE_DATABASE_OWNER_URL.");
            }
            try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    write(tar, entry, target);
                }
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target) || entry.getName().endsWith(".a")) {
            return;
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static String archiveName() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        String family = system.startsWith("mac") ? "darwin" : system.startsWith("linux") ? "linux" : "other";
        String kind = machine.matches("aarch64|arm64") ? "arm_64" : "x86_64";
        return "postgres-" + family + "-" + kind + (Files.exists(Path.of("/etc/alpine-release")) ? "-alpine" : "")
                + ".txz";
    }
}
