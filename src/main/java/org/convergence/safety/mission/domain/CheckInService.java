package org.convergence.safety.mission.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.ContactLookup.PersonContact;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.LetterSummary;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.safety.mission.MissionId;
import org.convergence.safety.mission.MissionPermissions;
import org.convergence.safety.mission.MissionState;
import org.convergence.safety.mission.domain.MissionLinkService.LinkPurpose;
import org.convergence.safety.mission.domain.MissionPolicy.PlannedCheckIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Check-ins, for the people named on the mission: the traveller answers, on a page or by link; a watcher notes what
 * came otherwise. A duress word is answered like any check-in, and alerts the watchers silently (R-SEC-7).
 */
@Service
@Transactional
@Requires(MissionPermissions.WATCH)
public class CheckInService {

    private final MissionWatch watch;
    private final MissionDetails details;
    private final CheckInRepository checkIns;
    private final CheckInRecorder recorder;
    private final SealedDataRepository sealed;
    private final MissionLetterSender letters;
    private final Clock clock;

    CheckInService(
            MissionWatch watch,
            MissionDetails details,
            CheckInRepository checkIns,
            CheckInRecorder recorder,
            SealedDataRepository sealed,
            MissionLetterSender letters,
            Clock clock) {
        this.watch = watch;
        this.details = details;
        this.checkIns = checkIns;
        this.recorder = recorder;
        this.sealed = sealed;
        this.letters = letters;
        this.clock = clock;
    }

    /** A call made during an alert; the note is empty if there is none, or the keys are others. */
    public record NotedCall(int contact, String caller, Instant calledAt, boolean answered, String note) {}

    /** A duress alert that was closed; the note is empty where the keys are others. */
    public record ClosedAlert(String by, Instant at, String note) {}

    /**
     * The check-ins of a mission as one person sees them: a traveller sees the own ones, a watcher all.
     *
     * @param me the person who looks
     * @param isMailSet whether letters leave at all
     * @param failingSince since when the mail server takes none; {@code null} while it does
     * @param letters the state of the last letter for each check-in
     * @param contacts how to reach travellers and watchers
     * @param callList whom to call, one a line
     * @param calls those noted; none for travellers
     * @param closed duress alerts that are over; none for travellers
     */
    public record CheckInView(
            Mission mission,
            PersonId me,
            boolean isWatcher,
            List<MissionLeg> legs,
            List<PersonName> travellers,
            List<CheckInLine> checkIns,
            boolean isMailSet,
            @Nullable Instant failingSince,
            Map<UUID, LetterStatus> letters,
            List<PersonContact> contacts,
            List<String> callList,
            List<NotedCall> calls,
            List<ClosedAlert> closed) {

        /** Names of people to whom no letter can be sent. */
        public List<String> unreachable() {
            return contacts.stream()
                    .filter(each -> each.mail() == null)
                    .map(each -> each.who().name())
                    .sorted()
                    .toList();
        }

        /** Names of travellers on a mission once planned who have no check-in to come where its risk asks for one. */
        public List<String> unawaited(Instant now) {
            boolean isPlanned = mission.state() == MissionState.APPROVED
                    || checkIns.stream().anyMatch(each -> !each.isDrill());
            if (mission.state().isOver()
                    || !isPlanned
                    || MissionPolicy.plan(legs, mission.risk()).stream()
                            .noneMatch(each -> each.due().isAfter(now))) {
                return List.of();
            }
            return travellers.stream()
                    .filter(each -> isWatcher || each.id().equals(me))
                    .filter(each -> checkIns.stream()
                            .noneMatch(line -> line.person().equals(each.id())
                                    && line.doneAt() == null
                                    && line.dueAt().isAfter(now)))
                    .map(PersonName::name)
                    .toList();
        }

        /** How to reach a person of the mission; empty for nobody. */
        public Optional<PersonContact> contact(@Nullable PersonId person) {
            return contacts.stream()
                    .filter(each -> each.who().id().equals(person))
                    .findFirst();
        }

        /** Whether a duress alert is open; never for travellers. */
        public boolean isDuress() {
            return isWatcher && checkIns.stream().anyMatch(CheckInLine::isDuress);
        }
    }

    /** @throws NotFound if the actor is not named on the mission */
    @Transactional(readOnly = true)
    public CheckInView show(MissionId id) {
        Mission mission = watch.requireNamed(id);
        PersonId me = actor().orElseThrow(() -> new NotFound("mission"));
        return recorder.view(mission, me, watch.isWatcher(mission));
    }

    /** The answer to a sign of life: the check-ins that it answers, and the next one due. */
    public record CheckInReceipt(
            List<CheckInLine> answered, @Nullable CheckInLine next) {

        static final CheckInReceipt NONE = new CheckInReceipt(List.of(), null);
    }

