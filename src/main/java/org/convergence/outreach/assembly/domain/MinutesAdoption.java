package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where minutes are adopted, then signed (R-GOV-14). */
@Service
@Transactional
@Requires(AssemblyPermissions.PREPARE)
public class MinutesAdoption {

    private final OpenMeetings open;
    private final MeetingStore meetings;
    private final ItemStore items;
    private final ResolutionKeeping resolutions;
    private final SignedMinutes signed;
    private final OrganisationSettings settings;

    MinutesAdoption(
            OpenMeetings open,
            MeetingStore meetings,
            ItemStore items,
            ResolutionKeeping resolutions,
            SignedMinutes signed,
            OrganisationSettings settings) {
        this.open = open;
        this.meetings = meetings;
        this.items = items;
        this.resolutions = resolutions;
        this.signed = signed;
        this.settings = settings;
    }

    /**
     * Says that the minutes were adopted.
     *
     * @param in the later meeting of the same body that adopted them, {@code null} where it was otherwise
     * @throws Refused where they are adopted already, or not on a day between the meeting and today
     */
    public void adopt(MeetingId id, LocalDate on, @Nullable MeetingId in) {
        Meeting meeting = open.held(id);
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
        meetings.save(meeting.minutes(new Meeting.Minutes(on, where, null, null, null)));
    }

    /**
     * Says that a later meeting adopted them, and writes its resolution down under the point that is about minutes.
     *
     * @return the resolution
     * @throws Refused where that meeting has no such point, or nobody said yet who was there
     */
    public UUID resolve(MeetingId id, MeetingId in, ResolutionFacts resolution) {
        Meeting later = open.held(in);
        UUID point = items.findByMeetingOrderByPositionAscIdAsc(in.value()).stream()
                .filter(item -> Topic.of(item.title()) == Topic.MINUTES)
                .map(Item::id)
                .findFirst()
                .orElseThrow(() -> new Refused("assembly.refused.no-minutes-point"));
        adopt(id, later.day(), in);
        return resolutions.record(point, resolution);
    }

    /** Takes an adoption back that was said by mistake. */
    public void takeBack(MeetingId id) {
        meetings.save(open.held(id).minutes(Meeting.Minutes.DRAFT));
    }

    /**
     * Signs adopted minutes: from then on nothing of them changes, not even by mistake, and they are kept as the file that
     * was signed.
     *
     * @param by who signs, as they sign
     */
    @Requires(AssemblyPermissions.KEEP)
    public void sign(MeetingId id, LocalDate on, String by) {
        Meeting meeting = open.held(id);
        LocalDate adopted = meeting.minutes().adoptedOn();
        if (adopted == null) {
            throw new Refused("assembly.refused.not-adopted");
        }
        if (on.isBefore(adopted) || on.isAfter(settings.today())) {
            throw new Refused("assembly.refused.signing-day", adopted);
        }
        UUID in = meeting.minutes().adoptedIn();
        UUID file = signed.keep(meeting.minutes(new Meeting.Minutes(adopted, in, on, by, null)));
        meetings.save(meeting.minutes(new Meeting.Minutes(adopted, in, on, by, file)));
    }
}
