package org.convergence.plan.mailbox.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.mail.BounceRegistry;
import org.convergence.platform.mail.MailingRecipient;
import org.convergence.platform.mail.MailingService;
import org.convergence.testing.TestTags;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Servers' answers to our letters arrive among forwarded mails, and are read by the same job. */
class ServerAnswersInMailboxTest extends MailboxFixture {

    private static final String ADDRESS = "tresorerie@syndicat-erable.example";

    @Autowired
    private BounceRegistry bounces;

    @Autowired
    private MailingService mailings;

    private UUID union = new UUID(0, 0);

    @BeforeEach
    void aLetterThatWent() {
        bounces.clear(ADDRESS);
        db.sql("DELETE FROM platform.mail_message").update();
        db.sql("""
                        INSERT INTO platform.mail_message (id, recipient, subject, body, purpose, state, posted_at, next_at)
                        VALUES ('0193a1b2-0000-7000-8000-00000000000a', ?, 'Votre cotisation', '', 'test', 'SENT', now(), now())
                        """)
                .param("Tresorerie" + ADDRESS.substring("tresorerie".length()))
                .update();
        union = UUID.randomUUID();
        db.sql("""
                        INSERT INTO directory.people_organisation (id, version, name, other_names, kind, contact_points, created_at)
                        VALUES (?, 1, 'Syndicat de l’Érable', '{}', 'LOCAL_UNION',
                                jsonb_build_array(jsonb_build_object('channel', 'MAIL', 'sphere', 'PROFESSIONAL', 'value', ?::text)), now())
                        """).params(union, ADDRESS).update();
    }

    @Test
    void excludesFailedAddressUntilMarkedAsWorking() throws Exception {
        arrives(answer("postfix"));
        read();
        assertThat(bounces.findByAddresses(List.of(ADDRESS)).get(ADDRESS))
                .satisfies(it -> assertThat(it.failing()).isTrue());
        String page = "/directory/people/organisations/" + union;
        assertThat(open(maryse, page).select("main").text())
                .contains("Courriel revenu", ADDRESS, "la refuse depuis le");
        assertThat(leftOut()).containsValue("mail.left-out.bounced");
        assertThat(db.sql("SELECT string_agg(mark, '') FROM platform.mail_bounce")
                        .query(String.class)
                        .single())
                .doesNotContain("tresorerie");

        assertThat(mvc.post()
                        .uri("/directory/consent/returned/works")
                        .param("address", ADDRESS)
                        .param("back", page)
                        .with(csrf())
                        .with(visitors.as(Role.BOARD_MEMBER))
                        .exchange())
                .hasStatus(403);
        assertThat(mvc.post()
                        .uri("/directory/consent/returned/works")
                        .param("address", ADDRESS)
                        .param("back", page)
                        .with(csrf())
                        .with(as(maryse))
                        .exchange())
                .hasStatus(303);
        assertThat(open(maryse, page).select("main").text()).doesNotContain("Courriel revenu");
        assertThat(leftOut()).isEmpty();
    }

    @Test
    void countsTemporaryFailuresAndKeepsSending() throws Exception {
        arrives(answer("postfix-delay"));
        arrives(answer("full-box"));
        read();
        assertThat(bounces.findByAddresses(List.of(ADDRESS)).get(ADDRESS)).satisfies(it -> {
            assertThat(it.failing()).isFalse();
            assertThat(it.delays()).isEqualTo(2);
        });
        assertThat(leftOut()).isEmpty();
        read();
        assertThat(bounces.findByAddresses(List.of(ADDRESS)).values())
                .as("a second read counts nothing twice")
                .extracting(BounceRegistry.BounceRecord::delays)
                .containsExactly(2);
    }

    @Test
    void repliesAndForwardedMailsUseOneMailbox() throws Exception {
        forwards("1", FORWARDED);
        arrives(answer("exim"));
        arrives(answer("absence"));
        read();
        assertThat(waiting(maryse)).hasSize(1);
        assertThat(bounces.findByAddresses(List.of(ADDRESS))).hasSize(1);
        assertThat(db.sql("SELECT strangers FROM plan.mailbox_round")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    /** After a mailing that went wrong: half of the answers say that there is no such address, half come from an absence. */
    @Test
    @Tag(TestTags.SLOW)
    void tenThousandAnswersAreCountedOnceAndFillNobodysList() throws Exception {
        int refusals = 5_000;
        db.sql("DELETE FROM platform.mail_bounce").update();
        db.sql("""
                        INSERT INTO platform.mail_message (id, recipient, subject, body, purpose, state, posted_at, next_at)
                        SELECT ('0193a1b2-0000-7000-8000-' || lpad(to_hex(n + 4096), 12, '0'))::uuid, 'p' || n || '@ancien.example',
                               'Numéro', '', 'test', 'SENT', now(), now()
                          FROM generate_series(1, ?) AS n
                        """).param(refusals).update();
        String refusal = new String(answer("postfix"), StandardCharsets.UTF_8);
        byte[] absence = answer("absence");
        for (int n = 1; n <= refusals; n++) {
            String letter = "0193a1b2-0000-7000-8000-%012x".formatted(n + 4096);
            arrives(refusal.replace("0193a1b2-0000-7000-8000-00000000000a", letter)
                    .getBytes(StandardCharsets.UTF_8));
            arrives(absence);
        }
        for (int round = 0; round < 2 * refusals / 200 + 1; round++) {
            read();
        }
        assertThat(db.sql("SELECT count(*) || ' ' || count(failed_at) FROM platform.mail_bounce")
                        .query(String.class)
                        .single())
                .isEqualTo(refusals + " " + refusals);
        assertThat(waiting(maryse)).isEmpty();
    }

    private Map<MailingRecipient, String> leftOut() throws Exception {
        return CurrentActor.callAs(
                maryse, () -> mailings.findExcluded("account", List.of(new MailingRecipient(union, ADDRESS))));
    }

    private static byte[] answer(String name) throws IOException {
        try (InputStream in = ServerAnswersInMailboxTest.class.getResourceAsStream("/answers/" + name + ".eml")) {
            if (in == null) {
                throw new IOException("No such answer: " + name);
            }
            return in.readAllBytes();
        }
    }
}
