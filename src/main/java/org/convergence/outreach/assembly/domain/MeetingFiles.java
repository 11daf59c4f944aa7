package org.convergence.outreach.assembly.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.platform.document.Document;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentKeeping;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The papers of agenda items. */
@Component
class MeetingFiles {

    private final DocumentKeeping documents;
    private final JdbcClient db;

    MeetingFiles(DocumentKeeping documents, JdbcClient db) {
        this.documents = documents;
        this.db = db;
    }

    /** Papers by item, in upload order; discarded ones are left out. */
    Map<UUID, List<Document>> of(MeetingId id) {
        record Paper(UUID item, DocumentId document) {}
        List<Paper> rows = db.sql(
                        "SELECT item, document FROM outreach.assembly_paper WHERE meeting = ? ORDER BY document")
                .param(id.value())
                .query((row, n) -> new Paper(
                        row.getObject("item", UUID.class), new DocumentId(row.getObject("document", UUID.class))))
                .list();
        Map<DocumentId, Document> known =
                documents.of(rows.stream().map(Paper::document).toList());
        Map<UUID, List<Document>> papers = new HashMap<>();
        for (Paper row : rows) {
            Document document = known.get(row.document());
            if (document != null && document.discardedAt() == null) {
                papers.computeIfAbsent(row.item(), item -> new ArrayList<>()).add(document);
            }
        }
        return papers;
    }
}
