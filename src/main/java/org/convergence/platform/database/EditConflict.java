package org.convergence.platform.database;

import java.util.UUID;

/**
 * The row was changed since the form was opened. Shown with 409: both versions side by side, the base read from the
 * audit.
 */
public class EditConflict extends RuntimeException {

    private final String table;
    private final UUID row;
    private final int formVersion;

    /**
     * @param table the table with its schema, for instance {@code plan.actionplan_action}
     * @param formVersion the version from which the form was filled
     */
    public EditConflict(String table, UUID row, int formVersion) {
        super("edited meanwhile: " + table);
        this.table = table;
        this.row = row;
        this.formVersion = formVersion;
    }

    public String table() {
        return table;
    }

    public UUID row() {
        return row;
    }

    public int formVersion() {
        return formVersion;
    }
}
