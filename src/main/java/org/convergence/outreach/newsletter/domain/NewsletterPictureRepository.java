package org.convergence.outreach.newsletter.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.outreach.newsletter.NewsletterPermissions;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterId;
import org.convergence.outreach.newsletter.domain.NewsletterPicture.NewsletterPictureFacts;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.document.Document;
import org.convergence.platform.document.DocumentGuard;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentOwner;
import org.convergence.platform.document.DocumentStorage;
import org.convergence.platform.document.PreparedDocument;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Persistence of the pictures of issues and their files. */
@Repository
class NewsletterPictureRepository {

    private static final String DOCUMENTS = "newsletter";
    private static final String TABLE = "outreach.newsletter_picture";
    private static final RecordMapper<NewsletterPicture> PICTURE = RecordMapper.of(NewsletterPicture.class);
    private static final String SELECT = """
            SELECT p.*,
                   (SELECT jsonb_agg(jsonb_build_object('language', t.language, 'alternative', t.alternative) ORDER BY t.language)
                    FROM outreach.newsletter_picture_text t WHERE t.picture = p.id) AS alternatives
            FROM outreach.newsletter_picture p JOIN outreach.newsletter_block b ON b.id = p.block
            """;

    private final JdbcClient db;
    private final DocumentStorage documents;

    NewsletterPictureRepository(JdbcClient db, DocumentStorage documents) {
        this.db = db;
        this.documents = documents;
    }

    @Bean
    static DocumentGuard newsletterPictureGuard() {
        return DocumentGuard.of(DOCUMENTS, NewsletterPermissions.READ);
    }

    /** The pictures of an issue by their block. */
    Map<UUID, NewsletterPicture> findByNewsletter(NewsletterId newsletter) {
        return db.sql(SELECT + "WHERE b.newsletter = ?").param(newsletter.value()).query(PICTURE).list().stream()
                .collect(Collectors.toMap(NewsletterPicture::block, each -> each));
    }

    Optional<NewsletterPicture> findByBlock(UUID block) {
        return db.sql(SELECT + "WHERE p.block = ?").param(block).query(PICTURE).optional();
    }

    /**
     * A picture that is shown on a day. That of a draft is not, except in a test letter.
     *
     * @param tested since when a test letter shows it
     * @param isReader whether the actor reads drafts too
     */
    Optional<NewsletterPicture> findShown(UUID id, LocalDate today, Instant tested, boolean isReader) {
        return db.sql(SELECT + """
                        WHERE p.id = :id AND (p.consent_until IS NULL OR p.consent_until >= :today) AND NOT platform.is_withheld(p.id)
                          AND (:isReader OR EXISTS (SELECT FROM outreach.newsletter n WHERE n.id = b.newsletter
                                                    AND (n.state <> 'DRAFT' OR n.tested_at > :tested)))
                          AND NOT EXISTS (SELECT FROM outreach.newsletter_edition e
                                          WHERE e.newsletter = b.newsletter AND platform.is_withheld(e.id))
                        """)
                .param("id", id)
                .param("today", today)
                .param("tested", SqlTime.at(tested))
                .param("isReader", isReader)
                .query(PICTURE)
                .optional();
    }

    /** Blocks of issues that have left or are about to, with a picture whose consent is over. */
    List<NewsletterPicture> findExpired(LocalDate today) {
        return db.sql(SELECT + """
                        JOIN outreach.newsletter n ON n.id = b.newsletter
                        WHERE p.consent_until < ? AND n.state <> 'DRAFT'
                        """).param(today).query(PICTURE).list();
    }

    /** The metadata of its file; empty if it is gone. */
    Optional<Document> findDocument(NewsletterPicture picture) {
        return Optional.ofNullable(
                documents.findAll(List.of(picture.document())).get(picture.document()));
    }

    DocumentOwner owner(NewsletterPicture picture) {
        return new DocumentOwner(DOCUMENTS, picture.id());
    }

    void insert(UUID block, PreparedDocument file, NewsletterPictureFacts facts) {
        UUID id = Ids.next();
        DocumentId document = documents.store(file, new DocumentOwner(DOCUMENTS, id));
        Document stored =
                Objects.requireNonNull(documents.findAll(List.of(document)).get(document));
        Document.ImageSize size = Objects.requireNonNull(stored.size(), "a picture has a size");
        db.sql("""
                        INSERT INTO outreach.newsletter_picture (id, block, document, width, height, credit, people, consent, consent_until)
                        VALUES (:id, :block, :document, :width, :height, :credit, :people, :consent, CAST(:until AS date))
                        """)
                .param("id", id)
                .param("block", block)
                .param("document", document.value())
                .param("width", size.width())
                .param("height", size.height())
                .param("credit", facts.credit())
                .param("people", facts.people().name())
                .param("consent", facts.consent())
                .param("until", facts.consentUntil())
                .update();
        saveAlternatives(id, facts);
    }

    void update(UUID id, int version, NewsletterPictureFacts facts) {
        VersionedRow.save(db, TABLE, id, version, VersionedRow.values(facts, "alternatives"));
        saveAlternatives(id, facts);
    }

    private void saveAlternatives(UUID picture, NewsletterPictureFacts facts) {
        facts.alternatives()
                .forEach(each -> db.sql("""
                        INSERT INTO outreach.newsletter_picture_text (id, picture, language, alternative) VALUES (?, ?, ?, ?)
                        ON CONFLICT (picture, language) DO UPDATE SET alternative = excluded.alternative
                        """)
                        .params(Ids.next(), picture, each.language(), each.alternative())
                        .update());
    }

    /** Deletes a picture; its file is discarded. */
    void delete(NewsletterPicture picture) {
        db.sql("DELETE FROM outreach.newsletter_picture WHERE id = ?")
                .param(picture.id())
                .update();
        documents.discard(picture.document(), owner(picture));
    }
}
