package org.convergence.outreach.assembly.domain;

import java.util.List;
import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentStorage;
import org.convergence.platform.document.PreparedDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Edits the agenda of a meeting: its items in order, each with its papers and the decision asked for. */
@Service
@Transactional
@Requires(AssemblyPermissions.PREPARE)
public class AgendaService {

    private static final int MOST_ITEMS = 200;
    private static final int MOST_PAPERS = 30;

    private final MeetingRepository meetings;
    private final AgendaItemRepository items;
    private final DocumentStorage documents;
    private final ResolutionRetakes retakes;
    private final JdbcClient db;

    AgendaService(
            MeetingRepository meetings,
            AgendaItemRepository items,
            DocumentStorage documents,
            ResolutionRetakes retakes,
            JdbcClient db) {
        this.meetings = meetings;
        this.items = items;
        this.documents = documents;
        this.retakes = retakes;
        this.db = db;
    }

    /** Adds an item before the closing items; at the end if there are none. */
    public UUID add(MeetingId id, AgendaItemFacts facts) {
        return add(lockOpen(id), facts, null);
    }

    /** Adds the item that puts a resolution carried without a quorum to the vote again; once for each meeting. */
    public UUID takeUp(MeetingId id, UUID followUp) {
        Meeting meeting = lockOpen(id);
        return retakes.findItem(id, followUp)
                .orElseGet(() -> add(meeting, retakes.itemFor(meeting.typedId(), followUp), followUp));
    }

    private UUID add(Meeting meeting, AgendaItemFacts facts, @Nullable UUID takesUp) {
        List<AgendaItem> all = items.findByMeetingOrderByPositionAscIdAsc(meeting.id());
        if (all.size() >= MOST_ITEMS) {
            throw new Refused("assembly.refused.many-items", MOST_ITEMS);
        }
        int place = all.stream()
                .filter(item -> AgendaTopic.fromTitle(item.title()) == AgendaTopic.CLOSING)
                .findFirst()
                .map(AgendaItem::position)
                .orElse(all.isEmpty() ? 1 : all.get(all.size() - 1).position() + 1);
        db.sql("UPDATE outreach.assembly_item SET position = position + 1 WHERE meeting = ? AND position >= ?")
                .params(meeting.id(), place)
                .update();
        return items.save(AgendaItem.of(meeting.id(), place, facts, takesUp)).id();
    }

    /** Corrects an item. */
    public void correct(UUID id, int version, AgendaItemFacts facts) {
        AgendaItem item = lockItem(id);
        OptimisticLock.requireSameVersion(AgendaItem.TABLE, id, version, item.version());
        OptimisticLock.save(items, item.withFacts(facts), AgendaItem.TABLE, id, version);
    }

    /** Moves an item up or down by one. */
    public void move(UUID id, boolean up) {
        AgendaItem item = lockItem(id);
        List<AgendaItem> all = items.findByMeetingOrderByPositionAscIdAsc(item.meeting());
        int place = all.stream().map(AgendaItem::id).toList().indexOf(id);
        int other = up ? place - 1 : place + 1;
        if (other < 0 || other >= all.size()) {
            return;
        }
        AgendaItem neighbour = all.get(other);
        setPosition(id, neighbour.position());
        setPosition(neighbour.id(), item.position());
    }

    /** The version stays: a reordering must not conflict with an edit of the text. */
    private void setPosition(UUID item, int position) {
        db.sql("UPDATE outreach.assembly_item SET position = ? WHERE id = ?")
                .params(position, item)
                .update();
    }

    /**
     * Removes an item from the agenda, with its papers.
     *
     * @throws Refused if it has minutes, resolutions, follow-ups or interests
     */
    public void remove(UUID id) {
        AgendaItem item = lockItem(id);
        if (!item.minutes().isEmpty() || isUsed(id)) {
            throw new Refused("assembly.refused.item-used");
        }
        papers(id).forEach(paper -> discard(item.meeting(), paper));
        items.delete(item);
    }

    /** Attaches an uploaded paper. */
    public DocumentId attach(UUID id, PreparedDocument file) {
        AgendaItem item = lockItem(id);
        if (papers(id).size() >= MOST_PAPERS) {
            throw new Refused("assembly.refused.many-papers", MOST_PAPERS);
        }
        DocumentId document = documents.store(file, MeetingDocumentGuard.owner(item.meeting()));
        db.sql("INSERT INTO outreach.assembly_paper (document, meeting, item) VALUES (?, ?, ?)")
                .params(document.value(), item.meeting(), id)
                .update();
        return document;
    }

    /** Removes a paper. */
    public void detach(MeetingId id, DocumentId document) {
        lockOpen(id);
        discard(id.value(), document.value());
    }

    private void discard(UUID meeting, UUID document) {
        int gone = db.sql("DELETE FROM outreach.assembly_paper WHERE document = ? AND meeting = ?")
                .params(document, meeting)
                .update();
        if (gone == 0) {
            throw new NotFound("document");
        }
        documents.discard(new DocumentId(document), MeetingDocumentGuard.owner(meeting));
    }

    private List<UUID> papers(UUID item) {
        return db.sql("SELECT document FROM outreach.assembly_paper WHERE item = ?")
                .param(item)
                .query(UUID.class)
                .list();
    }

    private boolean isUsed(UUID item) {
        return db.sql("""
                        SELECT EXISTS (SELECT FROM outreach.assembly_resolution WHERE item = :item)
                            OR EXISTS (SELECT FROM outreach.assembly_follow_up WHERE item = :item)
                            OR EXISTS (SELECT FROM outreach.assembly_interest WHERE item = :item)
                        """).param("item", item).query(Boolean.class).single();
    }

    private AgendaItem lockItem(UUID id) {
        AgendaItem item = items.findById(id).orElseThrow(() -> new NotFound("item"));
        lockOpen(new MeetingId(item.meeting()));
        return item;
    }

    /** The meeting, locked until the transaction ends: concurrent reorderings run one after the other. */
    private Meeting lockOpen(MeetingId id) {
        Meeting meeting = meetings.findLockedById(id.value()).orElseThrow(() -> new NotFound("meeting"));
        if (meeting.state() == MeetingState.CANCELLED) {
            throw new Refused("assembly.refused.cancelled");
        }
        if (meeting.minutesState() == MinutesState.SIGNED) {
            throw new Refused("assembly.refused.signed");
        }
        return meeting;
    }
}
