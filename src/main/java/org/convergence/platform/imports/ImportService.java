package org.convergence.platform.imports;

import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.PermissionCheck;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;
import org.convergence.platform.imports.ImportFile.ImportState;
import org.convergence.platform.jobs.JobQueue;
import org.convergence.platform.jobs.JobRequest;
import org.convergence.platform.table.TableReader;
import org.convergence.platform.table.TableRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Imports a list from a file: upload, confirm its columns, preview the result of each line, enter it, and, for a day,
 * undo it. Nothing is entered before confirmation. Each use case requires the permission of the kind of list.
 */
@Component
@Transactional
public class ImportService {

    private static final int AT_ONCE = 500;
    private static final int SAMPLES = 60;
    private static final int LONGEST_NAME = 200;
    private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{N} ._()-]+");

    private final ImportFileRepository store;
    private final ImportRowRepository lines;
    private final ImportQueries importQueries;
    private final JobQueue jobs;
    private final Clock clock;

    ImportService(
            ImportFileRepository store,
            ImportRowRepository lines,
            ImportQueries importQueries,
            JobQueue jobs,
            Clock clock) {
        this.store = store;
        this.lines = lines;
        this.importQueries = importQueries;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Reads and stores a file, with its recognised columns.
     *
     * @param choices the initial choices besides the columns
     * @throws org.convergence.platform.table.UnreadableTable if it cannot be read
     * @throws Refused if it has no row below its head
     */
    public UUID upload(ImportKind kind, String fileName, InputStream content, Json choices) {
        PermissionCheck.require(kind.permission());
        try (TableReader reader = TableReader.open(content, kind.limits())) {
            if (!kind.isHead(reader.head())) {
                reader.treatHeadAsRow();
            } else {
                reader.preferHead(titles -> (int) kind.recognise(titles, List.of()).stream()
                        .filter(Objects::nonNull)
                        .count());
            }
            Iterator<TableRow> rows = reader.rows();
            List<TableRow> some = take(kind, rows);
            if (some.isEmpty()) {
                throw new Refused("imports.empty");
            }
            ImportFile file = begun(kind, shown(fileName), lines.maskHead(reader.head()), some, choices);
            store.add(file);
            int count = 0;
            ImportProcessor reading = kind.begin(file.choices());
            for (; !some.isEmpty(); some = take(kind, rows)) {
                List<ImportRow> read = some.stream()
                        .map(row -> ImportRow.of(row.number(), row.cells(), file.columns()))
                        .toList();
                lines.add(file.id(), some, reading.assess(read), lanes(reading, read)::get);
                count += some.size();
            }
            store.setRowCount(file.id(), count);
            return file.id();
        }
    }

    private static List<TableRow> take(ImportKind kind, Iterator<TableRow> rows) {
        List<TableRow> some = new ArrayList<>();
        while (some.size() < AT_ONCE && rows.hasNext()) {
            TableRow row = rows.next();
            if (!kind.isUnfilled(row.cells())) {
                some.add(row);
            }
        }
        return some;
    }

    private ImportFile begun(ImportKind kind, String name, List<String> head, List<TableRow> first, Json choices) {
        List<List<String>> samples =
                first.stream().limit(SAMPLES).map(TableRow::cells).toList();
        ImportKind.RecognisedFile understood = kind.recogniseFile(head, samples, choices);
        return new ImportFile(
                Ids.next(),
                1,
                kind,
                name,
                head,
                understood.columns(),
                understood.choices(),
                ImportState.DRAFT,
                first.size(),
                null,
                CurrentActor.get().label(),
                clock.instant(),
                null);
    }

    /** Corrects columns and choices; all lines are assessed again. */
    public void updateColumns(UUID id, int version, List<@Nullable ImportColumn> columns, Json choices) {
        importQueries.findById(id);
        store.updateColumns(id, version, columns, choices);
        assess(importQueries.findById(id));
    }

    private void assess(ImportFile file) {
        ImportProcessor reading = file.kind().begin(file.choices());
        List<ImportRow> rows = lines.findAfter(file, 0, AT_ONCE);
        while (!rows.isEmpty()) {
            lines.saveAssessed(file.id(), reading.assess(rows), lanes(reading, rows));
            rows = lines.findAfter(file, rows.get(rows.size() - 1).number(), AT_ONCE);
        }
    }

    private static List<Integer> lanes(ImportProcessor reading, List<ImportRow> rows) {
        return reading instanceof BulkImportProcessor bulk
                ? rows.stream()
                        .map(row -> Math.floorMod(bulk.laneOf(row), BulkImportProcessor.LANES))
                        .toList()
                : Collections.nCopies(rows.size(), 0);
    }

    /** Starts entering the lines. */
    public void start(UUID id, int version) {
        ImportFile file = importQueries.findById(id);
        if (file.version() != version && file.state() == ImportState.DRAFT) {
            throw new EditConflict(ImportFileRepository.TABLE, id, version);
        }
        if (!store.changeState(id, ImportState.DRAFT, ImportState.RUNNING, submit(file, ImportJob.KIND, ".work"))) {
            throw new Refused("imports.run-already");
        }
        file.kind().entering(file);
    }

    /**
     * Starts undoing an import: records it created are deleted, records it changed are set back, unless they were
     * changed since.
     */
    public void undo(UUID id) {
        ImportFile file = importQueries.findById(id);
        if (importQueries.takenBackUntil(file) == null) {
            throw new Refused("imports.too-late");
        }
        store.changeState(id, ImportState.DONE, ImportState.UNDOING, submit(file, UndoImportJob.KIND, ".undo.work"));
    }

    private UUID submit(ImportFile file, String job, String label) {
        String id = file.id().toString();
        return jobs.submit(JobRequest.of(job, file.kind().key() + label, Map.of("import", id))
                .once(id));
    }

    /** Resumes a stopped or failed job. */
    public void resume(UUID id) {
        UUID run = importQueries.findById(id).run();
        if (run != null) {
            jobs.resume(run);
        }
    }

    /** Asks the job to stop at its next step. */
    public void stop(UUID id) {
        UUID run = importQueries.findById(id).run();
        if (run != null) {
            jobs.stop(run);
        }
    }

    /** Ends a stopped import with the lines entered so far. */
    public void finishEarly(UUID id) {
        store.changeState(importQueries.findById(id).id(), ImportState.RUNNING, ImportState.DONE, null);
    }

    /** Deletes a file of which nothing was entered. */
    public void discard(UUID id) {
        if (importQueries.findById(id).state() != ImportState.DRAFT) {
            throw new Refused("imports.run-already");
        }
        store.delete(id);
    }

    /** A name that is safe to show: never a path. */
    private static String shown(String fileName) {
        String last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        String plain = UNSAFE.matcher(last).replaceAll(" ").strip();
        return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
    }
}
