package org.convergence.cooperation.watch.domain;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.cooperation.watch.domain.WatchDigest.WatchDigestId;
import org.convergence.cooperation.watch.domain.WatchFeed.WatchEntryId;
import org.convergence.cooperation.watch.domain.WatchItem.ItemTranslation;
import org.convergence.cooperation.watch.domain.WatchItem.WatchAudience;
import org.convergence.cooperation.watch.domain.WatchItem.WatchItemFacts;
import org.convergence.cooperation.watch.domain.WatchItem.WatchItemId;
import org.convergence.cooperation.watch.domain.WatchItem.WatchReliability;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.VersionedRow;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Persistence of items and their translations. */
@Repository
class WatchRepository {

    static final String TABLE = "cooperation.watch_item";
    static final String TRANSLATION_TABLE = "cooperation.watch_translation";

    private final JdbcClient db;

    WatchRepository(JdbcClient db) {
        this.db = db;
    }

    WatchItem lock(WatchItemId id) {
        return db.sql("SELECT " + WatchQueries.COLUMNS + " FROM " + WatchQueries.TABLES
                        + " WHERE i.id = ? FOR UPDATE OF i")
                .param(id.value())
                .query(RecordMapper.of(WatchItem.class))
                .optional()
                .orElseThrow(() -> new NotFound("item"));
    }

    /** What a digest may hold: corrections of what an earlier one told, then the latest that none told yet. */
    List<WatchItem> findForDigest(WatchAudience audience, String language, LocalDate today, int most) {
        return db.sql("SELECT " + WatchQueries.COLUMNS + " FROM " + WatchQueries.TABLES + """
                        LEFT JOIN LATERAL (
                            SELECT true AS is_told, bool_or(w.refuted) AS is_corrected FROM cooperation.watch_told w
                            JOIN cooperation.watch_digest d ON d.id = w.digest
                            WHERE w.item = i.id AND d.audience = :audience AND d.language = :language HAVING count(*) > 0
                        ) told ON true
                        WHERE CASE WHEN i.reliability = 'REFUTED' THEN told.is_told AND NOT told.is_corrected
                                   ELSE i.audience = ANY (:reaching) AND told.is_told IS NULL AND i.expires_on >= :today END
                        ORDER BY i.reliability = 'REFUTED' DESC, i.kept_on DESC, i.id DESC LIMIT :most
                        """)
                .param("audience", audience.name())
                .param("language", language)
                .param(
                        "reaching",
                        Arrays.stream(WatchAudience.values())
                                .filter(each -> each.reaches(audience))
                                .map(Enum::name)
                                .toArray(String[]::new))
                .param("today", today)
                .param("most", most)
                .query(RecordMapper.of(WatchItem.class))
                .list();
    }

    /** The partners' notes whose words a digest tells. */
    List<WatchItem> lockNotesToldBy(WatchDigestId digest) {
        return db.sql("SELECT " + WatchQueries.COLUMNS + " FROM " + WatchQueries.TABLES + """
                        JOIN cooperation.watch_told w ON w.item = i.id
                        WHERE w.digest = ? AND i.is_note AND NOT w.refuted ORDER BY i.id FOR UPDATE OF i
                        """)
                .param(digest.value())
                .query(RecordMapper.of(WatchItem.class))
                .list();
    }

    /** A new item, as it is kept. */
    record NewItem(
            String country,
            String title,
            @Nullable String url,
            String body,
            String source,
            boolean isNote,
            WatchAudience audience,
            LocalDate keptOn,
            LocalDate expiresOn) {}

    WatchItemId insert(NewItem item) {
        Map<String, @Nullable Object> values = VersionedRow.values(item);
        values.put("reliability", WatchReliability.REPORTED);
        return new WatchItemId(VersionedRow.insert(db, TABLE, values));
    }

    /** The item about a country that has this address and has not expired. */
    Optional<WatchItemId> findByUrl(String country, String url, LocalDate today) {
        return db.sql("""
                        SELECT id FROM cooperation.watch_item
                        WHERE md5(url) = md5(?) AND url = ? AND country = ? AND expires_on >= ? AND NOT is_note
                        ORDER BY id LIMIT 1
                        """)
                .params(url, url, country, today)
                .query(UUID.class)
                .optional()
                .map(WatchItemId::new);
    }

