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
import org.convergence.platform.access.Access;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.table.TableRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files that are brought in, as they stand: what their columns hold, what becomes of each line, what was kept. Whoever may
 * import a kind of list sees the files of the others too.
 */
@Component
@Transactional(readOnly = true)
public class ImportBoard {

    private static final int SAMPLES = 20;
    private static final int LATEST = 20;
    private static final int KEPT = 200;
    private static final int AT_ONCE = 500;

    private final ImportStore store;
    private final ImportLines lines;
    private final MadeRows made;
    private final Clock clock;

    ImportBoard(ImportStore store, ImportLines lines, MadeRows made, Clock clock) {
        this.store = store;
        this.lines = lines;
        this.made = made;
        this.clock = clock;
    }

    /** @throws NotFound where there is none, or none any more */
    public ImportFile open(UUID id) {
        ImportFile file = store.find(id).orElseThrow(() -> new NotFound("import"));
        Access.require(file.kind().permission());
        return file;
    }

    /** The file that a run enters or takes back; empty where it is no such run, or not for this actor to see. */
    public Optional<ImportFile> ofRun(UUID run) {
        return store.ofRun(run)
                .filter(file -> CurrentActor.get().may(file.kind().permission()));
    }

    /** The latest of some kinds, the newest first. */
    public List<ImportFile> latest(Collection<? extends ImportKind> kinds) {
        kinds.forEach(kind -> Access.require(kind.permission()));
        return store.latest(kinds.stream().map(ImportKind::name).toList(), LATEST);
    }

    /** The first rows, to tell by what the columns hold. */
    public List<List<String>> samples(ImportFile file) {
        return lines.samples(open(file.id()).id(), SAMPLES);
    }

    /** How many lines become what. */
    public Map<Outcome, Integer> counts(UUID id) {
        return lines.counts(open(id).id());
    }

    /** How many lines have a remark. */
    public int remarked(UUID id) {
        return lines.remarked(open(id).id());
    }

    /**
     * Lines by what becomes, or became, of them.
     *
     * @param outcome only those, {@code null} for those with a remark
     * @param after the number of the last line of the page before, 0 for the first
     */
    public List<ImportLine> lines(UUID id, @Nullable Outcome outcome, int after, int limit) {
        return lines.lines(open(id).id(), outcome, after, limit);
    }

    /** What the columns of some lines hold. */
    public List<ImportRow> rows(ImportFile file, List<ImportLine> some) {
        return lines.numbered(
                open(file.id()), some.stream().map(ImportLine::number).toList());
    }

    /**
     * What the remarks of a file name.
     *
     * @param lines how many lines name it
     * @param all how many are named in all, shown or not
     */
    public record Named(String name, int lines, int all) {}

    /** What some remarks name, the most frequent first. */
    public List<Named> named(UUID id, Collection<String> remarkKeys, int limit) {
        return lines.named(open(id).id(), remarkKeys, limit);
    }

    /** The cells of the lines that are left aside, to be corrected and brought in again; read as they are asked for. */
    public Iterator<List<String>> aside(UUID id) {
        open(id);
        return new Iterator<>() {
            private final Queue<TableRow> ready = new ArrayDeque<>();
            private int after;
            private boolean last;

            @Override
            public boolean hasNext() {
                if (ready.isEmpty() && !last) {
                    ready.addAll(lines.aside(id, after, AT_ONCE));
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

    /** Until when it can be taken back; {@code null} where it cannot. */
    public @Nullable Instant takenBackUntil(ImportFile file) {
        return file.takenBackUntil(clock.instant());
    }

    /**
     * Something that the import made and that was not taken back.
     *
     * @param name {@code null} for what has none
     * @param why CHANGED_SINCE or IN_USE
     */
    public record Kept(Made made, @Nullable String name, String why) {}

    /** What was kept when the import was taken back. */
    public List<Kept> kept(ImportFile file) {
        Map<Made, String> kept = made.kept(open(file.id()).id(), KEPT);
        Map<UUID, String> names =
                file.kind().names(kept.keySet().stream().map(Made::id).toList());
        return kept.entrySet().stream()
                .map(each -> new Kept(each.getKey(), names.get(each.getKey().id()), each.getValue()))
                .toList();
    }
}
