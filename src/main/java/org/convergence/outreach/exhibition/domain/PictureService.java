package org.convergence.outreach.exhibition.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.convergence.outreach.exhibition.ExhibitionPermissions;
import org.convergence.outreach.exhibition.domain.Exhibition.ExhibitionId;
import org.convergence.outreach.exhibition.domain.ExhibitionPicture.ExhibitionPictureId;
import org.convergence.outreach.exhibition.domain.ExhibitionPicture.PictureFacts;
import org.convergence.outreach.exhibition.domain.ExhibitionPicture.PictureText;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentStorage;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the photographs of an exhibition online, and withdraws them with their files. */
@Service
@Transactional
@Requires(ExhibitionPermissions.EDIT)
public class PictureService {

    static final String TABLE = "outreach.exhibition_picture";
    static final String TEXTS = "outreach.exhibition_picture_text";

    private final JdbcClient db;
    private final PictureQueries queries;
    private final DocumentStorage documents;
    private final OrganisationSettings settings;

    PictureService(JdbcClient db, PictureQueries queries, DocumentStorage documents, OrganisationSettings settings) {
        this.db = db;
        this.queries = queries;
        this.documents = documents;
        this.settings = settings;
    }

    /** The photographs of an exhibition, those that are gone among them, by number. */
    @Transactional(readOnly = true)
    @Requires(ExhibitionPermissions.READ)
    public List<ExhibitionPicture> findAll(ExhibitionId id) {
        return queries.findAll(id);
    }

    /** @throws NotFound if the exhibition has no such photograph */
    @Transactional(readOnly = true)
    @Requires(ExhibitionPermissions.READ)
    public ExhibitionPicture findById(ExhibitionId exhibition, ExhibitionPictureId id) {
        return queries.findById(exhibition, id);
    }

    /** Since when an exhibition is shown online. */
    @Transactional(readOnly = true)
    @Requires(ExhibitionPermissions.READ)
    public Optional<LocalDate> findOnlineSince(ExhibitionId id) {
        return db.sql("SELECT online_since FROM outreach.exhibition WHERE id = ? AND online_since IS NOT NULL")
                .param(id.value())
                .query(LocalDate.class)
                .optional();
    }

    /**
     * Shows an exhibition to anyone, or no longer; one that is online already keeps its day.
     *
     * @throws NotFound if there is no such exhibition
     */
    @Transactional(label = "exhibition.set-online")
    public void setOnline(ExhibitionId id, boolean online) {
        int updated = db.sql("UPDATE outreach.exhibition SET online_since = "
                        + (online ? "coalesce(online_since, :day)" : "NULL") + " WHERE id = :id")
                .param("day", settings.today())
                .param("id", id.value())
                .update();
        if (updated == 0) {
            throw new NotFound("exhibition");
        }
    }

    /**
     * Adds a photograph.
     *
     * @throws Refused if the file is no picture, or another photograph has its number
     */
    @Transactional(label = "exhibition.add-picture")
    public ExhibitionPictureId add(ExhibitionId exhibition, PictureFacts facts, PreparedDocument file) {
        if (!file.type().isPicture()) {
            throw new Refused("exhibition.refused.picture-file");
        }
        ExhibitionPictureId id = new ExhibitionPictureId(Ids.next());
        DocumentId document = documents.store(file, PictureQueries.owner(id));
        try {
            db.sql("""
                            INSERT INTO outreach.exhibition_picture (id, exhibition, number, document, credit, consent,
                                                                     consent_scope, consent_until)
                            VALUES (:id, :exhibition, :number, :document, :credit, :consent, :scope, :until)
                            """)
                    .param("id", id.value())
                    .param("exhibition", exhibition.value())
                    .param("number", facts.number())
                    .param("document", document.value())
                    .param("credit", facts.credit())
                    .param("consent", facts.consent())
                    .param("scope", facts.consentScope().name())
                    .param("until", facts.consentUntil())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new Refused("exhibition.refused.number", facts.number());
        }
        saveTexts(id, facts.texts());
        return id;
    }

    /** @throws Refused if another photograph has its number */
    @Transactional(label = "exhibition.change-picture")
    public void update(ExhibitionId exhibition, ExhibitionPictureId id, int version, PictureFacts facts) {
        queries.findById(exhibition, id);
        try {
            VersionedRow.save(db, TABLE, id, version, VersionedRow.values(facts, "texts"));
        } catch (DuplicateKeyException taken) {
            throw new Refused("exhibition.refused.number", facts.number());
        }
        saveTexts(id, facts.texts());
    }

    private void saveTexts(ExhibitionPictureId id, List<PictureText> texts) {
        db.sql("DELETE FROM outreach.exhibition_picture_text WHERE picture = ? AND language <> ALL (?)")
                .params(id.value(), texts.stream().map(PictureText::language).toArray(String[]::new))
                .update();
        texts.forEach(each -> db.sql("""
                        INSERT INTO outreach.exhibition_picture_text (id, picture, language, title, alternative, caption)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (picture, language) DO UPDATE
                        SET title = excluded.title, alternative = excluded.alternative, caption = excluded.caption
                        """)
                .params(Ids.next(), id.value(), each.language(), each.title(), each.alternative(), each.caption())
                .update());
    }

    /** Withdraws a photograph: its page is gone at once, and its file is deleted a day later. */
    @Transactional(label = "exhibition.withdraw-picture")
    public void withdraw(ExhibitionId exhibition, ExhibitionPictureId id) {
        ExhibitionPicture it = queries.findById(exhibition, id);
        if (it.withdrawnOn() != null) {
            return;
        }
        db.sql("UPDATE outreach.exhibition_picture SET withdrawn_on = ?, version = version + 1 WHERE id = ?")
                .params(settings.today(), id.value())
                .update();
        if (it.document() != null) {
            documents.discard(it.document(), PictureQueries.owner(id));
        }
    }

    /**
     * Takes back a withdrawal made by mistake, as long as the file is there.
     *
     * @throws Refused if it is deleted
     */
    @Transactional(label = "exhibition.resume-picture")
    public void resume(ExhibitionId exhibition, ExhibitionPictureId id) {
        ExhibitionPicture it = queries.findById(exhibition, id);
        if (it.withdrawnOn() == null) {
            return;
        }
        if (it.document() == null) {
            throw new Refused("exhibition.refused.deleted");
        }
        documents.restore(it.document(), PictureQueries.owner(id));
        db.sql("UPDATE outreach.exhibition_picture SET withdrawn_on = NULL, version = version + 1 WHERE id = ?")
                .param(id.value())
                .update();
    }
}
