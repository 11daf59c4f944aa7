package org.convergence.directory.people.domain.imports;

import java.util.Locale;

/** The kind of records that a file lists. */
public enum ImportSubject {
    ORGANISATIONS,
    PERSONS;

    /** The message key of its name. */
    public String key() {
        return "people." + name().toLowerCase(Locale.ROOT);
    }
}
