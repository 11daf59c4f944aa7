package org.convergence.resources.ledger.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.joda.money.Money;

/** Amounts in words. Those of several currencies stand beside each other and are never added up. */
final class Monies {

    private Monies() {}

    static String of(Money money, Words t) {
        return t.money(money.getAmount(), money.getCurrencyUnit().getCode());
    }

    /** « 1 234,00 $ + 20,00 $ US »; a dash for none. */
    static String of(List<Money> sums, Words t) {
        return sums.isEmpty() ? "–" : sums.stream().map(it -> of(it, t)).collect(Collectors.joining(" + "));
    }

    /** How a balance is drawn on a day. */
    static Tone tone(Money balance, LocalDate expectedOn, LocalDate today) {
        if (balance.isZero()) {
            return Tone.OK;
        }
        return expectedOn.isBefore(today) ? Tone.BAD : Tone.AHEAD;
    }
}
