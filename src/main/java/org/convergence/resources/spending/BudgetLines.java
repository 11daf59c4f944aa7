package org.convergence.resources.spending;

import org.convergence.resources.spending.Budgets.BudgetLineFacts;

/** The lines of budgets, added and changed after the budget was made. */
public interface BudgetLines {

    /** Its code and its label; the label alone if it has no code of its own. */
    static String name(String code, String label) {
        return code.equals(label) ? label : code + " – " + label;
    }

    /**
     * Adds a line at the end of a record's budget. Once something is spent or reported, it had nothing at first, so that
     * all of it is a transfer (R-GRANT-12).
     *
     * @throws org.convergence.platform.database.Refused if another line has its code
     */
    void add(String subject, BudgetLineFacts line);

    /**
     * Gives a line another code or label; the caps of other lines that name it follow.
     *
     * @param version the version on which the form was opened
     * @throws org.convergence.platform.database.Refused if another line has this code
     */
    void rename(BudgetLineId line, int version, String code, String label);

    /**
     * Deletes a line on which nothing is.
     *
     * @param version the version on which the form was opened
     * @throws org.convergence.platform.database.Refused if something was spent or explained on it, a report of its budget is
     *     filed, or it is the last one
     */
    void delete(BudgetLineId line, int version);
}