    /** @param reworded whether the words that may leave the team change */
    void update(WatchItemId id, WatchItemFacts facts, WatchAudience audience, boolean reworded) {
        Party contact = facts.contact();
        db.sql("""
                        UPDATE cooperation.watch_item SET version = version + 1, country = :country, title = :title,
                               context = :context, reliability = :reliability, audience = :audience, expires_on = :expires_on,
                               is_note = :is_note, organisation = CAST(:organisation AS uuid), person = CAST(:person AS uuid),
                               lead = :lead, lead_by = CAST(:lead_by AS date), lead_url = :lead_url,
                               wording = wording + :reworded
                        WHERE id = :id
                        """)
                .params(VersionedRow.values(facts, "country", "contact", "audience", "translations"))
                .param("country", facts.country().code())
                .param("audience", audience.name())
                .param("organisation", contact == null ? null : Identifier.uuidOf(contact.organisation()))
                .param("person", contact == null ? null : Identifier.uuidOf(contact.person()))
                .param("reworded", reworded ? 1 : 0)
                .param("id", id.value())
                .update();
        saveTranslations(id, facts.translations());
    }

    private void saveTranslations(WatchItemId id, List<ItemTranslation> translations) {
        db.sql("DELETE FROM cooperation.watch_translation WHERE item = ? AND language <> ALL (?)")
                .params(
                        id.value(),
                        translations.stream().map(ItemTranslation::language).toArray(String[]::new))
                .update();
        translations.forEach(each -> saveTranslation(id, each));
    }

    void saveTranslation(WatchItemId id, ItemTranslation translation) {
        db.sql("""
                        INSERT INTO cooperation.watch_translation AS t (id, item, language, words) VALUES (?, ?, ?, ?)
                        ON CONFLICT (item, language) DO UPDATE SET words = excluded.words WHERE t.words <> excluded.words
                        """)
                .params(Ids.next(), id.value(), translation.language(), translation.words())
                .update();
    }

    /** @param how {@code null} to take the yes back */
    void setYes(WatchItemId id, WatchAudience audience, @Nullable LocalDate on, @Nullable String how) {
        db.sql("""
                        UPDATE cooperation.watch_item SET version = version + 1, audience = ?, yes_on = ?, yes_how = ?,
                               yes_wording = CASE WHEN ?::text IS NOT NULL THEN wording END
                        WHERE id = ?
                        """)
                .param(1, audience.name())
                .param(2, on, Types.DATE)
                .param(3, how, Types.VARCHAR)
                .param(4, how, Types.VARCHAR)
                .param(5, id.value())
                .update();
    }

    void delete(WatchItemId id) {
        db.sql("DELETE FROM cooperation.watch_item WHERE id = ?")
                .param(id.value())
                .update();
    }

    /** An entry of a feed with its words. */
    record ProposedEntry(
            String country,
            String title,
            @Nullable String url,
            String feed,
            @Nullable String answer) {}

    ProposedEntry lockEntry(WatchEntryId id) {
        return db.sql("""
                        SELECT f.country, e.title, e.url, f.title AS feed, e.answer
                        FROM cooperation.watch_entry e JOIN cooperation.watch_feed f ON f.id = e.feed
                        WHERE e.id = ? AND e.proposed_on IS NOT NULL AND e.title IS NOT NULL FOR UPDATE OF e
                        """)
                .param(id.value())
                .query(RecordMapper.of(ProposedEntry.class))
                .optional()
                .orElseThrow(() -> new NotFound("entry"));
    }

    /** @param answer KEPT, DISMISSED, or {@code null} for none */
    void answerEntry(WatchEntryId id, @Nullable String answer) {
        db.sql("UPDATE cooperation.watch_entry SET answer = ? WHERE id = ?")
                .param(1, answer, Types.VARCHAR)
                .param(2, id.value())
                .update();
    }

    /** References from notes to the partners who said them, and names in texts. */
    @Bean
    static IdentityReferences referencesFromWatch(ReferenceDeclarations declare) {
        return declare.table(TABLE)
                .organisation("organisation")
                .person("person", ErasureRule.CLEAR)
                .about("r.person = :person")
                .texts(Map.of("title", 300, "body", 8_000, "source", 200, "context", 500, "yes_how", 300))
                .textsOf(TRANSLATION_TABLE, Map.of("words", 800))
                .textsOf(WatchService.CONTEXT_TABLE, Map.of("body", 4_000))
                .textsOf(FeedRepository.TABLE, Map.of("title", 200))
                .textsOf(FeedRepository.ENTRY_TABLE, Map.of("title", 300))
                .textsOf(DigestService.TABLE, Map.of("title", 200, "body", 10_000));
    }
}
