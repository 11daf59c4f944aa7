package org.convergence.resources.membership.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.database.TransactionLock;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.membership.HeadcountId;
import org.convergence.resources.membership.HeadcountStatus;
import org.convergence.resources.membership.MembershipPermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records, confirms and reads the headcounts of organisations. */
@Service
@Transactional
@Requires(MembershipPermissions.READ_HEADCOUNTS)
public class HeadcountService {

    private static final String COLUMNS = """
            SELECT h.id, h.organisation, h.counted_on, h.number, h.status, h.said_by, h.evidence, h.recorded_at,
                   h.withdrawn_at IS NOT NULL AS withdrawn, h.remark,
                   h.status = 'CONFIRMED' OR EXISTS (
                       SELECT FROM resources.membership_headcount c
                       WHERE c.confirms = h.id AND c.withdrawn_at IS NULL) AS confirmed
            """;

    private static final String OF_ONE = COLUMNS + """
            FROM resources.membership_headcount h WHERE h.organisation = :organisation
            ORDER BY h.counted_on DESC, h.recorded_at DESC, h.id DESC LIMIT :most
            """;

    /** All statements for the latest day until the reference date, for each organisation. */
    private static final String OF_THE_LAST_DAY = COLUMNS + """
            FROM unnest(CAST(:organisations AS uuid[])) AS o(id)
            CROSS JOIN LATERAL (
                SELECT * FROM resources.membership_headcount
                WHERE organisation = o.id AND counted_on <= :reference AND withdrawn_at IS NULL
                ORDER BY counted_on DESC FETCH FIRST 1 ROW WITH TIES) h
            """;

    /** The maximum number of statements read for an organisation, enough for some decades. */
    private static final int MOST = 200;

    private final JdbcClient db;
    private final OrganisationSettings settings;
    private final Clock clock;

    HeadcountService(JdbcClient db, OrganisationSettings settings, Clock clock) {
        this.db = db;
        this.settings = settings;
        this.clock = clock;
    }

    /** The statements of an organisation, the latest day first, at most 200. */
    @Transactional(readOnly = true)
    public List<Headcount> findByOrganisation(OrganisationId organisation) {
        return db.sql(OF_ONE)
                .param("organisation", organisation.value())
                .param("most", MOST)
                .query((row, n) -> headcount(row))
                .list();
    }

