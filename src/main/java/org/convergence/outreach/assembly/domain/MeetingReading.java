package org.convergence.outreach.assembly.domain;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.AuditEntry;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.document.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Meetings and their agendas. */
@Service
@Transactional(readOnly = true)
@Requires(AssemblyPermissions.READ)
public class MeetingReading {

    private final MeetingStore meetings;
    private final ItemStore items;
    private final BodyReading bodies;
    private final Returning returning;
    private final MeetingFiles files;
    private final NoticeQueries notices;
    private final AuditTrail audit;

    MeetingReading(
            MeetingStore meetings,
            ItemStore items,
            BodyReading bodies,
            Returning returning,
            MeetingFiles files,
            NoticeQueries notices,
            AuditTrail audit) {
        this.returning = returning;
        this.meetings = meetings;
        this.items = items;
        this.bodies = bodies;
        this.files = files;
        this.notices = notices;
        this.audit = audit;
    }

    /** A meeting. */
    public Meeting one(MeetingId id) {
        return meetings.findById(id.value()).orElseThrow(() -> new NotFound("meeting"));
    }

    /** A meeting with its body, its rules and its agenda. */
    public Agenda agenda(MeetingId id) {
        Meeting meeting = one(id);
        Map<UUID, List<Document>> papers = files.of(id);
        List<Agenda.Point> points = items.findByMeetingOrderByPositionAscIdAsc(id.value()).stream()
                .map(item -> point(item, papers.getOrDefault(item.id(), List.of())))
                .toList();
        return new Agenda(
                meeting,
                bodies.one(meeting.bodyId()),
                bodies.rulesOn(meeting.bodyId(), meeting.day()),
                points,
                returning.to(meeting),
                notices.findByMeeting(meeting.id()));
    }

    /** An agenda item with its meeting. */
    public record PointOf(MeetingId meeting, Agenda.Point point) {}

    /** An item. */
    public PointOf point(UUID id) {
        Item item = items.findById(id).orElseThrow(() -> new NotFound("item"));
        MeetingId meeting = new MeetingId(item.meeting());
        return new PointOf(meeting, point(item, files.of(meeting).getOrDefault(id, List.of())));
    }

    /** The columns of a meeting at a version; empty if the audit history does not go back to it. */
    public Json meetingAt(MeetingId id, int version) {
        return audit.rowAt(Meeting.TABLE, id.value(), version).orElseGet(Json::empty);
    }

    /** The same for an agenda item. */
    public Json itemAt(UUID id, int version) {
        return audit.rowAt(Item.TABLE, id, version).orElseGet(Json::empty);
    }

    /** The last author of one of these columns of an item; {@code null} if unchanged. */
    public @Nullable String lastWriter(UUID item, List<String> columns) {
        return audit.of(Item.TABLE, item, 20).stream()
                .filter(entry -> entry.fields().stream().anyMatch(field -> columns.contains(field.name())))
                .findFirst()
                .map(AuditEntry::who)
                .orElse(null);
    }

    /** The changes of a meeting, the latest first. */
    public List<AuditEntry> changes(MeetingId id) {
        return audit.of(Meeting.TABLE, id.value(), 20);
    }

    private static Agenda.Point point(Item item, List<Document> papers) {
        return new Agenda.Point(
                item.id(), item.version(), item.title(), item.note(), item.asked(), item.minutes(), papers);
    }
}
