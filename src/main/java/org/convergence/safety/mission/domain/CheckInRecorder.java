package org.convergence.safety.mission.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.convergence.directory.people.ContactLookup.PersonContact;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.LetterStatusService.MailFailure;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.safety.mission.CheckInId;
import org.convergence.safety.mission.MissionId;
import org.convergence.safety.mission.domain.CheckInService.CheckInReceipt;
import org.convergence.safety.mission.domain.CheckInService.CheckInView;
import org.convergence.safety.mission.domain.MissionLinkService.LinkPurpose;
import org.convergence.safety.mission.domain.MissionPolicy.PlannedCheckIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows and records check-ins for callers who have checked who asks: an account, or a link. */
@Component
record CheckInRecorder(
        MissionRepository missions,
        MissionDetails details,
        CheckInRepository checkIns,
        SealedDataRepository sealed,
        MissionLetterSender letters,
        LetterStatusService statuses,
        PeopleDirectory people,
        MissionContacts contacts,
        OrganisationSettings settings,
        Clock clock) {

    static final Actor SYSTEM = Actor.system("mission.check-in");

    /** The check-ins as a traveller or a watcher sees them. */
    CheckInView view(Mission mission, PersonId me, boolean isWatcher) {
        MissionId id = mission.typedId();
        Set<PersonId> travellers = details.findTravellers(mission.id());
        List<CheckInLine> lines = checkIns.findByMission(id).stream()
                .filter(each -> isWatcher || each.person().equals(me))
                .map(each -> isWatcher ? each : each.withoutSteps())
                .toList();
        return new CheckInView(
                mission,
                me,
                isWatcher,
                details.findLegs(mission.id()),
                people.personNames(travellers).values().stream()
                        .sorted(Comparator.comparing(PersonName::name))
                        .toList(),
                lines,
                statuses.isMailSet(),
                statuses.findFailure().map(MailFailure::since).orElse(null),
                statuses.findByRecords(
                        MissionLetterSender.MATTER,
                        lines.stream().map(each -> each.id().value()).toList()),
                findContacts(mission, travellers),
                sealed.findCallList(id),
                isWatcher ? sealed.findCalls(id) : List.of(),
                isWatcher ? sealed.findClosed(id) : List.of());
    }

    private List<PersonContact> findContacts(Mission mission, Set<PersonId> travellers) {
        List<PersonId> all =
                Stream.concat(travellers.stream(), mission.watchers().stream()).toList();
        return List.copyOf(CurrentActor.callAs(SYSTEM, () -> contacts.find(all)).values());
    }

    /** Records a sign of life of a traveller, which holds for all missions on which the person is now. */
    CheckInReceipt record(
            Mission mission, PersonId person, String channel, @Nullable String receivedBy, @Nullable String word) {
        return record(mission, person, channel, receivedBy, word, clock.instant());
    }

    /** As above, of a sign that was given at an hour that is not after the present one. */
    CheckInReceipt record(
            Mission mission,
            PersonId person,
            String channel,
            @Nullable String receivedBy,
            @Nullable String word,
            Instant at) {
        if (mission.state().isOver()) {
            throw new Refused("public.mission.over");
        }
        boolean isDuress = word != null && sealed.isDuress(person, word);
        SignOfLife sign = new SignOfLife(person, channel, receivedBy, isDuress, at);
        CheckInReceipt receipt = CheckInReceipt.NONE;
        // In one order for all, so that two signs of life at once do not wait for each other.
        for (MissionId each : checkIns.findCurrent(mission.typedId(), person, settings.today())) {
            boolean isAsked = each.equals(mission.typedId());
            CheckInReceipt of = record(missions.findById(each.value()).orElseThrow(), sign, isAsked || isDuress);
            receipt = isAsked ? of : receipt;
        }
        return receipt;
    }

    private record SignOfLife(
            PersonId person, String channel, @Nullable String receivedBy, boolean isDuress, Instant at) {}

    /** @param always whether it is noted even if no check-in is due */
    private CheckInReceipt record(Mission mission, SignOfLife sign, boolean always) {
        MissionId id = mission.typedId();
        List<CheckInLine> open = checkIns.lockOpen(id, sign.person());
        List<CheckInLine> answered = open.stream()
                .filter(each -> MissionPolicy.answers(each.dueAt(), sign.at()))
                .toList();
        List<CheckInId> ids = answered.isEmpty() && always
                ? List.of(checkIns.insert(id, sign.person(), dueNow(mission, sign.at()), false))
                : answered.stream().map(CheckInLine::id).toList();
        ids.forEach(each -> checkIns.answer(each, sign.at(), sign.channel(), sign.receivedBy()));
        if (sign.isDuress()) {
            checkIns.take(ids.get(0), CheckInLine.DURESS);
        }
        if (sign.isDuress()) {
            tell(mission, ids.get(0), LinkPurpose.DURESS, true);
        } else if (!checkIns.hasDuress(id)) {
            tellOver(mission, answered);
        }
        return new CheckInReceipt(
                answered,
                open.stream()
                        .filter(each -> !answered.contains(each))
                        .findFirst()
                        .orElse(null));
    }

    /** After the end of a mission nobody is awaited, and those who were alerted learn that it is over. */
    void end(Mission mission) {
        tellOver(
                mission,
                checkIns.findByMission(mission.typedId()).stream()
                        .filter(each -> each.doneAt() == null)
                        .toList());
        checkIns.closeAtReturn(mission.typedId());
    }

    /** Tells those who were alerted by the clock that nobody is missing now: answers came, or the return. */
    void tellOver(Mission mission, List<CheckInLine> answered) {
        answered.stream()
                .filter(CheckInLine::reachedWatchers)
                .findFirst()
                .ifPresent(each -> tell(
                        mission,
                        each.id(),
                        LinkPurpose.OVER,
                        answered.stream().anyMatch(CheckInLine::reachedPresident)));
    }

    private void tell(Mission mission, CheckInId checkIn, LinkPurpose purpose, boolean tellsPresident) {
        CurrentActor.runAs(
                SYSTEM,
                () -> mission.watchers().stream()
                        .filter(watcher -> tellsPresident || watcher.equals(mission.lead()))
                        .forEach(watcher -> letters.post(mission.typedId(), watcher, checkIn, purpose)));
    }

    /** A check-in that is due now, where the travellers are. */
    PlannedCheckIn dueNow(Mission mission, Instant now) {
        ZoneId zone = CheckInRepository.zoneAt(
                details.findLegs(mission.id()), now, settings.current().zone());
        return new PlannedCheckIn(now, Duration.ZERO, zone);
    }
}
