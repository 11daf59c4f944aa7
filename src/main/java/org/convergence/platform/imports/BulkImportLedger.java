package org.convergence.platform.imports;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.convergence.platform.database.BulkCopy;
import org.convergence.platform.database.Identifier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records what many lines of an import created or changed, in order. */
public final class BulkImportLedger {

    private final UUID file;
    private final BulkCopy rows = new BulkCopy(
            "platform.imports_made", List.of("file", "line", "thing", "made", "version_before", "version_after"));

    BulkImportLedger(UUID file) {
        this.file = file;
    }

    /** A new record, at its first version. */
    public void recordCreated(int line, Enum<?> thing, Identifier id) {
        note(line, thing, id, null, 1);
    }

    /** An existing record, one version on. */
    public void recordChanged(int line, Enum<?> thing, Identifier id, int before) {
        note(line, thing, id, before, before + 1);
    }

    /** A ledger for one line that writes immediately, for records created in their own transaction. */
    public ImportLedger forLine(JdbcClient db, int line) {
        return new ImportLedger(db, file, line);
    }

    private void note(int line, Enum<?> thing, Identifier id, @Nullable Integer before, int after) {
        rows.addRow(file, line, thing.name(), id.value(), before, after);
    }

    void write(DataSource source) {
        rows.writeTo(source);
    }
}
