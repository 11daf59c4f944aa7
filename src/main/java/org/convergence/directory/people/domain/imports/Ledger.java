package org.convergence.directory.people.domain.imports;

import java.util.UUID;
import org.convergence.platform.database.Identifier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notes what one line of an import made or changed, so that it can be taken back. */
final class Ledger {

    /** What is made. */
    enum Kind {
        ORGANISATION,
        PERSON,
        AFFILIATION,
        FUNCTION
    }

    private final JdbcClient db;
    private final UUID importId;
    private final int line;

    Ledger(JdbcClient db, UUID importId, int line) {
        this.db = db;
        this.importId = importId;
        this.line = line;
    }

    void made(Kind kind, Identifier id) {
        note(kind, id, null, 1);
    }

    void changed(Kind kind, Identifier id, int before) {
        note(kind, id, before, before + 1);
    }

    private void note(Kind kind, Identifier id, @Nullable Integer before, int after) {
        db.sql("""
                        INSERT INTO directory.people_import_made (import, line, kind, made, version_before, version_after)
                        VALUES (:import, :line, :kind, :made, :before, :after)
                        """)
                .param("import", importId)
                .param("line", line)
                .param("kind", kind.name())
                .param("made", id.value())
                .param("before", before)
                .param("after", after)
                .update();
    }
}
