package org.convergence.advocacy.treaty.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.advocacy.dialogue.AskId;
import org.convergence.advocacy.treaty.TreatyPermissions;
import org.convergence.advocacy.treaty.domain.TreatyService.InstrumentKind;
import org.convergence.advocacy.treaty.domain.TreatyService.TreatyAim;
import org.convergence.advocacy.treaty.domain.TreatyService.TreatyFactId;
import org.convergence.advocacy.treaty.domain.TreatyService.TreatyFactKind;
import org.convergence.advocacy.treaty.domain.TreatyService.TreatyId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads treaties, bills and cases. */
@Service
@Transactional(readOnly = true)
@Requires(TreatyPermissions.READ)
public class TreatyQueries {

    private static final int MOST = 300;

    private static final String FACTS = """
            SELECT f.id, f.treaty, t.code, f.country, f.kind, f.happened_on, f.words, f.source, f.checked_on, f.next_check_on,
                   f.recorded_on, f.count
            FROM advocacy.treaty_fact f JOIN advocacy.treaty t ON t.id = f.treaty
            """;

    private final JdbcClient db;

    TreatyQueries(JdbcClient db) {
        this.db = db;
    }

    /**
     * An instrument.
     *
     * @param countries the codes of the countries with a fact
     * @param nextCheckOn the first day of a check; {@code null} for none
     */
    public record TreatyRow(
            TreatyId id,
            InstrumentKind kind,
            String code,
            String title,
            TreatyAim aim,
            String url,
            List<String> countries,
            @Nullable LocalDate nextCheckOn) {}

    /**
     * A fact.
     *
     * @param code of its instrument
     * @param country its code; {@code null} for the instrument itself
     * @param count how many signed a petition; {@code null} for another fact
     */
    public record TreatyFactRow(
            TreatyFactId id,
            TreatyId treaty,
            String code,
            @Nullable String country,
            TreatyFactKind kind,
            @Nullable LocalDate happenedOn,
            String words,
            String source,
            LocalDate checkedOn,
            @Nullable LocalDate nextCheckOn,
            LocalDate recordedOn,
            @Nullable Integer count) {}

    /** What we ask of decision-makers. */
    public record TreatyAskRow(AskId id, String words, boolean attached) {}

    /** All instruments, by kind and code. */
    public List<TreatyRow> findAll() {
        return find("true", null);
    }

    /** @throws NotFound if there is no such instrument */
    public TreatyRow findById(TreatyId id) {
        return find("t.id = :id", id).stream().findFirst().orElseThrow(() -> new NotFound("treaty"));
    }

    private List<TreatyRow> find(String condition, @Nullable TreatyId id) {
        return db.sql("""
                        SELECT t.id, t.kind, t.code, t.title, t.aim, t.url,
                               ARRAY(SELECT DISTINCT f.country FROM advocacy.treaty_fact f
                                     WHERE f.treaty = t.id AND f.country IS NOT NULL ORDER BY f.country) AS countries,
                               (SELECT min(f.next_check_on) FROM advocacy.treaty_fact f WHERE f.treaty = t.id) AS next_check_on
                        FROM advocacy.treaty t WHERE %s ORDER BY t.kind DESC, t.code, t.id LIMIT %d
                        """.formatted(condition, MOST))
                .param("id", id == null ? null : id.value())
                .query(RecordMapper.of(TreatyRow.class))
                .list();
    }

    /** The instruments whose code or title holds these words. */
    public List<TreatyRow> search(String words, int limit) {
        List<UUID> ids = db.sql("""
                        SELECT id FROM advocacy.treaty
                        WHERE platform.fold(code || ' ' || title) LIKE '%' || platform.fold(?) || '%' ORDER BY code, id LIMIT ?
                        """).params(words, limit).query(UUID.class).list();
        return findAll().stream()
                .filter(each -> ids.contains(each.id().value()))
                .toList();
    }

    /** The facts about an instrument: its own first, then by country, the latest first. */
    public List<TreatyFactRow> findFacts(TreatyId id) {
        return db.sql(FACTS + """
                        WHERE f.treaty = ? ORDER BY f.country NULLS FIRST, f.happened_on DESC NULLS FIRST, f.id DESC LIMIT 300
                        """)
                .param(id.value())
                .query(RecordMapper.of(TreatyFactRow.class))
                .list();
    }

    /** The day of the last general assembly before a day. */
    public Optional<LocalDate> findLastAssembly(LocalDate before) {
        return db.sql("SELECT max(day) FROM outreach.assembly_general_day WHERE day < ?")
                .param(before)
                .query(LocalDate.class)
                .optional();
    }

    /** What happened, or was recorded, since a day; the latest first. */
    public List<TreatyFactRow> findMovedSince(LocalDate since) {
        return db.sql(FACTS + """
                        WHERE f.happened_on >= :since OR f.recorded_on >= :since AND f.happened_on IS NULL
                        ORDER BY coalesce(f.happened_on, f.recorded_on) DESC, f.id DESC LIMIT 300
                        """)
                .param("since", since)
                .query(RecordMapper.of(TreatyFactRow.class))
                .list();
    }

    /** The asks that are attached, and those that are open and could be. */
    public List<TreatyAskRow> findAsks(TreatyId id) {
        return db.sql("""
                        SELECT k.id, k.words, x.ask IS NOT NULL AS attached FROM advocacy.dialogue_ask_summary k
                        LEFT JOIN advocacy.treaty_ask x ON x.ask = k.id AND x.treaty = ?
                        WHERE x.ask IS NOT NULL OR k.state = 'OPEN' ORDER BY x.ask IS NULL, k.opened_on DESC, k.id LIMIT 100
                        """)
                .param(id.value())
                .query(RecordMapper.of(TreatyAskRow.class))
                .list();
    }
}
