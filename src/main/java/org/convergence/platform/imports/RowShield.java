package org.convergence.platform.imports;

import java.util.List;
import java.util.Set;

/** Contributed by who knows of people who may not stand in clear, not even in the copy of a file that is brought in. */
public interface RowShield {

    /**
     * The places of those rows, from nought, of which nothing is kept: they are left aside with a remark.
     *
     * @param rows the cells of each
     */
    Set<Integer> covered(List<List<String>> rows);
}
