package org.convergence.cooperation.project.domain;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.convergence.cooperation.project.IndicatorId;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.ProjectPermissions;
import org.convergence.cooperation.project.ResultId;
import org.convergence.cooperation.project.domain.FrameworkLine.FrameworkColumn;
import org.convergence.cooperation.project.domain.IndicatorValueService.ValuePlace;
import org.convergence.cooperation.project.domain.LogicModelService.ResultFacts;
import org.convergence.cooperation.project.domain.MeasurementQueries.IndicatorRow;
import org.convergence.cooperation.project.domain.MeasurementQueries.ResultRow;
import org.convergence.cooperation.project.domain.MeasurementQueries.ValueRow;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.imports.ImportColumn;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.imports.ImportKind;
import org.convergence.platform.imports.ImportLedger;
import org.convergence.platform.imports.ImportLineResult;
import org.convergence.platform.imports.ImportOutcome;
import org.convergence.platform.imports.ImportProcessor;
import org.convergence.platform.imports.ImportRemark;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.imports.ImportedList;
import org.convergence.platform.imports.ImportedRecord;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a measurement framework from a file, in the columns that ours has (R-GAR-4): results, indicators, targets. */
@Component
@Requires(ProjectPermissions.EDIT)
@ImportedList(name = "project.frameworks", key = "project.import", label = "project.tab.framework")
public record FrameworkImportKind(
        LogicModelService models,
        IndicatorService indicators,
        IndicatorValueService values,
        MeasurementQueries queries,
        ProjectQueries projects,
        RecipientWords words,
        JdbcClient db)
        implements ImportKind {

    /** What a row makes. */
    public enum ImportedFrameworkType {
        RESULT,
        INDICATOR,
        TARGET
    }

    /** The project that gets the framework. */
    public record FrameworkImport(UUID project) {

        /** The same as an id. */
        public ProjectId id() {
            return new ProjectId(project);
        }

        static ProjectId of(ImportFile file) {
            return file.choices().as(FrameworkImport.class).id();
        }
    }

    private record TargetId(UUID value) implements Identifier {}

    @Override
    public List<? extends ImportColumn> columns() {
        return Arrays.asList(FrameworkColumn.values());
    }

    @Override
    public List<? extends ImportColumn> requiredColumns() {
        return List.of(FrameworkColumn.RESULT);
    }

    @Override
    public ImportProcessor begin(Json choices) {
        ProjectId project = choices.as(FrameworkImport.class).id();
        return new FrameworkProcessor(
                project,
                new FrameworkReader(
                        projects.findById(project).levels(),
                        queries.findPeriods(project),
                        Language.SPOKEN.stream().map(words::forLanguage).toList()));
    }

    @Override
    public void takeBack(ImportedRecord made, ImportFile file) {
        ProjectId project = FrameworkImport.of(file);
        switch (ImportedFrameworkType.valueOf(made.thing())) {
            case TARGET -> {
                ValueRow row =
                        find(queries.findValues(project), each -> each.id().equals(made.id()));
                requireUnchanged(made, IndicatorValueService.TABLE, row.version());
                values.setTarget(new ValuePlace(project, row.indicator(), row.period()), row.version(), null, "");
            }
            case INDICATOR -> {
                IndicatorId id = new IndicatorId(made.id());
                requireUnchanged(
                        made,
                        IndicatorService.TABLE,
                        queries.findIndicator(project, id).version());
                boolean isUsed = queries.findValues(project).stream()
                        .anyMatch(each ->
                                each.indicator().equals(id) && (each.target() != null || each.actual() != null));
                requireUnchanged(made, IndicatorService.TABLE, isUsed ? -1 : made.after());
                indicators.remove(project, id);
            }
            default -> {
                ResultId id = new ResultId(made.id());
                ResultRow row =
                        find(queries.findResults(project), each -> each.id().equals(id));
                requireUnchanged(made, LogicModelService.TABLE, row.version());
                models.remove(project, id);
            }
        }
    }

    private static <R> R find(List<R> rows, Predicate<R> which) {
        return rows.stream().filter(which).findFirst().orElseThrow(() -> new NotFound("framework"));
    }

    private static void requireUnchanged(ImportedRecord made, String table, int version) {
        if (version != made.after()) {
            throw new EditConflict(table, made.id(), made.after());
        }
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        db.sql("""
                        SELECT id, statement AS name FROM cooperation.project_result WHERE id = ANY (:ids)
                        UNION ALL SELECT id, wording FROM cooperation.project_indicator WHERE id = ANY (:ids)
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) ->
                        names.put(row.getObject("id", UUID.class), Objects.requireNonNull(row.getString("name"))))
                .list();
        return names;
    }

    /** Reads the rows one after the other, since a row may continue the one above. */
    private final class FrameworkProcessor implements ImportProcessor {

        private final ProjectId project;
        private final FrameworkReader reader;
        private final Set<String> seen = new HashSet<>();

        FrameworkProcessor(ProjectId project, FrameworkReader reader) {
            this.project = project;
            this.reader = reader;
        }

        private Map<String, ResultRow> results() {
            return queries.findResults(project).stream()
                    .collect(Collectors.toMap(
                            each -> FrameworkLine.key(each.statement(), ""), each -> each, (first, more) -> first));
        }

        /** The keys of all results and indicators that the project has. */
        private Set<String> known() {
            List<ResultRow> results = queries.findResults(project);
            Map<ResultId, String> statements =
                    results.stream().collect(Collectors.toMap(ResultRow::id, ResultRow::statement));
            Set<String> known = new HashSet<>();
            statements.values().forEach(each -> known.add(FrameworkLine.key(each, "")));
            for (IndicatorRow each : queries.findIndicators(project)) {
                known.add(FrameworkLine.key(statements.getOrDefault(each.result(), ""), each.wording()));
            }
            return known;
        }

        @Override
        public List<ImportLineResult> assess(List<ImportRow> rows) {
            seen.addAll(known());
            return rows.stream().map(row -> assess(reader.read(row), seen)).toList();
        }

        private static ImportLineResult assess(FrameworkLine line, Set<String> known) {
            if (line.statement().isEmpty()) {
                return new ImportLineResult(
                        line.number(),
                        line.wording(),
                        ImportOutcome.ASIDE,
                        List.of(ImportRemark.of("project.import.no-result")));
            }
            boolean isNew = known.add(line.key());
            known.add(FrameworkLine.key(line.statement(), ""));
            return isNew
                    ? new ImportLineResult(line.number(), line.name(), ImportOutcome.CREATED, line.remarks())
                    : new ImportLineResult(line.number(), line.name(), ImportOutcome.SAME, List.of());
        }

        @Override
        public void passOver(List<ImportRow> entered) {
            entered.forEach(reader::read);
        }

        @Override
        public ImportLineResult enter(ImportRow row, ImportLedger ledger) {
            FrameworkLine line = reader.read(row);
            ImportLineResult result = assess(line, known());
            if (result.outcome() == ImportOutcome.CREATED) {
                ResultId named = result(line, ledger);
                if (!line.wording().isEmpty()) {
                    addIndicator(line, named, ledger);
                }
            }
            return result;
        }

        private ResultId result(FrameworkLine line, ImportLedger ledger) {
            Map<String, ResultRow> results = results();
            ResultRow known = results.get(FrameworkLine.key(line.statement(), ""));
            if (known != null) {
                return known.id();
            }
            ResultId parent = Optional.ofNullable(line.parent())
                    .map(each -> results.get(FrameworkLine.key(each, "")))
                    .filter(each -> each.level().compareTo(line.level()) < 0)
                    .map(ResultRow::id)
                    .orElse(null);
            ResultId added = models.add(project, new ResultFacts(line.level(), parent, line.statement(), ""));
            ledger.recordCreated(ImportedFrameworkType.RESULT, added);
            return added;
        }

        private void addIndicator(FrameworkLine line, ResultId result, ImportLedger ledger) {
            IndicatorId added = indicators.add(project, line.facts(result));
            ledger.recordCreated(ImportedFrameworkType.INDICATOR, added);
            line.targets()
                    .forEach((period, figure) ->
                            values.setTarget(new ValuePlace(project, added, period), 0, figure, ""));
            queries.findValues(project).stream()
                    .filter(each -> each.indicator().equals(added))
                    .forEach(each -> ledger.recordCreated(ImportedFrameworkType.TARGET, new TargetId(each.id())));
        }
    }
}
