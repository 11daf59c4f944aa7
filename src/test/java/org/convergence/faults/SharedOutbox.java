package org.convergence.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.List;
import org.convergence.testing.RunningApplication;

/** The letters that several nodes send from one database. */
final class SharedOutbox {

    private final SharedServer server;
    private final SentLetters letters;

    SharedOutbox(SharedServer server, SentLetters letters) {
        this.server = server;
        this.letters = letters;
    }

    /** Inserts letters, as a mailing does. */
    void post(String name, int number) throws SQLException {
        server.execute("""
                INSERT INTO platform.mail_message (id, recipient, subject, body, purpose, posted_at, next_at)
                SELECT gen_random_uuid(), '%s' || n || '@exemple.org', 'Avis', 'Bonjour', 'test', now(), now()
                FROM generate_series(1, %d) n
                """.formatted(name, number));
    }

    /** The number of letters in flight. */
    long sending() throws SQLException {
        return server.count("platform.mail_message WHERE state = 'SENDING'");
    }

    /** The number of attempts at letters that are not sent. */
    long attempts() throws SQLException {
        return Long.parseLong(
                server.answer("SELECT coalesce(sum(attempts), 0) FROM platform.mail_message WHERE state <> 'SENT'"));
    }

    void awaitSent() {
        await().atMost(RunningApplication.PATIENCE)
                .until(() -> server.count("platform.mail_message WHERE state <> 'SENT'") == 0);
    }

    /**
     * Waits until each letter has arrived. A letter interrupted while being sent is retried after five minutes; the
     * test lets these pass.
     *
     * @param fewest the fewest letters that were interrupted
     * @param most the most letters that were interrupted
     */
    void awaitInterrupted(int fewest, int most) throws SQLException {
        await().atMost(RunningApplication.PATIENCE)
                .until(() -> server.count("platform.mail_message WHERE state = 'QUEUED'"
                                + " OR state = 'SENDING' AND next_at > now() + interval '4 minutes 57 seconds'")
                        == 0);
        assertThat(sending()).as("in flight").isBetween((long) fewest, (long) most);
        server.execute("UPDATE platform.mail_message SET next_at = now() WHERE state = 'SENDING'");
        awaitSent();
    }

    /** Each recipient has one letter; at most the letters being sent at the crash have a second copy. */
    void assertArrived(String recipients, int number, int inFlight) {
        List<String> arrived = letters.arrived(recipients);
        assertThat(arrived.stream().distinct()).as("letters").hasSize(number);
        assertThat(arrived).as("copies").hasSizeLessThanOrEqualTo(number + inFlight);
    }
}
