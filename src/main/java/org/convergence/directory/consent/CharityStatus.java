package org.convergence.directory.consent;

import java.time.LocalDate;
import java.util.Optional;

/** Whether the organisation is a registered charity, for modules that ask for gifts or thank for them. */
public interface CharityStatus {

    /** The registration day; empty while it is no charity (R-CASL-4, R-REC-1). */
    Optional<LocalDate> registeredSince();
}
