package org.convergence.plan.realisation.domain;

import org.convergence.platform.imports.Remark;

/**
 * A problem in a row of a file.
 *
 * @param grave whether the row cannot be imported at all, or only without this value
 */
record RowProblem(Remark remark, boolean grave) {

    static RowProblem grave(Column column, String key, Object... arguments) {
        return new RowProblem(Remark.in(column, key, arguments), true);
    }

    static RowProblem slight(Column column, String key, Object... arguments) {
        return new RowProblem(Remark.in(column, key, arguments), false);
    }
}
