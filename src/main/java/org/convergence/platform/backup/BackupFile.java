package org.convergence.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;
import org.convergence.platform.text.Sha256;
import tools.jackson.core.JacksonException;

/** A backup opened for reading. A file that is incomplete, or not a backup, is refused at opening. */
final class BackupFile implements AutoCloseable {

    private static final int LARGEST_MANIFEST = 4 << 20;

    private final ZipFile zip;
    private final BackupManifest manifest;

    private BackupFile(ZipFile zip, BackupManifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /** @throws Refused if there is no such file, it is damaged, or a later version made it */
    static BackupFile open(Path path) {
        if (!Files.isReadable(path)) {
            throw new Refused("backup.no-file", path.getFileName());
        }
        try {
            var zip = new ZipFile(path.toFile());
            try {
                BackupManifest manifest = manifest(zip);
                if (manifest.format() > BackupManifest.FORMAT) {
                    throw new Refused("backup.newer", manifest.application());
                }
                return new BackupFile(zip, manifest);
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (IOException | JacksonException e) {
            throw new Refused("backup.damaged", path.getFileName());
        }
    }

    BackupManifest manifest() {
        return manifest;
    }

    /** @throws Refused if an entry is missing or was changed */
    void requireIntact() {
        for (BackupManifest.TableRows rows : manifest.tables()) {
            var digest = Sha256.newDigest();
            try (var stream = new DigestInputStream(open(rows), digest)) {
                stream.transferTo(java.io.OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw new Refused("backup.damaged", rows.table());
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(rows.sha256())) {
                throw new Refused("backup.damaged", rows.table());
            }
        }
    }

    InputStream open(BackupManifest.TableRows rows) throws IOException {
        ZipEntry entry = zip.getEntry(rows.entry());
        if (entry == null) {
            throw new Refused("backup.damaged", rows.table());
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static BackupManifest manifest(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(BackupManifest.ENTRY);
        if (entry == null) {
            throw new IOException("no manifest");
        }
        try (InputStream stream = zip.getInputStream(entry)) {
            return Json.parse(new String(stream.readNBytes(LARGEST_MANIFEST), StandardCharsets.UTF_8))
                    .as(BackupManifest.class);
        }
    }
}
