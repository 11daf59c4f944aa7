package org.convergence.cooperation.fieldwork.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.TextParser;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * An entry as a telephone sends it, each field as it was typed. It was written days before, without us: nothing of it is
 * refused, and what cannot be read stays visible as typed.
 *
 * @param sealed the other fields as JSON, encrypted with the link's public key, in Base64; then they are left out
 * @param on {@code 2026-11-29}
 * @param label what was counted, or who was paid
 * @param figure a number or an amount, as the country writes it
 * @param currency code of an amount
 * @param photograph the name under which its parts are sent
 */
public record SentEntry(
        @Nullable String sealed,
        @Nullable String kind,
        @Nullable String on,
        @Nullable String label,
        @Nullable String details,
        @Nullable String figure,
        @Nullable String currency,
        @Nullable String women,
        @Nullable String men,
        @Nullable String others,
        @Nullable String notStated,
        @Nullable String photograph) {

    private static final int MOST_PEOPLE = 1_000_000;
    private static final Set<String> CURRENCIES = CurrencyUnit.registeredCurrencies().stream()
            .map(CurrencyUnit::getCode)
            .collect(Collectors.toUnmodifiableSet());

    /**
     * The facts of an entry.
     *
     * @param typed the number as typed
     * @param figure {@code null} if there is none, or it cannot be read
     */
    record EntryFacts(
            PartnerEntryKind kind,
            @Nullable LocalDate on,
            String label,
            String details,
            String typed,
            @Nullable BigDecimal figure,
            @Nullable String currency,
            @Nullable Integer women,
            @Nullable Integer men,
            @Nullable Integer others,
            @Nullable Integer notStated,
            @Nullable UUID photograph) {}

    /** The facts, with numbers read as the country writes them. */
    EntryFacts read(CountryNumbers numbers) {
        PartnerEntryKind known =
                TextParser.constant(plain(kind, 20), PartnerEntryKind.class).orElse(PartnerEntryKind.QUESTION);
        String typed = plain(figure, 100);
        BigDecimal number = numbers.read(typed).orElse(null);
        boolean isMoney = known == PartnerEntryKind.SPENT;
        StringBuilder unread = new StringBuilder();
        Integer countOfWomen = count(women, numbers, unread);
        Integer countOfMen = count(men, numbers, unread);
        Integer countOfOthers = count(others, numbers, unread);
        Integer countNotStated = count(notStated, numbers, unread);
        return new EntryFacts(
                known,
                TextParser.date(plain(on, 10)).orElse(null),
                plain(label, 300),
                plain(details, 3_800) + unread,
                typed,
                isMoney && number != null && number.scale() > 2 ? null : number,
                isMoney && CURRENCIES.contains(plain(currency, 3)) ? plain(currency, 3) : null,
                countOfWomen,
                countOfMen,
                countOfOthers,
                countNotStated,
                photograph == null ? null : TextParser.id(photograph).orElse(null));
    }

    private static @Nullable Integer count(@Nullable String typed, CountryNumbers numbers, StringBuilder unread) {
        String text = plain(typed, 40);
        Optional<Integer> count = numbers.read(text)
                .filter(number -> number.stripTrailingZeros().scale() <= 0)
                .filter(number -> number.compareTo(BigDecimal.valueOf(MOST_PEOPLE)) <= 0)
                .map(BigDecimal::intValue);
        if (count.isEmpty() && !text.isEmpty()) {
            unread.append(" [").append(text).append(']');
        }
        return count.orElse(null);
    }

    private static String plain(@Nullable String text, int most) {
        return Objects.requireNonNullElse(text, "")
                .replace("\0", "")
                .replace("\r\n", "\n")
                .strip()
                .codePoints()
                .limit(most)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    /** What a partner tells. */
    public enum PartnerEntryKind {
        /** An activity: a realisation once accepted. */
        HAPPENED,
        /** A number of the partner's own. */
        FIGURES,
        /** An expense, with its photograph: recorded as such once accepted. */
        SPENT,
        /** A question: accepted with its answer. */
        QUESTION;

        /** The message key of its name. */
        public String key() {
            return "fieldwork.kind." + name();
        }
    }

    /** Why an accepted entry does not count for the partner. */
    public enum EntryStanding {
        /** Its expense waits for the accountant. */
        PENDING(Tone.ACTIVE),
        /** The accountant asks us about its expense. */
        QUESTIONED(Tone.WARN),
        /** Its expense was deleted, or its activity withdrawn. */
        GONE(Tone.WARN);

        private final Tone tone;

        EntryStanding(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }
    }

    /** Where an entry stands. */
    public enum PartnerEntryState {
        /** Written by us from a message; the partner corrects it on its page. */
        DRAFT(Tone.AHEAD),
        /** It waits for us. */
        WAITING(Tone.ACTIVE),
        /** The partner sees our comment, and corrects it. */
        RETURNED(Tone.WARN),
        ACCEPTED(Tone.OK);

        private final Tone tone;

        PartnerEntryState(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** Whether the partner has to correct it. */
        public boolean isWithPartner() {
            return this == DRAFT || this == RETURNED;
        }

        /** The message key of its name. */
        public String key() {
            return "fieldwork.state." + name();
        }
    }
}
