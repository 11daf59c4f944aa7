package org.convergence.plan.realisation.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.realisation.Happening;
import org.convergence.platform.table.TableRow;
import org.convergence.platform.text.Fold;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the rows of a file against what the organisation knows: its directory, its plans, what it has recorded. */
@Component
class ImportReader {

    private final JdbcClient db;
    private final ActionPlans plans;

    ImportReader(JdbcClient db, ActionPlans plans) {
        this.db = db;
        this.plans = plans;
    }

    /** Begins to read a file; what it is read against is fetched once. */
    Reading begin(ImportSettings settings) {
        OrganisationIndex organisations = OrganisationIndex.read(db);
        var reader = new RowReader(settings, new NameReader(settings, organisations), LineIndex.read(plans));
        return new Reading(settings, reader, organisations);
    }

    /** A file being read, its rows in their order. */
    final class Reading {

        private final ImportSettings settings;
        private final RowReader reader;
        private final OrganisationIndex organisations;
        private final Set<String> seen = new HashSet<>();

        private Reading(ImportSettings settings, RowReader reader, OrganisationIndex organisations) {
            this.settings = settings;
            this.reader = reader;
            this.organisations = organisations;
        }

        OrganisationIndex organisations() {
            return organisations;
        }

        /** Some rows, one query for all; one that seems to be recorded already, or twice in the file, says so. */
        List<RowReading> read(Collection<TableRow> rows) {
            List<RowReading> read = rows.stream().map(reader::read).toList();
            if (settings.doubles()) {
                return read;
            }
            Set<String> known = known(read);
            List<RowReading> marked = new ArrayList<>();
            for (RowReading each : read) {
                Entry entry = each.entry();
                String key = entry == null ? "" : key(entry.happening());
                boolean recorded = known.contains(key);
                boolean twice = entry != null && each.isTaken(settings.lenient()) && !recorded && !seen.add(key);
                marked.add(recorded || twice ? asDouble(each, recorded) : each);
            }
            return marked;
        }

        boolean isTaken(RowReading row) {
            return row.isTaken(settings.lenient());
        }
    }

    private static RowReading asDouble(RowReading row, boolean recorded) {
        List<RowProblem> problems = new ArrayList<>(row.problems());
        problems.add(
                RowProblem.grave(Column.TITLE, recorded ? "realisation.import.recorded" : "realisation.import.twice"));
        return new RowReading(row.number(), row.title(), row.entry(), problems, row.notes());
    }

    /** The keys of what is recorded already on the days of these rows. */
    private Set<String> known(List<RowReading> rows) {
        List<Happening> all = rows.stream()
                .flatMap(row -> Stream.ofNullable(row.entry()))
                .map(Entry::happening)
                .toList();
        if (all.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(db.sql("""
                        SELECT search_form || '|' || starts_on || '|' || ends_on FROM plan.realisation
                        WHERE state <> 'WITHDRAWN' AND ends_on = ANY (CAST(:days AS date[])) AND search_form = ANY (:titles)
                        """)
                .param(
                        "days",
                        all.stream()
                                .map(each -> each.when().to().toString())
                                .distinct()
                                .toArray(String[]::new))
                .param("titles", all.stream().map(ImportReader::form).distinct().toArray(String[]::new))
                .query(String.class)
                .list());
    }

    private static String key(Happening what) {
        return form(what) + "|" + what.when().from() + "|" + what.when().to();
    }

    private static String form(Happening what) {
        return " " + Fold.of(what.title());
    }
}
