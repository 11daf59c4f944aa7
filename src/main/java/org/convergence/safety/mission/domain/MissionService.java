package org.convergence.safety.mission.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.checklist.Checklists;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.platform.geography.Country;
import org.convergence.platform.geography.Place;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.safety.guide.Advisories;
import org.convergence.safety.guide.AdvisoryLevel;
import org.convergence.safety.guide.CountryAdvisory;
import org.convergence.safety.mission.MissionId;
import org.convergence.safety.mission.MissionPermissions;
import org.convergence.safety.mission.MissionState;
import org.convergence.safety.mission.domain.Mission.MissionApproval;
import org.convergence.safety.mission.domain.MissionPolicy.ApprovalNeed;
import org.convergence.safety.mission.domain.MissionPolicy.PlannedCheckIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prepares, approves and ends missions. The return is the realisation, and destroys the sealed data. */
@Service
@Transactional
@Requires(MissionPermissions.PREPARE)
public class MissionService {

    /** The kind of record of its checklist. */
    public static final String KIND = "safety.mission";

    private final MissionRepository repository;
    private final MissionDetails details;
    private final MissionChecklist checklist;
    private final Checklists checklists;
    private final CheckInRepository checkIns;
    private final CheckInRecorder recorder;
    private final SealedDataRepository sealed;
    private final Advisories advisories;
    private final RealisationRecorder realisations;
    private final OrganisationSettings settings;

    MissionService(
            MissionRepository repository,
            MissionDetails details,
            MissionChecklist checklist,
            Checklists checklists,
            CheckInRepository checkIns,
            CheckInRecorder recorder,
            SealedDataRepository sealed,
            Advisories advisories,
            RealisationRecorder realisations,
            OrganisationSettings settings) {
        this.repository = repository;
        this.details = details;
        this.checklist = checklist;
        this.checklists = checklists;
        this.checkIns = checkIns;
        this.recorder = recorder;
        this.sealed = sealed;
        this.advisories = advisories;
        this.realisations = realisations;
        this.settings = settings;
    }

    /** @throws NotFound if there is no such mission */
    @Transactional(readOnly = true)
    @Requires(MissionPermissions.READ)
    public Mission findById(MissionId id) {
        return repository.findById(id.value()).orElseThrow(() -> new NotFound("mission"));
    }

    /** What was decided before a mission. */
    @Transactional(readOnly = true)
    @Requires(MissionPermissions.READ)
    public MissionFacts findFacts(MissionId id) {
        Mission mission = findById(id);
        return new MissionFacts(
                mission.title(),
                mission.kind(),
                mission.purpose(),
                mission.risk(),
                mission.lead(),
                mission.president(),
                details.findTravellers(mission.id()),
                details.findLegs(mission.id()),
                details.findLines(mission.id()));
    }

    /** The advisories of the countries of a mission, each once. */
    @Transactional(readOnly = true)
    @Requires(MissionPermissions.READ)
    public List<CountryAdvisory> findAdvisories(MissionId id) {
        List<Country> countries = details.findLegs(id.value()).stream()
                .map(MissionLeg::country)
                .distinct()
                .toList();
        return List.copyOf(advisories.findByCountries(countries).values());
    }

    /** The worst level of a mission's countries. */
    @Transactional(readOnly = true)
    @Requires(MissionPermissions.READ)
    public AdvisoryLevel findWorstLevel(MissionId id) {
        return AdvisoryLevel.worst(
                findAdvisories(id).stream().map(CountryAdvisory::worst).toList());
    }

    /** Prepares a mission, with the usual checklist (R-SEC-6); its security lead is the actor unless another is named. */
    @Transactional(label = "mission.prepare")
    public MissionId create(MissionFacts facts) {
        return create(facts, List.of());
    }

    /** Prepares a mission with check-ins for each traveller; without any, the approval plans them by its risk. */
    @Transactional(label = "mission.prepare")
    public MissionId create(MissionFacts facts, List<PlannedCheckIn> planned) {
        UUID actor = CurrentActor.get().personId();
        PersonId me = actor == null || facts.lead() != null ? null : new PersonId(actor);
        MissionFacts whole = me == null || facts.travellers().contains(me) ? facts : facts.withLead(me);
        requireSound(whole);
        Mission mission = repository.save(Mission.create(whole));
        details.save(mission.id(), whole);
        checklists.propose(KIND, mission.id(), checklist.propose(whole));
        checkIns.write(mission.typedId(), whole.travellers(), planned);
        return mission.typedId();
    }

    /**
     * Changes a mission. An approval lapses when travellers or legs change, or the risk; the next plans again.
     *
     * @param version the version on which the form was opened
     */
    @Transactional(label = "mission.change")
    public void update(MissionId id, int version, MissionFacts facts) {
        Mission mission = findOngoing(id);
        OptimisticLock.requireSameVersion(Mission.TABLE, id.value(), version, mission.version());
        requireSound(facts);
        MissionFacts before = findFacts(id);
        boolean same = before.travellers().equals(facts.travellers())
                && before.legs().equals(facts.legs())
                && before.risk() == facts.risk();
        save(mission.with(version, facts, same));
        details.save(id.value(), facts);
        checkIns.deleteOfOthers(id, facts.travellers());
        checkIns.deleteRemovedDays(id, before.legs(), facts.legs());
        sealed.deleteOfOthers(id, facts.travellers());
    }

