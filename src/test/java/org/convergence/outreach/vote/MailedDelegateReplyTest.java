package org.convergence.outreach.vote;

import static org.assertj.core.api.Assertions.assertThat;

import org.convergence.plan.mailbox.domain.MailboxServerFixture;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A delegate answers the notice of an assembly by mail. */
@ModuleTest
class MailedDelegateReplyTest extends MandateLetterFixture {

    @Autowired
    private MailboxServerFixture mailbox;

    @BeforeEach
    void start() {
        mailbox.start();
    }

    @AfterEach
    void stop() {
        mailbox.stop();
    }

    @Test
    void notesTheFirstWordOfTheDelegateAndOfNobodyElse() {
        name(ask(), "Ana Ruiz", "ana@vents.example");
        assertThat(convene()).hasStatus(303);
        assertThat(db.sql("SELECT body FROM platform.mail_message WHERE recipient = 'ana@vents.example'")
                        .query(String.class)
                        .single()
                        .replace('\u00a0', ' '))
                .contains("commencez par « oui » ou « non »");
        String address = board.callAs(() -> completer("vote_mandate").complete(named("Ana Ruiz")))
                .getOrDefault(BodyCompleter.REPLY_TO, "");
        reply("autre@ailleurs.example", address, "Non");
        assertThat(answer()).isEqualTo("none");
        reply("ana@vents.example", address, "Oui, avec plaisir");
        assertThat(answer()).isEqualTo("COMING Oui, avec plaisir");
        reply("ana@vents.example", address, "non");
        assertThat(answer()).isEqualTo("NOT_COMING ");
        assertThat(mailbox.countStrangers())
                .as("without an address of the organisation, the first one waits in the mailbox")
                .isOne();
    }

    private void reply(String from, String to, String text) {
        mailbox.deliver(
                clock.instant(),
                "From: <" + from + ">",
                "To: " + to,
                "Subject: Re: Assemblée",
                "Content-Type: text/plain; charset=UTF-8",
                "",
                text,
                "",
                "> Serez-vous là?");
        mailbox.read();
    }

    private String answer() {
        return db.sql("SELECT coalesce(answer || ' ' || words, 'none') FROM outreach.vote_named WHERE id = ?")
                .param(named("Ana Ruiz"))
                .query(String.class)
                .single();
    }
}
