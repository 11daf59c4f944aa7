package org.convergence.platform.imports;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.imports.ImportFile.ImportState;
import org.convergence.platform.jobs.Job;
import org.convergence.platform.jobs.JobInSteps;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Undoes an import, the last created record first. */
@Configuration(proxyBeanMethods = false)
class UndoImportJob {

    static final String KIND = "imports.undo";

    private static final int STEP = 20;

    private record UndoParameters(@JsonProperty("import") UUID file) {}

    /** @param line of the file, whose record was undone last */
    private record UndoPosition(int line) {}

    @Bean
    static Job importUndo(ImportFileRepository files, ImportedRecordRepository records) {
        return new JobInSteps<>(
                KIND,
                UndoParameters.class,
                new UndoPosition(0),
                asked -> records.count(asked.file()),
                STEP,
                (asked, at) -> {
                    ImportFile file = files.findById(asked.file()).orElseThrow(() -> new NotFound("import"));
                    List<ImportedRecord> next = records.findPending(asked.file(), STEP);
                    if (next.isEmpty()) {
                        files.changeState(asked.file(), ImportState.UNDOING, ImportState.UNDONE, null);
                        return Optional.empty();
                    }
                    next.forEach(record -> records.undo(file, record));
                    return Optional.of(
                            new UndoPosition(next.get(next.size() - 1).line()));
                },
                (asked, end) -> null);
    }
}
