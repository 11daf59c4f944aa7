package org.convergence.plan.realisation.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.platform.imports.ImportLedger;
import org.convergence.platform.imports.ImportLineResult;
import org.convergence.platform.imports.ImportProcessor;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.text.TextNormalizer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the rows of a file and matches them with the directory, the plans and the recorded realisations. */
@Component
class RealisationImportReader {

    private final JdbcClient db;
    private final ActionPlans plans;
    private final RealisationRecordingService realisationRecordingService;

    RealisationImportReader(JdbcClient db, ActionPlans plans, RealisationRecordingService realisationRecordingService) {
        this.db = db;
        this.plans = plans;
        this.realisationRecordingService = realisationRecordingService;
    }

    /** Begins to read a file; the data to match is fetched once. */
    RealisationImportProcessor begin(RealisationImportSettings settings) {
        OrganisationNameIndex organisations = OrganisationNameIndex.read(db);
        return new RealisationImportProcessor(
                settings,
                new RealisationRowReader(
                        settings, new OrganisationNameReader(settings, organisations), PlanLineIndex.read(plans)));
    }

    /** A file being read, its rows in order. */
    final class RealisationImportProcessor implements ImportProcessor {

        private final RealisationImportSettings settings;
        private final RealisationRowReader reader;
        private final Set<String> seen = new HashSet<>();

        private RealisationImportProcessor(RealisationImportSettings settings, RealisationRowReader reader) {
            this.settings = settings;
            this.reader = reader;
        }

        @Override
        public List<ImportLineResult> assess(List<ImportRow> rows) {
            return read(rows).stream()
                    .map(row -> row.outcome(settings.lenient()))
                    .toList();
        }

        @Override
        public ImportLineResult enter(ImportRow row, ImportLedger ledger) {
            ReadRealisationRow read = read(List.of(row)).get(0);
            RealisationEntry entry = read.entryToRecord(settings.lenient());
            if (entry != null) {
                ledger.recordCreated(
                        RealisationImportKind.RealisationImportedType.REALISATION,
                        realisationRecordingService.recordByHand(entry));
            }
            return read.outcome(settings.lenient());
        }

        Map<Integer, RealisationEntry> entries(List<ImportRow> rows) {
            Map<Integer, RealisationEntry> entries = new HashMap<>();
            for (ImportRow row : rows) {
                RealisationEntry entry = reader.read(row).entry();
                if (entry != null) {
                    entries.put(row.number(), entry);
                }
            }
            return entries;
        }

        /**
         * Reads some rows with one query; a row that seems recorded already, or repeated in the file, gets a remark.
         */
        private List<ReadRealisationRow> read(List<ImportRow> rows) {
            List<ReadRealisationRow> read = rows.stream().map(reader::read).toList();
            if (settings.doubles()) {
                return read;
            }
            Set<String> known = known(read);
            return read.stream().map(row -> marked(row, known)).toList();
        }

        private ReadRealisationRow marked(ReadRealisationRow row, Set<String> known) {
            RealisationEntry entry = row.entry();
            if (entry == null) {
                return row;
            }
            String key = key(entry.happening());
            if (seen.contains(key)) {
                return row.entryToRecord(settings.lenient()) == null ? row : asDouble(row, "realisation.import.twice");
            } else if (known.contains(key)) {
                return asDouble(row, "realisation.import.recorded");
            } else if (row.entryToRecord(settings.lenient()) != null) {
                seen.add(key);
            }
            return row;
        }
    }

    private static ReadRealisationRow asDouble(ReadRealisationRow row, String because) {
        List<RealisationRowProblem> problems = new ArrayList<>(row.problems());
        problems.add(RealisationRowProblem.blocking(RealisationColumn.TITLE, because));
        return new ReadRealisationRow(row.number(), row.title(), row.entry(), problems, row.notes());
    }

    /** The keys of the realisations recorded on the days of these rows. */
    private Set<String> known(List<ReadRealisationRow> rows) {
        List<RealisationDetails> all = rows.stream()
                .flatMap(row -> Stream.ofNullable(row.entry()))
                .map(RealisationEntry::happening)
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
                .param(
                        "titles",
                        all.stream()
                                .map(RealisationImportReader::form)
                                .distinct()
                                .toArray(String[]::new))
                .query(String.class)
                .list());
    }

    private static String key(RealisationDetails what) {
        return form(what) + "|" + what.when().from() + "|" + what.when().to();
    }

    private static String form(RealisationDetails what) {
        return " " + TextNormalizer.fold(what.title());
    }
}
