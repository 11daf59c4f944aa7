package org.convergence.platform.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.platform.database.Json;
import org.jspecify.annotations.Nullable;

/**
 * The folder of backups. The files alone tell its content, with a small one beside each that records its verification,
 * so that a copied or restored folder stays correct.
 */
record BackupFolder(Path path) {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern NAME = Pattern.compile("convergence-(\\d{8}-\\d{6})Z-([a-z-]+)\\.zip");
    private static final int KEPT_BEFORE_MIGRATIONS = 3;

    /** The path of the next backup. Deletes half-written files of killed processes. */
    Path newFile(Instant now, BackupReason reason) throws IOException {
        Files.createDirectories(path);
        try (var halves = Files.newDirectoryStream(path, "convergence-*.part")) {
            for (Path half : halves) {
                Files.deleteIfExists(half);
            }
        }
        return path.resolve("convergence-" + STAMP.format(now) + "Z-" + reason.word() + ".zip");
    }

    /** All backups, newest first. */
    List<StoredBackup> findAll() {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (var files = Files.list(path)) {
            return files.map(BackupFolder::kept)
                    .flatMap(java.util.Optional::stream)
                    .sorted(Comparator.comparing(StoredBackup::madeAt).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Path file, BackupVerification verification) throws IOException {
        Path draft = sidecar(file).resolveSibling(sidecar(file).getFileName() + ".part");
        Files.writeString(draft, Json.of(verification).toString());
        Files.move(draft, sidecar(file), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes backups that the rotation no longer keeps. Backups made by hand are deleted by people. */
    void rotate(ZoneId zone) throws IOException {
        List<StoredBackup> all = findAll();
        Set<Instant> kept = new HashSet<>(BackupRotationPolicy.selectKept(times(all, BackupReason.DAILY), zone));
        times(all, BackupReason.BEFORE_MIGRATION).stream()
                .limit(KEPT_BEFORE_MIGRATIONS)
                .forEach(kept::add);
        for (StoredBackup backup : all) {
            if (backup.reason() != BackupReason.BY_HAND && !kept.contains(backup.madeAt())) {
                delete(backup.name());
            }
        }
    }

    void delete(String name) throws IOException {
        Path file = path.resolve(name);
        Files.deleteIfExists(file);
        Files.deleteIfExists(sidecar(file));
    }

    private static List<Instant> times(List<StoredBackup> all, BackupReason reason) {
        return all.stream()
                .filter(backup -> backup.reason() == reason)
                .map(StoredBackup::madeAt)
                .toList();
    }

    private static java.util.Optional<StoredBackup> kept(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return java.util.Optional.empty();
        }
        try {
            return java.util.Optional.of(new StoredBackup(
                    name.group(),
                    STAMP.parse(name.group(1), Instant::from),
                    BackupReason.of(name.group(2)),
                    Files.size(file),
                    verification(file)));
        } catch (IOException e) {
            return java.util.Optional.empty();
        }
    }

    private static @Nullable BackupVerification verification(Path file) throws IOException {
        Path sidecar = sidecar(file);
        return Files.exists(sidecar)
                ? Json.parse(Files.readString(sidecar))
                        .as(BackupVerification.class)
                        .ofFile(file.getFileName().toString(), Files.size(file))
                : null;
    }

    private static Path sidecar(Path file) {
        return file.resolveSibling(file.getFileName() + ".verified");
    }
}
