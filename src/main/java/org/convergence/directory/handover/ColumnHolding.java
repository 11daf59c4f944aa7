package org.convergence.directory.handover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.text.Words;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows that one column assigns to a person and that pass to the successor.
 *
 * @param column the column, as {@code schema.table.column}; the table has {@code id} and {@code version}
 * @param open SQL condition of the rows that may pass
 * @param change further assignments of a passed row, with a comma before each; empty for none
 * @param list SELECT of a person's rows, the person being its one parameter
 * @param reader makes items from the rows of {@code list}
 */
public record ColumnHolding(
        JdbcClient db, String key, int order, String column, String open, String change, String list, ItemReader reader)
        implements Holding.TransferableHolding {

    /** Reads an item whose words depend on the reader's language. */
    public interface ItemReader {
        HandoverItem read(ResultSet row, Words t) throws SQLException;
    }

    private static final RowMapper<HandoverItem> ITEMS = RecordMapper.of(HandoverItem.class);

    /** A holding whose {@code list} selects the columns id, what, detail, url and due. */
    public ColumnHolding(JdbcClient db, String key, int order, String column, String open, String list) {
        this(db, key, order, column, open, "", list, ColumnHolding::item);
    }

    /** A holding whose items are made by {@code reader}. */
    public ColumnHolding(
            JdbcClient db, String key, int order, String column, String open, String list, ItemReader reader) {
        this(db, key, order, column, open, "", list, reader);
    }

    private static HandoverItem item(ResultSet row, Words t) throws SQLException {
        return ITEMS.mapRow(row, 0);
    }

    /** The same holding; a text that stood for the person is cleared when the row passes. */
    public ColumnHolding clearing(String text) {
        return new ColumnHolding(db, key, order, column, open, ", " + text + " = NULL", list, reader);
    }

    @Override
    public Set<String> columns() {
        return Set.of(column);
    }

    @Override
    public List<HandoverItem> findItems(PersonId person, LocalDate lastDay, Words t) {
        return db.sql(list)
                .param(person.value())
                .query((row, n) -> reader.read(row, t))
                .list();
    }

    @Override
    public int pass(PersonId from, PersonId to, Collection<UUID> which) {
        int dot = column.lastIndexOf('.');
        return db.sql("""
                        UPDATE %1$s SET %2$s = :to, version = version + 1%3$s
                        WHERE %2$s = :from AND id = ANY (:which) AND %4$s
                        """.formatted(column.substring(0, dot), column.substring(dot + 1), change, open))
                .param("to", to.value())
                .param("from", from.value())
                .param("which", which.toArray(UUID[]::new))
                .update();
    }
}
