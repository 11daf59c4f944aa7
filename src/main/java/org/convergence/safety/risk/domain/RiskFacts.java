package org.convergence.safety.risk.domain;

import java.time.LocalDate;
import org.convergence.directory.people.PersonId;
import org.convergence.safety.risk.ThreatKind;
import org.jspecify.annotations.Nullable;

/**
 * What the register says of a risk.
 *
 * @param description 1 to 500 characters
 * @param exposed who and what is exposed, 1 to 300 characters
 * @param zone 1 to 200 characters; {@code null} for everywhere
 * @param measures 1 to 2,000 characters; {@code null} for none yet
 * @param reviewOn the day of the next review
 */
public record RiskFacts(
        ThreatKind threat,
        String description,
        String exposed,
        @Nullable String zone,
        RiskScore inherent,
        @Nullable String measures,
        RiskScore residual,
        @Nullable PersonId owner,
        LocalDate reviewOn) {}
