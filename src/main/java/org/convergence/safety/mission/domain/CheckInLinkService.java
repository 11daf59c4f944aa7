package org.convergence.safety.mission.domain;

import java.util.List;
import java.util.Optional;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonName;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.database.NotFound;
import org.convergence.safety.mission.domain.CheckInService.CheckInReceipt;
import org.convergence.safety.mission.domain.CheckInService.CheckInView;
import org.convergence.safety.mission.domain.MissionLinkService.MissionLink;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Check-ins and calls by the link of a letter, without an account. */
@Service
@Transactional
@Open("a link is for one traveller or watcher of one mission")
public class CheckInLinkService {

    /** The beginning of the addresses. */
    public static final String PATH = MissionLinkService.PATH;

    private final MissionWatch watch;
    private final MissionLinkService links;
    private final CheckInRecorder recorder;
    private final SealedDataRepository sealed;
    private final PeopleDirectory people;

    CheckInLinkService(
            MissionWatch watch,
            MissionLinkService links,
            CheckInRecorder recorder,
            SealedDataRepository sealed,
            PeopleDirectory people) {
        this.watch = watch;
        this.links = links;
        this.recorder = recorder;
        this.sealed = sealed;
        this.people = people;
    }

    /** @throws NotFound if the secret opens nothing */
    @Transactional(readOnly = true)
    public CheckInView open(String secret) {
        MissionLink link = findLink(secret);
        return CurrentActor.callAs(
                CheckInRecorder.SYSTEM,
                () -> recorder.view(
                        mission(link), link.person(), !link.purpose().isForTraveller()));
    }

    /** @throws NotFound if the secret is no traveller's */
    @Transactional(label = "mission.check-in")
    public CheckInReceipt record(String secret, @Nullable String word) {
        MissionLink link = findLink(secret);
        if (!link.purpose().isForTraveller()) {
            throw new NotFound("link");
        }
        return CurrentActor.callAs(
                CheckInRecorder.SYSTEM, () -> recorder.record(mission(link), link.person(), "LINK", null, word));
    }

    /** @throws NotFound if the secret is no watcher's */
    @Transactional(label = "mission.call")
    public void addCall(String secret, int contact, boolean answered, @Nullable String note) {
        MissionLink link = findLink(secret);
        if (link.purpose().isForTraveller()) {
            throw new NotFound("link");
        }
        String caller = Optional.ofNullable(
                        people.personNames(List.of(link.person())).get(link.person()))
                .map(PersonName::name)
                .orElseThrow(() -> new NotFound("link"));
        sealed.addCall(link.mission(), contact, caller, answered, note);
    }

    /** A link follows the mission: it opens nothing for a person who was replaced or no longer travels. */
    private MissionLink findLink(String secret) {
        return links.find(secret)
                .filter(link -> link.purpose().isForTraveller()
                        ? watch.travels(link.mission(), link.person())
                        : mission(link).watchers().contains(link.person()))
                .orElseThrow(() -> new NotFound("link"));
    }

    private Mission mission(MissionLink link) {
        return watch.findById(link.mission());
    }
}
