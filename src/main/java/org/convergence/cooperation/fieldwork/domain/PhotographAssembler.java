package org.convergence.cooperation.fieldwork.domain;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.cooperation.fieldwork.domain.PartnerLinkRepository.StoredLink;
import org.convergence.platform.database.Refused;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentOwner;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.DocumentStorage;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.convergence.platform.offline.EnvelopeCipher;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts photographs together whose encrypted parts come one by one, before their entry or after it. */
@Component
record PhotographAssembler(
        JdbcClient db, EnvelopeCipher cipher, DocumentService inspection, DocumentStorage documents) {

    /** The kind of owner of the photographs. */
    static final String OWNER = "cooperation.fieldwork";

    /** The largest part, in bytes. */
    static final int LARGEST_PART = 80_000;

    private static final int MOST_PARTS_WAITING = 2_000;

    static DocumentOwner owner(UUID entry) {
        return new DocumentOwner(OWNER, entry);
    }

    /**
     * Keeps a part, unless its photograph is complete.
     *
     * @throws Refused if too many parts wait for others
     */
    void add(StoredLink link, UUID photograph, int number, int parts, byte[] content) {
        int waiting = db.sql("SELECT count(*) FROM cooperation.fieldwork_part WHERE link = ?")
                .param(link.id().value())
                .query(Integer.class)
                .single();
        if (waiting >= MOST_PARTS_WAITING) {
            throw new Refused("public.fieldwork.full");
        }
        db.sql("""
                        INSERT INTO cooperation.fieldwork_part (link, photograph, number, parts, content)
                        SELECT :link, :photograph, :number, :parts, :content
                        WHERE NOT EXISTS (SELECT FROM cooperation.fieldwork_entry
                                          WHERE link = :link AND photograph = :photograph AND document IS NOT NULL)
                        ON CONFLICT DO NOTHING
                        """)
                .param("link", link.id().value())
                .param("photograph", photograph)
                .param("number", number)
                .param("parts", parts)
                .param("content", content)
                .update();
        assemble(link, photograph);
    }

    /** Stores the photograph, if its entry and all its parts are here; if it is damaged, the entry goes on without. */
    void assemble(StoredLink link, UUID photograph) {
        Optional<UUID> entry = db.sql("""
                        SELECT id FROM cooperation.fieldwork_entry
                        WHERE link = ? AND photograph = ? AND document IS NULL ORDER BY id LIMIT 1
                        """)
                .params(link.id().value(), photograph)
                .query(UUID.class)
                .optional();
        List<byte[]> parts = entry.isEmpty()
                ? List.of()
                : db.sql("""
                        SELECT content FROM cooperation.fieldwork_part
                        WHERE link = :link AND photograph = :photograph
                          AND parts = (SELECT count(*) FROM cooperation.fieldwork_part
                                       WHERE link = :link AND photograph = :photograph)
                        ORDER BY number
                        """)
                        .param("link", link.id().value())
                        .param("photograph", photograph)
                        .query((row, n) -> row.getBytes(1))
                        .list();
        if (parts.isEmpty()) {
            return;
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        boolean isStored = cipher.open(link.privateKey(), link.place(), all.toByteArray())
                .map(picture -> store(entry.orElseThrow(), picture))
                .orElse(false);
        if (!isStored) {
            db.sql("UPDATE cooperation.fieldwork_entry SET photograph = NULL, version = version + 1 WHERE id = ?")
                    .param(entry.orElseThrow())
                    .update();
        }
        db.sql("DELETE FROM cooperation.fieldwork_part WHERE link = ? AND photograph = ?")
                .params(link.id().value(), photograph)
                .update();
    }

    /** Whether it is a picture that can be kept. */
    private boolean store(UUID entry, byte[] picture) {
        try (PreparedDocument prepared = inspection.prepare(new Upload("photo.jpg", new ByteArrayResource(picture)))) {
            DocumentId document = documents.store(prepared, owner(entry));
            db.sql("UPDATE cooperation.fieldwork_entry SET document = ?, version = version + 1 WHERE id = ?")
                    .params(document.value(), entry)
                    .update();
            return true;
        } catch (Refused unreadable) {
            return false;
        }
    }

    /**
     * Stores the photograph of a corrected entry instead of the one that came before.
     *
     * @throws Refused if it is no picture
     */
    void replace(UUID entry, Upload picture) {
        Optional<UUID> earlier = db.sql(
                        "SELECT document FROM cooperation.fieldwork_entry WHERE id = ? AND document IS NOT NULL")
                .param(entry)
                .query(UUID.class)
                .optional();
        try (PreparedDocument prepared = inspection.prepare(picture)) {
            if (!prepared.type().isPicture()) {
                throw new Refused("public.fieldwork.photo.unreadable");
            }
            DocumentId document = documents.store(prepared, owner(entry));
            db.sql("UPDATE cooperation.fieldwork_entry SET document = ?, version = version + 1 WHERE id = ?")
                    .params(document.value(), entry)
                    .update();
        }
        earlier.ifPresent(each -> discard(entry, new DocumentId(each)));
    }

    void discard(UUID entry, DocumentId document) {
        documents.discard(document, owner(entry));
    }

    /** The photograph of an entry, for another record. */
    Optional<Upload> find(UUID entry, DocumentId document) {
        return documents
                .content(document, owner(entry))
                .map(content -> new Upload("photo.jpg", new ByteArrayResource(content.bytes())));
    }
}
