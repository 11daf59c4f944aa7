package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds and edits seats and mandates. */
@Service
@Transactional
@Requires(AssemblyPermissions.KEEP)
public class SeatService {

    private final SeatRepository seats;
    private final MandateRepository mandates;
    private final BodyRepository bodies;
    private final JdbcClient db;

    SeatService(SeatRepository seats, MandateRepository mandates, BodyRepository bodies, JdbcClient db) {
        this.seats = seats;
        this.mandates = mandates;
        this.bodies = bodies;
        this.db = db;
    }

    /** Adds a seat after the others. */
    public UUID add(BodyId body, SeatFacts facts) {
        if (!bodies.existsById(body.value())) {
            throw new NotFound("body");
        }
        int position = db.sql("SELECT coalesce(max(position), 0) + 1 FROM outreach.assembly_seat WHERE body = ?")
                .param(body.value())
                .query(Integer.class)
                .single();
        return seats.save(Seat.of(body.value(), position, facts)).id();
    }

    /** Corrects a seat. */
    public void correct(UUID id, int version, SeatFacts facts) {
        Seat seat = seat(id);
        OptimisticLock.requireSameVersion(Seat.TABLE, id, version, seat.version());
        OptimisticLock.save(seats, seat.withFacts(facts), Seat.TABLE, id, version);
    }

    /**
     * Adds a mandate from a day on. An earlier mandate in the same role, or of the same person at the seat, ends the day before.
     *
     * @throws Refused if it overlaps a mandate in the same role, or of the same person, that begins on that day or later
     */
    public UUID appoint(UUID seat, SeatRole role, PersonId person, LocalDate since, @Nullable LocalDate until) {
        seat(seat);
        db.sql("""
                        SELECT id FROM outreach.assembly_mandate
                        WHERE seat = :seat AND (role = :role OR person = :person) AND since < :since
                            AND (until IS NULL OR until >= :since)
                        """)
                .param("seat", seat)
                .param("role", role.name())
                .param("person", person.value())
                .param("since", since)
                .query(UUID.class)
                .list()
                .forEach(id -> {
                    Mandate before = mandate(id);
                    mandates.save(before.withPeriod(before.since(), since.minusDays(1)));
                });
        Mandate next = Mandate.of(seat, role, person.value(), since, until);
        requireOneRole(next);
        return keep(next).id();
    }

    private void requireOneRole(Mandate next) {
        boolean twice = db.sql("""
                        SELECT EXISTS (SELECT FROM outreach.assembly_mandate
                            WHERE seat = :seat AND person = :person AND role <> :role AND (until IS NULL OR until >= :since)
                                AND (cast(:until AS date) IS NULL OR since <= :until))
                        """)
                .param("seat", next.seat())
                .param("person", next.person())
                .param("role", next.role().name())
                .param("since", next.since())
                .param("until", next.until())
                .query(Boolean.class)
                .single();
        if (twice) {
            throw new Refused("assembly.refused.mandate-two-roles");
        }
    }

    /** The mandate of a holder at a seat that begins on a day or later; empty if none is recorded. */
    @Transactional(readOnly = true)
    public Optional<UUID> findHolder(UUID seat, PersonId person, LocalDate from) {
        return db.sql("""
                        SELECT id FROM outreach.assembly_mandate
                        WHERE seat = :seat AND role = 'HOLDER' AND person = :person AND since >= :from ORDER BY since LIMIT 1
                        """)
                .param("seat", seat)
                .param("person", person.value())
                .param("from", from)
                .query(UUID.class)
                .optional();
    }

    /** Corrects the first and last day of a mandate. */
    public void correctMandate(UUID id, int version, LocalDate since, @Nullable LocalDate until) {
        Mandate mandate = mandate(id);
        OptimisticLock.requireSameVersion("outreach.assembly_mandate", id, version, mandate.version());
        keep(mandate.withPeriod(since, until));
    }

    /** Deletes a mandate recorded by mistake. */
    public void withdrawMandate(UUID id) {
        mandates.delete(mandate(id));
    }

    private Mandate keep(Mandate mandate) {
        try {
            return OptimisticLock.save(mandates, mandate, "outreach.assembly_mandate", mandate.id(), mandate.version());
        } catch (DataIntegrityViolationException overlaps) {
            throw new Refused("assembly.refused.mandate-overlaps");
        }
    }

    private Seat seat(UUID id) {
        return seats.findById(id).orElseThrow(() -> new NotFound("seat"));
    }

    private Mandate mandate(UUID id) {
        return mandates.findById(id).orElseThrow(() -> new NotFound("mandate"));
    }
}
