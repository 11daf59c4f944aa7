package org.convergence.plan.realisation.domain;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.platform.database.Json;
import org.convergence.platform.imports.ImportColumn;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.imports.ImportKind;
import org.convergence.platform.imports.ImportProcessor;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.imports.ImportedRecord;
import org.convergence.platform.text.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Imports files of past realisations. Undoing an import keeps the organisations that it added. */
@Component
public class RealisationImportKind implements ImportKind {

    /** The kinds of record that a row creates. */
    enum RealisationImportedType {
        REALISATION
    }

    private final RealisationImportReader realisationImportReader;
    private final RealisationCorrectionService correction;
    private final JdbcClient db;

    RealisationImportKind(
            RealisationImportReader realisationImportReader, RealisationCorrectionService correction, JdbcClient db) {
        this.realisationImportReader = realisationImportReader;
        this.correction = correction;
        this.db = db;
    }

    @Override
    public String name() {
        return "realisation.past";
    }

    @Override
    public String permission() {
        return RealisationPermissions.IMPORT;
    }

    @Override
    public String key() {
        return "realisation.import";
    }

    @Override
    public String labelKey() {
        return "realisation.list";
    }

    @Override
    public List<? extends ImportColumn> columns() {
        return Arrays.asList(RealisationColumn.values());
    }

    @Override
    public List<? extends ImportColumn> requiredColumns() {
        return List.of(RealisationColumn.TITLE, RealisationColumn.FROM);
    }

    @Override
    public Json choices(Words t) {
        return Json.of(RealisationImportSettings.BEGUN);
    }

    @Override
    public ImportProcessor begin(Json choices) {
        return realisationImportReader.begin(choices.as(RealisationImportSettings.class));
    }

    /** What rows would record, by row number; rows that cannot be imported are left out. */
    public Map<Integer, RealisationEntry> entries(ImportFile file, List<ImportRow> rows) {
        return realisationImportReader
                .begin(file.choices().as(RealisationImportSettings.class))
                .entries(rows);
    }

    @Override
    public void takeBack(ImportedRecord made, ImportFile file) {
        correction.withdrawUnchanged(new RealisationId(made.id()), made.after(), file.name());
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        db.sql("SELECT id, title FROM plan.realisation WHERE id = ANY (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> names.put(row.getObject("id", UUID.class), row.getString("title")))
                .list();
        return names;
    }
}
