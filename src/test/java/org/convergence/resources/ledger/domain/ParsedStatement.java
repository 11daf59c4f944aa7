package org.convergence.resources.ledger.domain;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.imports.ColumnRecogniser;
import org.convergence.platform.imports.ImportColumn;
import org.convergence.platform.imports.ImportRemark;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.table.TableReader;
import org.convergence.platform.table.TableRow;
import org.convergence.resources.ledger.domain.StatementImportKind.StatementSettings;
import org.jspecify.annotations.Nullable;

/** A bank's file parsed row by row, without a database. */
record ParsedStatement(List<@Nullable ImportColumn> columns, DirectionSettings directions, List<StatementRow> rows) {

    private static final StatementSettings SETTINGS = new StatementSettings(new UUID(0, 1), new UUID(0, 2), "CAD");

    /** Amounts, or the last word of the remark for a row left aside. */
    List<String> describeRows() {
        List<String> said = new ArrayList<>();
        for (StatementRow row : rows) {
            StatementRow.StatementLine line = row.line();
            ImportRemark lack = row.lack();
            said.add(
                    line != null
                            ? line.amount().toPlainString()
                            : lack == null ? "" : lack.key().replace("ledger.statement.lack.", ""));
        }
        return said;
    }

    static ParsedStatement of(String file) {
        return of(file, null);
    }

    static ParsedStatement of(String file, @Nullable DirectionSettings chosen) {
        try (TableReader reader = TableReader.open(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)))) {
            boolean titled = !StatementColumnDetector.isLine(reader.head());
            if (!titled) {
                reader.treatHeadAsRow();
            }
            List<TableRow> rows = new ArrayList<>();
            reader.rows().forEachRemaining(rows::add);
            List<List<String>> samples = rows.stream().map(TableRow::cells).toList();
            List<@Nullable ImportColumn> columns = titled
                    ? ColumnRecogniser.recognise(Arrays.asList(StatementColumn.values()), reader.head())
                    : StatementColumnDetector.detect(samples);
            List<@Nullable ImportColumn> placed =
                    StatementDirectionDetector.placeColumns(columns, reader.head(), samples);
            DirectionSettings directions =
                    chosen == null ? StatementDirectionDetector.detect(placed, reader.head(), samples) : chosen;
            StatementSettings settings = SETTINGS.with(DateOrder.DAY_FIRST, directions);
            return new ParsedStatement(
                    placed,
                    directions,
                    rows.stream()
                            .map(it -> StatementRow.parse(ImportRow.of(it.number(), it.cells(), placed), settings))
                            .toList());
        }
    }
}
