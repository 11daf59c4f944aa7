package org.convergence.platform.redaction;

import java.sql.SQLException;

/** Another session locks a table, as another search or a backup may: to be tried again. */
public final class LockedTableException extends IllegalStateException {

    private static final long serialVersionUID = 1L;
    private static final String LOCKED = "55P03";

    LockedTableException(String table) {
        super("The table " + table + " is locked by another session");
    }

    /** Why a table could not be changed, without the database's message, which would quote the row. */
    static IllegalStateException orUnchanged(String table, SQLException refused) {
        return isCauseOf(refused)
                ? new LockedTableException(table)
                : new IllegalStateException("The table " + table + " still holds the name: " + refused.getSQLState());
    }

    static boolean isCauseOf(SQLException refused) {
        return LOCKED.equals(refused.getSQLState());
    }
}
