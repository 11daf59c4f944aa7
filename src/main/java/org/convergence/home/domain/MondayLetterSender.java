package org.convergence.home.domain;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.convergence.identity.AccountActors;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Posts the Monday mail: one letter per person and week, in one transaction with its record. Its content is written at
 * sending ({@link MondayLetterCompleter}), so that nothing of it is stored in the outbox.
 */
@Component
class MondayLetterSender {

    static final String PURPOSE = "home_monday";

    private final TodayQueries reading;
    private final AccountActors accounts;
    private final RecipientWords recipientWords;
    private final Outbox outbox;
    private final JdbcClient db;

    MondayLetterSender(
            TodayQueries reading, AccountActors accounts, RecipientWords recipientWords, Outbox outbox, JdbcClient db) {
        this.reading = reading;
        this.accounts = accounts;
        this.recipientWords = recipientWords;
        this.outbox = outbox;
        this.db = db;
    }

    /** The accounts to which the letter of a week was posted. */
    Set<UUID> findPostedAccounts(LocalDate monday) {
        return new HashSet<>(db.sql("SELECT account FROM home.monday_letter WHERE monday = ?")
                .param(monday)
                .query(UUID.class)
                .list());
    }

    /** Whether the user's home page has anything to do. */
    boolean isBusy(Actor actor) {
        return !today(reading, actor, recipientWords.forLanguage(actor.language()))
                .isCalm();
    }

    /** The user's home page of today. */
    static Today today(TodayQueries reading, Actor actor, Words t) {
        return CurrentActor.callAs(actor, () -> reading.today(false, t));
    }

    /** Posts the letter once; a second node waits and then does nothing. */
    @Transactional
    void post(Actor actor, LocalDate monday) {
        int first = db.sql("INSERT INTO home.monday_letter (account, monday) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(actor.id(), monday)
                .update();
        if (first == 1) {
            accounts.findMail(actor.id()).ifPresent(mail -> outbox.post(letter(actor, mail, monday)));
        }
    }

    private Letter letter(Actor actor, String mail, LocalDate monday) {
        Words t = recipientWords.forLanguage(actor.language());
        return new Letter(
                mail,
                t.say("home.monday.subject", t.date(monday)),
                "[[week]]\n\n" + t.say("home.monday.stop") + "\n[[stop]]",
                PURPOSE,
                new Letter.Completion(PURPOSE, actor.id()),
                "[[stop]]");
    }
}
