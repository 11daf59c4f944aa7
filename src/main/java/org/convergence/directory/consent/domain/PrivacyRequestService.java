package org.convergence.directory.consent.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.consent.ConsentPermissions;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Requests about personal data, with their deadlines (R-L25-11). */
@Service
@Transactional
@Requires(ConsentPermissions.PRIVACY)
public class PrivacyRequestService {

    static final String TABLE = "directory.consent_request";

    private static final RecordMapper<PrivacyRequestFacts> FACTS = RecordMapper.of(PrivacyRequestFacts.class);

    private final JdbcClient db;
    private final OrganisationSettings settings;
    private final Clock clock;

    PrivacyRequestService(JdbcClient db, OrganisationSettings settings, Clock clock) {
        this.db = db;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A request.
     *
     * @param due the last day to answer in time
     */
    public record PrivacyRequest(UUID id, int version, PrivacyRequestFacts facts, LocalDate due) {}

    /** Pending requests, most urgent first, then the answered ones, latest first. */
    public List<PrivacyRequest> findAll() {
        return db.sql("""
                        SELECT * FROM directory.consent_request
                        ORDER BY answered_on IS NOT NULL, CASE WHEN answered_on IS NULL THEN received_on END,
                                 received_on DESC, id DESC LIMIT 500
                        """).query(PrivacyRequestService::request).list();
    }

    /** Pending requests due between two days, both included. */
    public List<PrivacyRequest> findDue(LocalDate from, LocalDate to) {
        return db.sql("""
                        SELECT * FROM directory.consent_request
                        WHERE answered_on IS NULL AND received_on BETWEEN :from AND :to ORDER BY received_on, id
                        """)
                .param("from", PrivacyPolicy.receivedWhereAnsweredBy(from))
                .param("to", PrivacyPolicy.receivedWhereAnsweredBy(to))
                .query(PrivacyRequestService::request)
                .list();
    }

    /** Pending requests, most urgent first. */
    public List<PrivacyRequest> findPending(int limit) {
        return db.sql("""
                        SELECT * FROM directory.consent_request WHERE answered_on IS NULL ORDER BY received_on, id LIMIT ?
                        """).param(limit).query(PrivacyRequestService::request).list();
    }

    /**
     * Finds a request.
     *
     * @throws NotFound where there is none
     */
    public PrivacyRequest findById(UUID id) {
        return db.sql("SELECT * FROM directory.consent_request WHERE id = ?")
                .param(id)
                .query(PrivacyRequestService::request)
                .optional()
                .orElseThrow(() -> new NotFound("request"));
    }

    /** Creates a request. */
    public UUID create(PrivacyRequestFacts it) {
        PrivacyPolicy.requirePossible(it, settings.today());
        Map<String, @Nullable Object> values = VersionedRow.values(it);
        values.put("recorded_by", CurrentActor.get().id());
        values.put("recorded_at", clock.instant());
        return VersionedRow.insert(db, TABLE, values);
    }

    /**
     * Corrects or answers a request.
     *
     * @throws EditConflict where the version is not the current one
     */
    public void update(UUID id, int version, PrivacyRequestFacts it) {
        PrivacyPolicy.requirePossible(it, settings.today());
        findById(id);
        VersionedRow.save(db, TABLE, id, version, VersionedRow.values(it));
    }

    private static PrivacyRequest request(ResultSet row, int n) throws SQLException {
        PrivacyRequestFacts facts = FACTS.mapRow(row, n);
        return new PrivacyRequest(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                facts,
                PrivacyPolicy.answeredBy(facts.receivedOn()));
    }

    /**
     * A request about personal data, and its answer.
     *
     * @param person the requester's record; {@code null} if they are not in the directory
     * @param asked the requester's text, at most 4,000 characters
     * @param answeredOn {@code null} until it is answered
     * @param granted {@code null} until it is answered
     * @param answer the answer: for a refusal, the reasons, the provision and the recourse
     */
    public record PrivacyRequestFacts(
            @Nullable PersonId person,
            PrivacyRequestKind kind,
            String asked,
            LocalDate receivedOn,
            @Nullable LocalDate answeredOn,
            @Nullable Boolean granted,
            @Nullable String answer) {

        /** The kinds of requests (R-L25-11…13). */
        public enum PrivacyRequestKind {
            ACCESS,
            CORRECTION,
            PORTABILITY,
            ERASURE,
            DEINDEXING;

            /** The message key of its name. */
            public String key() {
                return "consent.request.kind." + name().toLowerCase(Locale.ROOT);
            }
        }
    }
}
