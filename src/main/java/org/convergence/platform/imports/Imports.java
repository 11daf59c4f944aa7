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
 * From a list in a file to what its lines say: read it, say what its columns hold, see what will become of each line, enter
 * it, and, for a day, take it back. Until one says so, nothing of it is entered. Each gesture asks for the permission of
 * the kind of list.
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
     * Reads a file and keeps it, with what its columns were recognised to hold.
     *
     * @param choices what is chosen at first beside the columns
     * @throws org.convergence.platform.table.UnreadableTable where it cannot be read
     * @throws Refused where it has no row below its head
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

    /** Corrects what the columns hold and what is chosen beside them; what will become of each line is said anew. */
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

    /** Begins to enter the lines. */
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

    /** Begins to take it back: what the import made goes, what it changed is as before, unless others changed it since. */
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

    /** Lets the work go on that was stopped or failed. */
    public void resume(UUID id) {
        UUID run = board.open(id).run();
        if (run != null) {
            jobs.resume(run);
        }
    }

    /** Asks the work to stop at its next step. */
    public void stop(UUID id) {
        UUID run = board.open(id).run();
        if (run != null) {
            jobs.stop(run);
        }
    }

    /** Leaves it at the lines that were entered before the work was stopped. */
    public void leaveAtThat(UUID id) {
        store.move(board.open(id).id(), State.RUNNING, State.DONE, null);
    }

    /** Lets a file go of which nothing was entered. */
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
