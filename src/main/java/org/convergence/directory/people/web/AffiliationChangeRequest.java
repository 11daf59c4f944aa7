package org.convergence.directory.people.web;

import java.time.LocalDate;
import org.convergence.directory.people.AffiliationNature;
import org.jspecify.annotations.Nullable;

/** The nature and the days of an affiliation, with the version on which it was read. */
record AffiliationChangeRequest(
        int version,
        AffiliationNature nature,
        @Nullable LocalDate since,
        @Nullable LocalDate until) {}
