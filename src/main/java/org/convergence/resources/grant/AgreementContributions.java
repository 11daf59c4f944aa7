package org.convergence.resources.grant;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What agreements paid and what was spent of it, for the module that shows deferred contributions. */
public interface AgreementContributions {

    /**
     * An agreement that ran in a period, was paid in it, or had a balance before it; in its own currency.
     *
     * @param receivedBefore instalments received before the period
     * @param spentBefore spent before the period
     * @param received instalments received in the period
     * @param spent spent in the period
     */
    record AgreementContribution(
            AgreementId id,
            String title,
            String currency,
            BigDecimal receivedBefore,
            BigDecimal spentBefore,
            BigDecimal received,
            BigDecimal spent) {}

    /** The first day of which there is something to show; empty without agreements. */
    Optional<LocalDate> findFirstDay();

    /** The agreements of a period, both days included, by title; 500 at most. */
    List<AgreementContribution> findContributions(LocalDate from, LocalDate to);
}
