package org.convergence.platform.document;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.convergence.platform.backup.RestoreCheck;
import org.convergence.platform.database.DatabaseAddress;
import org.convergence.platform.database.Ids;
import org.convergence.platform.text.Sha256;

/** Stored files for tests of backups, inserted directly into the tables. */
public final class DocumentTestRows {

    private DocumentTestRows() {}

    /** The module's check of a restored database. */
    public static RestoreCheck check() {
        return new DocumentRestoreCheck();
    }

    /** Adds files of the given number of chunks, with incompressible bytes. */
    public static void fill(DatabaseAddress owner, int files, int chunks) throws SQLException {
        Random random = new Random(42);
        byte[] chunk = new byte[DocumentRepository.CHUNK];
        try (Connection connection = owner.connect()) {
            connection.setAutoCommit(false);
            for (int file = 0; file < files; file++) {
                UUID id = Ids.next();
                MessageDigest digest = Sha256.newDigest();
                byte[][] all = new byte[chunks][];
                for (int number = 0; number < chunks; number++) {
                    random.nextBytes(chunk);
                    digest.update(chunk);
                    all[number] = Arrays.copyOf(chunk, chunk.length);
                }
                try (var row = connection.prepareStatement("""
                                INSERT INTO platform.document
                                    (id, name, media_type, bytes, sha256, owner, uploaded_by, uploaded_at)
                                VALUES (?, 'pv.pdf', 'application/pdf', ?, ?, 'document.trial/' || ?, ?, now())
                                """);
                        var part = connection.prepareStatement(
                                "INSERT INTO platform.document_chunk VALUES (?, 'CONTENT', ?, ?)")) {
                    row.setObject(1, id);
                    row.setLong(2, (long) chunks * chunk.length);
                    row.setBytes(3, digest.digest());
                    row.setString(4, id.toString());
                    row.setObject(5, id);
                    row.execute();
                    for (int number = 0; number < chunks; number++) {
                        part.setObject(1, id);
                        part.setInt(2, number);
                        part.setBytes(3, all[number]);
                        part.execute();
                    }
                }
                connection.commit();
            }
        }
    }
}
