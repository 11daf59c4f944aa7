package org.convergence.plan.realisation.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.domain.OrganisationNameIndex.OrganisationNameReader;
import org.convergence.plan.realisation.domain.ReadRealisationRow.RealisationRowProblem;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.imports.ImportColumn;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.imports.ImportKind;
import org.convergence.platform.imports.ImportLedger;
import org.convergence.platform.imports.ImportLineResult;
import org.convergence.platform.imports.ImportProcessor;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.imports.ImportedList;
import org.convergence.platform.imports.ImportedRecord;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Imports files of past realisations. Undoing an import keeps the organisations that it added. */
@Component
@Requires(RealisationPermissions.IMPORT)
@ImportedList(name = "realisation.past", key = "realisation.import", label = "realisation.list")
public class RealisationImportKind implements ImportKind {

    private final RealisationCorrectionService correction;
    private final JdbcClient db;
    private final ActionPlans plans;
    private final RealisationRecordingService realisationRecordingService;

    RealisationImportKind(
            RealisationCorrectionService correction,
            JdbcClient db,
            ActionPlans plans,
            RealisationRecordingService realisationRecordingService) {

        this.correction = correction;
        this.db = db;
        this.plans = plans;
        this.realisationRecordingService = realisationRecordingService;
    }

    /**
     * The settings for importing a file of past realisations, in addition to its columns.
     *
     * @param plan the plan whose numbers the file uses; {@code null} for the plan of each row's day
     * @param lenient whether a row is imported without its unreadable values
     * @param doubles whether a row is imported even if it seems to be recorded already
     * @param newcomers whether unknown organisations are added to the directory, unless decided otherwise
     * @param names the decision for each unknown or ambiguous organisation, by its folded name: an id, or one of the
     *     constants below
     */
    public record RealisationImportSettings(
            @Nullable UUID plan, boolean lenient, boolean doubles, boolean newcomers, Map<String, String> names) {

        /** Add it to the directory. */
        public static final String NEW = "NEW";

        /** Import the row without it. */
        public static final String WITHOUT = "WITHOUT";

        /** No decision yet. */
        public static final RealisationImportSettings BEGUN =
                new RealisationImportSettings(null, false, false, false, Map.of());

        public RealisationImportSettings {
            names = Map.copyOf(names);
        }
    }

    /** The kinds of record that a row creates. */
    enum RealisationImportedType {
        REALISATION
    }

    @Override
    public List<? extends ImportColumn> columns() {
        return Arrays.asList(RealisationColumn.values());
    }

    @Override
    public List<? extends ImportColumn> requiredColumns() {
        return List.of(RealisationColumn.TITLE, RealisationColumn.FROM);
    }

    @Override
    public Json choices(Words t) {
        return Json.of(RealisationImportSettings.BEGUN);
    }

    @Override
    public ImportProcessor begin(Json choices) {
        return read(choices.as(RealisationImportSettings.class));
    }

    /** What rows would record, by row number; rows that cannot be imported are left out. */
    public Map<Integer, RealisationEntry> entries(ImportFile file, List<ImportRow> rows) {
        return read(file.choices().as(RealisationImportSettings.class)).entries(rows);
    }

    @Override
    public void takeBack(ImportedRecord made, ImportFile file) {
        correction.withdrawUnchanged(new RealisationId(made.id()), made.after(), file.name());
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        db.sql("SELECT id, title FROM plan.realisation WHERE id = ANY (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> names.put(row.getObject("id", UUID.class), row.getString("title")))
                .list();
        return names;
    }

    /** Begins to read a file; the data to match is fetched once. */
    private RealisationImportProcessor read(RealisationImportSettings settings) {
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
                        all.stream().map(RealisationImportKind::form).distinct().toArray(String[]::new))
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