    /** The headcount that counts on a day, for each organisation that has one. One query. */
    @Transactional(readOnly = true)
    public Map<OrganisationId, HeadcountPolicy.EffectiveHeadcount> findEffective(
            LocalDate reference, Collection<OrganisationId> organisations) {
        Map<OrganisationId, HeadcountPolicy.EffectiveHeadcount> used = new HashMap<>();
        db
                .sql(OF_THE_LAST_DAY)
                .param("reference", reference)
                .param(
                        "organisations",
                        organisations.stream().map(OrganisationId::value).toArray(UUID[]::new))
                .query((row, n) -> headcount(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(it -> it.facts().organisation()))
                .forEach((organisation, said) ->
                        HeadcountPolicy.effectiveOn(reference, said).ifPresent(it -> used.put(organisation, it)));
        return used;
    }

    /**
     * Records a statement; earlier ones stay.
     *
     * @throws Refused if the day is in the future
     */
    @Requires(MembershipPermissions.DECLARE)
    public HeadcountId declare(HeadcountFacts facts) {
        return declare(facts, null);
    }

    /**
     * As {@link #declare(HeadcountFacts)}, with a remark of the organisation.
     *
     * @param remark {@code null} for none
     */
    @Requires(MembershipPermissions.DECLARE)
    public HeadcountId declare(HeadcountFacts facts, @Nullable String remark) {
        return keep(facts, remark, null);
    }

    /**
     * As {@link #declare(HeadcountFacts)}, unless the last statement for that day and status is equal, so that a form
     * sent twice is recorded once.
     *
     * @return the new statement; empty if it exists already
     */
    @Requires(MembershipPermissions.DECLARE)
    public Optional<HeadcountId> declareOnce(HeadcountFacts facts) {
        TransactionLock.acquire(
                db, "membership_headcount/" + facts.organisation().value().toString());
        boolean stands = findLastOfStatus(facts)
                .map(Headcount::facts)
                .filter(facts::equals)
                .isPresent();
        return stands ? Optional.empty() : Optional.of(declare(facts));
    }

    private Optional<Headcount> findLastOfStatus(HeadcountFacts facts) {
        return db.sql(COLUMNS + """
                        FROM resources.membership_headcount h
                        WHERE h.organisation = :organisation AND h.counted_on = :day AND h.status = :status
                          AND h.withdrawn_at IS NULL
                        ORDER BY h.recorded_at DESC, h.id DESC LIMIT 1
                        """)
                .param("organisation", facts.organisation().value())
                .param("day", facts.countedOn())
                .param("status", facts.status().name())
                .query((row, n) -> headcount(row))
                .optional();
    }

    private HeadcountId keep(HeadcountFacts facts, @Nullable String remark, @Nullable HeadcountId confirms) {
        if (facts.countedOn().isAfter(settings.today())) {
            throw new Refused("membership.refused.day-to-come");
        }
        Map<String, @Nullable Object> values = VersionedRow.values(facts);
        values.put("remark", remark);
        values.put("confirms", confirms);
        values.put("recorded_at", clock.instant());
        try {
            return new HeadcountId(VersionedRow.insert(db, "resources.membership_headcount", values));
        } catch (DataIntegrityViolationException gone) {
            throw new NotFound("organisation");
        }
    }

    /**
     * Confirms a declared number: an equal statement with the status confirmed is added, and the declared one stays. If
     * one confirms it already, nothing is added.
     *
     * @return the confirming statement
     * @throws Refused if it was withdrawn, or was recorded as confirmed
     */
    @Requires(MembershipPermissions.DECLARE)
    public HeadcountId confirm(HeadcountId id) {
        Headcount declared = db.sql(COLUMNS + "FROM resources.membership_headcount h WHERE h.id = :id")
                .param("id", id.value())
                .query((row, n) -> headcount(row))
                .optional()
                .orElseThrow(() -> new NotFound("headcount"));
        HeadcountFacts facts = declared.facts();
        if (declared.withdrawn() || facts.status() == HeadcountStatus.CONFIRMED) {
            throw new Refused("membership.refused.nothing-to-confirm");
        }
        return findConfirmation(id)
                .orElseGet(() -> keep(
                        new HeadcountFacts(
                                facts.organisation(),
                                facts.countedOn(),
                                facts.number(),
                                HeadcountStatus.CONFIRMED,
                                facts.saidBy(),
                                facts.evidence()),
                        declared.remark(),
                        id));
    }

    private Optional<HeadcountId> findConfirmation(HeadcountId id) {
        return db.sql(
                        "SELECT id FROM resources.membership_headcount WHERE confirms = ? AND withdrawn_at IS NULL ORDER BY id LIMIT 1")
                .param(id.value())
                .query(UUID.class)
                .optional()
                .map(HeadcountId::new);
    }

    /** Withdraws a statement, or restores it. */
    @Requires(MembershipPermissions.DECLARE)
    public void withdraw(HeadcountId id, boolean withdrawn) {
        int said = db.sql("UPDATE resources.membership_headcount SET withdrawn_at = :at WHERE id = :id")
                .param("at", withdrawn ? SqlTime.now(clock) : null)
                .param("id", id.value())
                .update();
        if (said == 0) {
            throw new NotFound("headcount");
        }
    }

    /** Deletes a statement that came in with a list, as if it had not been entered. */
    @Requires(MembershipPermissions.DECLARE)
    public void undo(HeadcountId id) {
        try {
            int deleted = db.sql("DELETE FROM resources.membership_headcount WHERE id = ? AND withdrawn_at IS NULL")
                    .param(id.value())
                    .update();
            if (deleted == 0) {
                throw new NotFound("headcount");
            }
        } catch (DataIntegrityViolationException confirmed) {
            throw new Refused("membership.refused.headcount-in-use");
        }
    }

    /** Withdraws a statement about to be replaced, and its confirmation: it does not confirm the new number. */
    @Requires(MembershipPermissions.DECLARE)
    public void replace(HeadcountId id) {
        withdraw(id, true);
        db.sql(
                        "UPDATE resources.membership_headcount SET withdrawn_at = :at WHERE confirms = :id AND withdrawn_at IS NULL")
                .param("at", SqlTime.now(clock))
                .param("id", id.value())
                .update();
    }

    /** The organisation of a statement. */
    @Transactional(readOnly = true)
    public OrganisationId findOrganisation(HeadcountId id) {
        return db.sql("SELECT organisation FROM resources.membership_headcount WHERE id = ?")
                .param(id.value())
                .query(UUID.class)
                .optional()
                .map(OrganisationId::new)
                .orElseThrow(() -> new NotFound("headcount"));
    }

    private static Headcount headcount(ResultSet row) throws SQLException {
        return new Headcount(
                new HeadcountId(row.getObject("id", UUID.class)),
                new HeadcountFacts(
                        new OrganisationId(row.getObject("organisation", UUID.class)),
                        row.getObject("counted_on", LocalDate.class),
                        row.getInt("number"),
                        HeadcountStatus.valueOf(row.getString("status")),
                        row.getString("said_by"),
                        row.getString("evidence")),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("withdrawn"),
                row.getBoolean("confirmed"),
                row.getString("remark"));
    }
}
