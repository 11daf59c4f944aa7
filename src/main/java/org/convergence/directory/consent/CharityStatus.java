package org.convergence.directory.consent;

import java.time.LocalDate;
import java.util.Optional;

/** Whether the organisation is a registered charity, for the modules that thank for money or ask for it. */
public interface CharityStatus {

    /** Since when; empty while it is none (R-CASL-4, R-REC-1). */
    Optional<LocalDate> registeredSince();
}
