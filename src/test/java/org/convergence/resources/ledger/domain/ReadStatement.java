package org.convergence.resources.ledger.domain;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.imports.ColumnRecognition;
import org.convergence.platform.imports.ImportColumn;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.imports.Remark;
import org.convergence.platform.table.TableReader;
import org.convergence.platform.table.TableRow;
import org.jspecify.annotations.Nullable;

/** A bank's file parsed row by row, without a database. */
record ReadStatement(List<@Nullable ImportColumn> columns, DirectionSettings directions, List<StatementRow> rows) {

    private static final StatementSettings SETTINGS = new StatementSettings(new UUID(0, 1), new UUID(0, 2), "CAD");

    /** Amounts, or the last word of the remark for a row left aside. */
    List<String> said() {
        List<String> said = new ArrayList<>();
        for (StatementRow row : rows) {
            StatementRow.Line line = row.line();
            Remark lack = row.lack();
            said.add(
                    line != null
                            ? line.amount().toPlainString()
                            : lack == null ? "" : lack.key().replace("ledger.statement.lack.", ""));
        }
        return said;
    }

    static ReadStatement of(String file) {
        return of(file, null);
    }

    static ReadStatement of(String file, @Nullable DirectionSettings chosen) {
        try (TableReader reader = TableReader.open(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)))) {
            boolean titled = !StatementShape.isLine(reader.head());
            if (!titled) {
                reader.withoutHead();
            }
            List<TableRow> rows = new ArrayList<>();
            reader.rows().forEachRemaining(rows::add);
            List<List<String>> samples = rows.stream().map(TableRow::cells).toList();
            List<@Nullable ImportColumn> columns = titled
                    ? ColumnRecognition.of(Arrays.asList(StatementColumn.values()), reader.head())
                    : StatementShape.of(samples);
            List<@Nullable ImportColumn> placed = StatementDirections.place(columns, reader.head(), samples);
            DirectionSettings directions =
                    chosen == null ? StatementDirections.of(placed, reader.head(), samples) : chosen;
            StatementSettings settings = SETTINGS.reading(DateOrder.DAY_FIRST, directions);
            return new ReadStatement(
                    placed,
                    directions,
                    rows.stream()
                            .map(it -> StatementRow.of(ImportRow.of(it.number(), it.cells(), placed), settings))
                            .toList());
        }
    }
}