    /**
     * Records a sign of life, of the actor as a traveller, or noted by a watcher.
     *
     * @param person the traveller; {@code null} for the actor, or the only traveller
     * @param word what was said with it; the duress word alerts silently
     */
    @Transactional(label = "mission.check-in")
    public CheckInReceipt record(MissionId id, @Nullable PersonId person, @Nullable String word) {
        // The installation's own program, such as a gateway for text messages, passes on what travellers said.
        boolean isProgram = CurrentActor.get().id().equals(Actor.AUTOMATION);
        Mission mission = isProgram ? watch.findById(id) : watch.requireNamed(id);
        Set<PersonId> travellers = details.findTravellers(id.value());
        Optional<PersonId> actor = actor().filter(travellers::contains);
        PersonId traveller = person != null
                ? person
                : actor.or(() -> travellers.size() == 1 ? travellers.stream().findFirst() : Optional.empty())
                        .orElseThrow(() -> new Refused("mission.refused.whose"));
        boolean isOwn = actor.filter(traveller::equals).isPresent();
        if (!travellers.contains(traveller) || (!isOwn && !isProgram && !watch.isWatcher(mission))) {
            throw new NotFound("traveller");
        }
        return recorder.record(
                mission,
                traveller,
                isOwn ? "PAGE" : "NOTED",
                isOwn ? null : CurrentActor.get().label(),
                word);
    }

    /** Replaces the check-ins to come by those of the mission's risk. */
    @Transactional(label = "mission.plan")
    public void planAnew(MissionId id) {
        Mission mission = requireOngoing(id);
        checkIns.deleteFuture(id);
        List<PlannedCheckIn> toCome = MissionPolicy.plan(details.findLegs(id.value()), mission.risk()).stream()
                .filter(each -> each.due().isAfter(clock.instant()))
                .toList();
        checkIns.plan(id, details.findTravellers(id.value()), toCome);
    }

    /** Makes every traveller's check-in due now, to try the whole chain before the departure (R-SAFE-2). */
    @Transactional(label = "mission.drill")
    public void drill(MissionId id) {
        Mission mission = requireOngoing(id);
        PlannedCheckIn now = recorder.dueNow(mission, clock.instant());
        details.findTravellers(id.value())
                .forEach(each -> checkIns.insert(
                        id, each, new PlannedCheckIn(now.due(), Duration.ofMinutes(5), now.zone()), true));
    }

    /** The letters that {@link #invite} would post. */
    @Transactional(readOnly = true)
    @Requires(MissionPermissions.READ)
    public MailingPreview previewInvitations(MissionId id) {
        requireOngoing(id);
        return CurrentActor.callAs(
                CheckInRecorder.SYSTEM, () -> letters.previewInvitations(details.findTravellers(id.value())));
    }

    /** The letters with their link to travellers, by state. */
    @Transactional(readOnly = true)
    public LetterSummary summarizeInvitations(MissionId id) {
        watch.requireNamed(id);
        return letters.summarizeInvitations(id);
    }

    /** Mails each traveller the link of their page, and returns the number of letters. */
    @Transactional(label = "mission.invite")
    @Requires(MissionPermissions.READ)
    public int invite(MissionId id) {
        requireOngoing(id);
        return CurrentActor.callAs(CheckInRecorder.SYSTEM, () -> (int) details.findTravellers(id.value()).stream()
                .filter(each -> letters.post(id, each, null, LinkPurpose.INVITATION))
                .count());
    }

    /**
     * Stores whom to call, one a line: name, function, number.
     *
     * @throws Refused if a line has no number
     */
    @Transactional(label = "mission.call-list")
    public void saveCallList(MissionId id, String lines) {
        requireOngoing(id);
        lines.lines()
                .filter(line -> !line.isBlank() && MissionPolicy.phoneNumber(line) == null)
                .findFirst()
                .ifPresent(line -> {
                    throw new Refused("mission.refused.number", line.strip());
                });
        sealed.saveCallList(id, lines);
    }

    /** Notes a call of the actor; contact 0 is the traveller, else a line of the call list. */
    @Transactional(label = "mission.call")
    public void addCall(MissionId id, int contact, boolean answered, @Nullable String note) {
        watch.requireWatcher(id);
        sealed.addCall(id, contact, CurrentActor.get().label(), answered, note);
    }

    /**
     * Closes the alert of a duress word, which no check-in and no return ends.
     *
     * @param note how the person was found safe
     * @throws NotFound if the actor does not watch over the mission
     */
    @Transactional(label = "mission.close-alert")
    public void closeDuress(MissionId id, String note) {
        watch.requireWatcher(id);
        if (!sealed.closeDuress(id, CurrentActor.get().label(), note)) {
            throw new Refused("mission.refused.no-duress");
        }
    }

    private Mission requireOngoing(MissionId id) {
        Mission mission = watch.requireWatcher(id);
        if (mission.state().isOver()) {
            throw new Refused("mission.refused.over");
        }
        return mission;
    }

    private static Optional<PersonId> actor() {
        return Optional.ofNullable(CurrentActor.get().personId()).map(PersonId::new);
    }
}
