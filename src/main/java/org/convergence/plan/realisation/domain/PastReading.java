package org.convergence.plan.realisation.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.realisation.Happening;
import org.convergence.platform.imports.ImportLine;
import org.convergence.platform.imports.ImportReading;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.imports.Ledger;
import org.convergence.platform.text.Fold;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the rows of a file and matches them with the directory, the plans and the recorded realisations. */
@Component
class PastReading {

    private final JdbcClient db;
    private final ActionPlans plans;
    private final RealisationRecording recording;

    PastReading(JdbcClient db, ActionPlans plans, RealisationRecording recording) {
        this.db = db;
        this.plans = plans;
        this.recording = recording;
    }

    /** Begins to read a file; the data to match is fetched once. */
    Reading begin(ImportSettings settings) {
        OrganisationIndex organisations = OrganisationIndex.read(db);
        return new Reading(
                settings, new RowReader(settings, new NameReader(settings, organisations), LineIndex.read(plans)));
    }

    /** A file being read, its rows in order. */
    final class Reading implements ImportReading {

        private final ImportSettings settings;
        private final RowReader reader;
        private final Set<String> seen = new HashSet<>();

        private Reading(ImportSettings settings, RowReader reader) {
            this.settings = settings;
            this.reader = reader;
        }

        @Override
        public List<ImportLine> assess(List<ImportRow> rows) {
            return read(rows).stream().map(row -> row.line(settings.lenient())).toList();
        }

        @Override
        public ImportLine enter(ImportRow row, Ledger ledger) {
            RowReading read = read(List.of(row)).get(0);
            Entry entry = read.taken(settings.lenient());
            if (entry != null) {
                ledger.made(PastRealisations.Thing.REALISATION, recording.byHand(entry));
            }
            return read.line(settings.lenient());
        }

        Map<Integer, Entry> entries(List<ImportRow> rows) {
            Map<Integer, Entry> entries = new HashMap<>();
            for (ImportRow row : rows) {
                Entry entry = reader.read(row).entry();
                if (entry != null) {
                    entries.put(row.number(), entry);
                }
            }
            return entries;
        }

        /**
         * Reads some rows with one query; a row that seems recorded already, or repeated in the file, gets a remark.
         */
        private List<RowReading> read(List<ImportRow> rows) {
            List<RowReading> read = rows.stream().map(reader::read).toList();
            if (settings.doubles()) {
                return read;
            }
            Set<String> known = known(read);
            return read.stream().map(row -> marked(row, known)).toList();
        }

        private RowReading marked(RowReading row, Set<String> known) {
            Entry entry = row.entry();
            if (entry == null) {
                return row;
            }
            String key = key(entry.happening());
            if (seen.contains(key)) {
                return row.taken(settings.lenient()) == null ? row : asDouble(row, "realisation.import.twice");
            } else if (known.contains(key)) {
                return asDouble(row, "realisation.import.recorded");
            } else if (row.taken(settings.lenient()) != null) {
                seen.add(key);
            }
            return row;
        }
    }

    private static RowReading asDouble(RowReading row, String because) {
        List<RowProblem> problems = new ArrayList<>(row.problems());
        problems.add(RowProblem.grave(Column.TITLE, because));
        return new RowReading(row.number(), row.title(), row.entry(), problems, row.notes());
    }

    /** The keys of the realisations recorded on the days of these rows. */
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
                .param("titles", all.stream().map(PastReading::form).distinct().toArray(String[]::new))
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
