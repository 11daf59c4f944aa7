package org.convergence.resources.ledger.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.imports.ColumnRecogniser;
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
import org.convergence.platform.table.TableLimits;
import org.convergence.resources.ledger.BooksId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The import of general ledgers from the accountant's software. */
@Component
@Requires(LedgerPermissions.REVIEW)
@ImportedList(name = "ledger.books", key = "ledger.books.import", label = "ledger.books.lines")
public record BooksImportKind(BooksRepository store) implements ImportKind {

    /** The types of records that an import makes. */
    public enum BooksImportedType {
        BOOKS,
        LINE
    }

    @Override
    public List<? extends ImportColumn> columns() {
        return Arrays.asList(BooksColumn.values());
    }

    @Override
    public List<? extends ImportColumn> requiredColumns() {
        return List.of(BooksColumn.ACCOUNT, BooksColumn.DAY);
    }

    /** An export of the accountant's software, with titles and totals of accounts between its lines. */
    @Override
    public TableLimits limits() {
        return TableLimits.LONG;
    }

    @Override
    public RecognisedFile recogniseFile(List<String> head, List<List<String>> samples, Json choices) {
        List<@Nullable ImportColumn> columns = ColumnRecogniser.recognise(columns(), head);
        int day = columns.indexOf(BooksColumn.DAY);
        DateOrder order = DateOrder.detect(samples.stream()
                .map(row -> day >= 0 && day < row.size() ? row.get(day) : "")
                .toList());
        return new RecognisedFile(
                columns, Json.of(choices.as(BooksSettings.class).withDates(order)));
    }

    @Override
    public void entering(ImportFile file) {
        store.insertBooks(file.choices().as(BooksSettings.class), file.name());
    }

    @Override
    public ImportProcessor begin(Json choices) {
        return new BooksImportProcessor(choices.as(BooksSettings.class), store);
    }

    /** The day and the amount of a row. */
    public record BooksRowSummary(LocalDate day, BigDecimal amount) {}

    /** The summary of a row; empty where it is no line. */
    public Optional<BooksRowSummary> summarize(ImportRow row, BooksSettings settings) {
        BooksRow.BooksLine line = BooksRow.parse(row, "-", settings).line();
        return line == null ? Optional.empty() : Optional.of(new BooksRowSummary(line.day(), line.amount()));
    }

    @Override
    public void takeBack(ImportedRecord made, ImportFile file) {
        if (made.thing().equals(BooksImportedType.BOOKS.name())) {
            store.remove(made.id());
        } else {
            store.removeLine(made.id());
        }
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> ids) {
        return Map.of();
    }

    /** Assesses and enters the rows of a general ledger. */
    static final class BooksImportProcessor implements ImportProcessor {

        private final BooksSettings settings;
        private final BooksRepository store;
        private String account = "";
        private boolean noted;

        BooksImportProcessor(BooksSettings settings, BooksRepository store) {
            this.settings = settings;
            this.store = store;
        }

        @Override
        public List<ImportLineResult> assess(List<ImportRow> rows) {
            List<ImportLineResult> lines = new ArrayList<>();
            rows.forEach(row -> lines.add(toImportLine(read(row))));
            return lines;
        }

        /** Titles of accounts are not lines: only the rows above tell the account of those below. */
        @Override
        public void passOver(List<ImportRow> entered) {
            entered.forEach(this::read);
        }

        @Override
        public ImportLineResult enter(ImportRow row, ImportLedger ledger) {
            if (!noted) {
                ledger.recordCreated(BooksImportKind.BooksImportedType.BOOKS, new BooksId(settings.books()));
                noted = true;
            }
            BooksRow read = read(row);
            BooksRow.BooksLine line = read.line();
            if (line != null) {
                ledger.recordCreated(
                        BooksImportKind.BooksImportedType.LINE,
                        store.insert(settings.books(), row.number(), read.account(), line));
            }
            return toImportLine(read);
        }

        private BooksRow read(ImportRow row) {
            BooksRow read = BooksRow.parse(row, account, settings);
            account = read.account();
            return read;
        }

        private static ImportLineResult toImportLine(BooksRow row) {
            BooksRow.BooksLine line = row.line();
            ImportRemark lack = row.lack();
            return line == null
                    ? new ImportLineResult(
                            row.number(), row.account(), ImportOutcome.ASIDE, lack == null ? List.of() : List.of(lack))
                    : new ImportLineResult(
                            row.number(), row.account() + " " + line.text(), ImportOutcome.CREATED, List.of());
        }
    }

    /**
     * The settings of an import of a general ledger, besides its columns.
     *
     * @param books the id of the import once it is entered
     * @param since the first day to compare
     * @param until the last day to compare
     * @param currency the currency code of the books
     */
    public record BooksSettings(UUID books, LocalDate since, LocalDate until, String currency, DateOrder dates) {

        /** The same settings with another date order. */
        public BooksSettings withDates(DateOrder order) {
            return new BooksSettings(books, since, until, currency, order);
        }
    }
}
