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
import org.convergence.platform.document.DocumentStorage;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.rendering.RenderingOptions;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Minutes and extracts as files. Signed minutes are served from the stored file. */
@Service
@Transactional(readOnly = true)
@Requires(AssemblyPermissions.READ)
public class MinutesFileService {

    private final MeetingQueries meetings;
    private final MinutesQueries minutes;
    private final ResolutionQueries resolutions;
    private final FollowUpQueries followUps;
    private final DocumentStorage documents;
    private final OrganisationSettings settings;

    MinutesFileService(
            MeetingQueries meetings,
            MinutesQueries minutes,
            ResolutionQueries resolutions,
            FollowUpQueries followUps,
            DocumentStorage documents,
            OrganisationSettings settings) {
        this.meetings = meetings;
        this.minutes = minutes;
        this.resolutions = resolutions;
        this.followUps = followUps;
        this.documents = documents;
        this.settings = settings;
    }

    /** Writes the minutes, current or as signed, and leaves the stream open. */
    public void write(MeetingId id, PaperFormat rendering, Words t, OutputStream out) {
        Meeting meeting = meetings.findById(id);
        if (meeting.state() != MeetingState.HELD) {
            throw new NotFound("minutes");
        }
        Optional<DocumentContent> signed = rendering == PaperFormat.PDF ? signed(meeting) : Optional.empty();
        if (signed.isPresent()) {
            try {
                signed.get().transferTo(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return;
        }
        var paper = MinutesPaperAssembler.assemble(
                account(id, t), settings.current().name(), t);
        rendering.write(paper, t, RenderingOptions.letterPaper("", settings.letterhead()), out);
    }

    private Optional<DocumentContent> signed(Meeting meeting) {
        UUID file = meeting.minutes().signedDocument();
        return file == null
                ? Optional.empty()
                : documents.content(new DocumentId(file), MeetingDocumentGuard.owner(meeting.id()));
    }

    /** Writes the extract of the minutes for a carried resolution, and leaves the stream open. */
    public void writeExtract(UUID resolution, PaperFormat rendering, Words t, OutputStream out) {
        ResolutionDetails it = resolutions.findById(resolution);
        if (!it.carried()) {
            throw new NotFound("resolution");
        }
        Meeting meeting = meetings.findById(it.meeting());
        var paper = ExtractPaperAssembler.assemble(
                it, meeting, minutes.findAttendance(meeting), settings.current().name(), t);
        rendering.write(paper, t, RenderingOptions.letterPaper("", settings.letterhead()), out);
    }

    /** The minutes as they will be signed. */
    byte[] renderSigned(Meeting meeting, Words t) {
        var out = new ByteArrayOutputStream();
        var account = account(meeting.typedId(), t).withMeeting(meeting);
        PaperFormat.PDF.write(
                MinutesPaperAssembler.assemble(account, settings.current().name(), t),
                t,
                RenderingOptions.letterPaper("", settings.letterhead()),
                out);
        return out.toByteArray();
    }

    private MinutesPaperAssembler.MinutesContent account(MeetingId id, Words t) {
        return new MinutesPaperAssembler.MinutesContent(
                meetings.findAgenda(id),
                minutes.findAttendance(id),
                resolutions.findByMeeting(id),
                followUps.findByMeeting(id),
                minutes.findInterests(id),
                minutes.findVotes(id, t));
    }
}
