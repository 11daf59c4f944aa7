package org.convergence.outreach.assembly.domain;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.TextShortener;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/**
 * Keeps each resolution that was carried without a quorum as a follow-up, which returns on the agendas of its body until
 * another vote takes it up, or it is dropped.
 */
@Component
record ResolutionRetakes(
        FollowUpRepository followUps,
        ResolutionRepository resolutions,
        MeetingRepository meetings,
        AgendaItemRepository items,
        OrganisationSettings settings,
        RecipientWords words) {

    /** Opens the follow-up of a resolution that was carried without a quorum; closes it once that is corrected. */
    void update(Meeting meeting, Resolution resolution) {
        boolean needed = resolution.vote().carried() && resolution.vote().quorumPresent() != null;
        Optional<FollowUp> before = followUps.findByResolutionAndRetakesTrue(resolution.id());
        Words t = words.forOrganisation();
        if (before.isEmpty() && needed) {
            // Its text stays with its own meeting: guests of the next one read the follow-ups.
            String what = t.say("assembly.retake.title", label(meeting, resolution), meeting.day());
            followUps.save(FollowUp.retaking(meeting, resolution, what));
        } else if (before.isPresent() && needed != (before.get().state() == FollowUpState.OPEN)) {
            if (!needed) {
                followUps.save(before.get()
                        .withState(FollowUpState.DROPPED, settings.today(), t.say("assembly.retake.corrected")));
            } else if (before.get().state() == FollowUpState.DROPPED) {
                followUps.save(before.get().withState(FollowUpState.OPEN, null, ""));
            }
        }
    }

    /** Closes the follow-up that an item takes up, once a vote under the item decides; one lost without a quorum does not. */
    void settle(AgendaItem item, Meeting meeting, Resolution vote) {
        boolean decided = vote.vote().carried() || vote.vote().quorumPresent() == null;
        if (item.takesUp() != null && decided) {
            followUps
                    .findById(item.takesUp())
                    .filter(each -> each.state() == FollowUpState.OPEN)
                    .ifPresent(each -> followUps.save(
                            each.withState(FollowUpState.DONE, settings.today(), label(meeting, vote), vote.id())));
        }
    }

    /**
     * The text of the agenda item that takes up a resolution.
     *
     * @throws Refused if it is taken up or dropped already
     */
    AgendaItemFacts itemFor(MeetingId meeting, UUID followUp) {
        FollowUp it =
                followUps.findById(followUp).filter(FollowUp::retakes).orElseThrow(() -> new NotFound("follow-up"));
        if (it.state() != FollowUpState.OPEN) {
            throw new Refused("assembly.refused.closed-already");
        }
        Meeting taken = meetings.findById(it.meeting()).orElseThrow(() -> new NotFound("meeting"));
        Meeting next = meetings.findById(meeting.value()).orElseThrow(() -> new NotFound("meeting"));
        if (!next.body().equals(it.body()) || next.state() != MeetingState.PLANNED) {
            throw new NotFound("meeting");
        }
        Resolution resolution = resolutions
                .findById(Objects.requireNonNull(it.resolution()))
                .orElseThrow(() -> new NotFound("resolution"));
        String title = words.forOrganisation().say("assembly.retake.title", label(taken, resolution), taken.day());
        String text = resolution.text();
        return text.length() <= AgendaItemFacts.LONGEST_ASKED
                ? new AgendaItemFacts(title, "", text)
                : new AgendaItemFacts(title, TextShortener.shorten(text, AgendaItemFacts.LONGEST_NOTE), "");
    }

    /** The item of a meeting that takes up a resolution already. */
    Optional<UUID> findItem(MeetingId meeting, UUID followUp) {
        List<AgendaItem> all = items.findByMeetingOrderByPositionAscIdAsc(meeting.value());
        return all.stream()
                .filter(each -> followUp.equals(each.takesUp()))
                .map(AgendaItem::id)
                .findFirst();
    }

    private static String label(Meeting meeting, Resolution resolution) {
        return ResolutionLabel.format(Objects.requireNonNull(meeting.series()), resolution.sequence());
    }
}
