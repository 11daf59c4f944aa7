package org.convergence.resources.dues.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.ListSlice;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.text.Words;
import org.convergence.resources.dues.domain.CallLineQueries;
import org.convergence.resources.dues.domain.CallLineQueries.CallLine;
import org.convergence.resources.dues.domain.CallLineState;
import org.convergence.resources.dues.domain.DuesCallService;
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
        CallOrder order,
        @Nullable String after) {

    private static final int SHOWN = 100;

    /** The order of the lines. */
    enum CallOrder {
        NAME,
        AMOUNT,
        STATE
    }

    static CallFilter read(Form form) {
        return form.read(answers -> new CallFilter(
                form,
                answers.optionalChoice("state", CallLineState.class),
                Objects.requireNonNullElse(answers.optionalChoice("sort", CallOrder.class), CallOrder.NAME),
                form.filled("after") ? form.value("after") : null));
    }

    ListSlice<CallLine> lines(CallLineQueries lines, DuesCallService.StoredCall call, LocalDate today) {
        if (state == null && order == CallOrder.NAME) {
            return ListSlice.of(lines.findPage(call, after, SHOWN + 1), SHOWN, CallFilter::position);
        }
        List<CallLine> all = lines.findAll(call).stream()
                .filter(it -> state == null || it.state(today) == state)
                .sorted(comparator(today))
                .toList();
        int from = 1 + all.stream().map(CallFilter::position).toList().indexOf(after);
        return ListSlice.of(
                all.subList(from, all.size()).stream().limit(SHOWN + 1).toList(), SHOWN, CallFilter::position);
    }

    private static String position(CallLine line) {
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
    CallPage.CallColumnHead head(String url, String label, CallOrder by, Words t) {
        String order = by == CallOrder.NAME ? null : by.name();
        String sorted = by == order() ? by == CallOrder.AMOUNT ? "descending" : "ascending" : null;
        return new CallPage.CallColumnHead(
                t.say(label), address(url).with("sort", order).toString(), sorted);
    }

    /** The address of the first page, with the same filter and order. */
    PageAddress address(String url) {
        return PageAddress.of(url)
                .with("state", state == null ? null : state.name())
                .with("sort", order == CallOrder.NAME ? null : order.name());
    }

    static List<Option> states(Words t) {
        return List.of(CallLineState.values()).stream()
                .map(it -> Option.of(it, t.say(it.key())))
                .toList();
    }
}
