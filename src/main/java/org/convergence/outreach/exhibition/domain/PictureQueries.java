package org.convergence.outreach.exhibition.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.outreach.exhibition.domain.Exhibition.ExhibitionId;
import org.convergence.outreach.exhibition.domain.ExhibitionPicture.ExhibitionPictureId;
import org.convergence.outreach.exhibition.domain.ExhibitionPicture.PictureState;
import org.convergence.platform.access.Open;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.document.DocumentContent;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentOwner;
import org.convergence.platform.document.DocumentStorage;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.WithheldRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the photographs that anyone may see; one that is withdrawn or expired is gone. */
@Service
@Transactional(readOnly = true)
@Open("photographs shown to anyone, as long as their consent lasts")
public class PictureQueries {

    private static final String PICTURES = """
            SELECT p.*,
                   (SELECT jsonb_agg(jsonb_build_object('language', t.language, 'title', t.title,
                                                        'alternative', t.alternative, 'caption', t.caption)
                                     ORDER BY array_position(ARRAY['fr', 'en', 'es'], t.language))
                    FROM outreach.exhibition_picture_text t WHERE t.picture = p.id) AS texts
            FROM outreach.exhibition_picture p
            """;

    private final JdbcClient db;
    private final DocumentStorage documents;
    private final OrganisationSettings settings;
    private final WithheldRecords withheld;

    PictureQueries(JdbcClient db, DocumentStorage documents, OrganisationSettings settings, WithheldRecords withheld) {
        this.withheld = withheld;
        this.db = db;
        this.documents = documents;
        this.settings = settings;
    }

    /** A photograph that anyone may see; empty if it is gone. */
    public record FoundPicture(Optional<ExhibitionPicture> picture) {}

    /** A file to send. */
    public record PictureFile(String mediaType, DocumentContent content) {}

    /**
     * The title of an exhibition that is shown online.
     *
     * @throws NotFound if it is not
     */
    public String findTitle(ExhibitionId id) {
        return db.sql("SELECT title FROM outreach.exhibition WHERE id = ? AND online_since IS NOT NULL")
                .param(id.value())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFound("exhibition"));
    }

    /** The photographs of an exhibition that anyone may see, by number. */
    public List<ExhibitionPicture> findShown(ExhibitionId id) {
        Set<UUID> hidden = withheld.findIds();
        return findAll(id).stream()
                .filter(each -> each.state(settings.today()) == PictureState.SHOWN
                        && !hidden.contains(each.id().value()))
                .toList();
    }

    /**
     * One photograph of an exhibition that is shown online.
     *
     * @throws NotFound if there never was one online
     */
    public FoundPicture findShown(ExhibitionId id, int number) {
        findTitle(id);
        ExhibitionPicture picture = db.sql(PICTURES + "WHERE p.exhibition = ? AND p.number = ?")
                .params(id.value(), number)
                .query(RecordMapper.of(ExhibitionPicture.class))
                .optional()
                .filter(each -> each.state(settings.today()) != PictureState.PANELS_ONLY)
                .orElseThrow(() -> new NotFound("picture"));
        return new FoundPicture(
                picture.state(settings.today()) == PictureState.SHOWN
                                && !withheld.isWithheld(id.value())
                                && !withheld.isWithheld(picture.id().value())
                        ? Optional.of(picture)
                        : Optional.empty());
    }

    /** The file of a photograph; empty if it is gone. */
    public Optional<PictureFile> findFile(ExhibitionId id, int number) {
        return findShown(id, number).picture().flatMap(this::file);
    }

    private Optional<PictureFile> file(ExhibitionPicture picture) {
        DocumentId document = picture.document();
        if (document == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(documents.findAll(List.of(document)).get(document))
                .flatMap(metadata -> documents
                        .content(document, owner(picture.id()))
                        .map(content -> new PictureFile(metadata.type().mediaType(), content)));
    }

    static DocumentOwner owner(ExhibitionPictureId id) {
        return new DocumentOwner(StopService.DOCUMENTS, id.value());
    }

    List<ExhibitionPicture> findAll(ExhibitionId id) {
        return db.sql(PICTURES + "WHERE p.exhibition = ? ORDER BY p.number LIMIT 500")
                .param(id.value())
                .query(RecordMapper.of(ExhibitionPicture.class))
                .list();
    }

    ExhibitionPicture findById(ExhibitionId exhibition, ExhibitionPictureId id) {
        return db.sql(PICTURES + "WHERE p.exhibition = ? AND p.id = ?")
                .params(exhibition.value(), id.value())
                .query(RecordMapper.of(ExhibitionPicture.class))
                .optional()
                .orElseThrow(() -> new NotFound("picture"));
    }
}
