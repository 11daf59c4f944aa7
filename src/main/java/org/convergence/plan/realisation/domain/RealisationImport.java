package org.convergence.plan.realisation.domain;

import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.People;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.domain.ImportPreview.Name;
import org.convergence.plan.realisation.domain.ImportPreview.Show;
import org.convergence.plan.realisation.domain.ImportPreview.Tally;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.jobs.JobRequest;
import org.convergence.platform.jobs.Jobs;
import org.convergence.platform.table.TableReader;
import org.convergence.platform.table.TableRow;
import org.convergence.platform.text.Fold;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Bringing in past realisations from a file: it is kept, its columns are recognised and corrected, what would come of it
 * is shown, and only then is it recorded, by work that takes its time.
 */
@Service
@Transactional
@Requires(RealisationPermissions.IMPORT)
public class RealisationImport {

    private static final int AT_ONCE = 500;
    private static final int SHOWN = 50;
    private static final int NAMES = 60;
    private static final int MEANT = 3;
    private static final int FILE_NAME = 200;

    private final PastImports imports;
    private final ImportReader reader;
    private final People people;
    private final Jobs jobs;
    private final Clock clock;

    RealisationImport(PastImports imports, ImportReader reader, People people, Jobs jobs, Clock clock) {
        this.imports = imports;
        this.reader = reader;
        this.people = people;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Keeps a file. Nothing is recorded.
     *
     * @throws org.convergence.platform.table.UnreadableTable where it is no table that can be read
     * @throws Refused where it has no row below its head
     */
    public UUID read(String fileName, InputStream in) {
        String name = fileName.replaceAll(".*[/\\\\]", "")
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
        try (TableReader file = TableReader.open(in)) {
            var rows = file.rows();
            if (!rows.hasNext()) {
                throw new Refused("realisation.import.no-rows");
            }
            return imports.keep(
                    name.length() > FILE_NAME ? name.substring(name.length() - FILE_NAME) : name, file.head(), rows);
        }
    }

    @Transactional(readOnly = true)
    public PastImport open(UUID id) {
        return imports.one(id);
    }

    @Transactional(readOnly = true)
    public List<PastImport> latest(int limit) {
        return imports.latest(limit);
    }

    /** Samples of what stands in each column, to recognise it by. */
    @Transactional(readOnly = true)
    public List<TableRow> samples(UUID id, int limit) {
        return imports.rows(id, 0, limit);
    }

    /** Decides how the file is to be understood. */
    public void settle(UUID id, int version, ImportSettings settings) {
        if (!settings.columns().contains(Column.TITLE) || !settings.columns().contains(Column.FROM)) {
            throw new Refused("realisation.import.columns");
        }
        imports.settle(id, version, settings);
    }

    /** What would become of it now. */
    @Transactional(readOnly = true)
    public ImportPreview preview(UUID id, Show show, int after) {
        PastImport it = imports.one(id);
        ImportReader.Reading reading = reader.begin(it.settings());
        Map<String, Tally> unknown = new LinkedHashMap<>();
        Set<String> created = new HashSet<>();
        List<ImportPreview.Row> rows = new ArrayList<>();
        int taken = 0;
        int left = 0;
        int last = 0;
        List<TableRow> some = imports.rows(id, 0, AT_ONCE);
        while (!some.isEmpty()) {
            for (RowReading row : reading.read(some)) {
                boolean isTaken = reading.isTaken(row);
                taken += isTaken ? 1 : 0;
                left += isTaken ? 0 : 1;
                names(row, unknown);
                if (isTaken && row.entry() != null) {
                    row.entry().newcomers().forEach(name -> created.add(Fold.of(name)));
                }
                if (row.number() > after && (show == Show.TAKEN) == isTaken && rows.size() <= SHOWN) {
                    rows.add(new ImportPreview.Row(row, isTaken));
                }
            }
            last = some.get(some.size() - 1).number();
            some = some.size() < AT_ONCE ? List.of() : imports.rows(id, last, AT_ONCE);
        }
        it.settings().names().keySet().forEach(key -> unknown.putIfAbsent(key, new Tally(key, 0)));
        boolean more = rows.size() > SHOWN;
        List<ImportPreview.Row> shown = more ? rows.subList(0, SHOWN) : rows;
        int next = more ? shown.get(SHOWN - 1).reading().number() : 0;
        return new ImportPreview(
                taken,
                left,
                names(unknown, reading.organisations()),
                Math.max(0, unknown.size() - NAMES),
                created.size(),
                shown,
                next);
    }

    private static void names(RowReading row, Map<String, Tally> unknown) {
        row.problems().stream()
                .filter(problem -> problem.column() == Column.ORGANISATIONS && !problem.grave())
                .map(problem -> problem.arguments().get(0))
                .forEach(name -> Tally.add(unknown, Fold.of(name), name));
        Entry entry = row.entry();
        if (entry != null) {
            entry.newcomers().forEach(name -> Tally.add(unknown, Fold.of(name), name));
        }
    }

    private List<Name> names(Map<String, Tally> unknown, OrganisationIndex organisations) {
        return unknown.entrySet().stream()
                .sorted(Comparator.comparingInt(
                        (Map.Entry<String, Tally> each) -> -each.getValue().rows()))
                .limit(NAMES)
                .map(each -> name(each.getKey(), each.getValue(), organisations))
                .toList();
    }

    private Name name(String key, Tally tally, OrganisationIndex organisations) {
        List<OrganisationId> called = organisations.called(tally.name());
        List<OrganisationName> meant = called.isEmpty()
                ? people.findOrganisations(tally.name(), MEANT)
                : List.copyOf(people.organisationNames(called).values());
        return new Name(key, tally.name(), tally.rows(), meant, called.size() > 1);
    }

    /** Asks for the file to be recorded; the work goes on without whoever asked. */
    public void run(UUID id, int version) {
        imports.one(id);
        var request = JobRequest.of(ImportJob.KIND, "realisation.import.job", Map.of("import", id.toString()));
        imports.run(id, version, jobs.submit(request.once(id.toString())));
    }

    /** Stops the work at its next step. */
    public void stop(UUID id) {
        UUID run = imports.one(id).run();
        if (run != null) {
            jobs.stop(run);
        }
    }

    /** Lets it go on. */
    public void resume(UUID id) {
        PastImport it = imports.one(id);
        UUID run = it.state() == PastImport.State.UNDOING ? it.undoing() : it.run();
        if (run != null) {
            jobs.resume(run);
        }
    }

    /**
     * Takes back what was recorded and has not been changed since.
     *
     * @throws Refused once a day has passed
     */
    public void undo(UUID id) {
        PastImport it = imports.one(id);
        if (!it.canBeUndone(clock.instant())) {
            throw new Refused("realisation.import.late");
        }
        var request = JobRequest.of(ImportUndoJob.KIND, "realisation.import.undo.job", Map.of("import", id.toString()));
        imports.undo(id, jobs.submit(request.once(id.toString())));
    }

    /** Gives a file up that was not recorded. */
    public void discard(UUID id) {
        imports.discard(id);
    }
}
