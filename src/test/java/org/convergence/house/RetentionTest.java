package org.convergence.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Data without further use is deleted each night (R-L25-23); data still in use stays. */
@ModuleTest
class RetentionTest {

    private static final String NOBODY = "{\"id\": \"00000000-0000-0000-0000-000000000000\", \"label\": \"test\"}";

    @Autowired
    private List<RecurringWork> recurring;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private JdbcClient db;

    private UUID account = new UUID(0, 0);

    @BeforeEach
    void createAccount() {
        visitors.ensureOrganisation();
        String mail = UUID.randomUUID() + "@exemple.org";
        visitors.createSignInLink("Ana", mail, Role.STAFF);
        account = db.sql("SELECT id FROM identity.account WHERE mail = ?")
                .param(mail)
                .query(UUID.class)
                .single();
    }

    @Test
    void deletesExpiredLinksAttemptsSessionsAndTokens() {
        link("8 days", "37 days");
        link("6 days", "20 days");
        attempt("91 days");
        attempt("89 days");
        session("now() - interval '366 days'", "now() + interval '1 day'", "now()");
        session("NULL", "now() - interval '366 days'", "now()");
        session("NULL", "now() + interval '1 day'", "now() - interval '380 days'");
        session("now() - interval '300 days'", "now() + interval '1 day'", "now()");
        session("NULL", "now() + interval '1 day'", "now()");
        token("366 days");
        token("364 days");
        sweep();
        // One more link: that of the account.
        assertThat(left("identity.sign_in_link")).isEqualTo(2);
        assertThat(left("identity.sign_in_attempt")).isEqualTo(1);
        assertThat(left("identity.session")).isEqualTo(2);
        assertThat(left("identity.api_token")).isEqualTo(1);
    }

    @Test
    void deletesOldSentLettersAndKeepsWaitingOnes() {
        for (String state : List.of("SENT", "FAILED", "QUEUED")) {
            letter(state, "91 days");
            letter(state, "89 days");
        }
        sweep();
        assertThat(db.sql("SELECT state FROM platform.mail_message WHERE purpose = 'test' ORDER BY state")
                        .query(String.class)
                        .list())
                .containsExactly("FAILED", "QUEUED", "QUEUED", "SENT");
        db.sql("DELETE FROM platform.mail_message WHERE purpose = 'test'").update();
    }

    @Test
    void deletesJobRunsAfterOneYear() {
        for (String state : List.of("DONE", "FAILED", "STOPPED")) {
            run(state, "366 days");
            run(state, "364 days");
        }
        sweep();
        assertThat(db.sql("SELECT state FROM platform.jobs_run WHERE kind = 'kept' ORDER BY state")
                        .query(String.class)
                        .list())
                .containsExactly("DONE", "FAILED", "STOPPED");
        db.sql("DELETE FROM platform.jobs_run WHERE kind = 'kept'").update();
    }

    private void sweep() {
        recurring.stream().filter(work -> work.name().endsWith("-sweep")).forEach(RecurringWork::run);
    }

    private void link(String usedAgo, String madeAgo) {
        row("identity.sign_in_link (id, account_id, token_hash, created_at, expires_at, used_at)", """
                gen_random_uuid(), :account, :token, now() - interval '%2$s', now() - interval '%2$s' + interval '30 days',
                now() - interval '%1$s'""".formatted(
                        usedAgo, madeAgo));
    }

    private void attempt(String ago) {
        row(
                "identity.sign_in_attempt (at, account_id, outcome, origin)",
                "now() - interval '" + ago + "', :account, 'SIGNED_IN', coalesce(:token::text, '')");
    }

    private void session(String ended, String expires, String seen) {
        row(
                "identity.session (id, account_id, token_hash, created_at, ended_at, expires_at, last_seen_at, device)",
                "gen_random_uuid(), :account, :token, now() - interval '400 days', " + ended + ", " + expires + ", "
                        + seen + ", 'test'");
    }

    private void token(String expiredAgo) {
        row(
                "identity.api_token (id, account_id, token_hash, name, natures, created_at, expires_at)",
                "gen_random_uuid(), :account, :token, 'test', '{READ}', now() - interval '400 days', now() - interval '"
                        + expiredAgo + "'");
    }

    private void letter(String state, String ago) {
        db.sql("""
                        INSERT INTO platform.mail_message (id, recipient, subject, body, purpose, state, posted_at, next_at, sent_at)
                        SELECT gen_random_uuid(), 'a@exemple.org', 'a', 'a', 'test', :state, at, at,
                               CASE WHEN :state = 'SENT' THEN at END
                          FROM (SELECT now() - :ago::interval AS at) AS moment""").param("state", state).param("ago", ago).update();
    }

    private void run(String state, String ago) {
        db.sql("""
                        INSERT INTO platform.jobs_run (id, kind, label_key, state, actor, queued_at, finished_at, told_at)
                        SELECT gen_random_uuid(), 'kept', 'backup.job.by-hand', :state, :nobody::jsonb, at, at, at
                          FROM (SELECT now() - :ago::interval AS at) AS moment""")
                .param("state", state)
                .param("nobody", NOBODY)
                .param("ago", ago)
                .update();
    }

    private void row(String into, String values) {
        db.sql("INSERT INTO " + into + " VALUES (" + values + ")")
                .param("account", account)
                .param("token", UUID.randomUUID().toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .update();
    }

    private long left(String table) {
        return db.sql("SELECT count(*) FROM " + table + " WHERE account_id = ?")
                .param(account)
                .query(Long.class)
                .single();
    }
}
