package org.convergence.platform.imports;

import java.util.List;

/** A column that a file may have. Each kind of list has an enum of them, in the order in which they are offered. */
public interface ImportColumn {

    /** Its stable name, as an enum has it. */
    String name();

    /** Key of its title in the messages. */
    String key();

    /** Folded titles that identify it, the likeliest first. */
    List<String> titles();

    /** Whether several columns of one file may hold it; their values are joined. */
    default boolean mayRepeat() {
        return false;
    }
}
