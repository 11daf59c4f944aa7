package org.convergence.outreach.assembly.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.AuditEntry;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.ReadCache;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Bodies, their rules, and the seats with their holders on a day. */
@Service
@Transactional(readOnly = true)
@Requires(AssemblyPermissions.READ)
public class BodyQueries {

    /** The day is a query of its own, so that the server keeps one plan: planning these joins takes longer than they do. */
    private static final String SEATS = """
            SELECT s.id, s.version, s.title, s.organisation, o.name, o.short_name, s.since, s.until,
                   h.id AS holder, h.person AS holder_person, hp.display_name AS holder_name, h.since AS holder_since,
                   h.until AS holder_until,
                   u.id AS substitute, u.person AS substitute_person, up.display_name AS substitute_name,
                   u.since AS substitute_since, u.until AS substitute_until
            FROM outreach.assembly_seat s
            LEFT JOIN directory.people_organisation_name o ON o.id = s.organisation
            LEFT JOIN outreach.assembly_mandate h ON h.seat = s.id AND h.role = 'HOLDER'
                  AND (SELECT CAST(:day AS date)) BETWEEN h.since AND coalesce(h.until, 'infinity')
            LEFT JOIN directory.people_person_name hp ON hp.id = h.person
            LEFT JOIN outreach.assembly_mandate u ON u.seat = s.id AND u.role = 'SUBSTITUTE'
                  AND (SELECT CAST(:day AS date)) BETWEEN u.since AND coalesce(u.until, 'infinity')
            LEFT JOIN directory.people_person_name up ON up.id = u.person
            WHERE s.body = :body AND daterange(s.since, s.until, '[]') @> (SELECT CAST(:day AS date))
            ORDER BY s.position, s.id
            """;

    private final BodyRepository bodies;
    private final BodyRulesRepository rules;
    private final SeatRepository seats;
    private final MandateRepository mandates;
    private final AuditTrail audit;
    private final JdbcClient db;

    BodyQueries(
            BodyRepository bodies,
            BodyRulesRepository rules,
            SeatRepository seats,
            MandateRepository mandates,
            AuditTrail audit,
            JdbcClient db) {
        this.bodies = bodies;
        this.rules = rules;
        this.seats = seats;
        this.mandates = mandates;
        this.audit = audit;
        this.db = db;
    }

    /** Rules with the id and version of their row. */
    public record StoredRules(UUID id, int version, UUID body, RuleSet set) {}

    /** A seat, for the form that corrects it. */
    public record SeatDetails(UUID id, int version, BodyId body, SeatFacts facts) {}

    /** A mandate, for the form that corrects it. */
    public record MandateDetails(
            UUID id,
            int version,
            UUID seat,
            SeatRole role,
            PersonId person,
            LocalDate since,
            @Nullable LocalDate until) {}

    /** All bodies: active ones first, by kind and name. */
    public List<Body> findAll() {
        return bodies.findAllInOrder();
    }

    /** A body. */
    public Body findById(BodyId id) {
        return ReadCache.getAll(
                        Body.class,
                        List.of(id),
                        missing -> bodies.findById(id.value())
                                .map(body -> Map.of(id, body))
                                .orElse(Map.of()))
                .values()
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("body"));
    }

    /** Its rules, the latest first. */
    public List<StoredRules> findRules(BodyId body) {
        return ReadCache.getAll(RulesOfBody.class, List.of(body), missing -> Map.of(body, new RulesOfBody(read(body))))
                .values()
                .stream()
                .flatMap(each -> each.all().stream())
                .toList();
    }

    /** Read once for a page: its agenda, its attendance and its replies each ask for them. */
    private record RulesOfBody(List<StoredRules> all) {}

    private List<StoredRules> read(BodyId body) {
        return rules.findByBodyOrderBySinceDesc(body.value()).stream()
                .map(BodyQueries::toStoredRules)
                .toList();
    }

    /** One set of rules. */
    public StoredRules findRulesById(UUID id) {
        return toStoredRules(rules.findById(id).orElseThrow(() -> new NotFound("rules")));
    }

    private static StoredRules toStoredRules(BodyRules row) {
        return new StoredRules(row.id(), row.version(), row.body(), row.set());
    }

    /** The rules that apply on a day; before the first rules, the first. */
    public RuleSet findRulesOn(BodyId body, LocalDate day) {
        List<StoredRules> all = findRules(body);
        return all.stream()
                .map(StoredRules::set)
                .filter(set -> !set.since().isAfter(day))
                .findFirst()
                .or(() -> all.stream().map(StoredRules::set).reduce((later, earlier) -> earlier))
                .orElseGet(() -> RuleSet.defaultsFrom(day));
    }

    /** The seats on a day, in order, with their holders on that day. */
    public List<SeatOnDay> findSeats(BodyId body, LocalDate day) {
        return db.sql(SEATS)
                .param("body", body.value())
                .param("day", day)
                .query((row, n) -> seat(row))
                .list();
    }

    /** A seat, to correct it. */
    public SeatDetails seat(UUID id) {
        Seat seat = seats.findById(id).orElseThrow(() -> new NotFound("seat"));
        UUID organisation = seat.organisation();
        return new SeatDetails(
                id,
                seat.version(),
                new BodyId(seat.body()),
                new SeatFacts(
                        seat.title(),
                        organisation == null ? null : new OrganisationId(organisation),
                        seat.since(),
                        seat.until()));
    }

    /** A mandate, to correct it. */
    public MandateDetails findMandate(UUID id) {
        Mandate it = mandates.findById(id).orElseThrow(() -> new NotFound("mandate"));
        return new MandateDetails(
                id, it.version(), it.seat(), it.role(), new PersonId(it.person()), it.since(), it.until());
    }

    /** The columns of a body at a version; empty if the audit history does not go back to it. */
    public Json findVersion(BodyId body, int version) {
        return audit.findRowAtVersion(Body.TABLE, body.value(), version).orElseGet(Json::empty);
    }

    /** The changes of a body, the latest first. */
    public List<AuditEntry> findChanges(BodyId body) {
        return audit.findByRow(Body.TABLE, body.value(), 20);
    }

    private static SeatOnDay seat(ResultSet row) throws SQLException {
        UUID organisation = row.getObject("organisation", UUID.class);
        return new SeatOnDay(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("title"),
                organisation == null
                        ? null
                        : new OrganisationName(
                                new OrganisationId(organisation), row.getString("name"), row.getString("short_name")),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class),
                sitting(row, "holder"),
                sitting(row, "substitute"));
    }

    private static SeatOnDay.@Nullable SeatMandate sitting(ResultSet row, String role) throws SQLException {
        UUID mandate = row.getObject(role, UUID.class);
        return mandate == null
                ? null
                : new SeatOnDay.SeatMandate(
                        mandate,
                        new PersonId(row.getObject(role + "_person", UUID.class)),
                        row.getString(role + "_name"),
                        row.getObject(role + "_since", LocalDate.class),
                        row.getObject(role + "_until", LocalDate.class));
    }
}