    private static void requireSound(MissionFacts facts) {
        Optional<String> problem = MissionPolicy.problem(facts.legs());
        if (problem.isPresent()) {
            throw new Refused(problem.get());
        }
        if (facts.travellers().isEmpty()) {
            throw new Refused("mission.refused.nobody");
        }
        if (Stream.of(facts.lead(), facts.president())
                .filter(Objects::nonNull)
                .anyMatch(facts.travellers()::contains)) {
            throw new Refused("mission.refused.watcher-travels");
        }
    }

    /**
     * Approves a mission at the present levels (R-SEC-2), and plans the check-ins of travellers without written ones.
     *
     * @param resolution number of the resolution; {@code null} for the actor's own act
     * @throws Refused if the level needs a resolution, a plan is missing, or nobody watches over the mission
     */
    @Transactional(label = "mission.approve")
    @Requires(MissionPermissions.APPROVE)
    public void approve(MissionId id, int version, @Nullable String resolution) {
        Mission mission = findOngoing(id);
        OptimisticLock.requireSameVersion(Mission.TABLE, id.value(), version, mission.version());
        AdvisoryLevel worst = findWorstLevel(id);
        ApprovalNeed need = MissionPolicy.need(worst, mission.risk());
        UUID person = CurrentActor.get().personId();
        if (need == ApprovalNeed.RESOLUTION && resolution == null) {
            throw new Refused("mission.refused.resolution");
        }
        if (resolution == null && person == null) {
            throw new Refused("mission.refused.person");
        }
        if (mission.lead() == null) {
            throw new Refused("mission.refused.lead");
        }
        int open = checklist.countOpen(id);
        if (need != ApprovalNeed.PERSON && (mission.president() == null || open > 0)) {
            throw new Refused("mission.refused." + (mission.president() == null ? "president" : "plan"), open);
        }
        save(mission.approved(new MissionApproval(
                settings.today(), worst, resolution, person == null ? null : new PersonId(person), open)));
        List<PlannedCheckIn> planned = MissionPolicy.plan(details.findLegs(id.value()), mission.risk());
        checkIns.plan(id, details.findTravellers(id.value()), planned);
    }

    /** Takes back an approval. */
    @Transactional(label = "mission.withdraw")
    @Requires(MissionPermissions.APPROVE)
    public void withdrawApproval(MissionId id, int version) {
        Mission mission = findOngoing(id);
        OptimisticLock.requireSameVersion(Mission.TABLE, id.value(), version, mission.version());
        save(mission.approved(null));
    }

    /**
     * Records that all travellers are back, with the report; it becomes a realisation, and the sealed data is destroyed.
     *
     * @throws Refused if nobody approved the mission, or the day is before its start or in the future
     */
    @Transactional(label = "mission.return")
    public void recordReturn(MissionId id, int version, LocalDate day, String report) {
        Mission mission = findOngoing(id);
        OptimisticLock.requireSameVersion(Mission.TABLE, id.value(), version, mission.version());
        if (mission.state() != MissionState.APPROVED) {
            throw new Refused("mission.refused.not-approved");
        }
        MissionFacts facts = findFacts(id);
        if (day.isBefore(mission.startsOn()) || day.isAfter(settings.today())) {
            throw new Refused("mission.refused.return-day");
        }
        requireNoDuress(mission);
        if (checkIns.hasAlarm(id) && !mission.isWatchedByActor()) {
            throw new Refused("mission.refused.alarm");
        }
        save(mission.ended(MissionState.RETURNED, day, report));
        close(mission);
        Set<Country> countries = facts.visitedBy(day);
        realisations.record(RecordRealisationCommand.done(
                new RealisationSource(KIND, "mission", id.value().toString(), "/safety/mission/" + id.value()),
                new RealisationDetails(
                        mission.title(),
                        RealisationKind.MISSION,
                        new DayRange(mission.startsOn(), day),
                        countries.size() == 1
                                ? new Place.InCountry(countries.iterator().next())
                                : Place.SEVERAL,
                        null,
                        Set.of()),
                Amounts.UNKNOWN,
                new PlanAttribution(facts.lines(), report, List.of())));
    }

    /** Cancels a mission: nobody is awaited, and the sealed data is destroyed. */
    @Transactional(label = "mission.cancel")
    public void cancel(MissionId id, int version) {
        Mission mission = findOngoing(id);
        OptimisticLock.requireSameVersion(Mission.TABLE, id.value(), version, mission.version());
        requireNoDuress(mission);
        if (checkIns.hasAlarm(id)) {
            throw new Refused("mission.refused.alarm");
        }
        save(mission.ended(MissionState.CANCELLED, settings.today(), null));
        close(mission);
    }

    /** Under duress nothing is destroyed. To all but watchers it is any missing check-in: travellers too may press here. */
    private void requireNoDuress(Mission mission) {
        if (checkIns.hasDuress(mission.typedId())) {
            throw new Refused(mission.isWatchedByActor() ? "mission.refused.duress" : "mission.refused.alarm");
        }
    }

    private void close(Mission mission) {
        recorder.end(mission);
        checklists.end(KIND, mission.id());
        sealed.delete(mission.typedId());
    }

    private Mission findOngoing(MissionId id) {
        Mission mission = findById(id);
        if (mission.state().isOver()) {
            throw new Refused("mission.refused.over");
        }
        return mission;
    }

    private void save(Mission mission) {
        OptimisticLock.save(repository, mission, Mission.TABLE, mission.id(), mission.version());
    }
}
