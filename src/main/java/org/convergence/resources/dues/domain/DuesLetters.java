package org.convergence.resources.dues.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.Speaking;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.InvoiceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The letters of a call: the invoice, and its reminders. What is still owed and the paper itself are put in when a letter
 * leaves, so that a reminder never asks for what was paid meanwhile. They go on after an unsubscription: they tell of a
 * membership that stands (R-CASL-11c, R-CASL-13).
 */
@Component
class DuesLetters {

    private final Outbox outbox;
    private final Speaking speaking;
    private final OrganisationSettings settings;
    private final Clock clock;
    private final JdbcClient db;

    DuesLetters(Outbox outbox, Speaking speaking, OrganisationSettings settings, Clock clock, JdbcClient db) {
        this.outbox = outbox;
        this.speaking = speaking;
        this.settings = settings;
        this.clock = clock;
        this.db = db;
    }

    /**
     * Posts the letter of a round, once: by mail where there is an address, else it is among what is printed.
     *
     * @param round 0 for the invoice, else the number of its reminder
     * @return whether it goes by mail
     */
    boolean post(InvoiceId invoice, int round, CallFacts call, Reaching.Reach reach) {
        String mail = reach.byPost() ? null : reach.mail();
        int first = db.sql("""
                        INSERT INTO resources.dues_letter (invoice, round, posted_at, by_mail) VALUES (?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """)
                .params(invoice.value(), round, clock.instant().atOffset(ZoneOffset.UTC), mail != null)
                .update();
        if (first == 1 && mail != null) {
            outbox.post(letter(invoice, round, call, mail, reach.language()));
        }
        return mail != null;
    }

    /** Notes that a round is behind, without a letter from here. */
    void skip(InvoiceId invoice, int round, LocalDate on) {
        db.sql("""
                        INSERT INTO resources.dues_letter (invoice, round, posted_at, by_mail) VALUES (?, ?, ?, true)
                        ON CONFLICT DO NOTHING
                        """)
                .params(
                        invoice.value(),
                        round,
                        on.atStartOfDay(settings.current().zone()).toOffsetDateTime())
                .update();
    }

    private Letter letter(InvoiceId invoice, int round, CallFacts call, String mail, @Nullable String language) {
        Words t = speaking.to(language);
        boolean own = t.language().code().equals(settings.current().spoken().get(0));
        String written = call.letter();
        String text = round == 0 && written != null && own
                ? written
                : t.say(round == 0 ? "dues.letter.text" : "dues.letter.reminder", call.name());
        return new Letter(
                mail,
                t.say(round == 0 ? "dues.letter.subject" : "dues.letter.reminder.subject", call.name()),
                text + "\n\n" + t.say("dues.letter.facts") + "\n\n"
                        + settings.current().name(),
                round == 0 ? "dues_invoice" : "dues_reminder",
                new Letter.Completion(DuesEnclosing.NAME, invoice.value()));
    }
}
