package org.convergence.directory.people.domain.imports;

import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.domain.imports.ImportFile.State;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Refused;
import org.convergence.platform.jobs.JobRequest;
import org.convergence.platform.jobs.Jobs;
import org.convergence.platform.table.TableLimits;
import org.convergence.platform.table.TableReader;
import org.convergence.platform.table.TableRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * From a list in a file to the directory: read it, say what its columns hold, see what will become of each line, enter it,
 * and, for a day, take it back. Until one says so, nothing of it is in the directory.
 */
@Service
@Transactional
@Requires(PeoplePermissions.IMPORT)
public class Imports {

    private static final TableLimits LIMITS = new TableLimits(20_000, 60, 20_000, 20_000_000);
    private static final int AT_ONCE = 500;
    private static final int SAMPLES = 20;
    private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{N} ._()-]+");

    private final ImportStore store;
    private final ImportLines lines;
    private final ImportBoard board;
    private final List<Handler> handlers;
    private final Jobs jobs;
    private final Clock clock;

    Imports(ImportStore store, ImportLines lines, ImportBoard board, List<Handler> handlers, Jobs jobs, Clock clock) {
        this.store = store;
        this.lines = lines;
        this.board = board;
        this.handlers = handlers;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Reads a file and keeps it, with what its columns were recognised to hold.
     *
     * @param untitled what someone does of whom the file only says where
     * @throws org.convergence.platform.table.UnreadableTable where it cannot be read
     */
    public UUID read(Subject subject, String fileName, InputStream content, String untitled) {
        List<ImportLines.Line> rows = new ArrayList<>();
        List<String> head;
        try (TableReader reader = TableReader.open(content, LIMITS)) {
            head = reader.head();
            for (Iterator<TableRow> each = reader.rows(); each.hasNext(); ) {
                TableRow row = each.next();
                rows.add(new ImportLines.Line(row.number(), row.cells()));
            }
        }
        if (rows.isEmpty()) {
            throw new Refused("people.import.empty");
        }
        List<List<String>> samples =
                rows.stream().limit(SAMPLES).map(ImportLines.Line::cells).toList();
        ImportFile file = new ImportFile(
                Ids.next(),
                1,
                subject,
                shown(fileName),
                head,
                Recognition.of(subject, head, samples),
                Known.COMPLETE,
                untitled,
                State.DRAFT,
                rows.size(),
                null,
                CurrentActor.get().label(),
                clock.instant(),
                null);
        store.add(file);
        lines.add(file.id(), rows);
        assess(file);
        return file.id();
    }

    /** Corrects which column holds what, and what is done with those that are known already. */
    public void map(UUID id, int version, List<@Nullable Field> fields, Known known) {
        store.map(id, version, fields, known);
        assess(board.open(id));
    }

    private void assess(ImportFile file) {
        Handler handler = handler(file.subject());
        Map<String, Integer> seen = new HashMap<>();
        int after = 0;
        List<Recognition.Values> rows = lines.values(file, after, AT_ONCE);
        while (!rows.isEmpty()) {
            lines.assessed(file.id(), handler.assess(rows, file.known(), seen), false);
            after = rows.get(rows.size() - 1).line();
            rows = lines.values(file, after, AT_ONCE);
        }
    }

    /** Begins to enter the lines. */
    public void run(UUID id, int version) {
        ImportFile file = board.open(id);
        if (file.version() != version && file.state() == State.DRAFT) {
            throw new org.convergence.platform.database.EditConflict(ImportStore.TABLE, id, version);
        }
        UUID run = jobs.submit(JobRequest.of(EnteringJob.KIND, "people.import.work", Map.of("import", id.toString()))
                .once(id.toString()));
        if (!store.move(id, State.DRAFT, State.RUNNING, run)) {
            throw new Refused("people.import.run-already");
        }
    }

    /** Begins to take it back: what the import made goes, what it changed is as before, unless others changed it since. */
    public void undo(UUID id) {
        ImportFile file = board.open(id);
        if (!board.mayBeTakenBack(file)) {
            throw new Refused("people.import.too-late");
        }
        UUID run = jobs.submit(
                JobRequest.of(TakingBackJob.KIND, "people.import.undo.work", Map.of("import", id.toString()))
                        .once(id.toString()));
        store.move(id, file.state(), State.UNDOING, run);
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
        store.move(id, State.RUNNING, State.DONE, null);
    }

    /** Lets a file go of which nothing was entered. */
    public void discard(UUID id) {
        if (board.open(id).state() != State.DRAFT) {
            throw new Refused("people.import.run-already");
        }
        store.remove(id);
    }

    private Handler handler(Subject subject) {
        return handlers.stream()
                .filter(each -> each.subject() == subject)
                .findFirst()
                .orElseThrow();
    }

    /** A name that is safe to show: never a path. */
    private static String shown(String fileName) {
        String last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        String plain = UNSAFE.matcher(last).replaceAll(" ").strip();
        return plain.length() > 200 ? plain.substring(0, 200) : plain;
    }
}
