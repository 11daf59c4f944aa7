package org.convergence.plan.realisation.domain;

import org.convergence.platform.imports.ImportRemark;

/**
 * A problem in a row of a file.
 *
 * @param grave whether the row cannot be imported at all, or only without this value
 */
record RealisationRowProblem(ImportRemark remark, boolean grave) {

    static RealisationRowProblem blocking(RealisationColumn column, String key, Object... arguments) {
        return new RealisationRowProblem(ImportRemark.onColumn(column, key, arguments), true);
    }

    static RealisationRowProblem minor(RealisationColumn column, String key, Object... arguments) {
        return new RealisationRowProblem(ImportRemark.onColumn(column, key, arguments), false);
    }
}
