package org.convergence.outreach.assembly.domain;

import java.util.List;
import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.Versions;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentKeeping;
import org.convergence.platform.document.PreparedDocument;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Edits the agenda of a meeting: its items in order, each with its papers and the decision asked for. */
@Service
@Transactional
@Requires(AssemblyPermissions.PREPARE)
public class AgendaKeeping {

    private static final int MOST_ITEMS = 200;
    private static final int MOST_PAPERS = 30;

    private final MeetingStore meetings;
    private final ItemStore items;
    private final DocumentKeeping documents;
    private final JdbcClient db;

    AgendaKeeping(MeetingStore meetings, ItemStore items, DocumentKeeping documents, JdbcClient db) {
        this.meetings = meetings;
        this.items = items;
        this.documents = documents;
        this.db = db;
    }

    /** Adds an item before the closing items; at the end if there are none. */
    public UUID add(MeetingId id, ItemFacts facts) {
        Meeting meeting = open(id);
        List<Item> all = items.findByMeetingOrderByPositionAscIdAsc(meeting.id());
        if (all.size() >= MOST_ITEMS) {
            throw new Refused("assembly.refused.many-items", MOST_ITEMS);
        }
        int place = all.stream()
                .filter(item -> Topic.of(item.title()) == Topic.CLOSING)
                .findFirst()
                .map(Item::position)
                .orElse(all.isEmpty() ? 1 : all.get(all.size() - 1).position() + 1);
        db.sql("UPDATE outreach.assembly_item SET position = position + 1 WHERE meeting = ? AND position >= ?")
                .params(meeting.id(), place)
                .update();
        return items.save(Item.of(meeting.id(), place, facts)).id();
    }

    /** Corrects an item. */
    public void correct(UUID id, int version, ItemFacts facts) {
        Item item = openItem(id);
        Versions.requireSame(Item.TABLE, id, version, item.version());
        Versions.save(items, item.saying(facts), Item.TABLE, id, version);
    }

    /** Moves an item up or down by one. */
    public void move(UUID id, boolean up) {
        Item item = openItem(id);
        List<Item> all = items.findByMeetingOrderByPositionAscIdAsc(item.meeting());
        int place = all.stream().map(Item::id).toList().indexOf(id);
        int other = up ? place - 1 : place + 1;
        if (other < 0 || other >= all.size()) {
            return;
        }
        Item neighbour = all.get(other);
        place(id, neighbour.position());
        place(neighbour.id(), item.position());
    }

    /** The version stays: a reordering must not conflict with an edit of the text. */
    private void place(UUID item, int position) {
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
        Item item = openItem(id);
        if (!item.minutes().isEmpty() || isUsed(id)) {
            throw new Refused("assembly.refused.item-used");
        }
        papers(id).forEach(paper -> discard(item.meeting(), paper));
        items.delete(item);
    }

    /** Attaches an uploaded paper. */
    public DocumentId attach(UUID id, PreparedDocument file) {
        Item item = openItem(id);
        if (papers(id).size() >= MOST_PAPERS) {
            throw new Refused("assembly.refused.many-papers", MOST_PAPERS);
        }
        DocumentId document = documents.keep(file, PaperGuard.owner(item.meeting()));
        db.sql("INSERT INTO outreach.assembly_paper (document, meeting, item) VALUES (?, ?, ?)")
                .params(document.value(), item.meeting(), id)
                .update();
        return document;
    }

    /** Removes a paper. */
    public void detach(MeetingId id, DocumentId document) {
        open(id);
        discard(id.value(), document.value());
    }

    private void discard(UUID meeting, UUID document) {
        int gone = db.sql("DELETE FROM outreach.assembly_paper WHERE document = ? AND meeting = ?")
                .params(document, meeting)
                .update();
        if (gone == 0) {
            throw new NotFound("document");
        }
        documents.discard(new DocumentId(document), PaperGuard.owner(meeting));
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

    private Item openItem(UUID id) {
        Item item = items.findById(id).orElseThrow(() -> new NotFound("item"));
        open(new MeetingId(item.meeting()));
        return item;
    }

    /** The meeting, locked until the transaction ends: concurrent reorderings run one after the other. */
    private Meeting open(MeetingId id) {
        Meeting meeting = meetings.findHeldById(id.value()).orElseThrow(() -> new NotFound("meeting"));
        if (meeting.state() == MeetingState.CANCELLED) {
            throw new Refused("assembly.refused.cancelled");
        }
        if (meeting.minutesState() == MinutesState.SIGNED) {
            throw new Refused("assembly.refused.signed");
        }
        return meeting;
    }
}
