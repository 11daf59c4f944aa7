package org.convergence.outreach.event.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.convergence.platform.imports.AmountReader;
import org.convergence.platform.imports.ImportRemark;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.platform.text.TextShortener;
import org.jspecify.annotations.Nullable;

/**
 * A line of a list of tickets, read.
 *
 * @param number as a spreadsheet shows it
 * @param reference that tells its tickets from all others of the event, without a name
 * @param order the number under which tickets were bought together
 * @param name of the guest; empty without one
 * @param amount in dollars, less what was paid back, also of a cancelled line
 * @param lack why it cannot be used; {@code null} if it can
 */
record TicketRow(
        int number,
        String reference,
        String order,
        String name,
        String buyer,
        int seats,
        BigDecimal amount,
        boolean cancelled,
        @Nullable ImportRemark lack) {

    static final int MOST_SEATS = 100;

    private static final BigDecimal MOST_AMOUNT = BigDecimal.valueOf(10_000_000);
    private static final Set<String> CANCELLED =
            Set.of("annule", "annulee", "cancelled", "canceled", "not attending", "deleted");
    private static final Set<String> REFUNDED = Set.of("rembourse", "remboursee", "refunded");

    /**
     * Reads a line.
     *
     * @param above the lines above it in the list, to which it is added
     */
    static TicketRow read(ImportRow row, TicketSettings settings, TicketLines above) {
        String given = join(row.of(TicketColumn.GIVEN_NAME), row.of(TicketColumn.FAMILY_NAME));
        String name = TextShortener.limit(
                given.isEmpty() ? row.of(TicketColumn.FULL_NAME).strip() : given, 200);
        String ticket = TextShortener.limit(row.of(TicketColumn.TICKET), 100);
        String order =
                TextShortener.limit(row.of(TicketColumn.ORDER).isEmpty() ? ticket : row.of(TicketColumn.ORDER), 100);
        String reference = ticket.isEmpty()
                ? above.number(order, TextShortener.limit(row.of(TicketColumn.TYPE), 100))
                : order + "#" + ticket;
        String parts = join(row.of(TicketColumn.BUYER_GIVEN_NAME), row.of(TicketColumn.BUYER_FAMILY_NAME));
        String buyer =
                TextShortener.limit(parts.isEmpty() ? row.of(TicketColumn.BUYER).strip() : parts, 200);
        List<ImportRemark> lacks = new ArrayList<>();
        if (order.isEmpty()) {
            lacks.add(ImportRemark.of("event.tickets.no-number"));
        } else if (!ticket.isEmpty() && above.isRepeated(reference)) {
            lacks.add(ImportRemark.of("event.tickets.same-line"));
        }
        int seats = read(row, TicketColumn.QUANTITY, lacks)
                .map(each -> each.compareTo(BigDecimal.valueOf(MOST_SEATS)) > 0 ? MOST_SEATS + 1 : each.intValue())
                .orElse(1);
        if (seats < 1 || seats > MOST_SEATS) {
            lacks.add(ImportRemark.onColumn(TicketColumn.QUANTITY, "event.tickets.quantity", MOST_SEATS));
        }
        BigDecimal paid = read(row, TicketColumn.AMOUNT, lacks).orElse(BigDecimal.ZERO);
        BigDecimal back = read(row, TicketColumn.REFUND, lacks).orElse(BigDecimal.ZERO);
        BigDecimal rate = rate(row, settings, paid.signum() != 0, lacks);
        String status = TextNormalizer.fold(row.of(TicketColumn.STATUS)).strip();
        BigDecimal kept = REFUNDED.contains(status) ? BigDecimal.ZERO : paid;
        BigDecimal amount =
                kept.subtract(back).max(BigDecimal.ZERO).multiply(rate).setScale(2, RoundingMode.HALF_UP);
        if (amount.compareTo(MOST_AMOUNT) > 0) {
            lacks.add(ImportRemark.onColumn(TicketColumn.AMOUNT, "event.tickets.amount", amount));
        }
        return new TicketRow(
                row.number(),
                reference,
                order,
                name,
                Stream.of(buyer, name, order)
                        .filter(each -> !each.isEmpty())
                        .findFirst()
                        .orElse(""),
                seats,
                amount,
                CANCELLED.contains(status)
                        || REFUNDED.contains(status)
                        || (paid.signum() > 0 && back.compareTo(paid) >= 0),
                lacks.isEmpty() ? null : lacks.get(0));
    }

    private static String join(String given, String family) {
        return (given.strip() + " " + family.strip()).strip();
    }

    private static Optional<BigDecimal> read(ImportRow row, TicketColumn column, List<ImportRemark> lacks) {
        String typed = row.of(column);
        Optional<BigDecimal> number = AmountReader.amount(typed);
        if (number.isEmpty() && !typed.isEmpty()) {
            lacks.add(ImportRemark.onColumn(column, "event.tickets.amount", typed));
        }
        return number;
    }

    /** The rate of the currency of the line; another one than dollars is asked. */
    private static BigDecimal rate(ImportRow row, TicketSettings settings, boolean isPaid, List<ImportRemark> lacks) {
        String currency = AmountReader.currency(row.of(TicketColumn.CURRENCY), row.of(TicketColumn.AMOUNT));
        if (currency.equals(AmountReader.DOLLARS) || !isPaid) {
            return BigDecimal.ONE;
        }
        if (settings.rate() == null) {
            lacks.add(ImportRemark.of("event.tickets.currency", currency));
        }
        return Objects.requireNonNullElse(settings.rate(), BigDecimal.ZERO);
    }
}
