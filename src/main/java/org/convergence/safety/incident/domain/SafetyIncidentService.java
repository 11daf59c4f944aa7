package org.convergence.safety.incident.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.consent.PrivacyIncidents;
import org.convergence.directory.people.NamedPeopleFinder;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.safety.incident.IncidentPermissions;
import org.convergence.safety.incident.domain.SafetyIncident.SafetyIncidentId;
import org.convergence.safety.incident.domain.SafetyIncidentFacts.IncidentMoment;
import org.convergence.safety.incident.domain.SafetyIncidentFacts.IncidentNoticeKind;
import org.convergence.safety.incident.domain.SafetyIncidentFacts.IncidentSeverity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes incidents and follows them up. Texts are encrypted; people not named on an incident do not find it. */
@Service
@Transactional
@Requires(IncidentPermissions.FOLLOW)
public class SafetyIncidentService {

    /** The most people named on one incident besides the security lead and the president. */
    public static final int MOST_READERS = 6;

    /** The kind of its checklist, in which lessons come back as tasks. */
    public static final String KIND = "safety.incident";

    /** What is done with a notice. */
    public enum NoticeAct {
        GIVE,
        TAKE_BACK,
        DROP
    }

    private final SafetyIncidentRepository repository;
    private final IncidentEntryRepository entries;
    private final NamedPeopleFinder names;
    private final PrivacyIncidents register;
    private final OrganisationSettings settings;
    private final Clock clock;

    SafetyIncidentService(
            SafetyIncidentRepository repository,
            IncidentEntryRepository entries,
            NamedPeopleFinder names,
            PrivacyIncidents register,
            OrganisationSettings settings,
            Clock clock) {
        this.repository = repository;
        this.entries = entries;
        this.names = names;
        this.register = register;
        this.settings = settings;
        this.clock = clock;
    }

    /** The full names of the directory in a text; none for actors who may not see names. */
    public List<String> findNames(String text) {
        return CurrentActor.get().may(PeoplePermissions.READ)
                ? names.findNames(List.of(text)).get(0)
                : List.of();
    }

    /**
     * Notes what was told; the notices that it needs become due. The actor is named on it.
     *
     * @param readers the people named besides the security lead and the president
     * @param place as exact as it needs to be; {@code null} if it is not told
     * @throws Refused if it is in the future, or nobody would see it
     */
    @Transactional(label = "incident.note")
    @Requires(IncidentPermissions.NOTE)
    public SafetyIncidentId note(
            SafetyIncidentFacts facts, Collection<PersonId> readers, @Nullable String place, String told) {
        UUID actor = CurrentActor.get().personId();
        Set<PersonId> named = new HashSet<>(readers);
        if (actor != null) {
            named.add(new PersonId(actor));
        }
        if (named.size() > MOST_READERS) {
            throw new Refused("incident.refused.readers", MOST_READERS);
        }
        requireSound(facts, named);
        Instant now = clock.instant();
        SafetyIncident incident = repository.save(new SafetyIncident(
                Ids.next(),
                0,
                entries.createCode(facts.happenedOn().getYear()),
                facts,
                now,
                writtenDueOn(facts, now),
                facts.isRestricted() ? null : settings.today().plusDays(IncidentPolicy.REVIEW_DAYS),
                null,
                null));
        entries.add(incident.typedId(), IncidentMoment.ORAL, place, told);
        entries.saveReaders(incident.typedId(), named);
        proposeNotices(incident, Set.of());
        return incident.typedId();
    }

    /** @throws NotFound if there is none, or the actor is not named on it */
    @Transactional(readOnly = true)
    public SafetyIncident findById(SafetyIncidentId id) {
        return repository
                .findById(id.value())
                .filter(each -> isNamed(each))
                .orElseThrow(() -> new NotFound("incident"));
    }

    private boolean isNamed(SafetyIncident incident) {
        UUID actor = CurrentActor.get().personId();
        if (actor == null) {
            return false;
        }
        PersonId me = new PersonId(actor);
        return me.equals(incident.facts().lead())
                || me.equals(incident.facts().president())
                || entries.findReaders(incident.typedId()).contains(me);
    }

    /** @param version the version on which the form was opened */
    @Transactional(label = "incident.change")
    public void update(SafetyIncidentId id, int version, SafetyIncidentFacts facts, Collection<PersonId> readers) {
        SafetyIncident before = requireOpen(id);
        requireSound(facts, readers);
        if (facts.isRestricted() != before.facts().isRestricted()) {
            throw new NotFound("form");
        }
        SafetyIncident after = before.with(facts, writtenDueOn(facts, before.toldAt()));
        save(after, version);
        entries.saveReaders(id, readers);
        proposeNotices(after, IncidentPolicy.propose(before.facts()).keySet());
    }

