package org.convergence.resources.gift.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.AccountantBooks;
import org.jspecify.annotations.Nullable;

/**
 * An appeal and what became of its money.
 *
 * @param otherwise interest, transfers and refunds
 * @param passed to the partner
 */
public record AppealOutcome(
        UUID appeal,
        String frenchTitle,
        @Nullable String englishTitle,
        @Nullable String spanishTitle,
        @Nullable LocalDate closesOn,
        @Nullable String partner,
        int gifts,
        BigDecimal received,
        BigDecimal otherwise,
        BigDecimal passed,
        BigDecimal spent,
        BigDecimal left) {

    /** Its title in a language; in French where it is not translated. */
    public String titleIn(Language language) {
        return Objects.requireNonNullElse(
                switch (language) {
                    case ENGLISH -> englishTitle;
                    case SPANISH -> spanishTitle;
                    case FRENCH -> frenchTitle;
                },
                frenchTitle);
    }

    /** Whether its last day is over. */
    boolean isOver(LocalDate today) {
        return closesOn != null && closesOn.isBefore(today);
    }

    /** Received and otherwise come in, less passed on and spent, is left. */
    String format(Words t) {
        List<String> sentences = new ArrayList<>();
        sentences.add(t.say("gift.outcome.received", gifts, money(received, t)));
        if (otherwise.signum() != 0) {
            sentences.add(t.say("gift.outcome.otherwise", money(otherwise, t)));
        }
        if (passed.signum() != 0) {
            sentences.add(t.say("gift.outcome.passed", partner == null ? "–" : partner, money(passed, t)));
        }
        if (spent.signum() != 0) {
            sentences.add(t.say("gift.outcome.spent", money(spent, t)));
        }
        sentences.add(t.say("gift.outcome.left", money(left, t)));
        return String.join(" ", sentences);
    }

    private static String money(BigDecimal amount, Words t) {
        return t.money(amount, AccountantBooks.CURRENCY);
    }
}
