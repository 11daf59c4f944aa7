package org.convergence.platform.mail.domain;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.convergence.platform.mail.domain.LetterComposer.LetterParts;
import org.convergence.platform.mail.domain.OutgoingLetterRepository.OutgoingLetter;
import org.convergence.platform.mail.domain.OutgoingLetterRepository.ReservedLetter;
import org.convergence.platform.mail.domain.OutgoingLetterRepository.SendingOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the due letters over one connection. While one group of letters is being sent, a second thread records the
 * outcomes of the group before and claims the group after, and others complete the letters behind: each letter
 * waits for
 * the slowest of the three, not for their sum. At most two groups are in doubt if the process dies.
 */
final class SendingRound {

    /** Letters sent one by one at first: most rounds are short, and then at most two letters are ever in doubt. */
    static final int SINGLE = 300;

    /**
     * Letters of a group afterwards: a disk needs about as long to confirm one change as a fast server for three
     * letters.
     */
    static final int GROUP = 4;

    private static final int MOST_RESERVED = 64;
    private static final int PREPARED = 6;
    private static final int LONGEST_MINUTES = 2;
    private static final long FRESH_NANOS =
            OutgoingLetterRepository.RESERVED.minus(Duration.ofSeconds(1)).toNanos();

    private static final Logger LOG = LoggerFactory.getLogger(SendingRound.class);

    private final OutgoingLetterRepository letters;
    private final LetterComposer composer;
    private final SmtpConnection connection;
    private final SendingPace pace;
    private final MailThreads threads;
    private final BooleanSupplier isStopped;

    private final Deque<ReservedLetter> reserved = new ArrayDeque<>();
    private final Map<UUID, Future<LetterParts>> parts = new HashMap<>();
    private long reservedAt;
    private int most = MOST_RESERVED / 8;
    private int claims;

    SendingRound(
            OutgoingLetterRepository letters,
            LetterComposer composer,
            SmtpConnection connection,
            SendingPace pace,
            MailThreads threads,
            BooleanSupplier isStopped) {
        this.letters = letters;
        this.composer = composer;
        this.connection = connection;
        this.pace = pace;
        this.threads = threads;
        this.isStopped = isStopped;
    }

    /** A claimed letter, and the parts that complete it. */
    private record ClaimedLetter(OutgoingLetter letter, Future<LetterParts> parts) {}

    /** Sends until no letter is due, the connection fails, or the application stops. */
    void run() throws InterruptedException {
        List<SendingOutcome> unrecorded = List.of();
        try {
            List<ClaimedLetter> current = get(threads.record(() -> advance(List.of())));
            while (!current.isEmpty()) {
                List<SendingOutcome> before = unrecorded;
                Future<List<ClaimedLetter>> next = threads.record(() -> advance(before));
                unrecorded = send(current);
                try {
                    current = get(next);
                } catch (RuntimeException failed) {
                    // What left before must not leave again because the next letter cannot be claimed.
                    unrecorded =
                            Stream.concat(before.stream(), unrecorded.stream()).toList();
                    throw failed;
                }
                if (unrecorded.stream().anyMatch(each -> each.result().endsRound()) || isStopped.getAsBoolean()) {
                    unrecorded = new ArrayList<>(unrecorded);
                    for (ClaimedLetter untried : current) {
                        unrecorded.add(new SendingOutcome(untried.letter(), SendingResult.UNTRIED));
                    }
                    return;
                }
            }
        } finally {
            if (!unrecorded.isEmpty()) {
                letters.recordAndClaim(unrecorded, List.of());
            }
        }
    }

    private List<SendingOutcome> send(List<ClaimedLetter> group) throws InterruptedException {
        List<SendingOutcome> outcomes = new ArrayList<>();
        boolean ended = false;
        for (ClaimedLetter each : group) {
            SendingResult result = ended ? SendingResult.UNTRIED : send(each);
            ended |= result.endsRound();
            outcomes.add(new SendingOutcome(each.letter(), result));
        }
        return outcomes;
    }

