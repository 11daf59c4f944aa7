package org.convergence.resources.ledger.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.imports.ColumnRecogniser;
import org.convergence.platform.imports.ImportColumn;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.imports.ImportKind;
import org.convergence.platform.imports.ImportLineResult;
import org.convergence.platform.imports.ImportProcessor;
import org.convergence.platform.imports.ImportRemark;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.imports.ImportedList;
import org.convergence.platform.imports.ImportedRecord;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.resources.ledger.AccountId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The import of bank statements, with or without column titles. The columns of an account's files are remembered once a
 * file is entered.
 */
@Component
@Requires(LedgerPermissions.RECORD)
@ImportedList(name = "ledger.statement", key = "ledger.statement", label = "ledger.statement.lines")
public record StatementImportKind(StatementRepository store, JdbcClient db) implements ImportKind {

    /** The types of records that an import makes. */
    public enum StatementImportedType {
        STATEMENT,
        LINE
    }

    @Override
    public List<? extends ImportColumn> columns() {
        return Arrays.asList(StatementColumn.values());
    }

    @Override
    public List<? extends ImportColumn> requiredColumns() {
        return List.of(StatementColumn.DAY);
    }

    @Override
    public boolean isHead(List<String> first) {
        return !StatementColumnDetector.isLine(first);
    }

    @Override
    public RecognisedFile recogniseFile(List<String> head, List<List<String>> samples, Json choices) {
        StatementSettings settings = choices.as(StatementSettings.class);
        Optional<StatementRepository.RememberedColumns> kept = store.findColumns(settings.account(), signature(head));
        List<@Nullable ImportColumn> columns = kept.map(it -> named(it.columns()))
                .orElseGet(() -> isTitled(head) ? ColumnRecogniser.recognise(columns(), head) : padded(head, samples));
        boolean directed = kept.filter(StatementImportKind::saysDirection).isPresent();
        if (!directed) {
            columns = StatementDirectionDetector.placeColumns(columns, head, samples);
        }
        int day = columns.indexOf(StatementColumn.DAY);
        DateOrder order = kept.map(StatementRepository.RememberedColumns::dates)
                .orElseGet(() -> DateOrder.detect(days(samples, day)));
        DirectionSettings directions =
                directed ? kept.get().directions() : StatementDirectionDetector.detect(columns, head, samples);
        return new RecognisedFile(columns, Json.of(settings.with(order, directions)));
    }

    /** Columns remembered before directions existed are detected again. */
    private static boolean saysDirection(StatementRepository.RememberedColumns kept) {
        return kept.directions().unsigned() != DirectionSettings.UnsignedMeaning.UNKNOWN
                || kept.columns().contains(StatementColumn.DIRECTION.name());
    }

    /** The direction settings by the samples, once the user assigned the columns. */
    public DirectionSettings detectDirections(
            List<? extends @Nullable ImportColumn> columns, List<String> head, List<List<String>> samples) {
        return StatementDirectionDetector.detect(new ArrayList<>(columns), head, samples);
    }

    private static List<@Nullable ImportColumn> padded(List<String> head, List<List<String>> samples) {
        List<@Nullable ImportColumn> columns = new ArrayList<>(StatementColumnDetector.detect(samples));
        while (columns.size() < head.size()) {
            columns.add(null);
        }
        return columns.subList(0, head.size());
    }

    private static boolean isTitled(List<String> head) {
        return head.stream().anyMatch(it -> !it.isBlank());
    }

    private static String signature(List<String> head) {
        return isTitled(head)
                ? head.stream().map(TextNormalizer::fold).collect(Collectors.joining("|"))
                : String.valueOf(head.size());
    }

    private static List<@Nullable ImportColumn> named(List<String> names) {
        List<@Nullable ImportColumn> columns = new ArrayList<>();
        names.forEach(name -> columns.add(name.isEmpty() ? null : StatementColumn.valueOf(name)));
        return columns;
    }

    @Override
    public void entering(ImportFile file) {
        StatementSettings settings = file.choices().as(StatementSettings.class);
        store.insertStatement(settings, file.name());
        store.remember(
                settings.account(),
                signature(file.head()),
                new StatementRepository.RememberedColumns(
                        file.columns().stream()
                                .map(it -> it == null ? "" : it.name())
                                .toList(),
                        settings.dates(),
                        settings.direction()));
    }

    @Override
    public ImportProcessor begin(Json choices) {
        return new StatementImportProcessor(choices.as(StatementSettings.class), store);
    }

    /** The day and the amount of a row. */
    public record StatementRowSummary(LocalDate day, BigDecimal amount) {}

    /** The summary of a row; empty where it cannot be used. */
    public Optional<StatementRowSummary> summarize(ImportRow row, StatementSettings settings) {
        StatementRow.StatementLine line = StatementRow.parse(row, settings).line();
        return line == null ? Optional.empty() : Optional.of(new StatementRowSummary(line.day(), line.amount()));
    }

    /**
     * The first date among the samples that is ambiguous (day first or month first); empty where the samples, or an
     * earlier file of the account with the same columns, decide the order.
     */
    public Optional<String> undecidedDay(ImportFile file, List<List<String>> samples) {
        StatementSettings settings = file.choices().as(StatementSettings.class);
        return store.findColumns(settings.account(), signature(file.head())).isPresent()
                ? Optional.empty()
                : DateOrder.undecided(days(samples, file.columns().indexOf(StatementColumn.DAY)));
    }

    private static List<String> days(List<List<String>> samples, int day) {
        return samples.stream()
                .map(row -> day >= 0 && day < row.size() ? row.get(day) : "")
                .toList();
    }

    /** The number of the first line whose amount is ambiguous; empty if none is. */
    public Optional<Integer> findFirstUnclear(List<ImportLineResult> lines) {
        return lines.stream()
                .filter(line ->
                        line.remarks().stream().map(ImportRemark::key).anyMatch(StatementAmount.UNCLEAR::contains))
                .map(ImportLineResult::number)
                .findFirst();
    }

    @Override
    public void takeBack(ImportedRecord made, ImportFile file) {
        UUID statement = file.choices().as(StatementSettings.class).statement();
        if (made.thing().equals(StatementImportedType.STATEMENT.name())) {
            store.remove(statement);
        } else {
            store.remove(statement, made.id());
        }
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        db.sql("SELECT id, text FROM resources.ledger_bank_line WHERE id = ANY (?) AND text <> ''")
                .param(ids.toArray(UUID[]::new))
                .query((row, n) ->
                        names.put(row.getObject("id", UUID.class), Objects.requireNonNull(row.getString("text"))))
                .list();
        return names;
    }

    /**
     * The settings of an import of a bank statement, besides its columns.
     *
     * @param statement the id of the statement once it is entered
     * @param bank the id of the account
     * @param currency the currency code of the account
     * @param directions how the file gives directions; {@code null} in files read before this setting existed
     */
    public record StatementSettings(
            UUID statement,
            UUID bank,
            String currency,
            DateOrder dates,
            @Nullable DirectionSettings directions) {

        /** The settings before anything is known. */
        public StatementSettings(UUID statement, UUID bank, String currency) {
            this(statement, bank, currency, DateOrder.DAY_FIRST, null);
        }

        /** The account of the statement. */
        public AccountId account() {
            return new AccountId(bank);
        }

        /** How the file gives directions. */
        public DirectionSettings direction() {
            return directions == null ? DirectionSettings.UNKNOWN : directions;
        }

        /** The same settings with another date order and directions. */
        public StatementSettings with(DateOrder order, DirectionSettings otherDirections) {
            return new StatementSettings(statement, bank, currency, order, otherDirections);
        }
    }
}
