package org.convergence.outreach.assembly.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.platform.document.Document;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentStorage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The papers of agenda items. */
@Component
record MeetingPaperQueries(DocumentStorage documents, JdbcClient db) {

    /** Papers by item, in upload order; discarded ones are left out. */
    Map<UUID, List<Document>> findByMeeting(MeetingId id) {
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
}
