package org.convergence.platform.imports;

import java.util.UUID;
import org.convergence.platform.database.Identifier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records what one line of an import created or changed, so that it can be undone. */
public final class ImportLedger {

    private final JdbcClient db;
    private final UUID file;
    private final int line;

    ImportLedger(JdbcClient db, UUID file, int line) {
        this.db = db;
        this.file = file;
        this.line = line;
    }

    /** A new record, at its first version. */
    public void recordCreated(Enum<?> thing, Identifier id) {
        note(thing, id, null, 1);
    }

    /** An existing record, one version on. */
    public void recordChanged(Enum<?> thing, Identifier id, int before) {
        note(thing, id, before, before + 1);
    }

    private void note(Enum<?> thing, Identifier id, @Nullable Integer before, int after) {
        db.sql("""
                        INSERT INTO platform.imports_made (file, line, thing, made, version_before, version_after)
                        VALUES (:file, :line, :thing, :made, :before, :after)
                        """)
                .param("file", file)
                .param("line", line)
                .param("thing", thing.name())
                .param("made", id.value())
                .param("before", before)
                .param("after", after)
                .update();
    }
}
