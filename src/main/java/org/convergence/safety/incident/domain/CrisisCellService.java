package org.convergence.safety.incident.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.convergence.directory.people.ContactLookup;
import org.convergence.directory.people.ContactLookup.PersonContact;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.safety.incident.IncidentPermissions;
import org.convergence.safety.incident.domain.IncidentDossier.ToldEntry;
import org.convergence.safety.incident.domain.SafetyIncident.SafetyIncidentId;
import org.convergence.safety.incident.domain.SafetyIncidentFacts.IncidentMoment;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The crisis cell of an incident: duties of the people named on it, and the log of decisions (R-SEC-8). */
@Service
@Transactional
@Requires(IncidentPermissions.FOLLOW)
public class CrisisCellService {

    private static final Actor SYSTEM = Actor.system("incident.cell");

    /** What one person does for all in a crisis. */
    public enum CellDuty {
        LEAD,
        FAMILY,
        MEDIA,
        LOG,
        MONEY;

        /** Key of its name in the messages. */
        public String key() {
            return "incident.cell.duty." + name();
        }
    }

    /** A duty and its person. */
    public record CellMember(CellDuty duty, PersonId person) {}

    /**
     * The cell as the people named on the incident see it.
     *
     * @param people those who can have a duty, with their numbers
     * @param decisions in their order
     */
    public record CrisisCell(
            SafetyIncident incident, List<PersonContact> people, List<CellMember> members, List<ToldEntry> decisions) {

        /** How to reach the person of a duty; {@code null} while nobody named on the incident has it. */
        public @Nullable PersonContact contact(CellDuty duty) {
            return members.stream()
                    .filter(each -> each.duty() == duty)
                    .flatMap(member ->
                            people.stream().filter(each -> each.who().id().equals(member.person())))
                    .findFirst()
                    .orElse(null);
        }
    }

    private final SafetyIncidentService service;
    private final SafetyIncidentRepository repository;
    private final IncidentEntryRepository entries;
    private final ContactLookup contacts;
    private final JdbcClient db;

    CrisisCellService(
            SafetyIncidentService service,
            SafetyIncidentRepository repository,
            IncidentEntryRepository entries,
            ContactLookup contacts,
            JdbcClient db) {
        this.service = service;
        this.repository = repository;
        this.entries = entries;
        this.contacts = contacts;
        this.db = db;
    }

    /** @throws NotFound if the actor is not named on the incident, or it is on the restricted form */
    @Transactional(readOnly = true)
    public CrisisCell find(SafetyIncidentId id) {
        SafetyIncident incident = requireCell(id);
        // Its people need each other's numbers, whatever else they may see of the directory.
        List<PersonContact> people =
                List.copyOf(CurrentActor.callAs(SYSTEM, () -> contacts.findContacts(findNamed(incident)))
                        .values());
        return new CrisisCell(
                incident,
                people,
                db.sql("SELECT duty, person FROM safety.incident_duty WHERE incident = ?")
                        .param(id.value())
                        .query(RecordMapper.of(CellMember.class))
                        .list(),
                entries.findAll(id).stream()
                        .filter(each -> each.moment() == IncidentMoment.DECISION)
                        .toList());
    }

    /**
     * Gives out the duties.
     *
     * @param version the version of the incident on which the form was opened
     * @throws Refused if a person is not named on the incident, who would not see it
     */
    @Transactional(label = "incident.cell")
    public void save(SafetyIncidentId id, int version, Map<CellDuty, PersonId> duties) {
        SafetyIncident incident = requireCell(id);
        if (incident.closedOn() != null) {
            throw new Refused("incident.refused.closed");
        }
        if (!findNamed(incident).containsAll(duties.values())) {
            throw new Refused("incident.refused.cell");
        }
        OptimisticLock.requireSameVersion(SafetyIncident.TABLE, incident.id(), version, incident.version());
        OptimisticLock.save(repository, incident, SafetyIncident.TABLE, incident.id(), version);
        for (CellDuty duty : CellDuty.values()) {
            PersonId person = duties.get(duty);
            if (person == null) {
                db.sql("DELETE FROM safety.incident_duty WHERE incident = ? AND duty = ?")
                        .params(id.value(), duty.name())
                        .update();
            } else {
                db.sql("INSERT INTO safety.incident_duty (incident, duty, person) VALUES (?, ?, ?)"
                                + " ON CONFLICT (incident, duty) DO UPDATE SET person = excluded.person"
                                + " WHERE incident_duty.person <> excluded.person")
                        .params(id.value(), duty.name(), person.value())
                        .update();
            }
        }
    }

    /** Adds a decision, with its hour and its author, to what is told. */
    @Transactional(label = "incident.tell")
    public void addDecision(SafetyIncidentId id, String text) {
        requireCell(id);
        service.addEntry(id, IncidentMoment.DECISION, null, text);
    }

    private SafetyIncident requireCell(SafetyIncidentId id) {
        SafetyIncident incident = service.findById(id);
        if (incident.facts().isRestricted()) {
            throw new NotFound("cell");
        }
        return incident;
    }

    private Set<PersonId> findNamed(SafetyIncident incident) {
        Set<PersonId> named = new HashSet<>(entries.findReaders(incident.typedId()));
        Optional.ofNullable(incident.facts().lead()).ifPresent(named::add);
        Optional.ofNullable(incident.facts().president()).ifPresent(named::add);
        return named;
    }
}
