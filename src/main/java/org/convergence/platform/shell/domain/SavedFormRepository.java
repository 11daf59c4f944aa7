package org.convergence.platform.shell.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.keys.TextSealer;
import org.convergence.platform.shell.SavedForm;
import org.convergence.platform.text.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Stores forms for half an hour after their author's session ended. A ticket finds one; only its hash is stored. */
@Component
public record SavedFormRepository(TextSealer sealing, JdbcClient db, Clock clock) {

    private static final Duration KEPT = Duration.ofMinutes(30);

    /** Saves a form under a ticket, and deletes expired ones. */
    public void save(String ticket, SavedForm form) {
        OffsetDateTime now = SqlTime.now(clock);
        db.sql("DELETE FROM platform.shell_kept_form WHERE kept_until < ?")
                .params(now)
                .update();
        db.sql("""
                INSERT INTO platform.shell_kept_form (id, ticket_hash, account, action, page, fields, kept_until)
                VALUES (?, ?, ?, ?, ?, to_jsonb(?::text), ?)""")
                .params(Ids.next(), Sha256.of(ticket), form.account(), form.action(), form.page())
                .param(sealing.seal(Json.of(form.fields()).toString(), place(form.account())))
                .param(now.plus(KEPT))
                .update();
    }

    /** The stored form: the typed values are sealed, since they may be confidential. */
    private record SavedFormRow(String action, String page, String fields) {}

    /** The form of a ticket, for its own account only. */
    public Optional<SavedForm> find(String ticket, UUID account) {
        return db.sql("""
                        SELECT action, page, fields FROM platform.shell_kept_form
                        WHERE ticket_hash = ? AND account = ? AND kept_until > ?""")
                .params(Sha256.of(ticket), account, SqlTime.now(clock))
                .query((row, n) -> new SavedFormRow(row.getString(1), row.getString(2), row.getString(3)))
                .optional()
                .flatMap(lying -> sealing.open(Json.parse(lying.fields()).node().asString(), place(account))
                        .map(fields -> new SavedForm(account, lying.action(), lying.page(), fields(fields))));
    }

    public void delete(String ticket) {
        db.sql("DELETE FROM platform.shell_kept_form WHERE ticket_hash = ?")
                .params(Sha256.of(ticket))
                .update();
    }

    private static String place(UUID account) {
        return "platform.shell_kept_form/" + account;
    }

    private static Map<String, List<String>> fields(String json) {
        return Json.parse(json).as(new TypeReference<Map<String, List<String>>>() {});
    }
}
