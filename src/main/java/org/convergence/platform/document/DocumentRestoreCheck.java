package org.convergence.platform.document;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.UUID;
import org.convergence.platform.backup.RestoreCheck;
import org.convergence.platform.database.Refused;
import org.convergence.platform.text.Sha256;
import org.springframework.stereotype.Component;

/** Checks that the chunks of each restored document have the SHA-256 computed at upload. */
@Component
class DocumentRestoreCheck implements RestoreCheck {

    private static final int AT_ONCE = 8;

    @Override
    public void check(Connection restored) throws SQLException {
        try (Statement statement = restored.createStatement()) {
            try (ResultSet table = statement.executeQuery("SELECT to_regclass('platform.document')")) {
                if (!table.next() || table.getString(1) == null) {
                    // A backup made before documents existed.
                    return;
                }
            }
            statement.setFetchSize(AT_ONCE);
            try (ResultSet chunks = statement.executeQuery("""
                    SELECT d.id, d.sha256, c.bytes
                    FROM platform.document d
                    LEFT JOIN platform.document_chunk c ON c.document = d.id AND c.rendition = 'CONTENT'
                    ORDER BY d.id, c.number
                    """)) {
                compare(chunks);
            }
        }
    }

    private static void compare(ResultSet chunks) throws SQLException {
        MessageDigest digest = Sha256.newDigest();
        UUID open = null;
        byte[] wanted = {};
        while (chunks.next()) {
            UUID id = chunks.getObject(1, UUID.class);
            if (open != null && !open.equals(id)) {
                require(digest, wanted);
            }
            open = id;
            wanted = chunks.getBytes(2);
            byte[] bytes = chunks.getBytes(3);
            digest.update(bytes == null ? new byte[0] : bytes);
        }
        if (open != null) {
            require(digest, wanted);
        }
    }

    /** Compares and resets the digest. */
    private static void require(MessageDigest digest, byte[] wanted) {
        if (!Arrays.equals(digest.digest(), wanted)) {
            throw new Refused("backup.differs", "platform.document");
        }
    }
}
