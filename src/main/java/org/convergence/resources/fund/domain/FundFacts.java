package org.convergence.resources.fund.domain;

import java.time.LocalDate;
import org.convergence.resources.fund.FundNature;

/**
 * What is known of a fund, except its movements.
 *
 * @param name 1 to 300 characters
 * @param origin the will, the agreement or the resolution that restricts it, in 1 to 300 characters
 * @param purpose 1 to 5,000 characters
 * @param rules how it may be used, in at most 10,000 characters; may be empty
 * @param committee the people or the body that decides, in at most 1,000 characters; may be empty
 */
public record FundFacts(
        String name,
        FundNature nature,
        String currency,
        LocalDate openedOn,
        String origin,
        String purpose,
        String rules,
        String committee) {}
