package org.convergence.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts SQL statements, in this process and its threads. */
public final class StatementCounter {

    private StatementCounter() {}

    /** The number of statements of a task. */
    public static int count(Runnable work) {
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
                .filter(event -> event.getFormattedMessage().startsWith("Executing prepared SQL statement")
                        || event.getFormattedMessage().startsWith("Executing SQL"))
                .count();
    }
}
