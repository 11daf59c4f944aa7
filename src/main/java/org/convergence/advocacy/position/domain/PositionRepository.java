package org.convergence.advocacy.position.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.advocacy.position.domain.Position.PositionFacts;
import org.convergence.advocacy.position.domain.Position.PositionId;
import org.convergence.advocacy.position.domain.Position.PositionText;
import org.convergence.advocacy.position.domain.Position.Publication;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.VersionedRow;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Persistence of positions, their texts and signatories. */
@Repository
class PositionRepository {

    static final String TABLE = "advocacy.position";

    private final JdbcClient db;

    PositionRepository(JdbcClient db) {
        this.db = db;
    }

    Position findById(PositionId id) {
        return find(id, "");
    }

    Position lock(PositionId id) {
        return find(id, " FOR UPDATE");
    }

    private Position find(PositionId id, String lock) {
        return db.sql("SELECT * FROM advocacy.position WHERE id = ?" + lock)
                .param(id.value())
                .query(RecordMapper.of(Position.class))
                .optional()
                .orElseThrow(() -> new NotFound("position"));
    }

    List<PositionText> findTexts(PositionId id) {
        return db.sql("""
                        SELECT language, body FROM advocacy.position_text
                        WHERE position = ? ORDER BY array_position(ARRAY['fr', 'en', 'es'], language)
                        """)
                .param(id.value())
                .query(RecordMapper.of(PositionText.class))
                .list();
    }

    List<UUID> findSignatories(PositionId id) {
        return db.sql("SELECT organisation FROM advocacy.position_signatory WHERE position = ? ORDER BY id")
                .param(id.value())
                .query(UUID.class)
                .list();
    }

    PositionId insert(PositionFacts facts, UUID by, LocalDate on) {
        PositionId id = new PositionId(Ids.next());
        facts("""
                        INSERT INTO advocacy.position (id, title, kind, theme, country, mandate, mandate_text, mandate_on, cited, line,
                               written_by, written_on)
                        VALUES (:id, :title, :kind, :theme, :country, :mandate, :mandate_text, :mandate_on,
                                CAST(:cited AS uuid), CAST(:line AS uuid), :by, :on)
                        """, facts)
                .param("id", id.value())
                .param("by", by)
                .param("on", on)
                .update();
        insertParts(id, facts);
        return id;
    }

    /** @param rewritten whether the texts change, so that they are read again */
    void update(PositionId id, int version, PositionFacts facts, UUID by, boolean rewritten) {
        int changed = facts("""
                        UPDATE advocacy.position SET version = version + 1, title = :title, kind = :kind, theme = :theme,
                               country = :country, mandate = :mandate, mandate_text = :mandate_text, mandate_on = :mandate_on,
                               cited = CAST(:cited AS uuid), line = CAST(:line AS uuid), written_by = :by, wording = wording + :words
                        WHERE id = :id AND version = :version
                        """, facts)
                .param("id", id.value())
                .param("version", version)
                .param("by", by)
                .param("words", rewritten ? 1 : 0)
                .update();
        if (changed == 0) {
            throw new EditConflict(TABLE, id.value(), version);
        }
        db.sql("DELETE FROM advocacy.position_text WHERE position = ?")
                .param(id.value())
                .update();
        db.sql("DELETE FROM advocacy.position_signatory WHERE position = ?")
                .param(id.value())
                .update();
        insertParts(id, facts);
    }

    private JdbcClient.StatementSpec facts(String sql, PositionFacts facts) {
        return db.sql(sql).params(VersionedRow.values(facts, "texts", "signatories"));
    }

    private void insertParts(PositionId id, PositionFacts facts) {
        facts.texts()
                .forEach(each -> db.sql(
                                "INSERT INTO advocacy.position_text (id, position, language, body) VALUES (?, ?, ?, ?)")
                        .params(Ids.next(), id.value(), each.language(), each.body())
                        .update());
        facts.signatories().stream()
                .distinct()
                .forEach(each -> db.sql(
                                "INSERT INTO advocacy.position_signatory (id, position, organisation) VALUES (?, ?, ?)")
                        .params(Ids.next(), id.value(), each.value())
                        .update());
    }

    void setRead(Position position, String by, LocalDate on) {
        db.sql("""
                        UPDATE advocacy.position SET version = version + 1, read_by = ?, read_on = ?, read_wording = wording
                        WHERE id = ?
                        """).params(by, on, position.id().value()).update();
    }

    /** @param publication {@code null} to take it back */
    void setPublished(PositionId id, @Nullable Publication publication) {
        db.sql("""
                        UPDATE advocacy.position SET version = version + 1, published_on = CAST(:on AS date), place = :place,
                               url = :url
                        WHERE id = :id
                        """)
                .param("id", id.value())
                .param("on", publication == null ? null : publication.on())
                .param("place", publication == null ? "" : publication.place())
                .param("url", publication == null ? null : publication.url())
                .update();
    }

    /** References from positions to organisations that sign, and names in texts. */
    @Bean
    static IdentityReferences referencesFromPosition(ReferenceDeclarations declare) {
        return declare.table("advocacy.position_signatory")
                .organisation("organisation")
                .onePer("position")
                .table(TABLE)
                .texts(Map.of("title", 300, "theme", 100, "mandate_text", 500, "place", 300, "read_by", 300))
                .textsOf("advocacy.position_text", Map.of("body", 40_000));
    }
}
