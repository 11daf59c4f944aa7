package org.convergence.outreach.assembly.domain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.document.DocumentContent;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentKeeping;
import org.convergence.platform.rendering.Edition;
import org.convergence.platform.rendering.Rendering;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Minutes and extracts as files. Signed minutes are served from the stored file. */
@Service
@Transactional(readOnly = true)
@Requires(AssemblyPermissions.READ)
public class MinutesPapers {

    private final MeetingReading meetings;
    private final MinutesReading minutes;
    private final Resolutions resolutions;
    private final FollowUps followUps;
    private final DocumentKeeping documents;
    private final OrganisationSettings settings;

    MinutesPapers(
            MeetingReading meetings,
            MinutesReading minutes,
            Resolutions resolutions,
            FollowUps followUps,
            DocumentKeeping documents,
            OrganisationSettings settings) {
        this.meetings = meetings;
        this.minutes = minutes;
        this.resolutions = resolutions;
        this.followUps = followUps;
        this.documents = documents;
        this.settings = settings;
    }

    /** Writes the minutes, current or as signed, and leaves the stream open. */
    public void write(MeetingId id, Rendering rendering, Words t, OutputStream out) {
        Meeting meeting = meetings.one(id);
        if (meeting.state() != MeetingState.HELD) {
            throw new NotFound("minutes");
        }
        Optional<DocumentContent> signed = rendering == Rendering.PDF ? signed(meeting) : Optional.empty();
        if (signed.isPresent()) {
            try {
                signed.get().transferTo(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return;
        }
        var paper = MinutesPaper.of(account(id), settings.current().name(), t);
        rendering.write(paper, t, Edition.at(""), out);
    }

    private Optional<DocumentContent> signed(Meeting meeting) {
        UUID file = meeting.minutes().signedDocument();
        return file == null
                ? Optional.empty()
                : documents.content(new DocumentId(file), PaperGuard.owner(meeting.id()));
    }

    /** Writes the extract of the minutes for a carried resolution, and leaves the stream open. */
    public void extract(UUID resolution, Rendering rendering, Words t, OutputStream out) {
        Passed it = resolutions.one(resolution);
        if (!it.carried()) {
            throw new NotFound("resolution");
        }
        Meeting meeting = meetings.one(it.meeting());
        var paper = ExtractPaper.of(
                it, meeting, minutes.present(meeting), settings.current().name(), t);
        rendering.write(paper, t, Edition.at(""), out);
    }

    /** The minutes as they will be signed. */
    byte[] asSigned(Meeting meeting, Words t) {
        var out = new ByteArrayOutputStream();
        var account = account(meeting.typedId()).of(meeting);
        Rendering.PDF.write(MinutesPaper.of(account, settings.current().name(), t), t, Edition.at(""), out);
        return out.toByteArray();
    }

    private MinutesPaper.Account account(MeetingId id) {
        return new MinutesPaper.Account(
                meetings.agenda(id), minutes.present(id), resolutions.of(id), followUps.of(id), minutes.interests(id));
    }
}
