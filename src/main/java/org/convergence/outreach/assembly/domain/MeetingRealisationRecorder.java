package org.convergence.outreach.assembly.domain;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.geography.Place;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.TextShortener;
import org.convergence.platform.text.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Records each held meeting and each valid resolution as one realisation. It serves the line of its body, else the
 * plan lines of the body's previous meeting, until changed.
 */
@Component
record MeetingRealisationRecorder(
        RealisationRecorder realisations,
        RealisationFacts facts,
        BodyRepository bodies,
        RecipientWords recipientWords,
        JdbcClient db) {

    private static final String MODULE = "outreach.assembly";
    private static final String HOME = "/outreach/assembly/";

    void recordMeeting(Meeting meeting, MeetingAttendance present) {
        Set<OrganisationId> organisations = present.seats().stream()
                .filter(MeetingAttendance.SeatAttendance::isRepresented)
                .map(each -> each.seat().organisation())
                .flatMap(Stream::ofNullable)
                .map(OrganisationName::id)
                .limit(RealisationDetails.MOST_ORGANISATIONS)
                .collect(Collectors.toSet());
        String code = meeting.plan().placeCode();
        realisations.record(RecordRealisationCommand.done(
                        source("meeting", meeting.id(), "meetings/" + meeting.id()),
                        new RealisationDetails(
                                TextShortener.shorten(name(meeting), RealisationDetails.LONGEST_TITLE),
                                RealisationKind.MEETING,
                                DayRange.on(meeting.day()),
                                code == null ? null : Place.of(code),
                                Participations.of(
                                        present.people() + present.guestList().size()),
                                organisations),
                        Amounts.UNKNOWN,
                        PlanAttribution.serving(findServedActions(meeting)))
                .proposingLine());
    }

    /** @param valid whether it was carried with a quorum; the realisation of another one is withdrawn */
    void recordResolution(Meeting meeting, UUID resolution, String label, String text, boolean valid) {
        RealisationSource source = source("resolution", resolution, "resolutions/" + resolution);
        if (!valid) {
            realisations.withdraw(source);
            return;
        }
        realisations.record(RecordRealisationCommand.done(
                        source,
                        new RealisationDetails(
                                TextShortener.shorten(
                                        label + " – " + text.replaceAll("\\s+", " "), RealisationDetails.LONGEST_TITLE),
                                RealisationKind.RESOLUTION,
                                DayRange.on(meeting.day()),
                                null,
                                null,
                                Set.of()),
                        Amounts.UNKNOWN,
                        PlanAttribution.serving(findServedActions(meeting)))
                .proposingLine());
    }

    /** Updates the realisations after the meeting was moved, including those of its resolutions. */
    void updateAfterMove(Meeting meeting, MeetingAttendance present) {
        recordMeeting(meeting, present);
        db.sql("SELECT id, sequence, text FROM outreach.assembly_resolution"
                        + " WHERE meeting = ? AND carried AND quorum_present IS NULL ORDER BY id")
                .param(meeting.id())
                .query(row -> {
                    String label =
                            ResolutionLabel.format(Objects.requireNonNull(meeting.series()), row.getInt("sequence"));
                    recordResolution(meeting, row.getObject("id", UUID.class), label, row.getString("text"), true);
                });
    }

    /** Withdraws the realisation of a meeting that did not take place. */
    void withdrawMeeting(Meeting meeting, String reason) {
        realisations.withdraw(source("meeting", meeting.id(), "meetings/" + meeting.id()), reason);
    }

    /** The source of the realisation of a meeting or a resolution. */
    private RealisationSource source(String kind, UUID id, String address) {
        return new RealisationSource(MODULE, kind, id.toString(), HOME + address);
    }

    private String name(Meeting meeting) {
        String body = bodies.findById(meeting.body()).map(Body::name).orElse("");
        String what = Meeting.formatTitle(body, meeting.plan().title());
        Words t = recipientWords.forOrganisation();
        return t.say("assembly.evidence.meeting", what, t.date(meeting.day()));
    }

    /** The line of the body, else those of the last realisation of its meetings. */
    private Set<ActionId> findServedActions(Meeting meeting) {
        Optional<ActionId> line = bodies.findById(meeting.body()).map(Body::line);
        if (line.isPresent()) {
            return Set.of(line.get());
        }
        return db
                .sql("""
                        SELECT id FROM outreach.assembly_meeting
                        WHERE body = :body AND state = 'HELD' AND begins <= :begins
                        ORDER BY (id = :id) DESC, begins DESC, id DESC LIMIT 2
                        """)
                .param("body", meeting.body())
                .param("begins", meeting.plan().begins())
                .param("id", meeting.id())
                .query(UUID.class)
                .list()
                .stream()
                .map(this::served)
                .filter(actions -> !actions.isEmpty())
                .findFirst()
                .orElse(Set.of());
    }

    private Set<ActionId> served(UUID meeting) {
        return realisations
                .findBySource(source("meeting", meeting, "meetings/" + meeting))
                .map(id -> facts.findAllById(List.of(id)))
                .filter(found -> !found.isEmpty())
                .map(found -> found.get(0).telling().actions())
                .orElse(Set.of());
    }
}
