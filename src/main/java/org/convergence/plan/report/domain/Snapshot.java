package org.convergence.plan.report.domain;

import java.math.BigDecimal;
import java.util.List;
import org.convergence.plan.realisation.RealisationFigures;
import org.convergence.plan.time.TeamCapacity.MonthAhead;
import org.convergence.platform.database.Json;

/**
 * The contents of a filed report, stored and served as JSON. The schema is versioned, so that old reports remain
 * readable.
 *
 * @param schema the version of the schema
 * @param figures the totals, for readers of the file without this program
 */
public record Snapshot(
        int schema,
        ReportContents.ReportHead report,
        List<ReportContents.ReportPart> sections,
        SnapshotFigures figures,
        List<ReportFact> realisations,
        List<ReportContents.ReportPhoto> photographs,
        List<MonthAhead> ahead) {

    /** Copies the lists; schema 1 did not have {@code ahead}, schema 2 no quantity of a realisation, schema 3
     * no hours of a section. */
    public Snapshot {
        sections = List.copyOf(sections);
        realisations = List.copyOf(realisations);
        photographs = List.copyOf(photographs);
        ahead = ahead == null ? List.of() : List.copyOf(ahead);
    }

    /** The current schema version. */
    public static final int SCHEMA = 4;

    /** Figures with their sums. */
    public record SnapshotFigures(
            int realisations,
            int uncounted,
            long participations,
            long women,
            long men,
            long other,
            long notStated,
            long youth,
            int organisations,
            BigDecimal staffHours,
            BigDecimal volunteerHours,
            long copies) {

        static SnapshotFigures of(RealisationFigures figures) {
            RealisationFigures.GenderCounts all = figures.participations();
            return new SnapshotFigures(
                    figures.realisations(),
                    figures.uncounted(),
                    all.total(),
                    all.women(),
                    all.men(),
                    all.other(),
                    all.notStated(),
                    all.youth(),
                    figures.organisations(),
                    figures.staffHours(),
                    figures.volunteerHours(),
                    figures.copies());
        }
    }

    static Snapshot of(ReportContents contents) {
        return new Snapshot(
                SCHEMA,
                contents.head(),
                contents.parts(),
                SnapshotFigures.of(FigureCounter.count(contents.facts())),
                contents.facts(),
                contents.photographs(),
                contents.ahead());
    }

    /** The contents of a filed report, of any schema version. */
    static ReportContents contents(Json facts) {
        Snapshot filed = facts.as(Snapshot.class);
        return new ReportContents(filed.report, filed.sections, filed.realisations, filed.photographs, filed.ahead);
    }
}
