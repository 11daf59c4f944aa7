package org.convergence.directory.people.domain.imports;

import java.util.Locale;

/** Whom a file lists. */
public enum Subject {
    ORGANISATIONS,
    PERSONS;

    /** Key of its name in the messages. */
    public String key() {
        return "people." + name().toLowerCase(Locale.ROOT);
    }
}
