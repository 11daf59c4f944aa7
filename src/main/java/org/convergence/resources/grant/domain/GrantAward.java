package org.convergence.resources.grant.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.convergence.resources.grant.AgreementScope;
import org.jspecify.annotations.Nullable;

/**
 * What a funder grants.
 *
 * @param amount more than zero, in the currency of the call
 * @param scope what the agreement finances
 * @param lines what the funder grants for each line; empty for the lines of the application
 */
public record GrantAward(
        LocalDate answeredOn,
        BigDecimal amount,
        LocalDate startsOn,
        LocalDate endsOn,
        AgreementScope scope,
        List<RequestedLine> lines,
        @Nullable String feedback) {}
