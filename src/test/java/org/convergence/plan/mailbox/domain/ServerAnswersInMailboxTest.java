package org.convergence.plan.mailbox.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
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

    /** Half of a large sending comes back, and the other half answers that it is away: nobody loses an address for that. */
    @Test
    @Tag(TestTags.SLOW)
    void tenThousandRepliesMarkOnlyTheAddressesThatAreRefused() throws Exception {
        int number = Integer.getInteger("convergence.replies", 10_000);
        db.sql("DELETE FROM platform.mail_bounce").update();
        db.sql("""
                        INSERT INTO platform.mail_message (id, recipient, subject, body, purpose, state, posted_at, next_at)
                        SELECT ('0193a1b2-0000-7000-8000-' || lpad(to_hex(4096 + n), 12, '0'))::uuid,
                               'lectrice' || n || '@exemple.example', 'Nouvelles', '', 'test', 'SENT', now(), now()
                        FROM generate_series(0, ? - 1) AS n
                        """).param(number).update();
        String[] replies = {"postfix", "absence", "gmail", "absence", "exchange", "absence"};
        for (int n = 0; n < number; n++) {
            String mail = new String(answer(replies[n % replies.length]), StandardCharsets.UTF_8);
            arrives(mail.replace("00000000000a", "%012x".formatted(4096 + n)).getBytes(StandardCharsets.UTF_8));
            if (n % 200 == 199 || n == number - 1) {
                read();
                // The server of the test searches every mail at each request.
                emptyBox();
            }
        }
        assertThat(db.sql("SELECT count(*) FROM platform.mail_bounce")
                        .query(Integer.class)
                        .single())
                .isEqualTo(number / 2);
        List<String> all = IntStream.range(0, number)
                .mapToObj(n -> "lectrice" + n + "@exemple.example")
                .toList();
        assertThat(bounces.findByAddresses(all).entrySet()).hasSize(number / 2).allSatisfy(each -> {
            assertThat(each.getValue().failing()).isTrue();
            assertThat(Integer.parseInt(each.getKey().replaceAll("\\D", "")) % 2)
                    .isZero();
        });
        assertThat(waiting(maryse)).as("a reply is no mail to sort").isEmpty();
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
