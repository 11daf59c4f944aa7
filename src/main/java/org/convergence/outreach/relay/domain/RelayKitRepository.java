package org.convergence.outreach.relay.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.outreach.relay.domain.Relay.RelayKit;
import org.convergence.outreach.relay.domain.Relay.RelayKit.RelayKitFacts;
import org.convergence.outreach.relay.domain.Relay.RelayKitId;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.document.DocumentId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Persistence of kits with their texts in other languages. */
@Repository
class RelayKitRepository {

    static final String TABLE = "outreach.relay_kit";
    static final String TEXTS = "outreach.relay_text";

    private static final RecordMapper<RelayKit> KIT = RecordMapper.of(RelayKit.class);
    private static final String KITS = """
            SELECT k.*,
                   COALESCE((SELECT jsonb_agg(jsonb_build_object('language', x.language, 'title', x.title, 'body', x.body,
                                                                 'shortText', x.short_text, 'alternative', x.alternative)
                                              ORDER BY x.language)
                             FROM outreach.relay_text x WHERE x.kit = k.id), '[]') AS texts
            FROM outreach.relay_kit k
            """;

    private final JdbcClient db;
    private final Clock clock;

    RelayKitRepository(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    RelayKit findById(RelayKitId id) {
        return db.sql(KITS + "WHERE k.id = ?")
                .param(id.value())
                .query(KIT)
                .optional()
                .orElseThrow(() -> new NotFound("relay-kit"));
    }

    List<RelayKit> findLatest(int limit) {
        return db.sql(KITS + "ORDER BY k.created_at DESC, k.id DESC LIMIT ?")
                .param(limit)
                .query(KIT)
                .list();
    }

    List<RelayKit> findSentSince(Instant since) {
        return db.sql(KITS + "WHERE k.sent_at >= ? ORDER BY k.id")
                .param(SqlTime.at(since))
                .query(KIT)
                .list();
    }

    /** The kits with the text of a record. */
    List<RelayKitId> findBySource(String source) {
        return db.sql("SELECT id FROM outreach.relay_kit WHERE source = ? ORDER BY id")
                .param(source)
                .query((row, n) -> new RelayKitId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Notes that the text of a kit was taken back, and that nobody was told yet; {@code null} if it is given again. */
    void setTakenBack(RelayKitId id, @Nullable LocalDate on, @Nullable UUID by) {
        db.sql("""
                        UPDATE outreach.relay_kit SET taken_back_on = CAST(:on AS date), taken_back_by = CAST(:by AS uuid),
                               told_on = NULL WHERE id = :id""").param("on", on).param("by", by).param("id", id.value()).update();
    }

    /** Notes when the organisations that have a kit were told that its text was taken back. */
    void setTold(RelayKitId id, @Nullable LocalDate on) {
        db.sql("UPDATE outreach.relay_kit SET told_on = CAST(:on AS date) WHERE id = :id AND taken_back_on IS NOT NULL")
                .param("on", on)
                .param("id", id.value())
                .update();
    }

    /** Inserts or replaces a kit with its texts; its picture is set by {@link #setPicture}. */
    void save(RelayKitId id, RelayKitFacts facts) {
        db.sql("""
                        INSERT INTO outreach.relay_kit (id, title, body, url, alternative, licence, publish_before, segment,
                               action, source, short_text, credit, source_picture, created_at)
                        VALUES (:id, :title, :body, :url, :alternative, :licence, CAST(:publish_before AS date), :segment,
                               :action, :source, :short_text, :credit, CAST(:source_picture AS uuid), :now)
                        ON CONFLICT (id) DO UPDATE SET version = relay_kit.version + 1, title = excluded.title,
                            body = excluded.body, url = excluded.url, alternative = excluded.alternative,
                            licence = excluded.licence, publish_before = excluded.publish_before,
                            segment = excluded.segment, action = excluded.action,
                            source = excluded.source, short_text = excluded.short_text, credit = excluded.credit,
                            source_picture = excluded.source_picture
                        """)
                .params(VersionedRow.values(facts, "texts"))
                .param("id", id.value())
                .param("now", SqlTime.now(clock))
                .update();
        db.sql("DELETE FROM outreach.relay_text WHERE kit = ?")
                .param(id.value())
                .update();
        facts.texts().forEach(each -> {
            Map<String, @Nullable Object> values = VersionedRow.values(each);
            values.put("kit", id);
            VersionedRow.insert(db, TEXTS, values);
        });
    }

    void setPicture(RelayKitId id, DocumentId picture) {
        db.sql("UPDATE outreach.relay_kit SET picture = ? WHERE id = ?")
                .params(picture.value(), id.value())
                .update();
    }

    void setSent(RelayKitId id) {
        db.sql("UPDATE outreach.relay_kit SET sent_at = ? WHERE id = ?")
                .params(SqlTime.now(clock), id.value())
                .update();
    }

    void clearSent(RelayKitId id) {
        db.sql("UPDATE outreach.relay_kit SET sent_at = NULL WHERE id = ?")
                .param(id.value())
                .update();
    }

    /** The names of organisations. */
    Map<OrganisationId, String> findNames(Collection<OrganisationId> organisations) {
        Map<OrganisationId, String> names = new HashMap<>();
        db.sql("SELECT id, name FROM directory.people_organisation_name WHERE id = ANY (?)")
                .param(organisations.stream().map(OrganisationId::value).toArray(UUID[]::new))
                .query((RowCallbackHandler)
                        row -> names.put(new OrganisationId(row.getObject("id", UUID.class)), row.getString("name")));
        return names;
    }
}
