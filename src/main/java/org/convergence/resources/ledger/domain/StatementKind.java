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
import org.convergence.platform.database.Json;
import org.convergence.platform.imports.ColumnRecognition;
import org.convergence.platform.imports.ImportColumn;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.imports.ImportKind;
import org.convergence.platform.imports.ImportLine;
import org.convergence.platform.imports.ImportReading;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.imports.Made;
import org.convergence.platform.imports.Remark;
import org.convergence.platform.text.Fold;
import org.convergence.resources.ledger.LedgerPermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The import of bank statements, with or without column titles. The columns of an account's files are remembered once a
 * file is entered.
 */
@Component
public class StatementKind implements ImportKind {

    private final StatementStore store;
    private final JdbcClient db;

    StatementKind(StatementStore store, JdbcClient db) {
        this.store = store;
        this.db = db;
    }

    /** The types of records that an import makes. */
    public enum Thing {
        STATEMENT,
        LINE
    }

    @Override
    public String name() {
        return "ledger.statement";
    }

    @Override
    public String permission() {
        return LedgerPermissions.RECORD;
    }

    @Override
    public String key() {
        return "ledger.statement";
    }

    @Override
    public String labelKey() {
        return "ledger.statement.lines";
    }

    @Override
    public List<? extends ImportColumn> columns() {
        return Arrays.asList(StatementColumn.values());
    }

    @Override
    public List<? extends ImportColumn> needed() {
        return List.of(StatementColumn.DAY);
    }

    @Override
    public boolean isHead(List<String> first) {
        return !StatementShape.isLine(first);
    }

    @Override
    public Understood understand(List<String> head, List<List<String>> samples, Json choices) {
        StatementSettings settings = choices.as(StatementSettings.class);
        Optional<StatementStore.Kept> kept = store.columns(settings.account(), signature(head));
        List<@Nullable ImportColumn> columns = kept.map(it -> named(it.columns()))
                .orElseGet(() -> isTitled(head) ? ColumnRecognition.of(columns(), head) : padded(head, samples));
        boolean directed = kept.filter(StatementKind::saysDirection).isPresent();
        if (!directed) {
            columns = StatementDirections.place(columns, head, samples);
        }
        int day = columns.indexOf(StatementColumn.DAY);
        DateOrder order = kept.map(StatementStore.Kept::dates).orElseGet(() -> DateOrder.of(days(samples, day)));
        DirectionSettings directions =
                directed ? kept.get().directions() : StatementDirections.of(columns, head, samples);
        return new Understood(columns, Json.of(settings.reading(order, directions)));
    }

    /** Columns remembered before directions existed are detected again. */
    private static boolean saysDirection(StatementStore.Kept kept) {
        return kept.directions().unsigned() != DirectionSettings.Unsigned.UNKNOWN
                || kept.columns().contains(StatementColumn.DIRECTION.name());
    }

    /** The direction settings by the samples, once the user assigned the columns. */
    public DirectionSettings directions(
            List<? extends @Nullable ImportColumn> columns, List<String> head, List<List<String>> samples) {
        return StatementDirections.of(new ArrayList<>(columns), head, samples);
    }

    private static List<@Nullable ImportColumn> padded(List<String> head, List<List<String>> samples) {
        List<@Nullable ImportColumn> columns = new ArrayList<>(StatementShape.of(samples));
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
                ? head.stream().map(Fold::of).collect(Collectors.joining("|"))
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
        store.begin(settings, file.name());
        store.remember(
                settings.account(),
                signature(file.head()),
                new StatementStore.Kept(
                        file.columns().stream()
                                .map(it -> it == null ? "" : it.name())
                                .toList(),
                        settings.dates(),
                        settings.direction()));
    }

    @Override
    public ImportReading begin(Json choices) {
        return new StatementReading(choices.as(StatementSettings.class), store);
    }

    /** The day and the amount of a row. */
    public record Brief(LocalDate day, BigDecimal amount) {}

    /** The summary of a row; empty where it cannot be used. */
    public Optional<Brief> brief(ImportRow row, StatementSettings settings) {
        StatementRow.Line line = StatementRow.of(row, settings).line();
        return line == null ? Optional.empty() : Optional.of(new Brief(line.day(), line.amount()));
    }

    /**
     * The first day of some samples of a file that may be read day first or month first; empty where the samples, or an
     * earlier file of the account with the same columns, say which.
     */
    public Optional<String> undecidedDay(ImportFile file, List<List<String>> samples) {
        StatementSettings settings = file.choices().as(StatementSettings.class);
        return store.columns(settings.account(), signature(file.head())).isPresent()
                ? Optional.empty()
                : DateOrder.undecided(days(samples, file.columns().indexOf(StatementColumn.DAY)));
    }

    private static List<String> days(List<List<String>> samples, int day) {
        return samples.stream()
                .map(row -> day >= 0 && day < row.size() ? row.get(day) : "")
                .toList();
    }

    /** The number of the first of some lines whose amount could mean two things. */
    public Optional<Integer> unclear(List<ImportLine> lines) {
        return lines.stream()
                .filter(line -> line.remarks().stream().map(Remark::key).anyMatch(StatementAmount.UNCLEAR::contains))
                .map(ImportLine::number)
                .findFirst();
    }

    @Override
    public void takeBack(Made made, ImportFile file) {
        UUID statement = file.choices().as(StatementSettings.class).statement();
        if (made.thing().equals(Thing.STATEMENT.name())) {
            store.takeBack(statement);
        } else {
            store.takeBack(statement, made.id());
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
}
