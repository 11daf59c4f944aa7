package org.convergence.platform.imports;

import java.util.List;

/** What a column of a file may hold. A kind of list has an enum of them, in the order in which they are offered. */
public interface ImportColumn {

    /** Its stable name, as an enum has it. */
    String name();

    /** Key of its title in the messages. */
    String key();

    /** Folded titles by which it is recognised, the likeliest first. */
    List<String> titles();

    /** Whether several columns of one file may hold it; what they say is joined. */
    default boolean mayRepeat() {
        return false;
    }
}
