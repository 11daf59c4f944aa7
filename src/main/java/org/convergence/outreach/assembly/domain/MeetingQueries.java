package org.convergence.outreach.assembly.domain;

import java.util.ArrayList;
import java.util.HashMap;
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
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentStorage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Meetings and their agendas. */
@Service
@Transactional(readOnly = true)
@Requires(AssemblyPermissions.READ)
public class MeetingQueries {

    private final MeetingRepository meetings;
    private final AgendaItemRepository items;
    private final BodyQueries bodies;
    private final FollowUpQueries followUps;
    private final ConsultationRepository consultations;
    private final ResolutionQueries resolutions;
    private final DocumentStorage documents;
    private final JdbcClient db;
    private final NoticeQueries notices;
    private final AuditTrail audit;

    MeetingQueries(
            MeetingRepository meetings,
            AgendaItemRepository items,
            BodyQueries bodies,
            NoticeQueries notices,
            AuditTrail audit,
            DocumentStorage documents,
            JdbcClient db,
            FollowUpQueries followUps,
            ConsultationRepository consultations,
            ResolutionQueries resolutions) {
        this.meetings = meetings;
        this.items = items;
        this.bodies = bodies;
        this.notices = notices;
        this.audit = audit;
        this.documents = documents;
        this.db = db;
        this.followUps = followUps;
        this.consultations = consultations;
        this.resolutions = resolutions;
    }

    /** A meeting. */
    public Meeting findById(MeetingId id) {
        return meetings.findById(id.value()).orElseThrow(() -> new NotFound("meeting"));
    }

    /** A meeting with its body, its rules and its agenda. */
    public Agenda findAgenda(MeetingId id) {
        Meeting meeting = findById(id);
        Map<UUID, List<Document>> papers = findPapers(id);
        List<Agenda.AgendaItemDetails> points = items.findByMeetingOrderByPositionAscIdAsc(id.value()).stream()
                .map(item -> point(item, papers.getOrDefault(item.id(), List.of())))
                .toList();
        return new Agenda(
                meeting,
                bodies.findById(meeting.bodyId()),
                bodies.findRulesOn(meeting.bodyId(), meeting.day()),
                points,
                findReturningMatters(meeting),
                notices.findByMeeting(id));
    }

    /** An agenda item with its meeting. */
    public record MeetingItem(MeetingId meeting, Agenda.AgendaItemDetails point) {}

    /** An item. */
    public MeetingItem point(UUID id) {
        AgendaItem item = items.findById(id).orElseThrow(() -> new NotFound("item"));
        MeetingId meeting = new MeetingId(item.meeting());
        return new MeetingItem(meeting, point(item, findPapers(meeting).getOrDefault(id, List.of())));
    }

    /** The columns of a meeting at a version; empty if the audit history does not go back to it. */
    public Json findMeetingVersion(MeetingId id, int version) {
        return audit.findRowAtVersion(Meeting.TABLE, id.value(), version).orElseGet(Json::empty);
    }

    /** Whether a letter written at a version of a meeting tells its day, hour and place as they are now. */
    public boolean isCurrent(MeetingId id, int version) {
        Meeting now = findById(id);
        return version == now.version()
                || audit.findRowAtVersion(Meeting.TABLE, id.value(), version)
                        .filter(row -> ChangeLetterSender.plan(row.node()).tellsSameAs(now.plan()))
                        .isPresent();
    }

    /** The columns of an agenda item at a version. */
    public Json findItemVersion(UUID id, int version) {
        return audit.findRowAtVersion(AgendaItem.TABLE, id, version).orElseGet(Json::empty);
    }

    /** The last author of one of these columns of an item; {@code null} if unchanged. */
    public @Nullable String findLastAuthor(UUID item, List<String> columns) {
        return audit.findByRow(AgendaItem.TABLE, item, 20).stream()
                .filter(entry -> entry.fields().stream().anyMatch(field -> columns.contains(field.name())))
                .findFirst()
                .map(AuditEntry::who)
                .orElse(null);
    }

    /** The changes of a meeting, the latest first. */
    public List<AuditEntry> findChanges(MeetingId id) {
        return audit.findByRow(Meeting.TABLE, id.value(), 20);
    }

    /** What was done with the notices of a meeting after they were written, the latest first. */
    public List<NoticeGesture> findNoticeGestures(MeetingId id) {
        return notices.findGestures(id.value());
    }

    /** The notices of a meeting that were written, the latest first. */
    public List<SentNotice> findSentNotices(MeetingId id) {
        return notices.findPostings(id.value());
    }

    private static Agenda.AgendaItemDetails point(AgendaItem item, List<Document> papers) {
        return new Agenda.AgendaItemDetails(
                item.id(),
                item.version(),
                item.title(),
                item.note(),
                item.asked(),
                item.minutes(),
                item.takesUp(),
                papers);
    }

    /** Papers by item, in upload order; discarded ones are left out. */
    private Map<UUID, List<Document>> findPapers(MeetingId id) {
        record ItemPaper(UUID item, DocumentId document) {}
        List<ItemPaper> rows = db.sql(
                        "SELECT item, document FROM outreach.assembly_paper WHERE meeting = ? ORDER BY document")
                .param(id.value())
                .query((row, n) -> new ItemPaper(
                        row.getObject("item", UUID.class), new DocumentId(row.getObject("document", UUID.class))))
                .list();
        Map<DocumentId, Document> known =
                documents.findAll(rows.stream().map(ItemPaper::document).toList());
        Map<UUID, List<Document>> papers = new HashMap<>();
        for (ItemPaper row : rows) {
            Document document = known.get(row.document());
            if (document != null && document.discardedAt() == null) {
                papers.computeIfAbsent(row.item(), item -> new ArrayList<>()).add(document);
            }
        }
        return papers;
    }

    private Agenda.ReturningMatters findReturningMatters(Meeting meeting) {
        return new Agenda.ReturningMatters(
                followUps.findOnAgenda(meeting),
                consultations.findStanding(meeting.body(), meeting.plan().begins()),
                resolutions.findDueForReview(meeting));
    }
}
