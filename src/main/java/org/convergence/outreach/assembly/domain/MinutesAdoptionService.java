package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adopts minutes, then signs them (R-GOV-14). */
@Service
@Transactional
@Requires(AssemblyPermissions.PREPARE)
public class MinutesAdoptionService {

    private final EditableMeetings open;
    private final MeetingRepository meetings;
    private final AgendaItemRepository items;
    private final ResolutionService resolutions;
    private final ResolutionQueries votes;
    private final SignedMinutesArchive signed;
    private final OrganisationSettings settings;

    MinutesAdoptionService(
            EditableMeetings open,
            MeetingRepository meetings,
            AgendaItemRepository items,
            ResolutionService resolutions,
            ResolutionQueries votes,
            SignedMinutesArchive signed,
            OrganisationSettings settings) {
        this.open = open;
        this.meetings = meetings;
        this.items = items;
        this.resolutions = resolutions;
        this.votes = votes;
        this.signed = signed;
        this.settings = settings;
    }

    /**
     * Records the adoption of minutes.
     *
     * @param in the later meeting of the same body that adopted them; {@code null} if adopted otherwise
     * @throws Refused if they are already adopted, or the day is not between the meeting and today
     */
    @Transactional(label = "assembly.adopt-minutes")
    public void adopt(MeetingId id, LocalDate on, @Nullable MeetingId in) {
        Meeting meeting = open.lockHeld(id);
        if (meeting.minutesState() != MinutesState.DRAFT) {
            throw new Refused("assembly.refused.adopted-already");
        }
        if (on.isBefore(meeting.day()) || on.isAfter(settings.today())) {
            throw new Refused("assembly.refused.adoption-day", meeting.day());
        }
        UUID where = in == null ? null : in.value();
        if (where != null) {
            Meeting later = meetings.findById(where).orElse(meeting);
            if (!later.body().equals(meeting.body())
                    || later.day().isBefore(meeting.day())
                    || where.equals(meeting.id())) {
                throw new Refused("assembly.refused.adopted-elsewhere");
            }
        }
        meetings.save(meeting.minutes(new Meeting.MinutesProgress(on, where, null, null, null)));
    }

    /**
     * Records the adoption by a later meeting, with its resolution under the item about minutes.
     *
     * @return the resolution
     * @throws Refused if that meeting has no such item, or is not held
     */
    @Transactional(label = "assembly.adopt-minutes")
    public UUID adoptByResolution(MeetingId id, MeetingId in, ResolutionFacts resolution) {
        Meeting later = open.lockHeld(in);
        UUID point = items.findByMeetingOrderByPositionAscIdAsc(in.value()).stream()
                .filter(item -> AgendaTopic.fromTitle(item.title()) == AgendaTopic.MINUTES)
                .map(AgendaItem::id)
                .findFirst()
                .orElseThrow(() -> new Refused("assembly.refused.no-minutes-point"));
        adopt(id, later.day(), in);
        return resolutions.record(point, resolution);
    }

    /** Undoes an adoption. */
    @Transactional(label = "assembly.undo-adoption")
    public void undoAdoption(MeetingId id) {
        meetings.save(open.lockHeld(id).minutes(Meeting.MinutesProgress.DRAFT));
    }

    /**
     * Signs adopted minutes: they become read-only, and the signed file is stored.
     *
     * @param by names of the signatories, as they sign
     * @throws Refused if they are not adopted, the day is not between the adoption and today, or a vote is noted with a
     *     quorum that the attendance does not reach
     */
    @Requires(AssemblyPermissions.KEEP)
    @Transactional(label = "assembly.sign-minutes")
    public void sign(MeetingId id, LocalDate on, String by) {
        Meeting meeting = open.lockHeld(id);
        LocalDate adopted = meeting.minutes().adoptedOn();
        if (adopted == null) {
            throw new Refused("assembly.refused.not-adopted");
        }
        if (on.isBefore(adopted) || on.isAfter(settings.today())) {
            throw new Refused("assembly.refused.signing-day", adopted);
        }
        List<String> doubted = votes.findByMeeting(id).stream()
                .filter(ResolutionDetails::isDoubted)
                .map(ResolutionDetails::label)
                .toList();
        if (!doubted.isEmpty()) {
            throw new Refused("assembly.refused.quorum-doubted", String.join(", ", doubted));
        }
        UUID in = meeting.minutes().adoptedIn();
        UUID file = signed.store(meeting.minutes(new Meeting.MinutesProgress(adopted, in, on, by, null)));
        meetings.save(meeting.minutes(new Meeting.MinutesProgress(adopted, in, on, by, file)));
    }
}
