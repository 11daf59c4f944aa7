package org.convergence.directory.protection.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.ProtectionPermissions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads protected people under code names, and the actions on their identities. */
@Service
@Transactional(readOnly = true)
@Requires(ProtectionPermissions.READ)
public class ProtectionQueries {

    private static final String GESTURES = """
            SELECT g.*, p.display_name FROM directory.protection_gesture g
            JOIN directory.people_person_name p ON p.id = g.person
            """;

    private final NameSweepRepository sweeps;
    private final SealedPersonRegister sealedPersonRegister;
    private final OpenerRepository openers;
    private final JdbcClient db;

    ProtectionQueries(
            NameSweepRepository sweeps,
            SealedPersonRegister sealedPersonRegister,
            OpenerRepository openers,
            JdbcClient db) {
        this.sweeps = sweeps;
        this.sealedPersonRegister = sealedPersonRegister;
        this.openers = openers;
        this.db = db;
    }

    /**
     * A protected person.
     *
     * @param enteredSo whether the name was never stored in clear
     * @param openers the number of openers
     * @param hers whether the actor is one of the openers
     */
    public record ProtectedPerson(
            PersonId person, String codeName, Instant since, String by, boolean enteredSo, int openers, boolean hers) {}

    /** All protected people, by code name. */
    public List<ProtectedPerson> findAll() {
        return read("ORDER BY p.sort_name COLLATE \"fr-CA-x-icu\" LIMIT 500", null);
    }

    /**
     * People in clear since an older backup was restored, because they could not be sealed again.
     *
     * @throws Refused where the register cannot be read; the caller's transaction continues
     */
    @Transactional(readOnly = true, noRollbackFor = Refused.class)
    public List<PersonId> findInClear() {
        return List.copyOf(sealedPersonRegister.findInClear().keySet());
    }

    /** Finds a protected person; empty where the person is not protected. */
    public Optional<ProtectedPerson> findByPerson(PersonId person) {
        return read("WHERE p.id = :person", person).stream().findFirst();
    }

    /**
     * Finds a protected person.
     *
     * @throws NotFound where the person is not protected
     */
    public ProtectedPerson requireByPerson(PersonId person) {
        return findByPerson(person).orElseThrow(() -> new NotFound("protected person"));
    }

    private List<ProtectedPerson> read(String which, @Nullable PersonId person) {
        var statement = db.sql("""
                SELECT p.id, p.display_name, v.sealed_at, v.sealed_label, v.entered_so,
                       (SELECT count(*) FROM directory.protection_opener o WHERE o.person = p.id) AS openers,
                       EXISTS (SELECT FROM directory.protection_opener o WHERE o.person = p.id AND o.account = :me) AS hers
                FROM directory.protection_vault v JOIN directory.people_person_name p ON p.id = v.person
                """ + which).param("me", CurrentActor.get().id());
        if (person != null) {
            statement = statement.param("person", person.value());
        }
        return statement
                .query((row, n) -> new ProtectedPerson(
                        new PersonId(row.getObject("id", UUID.class)),
                        row.getString("display_name"),
                        at(row, "sealed_at"),
                        row.getString("sealed_label"),
                        row.getBoolean("entered_so"),
                        row.getInt("openers"),
                        row.getBoolean("hers")))
                .list();
    }

    /**
     * The result of the latest sweep, with the files that still name the person for openers only; empty until one ends.
     */
    public Optional<NameSweepResult> findSweepResult(PersonId person) {
        return sweeps.findByPerson(person).map(it -> openers.includes(person) ? it : it.withoutFiles());
    }

    /**
     * The actions on an identity, latest first. A recognition is shown to openers only, and never to the account that
     * caused it: it would learn the person behind the code name.
     */
    public List<IdentityAction> findActions(PersonId person) {
        return db.sql(GESTURES + """
                        WHERE g.person = :person AND (g.kind <> 'RECOGNISED' OR (g.account <> :me AND EXISTS (
                            SELECT FROM directory.protection_opener o WHERE o.person = g.person AND o.account = :me)))
                        ORDER BY g.made_at DESC, g.id DESC LIMIT 200
                        """)
                .param("person", person.value())
                .param("me", CurrentActor.get().id())
                .query((row, n) -> gesture(row))
                .list();
    }

    static List<IdentityAction> waiting(JdbcClient db) {
        return db.sql(GESTURES + "WHERE g.alone AND g.reviewed_at IS NULL ORDER BY g.made_at, g.id LIMIT 200")
                .query((row, n) -> gesture(row))
                .list();
    }

    private static IdentityAction gesture(ResultSet row) throws SQLException {
        String reviewer = row.getString("reviewed_label");
        return new IdentityAction(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person", UUID.class)),
                row.getString("display_name"),
                IdentityAction.IdentityActionKind.valueOf(row.getString("kind")),
                row.getObject("account", UUID.class),
                row.getString("account_label"),
                row.getString("reason"),
                at(row, "made_at"),
                row.getBoolean("alone"),
                row.getString("second_label"),
                reviewer == null
                        ? null
                        : new IdentityAction.ActionReview(reviewer, at(row, "reviewed_at"), row.getString("review")));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /**
     * An action on a sealed identity.
     *
     * @param codeName of the protected person
     * @param reason the actor's reason, {@code null} where none is required
     * @param alone whether two people were needed and one acted alone
     * @param second the second person, notified at once; {@code null} where none is named
     * @param reviewed the review; {@code null} until then
     */
    public record IdentityAction(
            UUID id,
            PersonId person,
            String codeName,
            IdentityActionKind kind,
            UUID account,
            String who,
            @Nullable String reason,
            Instant at,
            boolean alone,
            @Nullable String second,
            @Nullable ActionReview reviewed) {

        /** The kind of action. */
        public enum IdentityActionKind {
            /** A person was protected. */
            SEALED,
            /** An identity was shown. */
            OPENED,
            /** A sealed identity was corrected. */
            CORRECTED,
            /** A person's data was given out in a file. */
            GIVEN,
            /** The list of openers was changed. */
            LISTED,
            /** Two protected records were merged. */
            JOINED,
            /** A protected person was erased. */
            FORGOTTEN,
            /** A protected name or address was entered or imported. */
            RECOGNISED;

            /** The message key of its name. */
            public String key() {
                return "protection.gesture." + name().toLowerCase(Locale.ROOT);
            }
        }

        /** A review by another person. */
        public record ActionReview(
                String who, Instant at, @Nullable String words) {}
    }
}
