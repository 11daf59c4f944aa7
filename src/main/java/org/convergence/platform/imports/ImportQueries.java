package org.convergence.platform.imports;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.PermissionCheck;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.table.TableRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads imported files: their columns, the result of each line, the records kept at an undo. Each actor who may import
 * a kind of list sees all its files.
 */
@Component
@Transactional(readOnly = true)
public class ImportQueries {

    private static final int SAMPLES = 20;
    private static final int LATEST = 20;
    private static final int KEPT = 200;
    private static final int AT_ONCE = 500;

    private final ImportFileRepository store;
    private final ImportRowRepository lines;
    private final ImportedRecordRepository made;
    private final Clock clock;

    ImportQueries(ImportFileRepository store, ImportRowRepository lines, ImportedRecordRepository made, Clock clock) {
        this.store = store;
        this.lines = lines;
        this.made = made;
        this.clock = clock;
    }

    /** @throws NotFound if there is none, or it was deleted */
    public ImportFile findById(UUID id) {
        ImportFile file = store.findById(id).orElseThrow(() -> new NotFound("import"));
        PermissionCheck.require(file.kind().permission());
        return file;
    }

    /** The file of a job run; empty if there is none, or the actor may not see it. */
    public Optional<ImportFile> findByRun(UUID run) {
        return store.findByRun(run)
                .filter(file -> CurrentActor.get().may(file.kind().permission()));
    }

    /** The latest files of some kinds, newest first. */
    public List<ImportFile> findLatest(Collection<? extends ImportKind> kinds) {
        kinds.forEach(kind -> PermissionCheck.require(kind.permission()));
        return store.findLatest(kinds.stream().map(ImportKind::name).toList(), LATEST);
    }

    /** The first rows, as samples of the columns. */
    public List<List<String>> samples(ImportFile file) {
        return lines.samples(findById(file.id()).id(), SAMPLES);
    }

    /** The number of lines by outcome. */
    public Map<ImportOutcome, Integer> countByOutcome(UUID id) {
        return lines.countByOutcome(findById(id).id());
    }

    /** The number of lines with a remark. */
    public int countRemarked(UUID id) {
        return lines.countRemarked(findById(id).id());
    }

    /**
     * The lines with an outcome.
     *
     * @param outcome {@code null} for the lines with a remark
     * @param after the number of the last line of the previous page, 0 for the first
     */
    public List<ImportLineResult> lines(UUID id, @Nullable ImportOutcome outcome, int after, int limit) {
        return lines.lines(findById(id).id(), outcome, after, limit);
    }

    /** The rows of some lines, by column. */
    public List<ImportRow> rows(ImportFile file, List<ImportLineResult> some) {
        return lines.findByNumbers(
                findById(file.id()), some.stream().map(ImportLineResult::number).toList());
    }

    /**
     * A name mentioned by remarks.
     *
     * @param lines the number of lines that mention it
     * @param all the total number of names, shown or not
     */
    public record RemarkSubject(String name, int lines, int all) {}

    /** The names mentioned by some remarks, the most frequent first. */
    public List<RemarkSubject> findRemarkSubjects(UUID id, Collection<String> remarkKeys, int limit) {
        return lines.findRemarkSubjects(findById(id).id(), remarkKeys, limit);
    }

    /** The cells of the lines left aside, to be corrected and imported again; read lazily. */
    public Iterator<List<String>> findLeftAside(UUID id) {
        findById(id);
        return new Iterator<>() {
            private final Queue<TableRow> ready = new ArrayDeque<>();
            private int after;
            private boolean last;

            @Override
            public boolean hasNext() {
                if (ready.isEmpty() && !last) {
                    ready.addAll(lines.findLeftAside(id, after, AT_ONCE));
                    last = ready.size() < AT_ONCE;
                }
                return !ready.isEmpty();
            }

            @Override
            public List<String> next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                TableRow row = ready.remove();
                after = row.number();
                return row.cells();
            }
        };
    }

    /** Until when the import can be undone; {@code null} if it cannot. */
    public @Nullable Instant takenBackUntil(ImportFile file) {
        return file.takenBackUntil(clock.instant());
    }

    /**
     * A record kept when the import was undone.
     *
     * @param name {@code null} if it has none
     * @param why CHANGED_SINCE or IN_USE
     */
    public record KeptRecord(ImportedRecord made, @Nullable String name, String why) {}

    /** The records kept when the import was undone. */
    public List<KeptRecord> findKeptRecords(ImportFile file) {
        Map<ImportedRecord, String> kept =
                made.findKeptRecords(findById(file.id()).id(), KEPT);
        Map<UUID, String> names =
                file.kind().names(kept.keySet().stream().map(ImportedRecord::id).toList());
        return kept.entrySet().stream()
                .map(each ->
                        new KeptRecord(each.getKey(), names.get(each.getKey().id()), each.getValue()))
                .toList();
    }
}
