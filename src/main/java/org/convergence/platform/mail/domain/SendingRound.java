package org.convergence.platform.mail.domain;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.convergence.platform.mail.domain.LetterComposer.LetterParts;
import org.convergence.platform.mail.domain.LetterSender.MailThreads;
import org.convergence.platform.mail.domain.OutgoingLetterRepository.OutgoingLetter;
import org.convergence.platform.mail.domain.OutgoingLetterRepository.ReservedLetter;
import org.convergence.platform.mail.domain.OutgoingLetterRepository.SendingOutcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the due letters one by one over one connection, while others are completed beside. One statement records that a
 * letter was sent and claims the next one, so that one letter is in doubt if the process dies.
 */
final class SendingRound {

    /** As many letters may be in doubt if the database server crashes. */
    static final int MOST_RESERVED = 32;

    private static final int PREPARED = 6;
    private static final int LONGEST_MINUTES = 2;
    private static final long FRESH_NANOS =
            OutgoingLetterRepository.RESERVED.minus(Duration.ofSeconds(1)).toNanos();

    private static final Logger LOG = LoggerFactory.getLogger(SendingRound.class);

    private final OutgoingLetterRepository letters;
    private final LetterComposer composer;
    private final SmtpConnection connection;
    private final SendingPace pace;
    private final SendingQuota quota;
    private final MailThreads threads;
    private final BooleanSupplier isStopped;

    private final Deque<ReservedLetter> reserved = new ArrayDeque<>();
    private final Map<UUID, Future<LetterParts>> parts = new HashMap<>();
    private @Nullable SendingOutcome unrecorded;
    private long reservedAt;
    private int most = MOST_RESERVED / 8;

    SendingRound(
            OutgoingLetterRepository letters,
            LetterComposer composer,
            SmtpConnection connection,
            SendingPace pace,
            SendingQuota quota,
            MailThreads threads,
            BooleanSupplier isStopped) {
        this.letters = letters;
        this.composer = composer;
        this.connection = connection;
        this.pace = pace;
        this.quota = quota;
        this.threads = threads;
        this.isStopped = isStopped;
    }

    /** Sends until no letter is due, the connection fails, or the application stops. */
    void run() throws InterruptedException {
        boolean ended = false;
        try {
            while (!ended && refill() && awaitNext()) {
                ReservedLetter next = reserved.remove();
                Future<LetterParts> prepared = Objects.requireNonNull(parts.remove(next.id()));
                Optional<OutgoingLetter> claimed =
                        withholdUnlessMeant(next, prepared) ? recordAndClaim(next) : Optional.empty();
                if (claimed.isPresent()) {
                    SendingResult result = send(claimed.get(), prepared);
                    unrecorded = new SendingOutcome(claimed.get(), result);
                    ended = result.endsRound();
                }
            }
        } finally {
            // What left must not leave again because the next letter cannot be claimed.
            recordAndClaim(null);
            release();
        }
    }

    /**
     * Reserves letters if none is left, or if the reservation is over: more at a time while they leave in time. Begins to
     * complete the next ones. Gives whether there is a letter.
     */
    private boolean refill() {
        if (!reserved.isEmpty() && System.nanoTime() - reservedAt > FRESH_NANOS) {
            release();
            most = Math.max(1, most / 4);
        }
        boolean held = reserved.isEmpty();
        while (held) {
            held = reserve();
        }
        reserved.stream().limit(PREPARED).forEach(each -> parts.computeIfAbsent(each.id(), id -> prepare(each)));
        return !reserved.isEmpty();
    }

    /** Reserves letters; those over a limit go back to the queue. Gives whether all of them did. */
    private boolean reserve() {
        reservedAt = System.nanoTime();
        List<ReservedLetter> over = new ArrayList<>();
        for (ReservedLetter each : letters.reserve(most, quota.isDayFull(), quota.fullDomains())) {
            (quota.admits(each) ? reserved : over).add(each);
        }
        most = Math.min(MOST_RESERVED, most * 2);
        if (!over.isEmpty()) {
            letters.release(over);
        }
        return reserved.isEmpty() && !over.isEmpty();
    }

    private Future<LetterParts> prepare(ReservedLetter letter) {
        return LetterComposer.needsParts(letter)
                ? threads.prepare(() -> composer.prepare(letter))
                : CompletableFuture.completedFuture(LetterParts.NONE);
    }

    /**
     * Waits until the next letter is complete and may leave; the letter before is recorded first. Gives false if the
     * application stops.
     */
    private boolean awaitNext() throws InterruptedException {
        Future<LetterParts> prepared =
                Objects.requireNonNull(parts.get(reserved.element().id()));
        boolean paced = pace.tryNext();
        if (!paced || !prepared.isDone()) {
            recordAndClaim(null);
            if (!paced) {
                pace.awaitNext(isStopped);
            }
            awaitParts(prepared);
        }
        return !isStopped.getAsBoolean();
    }

    /** Whether the letter's owner still means it; if not, it is withheld. */
    private boolean withholdUnlessMeant(ReservedLetter next, Future<LetterParts> prepared) throws InterruptedException {
        String reason = awaitParts(prepared).withheld();
        if (reason != null) {
            letters.withhold(next, reason);
        }
        return reason == null;
    }

    private static LetterParts awaitParts(Future<LetterParts> prepared) throws InterruptedException {
        try {
            return get(prepared);
        } catch (RuntimeException failed) {
            LOG.debug("A letter could not be completed: its sending fails");
            return LetterParts.NONE;
        }
    }

    private Optional<OutgoingLetter> recordAndClaim(@Nullable ReservedLetter next) {
        Optional<OutgoingLetter> claimed = letters.recordAndClaim(unrecorded, next);
        unrecorded = null;
        return claimed;
    }

    private SendingResult send(OutgoingLetter letter, Future<LetterParts> prepared) throws InterruptedException {
        SendingResult result;
        try {
            result = connection.send(composer.compose(connection.session(), letter, get(prepared)));
        } catch (MessagingException | RuntimeException problem) {
            // A fault of one letter, such as a missing subject, must not hold up the others.
            result = SendingResult.ofFaultyLetter();
        }
        if (result.diagnosis() == MailDiagnosis.QUOTA) {
            pace.slow();
        }
        if (result.kind() != SendingResult.Kind.SENT) {
            LOG.warn("Letter {} was not sent: {}", letter.id(), result.diagnosis());
        }
        return result;
    }

    private void release() {
        if (!reserved.isEmpty()) {
            letters.release(reserved);
            reserved.clear();
            parts.clear();
        }
    }

    private static <T> T get(Future<T> future) throws InterruptedException {
        try {
            return future.get(LONGEST_MINUTES, TimeUnit.MINUTES);
        } catch (TimeoutException e) {
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
