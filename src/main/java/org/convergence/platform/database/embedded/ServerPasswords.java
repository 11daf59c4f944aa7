package org.convergence.platform.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** The passwords of the embedded server's three roles, generated once, in a file readable by this account only. */
record ServerPasswords(String administrator, String owner, String application, boolean isNew) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static ServerPasswords load(Path file) throws IOException {
        if (Files.exists(file)) {
            var kept = new Properties();
            try (var reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            }
            return new ServerPasswords(
                    kept.getProperty("administrator", ""),
                    kept.getProperty("owner", ""),
                    kept.getProperty("application", ""),
                    false);
        }
        return new ServerPasswords(random(), random(), random(), true);
    }

    /** Writes the file, once the server knows the passwords. */
    void save(Path file) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                draft, "administrator=" + administrator + "\nowner=" + owner + "\napplication=" + application + "\n");
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String random() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
