package org.convergence.platform.imports;

import java.util.List;
import java.util.Set;

/**
 * Contributed by the module that knows protected people, whose names may not be stored in clear, not even in an
 * imported file.
 */
public interface ImportRowGuard {

    /**
     * The indexes, from 0, of the rows that may not be stored: they are left aside with a remark.
     *
     * @param rows the cells of each
     */
    Set<Integer> findProtectedRows(List<List<String>> rows);
}
