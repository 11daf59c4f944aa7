package org.convergence.platform.keys;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;
import tools.jackson.core.JacksonException;

/** The folder of the keys, readable only by the account that runs the application. */
record KeyFolder(Path path) {

    private static final String NAME = "ring.json";

    /** The key ring; creates one if there is none. */
    KeyRing open() {
        return find().orElseGet(() -> runExclusively(() -> find().orElseGet(this::generate)));
    }

    private KeyRing generate() {
        try {
            KeyRing made = KeyRing.generate();
            write(made);
            return made;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no keys can be made", e);
        }
    }

    /**
     * Runs a change under a lock, exclusively among the threads and nodes that share the folder: two nodes that each
     * generated a key ring could not open each other's sealed data. Must not be nested.
     */
    <T> T runExclusively(Supplier<T> change) {
        synchronized (KeyFolder.class) {
            try {
                ensureExists();
                try (var file =
                        FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    // The lock is released with the channel, or when the process ends.
                    file.lock();
                    return change.get();
                }
            } catch (IOException e) {
                throw new Refused("keys.cannot-write", path);
            }
        }
    }

    private void ensureExists() throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    /** @throws Refused if the file is not a key ring */
    Optional<KeyRing> find() {
        Path file = path.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            KeyRing.prepare();
            Json ring = Json.parse(Files.readString(file));
            var access = InsecureSecretKeyAccess.get();
            return Optional.of(new KeyRing(
                    TinkJsonProtoKeysetFormat.parseKeyset(text(ring, "sealing"), access),
                    TinkJsonProtoKeysetFormat.parseKeyset(text(ring, "index"), access)));
        } catch (IOException | GeneralSecurityException | JacksonException e) {
            // The cause might carry a part of a key into a log.
            throw new Refused("keys.ring-damaged", file);
        }
    }

    /**
     * Replaces the key ring; an existing one is set aside.
     *
     * @return whether there was one
     */
    boolean replace(KeyRing ring, Instant now) {
        Path file = path.resolve(NAME);
        boolean there = Files.exists(file);
        if (there) {
            Path aside = file.resolveSibling("ring-until-" + now.getEpochSecond() + ".json");
            try {
                Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new Refused("keys.cannot-write", path);
            }
        }
        write(ring);
        return there;
    }

    private void write(KeyRing ring) {
        try {
            var access = InsecureSecretKeyAccess.get();
            String text = Json.of(Map.of(
                            "sealing", TinkJsonProtoKeysetFormat.serializeKeyset(ring.sealing(), access),
                            "index", TinkJsonProtoKeysetFormat.serializeKeyset(ring.index(), access)))
                    .toString();
            ensureExists();
            writeSecret(path.resolve(NAME), text);
        } catch (IOException e) {
            throw new Refused("keys.cannot-write", path);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keys cannot be written", e);
        }
    }

    /** Writes a new file readable by this account only, under a temporary name until it is complete and on the disk. */
    static void writeSecret(Path file, String text) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var channel = Files.newByteChannel(draft, EnumSet.of(StandardOpenOption.WRITE, StandardOpenOption.SYNC))) {
            var bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String text(Json ring, String key) {
        return ring.node().path(key).asString("");
    }
}
