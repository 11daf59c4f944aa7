package org.convergence.advocacy.treaty;

import java.util.Arrays;
import java.util.List;

/** The kind of a fact. */
public enum TreatyFactKind {
    ADOPTED,
    IN_FORCE,
    RATIFIED,
    /** Absent from the list of ratifications on the day of the check. */
    NOT_RATIFIED,
    /** First reading. */
    TABLED,
    STAGE,
    /** Died with a parliament, or was withdrawn. */
    LAPSED,
    ABOLISHED,
    COMPLAINT,
    DECISION,
    OTHER,
    /** How many signed a petition, as its parliament published it that day. */
    COUNT;

    /** The kinds that a fact of any instrument may have. */
    public static List<TreatyFactKind> general() {
        return Arrays.stream(values()).filter(each -> each != COUNT).toList();
    }

    /** The message key of its name. */
    public String key() {
        return "treaty.fact." + name();
    }
}
