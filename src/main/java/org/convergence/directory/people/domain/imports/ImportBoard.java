package org.convergence.directory.people.domain.imports;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.domain.imports.ImportFile.State;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists that are brought in, as they stand: what their columns hold, what becomes of each line, what was kept. */
@Service
@Transactional(readOnly = true)
@Requires(PeoplePermissions.IMPORT)
public class ImportBoard {

    /** For so long an import can be taken back. */
    public static final Duration TAKEN_BACK_WITHIN = Duration.ofHours(24);

    private static final int SAMPLES = 20;
    private static final int LATEST = 20;
    private static final int KEPT = 200;

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

    /** An import; whoever may import sees those of the others too. */
    public ImportFile open(UUID id) {
        return store.find(id).orElseThrow(() -> new NotFound("import"));
    }

    /** The latest imports, the newest first. */
    public List<ImportFile> latest() {
        return store.latest(LATEST);
    }

    /** The first values of each column. */
    public List<String> samples(ImportFile file, int column) {
        return lines.samples(file.id(), SAMPLES).stream()
                .filter(cells -> column < cells.size() && !cells.get(column).isBlank())
                .map(cells -> cells.get(column))
                .distinct()
                .limit(3)
                .toList();
    }

    /** How many lines become what. */
    public Map<Outcome, Integer> counts(UUID id) {
        return lines.counts(id);
    }

    /** How many lines have a remark. */
    public int remarked(UUID id) {
        return lines.remarked(id);
    }

    /** A line as it is shown. */
    public record Line(int number, String name, Outcome outcome, List<Remark> remarks) {}

    /**
     * Lines by what becomes, or became, of them.
     *
     * @param outcome only those, {@code null} for those with a remark
     * @param after the number of the last line of the page before, 0 for the first
     */
    public List<Line> lines(UUID id, @Nullable Outcome outcome, int after, int limit) {
        return lines.lines(id, outcome, after, limit).stream()
                .map(each -> new Line(each.line(), each.name(), each.outcome(), each.remarks()))
                .toList();
    }

    /** The cells of the lines that are left aside, to be corrected and brought in again. */
    public List<List<String>> aside(UUID id) {
        return lines.aside(id).stream().map(ImportLines.Line::cells).toList();
    }

    /** Whether it can be taken back still. */
    public boolean mayBeTakenBack(ImportFile file) {
        var ended = file.endedAt();
        return file.state() == State.DONE
                && ended != null
                && ended.plus(TAKEN_BACK_WITHIN).isAfter(clock.instant());
    }

    /**
     * Something that the import made and that was not taken back.
     *
     * @param kind ORGANISATION, PERSON, AFFILIATION or FUNCTION
     * @param name {@code null} for what has none
     * @param why CHANGED_SINCE or IN_USE
     */
    public record Kept(
            String kind, UUID id, int line, @Nullable String name, String why) {}

    /** What was kept when the import was taken back. */
    public List<Kept> kept(UUID id) {
        return made.kept(id, KEPT);
    }
}