    /** Adds to what is told; nothing told is ever changed. */
    @Transactional(label = "incident.tell")
    public void addEntry(SafetyIncidentId id, IncidentMoment moment, @Nullable String place, String text) {
        requireOpen(id);
        entries.add(id, moment, place, text);
    }

    /** @throws Refused if it has this notice already */
    @Transactional(label = "incident.notice")
    public void addNotice(SafetyIncidentId id, IncidentNoticeKind kind, LocalDate dueOn) {
        requireOpen(id);
        if (!entries.addNotice(id, kind, dueOn)) {
            throw new Refused("incident.refused.notice");
        }
    }

    /**
     * Records that a notice was given, takes that back, or takes out one that is not needed.
     *
     * @param act what to do; a notice that was given stays
     */
    @Transactional(label = "incident.notice")
    public void change(SafetyIncidentId id, IncidentNoticeKind kind, NoticeAct act) {
        requireOpen(id);
        if (act == NoticeAct.DROP) {
            if (!entries.deleteNotice(id, kind)) {
                throw new Refused("incident.refused.given");
            }
        } else if (!entries.saveNotice(id, kind, act == NoticeAct.GIVE ? settings.today() : null)) {
            throw new NotFound("notice");
        }
    }

    /** Cites the entry of the register of confidentiality incidents (R-SEC-10). */
    @Transactional(label = "incident.register")
    public void register(SafetyIncidentId id, UUID entry) {
        SafetyIncident incident = requireOpen(id);
        if (!incident.facts().privacy()
                || register.findRecent().stream().noneMatch(each -> each.id().equals(entry))) {
            throw new NotFound("entry of the register");
        }
        save(incident.with(entry, null), incident.version());
    }

    /** @throws Refused before the review, while a notice is due, or while the register lacks it */
    @Transactional(label = "incident.close")
    public void close(SafetyIncidentId id, int version) {
        SafetyIncident incident = requireOpen(id);
        if (!incident.facts().isRestricted()
                && entries.findAll(id).stream().noneMatch(each -> each.moment() == IncidentMoment.AFTER)) {
            throw new Refused("incident.refused.review");
        }
        if (entries.findNotices(id).stream().anyMatch(each -> each.toldOn() == null)) {
            throw new Refused("incident.refused.owes");
        }
        if (incident.facts().privacy() && incident.privacyIncident() == null) {
            throw new Refused("incident.refused.register");
        }
        save(incident.with(incident.privacyIncident(), settings.today()), version);
    }

    @Transactional(label = "incident.reopen")
    public void reopen(SafetyIncidentId id) {
        SafetyIncident incident = findById(id);
        save(incident.with(incident.privacyIncident(), null), incident.version());
    }

    private SafetyIncident requireOpen(SafetyIncidentId id) {
        SafetyIncident incident = findById(id);
        if (incident.closedOn() != null) {
            throw new Refused("incident.refused.closed");
        }
        return incident;
    }

    private void requireSound(SafetyIncidentFacts facts, Collection<PersonId> readers) {
        // A place ahead of the organisation may already be in its next day.
        if (facts.happenedOn().isAfter(settings.today().plusDays(1))) {
            throw new Refused("incident.refused.future");
        }
        if (facts.isRestricted() ? readers.isEmpty() : facts.lead() == null && facts.president() == null) {
            throw new Refused("incident.refused.nobody");
        }
    }

    private @Nullable LocalDate writtenDueOn(SafetyIncidentFacts facts, Instant told) {
        IncidentSeverity severity = facts.severity();
        return severity == null ? null : settings.dayOf(IncidentPolicy.writtenDue(severity, told));
    }

    private void proposeNotices(SafetyIncident incident, Set<IncidentNoticeKind> proposed) {
        IncidentPolicy.propose(incident.facts()).forEach((kind, days) -> {
            if (!proposed.contains(kind)) {
                entries.addNotice(incident.typedId(), kind, settings.today().plusDays(days));
            }
        });
    }

    private void save(SafetyIncident incident, int version) {
        OptimisticLock.requireSameVersion(SafetyIncident.TABLE, incident.id(), version, incident.version());
        OptimisticLock.save(repository, incident, SafetyIncident.TABLE, incident.id(), version);
    }
}
