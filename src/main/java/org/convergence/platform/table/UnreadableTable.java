package org.convergence.platform.table;

import java.util.Locale;
import org.convergence.platform.database.Refused;

/** A file that cannot be read as a table, with the reason and what to do about it. */
public final class UnreadableTable extends Refused {

    /** Why the file cannot be read; each has its message. */
    public enum UnreadableReason {
        /** More bytes than the limit, packed or unpacked. */
        TOO_LARGE,
        /** More rows than the limit. */
        TOO_MANY_ROWS,
        /** More columns than the limit. */
        TOO_MANY_COLUMNS,
        /** A cell with more characters than the limit. */
        CELL_TOO_LONG,
        /** A quotation mark that is not closed before the end of the file. */
        LEFT_OPEN,
        /** No row at all. */
        EMPTY,
        /** A workbook from before 2007, or with a password. */
        OLD_OR_LOCKED,
        /** A damaged workbook. */
        DAMAGED,
        /** Neither text nor a workbook. */
        NOT_A_TABLE
    }

    private final UnreadableReason reason;

    UnreadableTable(UnreadableReason reason, Object... arguments) {
        super("table.unreadable." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'), arguments);
        this.reason = reason;
    }

    public UnreadableReason reason() {
        return reason;
    }
}
