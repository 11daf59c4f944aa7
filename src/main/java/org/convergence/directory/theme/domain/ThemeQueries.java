package org.convergence.directory.theme.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.convergence.directory.theme.ThemeId;
import org.convergence.directory.theme.ThemePermissions;
import org.convergence.directory.theme.ThemeSection;
import org.convergence.directory.theme.ThemeSection.ThemeRow;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads dossiers, with what every module has about their theme. */
@Service
@Transactional(readOnly = true)
@Requires(ThemePermissions.READ)
public class ThemeQueries {

    /** The most lines that a section shows. */
    public static final int MOST_LINES = 8;

    private static final int MOST = 200;

    /** A word of one letter would find everything. */
    private static final String THEMES = """
            SELECT h.id, h.version, h.name, h.words, h.known, h.revised_on, h.sources,
                   ARRAY(SELECT '% ' || platform.fold(w) || '%' FROM unnest(string_to_array(h.name || ',' || h.words, ',')) w
                         WHERE length(platform.fold(w)) > 1) AS patterns
            FROM directory.theme h
            """;

    private final JdbcClient db;
    private final List<ThemeSection> sections;
    private final OrganisationSettings settings;

    ThemeQueries(JdbcClient db, List<ThemeSection> sections, OrganisationSettings settings) {
        this.db = db;
        this.sections = sections.stream()
                .sorted(Comparator.comparingInt(ThemeSection::order))
                .toList();
        this.settings = settings;
    }

    /**
     * A dossier.
     *
     * @param patterns of its name and words, to be compared with a folded text that begins with a space
     */
    public record ThemeRecord(
            ThemeId id,
            int version,
            String name,
            String words,
            String known,
            @Nullable LocalDate revisedOn,
            String sources,
            List<String> patterns) {}

    /**
     * What a module has about a theme.
     *
     * @param rows the latest that are past, then those to come, then those without a day
     * @param total all of them
     * @param added those of a day since a year ago
     */
    public record ThemeContent(ThemeSection section, List<ThemeRow> rows, long total, long added) {}

    private record ThemeTotals(long total, long added) {}

    /** All dossiers, by name. */
    public List<ThemeRecord> findAll() {
        return db.sql(THEMES + "ORDER BY h.name COLLATE \"fr-CA-x-icu\", h.id LIMIT " + MOST)
                .query(RecordMapper.of(ThemeRecord.class))
                .list();
    }

    /** @throws NotFound if there is no such dossier */
    public ThemeRecord findById(ThemeId id) {
        return db.sql(THEMES + "WHERE h.id = ?")
                .param(id.value())
                .query(RecordMapper.of(ThemeRecord.class))
                .optional()
                .orElseThrow(() -> new NotFound("theme"));
    }

    /** The dossiers whose name or words hold this text. */
    public List<ThemeRecord> search(String text, int limit) {
        return db.sql(THEMES + """
                        WHERE platform.fold(h.name || ' ' || h.words) LIKE '%' || platform.fold(?) || '%'
                        ORDER BY h.name, h.id LIMIT ?
                        """)
                .params(text, limit)
                .query(RecordMapper.of(ThemeRecord.class))
                .list();
    }

    /** What the modules that the actor may read have about a theme, without those that have nothing. */
    public List<ThemeContent> findContents(ThemeRecord theme, LocalDate since) {
        return sections.stream()
                .filter(each -> CurrentActor.get().may(each.permission()))
                .map(each -> content(each, theme, since))
                .filter(each -> each.total() > 0)
                .toList();
    }

    private ThemeContent content(ThemeSection section, ThemeRecord theme, LocalDate since) {
        String[] patterns = theme.patterns().toArray(String[]::new);
        ThemeTotals totals = db.sql("""
                        SELECT count(*) AS total, count(*) FILTER (WHERE x.day BETWEEN :since AND :today) AS added
                        FROM (%s) x
                        """.formatted(section.sql()))
                .param("patterns", patterns)
                .param("since", since)
                .param("today", settings.today())
                .query(RecordMapper.of(ThemeTotals.class))
                .single();
        if (totals.total() == 0) {
            return new ThemeContent(section, List.of(), 0, 0);
        }
        return new ThemeContent(
                section,
                db.sql("""
                                SELECT x.* FROM (%s) x
                                ORDER BY (x.day <= :today) DESC NULLS LAST, x.day DESC NULLS LAST, x.title, x.id LIMIT %d
                                """.formatted(section.sql(), MOST_LINES))
                        .param("patterns", patterns)
                        .param("today", settings.today())
                        .query(RecordMapper.of(ThemeRow.class))
                        .list(),
                totals.total(),
                totals.added());
    }
}
