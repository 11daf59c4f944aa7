package org.convergence.platform.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The state of the last letter that regards a record.
 *
 * @param purpose what it is for, {@code module_word}; in words by {@link LetterFormatter#named}
 * @param leftOn when it left or was delivered otherwise (then the start of that day); {@code null} in every other state
 * @param reason message key or diagnosis that says why it is withheld, refused or still waiting; {@code null} for none
 * @param queued whether it leaves by itself: it waits, or was perhaps sent and is sent once more. It can be taken back
 * @param method how it was delivered otherwise; {@code null} for mail
 * @param decidedBy name of the account that delivered it otherwise or took it back; {@code null} if none did
 */
public record LetterStatus(
        UUID record,
        String purpose,
        LetterState state,
        Instant postedAt,
        @Nullable Instant leftOn,
        @Nullable String reason,
        boolean queued,
        @Nullable DeliveryMethod method,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {}
