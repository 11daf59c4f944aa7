package org.convergence.resources.grant.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentOwner;
import org.convergence.platform.document.DocumentStorage;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.grant.GrantApplicationId;
import org.convergence.resources.grant.GrantPermissions;
import org.convergence.resources.grant.domain.GrantLetter.GrantLetterFacts;
import org.convergence.resources.grant.domain.GrantLetter.GrantLetterId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the letters that partners are asked for, until the application is sent. Nothing is written to the partners. */
@Service
@Transactional
@Requires(GrantPermissions.EDIT)
public class GrantLetterService {

    private static final RecordMapper<GrantLetter> LETTER = RecordMapper.of(GrantLetter.class);
    private static final String SELECT = """
            SELECT l.*, o.name AS organisation_name
            FROM resources.grant_letter l JOIN directory.people_organisation_name o ON o.id = l.organisation
            """;

    private final JdbcClient db;
    private final DocumentStorage documents;
    private final OrganisationSettings settings;

    GrantLetterService(JdbcClient db, DocumentStorage documents, OrganisationSettings settings) {
        this.db = db;
        this.documents = documents;
        this.settings = settings;
    }

    /** The letters of an application, those awaited first. */
    @Transactional(readOnly = true)
    @Requires(GrantPermissions.READ)
    public List<GrantLetter> findByApplication(GrantApplicationId application) {
        return db.sql(SELECT + "WHERE l.application = ? ORDER BY l.received_on NULLS FIRST, l.due_on NULLS LAST, l.id")
                .param(application.value())
                .query(LETTER)
                .list();
    }

    /** @throws NotFound if this application has no such letter */
    @Transactional(readOnly = true)
    @Requires(GrantPermissions.READ)
    public GrantLetter findById(GrantApplicationId application, GrantLetterId id) {
        return db.sql(SELECT + "WHERE l.application = ? AND l.id = ?")
                .params(application.value(), id.value())
                .query(LETTER)
                .optional()
                .orElseThrow(() -> new NotFound("grant-letter"));
    }

    /**
     * Records that a letter is asked for, or corrects it, with the letter once it is received.
     *
     * @param id {@code null} for a new one
     * @param file in place of the one that is there; {@code null} to leave it as it is
     * @throws Refused if the application was sent or abandoned, the letter came before it was asked or in the future, or a
     *     file has no day on which it was received
     */
    @Transactional(label = "grant.save-letter")
    public void save(
            GrantApplicationId application,
            @Nullable GrantLetterId id,
            int version,
            GrantLetterFacts facts,
            @Nullable PreparedDocument file) {
        requireUnsent(application);
        GrantLetter before = id == null ? null : findById(application, id);
        LocalDate received = facts.receivedOn();
        if (received != null && (received.isBefore(facts.askedOn()) || received.isAfter(settings.today()))) {
            throw new Refused("grant.letter.refused.received");
        }
        if (facts.dueOn() != null && facts.dueOn().isBefore(facts.askedOn())) {
            throw new Refused("grant.letter.refused.due");
        }
        boolean hasFile = file != null || (before != null && before.document() != null);
        if (hasFile && received == null) {
            throw new Refused("grant.letter.refused.file");
        }
        Map<String, @Nullable Object> values = new HashMap<>(VersionedRow.values(facts));
        values.put("application", application);
        GrantLetterId saved = new GrantLetterId(
                VersionedRow.save(db, GrantLetter.TABLE, id == null ? null : id.value(), version, values));
        if (file != null) {
            DocumentId document = documents.store(file, owner(saved));
            db.sql("UPDATE resources.grant_letter SET document = ? WHERE id = ?")
                    .params(document.value(), saved.value())
                    .update();
            discard(before);
        }
    }

    /** Notes that a letter was received today, without a copy. */
    @Transactional(label = "grant.receive-letter")
    public void receive(GrantApplicationId application, GrantLetterId id) {
        requireUnsent(application);
        findById(application, id);
        db.sql("""
                        UPDATE resources.grant_letter SET received_on = :today, version = version + 1
                        WHERE id = :id AND received_on IS NULL AND asked_on <= :today
                        """).param("id", id.value()).param("today", settings.today()).update();
    }

    /** Deletes a letter that was asked by mistake, with its copy. */
    @Transactional(label = "grant.delete-letter")
    public void delete(GrantApplicationId application, GrantLetterId id) {
        requireUnsent(application);
        GrantLetter letter = findById(application, id);
        db.sql("DELETE FROM resources.grant_letter WHERE id = ?")
                .param(id.value())
                .update();
        discard(letter);
    }

    private void discard(@Nullable GrantLetter letter) {
        DocumentId document = letter == null ? null : letter.document();
        if (letter != null && document != null) {
            documents.discard(document, owner(letter.id()));
        }
    }

    private static DocumentOwner owner(GrantLetterId id) {
        return new DocumentOwner(GrantDocumentGuard.KIND, id.value());
    }

    private void requireUnsent(GrantApplicationId application) {
        String state = db.sql("SELECT state FROM resources.grant_application WHERE id = ? FOR SHARE")
                .param(application.value())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFound("grant-application"));
        if (!state.equals(GrantApplicationState.DRAFT.name()) && !state.equals(GrantApplicationState.APPROVED.name())) {
            throw new Refused("grant.refused.state." + state);
        }
    }
}
