package org.convergence.platform.mail.domain;

import jakarta.annotation.PreDestroy;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.BackgroundWork;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.mail.MailPermissions;
import org.convergence.platform.mail.domain.LetterComposer.LetterParts;
import org.convergence.platform.mail.domain.OutgoingLetterRepository.OutgoingLetter;
import org.convergence.platform.mail.domain.OutgoingLetterRepository.ReservedLetter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * Sends the due letters of the outbox, in one round at a time, over a connection that stays open between rounds. A
 * letter sent twice because its outcome was lost has the same Message-ID.
 */
@Service
public class LetterSender {

    private static final Logger LOG = LoggerFactory.getLogger(LetterSender.class);

    private static final Duration LONGEST_END = Duration.ofSeconds(30);
    private static final int JUDGED_PER_ROUND = 100;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final OutgoingLetterRepository letters;
    private final LetterComposer composer;
    private final @Nullable SmtpAddress address;
    private final @Nullable SmtpConnection connection;
    private final SendingPace pace;
    private final SendingQuota quota;
    private final MailThreads threads = new MailThreads();
    private final AtomicBoolean isRequested = new AtomicBoolean();
    private final ReentrantLock round = new ReentrantLock();
    private volatile boolean stopped;
    private volatile UUID lastJudged = BEFORE_ALL;

    LetterSender(
            OutgoingLetterRepository letters,
            LetterComposer composer,
            @Value("${CONVERGENCE_SMTP_URL:}") String url,
            @Value("${CONVERGENCE_MAIL_FROM:}") String from,
            SendingLimitSettings limits) {
        this.letters = letters;
        this.composer = composer;
        SmtpAddress server = url.isEmpty() ? null : SmtpAddress.parse(url);
        this.address = server;
        this.connection = server == null ? null : new SmtpConnection(server);
        if (server != null && from.isEmpty()) {
            throw new IllegalStateException(
                    "CONVERGENCE_SMTP_URL needs CONVERGENCE_MAIL_FROM, the address that mail comes from");
        }
        this.pace = new SendingPace(limits.perMinute());
        this.quota = new SendingQuota(limits);
    }

    /** Whether a mail server is set. */
    @Open("reveals no secret")
    public boolean isConfigured() {
        return address != null;
    }

    /** How long this node sends more slowly, as the server asked; {@code null} while it sends as usual. */
    @Nullable
    Duration slowFor() {
        return pace.slowFor();
    }

    /** The most letters that this node sends in a minute now; 0 for no limit. */
    int perMinute() {
        return pace.perMinute();
    }

    /**
     * Sends all due letters; stops at the first failure of the connection itself. If a round is running in another
     * thread, that thread starts another one after it, and this call returns at once.
     */
    void sendDue() {
        SmtpConnection open = connection;
        if (open == null) {
            return;
        }
        isRequested.set(true);
        while (isRequested.get() && !stopped && round.tryLock()) {
            try {
                isRequested.set(false);
                open.closeIfIdle();
                letters.recoverInterrupted();
                if (quota.countsDays()) {
                    quota.begin(letters.countSent(JdbcSendingLimits.DAY));
                }
                new SendingRound(letters, composer, open, pace, quota, threads, () -> stopped).run();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return;
            } finally {
                round.unlock();
            }
        }
    }

    /**
     * Without a server, withholds the letters that time or a change has made untrue, which sending does otherwise: a
     * hundred a round, in turn, since judging one costs queries.
     */
    void withholdUntrue() {
        if (connection == null) {
            List<ReservedLetter> queued = letters.findQueued(lastJudged, JUDGED_PER_ROUND);
            lastJudged = queued.size() < JUDGED_PER_ROUND
                    ? BEFORE_ALL
                    : queued.get(queued.size() - 1).id();
            withhold(queued);
        }
    }

    /** Withholds the letters about these subjects that are no longer true. Runs in the caller's transaction. */
    void withholdUntrue(Collection<UUID> subjects) {
        CurrentActor.runAs(MailThreads.ACTOR, () -> withhold(letters.lockQueued(subjects)));
    }

    private void withhold(List<ReservedLetter> queued) {
        queued.forEach(letter -> {
            try {
                composer.withholdingReason(letter).ifPresent(reason -> letters.withhold(letter, reason));
            } catch (NotFound gone) {
                // The round that sends tells what is wrong with this letter; the others are judged all the same.
                LOG.warn("A waiting letter cannot be judged: {}", letter.id());
            }
        });
    }

    /** Ends the running round after the letters being sent. */
    @PreDestroy
    void close() {
        stopped = true;
        boolean ended = false;
        try {
            ended = round.tryLock(LONGEST_END.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (connection != null) {
            connection.close();
        }
        threads.close();
        if (ended) {
            round.unlock();
        }
    }

    /** Sends a letter to test the connection, and gives the result. */
    @Requires(MailPermissions.KEEP)
    public MailDiagnosis sendTest(String to, String subject, String text) {
        SmtpAddress server = address;
        if (server == null) {
            return MailDiagnosis.NOT_SET;
        }
        SmtpConnection trial = new SmtpConnection(server);
        try {
            OutgoingLetter letter = new OutgoingLetter(Ids.next(), to, subject, text, null, null, 1);
            return trial.send(composer.compose(trial.session(), letter, LetterParts.NONE))
                    .diagnosis();
        } catch (MessagingException problem) {
            return MailDiagnosis.of(problem);
        } finally {
            trial.close();
        }
    }

    /** The two threads that complete letters beside the one that sends. They end when idle. */
    static final class MailThreads implements AutoCloseable {

        /** The actor of the work. */
        static final Actor ACTOR = Actor.system("mail");

        private final ThreadPoolExecutor pool =
                new ThreadPoolExecutor(2, 2, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "mail-prepare");
                    thread.setDaemon(true);
                    return thread;
                });

        MailThreads() {
            pool.allowCoreThreadTimeOut(true);
        }

        /** Completes a letter. */
        <T> Future<T> prepare(Callable<T> work) {
            FutureTask<T> task = new FutureTask<>(() -> CurrentActor.callAs(ACTOR, work::call));
            pool.execute(() -> BackgroundWork.run(task));
            return task;
        }

        @Override
        public void close() {
            pool.shutdownNow();
        }
    }
}
