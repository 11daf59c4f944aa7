package org.convergence.advocacy.urgentaction.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.advocacy.urgentaction.domain.SignOn.SignOnFacts;
import org.convergence.advocacy.urgentaction.domain.SignOn.SignOnId;
import org.convergence.advocacy.urgentaction.domain.SignOn.SignOnState;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.RiskTier;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.UrgentActionId;
import org.convergence.advocacy.urgentaction.domain.UrgentActionPolicy.Signatory;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Token;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.database.TransactionLock;
import org.convergence.platform.text.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Persistence of signatures, their count, and the links of letters. */
@Repository
class SignOnRepository {

    /** How long a link opens its page (R-L25-23). */
    static final Duration LINKS_LAST = Duration.ofDays(180);

    private static final RecordMapper<SignOn> SIGN_ON = RecordMapper.of(SignOn.class);
    private static final String SIGN_ONS = """
            SELECT s.*, coalesce(o.name, s.typed) AS name FROM advocacy.urgentaction_sign_on s
            LEFT JOIN directory.people_organisation_name o ON o.id = s.organisation
            """;

    private final JdbcClient db;
    private final Clock clock;

    SignOnRepository(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * What a link opens.
     *
     * @param signOn the signature; {@code null} for a check of the risk
     * @param person the second person; {@code null} for a signature
     * @param risk the tier to check
     */
    record ActionLink(
            UrgentActionId action,
            @Nullable SignOnId signOn,
            @Nullable PersonId person,
            @Nullable RiskTier risk) {}

    SignOn findById(SignOnId id) {
        return db.sql(SIGN_ONS + "WHERE s.id = ?")
                .param(id.value())
                .query(SIGN_ON)
                .optional()
                .orElseThrow(() -> new NotFound("sign-on"));
    }

    SignOn lock(SignOnId id) {
        return db.sql(SIGN_ONS + "WHERE s.id = ? FOR UPDATE OF s")
                .param(id.value())
                .query(SIGN_ON)
                .optional()
                .orElseThrow(() -> new NotFound("sign-on"));
    }

    /** The signatures of an action in some states, the oldest first. */
    List<SignOn> findByAction(UrgentActionId action, Set<SignOnState> states, int limit) {
        return db.sql(SIGN_ONS + "WHERE s.action = ? AND s.state = ANY (?) ORDER BY s.signed_at, s.id LIMIT ?")
                .params(action.value(), states.stream().map(Enum::name).toArray(String[]::new), limit)
                .query(SIGN_ON)
                .list();
    }

    /** The signature of an organisation, or that under a name not recognised yet. */
    Optional<SignOn> find(UrgentActionId action, @Nullable OrganisationId organisation, String typed) {
        return organisation != null
                ? db.sql(SIGN_ONS + "WHERE s.action = ? AND s.organisation = ?")
                        .params(action.value(), organisation.value())
                        .query(SIGN_ON)
                        .optional()
                : db.sql(SIGN_ONS + """
                                WHERE s.action = ? AND s.organisation IS NULL AND platform.fold(s.typed) = platform.fold(?)
                                ORDER BY s.id LIMIT 1
                                """)
                        .params(action.value(), typed)
                        .query(SIGN_ON)
                        .optional();
    }

    /** Makes signatures of one action under one name wait for each other. */
    void lockName(UrgentActionId action, String name) {
        TransactionLock.acquire(db, "urgentaction/" + action.value() + TextNormalizer.fold(name));
    }

    /** Inserts a signature, or replaces the facts of a former one of the same organisation. */
    SignOnId save(
            UrgentActionId action,
            @Nullable SignOnId former,
            @Nullable OrganisationId organisation,
            SignOnFacts facts,
            SignOnState state) {
        SignOnId id = former == null ? new SignOnId(Ids.next()) : former;
        db.sql("""
                        INSERT INTO advocacy.urgentaction_sign_on (id, action, organisation, typed, signer, office, body, decided_on,
                               language, state, signed_at, changed_at)
                        VALUES (:id, :action, CAST(:organisation AS uuid), :typed, :signer, :office, :body, :decided, :language,
                                :state, :now, :now)
                        ON CONFLICT (id) DO UPDATE SET version = urgentaction_sign_on.version + 1, typed = excluded.typed,
                            signer = excluded.signer, office = excluded.office, body = excluded.body,
                            decided_on = excluded.decided_on, language = excluded.language, state = excluded.state,
                            signed_at = excluded.signed_at, changed_at = excluded.changed_at
                        """)
                .param("id", id.value())
                .param("action", action.value())
                .param("organisation", organisation == null ? null : organisation.value())
                .param("typed", facts.organisation())
                .param("signer", facts.signer())
                .param("office", facts.office())
                .param("body", facts.body())
                .param("decided", facts.decidedOn())
                .param("language", facts.language())
                .param("state", state.name())
                .param("now", SqlTime.now(clock))
                .update();
        return id;
    }

    void setState(SignOnId id, SignOnState state) {
        db.sql("""
                        UPDATE advocacy.urgentaction_sign_on SET version = version + 1, state = ?, changed_at = ? WHERE id = ?
                        """).params(state.name(), SqlTime.now(clock), id.value()).update();
    }

    void setOrganisation(SignOnId id, OrganisationId organisation) {
        db.sql("UPDATE advocacy.urgentaction_sign_on SET version = version + 1, organisation = ? WHERE id = ?")
                .params(organisation.value(), id.value())
                .update();
    }

    /** The confirmed signatories, with the last headcount of each and its ancestors that signed too; one query. */
    List<Signatory> findSignatories(UrgentActionId action, LocalDate day) {
        return db.sql("""
                        WITH RECURSIVE signed AS (
                            SELECT organisation FROM advocacy.urgentaction_sign_on
                            WHERE action = :action AND state = 'CONFIRMED'
                        ), above AS (
                            SELECT s.organisation, n.parent FROM signed s
                            JOIN directory.people_network n ON n.member = s.organisation AND n.days @> CAST(:day AS date)
                            UNION
                            SELECT a.organisation, n.parent FROM above a
                            JOIN directory.people_network n ON n.member = a.parent AND n.days @> CAST(:day AS date)
                        )
                        SELECT s.organisation, h.number,
                               coalesce(u.ancestors, '{}') AS ancestors
                        FROM signed s
                        LEFT JOIN (SELECT a.organisation, array_agg(a.parent) AS ancestors
                                   FROM above a JOIN signed p ON p.organisation = a.parent
                                   GROUP BY a.organisation) u ON u.organisation = s.organisation
                        LEFT JOIN LATERAL (SELECT number FROM resources.membership_stated_headcount c
                                           WHERE c.organisation = s.organisation AND NOT c.withdrawn AND c.counted_on <= :day
                                           ORDER BY c.counted_on DESC, c.recorded_at DESC LIMIT 1) h ON true
                        """)
                .param("action", action.value())
                .param("day", day)
                .query((row, n) -> new Signatory(
                        new OrganisationId(row.getObject("organisation", UUID.class)),
                        row.getObject("number", Integer.class),
                        Arrays.stream((UUID[]) row.getArray("ancestors").getArray())
                                .map(OrganisationId::new)
                                .collect(Collectors.toSet())))
                .list();
    }

    /** Prepares the link of a letter; its secret is made when the letter leaves. */
    UUID prepareLink(
            UrgentActionId action, @Nullable SignOnId signOn, @Nullable PersonId person, @Nullable RiskTier risk) {
        UUID id = Ids.next();
        db.sql("""
                        INSERT INTO advocacy.urgentaction_link (id, action, sign_on, person, risk, made_at)
                        VALUES (:id, :action, CAST(:signOn AS uuid), CAST(:person AS uuid), :risk, :now)
                        """)
                .param("id", id)
                .param("action", action.value())
                .param("signOn", signOn == null ? null : signOn.value())
                .param("person", person == null ? null : person.value())
                .param("risk", risk == null ? null : risk.name())
                .param("now", SqlTime.now(clock))
                .update();
        return id;
    }

    /** Makes the secret of a link, in a transaction of its own: it is called when a letter leaves. */
    @Transactional
    String issueLink(UUID link) {
        Token token = Token.random();
        db.sql("""
                        INSERT INTO advocacy.urgentaction_link (id, action, sign_on, person, risk, token, made_at)
                        SELECT :id, action, sign_on, person, risk, :token, :now FROM advocacy.urgentaction_link WHERE id = :link
                        """)
                .param("id", Ids.next())
                .param("token", token.hash())
                .param("now", SqlTime.now(clock))
                .param("link", link)
                .update();
        return token.secret();
    }

    Optional<ActionLink> findByLink(String secret) {
        return db.sql("""
                        SELECT action, sign_on, person, risk FROM advocacy.urgentaction_link WHERE token = ? AND made_at > ?
                        """)
                .params(Token.hashOf(secret), SqlTime.now(clock).minus(LINKS_LAST))
                .query(RecordMapper.of(ActionLink.class))
                .optional();
    }

    Optional<ActionLink> findLink(UUID link) {
        return db.sql("SELECT action, sign_on, person, risk FROM advocacy.urgentaction_link WHERE id = ?")
                .param(link)
                .query(RecordMapper.of(ActionLink.class))
                .optional();
    }

    void deleteExpiredLinks() {
        db.sql("DELETE FROM advocacy.urgentaction_link WHERE made_at <= ?")
                .param(SqlTime.now(clock).minus(LINKS_LAST))
                .update();
    }

    /** Clears the names of signers of actions closed before a day; the organisations stay. */
    void forgetSigners(LocalDate before) {
        db.sql("""
                        UPDATE advocacy.urgentaction_sign_on SET signer = '', office = '', version = version + 1
                        WHERE signer <> '' AND action IN (SELECT id FROM advocacy.urgentaction WHERE closed_on < ?)
                        """).param(before).update();
    }
}
