package org.convergence.resources.gift.domain;

import java.time.LocalDate;
import org.convergence.directory.people.Party;
import org.convergence.resources.fund.FundId;
import org.convergence.resources.gift.GiftMethod;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a gift.
 *
 * @param donor {@code null} for an anonymous gift
 * @param amount above zero; of a thing its value, or zero where that is not known
 * @param reference the number of a cheque or transfer, in at most 100 characters; may be empty
 * @param description what was given in kind, in at most 300 characters; empty for money
 * @param remark at most 500 characters; may be empty
 * @param fund the fund, or that of the appeal, that it is restricted to; {@code null} if it may serve anything
 */
public record GiftFacts(
        @Nullable Party donor,
        LocalDate receivedOn,
        Money amount,
        GiftMethod method,
        String reference,
        String description,
        String remark,
        @Nullable FundId fund) {}
