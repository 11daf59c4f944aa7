package org.convergence.resources.dues.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.convergence.platform.shell.Address;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Slice;
import org.convergence.platform.text.Words;
import org.convergence.resources.dues.domain.CallKeeping;
import org.convergence.resources.dues.domain.CallLineState;
import org.convergence.resources.dues.domain.CallLines;
import org.convergence.resources.dues.domain.CallLines.CallLine;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The filter and order of a call's lines.
 *
 * @param state {@code null} for all
 * @param after position of the last line of the previous page; {@code null} for the first page
 */
record CallFilter(
        Form form,
        @Nullable CallLineState state,
        Order order,
        @Nullable String after) {

    private static final int SHOWN = 100;

    /** The order of the lines. */
    enum Order {
        NAME,
        AMOUNT,
        STATE
    }

    static CallFilter read(Form form) {
        return form.read(answers -> new CallFilter(
                form,
                answers.optionalChoice("state", CallLineState.class),
                Objects.requireNonNullElse(answers.optionalChoice("sort", Order.class), Order.NAME),
                form.filled("after") ? form.value("after") : null));
    }

    Slice<CallLine> lines(CallLines lines, CallKeeping.Kept call, LocalDate today) {
        if (state == null && order == Order.NAME) {
            return Slice.of(lines.some(call, after, SHOWN + 1), SHOWN, CallFilter::place);
        }
        List<CallLine> all = lines.all(call).stream()
                .filter(it -> state == null || it.state(today) == state)
                .sorted(comparator(today))
                .toList();
        int from = 1 + all.stream().map(CallFilter::place).toList().indexOf(after);
        return Slice.of(all.subList(from, all.size()).stream().limit(SHOWN + 1).toList(), SHOWN, CallFilter::place);
    }

    private static String place(CallLine line) {
        return line.share().member().position();
    }

    /** Lines of equal rank keep the order of names. */
    private Comparator<CallLine> comparator(LocalDate today) {
        return switch (order) {
            case NAME -> Comparator.comparing(it -> 0);
            case AMOUNT -> Comparator.comparing(CallFilter::amount, Comparator.reverseOrder());
            case STATE -> Comparator.comparing(it -> it.state(today));
        };
    }

    private static BigDecimal amount(CallLine line) {
        return Optional.ofNullable(line.asked())
                .or(() -> Optional.ofNullable(line.amount()))
                .map(Money::getAmount)
                .orElse(BigDecimal.ZERO);
    }

    /** The heading of a column, with the address of the list in its order. */
    CallPage.Head head(String url, String label, Order by, Words t) {
        String order = by == Order.NAME ? null : by.name();
        String sorted = by == order() ? by == Order.AMOUNT ? "descending" : "ascending" : null;
        return new CallPage.Head(t.say(label), here(url).with("sort", order).toString(), sorted);
    }

    /** The address of the first page, with the same filter and order. */
    Address here(String url) {
        return Address.of(url)
                .with("state", state == null ? null : state.name())
                .with("sort", order == Order.NAME ? null : order.name());
    }

    static List<Option> states(Words t) {
        return List.of(CallLineState.values()).stream()
                .map(it -> Option.of(it, t.say(it.key())))
                .toList();
    }
}
