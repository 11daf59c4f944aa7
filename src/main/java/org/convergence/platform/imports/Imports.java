package org.convergence.platform.imports;

import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.convergence.platform.access.Access;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;
import org.convergence.platform.imports.ImportFile.State;
import org.convergence.platform.jobs.JobRequest;
import org.convergence.platform.jobs.Jobs;
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
public class Imports {

    private static final int AT_ONCE = 500;
    private static final int SAMPLES = 60;
    private static final int LONGEST_NAME = 200;
    private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{N} ._()-]+");

    private final ImportStore store;
    private final ImportLines lines;
    private final ImportBoard board;
    private final Jobs jobs;
    private final Clock clock;

    Imports(ImportStore store, ImportLines lines, ImportBoard board, Jobs jobs, Clock clock) {
        this.store = store;
        this.lines = lines;
        this.board = board;
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
    public UUID read(ImportKind kind, String fileName, InputStream content, Json choices) {
        Access.require(kind.permission());
        try (TableReader reader = TableReader.open(content, kind.limits())) {
            if (!kind.isHead(reader.head())) {
                reader.withoutHead();
            }
            Iterator<TableRow> rows = reader.rows();
            List<TableRow> some = take(rows);
            if (some.isEmpty()) {
                throw new Refused("imports.empty");
            }
            ImportFile file = begun(kind, shown(fileName), lines.shielded(reader.head()), some, choices);
            store.add(file);
            int count = 0;
            ImportReading reading = kind.begin(file.choices());
            for (; !some.isEmpty(); some = take(rows)) {
                List<ImportRow> read = some.stream()
                        .map(row -> ImportRow.of(row.number(), row.cells(), file.columns()))
                        .toList();
                lines.add(file.id(), some, reading.assess(read), lanes(reading, read)::get);
                count += some.size();
            }
            store.count(file.id(), count);
            return file.id();
        }
    }

    private static List<TableRow> take(Iterator<TableRow> rows) {
        List<TableRow> some = new ArrayList<>();
        while (some.size() < AT_ONCE && rows.hasNext()) {
            some.add(rows.next());
        }
        return some;
    }

    private ImportFile begun(ImportKind kind, String name, List<String> head, List<TableRow> first, Json choices) {
        List<List<String>> samples =
                first.stream().limit(SAMPLES).map(TableRow::cells).toList();
        ImportKind.Understood understood = kind.understand(head, samples, choices);
        return new ImportFile(
                Ids.next(),
                1,
                kind,
                name,
                head,
                understood.columns(),
                understood.choices(),
                State.DRAFT,
                first.size(),
                null,
                CurrentActor.get().label(),
                clock.instant(),
                null);
    }

    /** Corrects columns and choices; all lines are assessed again. */
    public void settle(UUID id, int version, List<@Nullable ImportColumn> columns, Json choices) {
        board.open(id);
        store.settle(id, version, columns, choices);
        assess(board.open(id));
    }

    private void assess(ImportFile file) {
        ImportReading reading = file.kind().begin(file.choices());
        List<ImportRow> rows = lines.after(file, 0, AT_ONCE);
        while (!rows.isEmpty()) {
            lines.assessed(file.id(), reading.assess(rows), lanes(reading, rows));
            rows = lines.after(file, rows.get(rows.size() - 1).number(), AT_ONCE);
        }
    }

    private static List<Integer> lanes(ImportReading reading, List<ImportRow> rows) {
        return reading instanceof BulkReading bulk
                ? rows.stream()
                        .map(row -> Math.floorMod(bulk.lane(row), BulkReading.LANES))
                        .toList()
                : Collections.nCopies(rows.size(), 0);
    }

    /** Starts entering the lines. */
    public void run(UUID id, int version) {
        ImportFile file = board.open(id);
        if (file.version() != version && file.state() == State.DRAFT) {
            throw new EditConflict(ImportStore.TABLE, id, version);
        }
        if (!store.move(id, State.DRAFT, State.RUNNING, submit(file, EnteringJob.KIND, ".work"))) {
            throw new Refused("imports.run-already");
        }
        file.kind().entering(file);
    }

    /**
     * Starts undoing an import: records it created are deleted, records it changed are set back, unless they were
     * changed since.
     */
    public void undo(UUID id) {
        ImportFile file = board.open(id);
        if (board.takenBackUntil(file) == null) {
            throw new Refused("imports.too-late");
        }
        store.move(id, State.DONE, State.UNDOING, submit(file, TakingBackJob.KIND, ".undo.work"));
    }

    private UUID submit(ImportFile file, String job, String label) {
        String id = file.id().toString();
        return jobs.submit(JobRequest.of(job, file.kind().key() + label, Map.of("import", id))
                .once(id));
    }

    /** Resumes a stopped or failed job. */
    public void resume(UUID id) {
        UUID run = board.open(id).run();
        if (run != null) {
            jobs.resume(run);
        }
    }

    /** Asks the job to stop at its next step. */
    public void stop(UUID id) {
        UUID run = board.open(id).run();
        if (run != null) {
            jobs.stop(run);
        }
    }

    /** Ends a stopped import with the lines entered so far. */
    public void leaveAtThat(UUID id) {
        store.move(board.open(id).id(), State.RUNNING, State.DONE, null);
    }

    /** Deletes a file of which nothing was entered. */
    public void discard(UUID id) {
        if (board.open(id).state() != State.DRAFT) {
            throw new Refused("imports.run-already");
        }
        store.remove(id);
    }

    /** A name that is safe to show: never a path. */
    private static String shown(String fileName) {
        String last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        String plain = UNSAFE.matcher(last).replaceAll(" ").strip();
        return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
    }
}
