package org.convergence.platform.mail.domain;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.BackgroundWork;
import org.convergence.platform.database.DatabaseServer;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.mail.domain.LetterSender.MailThreads;
import org.convergence.platform.text.LoggableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Starts the sender: at once after a letter is posted, since people wait for their link, and every minute for retries;
 * every ten seconds if several nodes may share the database, so that letters of a dead node leave soon.
 */
@Component
class LetterSendingSchedule implements RecurringWork {

    private static final Logger LOG = LoggerFactory.getLogger(LetterSendingSchedule.class);

    private final LetterSender letterSender;
    private final DatabaseServer server;

    /** One round at a time, plus one if letters were posted meanwhile; the idle thread ends. */
    private final ThreadPoolExecutor rounds = new ThreadPoolExecutor(
            1,
            1,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(1),
            work -> new Thread(work, "mail"),
            new ThreadPoolExecutor.DiscardPolicy());

    LetterSendingSchedule(LetterSender letterSender, DatabaseServer server) {
        this.letterSender = letterSender;
        this.server = server;
        rounds.allowCoreThreadTimeOut(true);
    }

    @Override
    public String name() {
        return "mail-round";
    }

    @Override
    public String cron() {
        return server.isEmbedded() ? "20 * * * * *" : "*/10 * * * * *";
    }

    @Override
    public void run() {
        runAsMail(letterSender::withholdUntrue);
        runAsMail(letterSender::sendDue);
    }

    private static void runAsMail(Runnable work) {
        BackgroundWork.run(() -> CurrentActor.runAs(MailThreads.ACTOR, work));
    }

    @TransactionalEventListener
    void posted(JdbcOutbox.LetterPosted letter) {
        rounds.execute(() -> {
            try {
                runAsMail(letterSender::sendDue);
            } catch (RuntimeException failed) {
                LOG.error("A mail round failed; the next one starts within a minute", LoggableException.of(failed));
            }
        });
    }

    @PreDestroy
    void stop() {
        letterSender.close();
        rounds.shutdown();
    }
}
