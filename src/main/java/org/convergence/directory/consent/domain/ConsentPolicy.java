package org.convergence.directory.consent.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.convergence.directory.consent.Basis;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.ConsentDecision;
import org.convergence.directory.consent.ConsentDecision.ConsentReason;
import org.convergence.directory.consent.Ground;
import org.convergence.directory.consent.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a person may be written to (R-CASL-1…18, R-L25-8, R-L25-9). Where the law is ambiguous, the safer
 * reading.
 */
final class ConsentPolicy {

    private ConsentPolicy() {}

    /**
     * The question.
     *
     * @param on the day of the message
     */
    record ConsentQuestion(ConsentChannel channel, Purpose purpose, LocalDate on) {}

    /**
     * The last day of a basis (R-CASL-8): the day before two years, for an inquiry six months, after its start or end;
     * {@code null} where it has no end.
     */
    static @Nullable LocalDate lastDay(Basis basis, LocalDate since, @Nullable LocalDate ended) {
        return switch (basis) {
            case EXPRESS, PUBLISHED, DISCLOSED, FOREIGN, EXEMPT, UNKNOWN -> null;
            case MEMBER, CONTRACT -> ended == null ? null : twoYears(ended);
            case PURCHASE -> twoYears(ended == null ? since : ended);
            case DONATION, VOLUNTEERING, ATTENDANCE -> twoYears(since);
            case INQUIRY -> since.plusMonths(6).minusDays(1);
            case REFERRAL -> since;
        };
    }

    private static LocalDate twoYears(LocalDate from) {
        return from.plusYears(2).minusDays(1);
    }

    /**
     * The answer.
     *
     * @param charitySince the charity registration day; {@code null} for no charity
     */
    static ConsentDecision answer(
            ConsentQuestion asked,
            Collection<Ground> grounds,
            Collection<Withdrawal> withdrawals,
            @Nullable LocalDate charitySince) {
        switch (asked.purpose().nature()) {
            case EXEMPT -> {
                return new ConsentDecision(true, ConsentReason.EXEMPT, null, null, false);
            }
            case SERVICE -> {
                return new ConsentDecision(true, ConsentReason.SERVICE, null, null, true);
            }
            default -> {
                // The person's choice.
            }
        }
        List<Ground> about =
                grounds.stream().filter(each -> concerns(each, asked)).toList();
        Optional<Withdrawal> last = withdrawals.stream()
                .filter(each -> concerns(each, asked))
                .max(Comparator.comparing(Withdrawal::day).thenComparing(Withdrawal::at));
        Optional<Ground> best = about.stream()
                .filter(each -> serves(each, asked.purpose()))
                .filter(each -> isOpen(each, asked.on(), charitySince))
                .filter(each -> last.isEmpty() || reopens(each, last.get()))
                .max(Comparator.comparing((Ground each) -> each.basis() == Basis.EXPRESS)
                        .thenComparing(each -> lastDayOf(each)));
        return best.map(ground -> new ConsentDecision(
                        true,
                        ConsentReason.BASIS,
                        ground.basis(),
                        lastDay(ground),
                        ground.basis() != Basis.EXEMPT && ground.basis() != Basis.FOREIGN))
                .orElseGet(() -> refusal(asked, about, last.isPresent(), charitySince));
    }

    private static ConsentDecision refusal(
            ConsentQuestion asked, List<Ground> about, boolean withdrawn, @Nullable LocalDate charitySince) {
        if (withdrawn) {
            return no(ConsentReason.WITHDRAWN, null, null);
        }
        if (asked.purpose().nature() == Purpose.PurposeNature.PROSPECTION) {
            return no(ConsentReason.OWN_CONSENT, null, null);
        }
        Optional<Ground> over = about.stream()
                .filter(each -> lastDay(each) != null)
                .filter(each -> !closedToUs(each, charitySince))
                .max(Comparator.comparing(each -> lastDayOf(each)));
        if (over.isPresent()) {
            return no(ConsentReason.EXPIRED, over.get().basis(), lastDay(over.get()));
        }
        if (about.stream().anyMatch(each -> closedToUs(each, charitySince))) {
            return no(ConsentReason.CHARITY, null, null);
        }
        boolean unknown = about.stream().anyMatch(each -> each.basis() == Basis.UNKNOWN);
        return unknown ? no(ConsentReason.UNKNOWN, Basis.UNKNOWN, null) : no(ConsentReason.NOTHING, null, null);
    }

    private static ConsentDecision no(ConsentReason reason, @Nullable Basis basis, @Nullable LocalDate until) {
        return new ConsentDecision(false, reason, basis, until, true);
    }

    private static boolean concerns(Ground ground, ConsentQuestion asked) {
        return (ground.channel() == null || ground.channel() == asked.channel())
                && (ground.purpose() == null || ground.purpose() == asked.purpose())
                && !ground.since().isAfter(asked.on());
    }

    private static boolean concerns(Withdrawal withdrawal, ConsentQuestion asked) {
        return (withdrawal.channel() == null || withdrawal.channel() == asked.channel())
                && (withdrawal.purpose() == null || withdrawal.purpose() == asked.purpose())
                && !withdrawal.day().isAfter(asked.on());
    }

    /** An express consent serves one purpose (R-L25-8); an appeal needs its own (R-L25-9). */
    private static boolean serves(Ground ground, Purpose purpose) {
        return switch (ground.basis()) {
            case EXPRESS -> ground.purpose() == purpose;
            case UNKNOWN -> false;
            default -> purpose.nature() != Purpose.PurposeNature.PROSPECTION;
        };
    }

    private static boolean isOpen(Ground ground, LocalDate on, @Nullable LocalDate charitySince) {
        LocalDate until = lastDay(ground);
        return (until == null || !on.isAfter(until)) && !closedToUs(ground, charitySince);
    }

    private static boolean closedToUs(Ground ground, @Nullable LocalDate charitySince) {
        return ground.basis().needsCharity()
                && (charitySince == null || ground.since().isBefore(charitySince));
    }

    /** Only an express consent later than the withdrawal reopens (R-CASL-12). */
    private static boolean reopens(Ground ground, Withdrawal last) {
        if (ground.basis() != Basis.EXPRESS || ground.since().isBefore(last.day())) {
            return false;
        }
        Instant at = ground.at();
        return ground.since().isAfter(last.day()) || (at != null && at.isAfter(last.at()));
    }

    private static LocalDate lastDayOf(Ground ground) {
        return Objects.requireNonNullElse(lastDay(ground), LocalDate.MAX);
    }

    /** Of a representative, the last day of the function (R-CASL-14). */
    private static @Nullable LocalDate lastDay(Ground ground) {
        return ground.basis() == Basis.EXEMPT && ground.ended() != null
                ? ground.ended()
                : lastDay(ground.basis(), ground.since(), ground.ended());
    }
}