    private SendingResult send(ClaimedLetter claimed) throws InterruptedException {
        SendingResult result;
        try {
            result = connection.send(composer.compose(connection.session(), claimed.letter(), get(claimed.parts())));
        } catch (MessagingException | RuntimeException problem) {
            // A fault of one letter, such as a missing subject, must not hold up the others.
            result = SendingResult.ofFaultyLetter();
        }
        if (result.kind() != SendingResult.Kind.SENT) {
            LOG.warn("Letter {} was not sent: {}", claimed.letter().id(), result.diagnosis());
        }
        return result;
    }

    /** Records outcomes and claims the next group; records first where the next letter has to wait. */
    private List<ClaimedLetter> advance(Collection<SendingOutcome> outcomes) throws InterruptedException {
        Collection<SendingOutcome> unrecorded = outcomes;
        List<ClaimedLetter> claimed = List.of();
        while (claimed.isEmpty() && refill()) {
            boolean paced = pace.tryNext();
            if (!paced || !isReady(reserved.element())) {
                letters.recordAndClaim(unrecorded, List.of());
                unrecorded = List.of();
                if (!paced) {
                    pace.awaitNext(isStopped);
                }
                await(reserved.element());
            }
            claimed = claim(unrecorded);
            unrecorded = List.of();
        }
        letters.recordAndClaim(unrecorded, List.of());
        return claimed;
    }

    private List<ClaimedLetter> claim(Collection<SendingOutcome> unrecorded) {
        Map<UUID, Future<LetterParts>> ready = new HashMap<>();
        List<ReservedLetter> group = new ArrayList<>();
        do {
            ReservedLetter letter = reserved.remove();
            group.add(letter);
            Future<LetterParts> prepared = parts.remove(letter.id());
            ready.put(letter.id(), prepared == null ? MailThreads.done(LetterParts.NONE) : prepared);
        } while (group.size() < (claims < SINGLE ? 1 : GROUP)
                && !reserved.isEmpty()
                && isReady(reserved.element())
                && pace.tryNext());
        List<ClaimedLetter> mine = new ArrayList<>();
        for (OutgoingLetter letter : letters.recordAndClaim(unrecorded, group)) {
            mine.add(new ClaimedLetter(letter, Objects.requireNonNull(ready.get(letter.id()))));
        }
        claims += mine.size();
        return mine;
    }

    /**
     * Reserves letters if none is left, or if the reservation is over: more at a time while they leave in time. Gives
     * whether there is a letter.
     */
    private boolean refill() {
        if (!reserved.isEmpty() && System.nanoTime() - reservedAt > FRESH_NANOS) {
            reserved.clear();
            parts.clear();
            most = Math.max(1, most / 4);
        }
        if (reserved.isEmpty() && !isStopped.getAsBoolean()) {
            reservedAt = System.nanoTime();
            reserved.addAll(letters.reserve(most));
            most = Math.min(MOST_RESERVED, most * 2);
        }
        reserved.stream()
                .limit(PREPARED)
                .filter(LetterComposer::needsParts)
                .forEach(each -> parts.computeIfAbsent(each.id(), id -> threads.prepare(() -> composer.prepare(each))));
        return !reserved.isEmpty();
    }

    private boolean isReady(ReservedLetter letter) {
        Future<LetterParts> prepared = parts.get(letter.id());
        return prepared == null ? !LetterComposer.needsParts(letter) : prepared.isDone();
    }

    /** Waits until a letter is complete; a failure is met again when it is sent. */
    private void await(ReservedLetter letter) throws InterruptedException {
        Future<LetterParts> prepared = parts.get(letter.id());
        if (prepared != null) {
            try {
                get(prepared);
            } catch (RuntimeException failed) {
                LOG.debug("A letter could not be completed");
            }
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
