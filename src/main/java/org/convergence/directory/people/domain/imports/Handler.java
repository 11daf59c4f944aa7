package org.convergence.directory.people.domain.imports;

import java.util.List;
import java.util.Map;
import org.convergence.directory.people.domain.imports.Recognition.Values;

/** What an import does with the rows of one subject. */
interface Handler {

    Subject subject();

    /**
     * Says what will become of rows, and writes nothing.
     *
     * @param seen the lines above by what identifies them; those of these rows are added
     */
    List<Assessed> assess(List<Values> rows, Known known, Map<String, Integer> seen);

    /** Enters a row, and notes what was made. */
    Assessed enter(Values row, Manner manner, Ledger ledger);
}
