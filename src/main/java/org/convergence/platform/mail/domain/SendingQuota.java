package org.convergence.platform.mail.domain;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.convergence.platform.mail.domain.OutgoingLetterRepository.ReservedLetter;

/**
 * Decides which letters may leave now: so many in 24 hours, and so many to one domain in a minute (R-MAIL-5). The others
 * stay in the queue. A letter that a person at a screen waits for counts, and always leaves.
 */
final class SendingQuota {

    private final int perDay;
    private final int perDomain;
    private final Map<String, Bucket> domains = new HashMap<>();
    private int sent;

    SendingQuota(SendingLimitSettings limits) {
        this.perDay = limits.perDay();
        this.perDomain = limits.perDomain();
    }

    /** Whether {@link #begin} needs the number of letters. */
    boolean countsDays() {
        return perDay > 0;
    }

    /** Begins a round, after so many letters in the last 24 hours. */
    void begin(int sentWithinDay) {
        sent = sentWithinDay;
    }

    /** Whether only letters that a person waits for may leave. */
    boolean isDayFull() {
        return perDay > 0 && sent >= perDay;
    }

    /** The domains that must wait. A domain that got none for a minute is forgotten. */
    Set<String> fullDomains() {
        domains.values().removeIf(each -> each.getAvailableTokens() >= perDomain);
        return domains.entrySet().stream()
                .filter(each -> each.getValue().getAvailableTokens() == 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Whether a letter may leave now; counts it if so. */
    boolean admits(ReservedLetter letter) {
        boolean admitted = letter.isAwaited() || (!isDayFull() && isDomainOpen(letter.to()));
        if (admitted) {
            sent++;
        }
        return admitted;
    }

    private boolean isDomainOpen(String address) {
        return perDomain == 0
                || domains.computeIfAbsent(domain(address), name -> bucket()).tryConsume(1);
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perDomain).refillGreedy(perDomain, Duration.ofMinutes(1)))
                .build();
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }
}
