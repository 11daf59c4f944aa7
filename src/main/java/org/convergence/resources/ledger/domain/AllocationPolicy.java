package org.convergence.resources.ledger.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convergence.platform.database.Refused;
import org.convergence.resources.ledger.AccountPurpose;
import org.convergence.resources.ledger.InvoiceId;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** How a payment is allocated: its parts sum to the payment, and no invoice is settled beyond its balance. */
public final class AllocationPolicy {

    private AllocationPolicy() {}

    /** The balance of an open invoice. */
    public record OpenInvoice(InvoiceId invoice, String number, BigDecimal balance) {}

    /**
     * The likeliest allocation: the invoice of exactly this balance, else the oldest first; the rest is an advance.
     *
     * @param open invoices of the payer, the first due first
     */
    public static List<PaymentPart> propose(BigDecimal amount, List<OpenInvoice> open) {
        for (OpenInvoice each : open) {
            if (each.balance().compareTo(amount) == 0) {
                return List.of(PaymentPart.of(each.invoice(), amount));
            }
        }
        return settle(amount, open);
    }

    /** Allocates to these invoices in their order; the rest is an advance. */
    public static List<PaymentPart> settle(BigDecimal amount, List<OpenInvoice> open) {
        List<PaymentPart> parts = new ArrayList<>();
        BigDecimal left = amount;
        for (OpenInvoice each : open) {
            BigDecimal part = left.min(each.balance());
            if (part.signum() > 0) {
                parts.add(PaymentPart.of(each.invoice(), part));
                left = left.subtract(part);
            }
        }
        return complete(amount, parts);
    }

    /** The parts, with the rest as an advance. */
    public static List<PaymentPart> complete(BigDecimal amount, List<PaymentPart> parts) {
        BigDecimal left = amount.subtract(sum(parts));
        if (left.signum() == 0) {
            return List.copyOf(parts);
        }
        List<PaymentPart> whole = new ArrayList<>(parts);
        whole.removeIf(it -> it.purpose() == AccountPurpose.ADVANCE);
        BigDecimal advance = amount.subtract(sum(whole));
        if (advance.signum() != 0) {
            whole.add(PaymentPart.of(AccountPurpose.ADVANCE, advance));
        }
        return List.copyOf(whole);
    }

    /**
     * Checks an allocation.
     *
     * @param open the invoices to settle, without what this payment settled before
     * @throws Refused if the parts exceed the payment, a part exceeds its invoice's balance, or a part is zero
     */
    public static void requireSound(
            Money amount, List<PaymentPart> parts, Map<InvoiceId, SettlementService.LockedInvoice> open) {
        Set<Object> seen = new HashSet<>();
        for (PaymentPart part : parts) {
            InvoiceId invoice = part.invoice();
            if (part.amount().signum() <= 0 || !seen.add(invoice == null ? part : invoice)) {
                throw new Refused("ledger.refused.part");
            }
            if (invoice != null) {
                requireSound(amount, part.amount(), open.get(invoice));
            }
        }
        if (sum(parts).compareTo(amount.getAmount()) > 0) {
            throw new Refused("ledger.refused.parts", MoneyAmounts.of(amount.getCurrencyUnit(), sum(parts)), amount);
        }
    }

    private static void requireSound(Money amount, BigDecimal part, SettlementService.@Nullable LockedInvoice held) {
        if (held == null) {
            throw new Refused("ledger.refused.gone");
        }
        if (!held.total().getCurrencyUnit().equals(amount.getCurrencyUnit())) {
            throw new Refused(
                    "ledger.refused.other-currency",
                    held.number(),
                    held.total().getCurrencyUnit().getCode(),
                    amount.getCurrencyUnit().getCode());
        }
        if (part.compareTo(held.balance().getAmount()) > 0) {
            throw new Refused("ledger.refused.beyond", held.number(), held.balance());
        }
    }

    private static BigDecimal sum(List<PaymentPart> parts) {
        return parts.stream().map(PaymentPart::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
