package org.convergence.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts the SQL statements of a task: of its own thread, and of those that serve its requests, but of no background job. */
public final class StatementCounter {

    private StatementCounter() {}

    /** The number of statements of a task. */
    public static int count(Runnable work) {
        String own = Thread.currentThread().getName();
        Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        Level before = logger.getLevel();
        boolean additive = logger.isAdditive();
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        heard.start();
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        logger.addAppender(heard);
        try {
            work.run();
        } finally {
            logger.detachAppender(heard);
            logger.setLevel(before);
            logger.setAdditive(additive);
        }
        return (int) heard.list.stream()
                .filter(event -> event.getThreadName().equals(own)
                        || event.getThreadName().contains("-exec-"))
                .filter(event -> event.getFormattedMessage().startsWith("Executing prepared SQL statement")
                        || event.getFormattedMessage().startsWith("Executing SQL"))
                .count();
    }
}
